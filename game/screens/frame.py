"""One drawing of a screen on a surface: the factor from logical units to pixels, and what was registered."""

import pygame

from game.screens import theme
from game.screens.attention import Attention
from game.screens.canvas import Canvas
from game.screens.screen import Screen
from game.screens.ui import Ui


def factor_of(size: tuple[int, int], scale: float = 1.0) -> float:
    """Pixels in a logical unit: as many as let 1280 x 720 units fit. What is left over makes the screen larger.

    With a scale above 1 everything gets larger and fewer units fit: the screens lay themselves out anew for that.
    """
    return max(0.2, scale * min(size[0] / theme.WIDTH, size[1] / theme.HEIGHT))


def draw(
    screen: Screen,
    surface: pygame.Surface,
    attention: Attention,
    style: theme.Style = theme.PLAIN_STYLE,
    until: float | None = None,
) -> Ui:
    """Draw once. A focus that the drawing moved is shown right away by drawing a second time.

    ``until``: the moment (of ``perf_counter``) after which what can wait is left for the next frame.
    """
    before = attention.focus
    if screen.aim:  # the focus is likely to be there, so that it is drawn there at once
        attention.focus = screen.aim
    ui = _drawn(screen, surface, attention, style, until)
    drawn_as = attention.focus
    _settle(screen, attention, ui, before)
    if ui.unfinished or (attention.focus == drawn_as and not attention.reveal()):
        return ui
    again = _drawn(screen, surface, attention, style, until)
    attention.parts = again.parts
    if ui.changed is not None and again.changed is not None:
        again.changed = ui.changed + again.changed
    return again


def _settle(screen: Screen, attention: Attention, ui: Ui, before: str) -> None:
    """Who has the focus now that it is known what is there: the part aimed at, else the one before, if it still is."""
    aim, attention.views = screen.aim, ui.views
    there = any(part.id == aim for part in ui.parts)
    if aim and there:
        screen.aim, attention.parts = "", ui.parts
        attention.aim(aim)
    elif aim:
        attention.focus = before
        screen.aim = aim if ui.unfinished else ""
    attention.settle(ui.parts, ui.fallback, not ui.unfinished)


def _drawn(
    screen: Screen, surface: pygame.Surface, attention: Attention, style: theme.Style, until: float | None
) -> Ui:
    ui = Ui(Canvas(surface, factor_of(surface.get_size(), style.scale), style), attention)
    screen.draw(ui)
    ui.paint(until)
    return ui
