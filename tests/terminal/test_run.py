"""A whole game at the keyboard, and every way to stop it."""

import re
from pathlib import Path

import pytest

from game.session.play import Session
from game.terminal.screen import WIDEST
from tests.session.games import session, stage
from tests.terminal.talk import Keyboard, talk

PREPARING = ("2", "75", "3", "45", "4", "1", "4", "0", "5", "6", "3", "6", "1", "7", "2", "8", "1")


def a_whole_game(assist: str = "coach", path: Path | None = None) -> Keyboard:
    """Prepared by menu, played by menu, notation and own words, ended by leaving; then the debrief."""
    game = session(seed=3, hand="doubt", assist=assist, path=path)
    return talk(
        game, *PREPARING, "1",
        "7", "3", "1", "1",            # process, propose, better time, first wording
        "1", "2", "2",                 # ask, reason, second wording
        "argue courier_savings",
        "Could we do 64,000 with two days at home?", "1",
        "?",
        "undo",
        "what would work for you?",
        "offer salary=63000 review_date=june scope=handovers", "1",
        "leave", "1",
        "1",                           # ask for feedback
        "yes", "yes", "no", "yes", "no", "high", "70", "",  # look back first: four questions, their limit, no turn
        "1",                           # one thing for next time
    )  # fmt: skip


@pytest.fixture(scope="module")
def coached() -> Keyboard:
    return a_whole_game()


def test_the_brief_and_the_preparation_are_read_out(coached: Keyboard) -> None:
    for said in ("You are Sam Averill", "Your confidential brief:", "Without a deal:", "Your target: 75.",
                 "Your walk-away: 45.", "What matters most: pay and days at home.",
                 "Never: all planning for both depots.",
                 "Your worry: You will look greedy.", "You can now cite the €41,000 saved"):  # fmt: skip
        assert said in coached.text, said


def test_the_table_speaks_in_the_choice_of_words(coached: Keyboard) -> None:
    assert 'Ruth: "' in coached.text and 'You: "' in coached.text
    assert "(Heard as: make an offer: €64,000 and two days at home.)" in coached.text
    assert "You would put on the table: pay: €64,000" in coached.text
    assert "Your last move is taken back" in coached.text
    assert re.search(r"Meeting 1 of at most 2: Thursday at seven.* You have \d+ turns left", coached.text)


def test_the_players_own_view_stands_beside_the_record_and_one_thing_is_chosen(coached: Keyboard) -> None:
    for said in ("Your view, beside the record:", "Did you find out what they needed? You: no.", "Please type a whole",
                 "You guessed a package worth 70 to you", "One thing to do differently next time?",
                 "Your next debrief starts with that."):  # fmt: skip
        assert said in coached.text, said


def test_the_end_is_feedback_debrief_and_epilogue(coached: Keyboard) -> None:
    for heading in ("What happened:", "What went well:", "Worth trying next time:", "What it came to:",
                    "How you went about it:", "What each of your lines set off:", "How it went on:"):  # fmt: skip
        assert heading in coached.shown, heading
    assert "You left without a deal" in coached.text


def test_lines_are_short_plain_and_free_of_cursor_tricks(coached: Keyboard) -> None:
    for shown in coached.shown:
        assert all(len(line) <= WIDEST or "counteroffer" in line for line in shown.splitlines()), shown
        assert shown.isprintable() or "\n" in shown
        assert "\x1b" not in shown and "\t" not in shown


def test_only_a_coach_shows_what_the_other_feels() -> None:
    talks = {level: a_whole_game(level).text for level in ("coach", "practice", "real")}
    before = {level: text.partition("What happened:")[0] for level, text in talks.items()}
    felt = [bool(re.search(r"What Ruth feels, each from 0 to 100: trust \d+", before[level])) for level in before]
    assert felt == [True, False, False]
    table = {level: text.partition("Or type what you say.")[2] for level, text in before.items()}
    assert [bool(re.search(r"Worth \d+ to you", table[level])) for level in table] == [True, True, False]
    assert "as in life" in before["real"]


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt, "quit", "save"])
@pytest.mark.parametrize("typed", [(), ("2",), ("1",), ("1", "1"), ("1", "1", "2"), ("1", "4", "1")])
def test_stopping_at_any_prompt_says_how_to_go_on(
    tmp_path: Path, typed: tuple[str, ...], stop: str | type[BaseException]
) -> None:
    path = tmp_path / "a game.journal"
    shown = talk(session(path=path), *typed, stop).shown
    assert shown[-1] == f'counteroffer play --resume "{path}"'
    resumed = Session.resume(path, lambda _name: stage())
    assert isinstance(resumed, Session)
    more = talk(resumed, "quit", resumed=True)
    assert ("You stopped here:" in more.text) == bool(resumed.game.talking)


def test_a_resumed_game_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    talk(session(path=path), "1", "ask reason")
    resumed = Session.resume(path, lambda _name: stage())
    assert isinstance(resumed, Session)
    last = resumed.game.entries[-1].words
    assert f'Ruth: "{last}"' in talk(resumed, "?", "quit", resumed=True).text


def test_a_second_meeting_is_prepared_again() -> None:
    game = session(seed=3)
    shown = talk(game, "1", "acknowledge", "ask reason", "leave next second", "1", "?", "1", "quit").text
    assert "The next one is four weeks later." in shown
    assert "Meeting 2 of at most 2, in preparation" in shown
    assert "A Thursday at seven, as agreed." in shown


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_are_no_longer_than_the_window(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = "\n".join(talk(session(seed=3), "2", "70", "1", "?", "quit").shown).splitlines()
    longest = max(len(line) for line in shown if "counteroffer" not in line and not line.endswith(": "))
    assert min(columns, WIDEST) - 12 < longest <= min(columns, WIDEST)


def test_a_target_that_is_no_number_is_asked_again() -> None:
    game = session(seed=3)
    shown = talk(game, "2", "lots", "-1", "70", "quit").text
    assert "'lots' is not a number from 0 to 100." in shown and "Your target: 70." in shown


def test_what_was_looked_up_can_be_read_again() -> None:
    shown = talk(session(seed=3), "6", "1", "?", "1", "?", "quit").text
    assert shown.count("You learn: Two evenings with the bills.") == 1
    assert shown.count("You learned: Two evenings with the bills.") == 2
