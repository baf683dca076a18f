"""The prompts of the table: menus, notation, own words, and what is asked back."""

import pytest

from game.session.choices import GROUPS, acts, items, riders
from game.session.play import Session
from tests.session.games import play, session
from tests.terminal.talk import Keyboard, talk


def at_the_table(*typed: str, assist: str = "practice") -> tuple[Session, Keyboard]:
    """A game that has begun, with these lines typed before the end of input."""
    game = session(seed=3, assist=assist)
    play(game, "begin")
    return game, talk(game, *typed, resumed=True)


def last_move(game: Session) -> str:
    return next(entry.notation for entry in reversed(game.game.entries) if entry.said.seat == 0)


def test_an_unclear_line_is_asked_back_and_changes_nothing() -> None:
    game, shown = at_the_table("hm blah blah")
    assert "did not understand" in shown.text
    assert last_move(game) == "begin"


def test_candidates_are_numbered_and_can_be_turned_down() -> None:
    line = "accept 61,000 or leave"
    game, shown = at_the_table(line, "0")
    if "Did you mean:" in shown.text:
        assert "0. none of these; say it again" in shown.text
    assert last_move(game) == "begin"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("offer salary=1", "There is no option of salary '1' here"),
        ("offer salary=62000 62", "not ISSUE=OPTION"),
        ("trade salary=62000", "a trade is written".capitalize()),
        ("accept", "There is no offer of theirs on the table"),
        ("argue quay_gap", "You do not have this evidence"),
        ("", "silence is a move, too"),
        ("0", "silence is a move, too"),
        ("why", "Only the level 'coach' says that during play"),
    ],
)
def test_what_cannot_be_is_explained(line: str, sentence: str) -> None:
    game, shown = at_the_table(line, "1")
    assert sentence in shown.text
    assert last_move(game) == "begin"


def test_an_offer_is_shown_whole_before_it_is_sent() -> None:
    game, shown = at_the_table("offer salary=62000", "0")
    assert "days at home: no days at home" in shown.text and last_move(game) == "begin"
    game, _ = at_the_table("offer salary=62000", "1")
    assert last_move(game) == "offer salary=62000"


def test_an_offer_is_built_term_by_term() -> None:
    game, shown = at_the_table("4", "1", "2", "61,500", "6", "3", "1", "1")
    assert last_move(game).startswith("offer salary=61500 title=present review_date=january training=none remote=two")
    assert "It is worth" in shown.text


def test_a_price_can_be_typed_in_thousands_and_nonsense_is_asked_again() -> None:
    game, shown = at_the_table("4", "1", "2", "lots", "61.5", "1", "1")
    assert "'lots' is not such a number" in shown.text
    assert last_move(game).startswith("offer salary=61500 ")


def test_a_trade_by_menu() -> None:
    game, _ = at_the_table("4", "3", "6", "2", "1", "62000", "1", "1")
    assert last_move(game).startswith("trade scope=handovers for salary=62000")


def test_two_packages_by_menu() -> None:
    game, _ = at_the_table("4", "2", "2", "62000", "1", "2", "61000", "1", "1")
    assert last_move(game).startswith("offers {salary=62000")


def test_a_last_word_is_the_last_choice() -> None:
    game, _ = at_the_table("4", str(len(acts(session_at_table().game, "offering")) + 1), "1", "1")
    assert " final" in last_move(game)


def session_at_table() -> Session:
    game = session(seed=3)
    play(game, "begin")
    return game


def test_something_can_be_added_and_left_out_again() -> None:
    game, _ = at_the_table("1", "2", "7", "1", "1")
    assert "& credit" in last_move(game)
    game, _ = at_the_table("1", "2", "7", "1", "7", "1")
    assert "&" not in last_move(game)


def test_own_words_keep_the_act_that_was_chosen() -> None:
    game, _ = at_the_table("1", "2", "6", "Sorry, um, maybe you could tell me why?")
    entry = next(entry for entry in reversed(game.game.entries) if entry.said.seat == 0)
    assert entry.said.move.act == "ask_reason" and entry.told.signals["confidence"] < 0.4


def test_leaving_is_asked_about() -> None:
    game, _ = at_the_table("leave", "0")
    assert not game.game.over
    game, _ = at_the_table("leave", "1", "0")
    assert game.game.over


def test_notes_are_kept_and_read() -> None:
    _, shown = at_the_table("notes", "notes she counts crates", "notes")
    assert "You have no notes yet" in shown.text and shown.text.count("she counts crates") == 1


def test_help_tells_what_can_be_typed() -> None:
    _, shown = at_the_table("help")
    assert "In notation:" in shown.text


def test_menus_list_only_what_can_be_done() -> None:
    game = session_at_table()
    assert "accept" not in acts(game.game, "answering")
    assert "quay_gap" not in dict(items(game.game, "argue"))
    play(game, "clarify pay_start", "give quay_mornings")
    assert "pay_start" not in dict(items(game.game, "clarify"))
    assert "quay_mornings" not in dict(items(game.game, "give"))
    assert all(rider != "argue" for rider, _, _ in riders(game.game, "argue"))
    for group in GROUPS:
        for act in acts(game.game, group):
            for name, label in items(game.game, act):
                assert name and label


@pytest.mark.parametrize(("typed", "ends"), [("y", True), ("Yes.", True), ("n", False), ("no", False)])
def test_a_question_is_answered_by_yes_and_no_too(typed: str, ends: bool) -> None:
    game, _ = at_the_table("leave", typed, "0")
    assert game.game.over == ends


@pytest.mark.parametrize(
    "line", ["can we meet again in a month?", "could we meet again?", "let's continue another day", "leave next later"]
)
def test_a_later_day_in_own_words_is_the_next_meeting(line: str) -> None:
    game, shown = at_the_table("acknowledge", line, "1")
    assert "End this meeting and meet again later?" in shown.text and "There is no meeting" not in shown.text
    assert game.game.column("meeting") == 1 or game.game.over


def test_nobody_is_asked_to_confirm_what_cannot_be() -> None:
    _, shown = at_the_table("accept")
    assert "There is no offer of theirs on the table" in shown.text and "Accept their offer?" not in shown.text


def test_an_offer_below_the_own_limit_says_so() -> None:
    game = session(seed=3)
    play(game, "walk-away 45", "begin")
    assert "That is below your walk-away of 45." in talk(game, "offer salary=62000", "0", resumed=True).text
    assert "below your walk-away" not in talk(game, "offer salary=66000 remote=two", "0", resumed=True).text
    _, shown = at_the_table("offer salary=58500", "0")
    assert "To have no deal is worth 37 to you." in shown.text
    game, shown = at_the_table("offer salary=58500", "0", assist="real")
    assert "is worth" not in shown.text


def test_words_typed_where_a_number_is_asked_for_are_said() -> None:
    game, shown = at_the_table("1", "What would work for you?")
    assert last_move(game) == "ask whatif" and "Please type a number" not in shown.text


def test_ending_a_meeting_says_that_it_may_end_the_game() -> None:
    game, shown = at_the_table("leave next later", "0")
    assert "this ends the game without a deal" in shown.text and last_move(game) == "begin"
