"""Putting things on a screen: every call draws and registers what it drew, in Tab order.

The simple kinds are here: headings, text, panels, scrolling. Controls are in ``widgets``.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

import pygame

from game.screens import theme
from game.screens.attention import Attention
from game.screens.canvas import Canvas
from game.screens.parts import Ink, Part, Rect
from game.screens.regions import CORNER, SHADE, Brush, Region, paint
from game.screens.theme import Type

#: How small letters may get (share of their size) before a text counts as cut off.
SMALLEST = 0.78
#: A line of words may be this much wider than its words, in logical units.
SLACK = 2.0
#: A step of something that rolls, in logical units.
NOTCH = 40.0


class Ui:
    """One drawing of a screen."""

    def __init__(self, canvas: Canvas, attention: Attention) -> None:
        self.canvas = canvas
        self.attention = attention
        self.parts: list[Part] = []
        self.inks: list[Ink] = []
        self.clip: Rect | None = None
        self.planned: list[Region] = []
        self.views: dict[str, tuple[Rect, float]] = {}
        """What rolls: where it is seen, and how far it can be rolled."""
        self.changed: list[pygame.Rect] | None = None
        """What changed on the surface, in pixels; None: all of it."""
        self.unfinished = False
        """Whether something was left for the next frame."""
        self.fallback = ""
        """The part that takes the focus when the one that had it is gone."""

    @property
    def width(self) -> float:
        """Of the whole window, in logical units."""
        return self.canvas.width

    @property
    def height(self) -> float:
        """Of the whole window, in logical units."""
        return self.canvas.height

    @property
    def tight(self) -> bool:
        """Whether columns have to become tabs."""
        return self.width < theme.TIGHT or self.height < theme.LOW

    @property
    def pad(self) -> float:
        """Room between a panel's edge and what is in it."""
        return theme.PAD if not self.tight else 12.0

    # -- registering -----------------------------------------------------------------------------------------------

    def register(self, part: Part) -> None:
        """Put a part on the list."""
        self.parts.append(part)

    def note(self, part_id: str, role: str, label: str, rect: Rect, value: str = "") -> None:
        """A part that is not pressed."""
        self.register(Part(part_id, role, label, value, rect, clip=self.clip))

    # -- letters ---------------------------------------------------------------------------------------------------

    def letters(
        self, x: float, y: float, text: str, kind: Type, colour: str = theme.INK, align: str = "l",
        room: float | None = None,
    ) -> Rect:  # fmt: skip
        """One line of letters, registered as ink only. ``x`` is the left, middle or right by ``align`` (l, c, r).

        With ``room`` (a width) letters get smaller until they fit, down to ``SMALLEST``.
        """
        if not text:
            return Rect(x, y, 0, 0)
        pixels, fitted = self.canvas.size(kind), kind
        while room is not None and self.canvas.measure(text, fitted) > room and fitted.size > kind.size * SMALLEST:
            fitted = Type(kind.face, fitted.size - 1, kind.leading)
            y += 0.6
            pixels = self.canvas.size(fitted)
        wide = self.canvas.measure(text, fitted)
        left = x - wide if align == "r" else x - wide / 2 if align == "c" else x
        if self._hidden(Rect(left, y, wide, kind.leading)):
            return Rect(left, y, wide, kind.leading)
        rect = self.canvas.letters(left, y, text, self.canvas.face(kind), pixels, colour)
        self.inks.append(Ink(text, rect, room, self.clip))
        return rect

    def _hidden(self, rect: Rect) -> bool:
        return self.clip is not None and rect.overlap(self.clip).h <= 0

    def label(
        self, part_id: str, x: float, y: float, text: str, kind: Type, colour: str = theme.INK, align: str = "l",
        room: float | None = None,
    ) -> Rect:  # fmt: skip
        """One line of text as a part of its own."""
        rect = self.letters(x, y, text, kind, colour, align, room)
        self.note(part_id, "text", text, rect)
        return rect

    def heading(
        self, part_id: str, x: float, y: float, text: str, kind: Type = theme.H2, colour: str = theme.INK,
        room: float | None = None,
    ) -> Rect:  # fmt: skip
        """A heading."""
        rect = self.letters(x, y, text, kind, colour, "l", room)
        self.note(part_id, "heading", text, rect)
        return rect

    def tall(self, text: str, kind: Type, width: float) -> float:
        """How tall a paragraph will be."""
        return len(self.canvas.lines(text, kind, width)) * self.canvas.leading(kind)

    def paragraph(
        self, part_id: str, x: float, y: float, text: str, width: float, kind: Type = theme.BODY,
        colour: str = theme.INK,
    ) -> float:  # fmt: skip
        """Text in lines; the height it took. Without an id it is ink only."""
        top = y
        for line in self.canvas.lines(text, kind, width):
            self.letters(x, y, line, kind, colour, room=width + SLACK)
            y += self.canvas.leading(kind)
        if part_id:
            self.note(part_id, "text", text, Rect(x, top, width, y - top))
        return y - top

    # -- grounds ---------------------------------------------------------------------------------------------------

    def panel(self, rect: Rect, fill: str = theme.CARD) -> Rect:
        """A card with a soft shadow; what can be used of it."""
        self.canvas.box(rect, fill, 14, shadow=4)
        return rect.inset(self.pad)

    def rule(self, x: float, y: float, width: float, colour: str = theme.LINE) -> None:
        """A thin line across."""
        self.canvas.box(Rect(x, y, width, 1), colour, 0)

    def bar(self, title: str, note: str = "", room: float = 420) -> float:
        """The dark bar at the top with a title, and a note behind it where there is room; where the title ends."""
        self.canvas.box(Rect(0, 0, self.width, theme.BAR), theme.DARK, 0)
        if self.canvas.measure(title, theme.BAR_TITLE) * SMALLEST > room - 8:
            lines = self.canvas.lines(title, theme.LABEL, room)
            y = theme.BAR / 2 - 10 * len(lines) - 1
            for line in lines:
                self.letters(20, y, line, theme.LABEL, theme.ON_DARK, room=room)
                y += 20
            self.note("bar.title", "heading", title, Rect(20, 0, room, theme.BAR))
            return 20 + room
        rect = self.heading("bar.title", 24, 11, title, theme.BAR_TITLE, theme.ON_DARK, room)
        if note and not self.tight:
            self.label("subtitle", rect.right + 18, 19, note, theme.PLAIN, theme.SOFT_ON_DARK, room=260)
        return rect.right

    # -- regions ---------------------------------------------------------------------------------------------------

    def region(
        self, name: str, rect: Rect, key: Hashable, draw: Callable[[], None], ground: str = theme.GROUND,
        margin: float = SHADE,
    ) -> None:  # fmt: skip
        """Plan a region; see ``regions``. A screen either draws right away or plans regions, not both.

        Inside another region (a column that became a tab) it is a part of that one, and drawn at once.
        """
        if self.canvas.bounds is not None:
            draw()
            return
        self.planned.append(Region(name, rect, key, draw, ground, margin))

    def paint(self, until: float | None) -> None:
        """Paint what was planned, as far as it is not on the surface already."""
        memory, canvas = self.attention.memory, self.canvas
        if not self.planned:
            memory.forget()
            return
        base = (canvas.factor, canvas.style, canvas.surface.get_size())
        brush = Brush(canvas.surface, canvas.px(CORNER + SHADE), self._area, self.attention.here, self._region,
                      canvas.colour)  # fmt: skip
        done = paint(memory, base, self.planned, brush, until)
        for each in done.regions:
            self.parts += each.parts
            self.inks += each.inks
            self.fallback = each.fallback or self.fallback
        self.changed, self.unfinished = done.changed, done.unfinished

    def _area(self, region: Region) -> pygame.Rect:
        return self.canvas.area(region.rect.inset(-region.margin))

    def _region(self, region: Region, area: pygame.Rect) -> tuple[tuple[Part, ...], tuple[Ink, ...], str]:
        self.parts, self.inks, self.fallback, kept = [], [], "", (self.parts, self.inks, self.fallback)
        self.canvas.bounds = area
        self.canvas.clip(None)
        region.draw()
        self.clip = None
        self.canvas.bounds = None
        self.canvas.clip(None)
        found = tuple(self.parts), tuple(self.inks), self.fallback
        self.parts, self.inks, self.fallback = kept
        return found

    # -- scrolling -------------------------------------------------------------------------------------------------

    def rolled(
        self, name: str, view: Rect, whole: float, key: Hashable, draw: Callable[[Rect], None],
        ground: str = theme.CARD, stop: bool = False,
    ) -> None:  # fmt: skip
        """Plan a region that rolls in a view: ``draw`` gets a rectangle as tall as all of it.

        ``stop``: it holds text only, so that the focus stops at it, and keys reach all of it.
        """
        most = max(0.0, whole - view.h)
        at = min(self.attention.rolls.get(name, 0.0), most)
        self.attention.rolls[name] = at
        self.views[name] = (view, most)
        inner = Rect(view.x, view.y - at, view.w - (14 if most else 0), max(whole, view.h))

        def put() -> None:
            if most and stop:
                self.register(Part(f"roll.{name}", "slider", "text to roll", f"{round(at)} of {round(most)}", view,
                                   round(at / NOTCH), round(most / NOTCH) + 2))  # fmt: skip
            with self.within(view):
                draw(inner)
                self.track(view, at, whole)

        self.region(name, view, (key, at, whole), put, ground, 0)

    @contextmanager
    def within(self, rect: Rect) -> Iterator[None]:
        """Draw only inside a rectangle."""
        before, self.clip = self.clip, rect if self.clip is None else rect.overlap(self.clip)
        self.canvas.clip(self.clip)
        try:
            yield
        finally:
            self.clip = before
            self.canvas.clip(before)

    def track(self, rect: Rect, offset: float, whole: float) -> None:
        """The scroll bar of a view: how far down it is, and how tall all of it is."""
        if whole <= rect.h:
            return
        self.canvas.box(Rect(rect.right - 6, rect.y, 6, rect.h), theme.TROUGH, 3)
        size = max(30.0, rect.h * rect.h / whole)
        top = rect.y + (rect.h - size) * min(1.0, offset / (whole - rect.h))
        self.canvas.box(Rect(rect.right - 6, top, 6, size), theme.THUMB, 3)
