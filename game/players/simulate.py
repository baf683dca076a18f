"""Many games at once: a policy in the player's seat against the script, in chunks of lanes, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.carry import carry_over
from game.engine.columns import GAME, KIND, NONE
from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.scoring import Scores, score
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import Events, step
from game.engine.tables import Tables
from game.engine.triggers import without
from game.engine.view import View, own_tables, view_of
from game.players.policy import Policy
from game.scenario.model import Scenario
from game.scenario.reaction import Reaction
from game.scenario.words import OUTCOMES, SUBJECTIVE_VALUE

#: Lanes worked on at once: enough to make the array operations pay, few enough for little memory (about 25 MiB).
CHUNK = 10_000
#: Ended lanes are cleared away once they are more than one in this many.
IDLE_SHARE = 5
#: No game lasts longer than this many turns of both seats, preparation included.
MOST_TURNS = 400


@dataclass(frozen=True)
class Played:
    """The end of B games: their states, scores, the turns they took and the meetings they held, all in lane order."""

    state: State
    scores: Scores
    turns: NDArray[np.int32]

    @property
    def meetings(self) -> NDArray[np.int32]:
        """Meetings held in each game, ``[B]``."""
        return self.state.game[:, GAME["meetings_held"]]


@dataclass(frozen=True)
class _Sitting:
    """Games in which it is the same seat's turn, but for those that have ended: their lanes, states and luck."""

    lanes: NDArray[np.intp]
    state: State
    luck: Luck
    streams: tuple[Luck, Luck]

    def take(self, which: NDArray[np.intp]) -> "_Sitting":
        """Some of them; the same where that is all."""
        if len(which) == len(self.lanes):
            return self
        one, two = self.streams
        return _Sitting(
            self.lanes[which], self.state.take(which), self.luck.take(which), (one.take(which), two.take(which))
        )

    def beside(self, other: "_Sitting | None") -> "_Sitting":
        """These and others."""
        if other is None:
            return self
        streams = other.streams[0].beside(self.streams[0]), other.streams[1].beside(self.streams[1])
        lanes = np.concatenate([other.lanes, self.lanes])
        return _Sitting(lanes, other.state.beside(self.state), other.luck.beside(self.luck), streams)


def play(
    tables: Tables,
    policies: tuple[Policy, Policy],
    luck: Luck,
    hands: NDArray[np.int32] | None = None,
    state: State | None = None,
) -> Iterator[tuple[NDArray[np.intp], State, Events, State]]:
    """Play B games to their ends, a turn at a time in all lanes in which it is the same seat's turn.

    Lanes are independent, so those of one seat wait until most others have caught up, and then go on together.

    Yields for each turn the lanes at the table, their state before it, its events and their state after it. A few lanes
    may have ended before (``before.ended``); nothing that happens to those counts.
    """
    state = start(tables, luck, hands) if state is None else state
    own = (own_tables(tables, 0), own_tables(tables, 1))
    every = _Sitting(np.arange(len(state)), state, luck, (luck.own("seat 0"), luck.own("seat 1")))
    waiting: list[_Sitting | None] = [None, None]
    _seat(every, waiting)
    for _ in range(2 * MOST_TURNS):
        seat = max((0, 1), key=lambda s: len(sitting.lanes) if (sitting := waiting[s]) else 0)
        here, waiting[seat] = waiting[seat], None
        if here is None:
            return
        moves = _moves(policies[seat], view_of(tables, own[seat], here.state), here.streams[seat], here.state.ended)
        after, events = step(tables, here.state, moves, here.luck)
        yield here.lanes, here.state, events, after
        _seat(replace(here, state=after), waiting)
    raise RuntimeError("a game did not end; the turn limit of its meetings is not kept")


def _seat(games: _Sitting, waiting: list[_Sitting | None]) -> None:
    """Let games wait at the seat whose turn it is; those that have ended go along with them as long as they are few."""
    ended, who = games.state.ended, games.state.game[:, GAME["who"]]
    running = len(ended) - int(np.count_nonzero(ended))
    second = int(np.count_nonzero(who[~ended]))
    keep = (len(ended) - running) * IDLE_SHARE <= len(ended)
    for seat, count in ((0, running - second), (1, second)):
        if count:
            stays = (who == seat) & ~ended
            if keep and count == running:
                stays |= ended
            waiting[seat] = games.take(np.flatnonzero(stays)).beside(waiting[seat])


def _moves(policy: Policy, view: View, luck: Luck, ended: NDArray[np.bool_]) -> Moves:
    """What the seat does; lanes that have ended ask for feedback, which changes nothing that counts."""
    moves = policy(view, luck)
    if not ended.any():
        return moves
    act, rider = np.where(ended, KIND["ask_feedback"], moves.act), np.where(ended, NONE, moves.rider)
    return replace(moves, act=act.astype(np.int32), rider=rider.astype(np.int32))


def play_out(
    tables: Tables,
    policies: tuple[Policy, Policy],
    seed: int,
    lanes: NDArray[np.int64],
    hands: NDArray[np.int32] | None = None,
    after: tuple[Tables, Played] | None = None,
) -> Played:
    """Play the numbered lanes to their ends, in chunks; ``after`` the same lanes of an earlier scenario, if given."""
    parts, turns = [], []
    for first in range(0, len(lanes), CHUNK):
        chunk = lanes[first : first + CHUNK]
        given = None if hands is None else hands[first : first + CHUNK]
        luck = Luck.of(seed, chunk)
        beginning = start(tables, luck, given)
        if after is not None:
            beginning = _carried(after, slice(first, first + CHUNK), tables, beginning)
        end = beginning.take(np.arange(len(chunk)))
        count = np.zeros(len(chunk), np.int32)
        for which, before, _, now in play(tables, policies, luck, state=beginning):
            running = ~before.ended
            count[which] += running
            done = np.flatnonzero(now.ended & running)
            if len(done):
                put_back(end, which[done], now.take(done))
        parts.append(end)
        turns.append(count)
    state = parts[0]
    for part in parts[1:]:
        state = state.beside(part)
    return Played(state, score(tables, state), np.concatenate(turns))


def _carried(after: tuple[Tables, Played], lanes: slice, tables: Tables, beginning: State) -> State:
    earlier, played = after
    which = np.arange(len(played.turns))[lanes]
    ended = played.state.take(which)
    return carry_over(earlier, ended, score(earlier, ended), tables, beginning)


def put_back(state: State, lanes: NDArray[np.intp], part: State) -> None:
    """Overwrite some lanes of ``state`` with those of ``part``."""
    for field in fields(State):
        getattr(state, field.name)[lanes] = getattr(part, field.name)


def report(
    scenario: Scenario,
    general: Sequence[Reaction],
    policies: dict[str, Policy],
    games: int,
    seed: int,
    hand: str | None = None,
    switched_off: str | None = None,
    then: Scenario | None = None,
) -> dict[str, Any]:
    """What ``counteroffer simulate`` prints.

    Args:
        hand: a hand of the second seat for all games; drawn by weight otherwise.
        switched_off: a reaction to leave out.
        then: a follow-up scenario, played by the same policy after each game; its figures stand under ``then``.

    Raises:
        KeyError: there is no such hand or reaction; the message is its name.
    """
    tables = _tables(scenario, general, switched_off)
    follow_up = None if then is None else _tables(then, general, None)
    hands = np.full((games, 2), NONE, np.int32)
    if hand is not None:
        if hand not in tables.names.hands[1]:
            raise KeyError(hand)
        hands[:, 1] = tables.names.hands[1].index(hand)
    lanes = np.arange(games)
    figures: dict[str, Any] = {}
    for name, policy in policies.items():
        played = play_out(tables, (policy, script), seed, lanes, hands)
        figures[name] = summary(played)
        if follow_up is not None:
            after = (tables, played)
            figures[name]["then"] = summary(play_out(follow_up, (policy, script), seed + 1, lanes, after=after))
    told = {"scenario": scenario.id, "games": games, "seed": seed}
    return told | ({"then": then.id} if then else {}) | {"policies": figures}


def _tables(scenario: Scenario, general: Sequence[Reaction], switched_off: str | None) -> Tables:
    tables = compile_scenario(scenario, general)
    if switched_off is None:
        return tables
    rest = without(tables.reactions, switched_off)
    return compile_scenario(scenario.model_copy(update={"reactions": []}), rest)


def summary(played: Played) -> dict[str, Any]:
    """Means and standard deviations of many games, for the player in seat 0 and the counterpart in seat 1."""
    scores = played.scores
    deal = scores.outcome == OUTCOMES.index("deal")
    factors = scores.subjective[:, 1].mean(axis=0) / 1000
    return {
        "agreement_rate": _rounded(deal.mean()),
        "deal_value": _spread(scores.deal_value[:, 0] / 100),
        "joint_value": _spread(scores.joint_value / 1000),
        "joint_share_of_max": _spread(scores.joint_share_of_max[deal] / 1000),
        "subjective_value": _spread(scores.subjective[:, 1].mean(axis=1) / 1000)
        | {name: _rounded(factor) for name, factor in zip(SUBJECTIVE_VALUE, factors, strict=True)},
        "willingness": _spread(scores.willingness[:, 1] / 1000),
        "turns": _spread(played.turns),
        "meetings": _spread(played.meetings),
        "outcomes": {name: _rounded((scores.outcome == i).mean()) for i, name in enumerate(OUTCOMES)},
    }


def _spread(values: NDArray[Any]) -> dict[str, float | None]:
    if not len(values):
        return {"mean": None, "sd": None}
    return {"mean": _rounded(values.mean()), "sd": _rounded(values.std())}


def _rounded(value: Any) -> float:
    return round(float(value), 4)
