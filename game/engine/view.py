"""What a seat may know: its own tables and row, and of the other what was said and done. Policies get nothing else."""

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, NONE, PUBLIC, SEAT, TOLD
from game.engine.luck import Ints, clip
from game.engine.state import State
from game.engine.tables import Bools, Names, Tables

_SEEN = {column: place for place, column in enumerate(PUBLIC)}
_KNOWN_GAME = tuple(
    GAME[name] for name in ("phase", "who", "meeting", "moment", "turn", "event", "stalled", "approval")
)
_GAME_AT = {column: place for place, column in enumerate(_KNOWN_GAME)}
_HEARD = slice(SEAT["heard_confidence"], SEAT["heard_gloating"] + 1)


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
    """What one seat sees in each of B lanes.

    Attributes:
        tables: its part of the tables. mine: its own row ``[B, seat columns]``.
        offered, received: ``[B, 3]`` packages it, and the other, last put on the table; NONE where there is none
            (received: or where it has lapsed).
        times, last: its own acts; their_times, their_last the other's, ``[B, acts]``.
        their_signals: how the other's last line sounded, ``[B, 5]``.
        their_hand: the other's hand if its real reason was told, else the number that means "on average", ``[B]``.
        alike: the first hand of the other's that would have told the same about its priorities, ``[B]``.
    """

    tables: Own
    mine: Ints
    offered: Ints
    received: Ints
    times: NDArray[np.int16]
    last: NDArray[np.int16]
    their_times: NDArray[np.int16]
    their_last: NDArray[np.int16]
    their_signals: Ints
    their_hand: Ints
    alike: Ints
    _game: Ints
    _seen: Ints

    def __len__(self) -> int:
        """How many lanes."""
        return len(self.mine)

    def own(self, column: str) -> Ints:
        """A column of one's own row, ``[B]``."""
        return self.mine[:, SEAT[column]]

    def game(self, column: str) -> Ints:
        """A column of the game that both seats know, ``[B]``."""
        return self._game[:, _GAME_AT[GAME[column]]]

    def theirs(self, column: str) -> Ints:
        """A column of the other seat that can be seen, ``[B]``; KeyError for what it feels or holds."""
        return self._seen[:, _SEEN[SEAT[column]]]

    def worth(self, packages: Ints) -> Ints:
        """Own utility x100 of packages ``[B]`` or ``[B, n]``; -1 where there is none."""
        hand = self.mine[:, SEAT["hand"]]
        hand = hand if packages.ndim == 1 else hand[:, None]
        return np.where(packages >= 0, self.tables.worth[hand, packages], -1)

    def rung(self, aspiration: Ints) -> Ints:
        """The package to propose at an aspiration (utility x100), given what is known of the other, ``[B]``."""
        level = clip((aspiration + 99) // 100, 0, 100)
        known = self.theirs("told_priorities") | self.own("learned")
        sure = self.their_hand < len(self.tables.reservation)
        known = np.where(sure, self.tables.ladder.shape[3] - 1, known)
        hand = np.where(sure, self.their_hand, self.alike)
        package: Ints = self.tables.ladder[self.own("hand"), self.own("lifted"), hand, known, level]
        return package

    @property
    def left(self) -> Ints:
        """Own turns left in this meeting, this one included, ``[B]``."""
        turn, turns = self.game("turn"), self.tables.turns[self.game("meeting")]
        return (2 * turns - turn + 1) // 2


def view_of(tables: Tables, own: Own, state: State, lanes: NDArray[np.intp] | None = None) -> View:
    """What ``own.seat`` sees of a state, in some lanes or in all. All copies: a view cannot reach the game."""
    me, them = own.seat, 1 - own.seat
    mine, other = _rows(state.seat, me, lanes), _rows(state.seat, them, lanes)
    told = other[:, SEAT["told"]] >> TOLD["reason"] & 1
    return View(
        tables=own,
        mine=mine,
        offered=_rows(state.table, me, lanes),
        received=np.where(other[:, SEAT["standing"], None] > 0, _rows(state.table, them, lanes), NONE),
        times=_rows(state.times, me, lanes),
        last=_rows(state.last, me, lanes),
        their_times=_rows(state.times, them, lanes),
        their_last=_rows(state.last, them, lanes),
        their_signals=other[:, _HEARD].copy(),
        their_hand=np.where(told > 0, other[:, SEAT["hand"]], tables.reservation.shape[1]),
        alike=tables.alike[them, other[:, SEAT["hand"]], other[:, SEAT["told_priorities"]] | mine[:, SEAT["learned"]]],
        _game=_columns(state.game if lanes is None else state.game[lanes], _KNOWN_GAME),
        _seen=_columns(other, PUBLIC),
    )


def _rows(array: NDArray[Any], seat: int, lanes: NDArray[np.intp] | None) -> NDArray[Any]:
    """A copy of one seat's part, lanes innermost in memory as in the state."""
    rows = array.T[:, seat]
    return (rows.copy() if lanes is None else rows.take(lanes, axis=-1)).T


def _columns(rows: Ints, which: tuple[int, ...]) -> Ints:
    return rows.T[list(which)].T
