"""What is said: fitting, filled in, never twice while a fresh line is left, and always the same for the same game."""

import re
from collections import Counter

import pytest

from game.engine.columns import SITUATION_ID
from game.scenario.words import MOODS, SITUATIONS
from game.session.fill import fill
from game.session.game import Game
from game.session.mood import mood_of
from game.session.voice import Voice
from game.session.wordings import Asked, calm_shown, candidates, menu
from tests.session.games import OFFER, PREPARED, TALK, play, session, stage, to_a_deal

PLACE = re.compile(r"[{}]")


def voice(game: Game, at: int = 0) -> Voice:
    return Voice(game.stage, game.state, game.luck, at)


@pytest.mark.parametrize("situation", [name for name in SITUATIONS if name != "feedback"])
@pytest.mark.parametrize("seat", [0, 1])
def test_every_situation_has_something_to_say(situation: str, seat: int) -> None:
    assert situation in SITUATION_ID
    speaker = voice(session().game)
    said = speaker.line(seat, situation, {"salary"}, package=session().game.stage.tables.status_quo)
    assert said and not PLACE.search(said)


@pytest.mark.parametrize("situation", ["refuse", "chat", "counter", "answer_reason_real"])
def test_no_line_comes_twice_while_a_fresh_one_fits(situation: str) -> None:
    speaker = voice(session(hand="authority").game)
    fitting = {line.say for line in speaker._fitting(1, situation, frozenset(), "even")}
    said = [speaker.line(1, situation, package=0) for _ in range(len(fitting))]
    assert len(set(said)) == len(fitting) > 1
    again = speaker.line(1, situation, package=0)
    assert again in said


def test_the_most_particular_line_comes_first() -> None:
    speaker = voice(session(hand="doubt").game)
    assert "saw it and you fixed it" in " ".join(speaker.line(1, "argue_weighs", {"clean_handovers"}) for _ in range(2))


def test_hands_and_meetings_keep_their_lines_to_themselves() -> None:
    for hand, foreign in (("budget", "personnel"), ("authority", "Alva"), ("doubt", "personnel")):
        speaker = voice(session(hand=hand).game)
        said = " ".join(speaker.line(1, "answer_reason_real") for _ in range(6))
        assert foreign.lower() not in said.lower()
        assert "half-year money" not in said  # what is said only in the second meeting


def test_terms_are_named_even_if_the_line_does_not() -> None:
    speaker = voice(session().game)
    package = stage().tables.package({"salary": "61000", "review_date": "june"}, stage().tables.status_quo)
    for situation in ("answer_whatif", "counter", "argue_weighs"):
        said = speaker.line(1, situation, package=package)
        assert "€61,000" in said and "a review in June" in said and "no training" not in said
    assert "€61,000" in speaker.line(1, "counter", package=package, had=package)


def test_only_what_changed_since_the_last_offer_is_said() -> None:
    tables = stage().tables
    had = tables.package({"salary": "61000", "review_date": "june"}, tables.status_quo)
    now = tables.package({"salary": "62000"}, had)
    said = voice(session().game).line(1, "counter_moved", package=now, had=had)
    assert "€62,000" in said and "June" not in said


def test_a_game_repeats_no_line_of_the_boss_that_it_need_not() -> None:
    game = session(seed=5)
    play(game, *PREPARED, *TALK, OFFER, "hold", "chat", "hold")
    said = Counter(entry.words for entry in game.game.entries if entry.said.seat == 1 and entry.words)
    assert max(said.values()) == 1


def test_nothing_said_or_shown_has_a_place_left_open() -> None:
    for entry in to_a_deal().game.entries:
        for shown in entry.shown:
            assert shown.text and not PLACE.search(shown.text)


def test_a_meeting_opens_with_the_place_and_a_greeting() -> None:
    (turn,) = play(session(), "begin")
    assert [shown.kind for shown in turn.shown] == ["scene", "scene", "line"]
    assert turn.shown[-1].seat == 1


def test_a_better_hour_is_told_after_it_was_agreed_to() -> None:
    turns = play(session(), "begin", "propose better_time")
    texts = [shown.text for shown in turns[-1].shown]
    assert texts[2].startswith("Thursday at seven")
    assert turns[-1].shown[1].seat == 1


def test_the_event_is_told_once_with_what_it_brings_to_light() -> None:
    game = session()
    turns = play(
        game, "begin", *["chat", "ask reason", "acknowledge", "clarify pay_start", "clarify bonus_base", "silence"]
    )
    shown = [each for turn in turns for each in turn.shown]
    assert sum("handed in notice" in each.text for each in shown) == 1
    at = next(n for n, each in enumerate(shown) if each.kind == "event")
    assert shown[at + 1].text == "You can now cite that Quay cannot cover for you." and shown[at + 2].seat == 1


MOODS_OF = [
    ({"trust": 0.5, "patience": 0.5, "defensiveness": 0.6}, "tense"),
    ({"trust": 0.2, "patience": 0.5, "defensiveness": 0.3}, "cold"),
    ({"trust": 0.5, "patience": 0.2, "defensiveness": 0.3}, "tired"),
    ({"trust": 0.6, "patience": 0.5, "defensiveness": 0.3}, "warm"),
    ({"trust": 0.5, "patience": 0.5, "defensiveness": 0.3}, "even"),
]


@pytest.mark.parametrize(("stance", "mood"), MOODS_OF)
def test_moods(stance: dict[str, float], mood: str) -> None:
    assert mood_of(stance) == mood and mood in MOODS


def test_a_place_that_nobody_fills_loses_its_braces() -> None:
    assert fill("{offer}? {no_such}", {"offer": "€1"}) == "€1? no such"
    assert fill("{0} {offer.x} {offer!r}", {"offer": "€1"}) == "{0} {offer.x} {offer!r}"


@pytest.mark.parametrize(("composure", "calm"), [(900, 3), (400, 2), (0, 1)])
def test_low_composure_leaves_fewer_calm_wordings_but_some(composure: int, calm: int) -> None:
    assert calm_shown(composure) == calm
    game = session().game
    game.state.seat[0, 0, 6] = composure
    shown = menu(stage(), game.state, game.luck, Asked("ask_reason", None, 0))
    assert 4 <= len(shown) <= 6
    assert sum(wording.style in ("calm", "warm") for wording in shown) == calm
    assert shown == menu(stage(), game.state, game.luck, Asked("ask_reason", None, 0))


def test_wordings_of_an_item_or_a_seat_are_shown_only_there() -> None:
    said = {wording.id for wording in candidates(stage(), Asked("argue", "market_pay", 0))}
    assert "rr_market_calm" in said and "rr_courier_calm" not in said
    assert "rr_offer_boss" not in {wording.id for wording in candidates(stage(), Asked("offer", None, 0))}


def test_the_same_offer_again_is_said_without_what_stays_as_it_is() -> None:
    first, again = play(session(), "begin", "offer salary=66000 remote=two", "offer salary=66000 remote=two")[1:]
    assert "two days at home" in again.shown[0].text and "no training" not in again.shown[0].text
    assert "two days at home" in first.shown[0].text
