"""Luck is even, repeatable and nobody else's business: not of other lanes, names, turns or seeds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.lanes import clip
from game.engine.luck import Luck

TURN = np.zeros(1, np.int32)
LANES = st.lists(st.integers(0, 10**6), min_size=1, max_size=40)
MANY = np.arange(20_000)


@pytest.mark.parametrize("bound", [2, 3, 7, 100, 1000])
def test_numbers_are_even_enough(bound: int) -> None:
    """Chi-squared within five standard deviations of what chance gives."""
    counts = np.bincount(Luck.of(1, MANY).below(bound, TURN, "x"), minlength=bound)
    expected = len(MANY) / bound
    assert len(counts) == bound
    assert abs(((counts - expected) ** 2 / expected).sum() - (bound - 1)) < 5 * (2 * (bound - 1)) ** 0.5


@pytest.mark.parametrize("what", ["names", "turns", "seeds", "lanes", "streams"])
def test_what_is_named_differently_is_unrelated(what: str) -> None:
    luck = Luck.of(1, MANY)
    one, other = {
        "names": lambda: (luck.below(1000, TURN, "a"), luck.below(1000, TURN, "b")),
        "turns": lambda: (luck.below(1000, TURN, "a"), luck.below(1000, TURN + 1, "a")),
        "seeds": lambda: (luck.below(1000, TURN, "a"), Luck.of(2, MANY).below(1000, TURN, "a")),
        "lanes": lambda: (luck.below(1000, TURN, "a"), Luck.of(1, MANY + 1).below(1000, TURN, "a")),
        "streams": lambda: (luck.own("seat 0").below(1000, TURN, "a"), luck.own("seat 1").below(1000, TURN, "a")),
    }[what]()
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.035 and (one == other).mean() < 0.01


@given(
    st.integers(), st.lists(st.integers(0, 10**6), min_size=1, max_size=40), st.integers(0, 300), st.text(max_size=12)
)
def test_a_lane_draws_the_same_alone_or_in_any_batch(seed: int, lanes: list[int], turn: int, name: str) -> None:
    luck, turns = Luck.of(seed, np.array(lanes)), np.full(len(lanes), turn, np.int32)
    together = luck.below(1000, turns, name)
    alone = [int(Luck.of(seed, np.array([lane])).below(1000, turns[:1], name)[0]) for lane in lanes]
    assert together.tolist() == alone and together.dtype == np.int32
    backwards = np.arange(len(lanes))[::-1]
    assert luck.take(backwards).below(1000, turns, name).tolist() == alone[::-1]
    assert (luck.below(1000, turns[:1], name) == together).all(), "one turn for all lanes"


@given(st.integers(1, 1 << 20))
def test_numbers_stay_below_their_bound(bound: int) -> None:
    drawn = Luck.of(3, np.arange(200)).below(bound, TURN, "x")
    assert (drawn >= 0).all() and (drawn < bound).all()


def test_drawing_uses_nothing_up() -> None:
    luck = Luck.of(1, MANY)
    first = luck.below(1000, TURN, "a")
    luck.below(1000, TURN, "b")
    assert (luck.below(1000, TURN, "a") == first).all()


@given(st.lists(st.integers(-5000, 5000), min_size=1))
def test_clip_is_numpys(values: list[int]) -> None:
    array = np.array(values, np.int32)
    assert (clip(array, 0, 1000) == np.clip(array, 0, 1000)).all()
