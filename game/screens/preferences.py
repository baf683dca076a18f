"""What the person at this window has set, and where it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.screens.theme import Style
from game.session.settings import Settings


def _nowhere(_settings: Settings) -> None:
    """Kept for this window only."""


@dataclass
class Preferences:
    """The settings that hold now; ``keep`` stores them, and may raise OSError."""

    settings: Settings = field(default_factory=Settings)
    keep: Callable[[Settings], None] = _nowhere

    @property
    def style(self) -> Style:
        """How to draw."""
        return Style(self.settings.text_scale / 100, self.settings.theme, self.settings.easy_read)

    def change(self, **values: object) -> str:
        """Set something and keep it; a sentence when it holds only until the window is closed, else empty."""
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        try:
            self.keep(self.settings)
        except OSError as error:
            return f"This could not be kept for the next time ({error.strerror or error}); for now it holds."
        return ""
