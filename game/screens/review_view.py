"""How the review's value graph looks: a line over the turns, every decision with a sign of its own shape."""

from collections.abc import Sequence
from typing import Final

from game.review.marks import Decision
from game.screens import theme
from game.screens.parts import Rect
from game.screens.shapes import Point, block, dot, polygon, polyline, star
from game.screens.ui import Ui
from game.session.review_text import title
from game.session.review_words import MARKS

_LEFT, _FOOT, _HEAD = 36.0, 26.0, 18.0
_INKS: Final = {"brilliant": theme.TEAL, "good": theme.GREEN, "inaccuracy": theme.GOLD_TEXT, "mistake": theme.RUST,
                "blunder": theme.RED}  # fmt: skip


def draw_values(ui: Ui, decisions: Sequence[Decision], rect: Rect) -> None:
    """The value before each line, by turn, and what each line was; a key at the top right."""
    _key(ui, rect)
    if not decisions:
        return
    turns = decisions[-1].turn
    values = [*(each.judged.usual.value for each in decisions), decisions[-1].came_to]
    low, high = min(0.0, *values), max(100.0, *values)

    def at(turn: int, value: float) -> Point:
        x = _LEFT + (turn - 1) * (rect.w - _LEFT - 34) / turns
        return x, _HEAD + (high - value) * (rect.h - _FOOT - _HEAD) / (high - low)

    places = [at(each.turn, value) for each, value in zip(decisions, values, strict=False)]
    body = "".join(block(_LEFT, at(1, v)[1], rect.w - _LEFT - 16, 1, theme.GRID) for v in (0, 25, 50, 75, 100))
    after = at(turns + 1, values[-1])
    body += polyline([*places, after], theme.TEAL, 2.4) + block(after[0] - 1.5, after[1] - 8, 3, 16, theme.TEAL)
    body += "".join(shape(each.mark, place) for each, place in zip(decisions, places, strict=True))
    ui.canvas.picture(body, (rect.w, rect.h), rect)
    for value in (0, 50, 100):
        ui.letters(rect.x + _LEFT - 10, rect.y + at(1, value)[1] - 9, str(value), theme.TINY, theme.SOFT, "r")
    ui.letters(rect.x + after[0], rect.y + rect.h - 20, "then", theme.TINY, theme.SOFT, "c")
    for each, (x, y) in zip(decisions, places, strict=True):
        _signed(ui, each, rect, x, y)


def shape(mark: str, at: Point) -> str:
    """A shape for a mark: a star, a dot, a triangle, a square, a diamond, so that none is told by colour alone."""
    x, y, ink = *at, _INKS[mark]
    if mark == "brilliant":
        return star(x, y, ink, theme.CARD)
    if mark == "good":
        return dot(at, 6, ink)
    if mark == "inaccuracy":
        return polygon([(x, y - 9), (x + 9, y + 7), (x - 9, y + 7)], ink)
    if mark == "mistake":
        return block(x - 8, y - 8, 16, 16, ink)
    return polygon([(x, y - 11), (x + 11, y), (x, y + 11), (x - 11, y)], ink)


def _signed(ui: Ui, decision: Decision, rect: Rect, x: float, y: float) -> None:
    sign, _ = MARKS[decision.mark]
    ui.letters(rect.x + x, rect.y + rect.h - 20, str(decision.turn), theme.TINY, theme.SOFT, "c")
    if decision.mark != "good":
        ui.letters(rect.x + x, rect.y + y - 30, sign, theme.LABEL, _INKS[decision.mark], "c")
    said = f"{title(decision)}; worth {decision.judged.usual.value:.0f} before it"
    place = Rect(rect.x + x - 12, rect.y + y - 12, 24, 24)
    ui.note(f"mark.{decision.turn}", "text", f"Turn {decision.turn}", place, said)


def _key(ui: Ui, rect: Rect) -> None:
    """What the shapes mean, from the right."""
    x = rect.right - 16
    for mark, (sign, name) in reversed(MARKS.items()):
        text = f"{name} {sign}" if mark != "good" else name
        x = x - ui.canvas.measure(text, theme.TINY)
        ui.letters(x, rect.y - 26, text, theme.TINY, theme.SOFT)
        x -= 24
        ui.canvas.picture(f'<g transform="scale(0.75)">{shape(mark, (12, 12))}</g>', (18, 18),
                          Rect(x, rect.y - 27, 18, 18))  # fmt: skip
        x -= 14
