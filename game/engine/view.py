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
_HAND = np.array([SEAT["hand"]])
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

    The rows are integers ``[columns, B]``, the first five lists of plain numbers for a lane that is alone. What methods
    and properties give has the lanes first and is an array even then, unless the view is ``plain``. ``alike`` is the
    first of the other's hands that would have told the same of its priorities: all that telling them has told.
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
    hand_told: Column
    alike: Column
    lanes: int
    is_plain: bool = False

    def __len__(self) -> int:
        """How many lanes."""
        return self.lanes

    def plain(self) -> "View":
        """The view as it is best read by who only uses what ``engine.lanes`` allows: one lane in plain numbers."""
        parts: dict[str, Any] = {name: getattr(self, name) for name in _PARTS}
        return View(**parts, is_plain=True) if self.lanes == 1 else self

    def _shown(self, value: Column) -> Column:
        return np.array([value], np.int32) if isinstance(value, int) and not self.is_plain else value

    def own(self, column: str) -> Column:
        """A column of one's own row, ``[B]``."""
        return self._shown(self.own_row[SEAT[column]])

    def game(self, column: str) -> Column:
        """A column of the game that both seats know, ``[B]``."""
        return self._shown(self.game_row[_GAME_AT[GAME[column]]])

    def theirs(self, column: str) -> Column:
        """A column of the other seat that can be seen, ``[B]``; KeyError for what it feels or holds."""
        return self._shown(self.seen_row[_SEEN[SEAT[column]]])

    def done(self, act: str) -> Column:
        """How often one has done an act, ``[B]``."""
        times = self.times_row[KIND[act]]
        return times.item() if self.is_plain else times

    @property
    def their_hand(self) -> Column:
        """The other's hand if its real reason was told, else the number that means "on average", ``[B]``."""
        return self._shown(self.hand_told)

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
        return np.array([rows], np.int32) if isinstance(rows, list) else rows.T

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
        sure = self.their_hand < len(self.tables.reservation)
        known = where(sure, self.tables.ladder.shape[3] - 1, known)
        hand = where(sure, self.their_hand, self._shown(self.alike))
        return look(self.tables.ladder, self.own("hand"), self.own("lifted"), hand, known, level)

    @property
    def left(self) -> Column:
        """Own turns left in this meeting, this one included, ``[B]``."""
        return (2 * look(self.tables.turns, self.game("meeting")) - self.game("turn") + 1) // 2


_PARTS = tuple(field.name for field in fields(View))[:-1]


def view_of(tables: Tables, own: Own, state: State, lanes: NDArray[np.intp] | None = None) -> View:
    """What ``own.seat`` sees of a state, in some lanes or in all. All copies: a view cannot reach the game."""
    me, them = own.seat, 1 - own.seat
    count = len(state) if lanes is None else len(lanes)
    seen = _rows(state.seat.T[_SHOWN, them], lanes, count)
    times, last = _copied(state.times.T, lanes), _copied(state.last.T, lanes)
    told, stands = seen[_SEEN[SEAT["told"]]] >> TOLD["reason"] & 1 == 1, seen[_SEEN[SEAT["standing"]]] > 0
    hand = _rows(state.seat.T[_HAND, them], lanes, count)[0]
    lying = [where(stands, package, NONE) for package in _rows(state.table.T[:, them], lanes, count)]
    mine = _rows(state.seat.T[:, me], lanes, count)
    return View(
        tables=own,
        own_row=mine,
        game_row=_rows(state.game.T[_KNOWN_GAME], lanes, count),
        seen_row=seen,
        offered_row=_rows(state.table.T[:, me], lanes, count),
        received_row=lying if count == 1 else np.stack(lying),
        times_row=times[:, me],
        last_row=last[:, me],
        their_times_row=times[:, them],
        their_last_row=last[:, them],
        alike=look(tables.alike[them], hand, seen[_SEEN[SEAT["told_priorities"]]] | mine[SEAT["learned"]]),
        hand_told=where(told, hand, tables.reservation.shape[1]),
        lanes=count,
    )


def _rows(block: NDArray[Any], lanes: NDArray[np.intp] | None, count: int) -> Row:
    """Rows ``[.., B]`` in some lanes or in all: a copy, or a list of numbers if that is one lane."""
    if count == 1:
        return block[:, 0 if lanes is None else lanes[0]].tolist()
    return _copied(block, lanes)


def _copied(block: NDArray[Any], lanes: NDArray[np.intp] | None) -> NDArray[Any]:
    return block.copy() if lanes is None else block.take(lanes, axis=-1)
