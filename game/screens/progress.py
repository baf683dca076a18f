"""Progress over games: what is done how often, and deals and relationship as two lines. There is no single grade."""

from collections.abc import Callable, Sequence
from typing import Final

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Key, Press
from game.screens.panes import Panes
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.shapes import block, dot, polyline
from game.screens.title import Title
from game.screens.ui import Ui
from game.screens.widgets import BAR, button
from game.session.phrases import phrases
from game.session.play import Session
from game.session.progress import Habit, Played, habits

_TRENDS: Final = {1: "more often lately", 0: "", -1: "less often lately"}
#: How many of the last games the lines show: so many can be told apart.
MOST: Final = 30
NOTHING: Final = "No finished game is saved yet. Play one, and it is counted here."


class Progress(Screen):
    """The lines on the left, the behaviours on the right, the scenes to filter by above them."""

    name = "progress"

    def __init__(self, _session: Session | None = None) -> None:
        opening = Title.opening
        self.every: list[Played] = opening.played() if opening is not None else []
        self.goal = opening.goal() if opening is not None else ""
        """The behaviour that was chosen to work on, by name; empty for none."""
        self.scene = ""
        self.panes = Panes(("lines", "Deals and people"), ("habits", "What you do"))
        self.aim = "back"

    @property
    def games(self) -> list[Played]:
        """Those of the scene that is chosen, the oldest first; all of them without one."""
        return [game for game in self.every if self.scene in ("", game.scenario)]

    def take(self, event: Event) -> Screen | Go | None:
        """Filter by a scene; back to the title."""
        if self.panes.take(event):
            return self
        if (isinstance(event, Key) and event.name == "escape") or (isinstance(event, Press) and event.id == "back"):
            return Go("title", None)
        if isinstance(event, Press) and event.id.startswith("only."):
            self.scene = event.id.removeprefix("only.")
        return self

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """Both columns, or one of them."""
        ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui), theme.DARK, 0)
        ui.fallback = "back"
        if ui.tight:
            place = self.panes.draw(ui)
            self._side(ui, self.panes.chosen, self._lines if self.panes.chosen == "lines" else self._habits, place)
            return
        top = theme.BAR + theme.GAP
        wide = (ui.width - 2 * theme.EDGE - theme.GAP) / 2
        for n, (name, fill) in enumerate((("lines", self._lines), ("habits", self._habits))):
            place = Rect(theme.EDGE + n * (wide + theme.GAP), top, wide, ui.height - top - theme.EDGE)
            self._side(ui, name, fill, place)

    def _side(self, ui: Ui, name: str, fill: Callable[[Ui, float], Column], rect: Rect) -> None:
        ui.region(f"{name}.panel", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(ui.pad)
        fill(ui, inner.w).view(name, inner, self.scene, stop=name == "habits")

    def _lines(self, ui: Ui, width: float) -> Column:
        column, games = Column(ui, width), self.games[-MOST:]
        scenes = list(dict.fromkeys(game.scenario for game in self.every))
        if len(scenes) > 1:
            column.head("filter", "Games of", colour=theme.INK)
            named = [Option("only.", "Every scene", not self.scene)]
            named += [Option(f"only.{each}", _named(each), each == self.scene) for each in scenes]
            column.options(named, 3)
        if not games:
            column.text("nothing", NOTHING)
            return column
        left = len(self.games) - len(games)
        count = f"The last {len(games)} of {len(self.games)} games" if left else _games(len(games))
        column.head("count", f"{count}, the oldest first", theme.H2, theme.INK, 10)
        _line(column, "deals", "What the deals were worth", [game.deal_value for game in games], (0, 50, 100),
              "0: what you had without a deal · 100: the best they could have signed", theme.TEAL)  # fmt: skip
        column.gap(12)
        _line(column, "people", "How the relationship felt to them", [game.relationship for game in games], (1, 4, 7),
              "from 1 to 7; a good deal and a good relationship are two things", theme.RUST)  # fmt: skip
        return column

    def _habits(self, ui: Ui, width: float) -> Column:
        column, found = Column(ui, width), habits(self.games)
        if self.goal in phrases().practices:
            column.head("goal", "You chose to work on", colour=theme.GOLD_TEXT)
            column.text("goal.what", _title(self.goal), theme.BODY_BOLD, gap=14)
        column.head("habits", "What you do, the rarest first", theme.H2, theme.INK, 10)
        if not found:
            column.text("habits.none", NOTHING)
        for habit in found:
            _habit(column, habit, habit.name == self.goal)
        return column


def _games(count: int) -> str:
    return f"{count} finished game{'s' if count != 1 else ''}"


def _named(scene: str) -> str:
    return scene.replace("_", " ").capitalize()


def _title(practice: str) -> str:
    known = phrases().practices
    said = known[practice].title if practice in known else practice.replace("_", " ")
    return said[:1].upper() + said[1:]


def _habit(column: Column, habit: Habit, chosen: bool) -> None:
    """A behaviour: its name, in how many games it showed, and whether more or less often lately."""
    ui, name = column.ui, _title(habit.name)
    said = f"in {habit.shown} of {habit.games}" + (f", {_TRENDS[habit.trend]}" if habit.trend else "")
    words = ui.tall(name, theme.PLAIN, column.width)

    def draw(rect: Rect) -> None:
        ui.paragraph("", rect.x, rect.y, name, rect.w, theme.BODY_BOLD if chosen else theme.PLAIN)
        y = rect.y + words + 3
        bar = rect.w * 0.5
        ui.canvas.box(Rect(rect.x, y + 5, bar, 8), theme.TROUGH, 4)
        if habit.shown:
            full = max(8.0, bar * habit.shown / max(1, habit.games))
            ui.canvas.box(Rect(rect.x, y + 5, full, 8), theme.GOLD if chosen else theme.TEAL, 4)
        ui.letters(rect.x + bar + 12, y, said, theme.SMALL, theme.SOFT, room=rect.w - bar - 12)
        ui.note(f"habit.{habit.name}", "meter", name, rect, said)

    column.add(words + 23, draw, 9)


def _line(
    column: Column, part: str, head: str, values: Sequence[float], scale: tuple[int, int, int], note: str, colour: str
) -> None:
    """A head, a line over the games with a dot for each, and what the scale means."""
    ui = column.ui
    column.head(part, head, theme.LABEL, colour, 6)

    def draw(rect: Rect) -> None:
        low, high = min(scale[0], *values), max(scale[2], *values)
        left, foot = 34.0, 8.0

        def y(value: float) -> float:
            return foot + (high - value) * (rect.h - 2 * foot) / (high - low)

        step = (rect.w - left - 20) / max(1, len(values) - 1)
        places = [(left + 8 + n * step, y(value)) for n, value in enumerate(values)]
        body = "".join(block(left, y(each), rect.w - left - 4, 1, theme.GRID) for each in scale)
        body += polyline(places, colour, 2.6) if len(places) > 1 else ""
        body += "".join(dot(at, 5, colour) for at in places)
        ui.canvas.picture(body, (rect.w, rect.h), rect)
        for each in scale:
            ui.letters(rect.x + left - 8, rect.y + y(each) - 9, str(each), theme.TINY, theme.SOFT, "r")
        said = ", ".join(f"{value:.0f}" if scale[2] > 10 else f"{value:.1f}" for value in values)
        ui.note(f"{part}.line", "picture", head, rect, said)

    column.add(136, draw, 4)
    column.text(f"{part}.note", note, theme.SMALL, theme.SOFT)


def _bar(ui: Ui) -> None:
    ui.bar("Progress", "two lines and a dozen habits, no grade", ui.width - 140)
    button(ui, "back", Rect(ui.width - 120, 11, 96, 32), "Back", BAR, theme.LABEL)
    ui.fallback = "back"


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
