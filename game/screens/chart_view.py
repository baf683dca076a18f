"""How the charts look: the course of the offers, the space of deals, bars for issues and for how it felt."""

from collections.abc import Callable, Sequence

from game.screens import theme
from game.screens.charts import Course, Space, Term
from game.screens.parts import Rect
from game.screens.shapes import Point, block, dot, polygon, polyline, star
from game.screens.ui import Ui


def draw_course(ui: Ui, course: Course, rect: Rect) -> None:
    """Two lines over the turns: solid for what could have been taken, dotted for what was asked."""
    left, foot, head = 36.0, 26.0, 10.0
    count = max(2, len(course.mine))

    def x(n: float) -> float:
        return left + (n - 1) * (rect.w - left - 20) / (count - 1)

    def y(value: float) -> float:
        return rect.h - foot - value * (rect.h - foot - head) / 100

    solid = [(x(n), y(v)) for n, v in enumerate(course.theirs, start=1) if v is not None]
    dotted = [(x(n), y(v)) for n, v in enumerate(course.mine, start=1) if v is not None]
    body = "".join(block(left, y(value), rect.w - left - 16, 1, theme.GRID) for value in (0, 25, 50, 75, 100))
    body += _levels(course, left, rect.w - 16, y) + _line(solid, y(0)) + _dots(dotted)
    ui.canvas.picture(body, (rect.w, rect.h), rect)
    for value in (0, 50, 100):
        ui.letters(rect.x + left - 8, rect.y + y(value) - 9, str(value), theme.TINY, theme.SOFT, "r")
    step = 1 if count <= 16 else 2
    for n in range(1, len(course.mine) + 1, step):
        ui.letters(rect.x + x(n), rect.y + rect.h - 20, str(n), theme.TINY, theme.SOFT, "c")
    _named_levels(ui, course, rect, left, y)
    _course_marks(ui, course, rect, x, y)


def _levels(course: Course, left: float, right: float, y: Callable[[float], float]) -> str:
    rows = ((course.walk_away, theme.RED), (course.target, theme.GOLD))
    return "".join(
        polyline([(left, y(value)), (right, y(value))], colour, 1.6, "6 4")
        for value, colour in rows
        if value is not None
    )


def _line(places: Sequence[Point], floor: float) -> str:
    if len(places) < 2:
        return "".join(dot(at, 5, theme.TEAL) for at in places)
    area = [*places, (places[-1][0], floor), (places[0][0], floor)]
    return polygon(area, theme.TEAL, 'fill-opacity="0.12"') + polyline(places, theme.TEAL, 3)


def _dots(places: Sequence[Point]) -> str:
    if len(places) < 2:
        return "".join(block(x - 5, y - 5, 10, 10, theme.RUST) for x, y in places)
    return polyline(places, theme.RUST, 2.6, "2 6")


def _named_levels(ui: Ui, course: Course, rect: Rect, left: float, y: Callable[[float], float]) -> None:
    rows = ((course.walk_away, "your walk-away", theme.RED), (course.target, "your target", theme.GOLD_TEXT))
    for value, text, ink in rows:
        if value is not None:
            ui.label(f"course.{text}", rect.x + left + 6, rect.y + y(value) + 2, text, theme.TINY_BOLD, ink)


def _course_marks(ui: Ui, course: Course, rect: Rect, x: Callable[[float], float], y: Callable[[float], float]) -> None:
    """A sign at each turn worth a look, on the line where there is one."""
    for mark in course.marks:
        value = course.theirs[mark.turn - 1]
        value = course.mine[mark.turn - 1] if value is None else value
        at = rect.y + y(6.0 if value is None else value)
        sign(ui, rect.x + x(mark.turn), at, mark.good)
        word = "went well" if mark.good else "worth another try"
        ui.note(f"mark.{mark.turn}", "text", f"Turn {mark.turn}", Rect(rect.x + x(mark.turn) - 10, at - 10, 20, 20),
                f"{word}: {mark.why}")  # fmt: skip


def sign(ui: Ui, x: float, y: float, good: bool) -> None:
    """A round sign: an exclamation mark for what helped, a question mark for what to try another way."""
    ui.canvas.box(Rect(x - 11, y - 11, 22, 22), theme.GREEN if good else theme.GOLD_TEXT, 11, theme.CARD, 2)
    ui.canvas.letters(
        x - (2.2 if good else 3.6),
        y - 10,
        "!" if good else "?",
        ui.canvas.face(theme.Type("bold", 15, 20)),
        ui.canvas.size(theme.LABEL),
        theme.WHITE,
    )


def draw_space(ui: Ui, space: Space, rect: Rect, other: str) -> None:
    """Every deal as a dot, the frontier in gold, both sides' offers as ways, the deal as a star."""
    left, foot, head = 14.0, 30.0, 24.0

    def at(point: Point) -> Point:
        return (left + point[0] * (rect.w - left - 16) / 100, rect.h - foot - point[1] * (rect.h - foot - head) / 100)

    corner, top = at(space.least), at((100, 100))
    body = block(corner[0], top[1], top[0] - corner[0], corner[1] - top[1], theme.TEAL, 0.08)
    body += "".join(dot(at(each), 2.4, theme.CLOUD, 0.5) for each in space.cloud)
    body += polyline([at(each) for each in space.edge], theme.GOLD, 2.6)
    body += polyline([(left, head - 6), (left, rect.h - foot), (rect.w - 12, rect.h - foot)], theme.AXIS, 1.4)
    body += _way([at(each) for each in space.mine], theme.TEAL, round_=True)
    body += _way([at(each) for each in space.theirs], theme.RUST, round_=False)
    if space.deal is not None:
        body += star(*at(space.deal), theme.INK, theme.CARD)
    ui.canvas.picture(body, (rect.w, rect.h), rect)
    ui.letters(rect.x + left, rect.y - 2, f"↑ value to {other}", theme.TINY, theme.SOFT)
    ui.letters(rect.right - 12, rect.bottom - 26, "value to you →", theme.TINY, theme.SOFT, "r")
    _key(ui, rect, other, space.deal is not None)
    ui.note("space", "picture", "Every deal there was", rect, _space_said(space, other))


def _way(places: Sequence[Point], colour: str, round_: bool) -> str:
    """A side's offers in order: circles or squares, joined by a dashed line."""
    line = polyline(places, colour, 1.8, "4 3") if len(places) > 1 else ""
    signs = (dot(at, 5.5, colour) if round_ else block(at[0] - 5, at[1] - 5, 10, 10, colour) for at in places)
    return line + "".join(signs)


def _key(ui: Ui, rect: Rect, other: str, deal: bool) -> None:
    """What the signs mean, in a row at the foot."""
    x, y = rect.x + 14, rect.bottom - 16
    rows = [(f'<circle cx="6" cy="6" r="5" fill="{theme.TEAL}"/>', "your offers"),
            (f'<rect x="1" y="1" width="10" height="10" fill="{theme.RUST}"/>', f"{other}'s offers"),
            (f'<path d="M0 9 L12 3" stroke="{theme.GOLD}" stroke-width="3"/>', "efficient frontier")]  # fmt: skip
    if deal:
        rows.append((f'<g transform="translate(6 6) scale(0.5)">{star(0, 0, theme.INK, theme.CARD)}</g>', "the deal"))
    for body, text in rows:
        ui.canvas.picture(body, (12, 12), Rect(x, y + 3, 12, 12))
        x = ui.letters(x + 17, y - 1, text, theme.TINY, theme.SOFT).right + 16


def _space_said(space: Space, other: str) -> str:
    said = f"{len(space.mine)} offers of yours, {len(space.theirs)} of {other}'s"
    if space.deal is None:
        return f"{said}; no deal"
    return f"{said}; the deal is worth {space.deal[0]:.0f} to you and {space.deal[1]:.0f} to {other}"


def draw_terms(ui: Ui, terms: Sequence[Term], rect: Rect) -> None:
    """A bar an issue; the gold mark is what the best deal within reach gave."""
    step = min(50.0, rect.h / max(1, len(terms)))
    for n, term in enumerate(terms):
        y = rect.y + n * step
        name = term.label[:1].upper() + term.label[1:]
        end = ui.letters(rect.x, y, name, theme.SMALL_BOLD, room=rect.w * 0.5).right
        ui.letters(rect.right, y, term.said, theme.SMALL, theme.SOFT, "r", room=rect.right - end - 10)
        ui.canvas.box(Rect(rect.x, y + 21, rect.w, 10), theme.TROUGH, 5)
        ui.canvas.box(Rect(rect.x, y + 21, max(10.0, rect.w * term.got), 10), theme.TEAL, 5)
        ui.canvas.box(Rect(rect.x + (rect.w - 3) * term.best, y + 17, 3, 18), theme.GOLD_TEXT, 1)
        said = f"{term.said}, {100 * term.got:.0f} of 100 to you"
        best = f"the best deal within reach: {100 * term.best:.0f}"
        ui.note(f"term.{n}", "meter", name, Rect(rect.x, y, rect.w, 34), f"{said}; {best}")


def draw_felt(ui: Ui, rows: Sequence[tuple[str, float, float]], rect: Rect) -> None:
    """How it felt, 1..7: a bar for the other side, a mark for oneself."""
    step = rect.h / len(rows)
    for n, (label, theirs, mine) in enumerate(rows):
        y = rect.y + n * step
        ui.letters(rect.x, y, label, theme.SMALL)
        ui.letters(rect.right, y, f"{theirs:.1f}", theme.SMALL_BOLD, theme.TEAL, "r")
        ui.canvas.box(Rect(rect.x, y + 19, rect.w, 8), theme.TROUGH, 4)
        ui.canvas.box(Rect(rect.x, y + 19, max(8.0, rect.w * (theirs - 1) / 6), 8), theme.TEAL, 4)
        ui.canvas.box(Rect(rect.x + (rect.w - 2) * (mine - 1) / 6, y + 16, 2, 14), theme.INK, 0)
        ui.note(f"felt.{n}", "meter", label, Rect(rect.x, y, rect.w, 30), f"{theirs:.1f} of 7; to you {mine:.1f}")
