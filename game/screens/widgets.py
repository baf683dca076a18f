"""Controls: each draws itself and registers id, role, label, value and rectangle. State is the caller's."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.screens import theme
from game.screens.icons import icon
from game.screens.parts import Part, Rect
from game.screens.ui import Ui

KNOB = 10.0


@dataclass(frozen=True)
class Look:
    """Colours of a button: ground, ground under the mouse, letters, edge."""

    ground: str
    lit: str
    ink: str
    edge: str = ""


PLAIN = Look(theme.CARD, theme.LIT, theme.INK, theme.LINE)
MAIN = Look(theme.TEAL, theme.TEAL_LIT, theme.WHITE)
DANGER = Look(theme.CARD, theme.LIT_RED, theme.RED, theme.RED_LINE)
ON = Look(theme.DARK, theme.DARK, theme.ON_DARK)
BAR = Look(theme.DARK_BUTTON, theme.DARK_LIT, theme.ON_DARK, theme.BAR_LINE)
OFF = Look(theme.SAND, theme.SAND, theme.HINT, theme.LINE)


def ring(ui: Ui, part_id: str, rect: Rect, radius: float = 10) -> None:
    """The ring around what has the focus, once keys are used."""
    if ui.attention.focus == part_id and ui.attention.keyboard:
        ui.canvas.box(rect.inset(-4), "none", radius + 4, theme.GOLD_TEXT, 2.5)


def _put(ui: Ui, part_id: str, role: str, label: str, rect: Rect, value: str = "", at: int = 0, steps: int = 0) -> bool:
    """Register a control; whether the mouse is over it."""
    ui.register(Part(part_id, role, label, value, rect, at, steps, ui.clip))
    return ui.attention.hover == part_id


def button(
    ui: Ui, part_id: str, rect: Rect, label: str, look: Look = PLAIN, kind: theme.Type = theme.BUTTON,
    enabled: bool = True,
) -> None:  # fmt: skip
    """A button with its label in the middle. One that cannot be pressed is a text."""
    look = look if enabled else OFF
    if enabled:
        lit = _put(ui, part_id, "button", label, rect)
    else:
        ui.note(part_id, "text", label, rect, "not now")
        lit = False
    ui.canvas.box(rect, look.lit if lit else look.ground, 9, look.edge, shadow=2 if look is MAIN else 0)
    tall = ui.canvas.leading(kind)
    ui.letters(rect.x + rect.w / 2, rect.y + (rect.h - tall) / 2 - 1, label, kind, look.ink, "c", rect.w - 16)
    ring(ui, part_id, rect)


def tile(ui: Ui, part_id: str, rect: Rect, label: str, picture: str, key: str, on: bool) -> None:
    """A verb of the menu: picture above, word below, its key in the corner."""
    lit = _put(ui, part_id, "tab", label, rect, "chosen" if on else "")
    look = ON if on else PLAIN
    ui.canvas.box(rect, look.lit if lit else look.ground, 11, look.edge)
    icon(
        ui.canvas, picture, Rect(rect.x + rect.w / 2 - 11, rect.y + 9, 22, 22), theme.BRIGHT_GOLD if on else theme.TEAL
    )
    ui.letters(rect.x + rect.w / 2, rect.y + 34, label, theme.LABEL, look.ink, "c", rect.w - 6)
    ui.letters(rect.right - 6, rect.y + 3, key, theme.TINY_BOLD, theme.BRIGHT_GOLD if on else theme.HINT, "r")
    ring(ui, part_id, rect)


def word(ui: Ui, part_id: str, rect: Rect, label: str, key: str, on: bool) -> None:
    """A verb of the menu where there is no room for a picture: its key above the word."""
    lit = _put(ui, part_id, "tab", label, rect, "chosen" if on else "")
    look = ON if on else PLAIN
    ui.canvas.box(rect, look.lit if lit else look.ground, 9, look.edge)
    ui.letters(rect.x + rect.w / 2, rect.y + 3, key, theme.TINY_BOLD, theme.BRIGHT_GOLD if on else theme.HINT, "c")
    ui.letters(rect.x + rect.w / 2, rect.y + 20, label, theme.SMALL_BOLD, look.ink, "c", rect.w - 4)
    ring(ui, part_id, rect)


def choice(
    ui: Ui, part_id: str, rect: Rect, label: str, key: str = "", on: bool = False, note: str = "",
    kind: theme.Type = theme.BODY, role: str = "choice",
) -> None:  # fmt: skip
    """A row to choose: its key on the left, its text in as many lines as it needs, a note on the right."""
    lit = _put(ui, part_id, role, label, rect, note or ("chosen" if on else ""))
    ground = theme.SAND if on or lit else theme.CARD
    ui.canvas.box(rect, ground, 9, theme.TEAL if on else theme.LINE, 2.2 if on else 1.2)
    left, right = rect.x + 12, rect.right - 12
    if key:
        ui.letters(left + 5, rect.y + rect.h / 2 - 9, key, theme.TINY_BOLD, theme.GOLD_TEXT, "c")
        left += 20
    if note:
        right = ui.letters(right, rect.y + rect.h / 2 - 10, note, theme.SMALL, theme.SOFT, "r").x - 10
    lines = ui.canvas.lines(label, kind, right - left)
    leading = ui.canvas.leading(kind)
    y = rect.y + (rect.h - leading * len(lines)) / 2
    for line in lines:
        ui.letters(left, y, line, kind, room=right - left)
        y += leading
    ring(ui, part_id, rect)


def row_height(ui: Ui, label: str, width: float, kind: theme.Type = theme.BODY, key: bool = True) -> float:
    """How tall a row of ``choice`` has to be for its text."""
    return ui.tall(label, kind, width - 24 - (20 if key else 0)) + 14


def tabs(ui: Ui, x: float, y: float, options: Sequence[tuple[str, str]], chosen: str) -> None:
    """Words in the dark bar; the chosen one is underlined."""
    for part_id, label in options:
        on = part_id == chosen
        wide = ui.canvas.measure(label, theme.BODY_BOLD)
        rect = Rect(x - 8, y - 8, wide + 16, 36)
        lit = _put(ui, part_id, "tab", label, rect, "chosen" if on else "")
        ui.letters(x, y, label, theme.BODY_BOLD if on else theme.BODY,
                   theme.ON_DARK if on or lit else theme.SOFT_ON_DARK)  # fmt: skip
        if on:
            ui.canvas.box(Rect(x, theme.BAR - 6, wide, 4), theme.BRIGHT_GOLD, 2)
        ring(ui, part_id, rect, 6)
        x += wide + 24


def slider(
    ui: Ui, part_id: str, rect: Rect, label: str, value: str, at: int, steps: int, theirs: int | None = None
) -> None:
    """A track with a knob; a triangle below marks where the other side stands."""
    _put(ui, part_id, "slider", label, rect, value, at, steps)
    inner, y = rect.inset(KNOB, 0), rect.y + rect.h / 2
    x = inner.x + inner.w * at / max(1, steps - 1)
    ui.canvas.box(Rect(rect.x, y - 3, rect.w, 6), theme.TROUGH, 3)
    ui.canvas.box(Rect(rect.x, y - 3, max(6.0, x - rect.x), 6), theme.TEAL, 3)
    if theirs is not None:
        mark = inner.x + inner.w * theirs / max(1, steps - 1)
        ui.canvas.picture(
            f'<polygon points="5,0 10,8 0,8" fill="{theme.RUST}"/>', (10, 8), Rect(mark - 5, y + 7, 10, 8)
        )
    ui.canvas.box(Rect(x - 9, y - 9, 18, 18), theme.CARD, 9, theme.TEAL, 2.5)
    ring(ui, part_id, rect)


def stepper(
    ui: Ui, part_id: str, rect: Rect, label: str, value: str, at: int, steps: int, theirs: int | None = None
) -> None:
    """One of a few options in words: arrows at both ends, the option between, a notch for each below.

    As a slider for keys and mouse: a press on the left or right end goes a step.
    """
    lit = _put(ui, part_id, "slider", label, rect, value, at, steps)
    ui.canvas.box(rect, theme.SAND if lit else theme.STEPPER, 8, theme.LINE)
    cell = (rect.w - 2 * KNOB) / steps
    for n in range(steps):
        notch = Rect(rect.x + KNOB + cell * n + 2, rect.bottom - 7, cell - 4, 4)
        ui.canvas.box(notch, theme.TEAL if n == at else theme.TROUGH, 2)
        if n == theirs:
            mark = Rect(notch.x + notch.w / 2 - 5, rect.bottom - 1, 10, 8)
            ui.canvas.picture(f'<polygon points="5,0 10,8 0,8" fill="{theme.RUST}"/>', (10, 8), mark)
    ui.letters(rect.x + rect.w / 2, rect.y + (rect.h - 27) / 2, value, theme.LABEL, theme.INK, "c", rect.w - 38)
    for x, sign, there in ((rect.x + 13, "‹", at > 0), (rect.right - 13, "›", at < steps - 1)):
        ui.letters(
            x,
            rect.y + (rect.h - 33) / 2,
            sign,
            theme.ARROW,
            theme.TEAL if there else theme.LINE,
            "c",
        )
    ring(ui, part_id, rect, 8)


def field(ui: Ui, part_id: str, rect: Rect, label: str, text: str) -> None:
    """A line to type in; the label stands in it while it is empty."""
    _put(ui, part_id, "field", label, rect, text)
    mine = ui.attention.focus == part_id
    ui.canvas.box(rect, theme.CARD, 9, theme.TEAL if mine else theme.LINE, 2 if mine else 1.2)
    inner = rect.inset(14, 4)
    y = rect.y + (rect.h - ui.canvas.leading(theme.SPEECH)) / 2
    with ui.within(inner):
        if not text and not (mine and ui.attention.editing):
            ui.letters(inner.x, y, label, theme.HINT_TYPE, theme.HINT, room=inner.w)
        _typed(ui, inner, y, text, mine)


def _typed(ui: Ui, inner: Rect, y: float, text: str, mine: bool) -> None:
    """What is in a field, moved so that the caret shows."""
    caret = min(ui.attention.caret, len(text)) if mine else 0
    editing = ui.attention.editing if mine else ""
    shown = text[:caret] + editing + text[caret:]
    before = ui.canvas.measure(text[:caret] + editing, theme.SPEECH)
    shift = max(0.0, before + 4 - inner.w)
    ui.letters(inner.x - shift, y, shown, theme.SPEECH)
    if mine:
        ui.canvas.box(Rect(inner.x - shift + before, y + 1, 2, 20), theme.TEAL, 0)
    if editing:
        wide = ui.canvas.measure(editing, theme.SPEECH)
        ui.canvas.box(Rect(inner.x - shift + before - wide, y + 21, wide, 2), theme.TEAL, 0)


def meter(
    ui: Ui, part_id: str, x: float, y: float, width: float, label: str, share: float, colour: str, hint: str
) -> None:
    """A share 0..1 as a bar in four quarters, with a word for it."""
    word = ui.letters(x + width, y, hint, theme.SMALL, theme.SOFT, "r")
    ui.letters(x, y, label, theme.SMALL_BOLD, room=width - word.w - 8)
    ui.canvas.box(Rect(x, y + 20, width, 8), theme.TROUGH, 4)
    ui.canvas.box(Rect(x, y + 20, max(8.0, width * min(1.0, share)), 8), colour, 4)
    for quarter in (0.25, 0.5, 0.75):
        ui.canvas.box(Rect(x + width * quarter - 1, y + 20, 2, 8), theme.CARD, 0)
    ui.note(part_id, "meter", label, Rect(x, y, width, 28), f"{round(100 * share)} of 100, {hint}")
