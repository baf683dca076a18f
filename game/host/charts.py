"""The pictures of a class's debrief as inline SVG of our own: no script, no style inside."""

from collections.abc import Sequence
from html import escape
from typing import Final

from game.host.results import Space

Point = tuple[float, float]
_WIDE, _HIGH = 640, 520
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 18, 18, 58
_TICKS: Final = 5


def deal_space(found: Space, deals: Sequence[Point], impasses: int, names: tuple[str, str]) -> str:
    """Deals as dots on worth to both, the frontier as a line, where each starts without a deal as dashed lines."""
    plot = _Plot((0, 100), (0, 100), (f"worth to {names[0]}", f"worth to {names[1]}"))
    plot.path("frontier", found.frontier)
    x, y = found.limits
    plot.line("limit", (x, 0), (x, 100))
    plot.line("limit", (0, y), (100, y))
    for point, count in _stacked(deals):
        plot.dot("dot", point, 8 + 2.5 * (count - 1), str(count) if count > 1 else "")
    if impasses:
        plot.dot("none", found.limits, 9, str(impasses))
    said = f"{len(deals)} deals and {impasses} without a deal, on the worth to {names[0]} and to {names[1]}"
    return plot.drawn(said)


def scatter(points: Sequence[Point], x_name: str, y_name: str, x_range: Point, y_range: Point) -> str:
    """Points of two measures."""
    plot = _Plot(x_range, y_range, (x_name, y_name))
    for point, count in _stacked(points):
        plot.dot("dot", point, 8 + 2.5 * (count - 1), str(count) if count > 1 else "")
    return plot.drawn(f"{len(points)} points: {y_name} against {x_name}")


def bars(rows: Sequence[tuple[str, float, str]], most: float, said: str) -> str:
    """Bars from left to right: (label, value, the value in words)."""
    step, left, wide = 34, 260, _WIDE - 260 - 90
    parts = []
    for number, (label, value, words) in enumerate(rows):
        y = 10 + number * step
        length = wide * max(0.0, min(1.0, value / most if most else 0))
        parts.append(f'<text x="{left - 10}" y="{y + 19}" text-anchor="end">{escape(label)}</text>')
        parts.append(f'<rect class="bar" x="{left}" y="{y + 4}" width="{length:.1f}" height="20" rx="3"/>')
        parts.append(f'<text x="{left + length + 8:.1f}" y="{y + 19}">{escape(words)}</text>')
    return _svg(20 + step * len(rows), parts, said)


def histogram(values: Sequence[float], name: str, width: float = 10) -> str:
    """How many values fall into each tenth from 0 to 100."""
    counts = [0] * round(100 / width)
    for value in values:
        counts[min(len(counts) - 1, max(0, int(value // width)))] += 1
    plot = _Plot((0, 100), (0, _TICKS * -(-max([*counts, 1]) // _TICKS)), (name, "how many"))
    for number, count in enumerate(counts):
        if count:
            plot.box("bar", (number * width, 0), ((number + 1) * width, count))
    return plot.drawn(f"{len(values)} values of {name}, by tens")


def _stacked(points: Sequence[Point]) -> list[tuple[Point, int]]:
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    return [(point, rounded.count(point)) for point in dict.fromkeys(rounded)]


def _svg(high: float, parts: Sequence[str], said: str) -> str:
    inside = "".join(parts)
    return f'<svg class="chart" viewBox="0 0 {_WIDE} {high:g}" role="img" aria-label="{escape(said)}">{inside}</svg>'


def _within(value: float, ends: Point) -> float:
    return min(max(value, ends[0]), ends[1])


class _Plot:
    """A pair of axes and what lies on them."""

    def __init__(self, xs: Point, ys: Point, names: tuple[str, str]) -> None:
        self._xs, self._ys = xs, ys
        self._parts: list[str] = []
        self._axes(names)

    def _at(self, point: Point) -> Point:
        """Where a point is drawn; one beyond an axis lies on its edge."""
        point = (_within(point[0], self._xs), _within(point[1], self._ys))
        x = _LEFT + (_WIDE - _LEFT - _RIGHT) * (point[0] - self._xs[0]) / (self._xs[1] - self._xs[0])
        y = _HIGH - _BOTTOM - (_HIGH - _TOP - _BOTTOM) * (point[1] - self._ys[0]) / (self._ys[1] - self._ys[0])
        return x, y

    def _axes(self, names: tuple[str, str]) -> None:
        for n in range(_TICKS + 1):
            x = self._xs[0] + (self._xs[1] - self._xs[0]) * n / _TICKS
            y = self._ys[0] + (self._ys[1] - self._ys[0]) * n / _TICKS
            self.line("grid", (x, self._ys[0]), (x, self._ys[1]))
            self.line("grid", (self._xs[0], y), (self._xs[1], y))
            px, _ = self._at((x, y))
            _, py = self._at((x, y))
            self._parts.append(f'<text x="{px:.1f}" y="{_HIGH - _BOTTOM + 20}" text-anchor="middle">{x:g}</text>')
            self._parts.append(f'<text x="{_LEFT - 8}" y="{py + 5:.1f}" text-anchor="end">{y:.3g}</text>')
        middle = (_HIGH - _BOTTOM + _TOP) / 2
        self._parts.append(
            f'<text x="{(_WIDE + _LEFT) / 2}" y="{_HIGH - 12}" text-anchor="middle">{escape(names[0])}</text>'
        )
        turned = f'transform="rotate(-90 16 {middle})"'
        self._parts.append(f'<text x="16" y="{middle}" {turned} text-anchor="middle">{escape(names[1])}</text>')

    def line(self, kind: str, start: Point, end: Point) -> None:
        (x1, y1), (x2, y2) = self._at(start), self._at(end)
        self._parts.append(f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>')

    def path(self, kind: str, points: Sequence[Point]) -> None:
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self._at, points))
        self._parts.append(f'<polyline class="{kind}" points="{told}"/>')

    def dot(self, kind: str, point: Point, size: float, words: str) -> None:
        x, y = self._at(point)
        self._parts.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}"/>')
        if words:
            self._parts.append(f'<text x="{x + size + 4:.1f}" y="{y - size:.1f}">{escape(words)}</text>')

    def box(self, kind: str, low: Point, high: Point) -> None:
        (x1, y1), (x2, y2) = self._at(low), self._at(high)
        self._parts.append(
            f'<rect class="{kind}" x="{x1 + 2:.1f}" y="{y2:.1f}" width="{x2 - x1 - 4:.1f}" height="{y1 - y2:.1f}"/>'
        )

    def drawn(self, said: str) -> str:
        return _svg(_HIGH, self._parts, said)
