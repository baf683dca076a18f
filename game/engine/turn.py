"""A turn as it is worked out: the lanes that do the same thing at once, and the rows that play may change.

Lanes in which the same seat does the same act with the same rider in the same phase go together, so those four are
plain numbers and a rule can say ``if turn.act == KIND["give"]``. What else differs between lanes is a column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, KIND, SEAT, TALK
from game.engine.lanes import Column, Row, Rows, look, some, where
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.triggers import ABSENT
from game.scenario.words import ACTS, PACKAGE_ACTS

_IS_PACKAGE = tuple(act in PACKAGE_ACTS for act in ACTS)
#: Which lanes of a batch: all, some, or the one that is alone.
Lanes: TypeAlias = NDArray[np.intp] | int | None
_NOBODYS = Luck(np.zeros(0, np.uint64))


@dataclass(slots=True)
class Turn:
    """One turn of n lanes that do the same.

    Attributes:
        lanes: their numbers in the batch, None for all of it. alone: columns are plain numbers.
        phase, who, other, act, rider: numbers; the seat that speaks, the seat that listens; rider NONE without one.
        item, rider_item, final, packages (three), signals (five): columns, as in ``Moves``.
        game, mine, theirs: rows by ``columns.GAME`` and ``columns.SEAT`` of the game, the speaker, the listener.
        table, their_table: rows of the three packages each has on the table.
        times, last: rows by act number of the speaker, as in ``State``.
        draws: the luck of the lanes, once they have been given some.
        offered: whether the act puts packages on the table. package: the one best for the listener, worth: its utility
            x100 to them, previous and before: the same of the speaker's last offer; NONE and 0 without.
    """

    lanes: NDArray[np.intp] | None
    alone: bool
    count: int
    phase: int
    who: int
    other: int
    act: int
    rider: int
    item: Column
    rider_item: Column
    final: Column
    packages: Sequence[Column]
    signals: Sequence[Column]
    game: Row
    mine: Row
    theirs: Row
    table: Row
    their_table: Row
    times: Row
    last: Row
    offered: bool
    draws: Luck = _NOBODYS
    package: Column = 0
    worth: Column = 0
    previous: Column = 0
    before: Column = 0

    @property
    def talking(self) -> bool:
        """Whether they sit at the table."""
        return self.phase == TALK

    def drawing(self, draws: Luck) -> None:
        """Give the lanes their luck, out of that of the batch."""
        self.draws = draws if self.lanes is None else draws.take(self.lanes)
        if self.alone:
            self.draws = self.draws.alone()

    def said(self) -> tuple[tuple[int, Column], ...]:
        """The act and, if there is one, the rider, each with its item."""
        act = (self.act, self.item)
        return (act, (self.rider, self.rider_item)) if self.rider >= 0 else (act,)

    def does(self, act: str) -> bool:
        """Whether this is what is done, rider aside."""
        return self.act == KIND[act]


def take_turns(state: State, moves: Moves) -> list[Turn]:
    """The turns to work out: one for each seat, act, rider and phase that the batch holds."""
    return [_take_turn(state, moves, lanes) for lanes in _alike(state, moves)]


def _alike(state: State, moves: Moves) -> Iterator[NDArray[np.intp] | None]:
    """The lanes that go together; None for the whole batch."""
    if len(state) == 1:
        yield None
        return
    phase, who = state.game[:, GAME["phase"]], state.game[:, GAME["who"]]
    keys = ((phase * 2 + who) * len(ACTS) + moves.act) * (len(ACTS) + 1) + moves.rider + 1
    present = np.flatnonzero(np.bincount(keys)).tolist()
    for key in present:
        yield np.flatnonzero(keys == key) if len(present) > 1 else None


def _take_turn(state: State, moves: Moves, lanes: NDArray[np.intp] | None) -> Turn:
    lane = 0 if lanes is None else int(lanes[0])
    count = len(state) if lanes is None else len(lanes)
    alone = count == 1
    here: Lanes = lane if alone else lanes
    who, act = state.game.item(lane, GAME["who"]), moves.act.item(lane)
    seat, table = state.seat.T, state.table.T
    return Turn(
        lanes=lanes,
        alone=alone,
        count=count,
        phase=state.game.item(lane, GAME["phase"]),
        who=who,
        other=1 - who,
        act=act,
        rider=moves.rider.item(lane),
        item=_column(moves.item, here),
        rider_item=_column(moves.rider_item, here),
        final=_column(moves.final, here),
        packages=_columns(moves.packages, here),
        signals=_columns(moves.signals, here),
        game=_row(state.game.T, here),
        mine=_row(seat[:, who], here),
        theirs=_row(seat[:, 1 - who], here),
        table=_row(table[:, who], here),
        their_table=_row(table[:, 1 - who], here),
        times=_row(state.times.T[:, who], here),
        last=_row(state.last.T[:, who], here),
        offered=_IS_PACKAGE[act],
    )


def _row(block: NDArray[Any], lanes: Lanes) -> Row:
    return block[:, lanes].tolist() if isinstance(lanes, int) else Rows(block, lanes)


def _column(values: Ints, lanes: Lanes) -> Column:
    if isinstance(lanes, int):
        return values.item(lanes)
    return values if lanes is None else values.take(lanes)


def _columns(values: Ints, lanes: Lanes) -> Sequence[Column]:
    if isinstance(lanes, int):
        columns: list[int] = values[lanes].tolist()
        return columns
    return [_column(column, lanes) for column in values.T]


def after(state: State, turns: Sequence[Turn]) -> State:
    """The state with what is in the rows of all its turns."""
    if len(state) == 1:
        return _after_one(state, turns[0])
    new = state.copy()
    seat, table = new.seat.T, new.table.T
    for turn in turns:
        who, other = turn.who, turn.other
        _put(turn, turn.game, new.game.T)
        _put(turn, turn.mine, seat[:, who])
        _put(turn, turn.theirs, seat[:, other])
        _put(turn, turn.table, table[:, who])
        _put(turn, turn.their_table, table[:, other])
        _put(turn, turn.times, new.times.T[:, who])
        _put(turn, turn.last, new.last.T[:, who])
    return new


def _put(turn: Turn, row: Row, block: NDArray[Any]) -> None:
    """Write a row back into where it was taken from."""
    if turn.lanes is not None and turn.alone:
        block[:, turn.lanes[0]] = row
    else:
        row.put_back(block)


def _after_one(state: State, turn: Turn) -> State:
    """The same for a batch of one, whose rows are all there is but for what the listener has done."""
    by_seat = slice(None) if turn.who == 0 else slice(None, None, -1)
    times, last = state.times.copy(), state.last.copy()
    times[0, turn.who], last[0, turn.who] = turn.times, turn.last
    return State(
        game=np.array([turn.game], np.int32),
        seat=np.array([(turn.mine, turn.theirs)[by_seat]], np.int32),
        table=np.array([(turn.table, turn.their_table)[by_seat]], np.int32),
        times=times,
        last=last,
    )


def pick(table: Row, which: Column) -> Column:
    """One of the three packages of a row; the last for a number that is too high."""
    return where(which <= 0, table[0], where(which == 1, table[1], table[2]))


def weigh_offer(tables: Tables, turn: Turn) -> None:
    """Work out what the listener makes of the packages offered, and of those offered last."""
    if turn.offered:
        turn.package, turn.worth = _best_for(tables, turn, turn.packages)
        turn.previous, worth = _best_for(tables, turn, (turn.table[0], turn.table[1], turn.table[2]))
        turn.before = where(turn.previous >= 0, worth, 0)


def _best_for(tables: Tables, turn: Turn, packages: Sequence[Column]) -> tuple[Column, Column]:
    """Of packages that lie together the one best for the listener, NONE if there is none, and its worth."""
    best, most = packages[0], _worth(tables, turn, packages[0])
    for package in packages[1:]:
        if some(package >= 0):
            worth = _worth(tables, turn, package)
            better = worth > most
            best, most = where(better, package, best), where(better, worth, most)
    return best, most


def _worth(tables: Tables, turn: Turn, package: Column) -> Column:
    there = package >= 0
    return where(there, look(tables.worth[turn.other], turn.theirs[SEAT["hand"]], package * there), ABSENT)
