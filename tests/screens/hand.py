"""A player at a window that nobody sees: keys and clicks in, what the screen registered out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from game.screens.parts import Part, Rect, twin
from game.screens.screen import Screen
from game.screens.ui import Ui
from game.screens.window import Window

KEYS = {"tab": pygame.K_TAB, "enter": pygame.K_RETURN, "escape": pygame.K_ESCAPE, "left": pygame.K_LEFT,
        "right": pygame.K_RIGHT, "up": pygame.K_UP, "down": pygame.K_DOWN, "backspace": pygame.K_BACKSPACE,
        "pageup": pygame.K_PAGEUP, "home": pygame.K_HOME, "end": pygame.K_END}  # fmt: skip


class Hand:
    """Presses keys and clicks; every act is followed by a drawing, as in the loop."""

    def __init__(self, screen: Screen, size: tuple[int, int] = (1280, 720)) -> None:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode(size)
        self.window = Window(screen)
        self.window.draw()

    @property
    def screen(self) -> Screen:
        assert self.window.screen is not None
        return self.window.screen

    @property
    def ui(self) -> Ui:
        assert self.window.ui is not None
        return self.window.ui

    @property
    def text(self) -> str:
        return twin(self.ui.parts)

    def part(self, label: str) -> Part:
        """The first part to press whose label starts so."""
        found = [part for part in self.ui.parts if part.pressed and part.label.startswith(label)]
        assert found, f"no '{label}' among {[part.label for part in self.ui.parts if part.pressed]}"
        return found[0]

    def event(self, kind: int, **values: object) -> None:
        self.window.take(pygame.event.Event(kind, values))
        self.window.draw()

    def ready(self) -> None:
        """Wait until the screen is whole and nothing moves."""
        self.window.step()
        while self.screen.moving or self.window.dirty:
            self.window.step()

    def key(self, *names: str) -> None:
        for name in names:
            code = KEYS.get(name) or pygame.key.key_code(name)
            self.event(pygame.KEYDOWN, key=code, mod=0, unicode="")

    def type(self, text: str) -> None:
        self.event(pygame.TEXTINPUT, text=text)

    def tab_to(self, part_id: str) -> None:
        """Tab until a part has the focus."""
        for _ in range(len(self.ui.parts) + 2):
            if self.window.attention.focus == part_id:
                return
            self.key("tab")
        raise AssertionError(f"Tab does not reach {part_id}")

    def click(self, label: str) -> None:
        """Press the mouse in the middle of the part with a label."""
        self.click_at(self.part(label).seen)

    def click_at(self, rect: Rect) -> None:
        x, y = (round(v * self.ui.canvas.factor) for v in rect.middle)
        self.event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y))
        self.event(pygame.MOUSEBUTTONUP, button=1, pos=(x, y))


@contextmanager
def at(screen: Screen, size: tuple[int, int] = (1280, 720)) -> Iterator[Hand]:
    """A hand at a screen; the window is closed afterwards."""
    hand = Hand(screen, size)
    try:
        yield hand
    finally:
        hand.window.close()
