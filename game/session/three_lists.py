"""Three short lists of the player's: what I can give, what I have to get, what must be settled first; ticked as it is.

They are notes like any others (``give: payment``), so the journal keeps them and nothing in the game knows of them.
"""

from collections.abc import Sequence

from game.session.game import Game
from game.session.standing import on_table

#: List -> how it is headed.
LISTS = {"give": "You can give", "get": "You have to get", "settle": "To settle first"}


def entries(game: Game, which: str) -> list[tuple[str, str]]:
    """(id, label) of what can stand on a list: the terms, or the details for ``settle``."""
    scenario = game.stage.scenario
    return [(each.id, each.label) for each in (scenario.details if which == "settle" else scenario.issues)]


def note_of(which: str, label: str) -> str:
    """How an entry is written down."""
    return f"{which}: {label}"


def on_list(game: Game, notes: Sequence[str], which: str) -> list[tuple[str, str]]:
    """(id, label) of what the notes put on a list, in the order it was written."""
    labels = {label: name for name, label in entries(game, which)}
    written = dict.fromkeys(note.removeprefix(f"{which}: ") for note in notes if note.startswith(f"{which}: "))
    return [(labels[label], label) for label in written if label in labels]


def ticked(game: Game, notes: Sequence[str]) -> list[str]:
    """The lists that have entries, a line each; ``[x]`` before what is settled.

    A detail is settled when it was clarified; a term when the packages on the table from both sides agree on it, or
    when there is a deal.
    """
    lines = []
    for which, head in LISTS.items():
        found = on_list(game, notes, which)
        done = _clarified(game) if which == "settle" else _agreed_terms(game)
        marks = ", ".join(f"[{'x' if name in done else ' '}] {label}" for name, label in found)
        lines += [f"{head}: {marks}."] if found else []
    return lines


def _clarified(game: Game) -> set[str]:
    raised = game.own(0, "details") | game.own(1, "details")
    return {name for bit, name in enumerate(game.stage.tables.names.details) if raised >> bit & 1}


def _agreed_terms(game: Game) -> set[str]:
    tables = game.stage.tables
    if game.outcome == "deal":
        return set(tables.names.issues)
    ours, theirs = on_table(game, game.player), on_table(game, 1 - game.player)
    if not ours or not theirs:
        return set()
    mine, other = tables.options_of(ours[0]), tables.options_of(theirs[0])
    return {issue for issue in mine if mine[issue] == other[issue]}
