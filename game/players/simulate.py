"""Many games at once: a policy in the player's seat against the script, in chunks of lanes, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.carry import carry_over
from game.engine.columns import GAME, NONE
from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.scoring import Scores, score
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import Events, step
from game.engine.tables import Tables
from game.engine.triggers import without
from game.engine.view import Own, own_tables, view_of
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


def play(
    tables: Tables,
    policies: tuple[Policy, Policy],
    luck: Luck,
    hands: NDArray[np.int32] | None = None,
    state: State | None = None,
) -> Iterator[tuple[NDArray[np.intp], State, Events, State]]:
    """Play B games to their ends, a turn at a time in all lanes that still run.

    Yields for each turn the lanes at the table, their state before it, its events and their state after it. A few lanes
    may have ended before (``before.ended``); nothing that happens to those counts.
    """
    state = start(tables, luck, hands) if state is None else state
    own = (own_tables(tables, 0), own_tables(tables, 1))
    streams = (luck.own("seat 0"), luck.own("seat 1"))
    lanes = np.arange(len(state))
    for _ in range(MOST_TURNS):
        ended = state.ended
        if ended.sum() * IDLE_SHARE > len(lanes) or ended.all():
            running = np.flatnonzero(~ended)
            lanes, state = lanes[running], state.take(running)
            luck, streams = luck.take(running), (streams[0].take(running), streams[1].take(running))
        if not len(lanes):
            return
        moves = _moves(tables, policies, own, streams, state)
        after, events = step(tables, state, moves, luck)
        yield lanes, state, events, after
        state = after
    raise RuntimeError("a game did not end; the turn limit of its meetings is not kept")


def _moves(
    tables: Tables, policies: tuple[Policy, Policy], own: tuple[Own, Own], streams: tuple[Luck, Luck], state: State
) -> Moves:
    """What each lane's seat does; lanes that have ended ask for feedback, which changes nothing that counts."""
    who = np.where(state.ended, NONE, state.game[:, GAME["who"]])
    moves: Moves | None = None
    for seat in (0, 1):
        moving = np.flatnonzero(who == seat)
        if len(moving) == len(who):
            return policies[seat](view_of(tables, own[seat], state), streams[seat])
        if len(moving):
            moves = Moves.all(len(who), "ask_feedback") if moves is None else moves
            view = view_of(tables, own[seat], state, moving)
            _fill(moves, moving, policies[seat](view, streams[seat].take(moving)))
    assert moves is not None  # somebody moves: a batch of ended lanes is not played on
    return moves


def _fill(moves: Moves, lanes: NDArray[np.intp], some: Moves) -> None:
    for field in fields(Moves):
        getattr(moves, field.name)[lanes] = getattr(some, field.name)


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
    state = State(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(State)))
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
