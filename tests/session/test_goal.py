"""What the debrief says of the end goal and of what came up in the middle."""

from game.session.debrief import debrief
from game.session.play import Session
from tests.session.games import OFFER, play, session

FIRST = "offer salary=64000 title=present review_date=january training=none remote=two scope=handovers"
BEFORE = ("begin", "ask reason", FIRST, "share priority salary", "ask constraint", "clarify pay_start")


def after_the_event(*lines: str) -> Session:
    """A game that has passed the event, and then these lines."""
    game = session(seed=6, hand="doubt")
    play(game, *BEFORE, "share priority remote", *lines)
    assert game.game.column("event") == 1 and not game.game.over
    return game


def test_an_offer_that_moves_only_a_small_point_is_counted_with_its_turn() -> None:
    game = after_the_event(FIRST.replace("january", "june"))
    (first, *_) = debrief(game.game).goal
    assert first.startswith("1 of your 2 offers moved only next review:") and "turn" in first


def test_offers_that_move_what_matters_are_not_counted() -> None:
    game = after_the_event(FIRST.replace("64000", "66000"))
    assert debrief(game.game).goal == ("Every new offer of yours moved something of weight.",)


def test_a_tempting_term_that_betrays_the_aim_is_named() -> None:
    game = after_the_event(FIRST.replace("title=present", "title=manager"))
    assert any(line.startswith("On title you asked for what works against") for line in debrief(game.game).goal)


def test_the_same_offer_after_the_event_is_told_from_another_one() -> None:
    same, other, none = (debrief(after_the_event(*lines).game).curveball for lines in ((FIRST,), (OFFER,), ()))
    assert "were those from before" in same[0]
    assert "were others than before" in other[0] and "turn" in other[0]
    assert "You made no offer after it." in none[0]


def test_taking_up_the_event_is_shown_with_its_turn() -> None:
    assert debrief(after_the_event("chat").game).curveball[1] == "You did not speak of it."
    taken_up = debrief(after_the_event("argue quay_gap").game).curveball[1]
    assert taken_up.startswith("You took it up (turn")


def test_a_game_that_never_got_so_far_says_nothing_of_it() -> None:
    game = session(seed=6)
    play(game, "begin", "ask reason")
    assert debrief(game.game).curveball == ()
