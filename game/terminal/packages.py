"""Putting a package together term by term, and showing the whole of it before it goes on the table."""

from game.engine.moves import completion_base
from game.engine.notation import Move
from game.scenario.model import Issue
from game.scenario.options import option_ids, option_label, option_values
from game.session.play import Refused, Session, completed
from game.session.standing import below, priced
from game.terminal.screen import Screen


def build(screen: Screen, session: Session, title: str) -> dict[str, str] | None:
    """A whole package, built from where things stand; None to go back."""
    game = session.game
    options = game.stage.tables.options_of(completion_base(game.stage.tables, game.state, session.seat))
    while True:
        shown = [f"{issue.label}: {option_label(issue, options[issue.id])}" for issue in game.stage.scenario.issues]
        package = game.stage.tables.package(options, game.stage.tables.status_quo)
        if session.assist != "real":
            title = f"{title.partition(' It is worth')[0]} It is worth {_worth(session, package)} to you."
        number = screen.choose(title, ["this is it", *(f"change {text}" for text in shown)])
        if number is None:
            return None
        if number == 0:
            return options
        picked = pick_option(screen, game.stage.scenario.issues[number - 1])
        if picked is not None:
            options = {**options, game.stage.scenario.issues[number - 1].id: picked}


def _worth(session: Session, package: int) -> str:
    return priced(session.game, package, session.assist).rpartition("Worth ")[2].removesuffix(" to you")


def pick_option(screen: Screen, issue: Issue) -> str | None:
    """One option of an issue: a number typed for a numeric issue, a choice otherwise; None to go back."""
    if issue.range is None:
        ids = option_ids(issue)
        number = screen.choose(f"Which {issue.label}?", [option_label(issue, option) for option in ids])
        return None if number is None else ids[number]
    values, ids = option_values(issue), option_ids(issue)
    low, high = option_label(issue, ids[0]), option_label(issue, ids[-1])
    while True:
        line = screen.ask(f"{issue.label.capitalize()}: type a number from {low} to {high}, or Enter to go back:")
        if not line:
            return None
        value = _amount(line)
        if value is not None and min(values) <= value <= max(values):
            return ids[min(range(len(ids)), key=lambda n: abs(values[n] - value))]
        if value is not None and min(values) <= 1000 * value <= max(values):
            return ids[min(range(len(ids)), key=lambda n: abs(values[n] - 1000 * value))]
        screen.say(f"'{line[:20]}' is not such a number.")


def _amount(line: str) -> float | None:
    kept = "".join(c for c in line if c.isdigit() or c == ".")
    try:
        return float(kept)
    except ValueError:
        return None


def shown_first(screen: Screen, session: Session, move: Move) -> bool:
    """Show the completed packages of an offer and ask whether to send it. Refused offers are read out as such."""
    try:
        packages = completed(session.game, move, session.seat)
    except Refused as error:
        screen.say(str(error))
        return False
    for package in packages:
        screen.say(f"You would put on the table: {priced(session.game, package, session.assist)}.")
        screen.say(*below(session.game, package, session.assist))
    return screen.confirm("Send it?", "yes", "no, leave it")
