"""What the charts of a debrief are made of: numbers read off a finished game, before anything is drawn."""

from dataclasses import dataclass

import numpy as np

from game.engine.frontier import frontier, zone
from game.scenario.options import option_label
from game.scenario.words import PACKAGE_ACTS
from game.screens.shapes import Point
from game.session.debrief import Debrief
from game.session.feelings import other_of
from game.session.game import Game
from game.session.standing import on_table, worth

#: How many packages a cloud shows at most.
_CLOUD = 420


@dataclass(frozen=True)
class Mark:
    """A turn worth a look: a plus (it helped) or a question mark (try it another way), and why."""

    turn: int
    good: bool
    why: str


@dataclass(frozen=True)
class Course:
    """Turn by turn, each value 0..100 to the player, None before there was an offer.

    Attributes:
        theirs: what lay on the table for the taking. mine: what the player asked for.
        walk_away, target: None if not declared. marks: in order of turns.
    """

    theirs: tuple[float | None, ...]
    mine: tuple[float | None, ...]
    walk_away: float | None
    target: float | None
    marks: tuple[Mark, ...]


def course_of(game: Game, found: Debrief) -> Course:
    """The course of the offers."""
    me, theirs, mine = game.player, [], []
    now: dict[int, float | None] = {me: None, other_of(game): None}
    for entry in game.entries:
        for seat, before in now.items():
            package = int(entry.after.table[0, seat, 0])
            now[seat] = worth(game, package) if package >= 0 else before
        if entry.told.turn and entry.said.seat == me:
            mine.append(now[me])
            theirs.append(now[other_of(game)])
        elif theirs:
            theirs[-1] = now[other_of(game)]

    def declared(column: str) -> float | None:
        return game.own(me, column) / 100 if game.own(me, column) >= 0 else None

    return Course(tuple(theirs), tuple(mine), declared("walk_away"), declared("target"), _marks(found, len(mine)))


def _marks(found: Debrief, turns: int) -> tuple[Mark, ...]:
    """At most one mark a turn; what is worth trying another way comes first."""
    marks: dict[int, Mark] = {}
    for practice in sorted(found.practices, key=lambda each: each.met):
        for turn in practice.turns[:1]:
            if 1 <= turn <= turns:
                marks.setdefault(turn, Mark(turn, practice.met, practice.title))
    return tuple(sorted(marks.values(), key=lambda mark: mark.turn))


@dataclass(frozen=True)
class Space:
    """Every deal there was, as (worth to the player, worth to the other), 0..100.

    Attributes:
        cloud: a sample. edge: the efficient frontier. least: both alternatives, the corner of the zone of agreement.
        mine, theirs: the offers in order. deal: what was agreed, or None.
    """

    cloud: tuple[Point, ...]
    edge: tuple[Point, ...]
    least: Point
    mine: tuple[Point, ...]
    theirs: tuple[Point, ...]
    deal: Point | None


def space_of(game: Game) -> Space:
    """The space of deals."""
    me, other, tables = game.player, other_of(game), game.stage.tables
    hands = (game.own(0, "hand"), game.own(1, "hand"))
    possible = np.flatnonzero(tables.possible.all(axis=0))
    sample = possible[:: max(1, len(possible) // _CLOUD)]

    def points(packages: "np.ndarray[tuple[int], np.dtype[np.intp]]") -> tuple[Point, ...]:
        mine, theirs = (tables.worth[seat, hands[seat], packages] / 100 for seat in (me, other))
        return tuple(zip(mine.tolist(), theirs.tolist(), strict=True))

    def offers(seat: int) -> tuple[Point, ...]:
        told = [e.told for e in game.entries if e.said.seat == seat and e.said.move.act in PACKAGE_ACTS]
        return tuple((t.worth[me] / 100, t.worth[other] / 100) for t in told if t.package >= 0)

    least = tuple(int(tables.reservation[seat, hands[seat]]) / 100 for seat in (me, other))
    deal = points(np.array([game.column("package")])) if game.outcome == "deal" else (None,)
    return Space(
        points(sample), points(frontier(tables, hands)), (least[0], least[1]), offers(me), offers(other), deal[0]
    )


@dataclass(frozen=True)
class Term:
    """One issue: what was agreed, what share (0..1) of its worth to the player that is, and what the best had."""

    label: str
    said: str
    got: float
    best: float


def terms_of(game: Game) -> tuple[Term, ...]:
    """Issue by issue: the deal, or what lay on the table last; empty when nothing did."""
    package = game.column("package") if game.outcome == "deal" else next(iter(on_table(game, other_of(game))), -1)
    if package < 0:
        return ()
    me, tables = game.player, game.stage.tables
    reached, best = tables.digits[package].tolist(), tables.digits[best_package(game)].tolist()
    found = []
    for place, issue in enumerate(game.stage.scenario.issues):
        values = tables.issue_worth[me, game.own(me, "hand"), place, : len(tables.names.options[place])].tolist()
        low, most = min(values), max(max(values) - min(values), 1)
        option = tables.names.options[place][reached[place]]
        found.append(Term(issue.label, option_label(issue, option), (values[reached[place]] - low) / most,
                          (values[best[place]] - low) / most))  # fmt: skip
    return tuple(found)


def best_package(game: Game) -> int:
    """The best package for the player that the other's hand could have accepted."""
    me, other, tables = game.player, other_of(game), game.stage.tables
    inside = zone(tables, (game.own(0, "hand"), game.own(1, "hand")))
    inside = inside if len(inside) else np.flatnonzero(tables.possible[other])
    return int(inside[np.argmax(tables.worth[me, game.own(me, "hand"), inside])])
