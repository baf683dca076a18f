"""The window around the screens: when there is one, what draws it again, and how it closes."""

import pytest

from game.screens import window
from game.screens.table import Table
from game.screens.title import Title
from tests.screens.hand import at
from tests.screens.stages import talking


def test_without_a_display_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert not window.available()


def test_the_other_pygame_is_named_with_its_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.wrong_pygame() == ""
    monkeypatch.delattr(window.pygame, "IS_CE")
    assert "pip install pygame-ce" in window.wrong_pygame()


def test_a_still_screen_is_not_drawn_again() -> None:
    with at(Table(talking())) as hand:
        hand.ready()
        before = hand.ui
        for _ in range(3):
            hand.window.step()
        assert hand.ui is before
        hand.key("tab")
        assert hand.ui is not before


def test_the_title_shows_before_any_scene_is_read() -> None:
    with at(Title()) as hand:
        assert "Flea market" in hand.text and "The Lamp" not in hand.text
        hand.ready()
        assert "The Lamp" in hand.text


def test_a_smaller_window_lets_go_of_nothing() -> None:
    with at(Table(talking()), (1024, 600)) as hand:
        assert hand.ui.height == pytest.approx(750) and "Put this offer to Ruth" in hand.text


def test_closing_the_window_closes_the_game() -> None:
    screen = Table(talking())
    closed: list[bool] = []
    screen.session.close = lambda: closed.append(True)  # type: ignore[method-assign]
    with at(screen) as hand:
        hand.event(window.pygame.QUIT)
        assert hand.window.screen is None and closed == [True]


def test_what_is_kept_looks_as_if_it_were_drawn_anew() -> None:
    with at(Table(talking())) as hand:
        acts = ("tab", "tab", "1", "1", "escape", "escape", "2", "pageup", "right", "1", "1", "tab", "tab", "right")
        for key in acts:
            hand.key(key)
            hand.ready()
            shown = window.pygame.display.get_surface()
            assert shown is not None
            kept = shown.copy()
            parts = hand.ui.parts
            hand.window.attention.memory.forget()
            hand.window.draw()
            assert kept.get_buffer().raw == shown.get_buffer().raw, key
            assert sorted(map(str, parts)) == sorted(map(str, hand.ui.parts))
