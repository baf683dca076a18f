"""Looking closer at the keyboard: the review, another try at a turn, a best line, hints."""

import pytest

from game.terminal.review import look_closer
from game.terminal.screen import Screen
from tests.session.games import play, session
from tests.terminal.talk import Keyboard, talk


@pytest.fixture(scope="module")
def looked() -> str:
    """What was shown after a short game that ended badly: the review, another try, a best line, a wrong turn."""
    game = session(seed=3, hand="doubt")
    play(game, "begin", "ask reason", "disparage", "leave")
    keyboard = Keyboard(("1", "2", "3", "clarify early_calls", "1", "3", "3", "2", "9", "0"))
    look_closer(game, Screen(keyboard.read, keyboard.shown.append))
    return keyboard.text


def test_the_review_is_read_out_and_names_the_worst(looked: str) -> None:
    assert "Accuracy" in looked
    assert "Turn 2" in looked and "damage" in looked
    assert "?? Turn 3, blunder" in looked
    assert "Worth going back to:" in looked


def test_a_turn_can_be_tried_again_with_the_answer_hidden(looked: str) -> None:
    hidden, _, shown = looked.partition("You are back at turn 3")[2].partition("Hear what the review would have said")
    assert "Right:" in hidden and "Better" not in hidden
    assert 'You: "' in shown


def test_a_best_line_is_a_dialogue_to_the_end(looked: str) -> None:
    assert looked.partition("From turn 3:")[2].count('Ruth: "') >= 2


def test_a_turn_that_is_not_there_is_answered_with_those_that_are(looked: str) -> None:
    assert "There is no turn 9 of yours; your turns go from 1 to 3." in looked


def at_the_table(assist: str, *lines: str) -> str:
    game = session(seed=3, assist=assist)
    play(game, "begin")
    return talk(game, *lines).text


def test_a_coach_gives_two_hints_a_turn_and_no_answer() -> None:
    coached = at_the_table("coach", "hint", "hint", "hint")
    assert "What are you still guessing about?" in coached
    assert "That is all there is" in coached
    assert "Only the level 'coach' gives hints" in at_the_table("real", "hint")
