"""What every screen is: something that takes events and draws itself; and how one leads to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.screens.canvas import Canvas
from game.screens.events import Event
from game.screens.preferences import Preferences
from game.screens.ui import Ui

if TYPE_CHECKING:
    from game.session.play import Session


#: Where a game starts or goes on: the screen that fits how it stands.
BEGIN = "begin"


@dataclass(frozen=True)
class Go:
    """On to a screen by its name, for a game (or none); ``back`` is where a look at the brief returns to.

    Screens lead on to one another in a circle, so that they name where to go, and ``ways`` makes it.
    """

    where: str
    session: "Session | None"
    back: "Screen | None" = None


class Screen:
    """One screen. Not for itself: subclasses say what they show."""

    name = "screen"
    preferences: ClassVar[Preferences] = Preferences()
    """What is set; put in place once, by whoever opens the window."""
    aim = ""
    """The part that should get the focus at the next drawing."""

    def take(self, event: Event) -> "Screen | Go | None":
        """What comes next: this screen, another one, where to go, or None to close the window."""
        return self

    def draw(self, ui: Ui) -> None:
        """Put everything up."""
        raise NotImplementedError

    def ahead(self, canvas: Canvas) -> Iterator[None]:
        """Pieces of work for moments in which nothing happens: what is likely to be drawn next."""
        return iter(())

    @property
    def moving(self) -> bool:
        """Whether it wants ticks and a frame for each."""
        return False

    def close(self) -> None:
        """Let go of what it holds: the window is closing."""
