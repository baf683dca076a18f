"""What a move did, as far as the player could know: facts, what it set off and what it gave away, over all guesses."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.aspiration import PER_1000
from game.engine.columns import GAME, KIND, SEAT
from game.engine.facts import Facts, facts_of
from game.engine.luck import Ints
from game.engine.step import step
from game.engine.triggers import ABSENT, CHANGES, FACT_ROW, TIMES_ROW
from game.engine.turn import take_turns, weigh_offer
from game.review.lanes import repeated
from game.review.record import Record
from game.review.unknown import Guesses, Lots
from game.scenario.words import FACTS, SIGNALS, Fact

_AGREEING = (KIND["accept"], KIND["agree_subject_to_approval"])


@dataclass(frozen=True)
class Signs:
    """Means over the guesses, weighted.

    Attributes:
        facts: by name, in the units of ``words.FACTS``; offer and evidence facts are missing in other moves.
        themes: share of the guesses in which a reaction of a theme fired, by theme.
        changes: what the reactions changed in the counterpart, by name, 0..1; ``asks_more``: points that it asks for
            more because of the move, as ``aspiration`` has it. signals: how the line sounded, 0..1.
        times: how often the player has done this act, this time included.
        dropped: own points given up against one's last offer (0 in other moves and in a first offer).
        they_moved: own points that the counterpart's offer gained since one's own last offer.
        worth: what the package offered or accepted would be as a deal value, points (None in other moves).
        held: points of having no deal. left: own points more in the best package that is no worse for the counterpart
            than the one offered or accepted (0 in other moves).
    """

    facts: Mapping[str, float]
    themes: Mapping[str, float]
    changes: Mapping[str, float]
    asks_more: float
    signals: Mapping[str, float]
    times: int
    dropped: float
    they_moved: float
    worth: float | None
    held: float
    left: float

    def fact(self, name: str, missing: float = 0.0) -> float:
        """A fact, ``missing`` where the move has none of that kind."""
        return self.facts.get(name, missing)

    def themed(self, *themes: str) -> bool:
        """Whether a reaction of one of the themes fired in most guesses."""
        return any(self.themes.get(theme, 0.0) >= 0.5 for theme in themes)


def signs_of(record: Record, lots: Lots, at: int, guesses: Guesses) -> Signs:
    """What the ply at a place did."""
    ply, tables = record.plies[at], record.tables
    moves = repeated(ply.moves, len(guesses.weights))
    (turn,) = take_turns(guesses.state, moves)
    weigh_offer(tables, turn)
    rows = facts_of(tables, turn)
    _, events = step(tables, guesses.state, moves, lots.luck)
    changes = {name: _mean(events.changes[:, k], guesses.weights) / 1000 for k, name in enumerate(CHANGES)}
    asks = sum(weight * changes[name] for name, weight in PER_1000.items()) / 100 + 10 * changes["shift"]
    return Signs(
        facts={name: _fact(rows, name, fact, guesses) for name, fact in FACTS.items() if _known(rows, name, guesses)},
        themes=_themes(record, events.fired, guesses.weights),
        changes=changes,
        asks_more=asks,
        signals={name: int(ply.moves.signals[0, n]) / 1000 for n, name in enumerate(SIGNALS)},
        times=int(_row(rows, TIMES_ROW, guesses)[0]),
        dropped=_dropped(record, at),
        they_moved=_gained(record, at),
        worth=_deal_value(record, at, guesses),
        held=int(ply.before.seat[0, record.player, SEAT["reservation"]]) / 100,
        left=_left(record, at, guesses),
    )


def _known(rows: Facts, name: str, guesses: Guesses) -> bool:
    return int(_row(rows, FACT_ROW[name], guesses)[0]) > ABSENT


def _fact(rows: Facts, name: str, fact: Fact, guesses: Guesses) -> float:
    return _mean(_row(rows, FACT_ROW[name], guesses), guesses.weights) / fact.scale


def _row(rows: Facts, row: int, guesses: Guesses) -> Ints:
    """A fact in every guess; where it is the same in all of them the table may hold one number."""
    return np.broadcast_to(np.asarray(rows[row]).astype(np.int64), len(guesses.weights))


def _mean(values: NDArray[Any], weights: NDArray[np.float64]) -> float:
    return math.fsum((values * weights).tolist()) / math.fsum(weights.tolist())


def _themes(record: Record, fired: NDArray[np.bool_], weights: NDArray[np.float64]) -> dict[str, float]:
    names = record.tables.reactions.themes
    return {
        theme: _mean(np.logical_or.reduce(fired[:, [n for n, each in enumerate(names) if each == theme]], 1), weights)
        for theme in sorted({str(each) for each in names if each})
    }


def _package(record: Record, at: int) -> int:
    """The package that a move offers or accepts, NONE if it does neither."""
    ply = record.plies[at]
    if int(ply.moves.act[0]) in _AGREEING:
        return int(ply.before.table[0, record.other, max(int(ply.moves.item[0]), 0)])
    return int(ply.moves.packages[0, 0])


def _worths(record: Record, at: int) -> Ints:
    """What each package is worth to the player, x100."""
    hand = int(record.plies[at].before.seat[0, record.player, SEAT["hand"]])
    worth: Ints = record.tables.worth[record.player, hand]
    return worth


def _dropped(record: Record, at: int) -> float:
    """Own points given up against one's last offer."""
    ply, worth = record.plies[at], _worths(record, at)
    had, new = int(ply.before.table[0, record.player, 0]), int(ply.moves.packages[0, 0])
    return (int(worth[had]) - int(worth[new])) / 100 if had >= 0 and new >= 0 else 0.0


def _deal_value(record: Record, at: int, guesses: Guesses) -> float | None:
    """What the package of a move would be as a deal value, over the hands it could be."""
    package = _package(record, at)
    if package < 0:
        return None
    me, tables = record.player, record.tables
    hand = int(record.plies[at].before.seat[0, me, SEAT["hand"]])
    start = int(tables.reservation[me, hand])
    reach = np.maximum(tables.best[me, hand, guesses.hands] - start, 1)
    return 100 * _mean((int(_worths(record, at)[package]) - start) / reach, guesses.weights)


def _left(record: Record, at: int, guesses: Guesses) -> float:
    """Own points left on the table by a package, at no cost to the counterpart, whichever of its hands it holds."""
    package = _package(record, at)
    if package < 0:
        return 0.0
    tables, other = record.tables, record.other
    shares = np.array(guesses.hand_weights)
    theirs = np.rint(shares @ tables.worth[other, : len(shares)])
    fine = tables.possible.all(axis=0) & (theirs >= theirs[package])
    worth = _worths(record, at)
    return max(0, int(worth[fine].max(initial=0)) - int(worth[package])) / 100


def _gained(record: Record, at: int) -> float:
    """How much better for oneself the counterpart's offer became since one's own last package, in this meeting."""
    worth = _worths(record, at)
    now = _best_of(record, at, worth)
    since = next((n for n in range(at - 1, -1, -1) if _offered(record, n)), None)
    if now is None or since is None or _meeting(record, since) != _meeting(record, at):
        return 0.0
    then = _best_of(record, since, worth)
    return (now - then) / 100 if then is not None else 0.0


def _offered(record: Record, at: int) -> bool:
    ply = record.plies[at]
    return ply.seat == record.player and int(ply.moves.packages[0, 0]) >= 0


def _meeting(record: Record, at: int) -> int:
    return int(record.plies[at].before.game[0, GAME["meeting"]])


def _best_of(record: Record, at: int, worth: Ints) -> int | None:
    """The best package the counterpart had on the table before a ply; None if it had none."""
    table = record.plies[at].before.table[0, record.other]
    packages = table[table >= 0]
    return int(worth[packages].max()) if len(packages) else None
