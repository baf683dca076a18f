"""One drawing of a screen on a surface: the factor from logical units to pixels, and what was registered."""

import pygame

from game.screens import theme
from game.screens.attention import Attention
from game.screens.canvas import Canvas
from game.screens.screen import Screen
from game.screens.ui import Ui


def factor_of(size: tuple[int, int]) -> float:
    """Pixels in a logical unit: as many as let 1280 x 720 units fit. What is left over makes the screen larger."""
    return max(0.2, min(size[0] / theme.WIDTH, size[1] / theme.HEIGHT))


def draw(
    screen: Screen, surface: pygame.Surface, attention: Attention, text_scale: float = 1.0, until: float | None = None
) -> Ui:
    """Draw once. A focus that the drawing moved is shown right away by drawing a second time.

    ``until``: the moment (of ``perf_counter``) after which what can wait is left for the next frame.
    """
    ui = _drawn(screen, surface, attention, text_scale, until)
    before, aim = attention.focus, screen.aim
    if aim and any(part.id == aim for part in ui.parts):
        screen.aim = ""
        attention.parts = ui.parts
        attention.aim(aim)
    elif aim and not ui.unfinished:
        screen.aim = ""
    attention.settle(ui.parts, ui.fallback, not ui.unfinished)
    if attention.focus == before:
        return ui
    again = _drawn(screen, surface, attention, text_scale, until)
    if ui.changed is not None and again.changed is not None:
        again.changed = ui.changed + again.changed
    return again


def _drawn(screen: Screen, surface: pygame.Surface, attention: Attention, text_scale: float, until: float | None) -> Ui:
    ui = Ui(Canvas(surface, factor_of(surface.get_size()), text_scale), attention)
    screen.draw(ui)
    ui.paint(until)
    return ui
