"""Drawing in logical units: boxes, text, pictures. Everything is drawn at the window's own size, so it stays sharp.

Boxes and pictures are SVG made here and turned into pixels once; letters are rendered once a size and colour.
"""

import io
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.screens.fonts import font
from game.screens.parts import Rect
from game.screens.theme import PALETTES, PLAIN_STYLE, Style, Type, tinted

_NS = 'xmlns="http://www.w3.org/2000/svg"'
Surface = pygame.Surface


def svg(body: str, view: tuple[float, float], size: tuple[int, int]) -> Surface:
    """An SVG body in a view box, as pixels. No text, CSS, clip, mask, filter or use: nanosvg knows none of them."""
    source = f'<svg {_NS} viewBox="0 0 {view[0]} {view[1]}">{body}</svg>'
    drawn = pygame.image.load_sized_svg(io.BytesIO(source.encode()), (max(1, size[0]), max(1, size[1])))
    made = Surface(drawn.get_size(), pygame.SRCALPHA, 32)  # the SVG's own order of colours is 20 times slower to blit
    made.blit(drawn, (0, 0))
    return made


@lru_cache(2048)
def letters(text: str, face: str, pixels: int, colour: str) -> Surface:
    """A run of letters as pixels."""
    return font(face, pixels).render(text, True, colour)


@lru_cache(4096)
def wide(text: str, face: str, pixels: int) -> int:
    """The width of a run of letters in pixels."""
    return font(face, pixels).size(text)[0]


@lru_cache(2048)
def wrapped(text: str, face: str, pixels: int, width: int) -> tuple[str, ...]:
    """Text in lines no wider than a width in pixels; a word wider than that stands alone."""
    return tuple(line for paragraph in text.split("\n") for line in _broken(paragraph, face, pixels, width))


def _broken(paragraph: str, face: str, pixels: int, width: int) -> list[str]:
    """The lines of a paragraph, added up from the widths of its words, which come again and again."""
    space = wide(" ", face, pixels)
    lines, line, reached = [], "", 0
    for word in paragraph.split():
        more = wide(word, face, pixels)
        if line and reached + space + more > width:
            lines.append(line)
            line, reached = word, more
        else:
            line, reached = (f"{line} {word}", reached + space + more) if line else (word, more)
    return [*lines, line]


@lru_cache(512)
def _tile(w: int, h: int, radius: int, fill: str, stroke: str, line: float, shadow: int) -> Surface:
    """A box with its shadow, drawn as it is."""
    out = 2 * shadow
    body = "".join(
        f'<rect x="{out - i}" y="{out - i + shadow * 0.6}" width="{w - 2 * out + 2 * i}" '
        f'height="{h - 2 * out + 2 * i}" rx="{radius + i}" fill="#000000" fill-opacity="{0.1 / out:.4f}"/>'
        for i in range(out, 0, -1)
    )
    half = line / 2 if stroke else 0
    drawn = f'stroke="{stroke}" stroke-width="{line}"' if stroke else ""
    body += (
        f'<rect x="{out + half}" y="{out + half}" width="{w - 2 * out - 2 * half}" '
        f'height="{h - 2 * out - 2 * half}" rx="{max(0.0, radius - half)}" fill="{fill}" {drawn}/>'
    )
    return svg(body, (w, h), (w, h))


class _Framed(NamedTuple):
    """A box in pieces: edges and corners to blit, each at its place, and the middle, which is only filled."""

    pieces: tuple[tuple[Surface, tuple[int, int]], ...]
    middle: tuple[int, int, int, int] | None


@lru_cache(1024)
def _box(w: int, h: int, radius: int, fill: str, stroke: str, line: float, shadow: int) -> _Framed:
    """A rounded box of any size, put together from a small one, which is drawn once. Blitting all would be slow."""
    radius = min(radius, w // 2, h // 2)
    out = 2 * shadow
    reach = out + radius + (3 if stroke else 1)
    full = w + 2 * out, h + 2 * out
    small = min(full[0], 2 * reach + 1), min(full[1], 2 * reach + 1)
    tile = _tile(*small, radius, fill, stroke, line, shadow)
    columns, rows = (_cuts(*each, reach) for each in zip(small, full, strict=True))
    pieces, middle = [], None
    for top, high, y, tall in rows:
        for left, wide_, x, long in columns:
            if (wide_, high) == (1, 1) and fill != "none":
                middle = (x, y, long, tall)
            elif (wide_, high) != (1, 1):
                piece = tile.subsurface((left, top, wide_, high))
                stretched = (long, tall) != (wide_, high)
                pieces.append((pygame.transform.scale(piece, (long, tall)) if stretched else piece, (x, y)))
    return _Framed(tuple(pieces), middle)


def _cuts(small: int, full: int, reach: int) -> list[tuple[int, int, int, int]]:
    """How a length of a tile is cut and laid out: (from, how much, to, how much there); the middle is stretched."""
    if small == full:
        return [(0, small, 0, full)]
    end = small - reach
    return [(0, reach, 0, reach), (reach, 1, reach, full - 2 * reach), (end, reach, full - reach, reach)]


@lru_cache(256)
def _picture(body: str, view: tuple[float, float], size: tuple[int, int]) -> Surface:
    return svg(body, view, size)


@lru_cache(512)
def _size(size: float, factor: float) -> int:
    return max(1, round(size * factor))


class Canvas:
    """A surface and how many of its pixels a logical unit is."""

    def __init__(self, surface: Surface, factor: float, style: Style = PLAIN_STYLE) -> None:
        self.surface = surface
        self.factor = factor
        self.style = style
        self.bounds: pygame.Rect | None = None
        """In pixels: nothing is drawn outside while a region is painted."""
        self._colours = PALETTES[style.palette]

    def colour(self, name: str) -> str:
        """What a colour of the light palette is here."""
        return self._colours.get(name, name)

    def face(self, kind: Type) -> str:
        """The face of a kind of text: what is easy to read where that is wanted."""
        return f"easy-{kind.face}" if self.style.easy else kind.face

    @property
    def width(self) -> float:
        """Of the whole, in logical units."""
        return self.surface.get_width() / self.factor

    @property
    def height(self) -> float:
        """Of the whole, in logical units."""
        return self.surface.get_height() / self.factor

    def px(self, value: float) -> int:
        """Logical units as pixels."""
        return round(value * self.factor)

    def fill(self, colour: str) -> None:
        """The whole in one colour."""
        self.surface.fill(self.colour(colour))

    def box(
        self, rect: Rect, fill: str, radius: float = 10, stroke: str = "", line: float = 1.2, shadow: float = 0
    ) -> None:
        """A rounded box; ``fill`` may be ``none``."""
        fill, stroke = self.colour(fill), self.colour(stroke)
        x, y = self.px(rect.x), self.px(rect.y)
        w, h = max(1, self.px(rect.right) - x), max(1, self.px(rect.bottom) - y)
        if radius == 0 and not stroke and not shadow:
            self.surface.fill(fill, (x, y, w, h))
            return
        out = self.px(shadow)
        framed = _box(w, h, self.px(radius), fill, stroke, max(1.0, round(line * self.factor, 1)), out)
        x, y = x - 2 * out, y - 2 * out
        if framed.middle is not None:
            left, top, wide_, high = framed.middle
            self.surface.fill(fill, (x + left, y + top, wide_, high))
        self.surface.fblits([(piece, (x + dx, y + dy)) for piece, (dx, dy) in framed.pieces])

    def size(self, kind: Type) -> int:
        """The height of a kind of text, in pixels."""
        return _size(kind.size, self.factor)

    def measure(self, text: str, kind: Type) -> float:
        """How wide a text is, in logical units."""
        return wide(text, self.face(kind), self.size(kind)) / self.factor

    def lines(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        """A text in lines of at most a width."""
        return wrapped(text, self.face(kind), self.size(kind), self.px(width))

    def leading(self, kind: Type) -> float:
        """From line to line, in logical units."""
        return kind.leading

    def letters(self, x: float, y: float, text: str, face: str, pixels: int, colour: str) -> Rect:
        """Letters at their left upper corner; where they stand."""
        image = letters(text, face, pixels, self.colour(colour))
        self.surface.blit(image, (self.px(x), self.px(y)))
        return Rect(x, y, image.get_width() / self.factor, image.get_height() / self.factor)

    def picture(self, body: str, view: tuple[float, float], rect: Rect) -> None:
        """An SVG body in a rectangle; kept for the next time."""
        self.portrait(tinted(body, self.style.palette), view, rect)

    def portrait(self, body: str, view: tuple[float, float], rect: Rect) -> None:
        """A picture whose colours are its own."""
        size = (self.px(rect.w), self.px(rect.h))
        self.surface.blit(_picture(body, view, size), (self.px(rect.x), self.px(rect.y)))

    def ready(self, body: str, view: tuple[float, float], rect: Rect) -> None:
        """Make the pixels of a picture that may be wanted soon."""
        _picture(body, view, (self.px(rect.w), self.px(rect.h)))

    def area(self, rect: Rect) -> pygame.Rect:
        """A rectangle in pixels, as far as it lies on the surface."""
        x, y = self.px(rect.x), self.px(rect.y)
        return self.surface.get_rect().clip((x, y, self.px(rect.right) - x, self.px(rect.bottom) - y))

    def clip(self, rect: Rect | None) -> None:
        """Draw only there; None: everywhere inside the bounds."""
        if rect is None:
            self.surface.set_clip(self.bounds)
        else:
            area = self.area(rect)
            self.surface.set_clip(area if self.bounds is None else area.clip(self.bounds))


def forget() -> None:
    """Drop what was drawn for a size that is gone."""
    for kept in (letters, wide, wrapped, _tile, _box, _picture):
        kept.cache_clear()
