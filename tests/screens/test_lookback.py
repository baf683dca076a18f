"""The player's own view comes before the debrief, is kept, stands beside the record, and goes out as a page."""

from pathlib import Path

from game.screens.choosing import Opening
from game.screens.debrief import Debriefing
from game.screens.lookback import LookBack
from game.screens.table import Table
from game.screens.title import Title
from game.session.debrief_html import debrief_page
from game.session.journal import read_journal
from game.session.play import Session, parse
from tests.screens.hand import at
from tests.screens.stages import PREPARED, TALK, ended, stage


def finished(path: Path) -> Session:
    """A game that is saved and over."""
    made = Session.new(stage("raise_request"), 3, path=path)
    for move in (*PREPARED, *TALK, "leave"):
        made.submit(parse(move))
    return made


def test_what_is_answered_is_kept_and_stands_beside_the_record(tmp_path: Path) -> None:
    game = finished(tmp_path / "a.journal")
    with at(Table(game)) as hand:
        hand.click("Look back at it")
        assert hand.screen.name == "lookback" and "Straight to the debrief" in hand.text
        hand.tab_to("yes.goal")
        hand.key("enter")
        hand.tab_to("no.needs")
        hand.key("enter")
        hand.tab_to("limit")
        hand.key("right")
        hand.tab_to("turn.2")
        hand.key("enter")
        hand.click("On to the debrief")
        assert hand.screen.name == "debrief"
        hand.click("Your view")
        assert "You: yes." in hand.text and "You guessed a package worth 55" in hand.text
        assert "You marked turn 2" in hand.text
        hand.tab_to(next(part.id for part in hand.ui.parts if part.id.startswith("aim.")))
        hand.key("enter")
        assert "Your next debrief starts with that." in hand.text
    own = [record for record in read_journal(tmp_path / "a.journal").records if record["kind"] == "reflection"]
    assert own[-1]["answers"] == {"goal": True, "needs": False} and own[-1]["limit"] == 55 and own[-1]["aim"]


def test_nothing_has_to_be_answered() -> None:
    for way in ("Straight to the debrief", "Skip"):
        with at(LookBack(ended())) as hand:
            hand.click(way)
            assert hand.screen.name == "debrief" and hand.screen.session.reflection is None  # type: ignore[attr-defined]


def test_the_page_is_written_beside_the_journal_and_overwrites_nothing(tmp_path: Path) -> None:
    with at(Debriefing(finished(tmp_path / "a.journal"))) as hand:
        hand.click("Your view")
        for _ in range(2):
            hand.click("Keep all of it as a page")
        assert "Written to" in hand.text
    pages = sorted(path.name for path in tmp_path.glob("*.html"))
    assert pages == ["a (2).html", "a.html"]
    said = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert said.startswith("<!DOCTYPE html>") and "@page{size:A4" in said and "What was said" in said
    assert "http" not in said and "<script" not in said and "src=" not in said


def test_a_game_that_is_not_saved_says_so() -> None:
    with at(Debriefing(ended())) as hand:
        hand.click("Your view")
        hand.click("Keep all of it as a page")
        assert "This game is not saved" in hand.text


def test_words_of_the_game_cannot_be_markup() -> None:
    game = Session.new(stage("raise_request"), 3)
    for move in (*PREPARED, "offer salary=62000 : <b>I want</b> & 62", "leave"):
        game.submit(parse(move))
    said = debrief_page(game.game)
    assert "&lt;b&gt;I want&lt;/b&gt; &amp; 62" in said and "<b>" not in said


def test_what_was_chosen_after_the_game_before_is_answered(tmp_path: Path) -> None:
    def none(*_: object) -> Session:
        raise ValueError("Nothing can be opened here.")

    Title.opening = Opening(none, none, list, goal=lambda: "asked_before_offering")
    with at(Debriefing(finished(tmp_path / "a.journal"))) as hand:
        hand.click("Your view")
        assert "You had set out to work on this" in hand.text
