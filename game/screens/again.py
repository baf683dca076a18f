"""Say it again, stronger: one of the player's own lines, a field to rewrite it in, and what would be heard then."""

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Key, Press, Send, Write
from game.screens.panes import EDGE
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, field
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
        ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui), theme.DARK, 0)
        ui.fallback = "again" if self.lines else "debrief"
        edge = EDGE if ui.tight else theme.EDGE
        panel = Rect(edge, theme.BAR + edge, ui.width - 2 * edge, ui.height - theme.BAR - 2 * edge)
        ui.region("panel", panel, (), lambda: _panel(ui, panel))
        inner = panel.inset(ui.pad)
        if self.lines:
            line = Rect(inner.x, inner.bottom - 44, inner.w, 44)
            ui.region("again", line, self.text, lambda: self._line(ui, line), theme.CARD, 5)
            inner = inner._replace(h=inner.h - 56)
        self._column(ui, inner.w).view("lines", inner, (self.chosen, tuple(self.told)))

    def _line(self, ui: Ui, rect: Rect) -> None:
        field(ui, "again", rect._replace(w=rect.w - 150), "Say it again", self.text)
        button(ui, "compare", Rect(rect.right - 136, rect.y, 136, rect.h), "Compare", MAIN)

    def _column(self, ui: Ui, width: float) -> Column:
        """What was compared last stands above the lines: it is what the player waits for."""
        column = Column(ui, width)
        column.text("intro", _INTRO if self.lines else _NONE, gap=12)
        for number, text in enumerate(self.told):
            column.text(f"told.{number}", text, theme.BODY_BOLD, gap=6)
        rows = [f"{n}. Turn {line.turn}: “{line.words}”" for n, line in enumerate(self.lines, start=1)]
        column.options([Option(f"line.{n}", text, n == self.chosen) for n, text in enumerate(rows)])
        return column


def _bar(ui: Ui) -> None:
    ui.bar("Say it again, stronger", room=ui.width - 180)
    button(ui, "debrief", Rect(ui.width - 144, 11, 120, 32), "Debrief", BAR, theme.LABEL)


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
