"""The exercise after the debrief: one's own line said again, stronger."""

from game.engine.notation import Move
from game.terminal.again import say_again
from game.terminal.screen import Screen
from tests.session.games import play, session
from tests.terminal.talk import Keyboard

SORRY = "Um, sorry, I was just wondering if maybe, sort of, 62 would be okay?"


def exercise(*typed: str) -> str:
    game = session(seed=3)
    play(game, "begin")
    game.submit(Move("offer", packages=({"salary": "62000"},), words=SORRY))
    keyboard = Keyboard(typed)
    say_again(Screen(keyboard.read, keyboard.shown.append), game)
    return keyboard.text


def test_the_weakest_line_is_offered_and_the_difference_told():
    told = exercise("1", "I'd like 62,000.", "0")
    assert "Nothing of this counts" in told and "More sure: " in told


def test_it_can_be_left_at_once():
    assert "More sure" not in exercise("0")


def test_without_own_words_there_is_nothing_to_say_again():
    game = session(seed=3)
    play(game, "begin", "ask reason")
    keyboard = Keyboard(())
    say_again(Screen(keyboard.read, keyboard.shown.append), game)
    assert keyboard.text == ""
