"""The settings: size, colours, letters, movement, window, how much to see. Each holds at once and is kept."""

from collections.abc import Sequence
from typing import Final

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Key, Press
from game.screens.panes import EDGE
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import BAR, button
from game.session.play import Session
from game.session.settings import SCALES, Settings

_ROWS: Final[tuple[tuple[str, str, Sequence[tuple[object, str]], str], ...]] = (
    ("text_scale", "Size of letters and everything else", [(each, f"{each} %") for each in SCALES],
     "Where it gets tight, columns become tabs."),
    ("theme", "Colours", [("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast")], ""),
    ("easy_read", "Letters", [(False, "Source Sans"), (True, "Atkinson Hyperlegible, easy to tell apart")],
     "I l 1 · O 0 · rn m · B 8"),
    ("animation", "Faces", [(True, "Change slowly"), (False, "Change at once")], ""),
    ("fullscreen", "Window", [(False, "In a window"), (True, "Full screen")],
     "F11 changes it, too. The size of the window is remembered."),
    ("assist", "How much to see in a new game",
     [("coach", "Coach"), ("practice", "Practice"), ("real", "Real")],
     "Coach: what they feel, and what your lines moved. Practice: your own worth. Real: face and words only."),
)  # fmt: skip


class SettingsScreen(Screen):
    """One column; a press sets something."""

    name = "settings"

    def __init__(self, _session: Session | None = None) -> None:
        self.aim = "back"
        self.message = ""

    def take(self, event: Event) -> Screen | Go | None:
        """Set what was pressed; back to the title."""
        if isinstance(event, Key) and event.name == "escape":
            return Go("title", None)
        if isinstance(event, Press) and event.id == "back":
            return Go("title", None)
        if isinstance(event, Press):
            self._set(event.id)
        return self

    def _set(self, part: str) -> None:
        name, _, place = part.partition(".")
        options = next((options for row, _, options, _ in _ROWS if row == name), ())
        if place.isdigit() and int(place) < len(options):
            self.message = self.preferences.change(**{name: options[int(place)][0]})

    def draw(self, ui: Ui) -> None:
        """The bar and the column."""
        ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui), theme.DARK, 0)
        edge = EDGE if ui.tight else theme.EDGE
        wide = min(860.0, ui.width - 2 * edge)
        panel = Rect((ui.width - wide) / 2, theme.BAR + edge, wide, ui.height - theme.BAR - 2 * edge)
        ui.region("panel", panel, (), lambda: _panel(ui, panel))
        inner, settings = panel.inset(ui.pad), self.preferences.settings
        self._column(ui, settings, inner.w).view("settings", inner, (settings, self.message))
        ui.fallback = "back"

    def _column(self, ui: Ui, settings: Settings, width: float) -> Column:
        column = Column(ui, width)
        if self.message:
            column.text("message", self.message, theme.SMALL_BOLD, theme.RUST)
        for name, label, options, note in _ROWS:
            column.head(name, label, theme.LABEL, theme.INK, 5)
            held = getattr(settings, name)
            column.options(
                [Option(f"{name}.{n}", said, value == held) for n, (value, said) in enumerate(options)], len(options)
            )
            if note:
                column.text(f"{name}.note", note, theme.SMALL, theme.SOFT, 6)
            column.gap(7)
        return column


def _bar(ui: Ui) -> None:
    ui.bar("Settings", room=ui.width - 140)
    button(ui, "back", Rect(ui.width - 120, 11, 96, 32), "Back", BAR, theme.LABEL)
    ui.fallback = "back"


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
