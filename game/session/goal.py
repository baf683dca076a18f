"""The end goal and the curveball looked back at: small points, tempting terms, and what the event changed.

Weights are the player's own: how far the best and the worst option of an issue lie apart in utility.
"""

from itertools import pairwise

from game.engine.columns import GAME
from game.scenario.words import PACKAGE_ACTS
from game.session.entry import Entry
from game.session.game import Game
from game.session.labels import listed
from game.session.quotes import shown_at

#: A change between two offers is small when the issues it touches weigh less than this share of all together.
SMALL = 0.25


def small_points(game: Game) -> tuple[str, ...]:
    """Offers that moved nothing of weight, and tempting terms that work against what it was for."""
    tables, own = game.stage.tables, _offers(game)
    labels = {issue.id: issue.label for issue in game.stage.scenario.issues}
    weights = _weights(game)
    turns: list[int] = []
    named: dict[str, None] = {}
    for before, after in pairwise(own):
        was, now = tables.options_of(before.told.package), tables.options_of(after.told.package)
        moved = [issue for issue in was if was[issue] != now[issue]]
        if moved and sum(weights[issue] for issue in moved) < SMALL:
            turns.append(after.told.turn)
            named |= {labels[issue]: None for issue in moved}
    lines = []
    if turns:
        share = sum(weight for issue, weight in weights.items() if labels[issue] in named)
        what = f"{len(turns)} of your {len(own)} offers moved only {listed(list(named))}"
        lines.append(f"{what}: {100 * share:.0f} % of what was at stake for you{shown_at(game, turns, game.player)}.")
    elif len(own) > 1:
        lines.append("Every new offer of yours moved something of weight.")
    return (*lines, *_betrayed(game))


def _weights(game: Game) -> dict[str, float]:
    """Each issue's share of what is at stake for the player, 0..1."""
    tables = game.stage.tables
    worth = tables.issue_worth[game.player, game.own(game.player, "hand")]
    spans = {
        issue: int(worth[place, : len(tables.names.options[place])].max())
        - int(worth[place, : len(tables.names.options[place])].min())
        for place, issue in enumerate(tables.names.issues)
    }
    return {issue: span / max(sum(spans.values()), 1) for issue, span in spans.items()}


def _betrayed(game: Game) -> list[str]:
    """Tempting options that were asked for or signed, though they work against the objective."""
    seat, tables = game.stage.seat(game.player), game.stage.tables
    signed = tables.options_of(game.column("package")) if game.outcome == "deal" else {}
    lines = []
    for issue, options in seat.betrays.items():
        label = next(each.label for each in game.stage.scenario.issues if each.id == issue)
        asked = [e.told.turn for e in _offers(game) if tables.options_of(e.told.package)[issue] in options]
        if signed.get(issue) in options:
            lines.append(f'On {label} you signed what works against what it was for: "{seat.objective}"')
        elif asked:
            shown = shown_at(game, asked, game.player)
            lines.append(f'On {label} you asked for what works against what it was for: "{seat.objective}"{shown}')
    return lines


def curveball(game: Game) -> tuple[str, ...]:
    """What came up in the middle, and whether the player's offers and words after it were others than before."""
    event, at = game.stage.scenario.event, _event_at(game)
    if event is None or at is None:
        return ()
    happened = game.entries[at - 1].told.turn
    own = _offers(game)
    before = [e.told.package for e in own if e.told.turn <= happened]
    after = [e for e in own if e.told.turn > happened]
    head = f"After turn {happened} something came up. "
    if not after:
        return (head + "You made no offer after it.", *_taken_up(game, at))
    if set(before) >= {e.told.package for e in after}:
        return (head + "Your offers after it were those from before.", *_taken_up(game, at))
    new = [e.told.turn for e in after if e.told.package not in before]
    return (head + f"Your offers after it were others than before{shown_at(game, new, game.player)}.",
            *_taken_up(game, at))  # fmt: skip


def _taken_up(game: Game, at: int) -> list[str]:
    """The turns in which the event was argued with, or set something off that reads it."""
    scenario = game.stage.scenario
    brought = set(scenario.event.evidence) if scenario.event else set()
    reads = {reaction.name for reaction in scenario.reactions if "event_passed" in reaction.when.facts}
    turns = [
        e.told.turn
        for e in game.entries[at:]
        if e.said.seat == game.player and (reads & set(e.told.reactions) or e.said.move.item in brought)
    ]
    return [f"You took it up{shown_at(game, turns, game.player)}."] if turns else ["You did not speak of it."]


def _event_at(game: Game) -> int | None:
    """The place of the first entry after the event, None if it did not happen."""
    happened = (n + 1 for n, e in enumerate(game.entries) if e.after.game[0, GAME["event"]])
    return next(happened, None)


def _offers(game: Game) -> list[Entry]:
    return [e for e in game.entries if e.said.seat == game.player and e.said.move.act in PACKAGE_ACTS]
