"""Numbers as people write them, and options that are amounts of something."""

import pytest

from game.library import find_scenario
from game.reader.acts import read
from game.reader.lexicon import lexicon
from game.reader.measures import measures
from game.reader.numbers import numbers
from game.reader.text import fold
from game.reader.values import named_in
from game.scenario.load import load_scenario


@pytest.fixture(scope="module")
def scenes():
    return {name: load_scenario(find_scenario(name)) for name in ("raise_request", "dealer_rebate")}


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("62 and a half", 62.5, ""),
        ("sixty-one and a half thousand", 61500, ""),
        ("two and a quarter per cent", 2.25, "%"),
        ("three quarters of a point", 0.75, "%"),
        ("a point more", 1, "%"),
        ("a month and a half", 1.5, ""),
        ("fifty-nine five", 59500, ""),
        ("sixty two five hundred", 62500, ""),
        ("62ish", 62, ""),
        ("one point seven five per cent", 1.75, "%"),
        ("a second year", 2, ""),
        ("62.000", 62000, ""),
        ("1.5x", 1.5, "x"),
    ],
)
def test_a_number_in_any_usual_form(said, value, unit):
    (number,) = numbers(said)
    assert (number.values[0], number.unit) == (value, unit)


def test_amounts_are_read_from_labels_and_synonyms(scenes):
    found = {(m.value, m.unit): m.option for m in measures(scenes["dealer_rebate"])}
    assert (found[30, "day"], found[1.5, "month"], found[1.5, "x"], found[2, "year"]) == ("d30", "1.5x", "1.5x", "two")
    assert (4, "town") not in found


@pytest.mark.parametrize(
    ("said", "package"),
    [
        ("two years and 45 days", {"length": "two", "payment": "d45"}),
        ("a three-year contract", {"length": "three"}),
        ("2 yrs", {"length": "two"}),
        ("a month and a half of stock", {"stocking": "1.5x"}),
        ("two per cent for a second year", {"rebate": "2", "length": "two"}),
        ("1.5 times the shipments", {"stocking": "1.5x"}),
        ("thirty thousand a year", {}),
    ],
)
def test_an_amount_names_the_option_of_its_unit(scenes, said, package):
    named = named_in(fold(said), lexicon(scenes["dealer_rebate"]), None)
    assert {value.issue: value.option for value in named.values} == package


def test_a_bare_number_that_fits_several_issues_stays_in_doubt(scenes):
    (doubt,) = named_in("1.5", lexicon(scenes["dealer_rebate"]), None).doubts
    assert {issue for issue, _ in doubt.pairs} == {"rebate", "stocking"}


@pytest.mark.parametrize(
    ("line", "theirs", "mine", "package"),
    [
        ("Let's meet in the middle.", {"salary": "60000"}, {"salary": "64000"}, {"salary": "62000"}),
        ("2000 on top of your offer", {"salary": "59000"}, {}, {"salary": "61000"}),
        ("Could we do 62 and a half?", {}, {}, {"salary": "62500"}),
        ("60k is fine but i need a day at home", {}, {}, {"salary": "60000", "remote": "one"}),
        ("I'd like ten more days at home", {}, {}, None),
    ],
)
def test_offers_that_point_at_another(scenes, line, theirs, mine, package):
    reading = read(line, scenes["raise_request"], "employee", theirs, mine)
    assert (reading.moves[0].args.get("package") if reading.moves else None) == package
