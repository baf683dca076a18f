"""Effect sizes on samples whose sizes are known."""

import math

import numpy as np
import pytest

from game.fidelity.stats import Estimate, correlation, difference, gap, mean, slope, spread, standardised, together

LUCK = np.random.default_rng(1)
NAN = np.array([np.nan, np.nan])


def test_a_difference_is_in_pooled_standard_deviations() -> None:
    found = standardised(np.array([2.0, 4.0, 6.0]), np.array([1.0, 3.0, 5.0]))
    assert found.value == pytest.approx(0.5)


def test_the_interval_covers_the_truth_in_about_nineteen_of_twenty() -> None:
    hits = 0
    for _ in range(400):
        found = standardised(LUCK.normal(0.4, 1, 60), LUCK.normal(0, 1, 60))
        low, high = found.interval
        hits += low <= 0.4 <= high
    assert 360 <= hits <= 396


def test_what_is_no_number_is_left_out() -> None:
    whole, holed = np.array([1.0, 2.0, 3.0]), np.array([1.0, np.nan, 2.0, 3.0, np.nan])
    assert mean(whole) == mean(holed) and spread(whole) == spread(holed)
    assert standardised(whole, whole + 1) == standardised(holed, holed + 1)


def test_with_nothing_to_measure_there_is_no_size() -> None:
    for found in (mean(NAN), standardised(NAN, NAN), gap(NAN, NAN), correlation(NAN, NAN), slope(NAN, NAN)):
        assert math.isnan(found.value)
    assert math.isnan(together([]).value)


def test_arms_without_spread() -> None:
    ones, twos = np.ones(5), np.full(5, 2.0)
    assert standardised(ones, ones).value == 0 and standardised(twos, ones).value == math.inf


def test_a_slope_with_another_variable_held() -> None:
    first, goal = LUCK.normal(size=4000), LUCK.normal(size=4000)
    final = 0.4 * first + 2 * goal + LUCK.normal(0, 0.1, 4000)
    low, high = slope(first + goal, final + goal, [goal]).interval
    assert low < 0.4 < high


def test_rates_and_correlations() -> None:
    assert gap(np.array([1, 1, 0, 0]), np.array([1, 0, 0, 0])).value == pytest.approx(0.25)
    x = np.arange(20.0)
    assert correlation(x, 3 - x).value == pytest.approx(-1)


def test_scenes_count_the_same_and_those_without_a_size_are_left_out() -> None:
    one, other, none = Estimate(1.0, 0.3), Estimate(2.0, 0.4), Estimate(math.nan, math.nan)
    assert together([one, other, none]).value == 1.5
    assert together([one, other]).error == pytest.approx(0.25)
    assert difference(other, one).value == 1.0 and difference(other, one).error == pytest.approx(0.5)
