"""What every screen is: something that takes events and draws itself."""

from game.screens.events import Event
from game.screens.ui import Ui


class Screen:
    """One screen. Not for itself: subclasses say what they show."""

    name = "screen"

    def take(self, event: Event) -> "Screen | None":
        """What comes next: this screen, another one, or None to close the window."""
        return self

    def draw(self, ui: Ui) -> None:
        """Put everything up."""
        raise NotImplementedError

    @property
    def moving(self) -> bool:
        """Whether it wants ticks and a frame for each."""
        return False

    def close(self) -> None:
        """Let go of what it holds: the window is closing."""
