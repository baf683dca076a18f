"""A picture of any screen, drawn without a display; and the same screen as plain text."""

from pathlib import Path
from typing import Final

import pygame

from game.screens.attention import Attention
from game.screens.events import Tick
from game.screens.frame import draw
from game.screens.parts import twin
from game.screens.screen import Screen
from game.screens.theme import PLAIN_STYLE, Style
from game.screens.ui import Ui
from game.screens.ways import screen_of
from game.session.play import Session

SCREENS: Final = (
    "title", "brief", "prepare", "table", "debrief", "again", "review", "lookback", "progress", "handbook", "settings",
)  # fmt: skip


def drawn(
    screen: Screen, size: tuple[int, int], style: Style = PLAIN_STYLE, attention: Attention | None = None
) -> tuple[pygame.Surface, Ui]:
    """A screen on a surface of its own, and what it registered."""
    if not pygame.font.get_init():
        pygame.font.init()
    surface = pygame.Surface(size, 0, 32)
    return surface, draw(screen, surface, attention or Attention(), style)


def shot(name: str, session: Session, out: Path, size: tuple[int, int], style: Style = PLAIN_STYLE) -> str:
    """Write a screen of a game as PNG; the screen as plain text. Raises OSError when it cannot be written."""
    screen = screen_of(name, session)
    while screen.moving:
        screen.take(Tick(1.0))
    surface, ui = drawn(screen, size, style)
    try:
        pygame.image.save(surface, out)
    except pygame.error as error:
        raise OSError(str(error)) from None
    return twin(ui.parts)
