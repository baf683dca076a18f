"""What an earlier game leaves behind for a follow-up."""

import numpy as np

from game.engine.carry import carry_over
from game.engine.columns import SEAT
from game.engine.luck import Luck
from game.engine.scoring import score
from game.engine.script import script
from game.engine.state import State, start
from game.players.policies import POLICIES
from game.players.simulate import Played, play_out
from tests.players.arms import scene

FIRST, SECOND = scene("dealer_rebate"), scene("dealer_renewal")
LANES = np.arange(300)


def ended(policy: str) -> Played:
    return play_out(FIRST, (POLICIES[policy], script), 3, LANES)


def followed(policy: str) -> tuple[State, State]:
    played = ended(policy)
    fresh = start(SECOND, Luck.of(4, LANES))
    return fresh, carry_over(FIRST, played.state, score(FIRST, played.state), SECOND, fresh)


def flag(state: State, name: str) -> np.ndarray:
    number = SECOND.reactions.flags.index(name)
    return state.seat[:, 1, SEAT["flags_0"] + number // 30] >> number % 30 & 1


def test_trust_comes_back_half_way() -> None:
    played = ended("aggressive")
    fresh, carried = followed("aggressive")
    expected = (fresh.of("trust")[:, 1] + played.state.of("trust")[:, 1]) // 2
    assert (carried.of("trust")[:, 1] == expected).all()
    assert carried.of("trust")[:, 1].mean() < fresh.of("trust")[:, 1].mean()


def test_what_was_remembered_is_remembered_again() -> None:
    played, (fresh, carried) = ended("aggressive"), followed("aggressive")
    number = FIRST.reactions.flags.index("written_hostility")
    before = played.state.seat[:, 1, SEAT["flags_0"] + number // 30] >> number % 30 & 1
    assert (flag(carried, "written_hostility") == before).all()
    assert not flag(fresh, "written_hostility").any()


def test_how_it_ended_is_known() -> None:
    _, carried = followed("prepared_and_calm")
    deals = ended("prepared_and_calm").scores.outcome == 1
    for name, expected in (("earlier_deal", deals), ("earlier_impasse", ~deals)):
        if name in SECOND.reactions.flags:
            assert (flag(carried, name) == expected).all()
    assert flag(carried, "earlier_warm").mean() > 0.8


def test_a_good_beginning_helps_the_follow_up() -> None:
    """The same policy in the follow-up, after a warm first game and after a cold one."""
    then, lanes = POLICIES["logroller"], np.arange(900)
    after = [
        play_out(SECOND, (then, script), 9, lanes, after=(FIRST, play_out(FIRST, (POLICIES[policy], script), 3, lanes)))
        for policy in ("prepared_and_calm", "aggressive")
    ]
    gain = after[0].scores.deal_value[:, 0] - after[1].scores.deal_value[:, 0]
    assert gain.mean() > 5 * gain.std() / np.sqrt(len(lanes))
    assert after[0].scores.subjective[:, 1, 3].mean() > after[1].scores.subjective[:, 1, 3].mean() + 300
