"""The rooms beside the game: handbook, progress, settings; in, something done there, and back to the title."""

from collections.abc import Iterator

import pytest

from game.screens.cards import Card, ordered, results
from game.screens.handbook import Handbook
from game.screens.preferences import Preferences
from game.screens.progress import Progress
from game.screens.screen import Screen
from game.screens.settings import SettingsScreen
from game.screens.table import Table
from game.screens.title import Opening, Title
from game.session.handbook import begin_trial, pages
from game.session.play import Session
from game.session.progress import Played
from game.session.settings import Settings
from tests.screens.hand import at
from tests.screens.stages import session, talking


@pytest.fixture(autouse=True)
def preferences() -> Iterator[list[Settings]]:
    """Settings of the test's own; what was kept, in order."""
    kept: list[Settings] = []
    before, Screen.preferences = Screen.preferences, Preferences(Settings(), kept.append)
    yield kept
    Screen.preferences = before


def opening(played: list[Played], goal: str = "") -> Opening:
    def none(*_: object) -> Session:
        raise ValueError("Nothing can be opened here.")

    return Opening(none, none, list, played=lambda: played, goal=lambda: goal,
                   trial=lambda page: begin_trial(pages()[page]))  # fmt: skip


GAMES = [
    Played("flea_market", "2026-01-01", "deal", 40.0, 4.0, {"traded": False}),
    Played("raise_request", "2026-01-02", "impasse_left", 0.0, 3.5, {"traded": True}),
]


def test_every_door_leads_in_and_escape_leads_back() -> None:
    Title.opening = opening(GAMES)
    with at(Title()) as hand:
        hand.ready()
        for label, name in (("Handbook", "handbook"), ("Progress", "progress"), ("Settings", "settings")):
            hand.click(label)
            assert hand.screen.name == name
            hand.key("escape")
            assert hand.screen.name == "title"
            hand.ready()
        assert "Played once; last time: a deal, 40 of 100 within reach" in hand.text


def test_a_setting_holds_at_once_and_is_kept(preferences: list[Settings]) -> None:
    with at(SettingsScreen()) as hand:
        hand.tab_to("text_scale.6")
        hand.key("enter")
        assert hand.ui.width == pytest.approx(640) and preferences[-1].text_scale == 200
        hand.click("Dark")
        hand.ready()
        surface = hand.ui.canvas.surface
        assert tuple(surface.get_at((3, surface.get_height() - 3)))[:3] == (0x14, 0x19, 0x17)
        hand.tab_to("easy_read.1")
        hand.key("enter")
        assert preferences[-1] == Settings(200, "dark", True)


def test_a_setting_that_cannot_be_kept_says_so_and_holds() -> None:
    def full(_settings: Settings) -> None:
        raise OSError(28, "No space left on device")

    Screen.preferences = Preferences(Settings(), full)
    with at(SettingsScreen()) as hand:
        hand.click("High contrast")
        assert "could not be kept" in hand.text and Screen.preferences.settings.theme == "contrast"
        Screen.preferences.keep = lambda _settings: None


def test_without_animation_a_face_changes_at_once() -> None:
    for animation in (True, False):
        Screen.preferences = Preferences(Settings(animation=animation))
        table = Table(talking())
        table.face.turn_to("surprised", at_once=True)
        table.refresh()
        assert table.face.moving is animation


def test_a_page_is_opened_and_tried() -> None:
    Title.opening = opening([])
    page = next(each for each in pages().values() if each.trial.moves)
    with at(Handbook()) as hand:
        hand.tab_to(f"page.{page.id}")
        hand.key("enter")
        assert page.title in hand.text and page.trial.what in hand.text
        hand.click("Try it now")
        assert hand.screen.name == "table"


def test_progress_is_filtered_by_scene_and_names_what_was_chosen() -> None:
    Title.opening = opening(GAMES, "traded")
    with at(Progress()) as hand:
        assert "2 finished games" in hand.text and "You chose to work on" in hand.text and "in 1 of 2" in hand.text
        hand.click("Flea market")
        assert "1 finished game," in hand.text and "in 0 of 1" in hand.text
    Title.opening = opening([])
    with at(Progress()) as hand:
        assert "No finished game is saved yet" in hand.text


def test_short_scenes_come_first_and_a_scene_after_what_it_follows() -> None:
    every = [Card("b", "", minutes=18, follows="a"), Card("a", "", minutes=18), Card("mine", "", minutes=1, own=True),
             Card("c", "", minutes=5), Card("flea_market", "", minutes=5), Card("lost", "", minutes=9, follows="gone"),
             Card("x", "", minutes=2, follows="y"), Card("y", "", minutes=2, follows="x")]  # fmt: skip
    assert [card.id for card in ordered(every)] == ["flea_market", "c", "lost", "a", "b", "mine", "x", "y"]
    assert results(GAMES)["raise_request"] == "Played once; last time: you left"


def test_what_has_the_focus_is_rolled_into_view() -> None:
    Screen.preferences = Preferences(Settings(text_scale=200))
    with at(SettingsScreen()) as hand:
        hand.tab_to("assist.2")
        part = hand.window.attention.part("assist.2")
        assert part is not None and part.seen.h == pytest.approx(part.rect.h)
        hand.key("pageup", "pageup", "pageup", "pageup")
        assert hand.window.attention.rolls["settings"] == 0


def test_a_tight_table_is_played_by_its_tabs() -> None:
    Screen.preferences = Preferences(Settings(text_scale=200))
    with at(Table(session("begin"))) as hand:
        hand.click("Your offer")
        hand.tab_to("issue.remote")
        hand.key("right", "right")
        hand.tab_to("put")
        hand.key("enter", "1")
        assert hand.screen.session.game.entries[-2].said.move.act == "offer"  # type: ignore[attr-defined]
        assert "The talk: chosen" in hand.text
