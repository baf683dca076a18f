"""Longer text that rolls: headings, paragraphs and items, in one column or in two."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.screens import theme
from game.screens.column import Column
from game.screens.events import Event, Roll, Slide
from game.screens.parts import Part, Rect
from game.screens.ui import NOTCH, Ui

_TYPES = {"head": theme.LABEL, "text": theme.BODY, "item": theme.BODY, "yes": theme.PLAIN, "no": theme.PLAIN,
          "small": theme.PLAIN}  # fmt: skip
_INDENT = {"item": 16.0, "yes": 30.0, "no": 30.0}
_SIGNS = {"yes": (theme.GREEN, "✓", "Yes"), "no": (theme.GOLD_TEXT, "–", "Not yet")}


@dataclass(frozen=True)
class Block:
    """A piece of text: head, text, item, small; yes and no are items with a sign."""

    kind: str
    text: str


class Prose:
    """Blocks one below the other, and how far they are rolled."""

    def __init__(self, name: str, blocks: Sequence[Block]) -> None:
        self.name = name
        self.blocks = blocks
        self.offset = 0.0
        self.most = 0.0

    def roll(self, by: float) -> None:
        """Roll by so much."""
        self.offset = max(0.0, min(self.most, self.offset + by))

    def take(self, event: Event) -> None:
        """Roll with the wheel, or with the arrow keys while it has the focus."""
        if isinstance(event, Roll):
            self.roll(event.by)
        elif isinstance(event, Slide) and event.id == self.name:
            self.offset = max(0.0, min(self.most, NOTCH * event.to))

    def tall(self, ui: Ui, width: float) -> float:
        """How tall all of it is in a width."""
        return sum(_tall(ui, block, width) for block in self.blocks)

    def draw(self, ui: Ui, rect: Rect) -> None:
        """As much as fits, from where it is rolled to."""
        width = rect.w - 14
        whole = self.tall(ui, width)
        self.most = max(0.0, whole - rect.h)
        self.offset = min(self.offset, self.most)
        if whole > rect.h:  # a column that rolls takes the focus, so that keys reach all of it
            ui.register(Part(self.name, "slider", "text to roll", f"{round(self.offset)} of {round(self.most)}", rect,
                             round(self.offset / NOTCH), round(self.most / NOTCH) + 2, ui.clip))  # fmt: skip
        y = rect.y - self.offset
        with ui.within(rect):
            for n, block in enumerate(self.blocks):
                _block(ui, f"{self.name}.{n}", block, rect.x, y, width)
                y += _tall(ui, block, width)
            ui.track(rect, self.offset, whole)


def _tall(ui: Ui, block: Block, width: float) -> float:
    kind = _TYPES[block.kind]
    gap = 5.0 if block.kind in ("head", "item") else 9.0
    above = 5.0 if block.kind == "head" else 0.0
    return ui.tall(block.text, kind, width - _INDENT.get(block.kind, 0)) + gap + above


def _block(ui: Ui, part: str, block: Block, x: float, y: float, width: float) -> None:
    kind, indent = _TYPES[block.kind], _INDENT.get(block.kind, 0.0)
    if block.kind == "head":
        y += 5
        for line in ui.canvas.lines(block.text, kind, width):
            ui.letters(x, y, line, kind, theme.TEAL, room=width)
            y += ui.canvas.leading(kind)
        ui.note(part, "heading", block.text, Rect(x, y, width, 20))
        return
    if block.kind == "item":
        ui.canvas.box(Rect(x + 2, y + 8, 6, 6), theme.GOLD, 3)
    text = block.text
    if block.kind in _SIGNS:
        colour, sign, said = _SIGNS[block.kind]
        ui.canvas.box(Rect(x, y, 20, 20), colour, 10)
        ui.letters(x + 10, y, sign, theme.LABEL, theme.WHITE, "c")
        ui.note(part, "text", f"{said}: {text}", Rect(x, y, width, ui.tall(text, kind, width - indent)))
        part = ""
    ui.paragraph(part, x + indent, y, text, width - indent, kind)


def put(column: Column, name: str, blocks: Sequence[Block]) -> None:
    """Blocks as rows of a column."""
    ui = column.ui
    for n, each in enumerate(blocks):
        column.add(_tall(ui, each, column.width),
                   lambda at, n=n, each=each: _block(ui, f"{name}.{n}", each, at.x, at.y, at.w), 0)  # type: ignore[misc]  # fmt: skip
