"""The one function that changes the world: ``step(tables, state, moves, draws) -> (state, events)``.

A turn goes through five rooms: is it allowed (``legal``), what can the listener say about it (``facts``), what does the
act itself leave behind (``record``), what does it do to the listener (``psychology``, ``aspiration``), and does it end
anything (``ending``). Nothing else writes a ``State``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.aspiration import aspire
from game.engine.columns import GAME, NONE, SEAT, TALK
from game.engine.ending import settle
from game.engine.facts import Turn, facts_of, take_turn
from game.engine.legal import SENTENCES, why_illegal
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.psychology import CHANGED_COLUMNS, FLAG_BITS, Felt, Heard, react
from game.engine.record import record
from game.engine.state import State
from game.engine.tables import Tables

_CEILING = np.array([20_000 if column == SEAT["shift"] else 1000 for column in CHANGED_COLUMNS], np.int32)
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
        fired: ``[B, R]`` the reactions that fired in the listener.
        changes: ``[B, K]`` what they added up to, before clipping.
        worth: ``[B]`` what the best package offered is worth to the listener, x100 (0 without one).
        gained_evidence: ``[B, 2]`` mask of evidence that came to light, by seat.
        happened: ``[B]`` the mid-scene event took place in this turn.
        agreed: ``[B]`` 1 if a process or condition was taken on board, 0 if refused, NONE if none was put.
        approval: ``[B]`` 1 approved, 0 refused, NONE if nobody was asked.
        met_again: ``[B]`` whether the turn led to another meeting or moment.
    """

    who: Ints
    fired: NDArray[np.bool_]
    changes: Ints
    worth: Ints
    gained_evidence: Ints
    happened: NDArray[np.bool_]
    agreed: Ints
    approval: Ints
    met_again: NDArray[np.bool_]


def step(tables: Tables, state: State, moves: Moves, draws: Luck) -> tuple[State, Events]:
    """Apply one turn in each of B lanes: the move of the seat whose turn it is, and what it does to the other.

    Args:
        tables: the compiled scenario. state: B games, none of which may be closed. moves: B moves.
        draws: the luck of these lanes; nothing else is random.

    Raises:
        IllegalMove: some lane's move is not allowed; the state is as it was.
    """
    codes = why_illegal(tables, state, moves)
    if codes.any():
        raise IllegalMove(codes)
    turn = take_turn(tables, state, moves)
    talking = turn.game[:, GAME["phase"]] == TALK
    felt = _listen(tables, state, moves, turn, draws)
    marks = record(tables, state, moves, turn)
    _feel(turn, felt)
    turn.mine[:, SEAT["turns"]] += talking
    approval = settle(tables, state, moves, turn, marks, draws)
    theirs = turn.theirs
    theirs[:, SEAT["aspiration"]] = aspire(tables, turn.other, theirs, turn.game)
    after = _written(state, turn, moves, marks.table, talking)
    events = Events(
        who=turn.who,
        fired=felt.fired,
        changes=felt.changes,
        worth=np.where(turn.offered, turn.worth, 0),
        gained_evidence=after.seat[:, :, SEAT["evidence"]] & ~state.seat[:, :, SEAT["evidence"]],
        happened=turn.game[:, GAME["event"]] != state.game[:, GAME["event"]],
        agreed=marks.agreed,
        approval=approval,
        met_again=talking & (turn.game[:, GAME["phase"]] <= TALK) & (turn.game[:, GAME["turn"]] == 0),
    )
    return after, events


def _listen(tables: Tables, state: State, moves: Moves, turn: Turn, draws: Luck) -> Felt:
    reactions, theirs = tables.reactions, turn.theirs
    offset = tables.act_offset
    item = np.where((offset[moves.act] >= 0) & (moves.item >= 0), offset[moves.act] + moves.item, NONE)
    rider_item = np.where(
        (offset[moves.rider] >= 0) & (moves.rider_item >= 0), offset[moves.rider] + moves.rider_item, NONE
    )
    hand = theirs[:, SEAT["hand"]]
    heard = Heard(
        facts=facts_of(tables, state, moves, turn),
        act=moves.act,
        rider=moves.rider,
        after=theirs[:, SEAT["said"]],
        item=item,
        rider_item=rider_item,
        hand=tables.offsets["hands"] + turn.other * reactions.hands + hand,
        seat=turn.other,
        held=hand,
        once=theirs[:, SEAT["once"]],
        turns=turn.mine[:, SEAT["turns"]],
    )
    return react(reactions, heard, draws)


def _feel(turn: Turn, felt: Felt) -> None:
    theirs = turn.theirs
    values = theirs[:, CHANGED_COLUMNS] + felt.changes
    theirs[:, CHANGED_COLUMNS] = np.minimum(np.maximum(values, _FLOOR), _CEILING)
    theirs[:, SEAT["tactic"]] = felt.tactic
    theirs[:, SEAT["line"]] = felt.line
    theirs[:, SEAT["once"]] = felt.once
    for part, column in enumerate((SEAT["flags_0"], SEAT["flags_1"])):
        some = felt.flags[:, part * FLAG_BITS : (part + 1) * FLAG_BITS]
        if some.shape[1]:
            theirs[:, column] |= some @ (1 << np.arange(some.shape[1], dtype=np.int32))


def _written(state: State, turn: Turn, moves: Moves, table: Ints, talking: NDArray[np.bool_]) -> State:
    """The new state: the copied rows put back in their places."""
    lanes, who = turn.lanes, turn.who
    seat = np.empty_like(state.seat)
    seat[lanes, who], seat[lanes, turn.other] = turn.mine, turn.theirs
    times, last = state.times.copy(), state.last.copy()
    times[lanes, who, moves.act] += 1
    last[lanes, who, moves.act] = turn.mine[:, SEAT["turns"]] - talking
    riding = np.flatnonzero(moves.rider >= 0)
    if len(riding):
        times[riding, who[riding], moves.rider[riding]] += 1
        last[riding, who[riding], moves.rider[riding]] = turn.mine[riding, SEAT["turns"]] - 1
    return State(turn.game, seat, table, times, last)
