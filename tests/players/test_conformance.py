"""Every policy in every scene: legal to the end, which comes in time; numbers in range; lanes apart; no peeking."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from game.engine.columns import GAME, LONG_AGO, NONE, SEAT
from game.engine.legal import why_illegal
from game.engine.luck import Luck
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import step
from game.engine.tables import Tables
from game.engine.view import View, own_tables, view_of
from game.players import simulate
from game.players.policies import POLICIES
from game.players.policy import Policy
from game.players.simulate import play, play_out
from game.scenario.words import ACTS, OUTCOMES, STANCE
from tests.engine.scenes import SCENES, same, tables
from tests.engine.wild import wild

PLAYERS = {**POLICIES, "script": script, "wild": wild}
EVERY = [(scene, policy) for scene in SCENES for policy in PLAYERS]
#: Every policy in one scene and one policy in every scene; the long form takes all pairs.
SOME = [("raise_request", policy) for policy in PLAYERS] + [
    (scene, "wild") for scene in SCENES if scene != "raise_request"
]
REST = [pytest.param(*pair, marks=pytest.mark.soak) for pair in EVERY if pair not in SOME]
#: Preparation takes at most so many moves a seat and meeting, for policies.
PREPARATION = 20
BIT_LIMIT = 1 << 30
SHARES = (*STANCE, "composure", "disclosure", *(name for name in SEAT if name.startswith("heard_")))
UTILITIES = ("aspiration", "reservation")
MASKS = ("told_priorities", "told", "learned", "asked_priorities", "asked", "evidence", "cited", "favours",
         "details", "conditions", "granted", "processes", "agreed", "researched", "moments",
         "flags_0", "flags_1", "once")  # fmt: skip


def most_turns(of: Tables) -> int:
    """Turns of both seats that no game can exceed: each meeting's, twice for a change of moment, and preparation."""
    return int(sum(4 * turns + 2 * PREPARATION for turns in of.turns.tolist()))


@pytest.mark.parametrize(("scene", "policy"), EVERY)
def test_every_move_is_legal_every_number_in_range_and_every_game_ends(scene: str, policy: str) -> None:
    of = tables(scene)
    seen = np.zeros(24, np.int32)
    for lanes, before, _, after in play(of, (PLAYERS[policy], script), Luck.of(5, np.arange(24))):
        seen[lanes] += ~before.ended
        now = after.take(np.flatnonzero(~before.ended))
        in_range(of, now)
        within_the_limit(of, now)
    assert (seen > 2).all() and seen.max() <= most_turns(of)


def test_playing_out_takes_the_state_in_which_each_game_ended() -> None:
    of, players = tables("small"), (wild, script)
    seen = np.zeros(24, np.int32)
    ends: dict[int, State] = {}
    for lanes, before, _, after in play(of, players, Luck.of(5, np.arange(24))):
        seen[lanes] += ~before.ended
        ends |= {int(lanes[n]): after.take(np.array([n])) for n in np.flatnonzero(after.ended & ~before.ended)}
    played = play_out(of, players, 5, np.arange(24))
    assert played.turns.tolist() == seen.tolist() and len(ends) == 24
    assert all(same(played.state.take(np.array([lane])), end) for lane, end in ends.items())


@pytest.mark.parametrize("scene", SCENES)
def test_two_of_any_policies_come_to_an_end(scene: str) -> None:
    of = tables(scene)
    for one, other in zip(PLAYERS.values(), reversed(PLAYERS.values()), strict=True):
        played = play_out(of, (one, other), 6, np.arange(12))
        in_range(of, played.state)
        within_the_limit(of, played.state)
        assert played.state.ended.all() and (played.state.of("outcome") > 0).all()


def within_the_limit(of: Tables, state: State) -> None:
    limit = 2 * of.turns[state.of("meeting")]
    assert (state.of("turn") <= limit).all()
    timed_out = state.of("outcome") == OUTCOMES.index("impasse_time")
    assert (state.of("turn")[timed_out] == limit[timed_out]).all()


def in_range(of: Tables, state: State) -> None:
    """Every number of a state is one it may be."""
    for name in SHARES:
        assert within(state.of(name), 0, 1000), name
    for name in UTILITIES:
        assert within(state.of(name), 0, 10_000), name
    for name in MASKS:
        assert within(state.of(name), 0, BIT_LIMIT - 1), name
    assert within(state.of("shift"), -25_000, 25_000) and not state.of("scratch").any()
    assert within(state.table, NONE, of.packages - 1) and within(state.of("package"), NONE, of.packages - 1)
    assert within(state.of("phase"), 0, 3) and within(state.of("who"), 0, 1) and within(state.of("ender"), NONE, 1)
    assert within(state.of("meeting"), 0, len(of.turns) - 1) and within(state.of("outcome"), 0, len(OUTCOMES) - 1)
    assert within(state.of("budget"), 0, 100) and within(state.of("said"), NONE, len(ACTS) - 1)
    assert within(state.last, LONG_AGO, 400)
    for seat in (0, 1):
        assert within(state.of("hand")[:, seat], 0, of.hand_count[seat] - 1)


def within(values: Any, low: int, high: int) -> bool:
    return bool((np.asarray(values) >= low).all() and (np.asarray(values) <= high).all())


# ------------------------------------------------------------------------------------------------- lanes never touch
@pytest.mark.parametrize(("scene", "policy"), [*SOME, *REST])
def test_a_lane_does_not_depend_on_batch_size_order_or_chunk(
    scene: str, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, players = tables(scene), (PLAYERS[policy], script)
    whole = play_out(of, players, 9, np.arange(20))
    order = np.argsort(np.arange(20) * 7 % 20)
    alone = np.array([13])
    assert same(play_out(of, players, 9, alone).state, whole.state.take(alone))
    monkeypatch.setattr(simulate, "CHUNK", 9)
    shuffled = play_out(of, players, 9, order)
    assert same(shuffled.state, whole.state.take(order)) and (shuffled.turns == whole.turns[order]).all()


def test_another_seed_plays_other_games() -> None:
    of, players = tables("small"), (POLICIES["hardliner"], script)
    assert not same(play_out(of, players, 9, np.arange(20)).state, play_out(of, players, 10, np.arange(20)).state)


def test_a_lane_played_by_hand_equals_the_same_lane_in_a_batch() -> None:
    of = tables("raise_request")
    whole = play_out(of, (POLICIES["prepared_and_calm"], script), 12, np.arange(30)).state
    for lane in (3, 29):
        luck = Luck.of(12, np.array([lane]))
        state = start(of, luck)
        while not state.ended[0]:
            seat = int(state.of("who")[0])
            policy = (POLICIES["prepared_and_calm"], script)[seat]
            moves = policy(view_of(of, own_tables(of, seat), state), luck.own(f"seat {seat}"))
            state, _ = step(of, state, moves, luck)
        assert same(state, whole.take(np.array([lane])))


def test_playing_on_from_a_state_leaves_that_state_as_it_was() -> None:
    of, luck = tables("small"), Luck.of(2, np.arange(20))
    middle = next(after for _, before, _, after in play(of, (wild, script), luck) if (before.of("turn") > 2).all())
    kept = State(*(getattr(middle, field.name).copy() for field in fields(State)))
    for _ in play(of, (wild, script), luck.take(np.arange(len(middle))), state=middle):
        pass
    assert same(middle, kept)


@pytest.mark.parametrize(("scene", "policy"), [*SOME, *REST])
def test_a_policy_answers_the_same_view_the_same_way(scene: str, policy: str) -> None:
    of, player = tables(scene), PLAYERS[policy]
    own = own_tables(of, 0)
    for _, before, _, _ in play(of, (player, script), Luck.of(5, np.arange(10))):
        mine = np.flatnonzero((before.of("who") == 0) & ~before.ended)
        if len(mine):
            state, luck = before.take(mine), Luck.of(5, np.arange(len(mine)))
            one, two = (player(view_of(of, own, state), luck) for _ in range(2))
            for field in fields(one):
                assert np.array_equal(getattr(one, field.name), getattr(two, field.name)), field.name
            assert not why_illegal(of, state, one).any()


def _policy_signature(policy: Policy) -> int:
    return policy.__code__.co_argcount


def test_policies_take_a_view_and_luck_and_nothing_else() -> None:
    assert {_policy_signature(policy) for policy in PLAYERS.values()} == {2}
    assert {name for name in GAME if name in vars(View)} == set()
