"""Say it again, stronger: one of the player's own lines, a field to rewrite it in, and what would be heard then."""

from game.screens import theme
from game.screens.events import Event, Key, Press, Send, Write
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, choice, field, row_height
from game.session.play import Session
from game.session.stronger import compared, worth_saying_again

_INTRO = "Pick a line, say it again in other words, and see what would be heard. Nothing of this counts."
_NONE = "None of your own lines sounded unsure, pressed or sharp: there is nothing to make stronger."


class Again(Screen):
    """The exercise over one finished game."""

    name = "again"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lines = worth_saying_again(session.game)
        self.chosen = 0
        self.text = ""
        self.told: list[str] = []
        self.aim = "again" if self.lines else "debrief"

    def take(self, event: Event) -> Screen | Go | None:
        """A line is chosen by press or digit; Enter compares."""
        if (isinstance(event, Press) and event.id == "debrief") or (isinstance(event, Key) and event.name == "escape"):
            return Go("debrief", self.session)
        if isinstance(event, Write):
            self.text = event.text
        elif isinstance(event, Press) and event.id.startswith("line."):
            self._choose(int(event.id.removeprefix("line.")))
        elif isinstance(event, Key) and event.name.isdigit():
            self._choose(int(event.name) - 1)
        elif isinstance(event, Send) or (isinstance(event, Press) and event.id == "compare"):
            self._compare()
        return self

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self.lines):
            self.chosen, self.told, self.text, self.aim = number, [], "", "again"

    def _compare(self) -> None:
        if self.lines and self.text.strip():
            self.told = compared(self.session.game, self.lines[self.chosen].words, self.text.strip())

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    def draw(self, ui: Ui) -> None:
        """Lines, the field, the difference."""
        ui.canvas.fill(theme.GROUND)
        ui.bar("Say it again, stronger", room=500)
        button(ui, "debrief", Rect(ui.width - 144, 11, 120, 32), "Debrief", BAR, theme.LABEL)
        top = theme.BAR + theme.GAP
        panel = Rect(theme.EDGE, top, ui.width - 2 * theme.EDGE, ui.height - top - theme.EDGE)
        inner = ui.panel(panel)
        y = inner.y + ui.paragraph("intro", inner.x, inner.y, _INTRO if self.lines else _NONE, inner.w) + 14
        for number, line in enumerate(self.lines):
            text = f"Turn {line.turn}: “{line.words}”"
            tall = row_height(ui, text, inner.w)
            choice(ui, f"line.{number}", Rect(inner.x, y, inner.w, tall), text, str(number + 1), number == self.chosen)
            y += tall + 8
        if self.lines:
            field(ui, "again", Rect(inner.x, y + 8, inner.w - 150, 44), "Say it again", self.text)
            button(ui, "compare", Rect(inner.right - 136, y + 8, 136, 44), "Compare", MAIN)
            y += 66
        for number, text in enumerate(self.told):
            y += ui.paragraph(f"told.{number}", inner.x, y, text, inner.w) + 6
        ui.fallback = "again" if self.lines else "debrief"
