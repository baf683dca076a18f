"""Alternating offers between rational players end where theory says (Rubinstein 1982)."""

import pytest

from game.fidelity.rational import keeps, pie, rational
from game.fidelity.rows.theory import error
from game.fidelity.trace import Arm, run


@pytest.mark.parametrize("discount", [0.3, 0.5, 0.6, 0.8, 0.9, 0.97])
def test_the_first_to_speak_gets_one_over_one_plus_the_discount(discount: float) -> None:
    assert abs(error(discount)) < 0.01


@pytest.mark.parametrize(("first", "second"), [(0.9, 0.6), (0.6, 0.9), (0.95, 0.8)])
def test_unequal_patience(first: float, second: float) -> None:
    assert keeps(first, second) == pytest.approx((1 - second) / (1 - first * second))
    trace = run(pie(), Arm("", rational(first, second), rational(second, first)), games=1)
    assert trace.scores.utility[0, 0] / 10_000 == pytest.approx(keeps(first, second), abs=0.01)


def test_they_agree_in_the_first_round() -> None:
    trace = run(pie(), Arm("", rational(0.9, 0.9), rational(0.9, 0.9)), games=3)
    assert trace.deal.all() and (trace.state.seat[:, :, 0] >= 0).all()
    assert not trace.had(0, 1).any()
