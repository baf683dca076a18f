"""The record of a game, the practices it shows with their turns, and the four kinds of failure."""

import pytest

from game.engine.moves import Moves
from game.engine.scoring import score
from game.engine.story import PRACTICES, failures, process_list
from game.scenario.words import FAILURES, SIGNALS, STANCE
from tests.engine.scenes import Played, compiled, loud, played, scenario, talking


def shown(game: Played, seat: int = 0) -> dict[str, tuple[bool, tuple[int, ...]]]:
    """Practice -> whether it was shown, and its turns."""
    practices = process_list(game.tables, game.story, game.state, seat)
    assert [practice.name for practice in practices] == list(PRACTICES)
    return {practice.name: (practice.met, practice.turns) for practice in practices}


def failed(game: Played, seat: int = 0) -> list[str]:
    return failures(game.tables, game.story, game.state, score(game.tables, game.state), seat)


def test_a_turn_tells_who_did_what_and_what_it_did_to_the_other() -> None:
    line = loud("offer price=100 & argue receipt", hostility=0.4, confidence=0.7)
    game = talking("small", "chat", line)
    told = game.story[-1]
    assert (told.turn, told.seat, told.act, told.rider, told.meeting) == (2, 1, "offer", "argue", 0)
    assert told.signals == dict(zip(SIGNALS, (0.7, 0.0, 0.0, 0.4, 0.0), strict=True))
    assert "irritation_costs" in told.reactions and "hostile" in told.themes
    assert set(told.before) == {*STANCE, "composure"} and told.after["trust"] < told.before["trust"]
    assert told.worth == (int(game.tables.worth[0, 0, told.package]), int(game.tables.worth[1, 0, told.package]))
    assert [told.turn for told in game.story] == [0, 0, 1, 2]


GOOD = played(
    "small",
    *("target 70", "walk-away 36", "research ask_caretaker", "moment evening", "begin", "begin"),
    *("ask reason", "share need", "clarify lights", "chat", "acknowledge", "chat"),
    *("offer price=100 service=brakes", "hold", "trade price=120 for pickup=today", "accept"),
)
BAD = talking(
    "small",
    *("offer price=90", "hold", "offer price=90", "hold", "offer price=130", "hold", "offer price=150", "hold"),
    *(loud("claim alternative", hostility=0.7), "chat", loud("gloat", gloating=0.9), "leave"),
)
#: Practice -> the turns that show it in the good game (counted over both seats).
IN_GOOD = {
    "knew_aim_and_limit": (), "found_out_beforehand": (), "asked_before_offering": (1, 3), "traded": (9,),
    "settled_terms_before_price": (3,), "saw_them": (5,), "chose_the_moment": (), "kept_to_what_is_so": (),
    "stayed_calm": (), "changed_the_offer_after_a_no": (9,),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_GOOD)
def test_a_good_game_shows_its_practices_and_their_turns(name: str) -> None:
    assert shown(GOOD)[name] == (True, IN_GOOD[name])


@pytest.mark.parametrize(
    "name",
    ["knew_aim_and_limit", "found_out_beforehand", "asked_before_offering", "found_the_real_reason", "saw_them",
     "settled_terms_before_price", "changed_the_offer_after_a_no", "stayed_calm", "chose_the_moment"],
)  # fmt: skip
def test_a_bad_game_does_not_show_them(name: str) -> None:
    assert shown(BAD)[name][0] is False


def test_what_shows_the_absence_of_a_practice_is_named_by_turn() -> None:
    practices = shown(BAD)
    assert practices["changed_the_offer_after_a_no"] == (False, (3,))
    assert practices["stayed_calm"] == (False, (9, 11))  # a sharp line; a gloat in calm words
    assert practices["asked_before_offering"] == (False, (1,))


def test_practices_are_those_of_the_seat_asked_for() -> None:
    assert shown(GOOD, 1)["asked_before_offering"][0] is False and shown(GOOD, 1)["knew_aim_and_limit"][0] is False


def test_every_practice_is_met_in_some_game_and_missed_in_another() -> None:
    reason = Moves.all(1, "share_need", item=1)
    warm = talking("small", "ask reason", reason, "chat", "chat", "acknowledge", "chat", "give carry_box", "chat")
    pleading = loud("share need", desperation=0.9, confidence=0.1)
    poor = talking(
        "small", pleading, "chat", pleading, "chat", "offer price=120 final", "hold", "offer price=150", "hold"
    )
    games = [shown(game) for game in (GOOD, BAD, warm, poor)]
    for name in PRACTICES:
        assert {met[name][0] for met in games} == {True, False}, name


# ------------------------------------------------------------------------------------------------- the four failures
def test_a_good_deal_is_no_failure() -> None:
    good = played("small", "target 50", "begin", "begin", "offer price=110 service=brakes pickup=today", "accept")
    assert failed(good) == []


@pytest.mark.parametrize(
    ("lines", "failure"),
    [
        (("target 95", "begin", "begin", "offer price=120", "accept"), "not_what_you_wanted"),
        (("begin", "begin", "offer price=160 service=none pickup=weekend", "accept"), "gave_too_much"),
        (("walk-away 90", "begin", "begin", "offer price=110 service=brakes pickup=today", "accept"), "gave_too_much"),
        (("begin", "begin", "leave"), "empty_handed"),
        (("begin", "begin", "leave"), "misread_them"),
    ],
)
def test_each_kind_of_failure_is_recognised(lines: tuple[str, ...], failure: str) -> None:
    assert failure in failed(played("small", *lines))


def test_failures_come_in_the_order_of_their_words() -> None:
    found = failed(played("small", "target 95", "begin", "begin", "offer price=160 pickup=weekend", "accept"))
    assert len(found) >= 2 and found == [name for name in FAILURES if name in found]


def test_leaving_where_nothing_was_to_be_had_is_not_coming_home_empty() -> None:
    scene = scenario("small")
    hands = [h.model_copy(update={"reservation": 99.0}) for h in scene.seats[1].hands]
    of = compiled(
        scene.model_copy(update={"seats": [scene.seats[0], scene.seats[1].model_copy(update={"hands": hands})]})
    )
    assert "empty_handed" not in failed(talking(of, "leave"))
