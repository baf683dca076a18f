"""Looking closer at the keyboard: the review, another try at a turn, a best line, hints."""

from game.terminal.review import look_closer
from game.terminal.screen import Screen
from tests.session.games import play, session
from tests.terminal.talk import Keyboard, talk


def looked(*lines: str) -> Keyboard:
    """What was shown after a short game that ended badly."""
    game = session(seed=3, hand="doubt")
    play(game, "begin", "ask reason", "disparage", "leave")
    keyboard = Keyboard(lines)
    look_closer(game, Screen(keyboard.read, keyboard.shown.append))
    return keyboard


def test_the_review_is_read_out_and_names_the_worst() -> None:
    text = looked("1", "0").text
    assert "Accuracy" in text
    assert "Turn 2" in text and "damage" in text
    assert "?? Turn 3, blunder" in text
    assert "Worth going back to:" in text


def test_a_turn_can_be_tried_again_with_the_answer_hidden() -> None:
    keyboard = looked("2", "3", "clarify early_calls", "1", "0")
    hidden, _, shown = keyboard.text.partition("Hear what the review would have said there?")
    assert "You are back at turn 3" in hidden
    assert "Right:" in hidden
    assert 'You: "' in shown


def test_a_turn_that_is_not_there_is_answered_with_those_that_are() -> None:
    assert "There is no turn 9 of yours; your turns go from 1 to 3." in looked("2", "9", "0").text


def test_a_best_line_is_a_dialogue_to_the_end() -> None:
    text = looked("3", "3", "0").text
    assert "From turn 3:" in text
    assert text.count('Ruth: "') >= 2


def at_the_table(assist: str, *lines: str) -> str:
    game = session(seed=3, assist=assist)
    play(game, "begin")
    return talk(game, *lines).text


def test_a_coach_gives_two_hints_a_turn_and_no_answer() -> None:
    coached = at_the_table("coach", "hint", "hint", "hint")
    assert "What are you still guessing about?" in coached
    assert "That is all there is" in coached
    assert "Only the level 'coach' gives hints" in at_the_table("real", "hint")
