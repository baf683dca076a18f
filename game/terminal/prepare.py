"""Preparation as a numbered menu: an aim and a limit, what matters, what to find out, what to do at the first no."""

from collections.abc import Callable

from game.engine.notation import Move
from game.scenario.options import option_ids, option_label
from game.session.choices import items
from game.session.labels import introduced
from game.session.play import Session
from game.session.standing import examples, fallback, goes_on_from, prepared
from game.terminal.commands import send
from game.terminal.screen import Screen

Step = Callable[[Screen, Session], None]


def brief(screen: Screen, session: Session) -> None:
    """Read out the scene and the confidential brief."""
    game, me = session.game, session.game.player
    seat, other = game.stage.seat(me), game.stage.seat(1 - me)
    hand = seat.hands[game.own(me, "hand")]
    screen.say(game.stage.scenario.title, game.stage.scenario.setting, *goes_on_from(game))
    screen.say(f"You are {seat.name}, {seat.role}. Across from you: {introduced(other)}")
    screen.say(f"Your confidential brief: {seat.brief}", hand.brief)
    screen.say(f"What it is all for: {seat.objective}")
    screen.say(f"What matters to you: {'; '.join(seat.interests.values())}.")
    if seat.constraints:
        screen.say(f"What you cannot change: {'; '.join(seat.constraints.values())}.")
    screen.say(fallback(game))


def prepare(screen: Screen, session: Session) -> None:
    """One pass of the preparation menu."""
    game = session.game
    options = [(text, step) for text, step in _steps(session) if text]
    screen.gap()
    done = prepared(game)
    screen.say("You can prepare before you sit down. Nothing here is obligatory.", *done)
    chosen = screen.choose("What next?", [text for text, _ in options], back="read the brief again")
    if chosen is None:
        brief(screen, session)
    else:
        options[chosen][1](screen, session)


def _steps(session: Session) -> list[tuple[str, Step]]:
    game = session.game
    budget = game.own(game.player, "budget")
    return [
        ("begin the meeting", _begin),
        ("set your target", _target),
        ("set your walk-away", _walk_away),
        ("rank what matters to you", _rank),
        ("note an option that you will never take", _never),
        (f"look into something ({budget} of your effort left)" if items(game, "research") else "", _research),
        ("name a worry" if items(game, "worry") else "", _worry),
        ("plan your answer to the first no", _plan),
        ("choose the moment" if len(items(game, "moment")) > 1 else "", _moment),
    ]


def _begin(screen: Screen, session: Session) -> None:
    send(screen, session, Move("begin"))


def _number(screen: Screen, session: Session, act: str, explain: list[str]) -> None:
    screen.say(*explain)
    while line := screen.ask("A number from 0 to 100, or Enter to go back:"):
        value = _points(line)
        if value is not None:
            send(screen, session, Move(act, value=value))
            screen.say(f"Noted: {value:g}.")
            return
        screen.say(f"'{line[:20]}' is not a number from 0 to 100.")


def _points(line: str) -> float | None:
    try:
        value = float(line.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value <= 100 else None


def _scale(session: Session) -> list[str]:
    return [
        "Every package has a worth to you from 0 to 100. For example:",
        *examples(session.game),
        fallback(session.game),
    ]


def _target(screen: Screen, session: Session) -> None:
    aim = "Your target is what you go for: high, and something you could say aloud without blushing."
    _number(screen, session, "target", [aim, *_scale(session)])


def _walk_away(screen: Screen, session: Session) -> None:
    limit = "Your walk-away is the worth below which you would rather have no deal."
    _number(screen, session, "walk_away", [limit, *_scale(session)])


def _rank(screen: Screen, session: Session) -> None:
    left = items_of_issues(session)
    chosen: list[str] = []
    while left:
        title = "What matters most to you?" if not chosen else "And after that?"
        number = screen.choose(title, [label for _, label in left], back="that is all" if chosen else "go back")
        if number is None:
            break
        chosen.append(left.pop(number)[0])
    if chosen:
        send(screen, session, Move("rank", items=tuple(chosen)))


def items_of_issues(session: Session) -> list[tuple[str, str]]:
    """(id, label) of every issue."""
    return [(each.id, each.label) for each in session.game.stage.scenario.issues]


def _never(screen: Screen, session: Session) -> None:
    issues = session.game.stage.scenario.issues
    number = screen.choose("An option of which term?", [issue.label for issue in issues])
    if number is None:
        return
    issue = issues[number]
    ids = option_ids(issue)
    which = screen.choose("Which option?", [option_label(issue, option) for option in ids])
    if which is not None:
        send(screen, session, Move("never", packages=({issue.id: ids[which]},)))


def _research(screen: Screen, session: Session) -> None:
    game = session.game
    costs = {each.id: each.cost for each in game.stage.scenario.research}
    found = items(game, "research")
    title = f"You have {game.own(game.player, 'budget')} of effort left. Look into what?"
    number = screen.choose(title, [f"{label} (costs {costs[name]})" for name, label in found])
    if number is not None:
        send(screen, session, Move("research", items=(found[number][0],)))


def _one_of(act: str, title: str) -> Step:
    def step(screen: Screen, session: Session) -> None:
        found = items(session.game, act)
        number = screen.choose(title, [label for _, label in found])
        if number is not None:
            send(screen, session, Move(act, items=(found[number][0],)))
            screen.say(f"Noted: {found[number][1]}{'' if found[number][1].endswith('.') else '.'}")

    return step


_worry = _one_of("worry", "What do you fear most about this talk? The debrief comes back to it.")
_plan = _one_of("plan_no", "A no will come. What will you do right after the first one? A planned no stings less.")
_moment = _one_of("moment", "When do you want to meet?")
