"""What is wrong with a scene that was saved while it is played; the game behind it waits as it was."""

from collections.abc import Sequence

from game.screens import theme
from game.screens.events import Event, Key, Press, Roll, Slide
from game.screens.parts import Rect
from game.screens.prose import Block, Prose
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import MAIN, button


class Findings(Screen):
    """One panel over the game: a headline, the findings, and the way back."""

    name = "findings"

    def __init__(self, told: Sequence[str], back: Screen) -> None:
        self.back = back
        self.aim = "back"
        head, *rest = told
        self.prose = Prose("findings", [Block("head", head), *(Block("text", each) for each in rest)])

    def take(self, event: Event) -> Screen | Go | None:
        """Back to the game."""
        if isinstance(event, Roll | Slide):
            self.prose.take(event)
        away = isinstance(event, Press) and event.id == "back"
        return self.back if away or (isinstance(event, Key) and event.name == "escape") else self

    def close(self) -> None:
        """Let go of the game."""
        self.back.close()

    def draw(self, ui: Ui) -> None:
        """The panel."""
        ui.canvas.fill(theme.GROUND)
        ui.bar("Your scene has findings", "mend them and save again, or go on with the scene as it was")
        top = theme.BAR + theme.GAP
        inner = ui.panel(Rect(theme.EDGE, top, ui.width - 2 * theme.EDGE, ui.height - top - theme.EDGE))
        self.prose.draw(ui, Rect(inner.x, inner.y, inner.w, inner.h - 60))
        button(ui, "back", Rect(inner.right - 260, inner.bottom - 46, 260, 46), "Go on with the game", MAIN)
        ui.fallback = "back"
