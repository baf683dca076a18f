"""What the projected debrief says is what the games were: counts, worth, pictures and talking points."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.host.charts import bars, deal_space, histogram, scatter
from game.host.classroom import Classroom
from game.host.points import talking_points
from game.host.results import PairResult, Space, correlation, results, space
from tests.host.classes import School, play_to_a_deal

numbers = st.floats(-20, 130)
points = st.lists(st.tuples(numbers, numbers), max_size=40)


def played(tmp_path: Path, seed: int = 7) -> Classroom:
    """Three pairs: a deal, one that leaves, one that never begins to talk."""
    school = School(tmp_path / f"class{seed}.sqlite", seed=seed)
    room = school.room(people=6)
    school.goes_to(room, "negotiate")
    play_to_a_deal(school, room, 0)
    opener = room.rounds[0].games[1].game.who
    school.says(school.at(room, 1, opener), "ask reason")
    school.says(school.at(room, 1, 1 - opener), "leave")
    school.goes_to(room, "survey")
    return room


@pytest.mark.parametrize("seed", range(6))
def test_a_pair_s_row_is_its_game(tmp_path: Path, seed: int) -> None:
    room = played(tmp_path, seed)
    deal, left, silent = results(room, 0)
    tables = room.stage.tables
    package = tables.package({"price": "35", "shade": "none", "pickup": "now"}, tables.status_quo)
    hands = [tables.names.hands[seat].index(room.hands[seat]) for seat in (0, 1)]
    worth = tuple(int(tables.worth[seat, hands[seat], package]) / 100 for seat in (0, 1))
    vague = room.stage.scenario.details[0].vague_costs["buyer"]  # nobody asked about the plug
    assert (deal.deal, deal.utility, deal.package) == (
        True,
        (worth[0] - vague, worth[1]),
        {"price": "35", "shade": "none", "pickup": "now"},
    )
    assert deal.questions == (1, 0)
    assert deal.offers == (1, 0)
    assert deal.first == (worth[0], None)
    assert deal.joint is not None  # below 0 where both would have done better without a deal
    assert deal.joint <= 1
    assert sorted(left.outcome) == ["impasse_left", "impasse_walked"]
    assert left.utility == tuple(int(tables.reservation[seat, hands[seat]]) / 100 for seat in (0, 1))
    assert silent.outcome == ("impasse_time", "impasse_time")
    assert (silent.began, silent.turns, silent.joint) == (False, 0, None)


def test_no_package_beats_the_frontier(tmp_path: Path) -> None:
    room = played(tmp_path)
    found, tables = space(room), room.stage.tables
    hands = [tables.names.hands[seat].index(room.hands[seat]) for seat in (0, 1)]
    for package in range(tables.worth.shape[2]):
        if tables.possible[0, package] and tables.possible[1, package]:
            x, y = (int(tables.worth[seat, hands[seat], package]) / 100 for seat in (0, 1))
            assert not all(x > fx or y > fy for fx, fy in found.frontier)


def made(**changes: object) -> PairResult:
    base = PairResult(
        pair=0, people=("a", "b"), began=True, over=True, deal=True, outcome=("deal", "deal"), turns=6,
        utility=(60.0, 60.0), deal_value=(50.0, 50.0), joint=0.5, package=None,
        first=(70.0, 70.0), questions=(1, 1), offers=(1, 1),
        factors=(None, None), confidence=((None, None), (None, None)), practices=(None, None),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


def test_talking_points_follow_the_data_and_name_nobody() -> None:
    assert talking_points([]) == []
    asked = [made(questions=(n, 0), joint=n / 10) for n in range(8)]
    said = " ".join(point.said for point in talking_points(asked))
    assert "asked more questions found more for both (r = 1.00 over 8 deals)" in said
    other = " ".join(
        point.said for point in talking_points([made(questions=(n, 0), joint=1 - n / 10) for n in range(8)])
    )
    assert "found less for both (r = -1.00" in other
    few = " ".join(point.said for point in talking_points(asked[:4]))
    assert "r =" not in few
    without = talking_points([made(deal=False, joint=None), made()])
    assert "1 of 2 pairs ended without a deal." in [point.said for point in without]
    assert len(talking_points([*asked, made(deal=False, joint=None)])) == 3
    assert all(point.ask.endswith("?") for point in talking_points(asked))


@given(st.lists(st.tuples(numbers, numbers), max_size=30))
def test_a_correlation_is_between_minus_one_and_one(found: list[tuple[float, float]]) -> None:
    value = correlation(found)
    assert value is None or -1.000001 <= value <= 1.000001
    assert len(found) >= 6 or value is None


def inside(picture: str) -> list[ET.Element]:
    """Every circle of a picture, which is well-formed; all lie inside it."""
    root = ET.fromstring(picture)
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    circles = list(root.iter("circle"))
    assert all(0 <= float(c.attrib["cx"]) <= wide and 0 <= float(c.attrib["cy"]) <= high for c in circles)
    assert not list(root.iter("script"))
    return circles


@given(points, st.integers(0, 20))
def test_every_deal_is_on_the_picture_once(deals: list[tuple[float, float]], impasses: int) -> None:
    found = Space(((0, 100), (100, 0)), (30, 40))
    drawn = deal_space(found, deals, impasses, ("<Ann>", 'B"ob'))
    circles = inside(drawn)
    places = {(round(x, 1), round(y, 1)) for x, y in deals}
    assert len([c for c in circles if c.attrib["class"] == "dot"]) == len(places)
    assert len([c for c in circles if c.attrib["class"] == "none"]) == (impasses > 0)


@given(points, st.lists(numbers, max_size=30))
def test_other_pictures_are_well_formed_whatever_the_values(
    found: list[tuple[float, float]], values: list[float]
) -> None:
    inside(scatter(found, "a & b", "<c>", (0, 100), (0, 100)))
    inside(histogram(values, "worth"))
    inside(bars([("a & b", value, "<x>") for value in values], 7, "how it was"))
