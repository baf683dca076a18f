"""The ladder, the frontier, the zone and the Nash point against brute force over all packages."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.frontier import frontier, nash_point, zone
from game.engine.ladder import GUESSED, PARTS, RUNGS, Steps, build
from game.engine.tables import Tables
from tests.engine.scenes import SCENES, compiled, scenario, tables

PACKAGES = st.integers(1, 40).flatmap(
    lambda count: st.tuples(
        st.lists(st.integers(0, 10_000), min_size=count, max_size=count),
        st.lists(st.integers(0, 10_000), min_size=count, max_size=count),
        st.lists(st.booleans(), min_size=count, max_size=count).filter(any),
    )
)


THREE = st.lists(st.integers(0, 3000), min_size=3, max_size=3)


def best_by_hand(own: list[int], believed: list[int], allowed: list[bool], aspiration: int) -> set[int]:
    """Packages that may stand on a rung: worth enough to me and, of those, best for the other; else the dearest."""
    may = [p for p in range(len(own)) if allowed[p]]
    enough = [p for p in may if own[p] >= 100 * aspiration] or [p for p in may if own[p] == max(own[q] for q in may)]
    return {p for p in enough if believed[p] == max(believed[q] for q in enough)}


@settings(max_examples=60, deadline=None)
@given(PACKAGES)
def test_a_rung_gives_the_aspiration_and_is_best_for_the_other(drawn: tuple[list[int], list[int], list[bool]]) -> None:
    own, believed, allowed = drawn
    rungs = Steps(np.array(own), np.array(allowed)).best_for(np.array(believed))
    assert len(rungs) == RUNGS
    most = max(worth for worth, may in zip(own, allowed, strict=True) if may)
    for aspiration in range(RUNGS):
        package = int(rungs[aspiration])
        assert allowed[package]
        if 100 * aspiration <= most:
            assert package in best_by_hand(own, believed, allowed, aspiration)
            better = [p for p in best_by_hand(own, believed, allowed, aspiration) if own[p] > own[package]]
            assert not better, "of what is equally good for the other, what is best for me"
        else:
            assert own[package] == most


@settings(max_examples=25, deadline=None)
@given(st.lists(THREE, min_size=4, max_size=4), st.integers(-500, 500))
def test_what_is_known_of_an_issue_counts_and_what_is_not_is_guessed(points: list[list[int]], extra: int) -> None:
    digits = np.array(list(product(range(3), range(3))))
    adds = [np.array([[points[2 * s][a], points[2 * s + 1][b]] for a, b in digits]) for s in (0, 1)]
    mirror = adds[0].max(axis=0) - adds[0]
    more = np.where(digits.sum(axis=1) == 4, extra, 0)
    table = build(Steps(adds[0].sum(axis=1), np.ones(9, bool)), mirror, adds[1], more, only_all=False)
    for known in range(4):
        guess = (GUESSED * adds[1] + (PARTS - GUESSED) * mirror) // PARTS
        seen = [known >> issue & 1 == 1 for issue in (0, 1)]
        believed = np.where(seen, adds[1], guess).sum(axis=1) + (more if known == 3 else 0)
        for aspiration in range(0, int(adds[0].sum(axis=1).max()) // 100 + 1, 7):
            allowed = best_by_hand(adds[0].sum(axis=1).tolist(), believed.tolist(), [True] * 9, aspiration)
            assert int(table[known, aspiration]) in allowed


@pytest.mark.parametrize("scene", SCENES)
def test_every_rung_of_a_scene_may_be_promised_and_reaches_its_aspiration(scene: str) -> None:
    of = tables(scene)
    for seat in (0, 1):
        for hand, lifted in product(range(of.hand_count[seat]), (0, 1)):
            rungs = of.ladder[seat, hand, lifted]
            may = of.possible[seat] & (of.promisable[seat, hand] | bool(lifted))
            may = may if may.any() else of.possible[seat]
            worth = of.worth[seat, hand]
            wanted = np.minimum(100 * np.arange(RUNGS), worth[may].max())
            assert may[rungs].all() and (worth[rungs] >= wanted).all(), (seat, hand, lifted)


@pytest.mark.parametrize("scene", SCENES)
def test_knowing_all_that_matters_to_the_other_offers_it_the_most(scene: str) -> None:
    """For whoever knows hand and priorities, the rung is the best for that hand among all that reach the aspiration."""
    of = tables(scene)
    for seat in (0, 1):
        for hand, other in product(range(of.hand_count[seat]), range(of.hand_count[1 - seat])):
            may = of.possible[seat]
            for aspiration in (40, 60, 80):
                package = int(of.ladder[seat, hand, 1, other, -1, aspiration])
                fine = may & (of.worth[seat, hand] >= 100 * aspiration)
                most = int(of.worth[1 - seat, other][fine].max())
                assert of.worth[1 - seat, other, package] >= most - len(of.sizes), "but for rounding of issue points"


@pytest.mark.parametrize("scene", SCENES)
def test_hands_that_would_say_the_same_are_not_told_apart(scene: str) -> None:
    """What is known of an issue is what was told of it, by this hand; untold issues tell no hands apart."""
    of = tables(scene)
    for seat in (0, 1):
        for hand, told in product(range(of.hand_count[seat]), range(1 << len(of.sizes))):
            stands_for = int(of.alike[seat, hand, told])
            issues = [issue for issue in range(len(of.sizes)) if told >> issue & 1]
            assert (of.issue_worth[seat, hand, issues] == of.issue_worth[seat, stands_for, issues]).all()
            assert stands_for <= hand and (told or stands_for == 0)
            if told + 1 < 1 << len(of.sizes):
                rungs = of.ladder[1 - seat, :, :, :, told]
                assert (rungs[:, :, hand] == rungs[:, :, stands_for]).all()


# --------------------------------------------------------------------------------------------- what was possible at all
def pairs(of: Tables, hands: tuple[int, int]) -> dict[int, tuple[int, int]]:
    """Worth of every possible package to both."""
    possible = np.flatnonzero(of.possible.all(axis=0)).tolist()
    return {p: (int(of.worth[0, hands[0], p]), int(of.worth[1, hands[1], p])) for p in possible}


HANDS = [(scene, (a, b)) for scene in SCENES for a in range(2) for b in range(3)]
HANDS = [(s, h) for s, h in HANDS if h[0] < tables(s).hand_count[0] and h[1] < tables(s).hand_count[1]]


@pytest.mark.parametrize(("scene", "hands"), HANDS)
def test_frontier_zone_and_nash_point_are_those_of_brute_force(scene: str, hands: tuple[int, int]) -> None:
    of = tables(scene)
    worth = pairs(of, hands)
    limits = (int(of.reservation[0, hands[0]]), int(of.reservation[1, hands[1]]))
    inside = {p for p, (a, b) in worth.items() if a >= limits[0] and b >= limits[1]}
    assert set(zone(of, hands).tolist()) == inside and inside
    gains = {p: (worth[p][0] - limits[0]) * (worth[p][1] - limits[1]) for p in inside}
    nash = nash_point(of, hands)
    assert nash in inside and gains[nash] == max(gains.values())
    edge = frontier(of, hands).tolist()
    best: list[tuple[int, int]] = []
    for a, b in sorted(set(worth.values()), key=lambda pair: (-pair[0], -pair[1])):
        if not best or b > best[-1][1]:
            best.append((a, b))
    assert [worth[p] for p in edge] == best, "by falling worth to the first seat, nobody bettered for both"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=6, max_size=6), st.integers(0, 100), st.integers(0, 100))
def test_the_best_that_can_be_reached_is_that_of_brute_force(points: list[int], first: int, second: int) -> None:
    scene = scenario("small")
    seats = list(scene.seats)
    services = ("none", "brakes", "full")
    limits = (first, second)
    hands = [[h.model_copy(update={"reservation": limits[s], "points": {}}) for h in seats[s].hands] for s in (0, 1)]
    for s in (0, 1):
        more = {"service": dict(zip(services, points[3 * s : 3 * s + 3], strict=True))}
        seats[s] = seats[s].model_copy(update={"points": seats[s].points | more, "hands": hands[s]})
    of = compiled(scene.model_copy(update={"seats": seats}))
    worth = pairs(of, (0, 0))
    reach = [
        max((v[s] for v in worth.values() if v[0] >= 100 * first and v[1] >= 100 * second), default=None)
        for s in (0, 1)
    ]
    for s in (0, 1):
        assert of.best[s, 0, 0] == (int(of.worth[s, 0].max()) if reach[s] is None else reach[s])
    assert of.joint_best[0, 0] == max(a + b for a, b in worth.values())
    assert nash_point(of, (0, 0)) == -1 if reach[0] is None else nash_point(of, (0, 0)) in worth
