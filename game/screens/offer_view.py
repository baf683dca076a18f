"""The offer builder: a control for every issue, the other side's last terms, what it is worth, the buttons."""

from functools import partial

from game.screens import theme
from game.screens.builder import Builder
from game.screens.parts import Rect
from game.screens.talk import Talk
from game.screens.ui import Ui
from game.screens.widgets import DANGER, MAIN, button, slider, stepper
from game.session.standing import on_table, worth

_MARK = f'<polygon points="5,0 10,8 0,8" fill="{theme.RUST}"/>'
#: More options than this, or numbers, make a track; fewer, a choice in words.
_FEW = 6


def offer_height(table: Talk) -> float:
    """How tall the panel is when nothing in it is squeezed."""
    return 68.0 * len(table.builder.issues) + 2 * theme.PAD + 28 + _below(table)


def _below(table: Talk) -> float:
    return 104.0 + (0 if table.session.assist == "real" else 112)


def draw_offer(ui: Ui, table: Talk, rect: Rect) -> None:
    """The whole panel: a region for each term, for the worth and for the buttons."""
    builder, theirs = table.builder, table.theirs
    ui.region("offer", rect, bool(theirs), lambda: _head(ui, rect, bool(theirs)))
    inner = rect.inset(theme.PAD)
    real = table.session.assist == "real"
    below = _below(table)
    step = min(68.0, (inner.bottom - inner.y - 28 - below) / len(builder.issues))
    for n, issue in enumerate(builder.issues):
        row = Rect(inner.x, inner.y + 28 + n * step, inner.w, step)
        key = (builder.at[issue.id], theirs.get(issue.id))
        ui.region(f"row.{issue.id}", Rect(row.x - 8, row.y - 2, row.w + 16, step), key,
                  partial(_issue, ui, builder, issue.id, issue.label, row, theirs), theme.CARD, 0)  # fmt: skip
    y = inner.bottom - below + 6
    if not real:
        place, state = Rect(inner.x, y, inner.w, 104), (table.version, *builder.at.values())
        ui.region("worth", place, state, lambda: _worth(ui, table, place), theme.CARD, 0)
        y += 114
    buttons = Rect(inner.x, y, inner.w, inner.bottom - y)
    may = (table.session.game.talking, bool(theirs) and table.may_accept)
    ui.region("buttons", buttons, may, lambda: _buttons(ui, table, buttons, *may), theme.CARD, 6)


def _head(ui: Ui, rect: Rect, theirs: bool) -> None:
    inner = ui.panel(rect)
    ui.heading("offer", inner.x, inner.y - 6, "Your next offer", theme.H2)
    if theirs:
        said = ui.label("theirs.head", inner.right, inner.y, "theirs, last", theme.SMALL_ITALIC, theme.RUST, "r")
        ui.canvas.picture(_MARK, (10, 8), Rect(said.x - 16, inner.y + 6, 10, 8))


def _issue(ui: Ui, builder: Builder, issue: str, label: str, rect: Rect, theirs: dict[str, int]) -> None:
    """One term: name and their last term above, the control below."""
    labels, at = builder.labels[issue], builder.at[issue]
    mark = theirs.get(issue)
    name = label[:1].upper() + label[1:]
    numeric = len(labels) > _FEW
    end = ui.letters(rect.x, rect.y, name, theme.LABEL, room=rect.w * 0.5).right
    left = rect.right
    if mark is not None and mark != at:
        left = ui.label(f"theirs.{issue}", rect.right, rect.y, labels[mark], theme.SMALL, theme.RUST, "r",
                        room=rect.right - end - (84 if numeric else 10)).x - 12  # fmt: skip
    if not numeric:
        stepper(ui, f"issue.{issue}", Rect(rect.x, rect.y + 20, rect.w, 29), name, labels[at], at, len(labels), mark)
        return
    ui.letters(left, rect.y - 1, labels[at], theme.Type("bold", 16, 21), theme.TEAL, "r", left - end - 8)
    slider(ui, f"issue.{issue}", Rect(rect.x, rect.y + 21, rect.w, 26), name, labels[at], at, len(labels), mark)


def _worth(ui: Ui, table: Talk, rect: Rect) -> None:
    """What it is worth to the player, with walk-away and target on the same scale."""
    ui.canvas.box(rect, theme.SAND, 11)
    game, value = table.session.game, table.builder.worth
    x, w = rect.x + 14, rect.w - 28
    ui.letters(x, rect.y + 8, "Worth to you", theme.LABEL)
    ui.letters(x + w, rect.y + 2, f"{value:.0f}", theme.NUMBER, theme.TEAL, "r")
    y = rect.y + 42
    ui.canvas.box(Rect(x, y, w, 10), theme.TROUGH, 5)
    ui.canvas.box(Rect(x, y, max(10.0, w * value / 100), 10), theme.TEAL, 5)
    marks = [("walk_away", "walk-away", theme.RED), ("target", "target", theme.GOLD_TEXT)]
    held = [(game.own(game.player, column) / 100, text, ink) for column, text, ink in marks]
    shown = [each for each in held if each[0] >= 0]
    _marks(ui, shown, x, y, w)
    spoken = ", ".join(f"{text} {at:.0f}" for at, text, _ in shown)
    ui.note(
        "worth",
        "meter",
        "Worth to you",
        Rect(rect.x, rect.y, rect.w, 60),
        f"{value:.0f} of 100{', ' if spoken else ''}{spoken}",
    )
    note, ink = _compared(table, value)
    ui.paragraph("worth.note", x, rect.bottom - 28 if shown else rect.bottom - 38, note, w, theme.SMALL, ink)


def _marks(ui: Ui, shown: list[tuple[float, str, str]], x: float, y: float, w: float) -> None:
    """Walk-away and target; their words step aside when they would touch."""
    places: list[float] = []
    for at, text, ink in shown:
        ui.canvas.box(Rect(x + w * at / 100 - 1.5, y - 4, 3, 18), ink, 1)
        wide = ui.canvas.measure(text, theme.TINY_BOLD)
        left = min(max(x, x + w * at / 100 - wide / 2), x + w - wide)
        if places:
            left = max(left, places[-1]) if left >= places[-1] - wide else left
            left = min(left, x + w - wide)
        ui.letters(left, y + 14, text, theme.TINY_BOLD, ink)
        places.append(left + wide + 8)


def _compared(table: Talk, value: float) -> tuple[str, str]:
    """One line under the worth: what was noted as never first, else against their offer or the alternative."""
    game, barred = table.session.game, table.builder.barred
    if barred:
        return f"Noted as never: {barred[0]}.", theme.RED
    offered = on_table(game, 1 - table.session.seat)
    if offered:
        return f"{table.facts.other}'s last offer: {worth(game, offered[0]):.0f} to you.", theme.SOFT
    held = game.own(game.player, "reservation") / 100
    return f"Without a deal you have {held:.0f}.", theme.SOFT


def _buttons(ui: Ui, table: Talk, rect: Rect, talking: bool, may_accept: bool) -> None:
    """Put it, accept theirs, leave."""
    name, half, y = table.facts.other, (rect.w - 10) / 2, rect.y
    button(ui, "put", Rect(rect.x, y, rect.w, 46), f"Put this offer to {name}", MAIN, enabled=talking)
    y += 56
    accept = f"Accept {name}'s offer"
    button(ui, "accept", Rect(rect.x, y, half + 16, 38), accept, kind=theme.LABEL, enabled=talking and may_accept)
    button(ui, "leave", Rect(rect.x + half + 26, y, half - 16, 38), "Leave", DANGER, theme.LABEL, enabled=talking)
