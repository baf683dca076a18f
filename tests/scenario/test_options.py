"""Options of an issue: ids, labels, points."""

import pytest

from game.scenario.load import read_scenario_text
from game.scenario.model import Issue
from game.scenario.options import (
    number_id,
    number_of,
    option_count,
    option_id,
    option_ids,
    option_label,
    option_values,
    points_of,
)
from tests.scenario.scenes import SMALL, edited

SCENE = read_scenario_text(SMALL, "small")
PRICE, SERVICE, PICKUP = SCENE.issues


def numeric(start: float, stop: float, step: float, unit: str = "") -> Issue:
    span = {"start": start, "stop": stop, "step": step}
    return Issue.model_validate({"id": "n", "label": "n", "range": span, "unit": unit, "status_quo": "0"})


@pytest.mark.parametrize(
    ("start", "stop", "step", "wanted"),
    [
        (1, 2, 0.5, ["1", "1.5", "2"]),
        (3, 1, 1, ["3", "2", "1"]),
        (-1, 1, 1, ["-1", "0", "1"]),
        (0, 0.3, 0.1, ["0", "0.1", "0.2", "0.3"]),
        (100_000, 300_000, 100_000, ["100000", "200000", "300000"]),
    ],
)
def test_ids_of_ranges(start: float, stop: float, step: float, wanted: list[str]) -> None:
    issue = numeric(start, stop, step)
    assert option_ids(issue) == wanted
    assert option_count(issue) == len(wanted)
    assert option_values(issue) == [float(option) for option in wanted]


def test_every_id_names_itself_however_it_is_written() -> None:
    issue = numeric(0, 2, 0.25)
    assert [option_id(issue, f"{value:.4f}") for value in option_values(issue)] == option_ids(issue)
    assert option_id(SERVICE, "1.0") == "1.0"


@pytest.mark.parametrize(
    ("unit", "option", "wanted"),
    [("€{}", "62000", "€62,000"), ("%", "1.5", "1.5 %"), ("{} days", "-3", "-3 days"), ("", "1000000", "1,000,000")],
)
def test_labels_of_numbers(unit: str, option: str, wanted: str) -> None:
    assert option_label(numeric(0, 10, 1, unit), option) == wanted


def test_a_number_between_nought_and_minus_one_keeps_its_sign() -> None:
    assert option_label(numeric(-1, 1, 0.5), "-0.5") == "-0.5"


def test_labels_of_words() -> None:
    assert [option_label(PICKUP, option) for option in option_ids(PICKUP)] == ["today", "at the weekend"]


def test_points_are_interpolated_between_the_numbers_given() -> None:
    buyer = SCENE.seats[0]
    assert points_of(buyer, None, PRICE) == [50, 45, 40, 35, 30, 22.5, 15, 7.5, 0]


def test_points_stay_flat_beyond_the_numbers_given() -> None:
    scene = read_scenario_text(edited(("{80: 50, 120: 30, 160: 0}", "{100: 40, 140.0: 20}")), "small")
    assert points_of(scene.seats[0], None, PRICE) == [40, 40, 40, 35, 30, 25, 20, 20, 20]


def test_the_hands_points_take_the_place_of_the_seats() -> None:
    seller = SCENE.seats[1]
    assert points_of(seller, seller.hands[0], PICKUP) == [20, 10]
    assert points_of(seller, seller.hands[1], PICKUP) == [30, 0]
    assert points_of(seller, seller.hands[1], SERVICE) == [20, 12, 0]


def test_numbers() -> None:
    assert [number_id(value) for value in (0.1 + 0.2, -0.0, 1e6, 2.50)] == ["0.3", "0", "1000000", "2.5"]
    assert [number_of(text) for text in ("1e3", "nan", "inf", "x")] == [1000.0, None, None, None]
