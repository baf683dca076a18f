"""Playing on: from many positions at once, each with a move of its own, to the end. What came of it, in points.

After the move both sides go on as policies: the player as ``prepared_and_calm`` (what the game teaches, see
``carrying_on``), the counterpart as its script. Rival moves share their luck, so what differs is the move.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, TALK
from game.engine.ending import DEAL
from game.engine.legal import why_illegal
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.scoring import score
from game.engine.script import script
from game.engine.state import State
from game.engine.step import step
from game.engine.view import view_of
from game.players.policy import Policy
from game.players.simulate import play, put_back
from game.review.carrying_on import carrying_on
from game.review.lanes import taken
from game.review.record import Record, Work

#: Place of the relationship among the four parts of subjective value, and its range x1000.
RELATIONSHIP, LEAST, MOST = 3, 1000, 7000


@dataclass(frozen=True)
class Later:
    """A second move of the player in some lanes: ``moves[i]`` in lane ``lanes[i]``."""

    lanes: NDArray[np.intp]
    moves: Moves


@dataclass(frozen=True)
class Ends:
    """How B games ended for the player.

    Attributes:
        value: deal value and relationship blended, points x100 ``[B]``. deal_value, relation: the two parts, x100.
        deal: bool ``[B]``.
    """

    value: Ints
    deal_value: Ints
    relation: Ints
    deal: NDArray[np.bool_]


def played_on(record: Record, state: State, moves: Moves, luck: Luck, later: Later | None = None) -> Work[Ends]:
    """Make each lane's move and play every game to its end.

    Where ``later`` says so, the player's next move is given, too: as soon as the counterpart has answered, if it can
    be made then.
    """
    tables = record.tables
    after, _ = step(tables, state, moves, luck)
    yield
    if later is not None:
        after = _a_turn_later(record, after, later, luck)
        yield
    end = after.take(np.arange(len(after)))
    for which, before, _, now in play(tables, _players(record), luck, state=after):
        done = np.flatnonzero(now.ended & ~before.ended)
        if len(done):
            put_back(end, which[done], now.take(done))
        yield
    return ends(record, end)


def _a_turn_later(record: Record, state: State, later: Later, luck: Luck) -> State:
    """The states with the second moves made, where the table is still open and they are allowed."""
    tables = record.tables
    answering = later.lanes[_turn_of(state, later.lanes, record.other)]
    if len(answering):
        part, lucky = state.take(answering), luck.take(answering)
        view = view_of(tables, record.own[record.other], part)
        replied, _ = step(tables, part, script(view, lucky.own(f"seat {record.other}")), lucky)
        put_back(state, answering, replied)
    back = np.flatnonzero(_turn_of(state, later.lanes, record.player))
    allowed = back[why_illegal(tables, state.take(later.lanes[back]), taken(later.moves, back)) == 0]
    if len(allowed):
        lanes = later.lanes[allowed]
        moved, _ = step(tables, state.take(lanes), taken(later.moves, allowed), luck.take(lanes))
        put_back(state, lanes, moved)
    return state


def _turn_of(state: State, lanes: NDArray[np.intp], seat: int) -> NDArray[np.bool_]:
    """In which of some lanes it is a seat's turn at the table."""
    game = state.game[lanes]
    turn: NDArray[np.bool_] = (game[:, GAME["phase"]] == TALK) & (game[:, GAME["who"]] == seat)
    return turn


def _players(record: Record) -> tuple[Policy, Policy]:
    return (carrying_on, script) if record.player == 0 else (script, carrying_on)


def ends(record: Record, state: State) -> Ends:
    """What ended games are worth to the player."""
    scores = score(record.tables, state)
    deal_value = scores.deal_value[:, record.player].astype(np.int64)
    felt = scores.subjective[:, record.other, RELATIONSHIP].astype(np.int64)
    relation = (felt - LEAST) * 10_000 // (MOST - LEAST)
    value = ((1000 - record.weight) * deal_value + record.weight * relation) // 1000
    return Ends(value, deal_value, relation, scores.outcome == DEAL)
