"""The window: opened, drawn when something changed, closed. The only place with a loop.

``display.init`` and ``font.init`` instead of ``pygame.init``: the audio alone would take longer than everything else.
"""

import gc
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

import pygame

from game.screens import canvas, fonts
from game.screens.attention import Attention
from game.screens.events import Tick
from game.screens.frame import draw, factor_of
from game.screens.screen import Go, Screen
from game.screens.ui import Ui

#: Frames a second while nothing moves, and while something does.
CALM, LIVELY = 24, 60
SMALLEST = (1024, 600)
#: How long a frame goes on painting what could as well be painted by the next one, in seconds.
PATIENCE = 0.0006
#: Taking an event this long, in seconds, leaves the drawing to the next step.
LONG = 0.002
_BLIND = ("dummy", "offscreen")
WRONG_PYGAME = (
    "The library 'pygame' is installed where the game needs 'pygame-ce'; both use the same folder. Mend it with:\n"
    f"  {sys.executable} -m pip uninstall -y pygame pygame-ce\n  {sys.executable} -m pip install pygame-ce"
)


def wrong_pygame() -> str:
    """What to do when the other pygame is there; empty when all is well."""
    return "" if getattr(pygame, "IS_CE", False) else WRONG_PYGAME


def available() -> bool:
    """Whether there is a display to open a window on."""
    if os.environ.get("SDL_VIDEODRIVER") in _BLIND:
        return False
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        pygame.display.init()
    except pygame.error:
        return False
    return True


#: Asked twice a second with the screen that is up: another screen to show, or None. For scenes that are being written.
Watching = Callable[[Screen], Screen | None]
LOOK_EVERY = 0.5


def run(first: Screen, size: tuple[int, int] = (1280, 720), watch: Watching | None = None) -> None:
    """Open the window and stay until it is closed."""
    window = opened(first, size)
    window.watch = watch
    try:
        while window.screen is not None:
            window.step()
    finally:
        window.close()


def opened(first: Screen, size: tuple[int, int]) -> "Window":
    """A window with its first screen, not drawn yet."""
    pygame.display.init()
    pygame.font.init()
    pygame.key.set_repeat(350, 40)
    pygame.display.set_caption("Counteroffer")
    pygame.display.set_mode(size, pygame.RESIZABLE)
    gc.disable()  # a collection of everything takes 40 ms: it happens while nothing else does, see ``Window._rest``
    return Window(first)


class Window:
    """The loop's state: the screen that is up, who has the focus, and whether anything has to be drawn."""

    def __init__(self, first: Screen) -> None:
        self.screen: Screen | None = first
        self.preferences = first.preferences
        self._full = False
        self.attention = Attention()
        self.dirty = True
        self.ui: Ui | None = None
        """What the last drawing registered."""
        self._clock = pygame.time.Clock()
        self._waiting: deque[pygame.event.Event] = deque()
        self._seconds = 0.0
        self._litter = 0
        """Frames drawn since the last rest."""
        self._ahead: Iterator[None] | None = None
        self._settled: Screen | None = None
        """The screen that was up at the last full collection."""
        self.watch: Watching | None = None
        self._since = 0.0

    def step(self) -> None:
        """Take what came in, draw if it changed anything, wait for the next frame.

        A key or a press means what is on the screen by then: it waits, in order, until that is drawn. What took long
        to take, such as a move and its answer, is drawn by the next step.
        """
        begun = time.perf_counter()
        self._waiting.extend(pygame.event.get())
        while self._waiting and self.screen is not None and not (self.dirty and self._waiting[0].type in _ALWAYS):
            self.take(self._waiting.popleft())
        if not self._waiting and self.screen is not None and self.screen.moving:
            self._go_to(self.screen.take(Tick(self._seconds)))
            self.dirty = True
        self._look()
        self._fill()
        if self.dirty and self.screen is not None:
            if time.perf_counter() - begun < LONG:
                self.draw(time.perf_counter() + PATIENCE)
            self._litter += 1
        elif self._litter:
            self._rest()
        self._seconds = self._clock.tick(self._pace()) / 1000

    def _pace(self) -> int:
        """Frames a second; 0: on at once, because somebody waits for what is only half there."""
        if self._waiting or (self.ui is not None and self.ui.unfinished):
            return 0
        return LIVELY if self.dirty or (self.screen is not None and self.screen.moving) else CALM

    def _rest(self) -> None:
        """Nothing happens: draw ahead, then tidy up. What a screen is made of stays and is not looked through again."""
        if self._ahead is not None and next(self._ahead, self) is not self:
            return
        self._ahead = None
        if self._settled is not self.screen:
            if self.screen is not None and self.screen.name == "title":  # a game may just have been let go of
                gc.unfreeze()
                gc.collect()
            gc.freeze()
            self._settled = self.screen
        else:
            gc.collect(1)
        self._litter = 0

    def _look(self) -> None:
        """Ask whoever watches whether another screen is due."""
        self._since += self._seconds
        if self.watch is not None and self.screen is not None and self._since >= LOOK_EVERY:
            self._since = 0.0
            due = self.watch(self.screen)
            if due is not None:
                self._go_to(due)
                self.dirty = True

    def take(self, raw: pygame.event.Event) -> None:
        """One raw event. A key or a press means what is on the screen by then, so that is brought up to date first."""
        if raw.type == pygame.QUIT:
            self._left()
            self.screen = None
            return
        if raw.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):
            self._exposed(raw.type == pygame.WINDOWSIZECHANGED)
            return
        if raw.type == pygame.KEYDOWN and raw.key == pygame.K_F11:
            self.preferences.change(fullscreen=not self.preferences.settings.fullscreen)
            self.dirty = True
            return
        if self.dirty and raw.type in _ALWAYS:
            self.draw()
        hover = self.attention.hover
        meant = self.attention.meaning(raw, factor_of(pygame.display.get_window_size(), self.preferences.style.scale))
        self.dirty |= (
            raw.type == pygame.MOUSEWHEEL or bool(meant) or hover != self.attention.hover or raw.type in _ALWAYS
        )
        for event in meant:
            if self.screen is not None:
                self._go_to(self.screen.take(event))

    def _fill(self) -> None:
        """Full screen or a window, as it is set."""
        wanted = self.preferences.settings.fullscreen
        if wanted != self._full:
            self._full = wanted
            pygame.display.toggle_fullscreen()
            self._exposed(resized=True)

    def _exposed(self, resized: bool) -> None:
        """The window may show anything now: all of it is drawn."""
        if resized:
            canvas.forget()
            if not self._full:
                width, height = pygame.display.get_window_size()
                self.preferences.settings = replace(self.preferences.settings, width=width, height=height)
        self.attention.memory.forget()
        self.dirty = True

    def draw(self, until: float | None = None) -> None:
        """Draw the screen that is up; after ``until`` what can wait is left for the next frame."""
        self.dirty = False
        surface = pygame.display.get_surface()
        if self.screen is None or surface is None:
            return
        self.ui = draw(self.screen, surface, self.attention, self.preferences.style, until)
        self.dirty = self.ui.unfinished
        self._ahead = self.screen.ahead(self.ui.canvas)
        if self.ui.changed is None:
            pygame.display.flip()
        elif self.ui.changed:
            pygame.display.update(self.ui.changed)

    def _go_to(self, to: Screen | Go | None) -> None:
        screen = _made(to) if isinstance(to, Go) else to
        if screen is not self.screen:
            keyboard = self.attention.keyboard
            self.attention = Attention(keyboard=keyboard)
            if screen is None:
                self._left()
            self.screen = screen

    def _left(self) -> None:
        if self.screen is not None:
            self.screen.close()

    def close(self) -> None:
        """Let go of the game and of the window; how large it was is kept."""
        self._left()
        self.preferences.change()
        gc.enable()
        gc.unfreeze()
        fonts.forget()
        canvas.forget()
        pygame.quit()


def _made(go: Go) -> Screen:
    """The screen to go to; what it needs is imported only now, long after the first frame."""
    from game.screens.ways import made  # noqa: PLC0415

    return made(go)


_ALWAYS = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.TEXTEDITING, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP,
           pygame.MOUSEWHEEL)  # fmt: skip
