"""How the preparation looks: three columns and a button that begins."""

from game.scenario.options import option_ids, option_label
from game.screens import theme
from game.screens.column import TRACK
from game.screens.parts import Rect
from game.screens.readying import STEP, Readying
from game.screens.ui import SMALLEST, Ui
from game.screens.widgets import BAR, MAIN, button, choice, row_height, slider, stepper

_ARROWS = 46.0
"""Room that a stepper's arrows take."""
_PLACES = 100 // STEP + 1
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")


def draw(ui: Ui, screen: Readying) -> None:
    """The whole screen: three columns, or one of them."""
    ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui, screen), theme.DARK, 0)
    ui.fallback = "begin"
    if ui.tight:
        _column(ui, screen, screen.panes.chosen, screen.panes.draw(ui))
        return
    top, tall = theme.BAR + theme.GAP, ui.height - theme.BAR - theme.GAP - theme.EDGE
    wide = (ui.width - 2 * theme.EDGE - 2 * theme.GAP) / 3
    for n, name in enumerate(("aim", "find", "mind")):
        _column(ui, screen, name, Rect(theme.EDGE + n * (wide + theme.GAP), top, wide, tall))


def _column(ui: Ui, screen: Readying, name: str, rect: Rect) -> None:
    """One of the three: it rolls where it has no room."""
    ui.region(f"{name}.panel", rect, (), lambda: _panel(ui, rect))
    inner = rect.inset(ui.pad).inset(0, -6)
    keys = {
        "aim": (tuple(screen.points.values()), screen.scale.offset),
        "find": (screen.budget, tuple(screen.research), tuple(screen.news)),
        "mind": (tuple(screen.rank), tuple(screen.chosen.values()), tuple(screen.never), tuple(screen.nevers),
                 tuple(screen.lists["moment"]), screen.message),
    }  # fmt: skip
    draws = {"aim": _aim, "find": _find_out, "mind": _make_up}
    if name == "mind":
        foot = Rect(inner.x, inner.bottom - 52, inner.w, 46)
        ui.region("begin", foot, (), lambda: _begin(ui, foot), theme.CARD, 5)
        inner = inner._replace(h=inner.h - 60)
    whole = _whole(ui, screen, name, inner.w - TRACK)
    ui.rolled(name, inner, whole if whole > inner.h else inner.h, keys[name],
              lambda at: draws[name](ui, screen, at.inset(4, 6)))  # fmt: skip


def _whole(ui: Ui, screen: Readying, name: str, width: float) -> float:
    """How tall a column is when nothing in it is squeezed."""
    if name != "mind":
        rows = sum(row_height(ui, label, width - 70, theme.PLAIN, key=False) + 6 for _, label in screen.research)
        news = sum(ui.tall(text, theme.SMALL, width - 40) + 5 for text in screen.news) + 40 if screen.news else 0
        words = 230 + screen.scale.tall(ui, width - 8)
        return rows + news + 70 if name == "find" else words if ui.tight else 400
    stepped = sum(62 for act in ("worry", "plan_no", "moment") if len(screen.lists[act]) > 1)
    said = ui.tall("Noted: " + "; ".join(screen.nevers), theme.SMALL, width - 8) if screen.nevers else 0
    wrong = ui.tall(screen.message, theme.SMALL_BOLD, width - 8) + 10 if screen.message else 0
    stepped += 37 if _two_rows(ui, screen, (width - 8) * 0.7 - 80 - _ARROWS) else 0
    return 150 + 38 * ((len(screen.session.game.stage.scenario.issues) + 1) // 2) + stepped + said + wrong


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)


def _begin(ui: Ui, rect: Rect) -> None:
    button(ui, "begin", rect, "Begin the meeting", MAIN)
    ui.fallback = "begin"


def _bar(ui: Ui, screen: Readying) -> None:
    ui.bar(screen.session.game.stage.scenario.title, "Before you sit down", ui.width - 270)
    button(ui, "brief", Rect(ui.width - 224, 11, 96, 32), "The brief", BAR, theme.LABEL)
    button(ui, "title", Rect(ui.width - 120, 11, 96, 32), "Menu", BAR, theme.LABEL)


def _aim(ui: Ui, screen: Readying, rect: Rect) -> None:
    """Target and walk-away on the own scale, with examples of what is worth how much."""
    ui.heading("aim", rect.x, rect.y - 8, "Your aim and your limit")
    y = rect.y + 26
    rows = (("target", "Target", "What you go for: high, and something you could say aloud without blushing."),
            ("walk_away", "Walk-away", "The worth below which you would rather have no deal."))  # fmt: skip
    for name, label, why in rows:
        points = screen.points[name]
        value = "not set" if points is None else str(points)
        ui.letters(rect.x, y, label, theme.LABEL)
        ui.letters(rect.right, y - 1, value, theme.LABEL, theme.SOFT if points is None else theme.TEAL, "r")
        slider(ui, name, Rect(rect.x, y + 22, rect.w, 26), label, value, screen.place(name), _PLACES)
        y += 52
        y += ui.paragraph(f"{name}.why", rect.x, y, why, rect.w, theme.SMALL, theme.SOFT) + 12
    ui.rule(rect.x, y, rect.w)
    ui.heading("scale.head", rect.x, y + 8, "What is worth how much to you", theme.LABEL)
    screen.scale.draw(ui, Rect(rect.x, y + 34, rect.w, rect.bottom - y - 34))


def _find_out(ui: Ui, screen: Readying, rect: Rect) -> None:
    """Research for effort, and what came of the last piece."""
    ui.heading("find", rect.x, rect.y - 8, "Find something out")
    left = ui.label(
        "budget", rect.right, rect.y - 4, f"{screen.budget} of effort left", theme.SMALL_BOLD, theme.GOLD_TEXT, "r"
    )
    for n in range(screen.budget):
        ui.canvas.box(Rect(left.x - 16 - 13 * n, rect.y + 1, 9, 9), theme.GOLD, 5)
    y = rect.y + 28
    for name, label in screen.research:
        note = f"costs {screen.costs[name]}"
        tall = row_height(ui, label, rect.w - 62, theme.PLAIN, key=False)
        choice(ui, f"research.{name}", Rect(rect.x, y, rect.w, tall), label, note=note, kind=theme.PLAIN)
        y += tall + 6
    if not screen.research:
        y += ui.paragraph("research.none", rect.x, y, "There is nothing more that your effort reaches.", rect.w,
                          theme.PLAIN, theme.SOFT) + 8  # fmt: skip
    _news(ui, screen, Rect(rect.x, y + 6, rect.w, rect.bottom - y - 6))


def _news(ui: Ui, screen: Readying, rect: Rect) -> None:
    """What was found, as the last lines that fit."""
    if not screen.news or rect.h < 40:
        return
    whole = sum(ui.tall(text, theme.SMALL, rect.w - 24) + 5 for text in screen.news) + 14
    rect = Rect(rect.x, rect.y, rect.w, min(rect.h, whole))
    ui.canvas.box(rect, theme.SAND, 10)
    y = rect.y + 9
    for n, text in enumerate(screen.news):
        if y + ui.tall(text, theme.SMALL, rect.w - 24) > rect.bottom - 4:
            break
        y += ui.paragraph(f"news.{n}", rect.x + 12, y, text, rect.w - 24, theme.SMALL) + 5


def _make_up(ui: Ui, screen: Readying, rect: Rect) -> None:
    """Priorities, a worry, a plan, the moment, what never; then the beginning."""
    game = screen.session.game
    ui.heading("mind", rect.x, rect.y - 8, "Make up your mind")
    ui.label("rank.head", rect.x, rect.y + 26, "What matters most to you? Press in order.", theme.LABEL)
    y, half = rect.y + 50, (rect.w - 8) / 2
    for n, issue in enumerate(game.stage.scenario.issues):
        place = Rect(rect.x + (n % 2) * (half + 8), y + (n // 2) * 38, half, 32)
        at = screen.rank.index(issue.id) if issue.id in screen.rank else -1
        name = issue.label[:1].upper() + issue.label[1:]
        choice(ui, f"rank.{issue.id}", place, name, on=at >= 0, note=_ORDER[at] if at >= 0 else "", kind=theme.PLAIN)
    y += 38 * ((len(game.stage.scenario.issues) + 1) // 2) + 8
    for name, label in (("worry", "What do you fear most about it?"), ("plan_no", "At the first no, you will …"),
                        ("moment", "When do you want to meet?")):  # fmt: skip
        found = screen.lists[name]
        if len(found) > 1:
            at = min(screen.chosen[name], len(found) - 1)
            ui.label(f"{name}.head", rect.x, y, label, theme.LABEL)
            stepper(ui, name, Rect(rect.x, y + 22, rect.w, 31), label, found[at][1], at, len(found))
            y += 62
    y = _never(ui, screen, rect, y)
    if screen.message:
        ui.paragraph("message", rect.x, y + 4, screen.message, rect.w, theme.SMALL_BOLD, theme.RUST)


def _never(ui: Ui, screen: Readying, rect: Rect, y: float) -> float:
    """An option that one will never take, whatever it is worth; where it ends."""
    ui.label("never.head", rect.x, y, "Never, whatever it brings:", theme.LABEL)
    issue, option, count = screen.never_words
    wide, top = rect.w * 0.3, y + 22
    row = _two_rows(ui, screen, rect.w - 80 - wide - _ARROWS)
    term = Rect(rect.x, top, rect.w if row else wide, 31)
    stepper(ui, "never.issue", term, "Term", issue, screen.never[0], len(screen.session.game.stage.scenario.issues))
    top += row
    left = rect.x if row else rect.x + wide + 6
    place = Rect(left, top, rect.right - 74 - left, 31)
    stepper(ui, "never.option", place, "Option", option, screen.never[1], count)
    button(ui, "note", Rect(rect.right - 68, top, 68, 31), "Note", kind=theme.SMALL_BOLD, enabled=screen.may_note)
    y += row
    if screen.nevers:
        said = "Noted: " + "; ".join(screen.nevers) + "."
        y += ui.paragraph("nevers", rect.x, y + 60, said, rect.w, theme.SMALL, theme.SOFT)
    return y + 62


def _two_rows(ui: Ui, screen: Readying, room: float) -> float:
    """How much lower the option stands than the term: a row where some option is too long to stand beside it."""
    issues = screen.session.game.stage.scenario.issues
    names = (option_label(issue, option) for issue in issues for option in option_ids(issue)[:12])
    return 37.0 if any(ui.canvas.measure(name, theme.LABEL) * SMALLEST > room for name in names) else 0.0
