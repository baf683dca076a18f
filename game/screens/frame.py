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


def draw(screen: Screen, surface: pygame.Surface, attention: Attention, text_scale: float = 1.0) -> Ui:
    """Draw once. A focus that the drawing moved is shown right away by drawing a second time."""
    ui = _drawn(screen, surface, attention, text_scale)
    before, aim = attention.focus, screen.aim
    if aim:
        screen.aim = ""
        attention.parts = ui.parts
        attention.aim(aim)
    attention.settle(ui.parts, ui.fallback)
    return ui if attention.focus == before else _drawn(screen, surface, attention, text_scale)


def _drawn(screen: Screen, surface: pygame.Surface, attention: Attention, text_scale: float) -> Ui:
    ui = Ui(Canvas(surface, factor_of(surface.get_size()), text_scale), attention)
    screen.draw(ui)
    return ui
