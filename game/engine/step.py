"""The one function that changes the world: ``step(tables, state, moves, draws) -> (state, events)``.

A turn goes through five rooms: is it allowed (``legal``), what can the listener say about it (``facts``), what does the
act itself leave behind (``record``), what does it do to the listener (``psychology``, ``aspiration``), and does it end
anything (``ending``). Nothing else writes a ``State``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.aspiration import aspire
from game.engine.columns import GAME, KIND, NONE, SEAT, TALK
from game.engine.ending import settle
from game.engine.facts import Turn, facts_of, rows_back, take_turn
from game.engine.legal import SENTENCES, why_illegal
from game.engine.luck import Ints, Luck, some
from game.engine.moves import Moves
from game.engine.psychology import CHANGED_COLUMNS, Felt, Heard, dense, react, unmoved
from game.engine.record import record
from game.engine.state import State
from game.engine.tables import Tables

_CEILING = np.array([[20_000 if column == SEAT["shift"] else 1000] for column in CHANGED_COLUMNS], np.int32)
_FEELING = np.array([[column not in (SEAT["shift"], SEAT["disclosure"])] for column in CHANGED_COLUMNS])
_FLOOR = np.where(_CEILING == 1000, 0, -20_000).astype(np.int32)


class IllegalMove(ValueError):
    """A move that the protocol does not allow; ``codes`` is ``[B]``, indices of ``legal.SENTENCES``."""

    def __init__(self, codes: Ints) -> None:
        self.codes = codes
        super().__init__(SENTENCES[int(codes[codes > 0][0])])


@dataclass(frozen=True)
class Events:
    """What a turn did, for those who tell the story.

    Attributes:
        who: the seat that moved, ``[B]``.
        fired: bool ``[B, R]`` the reactions that fired in the listener.
        changes: ``[B, K]`` what they added up to, before clipping.
        worth: ``[B]`` what the best package offered is worth to the listener, x100 (0 without one).
        gained_evidence: ``[B, 2]`` mask of evidence that came to light, by seat.
        happened: ``[B]`` the mid-scene event took place in this turn.
        agreed: ``[B]`` 1 if a process or condition was taken on board, 0 if refused, NONE if none was put.
        approval: ``[B]`` 1 approved, 0 refused, NONE if nobody was asked.
        met_again: ``[B]`` whether the turn led to another meeting or moment.
    """

    who: Ints
    changes: Ints
    worth: Ints
    gained_evidence: Ints
    happened: NDArray[np.bool_]
    agreed: Ints
    approval: Ints
    met_again: NDArray[np.bool_]
    _felt: Felt
    _reactions: int

    @property
    def fired(self) -> NDArray[np.bool_]:
        """See the attributes; put together on demand, since many games are played and few are told."""
        return dense(self._felt.parts, len(self.who), self._reactions)


def step(tables: Tables, state: State, moves: Moves, draws: Luck) -> tuple[State, Events]:
    """Apply one turn in each of B lanes: the move of the seat whose turn it is, and what it does to the other.

    Args:
        tables: the compiled scenario. state: B games, none of which may be closed. moves: B moves.
        draws: the luck of these lanes; nothing else is random.

    Raises:
        IllegalMove: some lane's move is not allowed; the state is as it was.
    """
    codes = why_illegal(tables, state, moves)
    if some(codes):
        raise IllegalMove(codes)
    turn = take_turn(tables, state, moves)
    talking = turn.game[:, GAME["phase"]] == TALK
    felt = _listen(tables, state, moves, turn, draws) if some(talking) else unmoved(turn.theirs[:, SEAT["once"]])
    marks = record(tables, state, moves, turn)
    _feel(turn, felt)
    turn.mine[:, SEAT["turns"]] += talking
    approval = settle(tables, state, moves, turn, marks, draws)
    theirs = turn.theirs
    theirs[:, SEAT["aspiration"]] = aspire(tables, turn.other, theirs, turn.game, draws)
    after = _written(state, turn, moves, marks.table, talking)
    events = Events(
        who=turn.who,
        changes=felt.changes,
        worth=np.where(turn.offered, turn.worth, 0),
        gained_evidence=after.seat[:, :, SEAT["evidence"]] & ~state.seat[:, :, SEAT["evidence"]],
        happened=turn.game[:, GAME["event"]] != state.game[:, GAME["event"]],
        agreed=marks.agreed,
        approval=approval,
        met_again=talking & (turn.game[:, GAME["phase"]] <= TALK) & (turn.game[:, GAME["turn"]] == 0),
        _felt=felt,
        _reactions=len(tables.reactions.names),
    )
    return after, events


def _listen(tables: Tables, state: State, moves: Moves, turn: Turn, draws: Luck) -> Felt:
    theirs = turn.theirs
    offset = tables.act_offset
    item = np.where(moves.item >= 0, np.maximum(offset[moves.act] + moves.item, NONE), NONE)
    rider_item = np.where(moves.rider_item >= 0, np.maximum(offset[moves.rider] + moves.rider_item, NONE), NONE)
    hand = theirs[:, SEAT["hand"]]
    heard = Heard(
        facts=facts_of(tables, state, moves, turn),
        act=np.where(turn.game[:, GAME["phase"]] == TALK, moves.act, KIND["begin"]),
        rider=moves.rider,
        after=theirs[:, SEAT["said"]],
        item=item,
        rider_item=rider_item,
        hand=tables.offsets["hands"] + turn.other * tables.worth.shape[1] + hand,
        seat=turn.other,
        once=theirs[:, SEAT["once"]],
        turns=turn.mine[:, SEAT["turns"]],
    )
    return react(tables.reactions, heard, draws)


def uphill(now: Ints, change: Ints) -> Ints:
    """What a change of stance comes to: above the middle a gain counts less the less room is left.

    Both ``[K, B]`` with the rows of ``CHANGED_COLUMNS``. A gain counts in full up to 500, by half at 750, not at all at
    1000, so that no stack of courtesies makes a friend for life; losses count in full everywhere (trust is slow to
    build and quick to lose: Slovic 1993). Shift and disclosure are sums, not feelings, and are left alone.
    """
    room = np.minimum(2 * (1000 - now), 1000)
    eased: Ints = np.where((change > 0) & _FEELING, change * room // 1000, change)
    return eased


def _feel(turn: Turn, felt: Felt) -> None:
    theirs = turn.theirs
    values = theirs.T[CHANGED_COLUMNS] + uphill(theirs.T[CHANGED_COLUMNS], felt.changes.T)
    theirs.T[CHANGED_COLUMNS] = np.minimum(np.maximum(values, _FLOOR), _CEILING)
    theirs[:, SEAT["tactic"]] = felt.tactic
    theirs[:, SEAT["line"]] = felt.line
    theirs[:, SEAT["once"]] = felt.once
    theirs[:, SEAT["flags_0"] : SEAT["flags_1"] + 1] |= felt.flags


def _written(state: State, turn: Turn, moves: Moves, table: Ints, talking: NDArray[np.bool_]) -> State:
    """The new state: the copied rows put back in their places."""
    lanes, who = turn.lanes, turn.who
    times, last = state.times.copy(order="K"), state.last.copy(order="K")
    times[lanes, who, moves.act] += 1
    last[lanes, who, moves.act] = turn.mine[:, SEAT["turns"]] - talking
    riding = np.flatnonzero(moves.rider >= 0)
    if len(riding):
        times[riding, who[riding], moves.rider[riding]] += 1
        last[riding, who[riding], moves.rider[riding]] = turn.mine[riding, SEAT["turns"]] - 1
    return State(turn.game, rows_back(who, turn.mine, turn.theirs), table, times, last)
