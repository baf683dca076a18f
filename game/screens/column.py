"""A column of things one below the other, as tall as they need; in a view that is lower it rolls.

What a screen puts into it is measured at once and drawn later, so that nothing has to fit and nothing is cut off.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from game.screens import theme
from game.screens.parts import Rect
from game.screens.theme import Type
from game.screens.ui import Ui
from game.screens.widgets import PLAIN, Look, button, choice, row_height

#: Room that is kept for the scroll bar.
TRACK = 14.0


@dataclass(frozen=True)
class Option:
    """Something to choose: its part's id, its words, whether it is chosen, a note at its right."""

    id: str
    label: str
    on: bool = False
    note: str = ""


class Column:
    """Rows with their heights; ``width`` is what they have, in logical units."""

    def __init__(self, ui: Ui, width: float) -> None:
        self.ui = ui
        self.width = width - TRACK
        self.rows: list[tuple[float, Callable[[Rect], None]]] = []

    @property
    def whole(self) -> float:
        """How tall all of it is."""
        return sum(tall for tall, _ in self.rows)

    def add(self, tall: float, draw: Callable[[Rect], None], gap: float = 8.0) -> None:
        """Anything that draws itself in a rectangle; ``gap`` is the room below."""
        self.rows.append((tall + gap, lambda rect: draw(rect._replace(h=tall))))

    def gap(self, tall: float) -> None:
        """Room."""
        self.rows.append((tall, lambda _rect: None))

    def text(
        self, part: str, text: str, kind: Type = theme.BODY, colour: str = theme.INK, gap: float = 8.0,
        indent: float = 0.0,
    ) -> None:  # fmt: skip
        """A paragraph."""
        width = self.width - indent
        self.add(self.ui.tall(text, kind, width),
                 lambda rect: self._say(part, text, rect, indent, kind, colour), gap)  # fmt: skip

    def _say(self, part: str, text: str, rect: Rect, indent: float, kind: Type, colour: str) -> None:
        self.ui.paragraph(part, rect.x + indent, rect.y, text, self.width - indent, kind, colour)

    def head(self, part: str, text: str, kind: Type = theme.LABEL, colour: str = theme.TEAL, gap: float = 4.0) -> None:
        """A heading, in as many lines as it needs."""
        tall = self.ui.tall(text, kind, self.width)

        def draw(rect: Rect) -> None:
            self.ui.paragraph("", rect.x, rect.y, text, self.width, kind, colour)
            self.ui.note(part, "heading", text, rect)

        self.add(tall, draw, gap)

    def item(self, part: str, text: str, kind: Type = theme.BODY, gap: float = 3.0, colour: str = theme.GOLD) -> None:
        """A line with a dot before it."""

        def draw(rect: Rect) -> None:
            self.ui.canvas.box(Rect(rect.x + 2, rect.y + kind.leading / 2 - 3, 6, 6), colour, 3)
            self._say(part, text, rect, 16, kind, theme.INK)

        self.add(self.ui.tall(text, kind, self.width - 16), draw, gap)

    def rule(self, gap: float = 8.0) -> None:
        """A thin line across."""
        self.add(1, lambda rect: self.ui.rule(rect.x, rect.y, self.width), gap)

    def options(self, options: Sequence[Option], across: int = 1, kind: Type = theme.PLAIN) -> None:
        """Things to choose, side by side where ``across`` of them fit in a row; each as tall as its words."""
        while across > 1 and not all(self._fits(each, across, kind) for each in options):
            across -= 1
        cell = (self.width + 8) / across
        for n in range(0, len(options), across):
            row = options[n : n + across]
            tall = max(row_height(self.ui, each.label, cell - 8 - self._noted(each), kind, key=False) for each in row)

            def draw(rect: Rect, row: Sequence[Option] = row) -> None:
                for at, each in enumerate(row):
                    place = Rect(rect.x + at * cell, rect.y, cell - 8, rect.h)
                    choice(self.ui, each.id, place, each.label, on=each.on, note=each.note, kind=kind)

            self.add(tall, draw, 7)

    def _noted(self, option: Option) -> float:
        return self.ui.canvas.measure(option.note, theme.SMALL) + 10 if option.note else 0

    def _fits(self, option: Option, across: int, kind: Type) -> bool:
        room = (self.width + 8) / across - 8 - 24 - self._noted(option)
        return self.ui.canvas.measure(option.label, kind) <= room

    def button(
        self, part: str, label: str, look: Look = PLAIN, kind: Type = theme.LABEL, tall: float = 40.0,
        enabled: bool = True,
    ) -> None:  # fmt: skip
        """A button across the column."""
        self.add(tall, lambda rect: button(self.ui, part, rect._replace(w=self.width), label, look, kind, enabled))

    def draw(self, rect: Rect) -> None:
        """All of it from the rectangle's upper edge."""
        y = rect.y
        for tall, draw in self.rows:
            draw(Rect(rect.x, y, self.width, tall))
            y += tall

    def view(self, name: str, rect: Rect, key: Hashable, ground: str = theme.CARD, stop: bool = False) -> None:
        """Plan it as a region that rolls."""
        self.ui.rolled(name, rect, self.whole, key, self.draw, ground, stop)
