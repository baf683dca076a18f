"""Own words in the window: asked back with choices by one key, what they heard, say it again."""

from game.engine.notation import Move
from game.screens.again import Again
from game.screens.debrief import Debriefing
from game.screens.table import Table
from tests.screens.hand import Hand, at
from tests.screens.stages import ended, talking

SORRY = "Um, sorry, I was just wondering if maybe, sort of, that would be okay?"


def say(hand: Hand, line: str) -> None:
    hand.key("/")
    hand.type(line)
    hand.key("enter")


def test_an_unclear_line_opens_a_page_with_its_meanings_and_a_digit_picks_one() -> None:
    game = talking()
    with at(Table(game)) as hand:
        say(hand, "62,300")
        assert "Which of these do you mean?" in hand.text and "None of these; say it again" in hand.text
        hand.key("escape")
        before = len(game.game.entries)
        say(hand, "blorg fnarp zz")
        assert len(game.game.entries) == before


def test_they_heard_is_told_on_request() -> None:
    game = talking()
    game.submit(Move("ask_reason", words=SORRY))
    with at(Table(game)) as hand:
        hand.click("They heard")
        assert "“sorry”" in hand.text


def test_a_line_is_said_again_and_compared() -> None:
    game = talking()
    game.submit(Move("offer", packages=({"salary": "62000"},), words=SORRY))
    with at(Again(game)) as hand:
        assert "Turn " in hand.text
        hand.type("I'd like 62,000, please.")
        hand.click("Compare")
        assert "More sure" in hand.text


def test_the_debrief_leads_to_the_exercise_and_back() -> None:
    with at(Debriefing(ended())) as hand:
        hand.click("Turn by turn")
        hand.click("Say it again")
        assert hand.screen.name == "again"
        hand.key("escape")
        assert hand.screen.name == "debrief"
