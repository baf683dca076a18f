"""Typed lines on their way to a move: asked back with a few choices, picks remembered, what was heard, said again."""

import json

import pytest

from game.engine.notation import Move, write
from game.reader.reading import Reading, ReadMove
from game.session import play as playing
from game.session.debrief import debrief
from game.session.debrief_text import as_text
from game.session.heard import heard_in_game, last_heard, noticed
from game.session.picks import Picks
from game.session.play import Refused, Session
from game.session.stronger import compared, worth_saying_again
from game.session.typed import WHICH_FIRST, AskedBack, picked, understood
from tests.session.games import play, session

SORRY = "Um, sorry, I was just wondering if maybe, sort of, 62 would be okay?"


@pytest.fixture
def talking() -> Session:
    game = session(seed=3)
    play(game, "begin")
    return game


def test_notation_stays_notation_and_its_mistakes_are_named(talking):
    assert understood(talking, "ask reason") == Move("ask_reason")
    with pytest.raises(Refused, match="not ISSUE=OPTION"):
        understood(talking, "offer salary=62000 62")


def test_a_clear_line_is_a_move_with_its_words_and_sound(talking):
    move = understood(talking, "I'd like 62,000 and a review in June.")
    assert isinstance(move, Move)
    assert write(move).split(" : ")[0] == "offer salary=62000 review_date=june"
    assert move.signals is not None and move.words is not None


def test_an_unclear_line_is_asked_back_with_at_most_three_choices(talking):
    asked = understood(talking, "62,300")
    assert isinstance(asked, AskedBack)
    assert [write(move).split(" : ")[0] for _, move in asked.choices] == ["offer salary=62000", "offer salary=62500"]
    asked = understood(talking, "blorg fnarp zz")
    assert isinstance(asked, AskedBack) and len(asked.choices) <= 3 and asked.question


def test_a_pick_is_remembered_for_this_wording_in_this_scene_and_seat(talking):
    line = "62,300"
    asked = understood(talking, line)
    assert isinstance(asked, AskedBack)
    first = picked(talking, asked, 1)
    again = understood(talking, "  62,300. ")
    assert isinstance(again, Move) and again.packages == first.packages and again.words == "62,300."
    assert isinstance(understood(talking, "62,400"), AskedBack)


def test_a_remembered_wording_that_cannot_be_done_now_is_asked_about(talking):
    talking.picks.keep("raise_request/employee", "go on then", "accept")
    assert isinstance(understood(talking, "go on then"), AskedBack)


def test_a_line_with_more_than_a_turn_asks_which_comes_first(talking, monkeypatch):
    several = Reading(
        "62. Who decides?",
        (ReadMove("offer", {"package": {"salary": "62000"}}, 0.9, (0, 2), "bare"),),
        {"confidence": 0.75},
        later=(ReadMove("ask_decision", {}, 0.9, (4, 16), "who_decides"),),
    )
    monkeypatch.setattr(talking, "reading", lambda line: several)
    asked = understood(talking, "62. Who decides?")
    assert isinstance(asked, AskedBack) and asked.question == WHICH_FIRST
    assert [move.act for _, move in asked.choices] == ["offer", "ask_decision"]
    assert picked(talking, asked, 1).act == "ask_decision"
    assert isinstance(understood(talking, "62. Who decides?"), AskedBack)  # what comes first is no meaning to remember


def test_picks_are_kept_in_a_small_file_and_a_broken_one_is_no_harm(tmp_path):
    path = tmp_path / "wordings.json"
    Picks(lambda: path).keep("scene/seat", "Go on then!", "accept")
    assert Picks(lambda: path).of("scene/seat", "go on  then") == "accept"
    assert Picks(lambda: path).of("other/seat", "go on then") is None
    for broken in (b"\xff", b"[]", b'{"scene/seat": 3}', b"{"):
        path.write_bytes(broken)
        picks = Picks(lambda: path)
        assert picks.of("scene/seat", "go on then") is None
        picks.keep("scene/seat", "yes", "accept")
        assert json.loads(path.read_text(encoding="utf-8"))["scene/seat"]["yes"] == "accept"


def test_picks_do_not_grow_for_ever():
    picks = Picks()
    for number in range(400):
        picks.keep("scene/seat", f"line {number}", "accept")
    assert picks.of("scene/seat", "line 0") is None and picks.of("scene/seat", "line 399") == "accept"


def test_a_journaled_game_keeps_picks_in_the_players_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COUNTEROFFER_HOME", str(tmp_path / "home"))
    assert playing._wordings_file().parent == tmp_path / "home"


def test_what_was_heard_is_told_on_request_and_quoted_in_the_debrief(talking):
    assert last_heard(talking.game) == ["You have not said anything in your own words yet."]
    talking.submit(Move("ask_reason", words=SORRY))
    told = " ".join(last_heard(talking.game))
    assert "“sorry”" in told and "less sure" in told
    assert any("“sorry”" in line for line in heard_in_game(talking.game))
    text = as_text(debrief(talking.game), "Ruth")
    assert "What was heard in your own words:" in text


def test_a_plain_line_is_said_to_be_plain(talking):
    talking.submit(Move("ask_reason", words="What stands behind that?"))
    assert heard_in_game(talking.game) == () and "plain and calm" in last_heard(talking.game)[0]


def test_a_line_said_again_shows_the_difference(talking):
    talking.submit(Move("offer", packages=({"salary": "62000"},), words=SORRY))
    (line,) = worth_saying_again(talking.game)
    told = compared(talking.game, line.words, "I'd like 62,000, please.")
    assert told[0].startswith("More sure: ")
    assert "Nothing in it stands out any more" in " ".join(told) or "Still heard" in " ".join(told)
    assert told[-1].startswith(("It still does the same", "It would be taken as"))
    assert compared(talking.game, line.words, line.words)[0] == "It sounds the same as before."
    assert "they would have to ask" in compared(talking.game, line.words, "blorg fnarp zz")[-1]


def test_noticed_words_are_grouped_by_how_they_sound():
    words = "Sorry, maybe 62?"
    reading = {
        "heard": [
            {"signal": "confidence", "rule": "apology", "span": [0, 5], "by": -0.17},
            {"signal": "confidence", "rule": "mild_hedge", "span": [7, 12], "by": -0.07},
            {"signal": "warmth", "rule": "curt", "span": [0, 5], "by": -0.1},
        ]
    }
    assert noticed(reading, words) == ["“Sorry” and “maybe”: less sure", "“Sorry”: cooler"]
