"""What a seat may know: its own tables and row, and of the other what was said and done. Policies get nothing else."""

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, KIND, NONE, PUBLIC, SEAT, TOLD
from game.engine.lanes import Column, Row, clip, look, where
from game.engine.luck import Ints
from game.engine.state import State
from game.engine.tables import Bools, Names, Tables

_SEEN = {column: place for place, column in enumerate(PUBLIC)}
_KNOWN_GAME = np.array(
    [GAME[name] for name in ("phase", "who", "meeting", "moment", "turn", "event", "stalled", "approval")]
)
_GAME_AT = {column: place for place, column in enumerate(_KNOWN_GAME.tolist())}
#: The rows of the other seat that can be seen: its public columns, then how its last line sounded.
_SHOWN = np.array([*PUBLIC, *range(SEAT["heard_confidence"], SEAT["heard_gloating"] + 1)])


@dataclass(frozen=True)
class Own:
    """The part of the tables that one seat may see. Shapes as in ``Tables`` without the seat axis."""

    seat: int
    names: Names
    hands: tuple[str, ...]
    digits: NDArray[np.int16]
    strides: Ints
    sizes: Ints
    worth: Ints
    issue_worth: Ints
    status_quo: int
    price_issue: int
    reservation: Ints
    opening: Ints
    possible: Bools
    promisable: Bools
    collecting: Bools
    approval: Ints
    ladder: Ints
    turns: Ints
    bad: Bools
    opens: int
    evidence: Ints
    evidence_strength: Ints
    evidence_countered: Bools
    research: Ints
    research_cost: Ints
    research_evidence: Ints
    research_moments: Ints
    research_gain: Ints
    favours: Ints
    favour_cost: Ints
    favour_lifts: Bools
    conditions: Ints
    process_moment: Ints
    process_lifts: Bools
    moment_base: Ints


def own_tables(tables: Tables, seat: int) -> Own:
    """The part of the tables that a seat may see, as read-only copies: no way leads back to the rest."""
    own = Own(
        seat=seat,
        names=tables.names,
        hands=tables.names.hands[seat],
        digits=tables.digits,
        strides=tables.strides,
        sizes=tables.sizes,
        worth=tables.worth[seat],
        issue_worth=tables.issue_worth[seat],
        status_quo=tables.status_quo,
        price_issue=tables.price_issue,
        reservation=tables.reservation[seat],
        opening=tables.opening[seat],
        possible=tables.possible[seat],
        collecting=tables.collecting[seat].copy(),
        promisable=tables.promisable[seat],
        approval=tables.approval[seat],
        ladder=tables.ladder[seat],
        turns=tables.turns,
        bad=tables.bad,
        opens=tables.opens,
        evidence=np.flatnonzero(tables.evidence_seat == seat).astype(np.int32),
        evidence_strength=tables.evidence_strength,
        evidence_countered=tables.evidence_countered,
        research=np.flatnonzero(tables.research_seat == seat).astype(np.int32),
        research_cost=tables.research_cost,
        research_evidence=tables.research_evidence,
        research_moments=tables.research_moments,
        research_gain=tables.research_gain,
        favours=np.flatnonzero(tables.favour_seat == seat).astype(np.int32),
        favour_cost=tables.favour_cost,
        favour_lifts=tables.favour_lifts,
        conditions=np.flatnonzero(tables.condition_seat == seat).astype(np.int32),
        process_moment=tables.process_moment,
        process_lifts=tables.process_lifts,
        moment_base=tables.moment_base,
    )
    return replace(own, **{field.name: _shown(getattr(own, field.name)) for field in fields(own)})


def _shown(part: Any) -> Any:
    if isinstance(part, np.ndarray):
        part = part.copy()
        part.flags.writeable = False
    return part


@dataclass(frozen=True)
class View:
    """What one seat sees in each of B lanes: ``own``, ``game`` and ``theirs`` by name, packages and acts as below.

    The rows are int32 ``[columns, B]``, or lists of plain numbers in a view that is ``plain``; the properties give the
    same with the lanes first.
    """

    tables: Own
    own_row: Row
    game_row: Row
    seen_row: Row
    offered_row: Row
    received_row: Row
    times_row: Row
    last_row: Row
    their_times_row: Row
    their_last_row: Row
    their_hand: Column
    _lanes: int

    def __len__(self) -> int:
        """How many lanes."""
        return self._lanes

    def own(self, column: str) -> Column:
        """A column of one's own row, ``[B]``."""
        return self.own_row[SEAT[column]]

    def game(self, column: str) -> Column:
        """A column of the game that both seats know, ``[B]``."""
        return self.game_row[_GAME_AT[GAME[column]]]

    def theirs(self, column: str) -> Column:
        """A column of the other seat that can be seen, ``[B]``; KeyError for what it feels or holds."""
        return self.seen_row[_SEEN[SEAT[column]]]

    def done(self, act: str) -> Column:
        """How often one has done an act, ``[B]``."""
        return self.times_row[KIND[act]]

    @property
    def mine(self) -> Ints:
        """One's own row, ``[B, seat columns]``."""
        return self._by_lane(self.own_row)

    @property
    def offered(self) -> Ints:
        """The packages one last put on the table, ``[B, 3]``, NONE where there is none."""
        return self._by_lane(self.offered_row)

    @property
    def received(self) -> Ints:
        """The packages the other last put on the table, ``[B, 3]``, NONE where there is none or it has lapsed."""
        return self._by_lane(self.received_row)

    @property
    def times(self) -> Ints:
        """How often one has done each act, ``[B, acts]``."""
        return self._by_lane(self.times_row)

    @property
    def last(self) -> Ints:
        """One's own turn in which one last did each act, ``[B, acts]``."""
        return self._by_lane(self.last_row)

    @property
    def their_times(self) -> Ints:
        """How often the other has done each act, ``[B, acts]``."""
        return self._by_lane(self.their_times_row)

    @property
    def their_last(self) -> Ints:
        """The other's turn in which it last did each act, ``[B, acts]``."""
        return self._by_lane(self.their_last_row)

    @property
    def their_signals(self) -> Ints:
        """How the other's last line sounded, ``[B, 5]``."""
        return self._by_lane(self.seen_row[len(PUBLIC) :])

    def _by_lane(self, rows: Row) -> Ints:
        return np.array([rows]) if isinstance(rows, list) else rows.T

    def worth(self, packages: Column) -> Column:
        """Own utility x100 of packages ``[B]`` or ``[B, n]``; -1 where there is none."""
        hand, there = self.own("hand"), packages >= 0
        if isinstance(packages, np.ndarray) and packages.ndim > 1:
            hand = hand[:, None]
        return where(there, look(self.tables.worth, hand, packages * there), -1)

    def rung(self, aspiration: Column) -> Column:
        """The package to propose at an aspiration (utility x100), given what is known of the other, ``[B]``."""
        level = clip((aspiration + 99) // 100, 0, 100)
        known = self.theirs("told_priorities") | self.own("learned")
        known = where(self.their_hand < len(self.tables.reservation), self.tables.ladder.shape[3] - 1, known)
        return look(self.tables.ladder, self.own("hand"), self.own("lifted"), self.their_hand, known, level)

    @property
    def left(self) -> Column:
        """Own turns left in this meeting, this one included, ``[B]``."""
        return (2 * look(self.tables.turns, self.game("meeting")) - self.game("turn") + 1) // 2

    def plain(self) -> "View":
        """A view of one lane in plain numbers; for readers that only use what ``engine.lanes`` allows."""
        rows = {name: getattr(self, name)[:, 0].tolist() for name in _ROWS}
        return View(tables=self.tables, their_hand=self.their_hand.item(0), _lanes=1, **rows)


_ROWS = tuple(field.name for field in fields(View) if field.name.endswith("_row"))


def view_of(tables: Tables, own: Own, state: State, lanes: NDArray[np.intp] | None = None) -> View:
    """What ``own.seat`` sees of a state, in some lanes or in all. All copies: a view cannot reach the game."""
    me, them = own.seat, 1 - own.seat
    seen, game = state.seat.T[_SHOWN, them], state.game.T[_KNOWN_GAME]
    seen, game = (seen, game) if lanes is None else (seen.take(lanes, axis=1), game.take(lanes, axis=1))
    table, times, last = (_copied(part.T, lanes) for part in (state.table, state.times, state.last))
    told = seen[_SEEN[SEAT["told"]]] >> TOLD["reason"] & 1
    hand = _copied(state.seat.T[SEAT["hand"], them], lanes)
    return View(
        tables=own,
        own_row=_copied(state.seat.T[:, me], lanes),
        game_row=game,
        seen_row=seen,
        offered_row=table[:, me],
        received_row=np.where(seen[_SEEN[SEAT["standing"]]] > 0, table[:, them], NONE),
        times_row=times[:, me],
        last_row=last[:, me],
        their_times_row=times[:, them],
        their_last_row=last[:, them],
        their_hand=np.where(told > 0, hand, tables.reservation.shape[1]),
        _lanes=table.shape[-1],
    )


def _copied(rows: NDArray[Any], lanes: NDArray[np.intp] | None) -> NDArray[Any]:
    """A copy in some lanes or in all; lanes are last, here and in the copy."""
    return rows.copy() if lanes is None else rows.take(lanes, axis=-1)
