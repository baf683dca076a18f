"""Numbers and named options: what a clause names, and what stays in doubt."""

import pytest

from game.reader.lexicon import lexicon
from game.reader.numbers import numbers
from game.reader.text import fold
from game.reader.values import named_in


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("62k", 62000, ""),
        ("62,000", 62000, ""),
        ("62.000", 62000, ""),
        ("62 000", 62000, ""),
        ("€62k", 62000, "money"),
        ("$1,250.50", 1250.5, "money"),
        ("sixty-two", 62, ""),
        ("sixty two thousand", 62000, ""),
        ("a hundred and twenty", 120, ""),
        ("two and a half", 2.5, ""),
        ("1.5x", 1.5, "x"),
        ("1.5 times", 1.5, "x"),
        ("2 %", 2, "%"),
        ("two percent", 2, "%"),
        ("half a point", 0.5, "%"),
        ("120 euros", 120, "money"),
    ],
)
def test_a_number(said, value, unit):
    (number,) = numbers(said)
    assert (number.values[0], number.unit) == (value, unit)


@pytest.mark.parametrize("said", ["q3", "v2.1b", "a1", "none", "the weight", "often", "1st", "2nd"])
def test_not_a_number(said):
    assert numbers(said) == []


def test_two_numbers_stay_two():
    assert [number.values[0] for number in numbers("110 or 120, two, sixty two")] == [110, 120, 2, 62]


@pytest.mark.parametrize(
    ("said", "package"),
    [
        ("120 and new brakes", {"price": "120", "service": "brakes"}),
        ("the full service, today", {"service": "full", "pickup": "today"}),
        ("a service, the full one", {"service": "full"}),
        ("as it is, at the weekend", {"service": "none", "pickup": "weekend"}),
        ("110 instead of 120", {"price": "110"}),
        ("no less than 120", {"price": "120"}),
        ("more than 120", {}),
        ("not today", {}),
        ("20 off", {"price": "120"}),
        ("in 120 minutes", {}),
        ("2 brakes", {"service": "brakes"}),
    ],
)
def test_what_is_named(scene, said, package):
    named = named_in(fold(said), lexicon(scene), None)
    assert ({value.issue: value.option for value in named.values}, named.doubts) == (package, ())


@pytest.mark.parametrize(("said", "pairs"), [("125", {"120", "130"}), ("10 % off", {"120", "130"}), ("200", {"160"})])
def test_what_stays_in_doubt(scene, said, pairs):
    named = named_in(fold(said), lexicon(scene), None)
    assert named.values == () and {option for doubt in named.doubts for _, option in doubt.pairs} == pairs


@pytest.mark.parametrize(
    ("said", "theirs", "mine", "price"),
    [
        ("10 less", {"price": "120"}, None, "110"),
        ("10 less", None, {"price": "120"}, "110"),
        ("20 less", None, None, "120"),
        ("your offer plus 10", {"price": "120"}, {"price": "100"}, "130"),
        ("what i said, plus 10", {"price": "140"}, {"price": "110"}, "120"),
        ("i'll come down by 10", {"price": "100"}, {"price": "130"}, "120"),
    ],
)
def test_more_and_less_go_from_what_is_named_or_from_the_last_offers(scene, said, theirs, mine, price):
    (value,) = named_in(said, lexicon(scene), theirs, mine=mine).values
    assert (value.issue, value.option) == ("price", price)


def test_more_than_an_offer_that_is_not_known_is_no_value(scene):
    assert named_in("10 on top of your offer", lexicon(scene), None).values == ()
