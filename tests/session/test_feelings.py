"""Lines, feedback and epilogues that come back to something: only where it happened; else a plain one."""

from functools import cache

import pytest

from game.scenario.model import Line
from game.session.debrief import debrief
from game.session.feelings import _happened, epilogue, feedback
from game.session.play import Session
from game.session.stage import Stage, load_stage
from game.session.voice import Voice
from tests.session.games import play

MAIN = ("raise_request", "dealer_rebate", "dealer_renewal", "procurement_pressure")


@cache
def scene(name: str) -> Stage:
    return load_stage(name)


def rebate(hand: str = "squeezed", seed: int = 3) -> Session:
    return Session.new(scene("dealer_rebate"), seed, hands=(None, hand))


def voice(game: Session) -> Voice:
    return Voice(game.game.stage, game.game.state, game.game.luck, 0)


def ways(game: Session, situation: str, **about: int) -> str:
    speaker = voice(game)
    return " ".join(speaker.line(1, situation, **about) for _ in range(8))


def test_what_came_in_the_middle_is_spoken_of_only_once_it_came() -> None:
    game = rebate()
    play(game, "begin")
    assert "Cinder's" not in ways(game, "goodbye") and "envelope" not in ways(game, "leave")
    play(game, *["silence", "acknowledge", "chat", "credit", "ask priority rebate", "ask priority stocking"])
    assert "Cinder's" in ways(game, "goodbye") and "envelope" in ways(game, "leave")


def test_two_per_cent_is_not_refused_with_a_demand_for_two() -> None:
    game = rebate()
    play(game, "begin")
    tables = game.game.stage.tables
    put = {rate: tables.package({"rebate": rate}, tables.status_quo) for rate in ("1.5", "2")}
    first = voice(game).line(1, "refuse_first", heard=put["2"])
    assert "You've said two" in first or "my own figure" in first or "That took long enough" in first
    assert voice(game).line(1, "refuse_first", heard=put["1.5"]) != first


def test_a_first_counteroffer_names_its_price_even_where_it_stays() -> None:
    stage = scene("raise_request")
    game = Session.new(stage, 3)
    package = stage.tables.package({"training": "diploma"}, stage.tables.status_quo)
    assert "€58,000" in voice(game).line(1, "counter", package=package)
    later = stage.tables.package({"training": "diploma", "remote": "one"}, stage.tables.status_quo)
    assert "€58,000" not in voice(game).line(1, "counter", package=later, had=package)


@pytest.mark.parametrize("name", MAIN)
@pytest.mark.parametrize("seat", [0, 1])
def test_no_theme_of_feedback_rests_on_what_may_not_have_happened(name: str, seat: int) -> None:
    lines = [line for line in scene(name).seat(seat).lines["feedback"] if isinstance(line, Line)]
    free = {line.theme for line in lines if not (line.after or line.hand or line.mood or line.meeting)}
    assert {line.theme for line in lines if line.after} <= free


@pytest.mark.parametrize("name", MAIN)
def test_there_is_a_way_it_goes_on_whatever_was_agreed(name: str) -> None:
    for seat in scene(name).scenario.seats:
        for kind, lines in seat.epilogues.items():
            always = [x for x in lines if isinstance(x, str) or not (x.terms or x.after or x.meeting or x.hand)]
            assert always, f"{seat.id}: {kind}"


def test_feedback_speaks_of_the_envelope_to_who_stayed_calm_about_it() -> None:
    lines = [each for each in scene("dealer_rebate").seat(1).lines["feedback"] if isinstance(each, Line)]
    envelope = next(line for line in lines if "envelope" in line.say)
    hasty, calm = rebate(), rebate()
    play(hasty, "begin", "offer rebate=1.5", "leave")
    play(calm, "begin", *["ask reason", "acknowledge", "silence", "chat", "credit", "acknowledge", "silence", "leave"])
    assert not _happened(hasty.game, 1, envelope, {0}) and _happened(calm.game, 1, envelope, {0})
    assert all("envelope" not in shown.text for shown in feedback(hasty.game))


def test_no_mail_is_kept_where_none_was_written() -> None:
    for seed in range(6):
        game = rebate(seed=seed)
        play(game, "begin", "disparage", "vent", "warn", "leave")
        assert game.game.outcome.startswith("impasse") and "e-mails" not in epilogue(game.game)


def test_nothing_is_praised_that_nothing_called_for() -> None:
    game = rebate()
    play(game, "begin", "gloat", "disparage", "vent", "leave")
    found = debrief(game.game)
    said = {each.name: each for each in found.practices}
    assert "came with something new" not in said["changed_the_offer_after_a_no"].text
    assert said["changed_the_offer_after_a_no"].text not in found.wins
    assert not said["stayed_calm"].met
