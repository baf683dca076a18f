"""What it came to: 0 at the reservation value, 100 at the best reachable; what is attached, given and left vague."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.columns import GAME, SEAT
from game.engine.frontier import zone
from game.engine.scoring import OVERPROMISED, Scores, score
from game.engine.state import State
from game.players.policies import POLICIES
from game.players.simulate import play_out
from game.scenario.words import OUTCOMES, SUBJECTIVE_VALUE
from tests.engine.scenes import SCENES, Played, compiled, loud, played, scenario, tables, talking
from tests.engine.wild import wild

SETTLED = ("clarify lights", "chat")


def scored(game: Played) -> Scores:
    return score(game.tables, game.state)


def written(game: Played, seat: int, column: str, value: int) -> State:
    """The state with another number in one seat's column."""
    seats = game.state.seat.copy()
    seats[:, seat, SEAT[column]] = value
    return replace(game.state, seat=seats)


def deal(package: int, *lines: str) -> Played:
    """The buyer offers a package and the seller takes it, the detail settled."""
    options = tables("small").options_of(package)
    offer = " ".join(f"{issue}={option}" for issue, option in options.items())
    return talking("small", *SETTLED, *lines, f"offer {offer}", "accept")


def test_a_deal_worth_the_alternative_is_worth_nothing() -> None:
    of = tables("small")
    package = int(np.abs(of.worth[0, 0] - of.reservation[0, 0]).argmin())
    exactly = written(deal(package), 0, "reservation", 0)
    start = replace(of, reservation=np.where(np.arange(2)[:, None] == 0, of.worth[0, 0, package], of.reservation))
    assert score(start, exactly).deal_value[0, 0] == 0


@pytest.mark.parametrize("seat", [0, 1])
def test_the_best_package_the_other_could_accept_is_worth_a_hundred(seat: int) -> None:
    of = tables("small")
    inside = zone(of, (0, 0))
    best = int(inside[of.worth[seat, 0, inside].argmax()])
    assert scored(deal(best)).deal_value[0, seat] == 10_000


@pytest.mark.parametrize("seat", [0, 1])
def test_a_deal_below_the_alternative_is_worth_less_than_nothing(seat: int) -> None:
    of = tables("small")
    worst = int(of.worth[seat, 0].argmin())
    assert scored(deal(worst)).deal_value[0, seat] < -1000


def test_a_deal_is_worth_more_the_better_its_package() -> None:
    of = tables("small")
    values = [int(scored(deal(package)).deal_value[0, 0]) for package in range(of.packages)]
    assert [values[p] for p in np.argsort(of.worth[0, 0])] == sorted(values)


def test_an_impasse_is_worth_the_alternative_held() -> None:
    assert scored(talking("small", "leave")).deal_value.tolist() == [[0, 0]]
    of, game = tables("small"), talking("small", "leave")
    better = score(of, written(game, 0, "reservation", int(of.reservation[0, 0]) + 500))
    assert better.deal_value[0, 0] > 0 == better.deal_value[0, 1] and better.utility[0, 0] == of.reservation[0, 0] + 500


def test_researching_an_alternative_makes_an_impasse_worth_more_but_not_a_deal() -> None:
    without = talking("small", "leave")
    after = played("small", "research look_online", "begin", "begin", "leave")
    assert scored(after).utility[0, 0] - scored(without).utility[0, 0] == 500
    lines = ("begin", "begin", "offer price=120", "accept")
    one, other = played("small", *lines), played("small", "research look_online", *lines)
    assert scored(one).deal_value.tolist() == scored(other).deal_value.tolist()


def test_without_a_zone_leaving_counts_as_right() -> None:
    scene = scenario("small")
    hands = [h.model_copy(update={"reservation": 99.0}) for h in scene.seats[1].hands]
    seats = [scene.seats[0], scene.seats[1].model_copy(update={"hands": hands})]
    of = compiled(scene.model_copy(update={"seats": seats}))
    left = talking(of, "leave")
    assert not len(zone(of, (0, 0))) and scored(left).deal_value[0, 0] == 0
    forced = talking(of, "offer price=160", "accept")
    assert scored(forced).deal_value[0, 0] < 0


# ------------------------------------------------------------------------------------------------ what comes on top
def test_conditions_favours_and_vague_details_count() -> None:
    base = scored(talking("small", "clarify lights", "chat", "offer price=120", "accept")).utility[0]
    vague = scored(talking("small", "chat", "chat", "offer price=120", "accept")).utility[0]
    assert (base - vague).tolist() == [600, 200]
    attached = scored(talking("small", *SETTLED, "attach test_ride", "chat", "offer price=120", "accept")).utility[0]
    assert (attached - base).tolist() == [300, -100]
    given = scored(talking("small", *SETTLED, "give carry_box", "chat", "offer price=120", "accept")).utility[0]
    assert (given - base).tolist() == [-200, 0]


def test_a_condition_that_is_refused_does_not_count() -> None:
    lines = (*SETTLED, "attach test_ride", "chat", "offer price=120", "accept")
    bare = (*SETTLED, "chat", "chat", "offer price=120", "accept")
    hard, easy = (
        scored(talking("small", *lines, hands=(0, hand))).utility
        - scored(talking("small", *bare, hands=(0, hand))).utility
        for hand in (1, 0)
    )
    assert hard.tolist() == [[0, 0]] and easy.tolist() == [[300, -100]]


def test_a_favour_costs_its_giver_even_without_a_deal() -> None:
    assert scored(talking("small", "give carry_box", "leave")).utility[0, 0] == 3500 - 200


def test_promising_what_one_cannot_costs_the_one_who_promised() -> None:
    lines = (*SETTLED, "offer price=150 service=full pickup=today", "accept")
    limited, free = (scored(talking("small", *lines, hands=(0, hand))) for hand in (1, 0))
    of = tables("small")
    package = int(limited.package[0])
    assert limited.utility[0, 1] == of.worth[1, 1, package] - OVERPROMISED
    assert free.utility[0, 1] == of.worth[1, 0, package]


def test_the_joint_value_is_the_share_of_the_surplus_both_could_have_had() -> None:
    of = tables("small")
    joint = of.worth[0, 0] + of.worth[1, 0]
    may = of.possible.all(axis=0)
    best = int(np.where(may, joint, 0).argmax())
    top = scored(deal(best))
    assert (top.joint_value[0], top.joint_share_of_max[0]) == (1000, 1000)
    for package in range(0, of.packages, 7):
        found, least = scored(deal(package)), int(of.joint_least[0, 0])
        assert found.joint_value[0] == (joint[package] - least) * 1000 // (joint[best] - least)
        assert found.joint_share_of_max[0] == joint[package] * 1000 // joint[best]
    left = scored(talking("small", "leave"))
    assert (left.joint_value[0], left.joint_share_of_max[0]) == (0, -1)


def test_drift_is_what_a_deal_lies_below_the_declared_walk_away() -> None:
    lines = ("begin", "begin", "offer price=150", "accept")
    of = tables("small")
    game = played("small", "walk-away 60", *lines)
    worth = int(of.worth[0, 0, game.game("package")])
    assert worth < 6000 and scored(game).drift.tolist() == [[6000 - worth, 0]]
    assert scored(played("small", "walk-away 5", *lines)).drift.tolist() == [[0, 0]]
    assert scored(played("small", *lines)).drift.tolist() == [[0, 0]]
    assert scored(game).deal_value.tolist() == scored(played("small", *lines)).deal_value.tolist()


# ------------------------------------------------------------------------------------------------ how it felt
@pytest.mark.parametrize("scene", SCENES)
def test_subjective_value_is_between_one_and_seven_for_both_seats(scene: str) -> None:
    scores = play_out(tables(scene), (wild, POLICIES["random"]), 3, np.arange(300)).scores
    assert scores.subjective.shape == (300, 2, len(SUBJECTIVE_VALUE))
    assert scores.subjective.min() >= 1000 and scores.subjective.max() <= 7000
    assert scores.willingness.min() >= 0 and scores.willingness.max() <= 1000
    assert all(np.unique(scores.subjective[:, seat]).size > 50 for seat in (0, 1))
    assert (scores.outcome > 0).all() and set(np.unique(scores.outcome)) <= set(range(len(OUTCOMES)))


def test_gloating_and_being_taken_at_once_lower_how_it_feels() -> None:
    plain = talking("small", *SETTLED, "offer price=140", "offer price=160", "offer price=150", "accept")
    at_once = talking("small", "clarify lights", "offer price=150 service=none pickup=weekend", "accept")
    assert at_once.game("instant") == 1 and plain.game("instant") == 0
    gloated = talking("small", loud("gloat", gloating=0.9), "chat", *SETTLED, "offer price=150", "accept")
    calm = talking("small", "chat", "chat", *SETTLED, "offer price=150", "accept")
    assert (scored(gloated).subjective[0, 1] < scored(calm).subjective[0, 1]).all()
    assert scored(gloated).willingness[0, 1] < scored(calm).willingness[0, 1]


def test_the_one_whose_first_offer_was_taken_at_once_feels_it() -> None:
    game = talking("small", *SETTLED, "offer price=120", "accept")
    state = game.state.take(np.arange(1))
    slow = replace(state, game=state.game.copy())
    assert state.game[0, GAME["instant"]] == 1
    slow.game[:, GAME["instant"]] = 0
    quick, slowly = score(game.tables, state).subjective[0], score(game.tables, slow).subjective[0]
    assert (quick[0, :2] < slowly[0, :2]).all() and (quick[1] == slowly[1]).all()


def test_an_open_game_counts_as_if_both_took_their_alternatives() -> None:
    scores = scored(talking("small", "offer price=120"))
    assert scores.outcome.tolist() == [0] and scores.package.tolist() == [-1] and scores.deal_value.tolist() == [[0, 0]]
