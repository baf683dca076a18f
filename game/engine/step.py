"""The one function that changes the world: ``step(tables, state, moves, draws) -> (state, events)``.

A turn goes through five rooms: is it allowed (``legal``), what can the listener say about it (``facts``), what does the
act itself leave behind (``record``), what does it do to the listener (``psychology``, ``aspiration``), and does it end
anything (``ending``). Nothing else writes a ``State``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.aspiration import aspire
from game.engine.columns import GAME, SEAT, TALK
from game.engine.ending import settle
from game.engine.lanes import Column, Mask, some
from game.engine.legal import SENTENCES, why, why_illegal
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.psychology import Felt, feel, react
from game.engine.record import record
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.turn import Turn, after, take_turns, weigh_offer


class IllegalMove(ValueError):
    """A move that the protocol does not allow; ``codes`` is ``[B]``, indices of ``legal.SENTENCES``."""

    def __init__(self, codes: Ints) -> None:
        self.codes = codes
        super().__init__(SENTENCES[int(codes[codes > 0][0])])


@dataclass(frozen=True, slots=True)
class _Happened:
    """What a turn did in the lanes that do the same: a column each."""

    lanes: NDArray[np.intp] | None
    who: int
    felt: Felt
    worth: Column
    gained: tuple[Column, Column]
    happened: Mask
    agreed: Column
    approval: Column
    met_again: Mask


class Events:
    """What a turn did, for those who tell the story; put together on demand: many games are played, few told.

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

    def __init__(self, lanes: int, reactions: int, parts: Sequence[_Happened]) -> None:
        self._lanes, self._reactions, self._parts = lanes, reactions, parts

    @property
    def who(self) -> Ints:
        """See the attributes, here and below."""
        return self._column([part.who for part in self._parts])

    @property
    def fired(self) -> NDArray[np.bool_]:  # noqa: D102
        fired = np.zeros((self._lanes, self._reactions), bool)
        for part in self._parts:
            lanes = np.arange(self._lanes) if part.lanes is None else part.lanes
            fired[lanes[:, None], part.felt.triggered.which] = part.felt.fired.T
        return fired

    @property
    def changes(self) -> Ints:  # noqa: D102
        by_part = [part.felt.changes for part in self._parts]
        return np.stack([self._column(column) for column in zip(*by_part, strict=True)], axis=1)

    @property
    def worth(self) -> Ints:  # noqa: D102
        return self._column([part.worth for part in self._parts])

    @property
    def gained_evidence(self) -> Ints:  # noqa: D102
        return np.stack([self._column([part.gained[seat] for part in self._parts]) for seat in (0, 1)], axis=1)

    @property
    def happened(self) -> NDArray[np.bool_]:  # noqa: D102
        return self._column([part.happened for part in self._parts]) > 0

    @property
    def agreed(self) -> Ints:  # noqa: D102
        return self._column([part.agreed for part in self._parts])

    @property
    def approval(self) -> Ints:  # noqa: D102
        return self._column([part.approval for part in self._parts])

    @property
    def met_again(self) -> NDArray[np.bool_]:  # noqa: D102
        return self._column([part.met_again for part in self._parts]) > 0

    def _column(self, of_parts: Sequence[Column]) -> Ints:
        """What each part has of something, as int32 ``[B]``."""
        whole = np.zeros(self._lanes, np.int32)
        for part, column in zip(self._parts, of_parts, strict=True):
            whole[slice(None) if part.lanes is None else part.lanes] = column
        return whole


def step(tables: Tables, state: State, moves: Moves, draws: Luck) -> tuple[State, Events]:
    """Apply one turn in each of B lanes: the move of the seat whose turn it is, and what it does to the other.

    Args:
        tables: the compiled scenario. state: B games, none of which may be closed. moves: B moves.
        draws: the luck of these lanes; nothing else is random.

    Raises:
        IllegalMove: some lane's move is not allowed; the state is as it was.
    """
    turns = take_turns(state, moves)
    if any(some(why(tables, turn) > 0) for turn in turns):
        raise IllegalMove(why_illegal(tables, state, moves))
    parts = [_apply(tables, turn, draws) for turn in turns]
    return after(state, turns), Events(len(state), len(tables.reactions.names), parts)


def _apply(tables: Tables, turn: Turn, draws: Luck) -> _Happened:
    """Work out one turn in the lanes that do the same, into its rows."""
    game, mine, theirs = turn.game, turn.mine, turn.theirs
    evidence, event = (mine[SEAT["evidence"]], theirs[SEAT["evidence"]]), game[GAME["event"]]
    turn.drawing(draws)
    weigh_offer(tables, turn)
    felt = react(tables, turn)
    marks = record(tables, turn)
    feel(turn, felt)
    mine[SEAT["turns"]] = mine[SEAT["turns"]] + turn.talking
    approval = settle(tables, turn, marks)
    theirs[SEAT["aspiration"]] = aspire(tables, turn.other, theirs, game, turn.draws)
    _count(turn)
    gained = (mine[SEAT["evidence"]] & ~evidence[0], theirs[SEAT["evidence"]] & ~evidence[1])
    return _Happened(
        lanes=turn.lanes,
        who=turn.who,
        felt=felt,
        worth=turn.worth,
        gained=gained if turn.who == 0 else gained[::-1],
        happened=game[GAME["event"]] != event,
        agreed=marks.agreed,
        approval=approval,
        met_again=turn.talking & (game[GAME["phase"]] <= TALK) & (game[GAME["turn"]] == 0),
    )


def _count(turn: Turn) -> None:
    """Note how often and when each act was done, in the speaker's own turns."""
    now, times, last = turn.mine[SEAT["turns"]], turn.times, turn.last
    times[turn.act], last[turn.act] = times[turn.act] + 1, now - turn.talking
    if turn.rider >= 0:
        times[turn.rider], last[turn.rider] = times[turn.rider] + 1, now - 1
