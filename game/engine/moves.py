"""Moves as numbers, a batch at a time, and the way from a written move to them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SITUATION_ID
from game.engine.lanes import Column, some
from game.engine.luck import Ints
from game.engine.notation import Move
from game.engine.state import State
from game.engine.tables import ACT_FAMILY, Tables
from game.scenario.words import SIGNALS


@dataclass(frozen=True)
class Moves:
    """One move for each of B lanes, all int32.

    Attributes:
        act, rider: act numbers ``[B]``; rider NONE if there is none.
        item, rider_item: what they name, as a place in the scenario's list, NONE if nothing. For ``target`` and
            ``walk_away`` utility x100; for ``rank`` issues in base 8, first in the lowest digit; for ``never``
            issue * 4096 + option; for ``plan_no`` an act number; for ``accept`` which of their packages (0..2);
            for ``share_need`` 0 is the need, 1 the real reason for a no.
        packages: ``[B, 3]``, NONE where there is none.
        final: 0/1 ``[B]``.
        signals: ``[B, 5]`` x1000, in the order of ``words.SIGNALS``.
        line: ``[B]`` the situation a scripted seat speaks from; the rules do not read it.
    """

    act: Ints
    item: Ints
    packages: Ints
    final: Ints
    rider: Ints
    rider_item: Ints
    signals: Ints
    line: Ints

    @classmethod
    def all(
        cls,
        lanes: int,
        act: str,
        item: int = NONE,
        package: int = NONE,
        signals: tuple[int, int, int, int, int] = (700, 50, 300, 0, 0),
        rider: str | None = None,
        rider_item: int = NONE,
    ) -> "Moves":
        """The same move in every lane."""
        ridden = KIND[rider] if rider else NONE
        return cls.of(lanes, KIND[act], item, (package, NONE, NONE), signals, (ridden, rider_item))

    @classmethod
    def of(
        cls,
        lanes: int,
        act: Column,
        item: Column,
        packages: Sequence[Column],
        signals: Sequence[Column],
        rider: tuple[Column, Column] = (NONE, NONE),
        line: Column = NONE,
    ) -> "Moves":
        """Moves from columns, each an array ``[B]`` or a number for all lanes; ``rider`` with its item; none final."""
        block = np.empty((6 + len(packages) + len(signals), lanes), np.int32)
        for place, column in enumerate((act, item, 0, *rider, line, *packages, *signals)):
            block[place] = column
        first = 6 + len(packages)
        return cls(
            act=block[0],
            item=block[1],
            packages=block[6:first].T,
            final=block[2],
            rider=block[3],
            rider_item=block[4],
            signals=block[first:].T,
            line=block[5],
        )


class Draft:
    """Moves being written for B lanes; what is put later overwrites what was put earlier."""

    def __init__(self, lanes: int, signals: tuple[int, int, int, int, int]) -> None:
        """Start with small talk in every lane, sounding like ``signals`` (x1000)."""
        self.moves = Moves.all(lanes, "chat", signals=signals)

    def put(
        self,
        where: NDArray[np.bool_],
        act: str,
        item: Ints | int = NONE,
        package: Ints | int = NONE,
        line: str | None = None,
    ) -> None:
        """Write a move into the lanes marked in ``where [B]``; item and package are numbers or ``[B]``."""
        if not some(where):
            return
        moves = self.moves
        np.copyto(moves.act, KIND[act], where=where)
        np.copyto(moves.item, item, where=where)
        np.copyto(moves.packages.T[0], package, where=where)
        np.copyto(moves.packages.T[1:], NONE, where=where)
        np.copyto(moves.rider, NONE, where=where)
        np.copyto(moves.line, SITUATION_ID[line] if line else NONE, where=where)

    def ride(self, where: NDArray[np.bool_], rider: str, item: Ints | int = NONE) -> None:
        """Add a rider in the lanes marked."""
        self.moves.rider[where] = KIND[rider]
        self.moves.rider_item[where] = item if isinstance(item, int) else item[where]


class Unknown(ValueError):
    """A move names something the scenario does not have; the message says what there is."""


def resolve(tables: Tables, state: State, move: Move, seat: int) -> Moves:
    """A written move as a batch of one, partial offers completed.

    Issues not named are taken from one's own last offer, then theirs, then the scenario's status quo.

    Raises:
        Unknown: an id that the scenario does not have, with what it has.
    """
    moves = Moves.all(1, move.act, item=_item(tables, move, seat), signals=_signals(move.signals))
    if move.rider:
        moves.rider[:] = KIND[move.rider]
        moves.rider_item[:] = _named(tables, move.rider, move.rider_item)
    moves.final[:] = int(move.final)
    if move.act != "never":
        for place, partial in enumerate(move.packages):
            moves.packages[0, place] = _package(tables, partial, completion_base(tables, state, seat))
    return moves


def completion_base(tables: Tables, state: State, seat: int) -> int:
    """The package that completes a partial offer of a seat, lane 0."""
    own, theirs = int(state.table[0, seat, 0]), int(state.table[0, 1 - seat, 0])
    return own if own >= 0 else theirs if theirs >= 0 else tables.status_quo


def _signals(given: dict[str, float] | None) -> tuple[int, int, int, int, int]:
    if given is None:
        return 700, 50, 300, 0, 0
    a, b, c, d, e = (round(1000 * given.get(name, 0.0)) for name in SIGNALS)
    return a, b, c, d, e


def _package(tables: Tables, partial: dict[str, str], base: int) -> int:
    for issue, option in partial.items():
        place = _place(tables.names.issues, issue, "issue")
        _place(tables.names.options[place], option, f"option of {issue}")
    return tables.package(partial, base)


def _item(tables: Tables, move: Move, seat: int) -> int:
    match move.act:
        case "target" | "walk_away":
            return round(100 * (move.value or 0))
        case "rank":
            places = [_place(tables.names.issues, issue, "issue") for issue in move.items]
            return sum((place + 1) << 3 * n for n, place in enumerate(places))
        case "never":
            (issue, option), *_ = move.packages[0].items()
            place = _place(tables.names.issues, issue, "issue")
            return place * 4096 + _place(tables.names.options[place], option, f"option of {issue}")
        case "plan_no":
            return KIND[move.items[0]]
        case "accept":
            return int(move.items[0]) - 1 if move.items else 0
        case "worry":
            return _place(tables.names.worries[seat], move.items[0], "worry")
        case "moment":
            every = [moment for meeting in tables.names.moments for moment in meeting]
            return _place(tuple(every), move.items[0], "moment")
    return _named(tables, move.act, move.item)


def _named(tables: Tables, act: str, item: str | None) -> int:
    if act not in ACT_FAMILY or item is None:
        return NONE
    family = ACT_FAMILY[act]
    return _place(tables.names.of(family), item, family.removesuffix("s") if family != "processes" else "process")


def _place(known: tuple[str, ...], name: str, what: str) -> int:
    if name not in known:
        raise Unknown(f"there is no {what} '{name}' here; there is: {', '.join(known) or 'none'}")
    return known.index(name)
