"""Players of an experiment, put together from small parts: what is said in which turn, and how the rest is bargained.

``acting(haggler, lines)`` is a policy. A line is something to do in one turn; where there
is none, the player bargains, and answers what it is asked.
Lines do not name what only one scene has: ``asks(80)`` is whatever package is worth 80 to the player.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.engine.columns import GAME, KIND, NONE, SEAT
from game.engine.lanes import clip
from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.view import View
from game.players.policy import FLAT, Bools, Policy, Signals, answer, bargain, begin_at_once
from game.scenario.words import RIDERS

#: Something to do in one turn: writes a move into the lanes marked.
Line = Callable[[Draft, View, Luck, Bools], None]
#: Points asked for, for each lane: x100, from the view and the player's own luck.
Demand = Callable[[View, Luck], Ints]


@dataclass(frozen=True)
class Haggler:
    """Opens somewhere and comes down towards a floor, evenly or late; takes what is worth its demand.

    Attributes:
        start: points it opens with; ``spread`` more or less at random, evenly, drawn once a game.
        margin: points above its own alternative where it stops.
        late: 1 concedes evenly, larger values hold out (Faratin, Sierra and Jennings 1998).
        turns: within how many own turns it comes down; None: those of the meeting.
    """

    start: float = 88
    spread: float = 0
    margin: float = 4
    late: float = 1.3
    turns: int | None = None

    def opening(self, luck: Luck) -> Ints:
        """What it opens with, x100 ``[B]``."""
        wide = round(100 * self.spread)
        drawn = luck.below(2 * wide + 1, np.zeros(1, np.int32), "opening") - wide
        opening: Ints = (round(100 * self.start) + drawn).astype(np.int32)
        return opening

    def least(self, view: View) -> Ints:
        """Where it stops, x100 ``[B]``."""
        least: Ints = view.own("reservation") + round(100 * self.margin)
        return least

    def demand(self, view: View, luck: Luck) -> Ints:
        """What it asks for now, x100 ``[B]``."""
        top, floor = self.opening(luck), self.least(view)
        turns = self.turns or view.tables.turns[view.game("meeting")]
        gone = turns - view.left if self.turns is None else view.own("turns")
        share = clip(1000 * gone // np.maximum(turns - 1, 1), 0, 1000) / 1000
        down = np.maximum(top - floor, 0) * share**self.late
        asked: Ints = (np.maximum(top, floor) - down).astype(np.int32)
        return asked


def acting(
    haggles: Haggler,
    lines: Sequence[Line | None] | Mapping[int, Line] = (),
    signals: Signals = FLAT,
) -> Policy:
    """A policy: ``lines[n]`` in the player's own turn n (counted from 0 over the game), bargaining in all others."""
    said = dict(lines) if isinstance(lines, Mapping) else {n: line for n, line in enumerate(lines) if line is not None}

    def policy(view: View, luck: Luck) -> Moves:
        draft = Draft(len(view), signals)
        bargain(draft, view, haggles.demand(view, luck), view.own("reservation"))
        answer(draft, view, (draft.moves.act != KIND["accept"]) & (view.left > 1))
        turns = view.own("turns")
        for number, line in said.items():
            where = turns == number
            if where.any():
                line(draft, view, luck, where)
        begin_at_once(draft, view)
        return draft.moves

    return policy


def says(act: str, item: int = NONE, signals: Signals | None = None, rider: str | None = None) -> Line:
    """An act without a package, with the place of what it names, and perhaps how it sounds."""

    def line(draft: Draft, view: View, luck: Luck, where: Bools) -> None:
        draft.put(where, act, item)
        _colour(draft, where, signals, rider)

    return line


def asks(
    points: float, signals: Signals | None = None, rider: str | None = None, item: int = NONE, final: bool = False
) -> Line:
    """Offer the package that is worth so many points to the player and, as far as it knows, best for the other."""

    def line(draft: Draft, view: View, luck: Luck, where: Bools) -> None:
        draft.put(where, "offer", package=view.rung(np.full(len(view), round(100 * points), np.int32)))
        draft.moves.final[where] = int(final)
        _colour(draft, where, signals, rider, item)

    return line


def takes(which: int = 0) -> Line:
    """Accept the other's package; small talk where there is none."""

    def line(draft: Draft, view: View, luck: Luck, where: Bools) -> None:
        there = view.received[:, which] >= 0
        draft.put(where & there, "accept", which)
        draft.put(where & ~there, "chat")

    return line


def _colour(draft: Draft, where: Bools, signals: Signals | None, rider: str | None, item: int = NONE) -> None:
    if signals is not None:
        draft.moves.signals[where] = signals
    if rider is not None:
        assert rider in RIDERS
        draft.ride(where, rider, item)


def sounding(policy: Policy, signals: Signals) -> Policy:
    """The same moves, said otherwise."""

    def policy_said(view: View, luck: Luck) -> Moves:
        moves = policy(view, luck)
        moves.signals[:] = signals
        return moves

    return policy_said


def saying_first(policy: Policy, lines: Sequence[Line | None]) -> Policy:
    """Another policy (the script, say) that begins with the given lines."""

    def policy_led(view: View, luck: Luck) -> Moves:
        draft = Draft(len(view), FLAT)
        draft = _over(draft, policy(view, luck))
        talking = draft.moves.act != KIND["begin"]
        for number, line in enumerate(lines):
            where = talking & (view.own("turns") == number)
            if line is not None and where.any():
                line(draft, view, luck, where)
        return draft.moves

    return policy_led


def _over(draft: Draft, moves: Moves) -> Draft:
    draft.moves = moves
    return draft


# ------------------------------------------------------------------------------------------- how a game may begin
def begins_with(**columns: int) -> Callable[[Tables, State], State]:
    """Change columns of the fresh state: ``other_trust=700`` (x1000), ``own_reservation=2500`` (x100), ``turn=14``.

    ``own_`` is seat 0, ``other_`` seat 1; without either it is a column of the game. Names: ``engine/columns.py``.
    """

    def begin(tables: Tables, state: State) -> State:
        seat, game = state.seat.copy(order="K"), state.game.copy(order="K")
        for name, value in columns.items():
            who, _, column = name.partition("_")
            if who in ("own", "other"):
                seat[:, int(who == "other"), SEAT[column]] = value
            else:
                game[:, GAME[name]] = value
        return replace(state, seat=seat, game=game)

    return begin


def begins_by_drawing(column: str, low: int, high: int) -> Callable[[Tables, State], State]:
    """Draw a column evenly from ``low`` to ``high`` in each lane (by lane number: the same in all arms)."""

    def begin(tables: Tables, state: State) -> State:
        who, _, name = column.partition("_")
        seat = state.seat.copy(order="K")
        drawn = Luck.of(high, np.arange(len(state))).below(high - low + 1, np.zeros(1, np.int32), column)
        seat[:, int(who == "other"), SEAT[name]] = low + drawn
        return replace(state, seat=seat)

    return begin


def in_turn(*begins: Callable[[Tables, State], State]) -> Callable[[Tables, State], State]:
    """Several changes of the fresh state, one after the other."""

    def begin(tables: Tables, state: State) -> State:
        for change in begins:
            state = change(tables, state)
        return state

    return begin


def after_somebody_else_asked(points: int) -> Callable[[Tables, State], State]:
    """Another requester: the counterpart has before it what somebody else asked for, and feels nothing about it yet."""

    def begin(tables: Tables, state: State) -> State:
        table, hand = state.table.copy(order="K"), state.seat[:, 0, SEAT["hand"]]
        table[:, 0, 0] = tables.ladder[0, hand, 0, tables.reservation.shape[1], 0, points]
        return replace(state, table=table)

    return begin
