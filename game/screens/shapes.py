"""Pieces of SVG for the charts."""

from collections.abc import Sequence

Point = tuple[float, float]


def points(places: Sequence[Point]) -> str:
    """Places as an attribute.

    >>> points([(1, 2), (3.14159, 4)])
    '1.0,2.0 3.1,4.0'
    """
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def polyline(places: Sequence[Point], colour: str, width: float, dash: str = "") -> str:
    """A line through places; ``dash`` as in SVG."""
    dashed = f' stroke-dasharray="{dash}" stroke-linecap="round"' if dash else ""
    look = f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{dashed}'
    return f'<polyline points="{points(places)}" {look}/>'


def polygon(places: Sequence[Point], colour: str, more: str = "") -> str:
    """A filled shape."""
    return f'<polygon points="{points(places)}" fill="{colour}" {more}/>'


def dot(at: Point, radius: float, colour: str, opacity: float = 1) -> str:
    """A filled circle."""
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius}" fill="{colour}" fill-opacity="{opacity}"/>'


def block(x: float, y: float, w: float, h: float, colour: str, opacity: float = 1) -> str:
    """A filled rectangle; nothing where it has no size."""
    if w <= 0 or h <= 0:
        return ""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"'
    return f'<rect {place} fill="{colour}" fill-opacity="{opacity}"/>'


_STAR = ((0, -12), (3, -4), (11.5, -3.7), (4.8, 1.6), (7, 9.7), (0, 5), (-7, 9.7), (-4.8, 1.6), (-11.5, -3.7), (-3, -4))


def star(x: float, y: float, colour: str, edge: str) -> str:
    """A star of five points."""
    return polygon([(x + dx, y + dy) for dx, dy in _STAR], colour, f'stroke="{edge}" stroke-width="1.6"')
