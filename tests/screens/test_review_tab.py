"""The review in the window: it comes bit by bit, tells everything in words, and leads back to a turn."""

from game.review.review import Review
from game.screens.debrief import Debriefing
from game.screens.events import Tick
from game.screens.table import Table
from game.session.reviewing import review_of
from tests.screens.hand import Hand
from tests.screens.stages import session


def _opened() -> Hand:
    hand = Hand(Debriefing(session("begin", "ask reason", "disparage", "leave")))
    hand.key("5")
    return hand


def _worked(hand: Hand) -> Review:
    while hand.screen.moving:
        hand.screen.take(Tick(0.02))
    hand.window.draw()
    assert isinstance(hand.screen, Debriefing) and hand.screen.review.work is not None
    found = hand.screen.review.work.review
    assert found is not None
    return found


def test_nothing_is_worked_out_before_the_tab_is_opened() -> None:
    hand = Hand(Debriefing(session("begin", "ask reason", "leave")))
    assert not hand.screen.moving
    hand.key("5")
    assert hand.screen.moving
    assert "The first one is being weighed." in hand.text
    hand.key("1")
    assert not hand.screen.moving


def test_the_tab_says_what_the_command_says_and_leads_back_to_the_worst_turn() -> None:
    hand = _opened()
    found = _worked(hand)
    assert isinstance(hand.screen, Debriefing)
    whole = review_of(hand.screen.session.game)
    assert [each.mark for each in found.decisions] == [each.mark for each in whole.decisions]
    assert "Turn 3: blunder" in hand.text and "Accuracy" in hand.text
    hand.click(f"Try turn {found.turning_points[-1]} again")
    assert isinstance(hand.screen, Table)
    assert hand.screen.session.game.own(0, "turns") == found.turning_points[-1] - 1
