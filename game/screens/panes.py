"""Columns of a wide window that become tabs in a tight one: which one is open, and the row to choose it."""

from game.screens import theme
from game.screens.events import Event, Press
from game.screens.parts import Part, Rect
from game.screens.ui import Ui
from game.screens.widgets import ring

_TALL = 34.0
#: Room at the edges and between panels in a tight window.
EDGE = 10.0


class Panes:
    """(id, label) of each column; the first one is open. ``lead`` stands before the id in the id of the tab."""

    def __init__(self, *panes: tuple[str, str], lead: str = "pane.") -> None:
        self.panes = panes
        self.lead = lead
        self.chosen = panes[0][0]

    def take(self, event: Event) -> bool:
        """Choose a pane; whether the event was meant for it."""
        pressed = [name for name, _ in self.panes if isinstance(event, Press) and event.id == f"{self.lead}{name}"]
        self.chosen = pressed[0] if pressed else self.chosen
        return bool(pressed)

    def draw(self, ui: Ui, top: float = theme.BAR) -> Rect:
        """The row of tabs below the bar; what is left for the pane that is open."""
        row = Rect(EDGE, top + 8, ui.width - 2 * EDGE, _TALL)
        ui.region("panes", row, self.chosen, lambda: self._row(ui, row), margin=4)
        y = row.bottom + 8
        return Rect(EDGE, y, ui.width - 2 * EDGE, ui.height - y - EDGE)

    def _row(self, ui: Ui, row: Rect) -> None:
        cell = (row.w + 6) / len(self.panes)
        for n, (name, label) in enumerate(self.panes):
            rect, on, part = Rect(row.x + n * cell, row.y, cell - 6, row.h), name == self.chosen, f"{self.lead}{name}"
            ui.register(Part(part, "tab", label, "chosen" if on else "", rect))
            lit = ui.attention.hover == part
            ui.canvas.box(rect, theme.TEAL if on else theme.LIT if lit else theme.CARD, 9, "" if on else theme.LINE)
            ui.letters(rect.x + rect.w / 2, rect.y + 6, label, theme.LABEL, theme.WHITE if on else theme.INK, "c",
                       rect.w - 10)  # fmt: skip
            ring(ui, part, rect)
