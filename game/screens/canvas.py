"""Drawing in logical units: boxes, text, pictures. Everything is drawn at the window's own size, so it stays sharp.

Boxes and pictures are SVG made here and turned into pixels once; letters are rendered once a size and colour.
"""

import io
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.screens.fonts import font
from game.screens.parts import Rect
from game.screens.theme import Type

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
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and wide(longer, face, pixels) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)


@lru_cache(512)
def _corner_tile(radius: int, fill: str, stroke: str, line: float, shadow: int) -> tuple[Surface, int]:
    """A small box whose corners are cut out for boxes of any size, and how far in they reach."""
    out = 2 * shadow
    reach = out + radius + 3
    side = 2 * reach + 1
    body = "".join(
        f'<rect x="{out - i}" y="{out - i + shadow * 0.6}" width="{side - 2 * out + 2 * i}" '
        f'height="{side - 2 * out + 2 * i}" rx="{radius + i}" fill="#000000" fill-opacity="{0.1 / out:.4f}"/>'
        for i in range(out, 0, -1)
    )
    half = line / 2 if stroke else 0
    drawn = f'stroke="{stroke}" stroke-width="{line}"' if stroke else ""
    body += (
        f'<rect x="{out + half}" y="{out + half}" width="{side - 2 * out - 2 * half}" '
        f'height="{side - 2 * out - 2 * half}" rx="{max(0.0, radius - half)}" fill="{fill}" {drawn}/>'
    )
    return svg(body, (side, side), (side, side)), reach


class _Framed(NamedTuple):
    """A box in pieces: edges and corners to blit, each at its place, and the middle, which is only filled."""

    pieces: tuple[tuple[Surface, tuple[int, int]], ...]
    middle: tuple[int, int, int, int] | None


@lru_cache(1024)
def _box(w: int, h: int, radius: int, fill: str, stroke: str, line: float, shadow: int) -> _Framed:
    """A rounded box of any size, put together from the corners of a small one. Blitting all of it would be slow."""
    radius = min(radius, w // 2, h // 2)
    tile, reach = _corner_tile(radius, fill, stroke, line, shadow)
    full_w, full_h = w + 4 * shadow, h + 4 * shadow
    if full_w < 2 * reach + 1 or full_h < 2 * reach + 1:
        return _Framed(((_small_box(w, h, radius, fill, stroke, line), (2 * shadow, 2 * shadow)),), None)
    side = tile.get_width()
    cuts, spans = (0, reach, side - reach), (reach, 1, reach)
    pieces = []
    for row, (top, high) in enumerate(((0, reach), (reach, full_h - 2 * reach), (full_h - reach, reach))):
        for col, (left, wide_) in enumerate(((0, reach), (reach, full_w - 2 * reach), (full_w - reach, reach))):
            if (row, col) != (1, 1):
                piece = tile.subsurface((cuts[col], cuts[row], spans[col], spans[row]))
                pieces.append((pygame.transform.scale(piece, (wide_, high)), (left, top)))
    middle = (reach, reach, full_w - 2 * reach, full_h - 2 * reach)
    return _Framed(tuple(pieces), None if fill == "none" else middle)


def _small_box(w: int, h: int, radius: int, fill: str, stroke: str, line: float) -> Surface:
    half = line / 2 if stroke else 0
    drawn = f'stroke="{stroke}" stroke-width="{line}"' if stroke else ""
    place = f'x="{half}" y="{half}" width="{w - 2 * half}" height="{h - 2 * half}" rx="{radius}"'
    body = f'<rect {place} fill="{fill}" {drawn}/>'
    return svg(body, (w, h), (w, h))


@lru_cache(256)
def _picture(body: str, view: tuple[float, float], size: tuple[int, int]) -> Surface:
    return svg(body, view, size)


class Canvas:
    """A surface and how many of its pixels a logical unit is."""

    def __init__(self, surface: Surface, factor: float, text_scale: float = 1.0) -> None:
        self.surface = surface
        self.factor = factor
        self.text_scale = text_scale

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
        self.surface.fill(colour)

    def box(
        self, rect: Rect, fill: str, radius: float = 10, stroke: str = "", line: float = 1.2, shadow: float = 0
    ) -> None:
        """A rounded box; ``fill`` may be ``none``."""
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
        return max(1, round(kind.size * self.factor * self.text_scale))

    def measure(self, text: str, kind: Type) -> float:
        """How wide a text is, in logical units."""
        return wide(text, kind.face, self.size(kind)) / self.factor

    def lines(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        """A text in lines of at most a width."""
        return wrapped(text, kind.face, self.size(kind), self.px(width))

    def leading(self, kind: Type) -> float:
        """From line to line, in logical units."""
        return kind.leading * self.text_scale

    def letters(self, x: float, y: float, text: str, face: str, pixels: int, colour: str) -> Rect:
        """Letters at their left upper corner; where they stand."""
        image = letters(text, face, pixels, colour)
        self.surface.blit(image, (self.px(x), self.px(y)))
        return Rect(x, y, image.get_width() / self.factor, image.get_height() / self.factor)

    def picture(self, body: str, view: tuple[float, float], rect: Rect) -> None:
        """An SVG body in a rectangle; kept for the next time."""
        size = (self.px(rect.w), self.px(rect.h))
        self.surface.blit(_picture(body, view, size), (self.px(rect.x), self.px(rect.y)))

    def pixels(self, image: Surface, rect: Rect) -> None:
        """Pixels that fit a rectangle already."""
        self.surface.blit(image, (self.px(rect.x), self.px(rect.y)))

    def copy(self, rect: Rect) -> Surface:
        """The pixels of a rectangle, as far as it lies on the surface; what is beyond stays empty."""
        made = Surface((self.px(rect.w) + 1, self.px(rect.h) + 1), 0, self.surface)
        made.blit(self.surface, (-self.px(rect.x), -self.px(rect.y)))
        return made

    def clip(self, rect: Rect | None) -> None:
        """Draw only there; None: everywhere."""
        self.surface.set_clip(
            None if rect is None else (self.px(rect.x), self.px(rect.y), self.px(rect.w), self.px(rect.h))
        )


def forget() -> None:
    """Drop what was drawn for a size that is gone."""
    for kept in (letters, wide, wrapped, _corner_tile, _box, _picture):
        kept.cache_clear()
