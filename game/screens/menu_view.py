"""Below the talk: the page of the menu that is open, the verbs, and the line to type in."""

from game.screens import theme
from game.screens.pages import Page
from game.screens.parts import Rect
from game.screens.talk import Talk
from game.screens.ui import Ui
from game.screens.widgets import MAIN, button, choice, field, row_height, tile, word
from game.session.labels import GROUP_LABELS

_TILES, _LINE, _HELP, _HEAD = 62.0, 42.0, 18.0, 32.0
_LOW = 44.0
"""Height of the verbs in a tight window."""
_SAID = theme.PLAIN


def menu_height(ui: Ui, table: Talk, width: float) -> float:
    """How tall it will be."""
    page = _page_height(ui, table.page, width) if table.page is not None else 0
    message = ui.tall(table.message, theme.SMALL_BOLD, width - 8) + 6 if table.message else 0
    line = 10 + _LINE + 6 + _HELP if table.session.game.talking else 0
    return page + message + _TILES + line


def draw_menu(ui: Ui, table: Talk, rect: Rect) -> None:
    """All of it, from top to bottom."""
    y = rect.y
    if table.message:
        said = Rect(rect.x + 4, y, rect.w - 8, ui.tall(table.message, theme.SMALL_BOLD, rect.w - 8) + 6)
        ui.region("message", said, table.message, lambda: _message(ui, table.message, said), margin=0)
        y = said.bottom
    page = table.page
    if page is not None:
        place = Rect(rect.x, y, rect.w, _page_height(ui, page, rect.w))
        ui.region("page", place._replace(h=place.h - 6), id(page), lambda: _draw_page(ui, page, place), margin=0)
        y = place.bottom
    talking = table.session.game.talking
    verbs = Rect(rect.x, y, rect.w, _TILES)
    shown = (talking, table.session.game.over, *table.groups, table.group)
    ui.region("verbs", verbs, shown, lambda: (_verbs if talking else _end)(ui, table, verbs), margin=4)
    if not talking:
        return
    line = Rect(rect.x, verbs.bottom + 10, rect.w, _LINE)
    waits = (table.text, table.own is None)
    ui.region("line", line, waits, lambda: _line(ui, table, line), margin=5)
    help_ = Rect(rect.x, line.bottom + 6, rect.w, _HELP)
    ui.region("keys", help_, (), lambda: _keys(ui, help_), margin=0)


# -- in a tight window -----------------------------------------------------------------------------------------------


def page_height(ui: Ui, table: Talk, width: float) -> float:
    """How tall the page that is open is, with the message above it."""
    message = ui.tall(table.message, theme.SMALL_BOLD, width - 8) + 6 if table.message else 0
    return message + (_page_height(ui, table.page, width) if table.page is not None else 0)


def draw_page(ui: Ui, table: Talk, rect: Rect) -> None:
    """The page that is open, and the message above it."""
    y = rect.y
    if table.message:
        y += ui.paragraph("message", rect.x + 4, y, table.message, rect.w - 8, theme.SMALL_BOLD, theme.RUST) + 6
    if table.page is not None:
        _draw_page(ui, table.page, Rect(rect.x, y, rect.w, _page_height(ui, table.page, rect.w)))


def line_height(ui: Ui, table: Talk) -> float:
    """How tall the verbs and the line to type in are; while a page is open only the verbs are there."""
    waits = table.page is None or table.own is not None
    return _LOW + (8 + _LINE if table.session.game.talking and waits else 0)


def draw_line(ui: Ui, table: Talk, rect: Rect) -> None:
    """The verbs without their pictures, and the line to type in."""
    talking, verbs = table.session.game.talking, rect._replace(h=_LOW)
    shown = (talking, table.session.game.over, *table.groups, table.group)
    ui.region("verbs", verbs, shown, lambda: (_low_verbs if talking else _end)(ui, table, verbs), margin=4)
    if rect.h > _LOW:
        line = Rect(rect.x, verbs.bottom + 8, rect.w, _LINE)
        ui.region("line", line, (table.text, table.own is None), lambda: _line(ui, table, line), margin=5)


def _low_verbs(ui: Ui, table: Talk, rect: Rect) -> None:
    cell = (rect.w + 4) / len(table.groups)
    for n, group in enumerate(table.groups):
        place = Rect(rect.x + n * cell, rect.y, cell - 4, rect.h)
        word(ui, f"group.{group}", place, GROUP_LABELS[group].capitalize(), str(n + 1), group == table.group)
    ui.fallback = f"group.{table.groups[0]}"


def _message(ui: Ui, text: str, rect: Rect) -> None:
    ui.paragraph("message", rect.x, rect.y, text, rect.w, theme.SMALL_BOLD, theme.RUST)


def _keys(ui: Ui, rect: Rect) -> None:
    keys = "1–9  choose   ·   Esc  back   ·   Tab  next   ·   /  type   ·   Enter  do it   ·   Page Up  read back"
    ui.label("keys", rect.x + 4, rect.y, keys, theme.SMALL, theme.SOFT, room=rect.w - 8)


def _verbs(ui: Ui, table: Talk, rect: Rect) -> None:
    cell = (rect.w + 6) / len(table.groups)
    for n, group in enumerate(table.groups):
        place = Rect(rect.x + n * cell, rect.y, cell - 6, rect.h)
        tile(ui, f"group.{group}", place, GROUP_LABELS[group].capitalize(), group, str(n + 1), group == table.group)
    ui.fallback = f"group.{table.groups[0]}"


def _end(ui: Ui, table: Talk, rect: Rect) -> None:
    """What there is to do when the meeting is over."""
    half = (rect.w - 10) / 2
    if table.session.game.over:
        tall = min(48.0, rect.h - 6)
        button(ui, "debrief", Rect(rect.x, rect.y + 6, half, tall), "Look back at it", MAIN)
        asked = f"Ask {table.facts.other} how you came across"
        button(ui, "feedback", Rect(rect.x + half + 10, rect.y + 6, half, tall), asked)
    else:
        button(ui, "prepare", Rect(rect.x, rect.y + 6, rect.w, min(48.0, rect.h - 6)), "On to the next meeting", MAIN)
    ui.fallback = "debrief" if table.session.game.over else "prepare"


def _line(ui: Ui, table: Talk, rect: Rect) -> None:
    hint = "Your words for it …" if table.own is not None else "Or say it in your own words …"
    field(ui, "say", Rect(rect.x, rect.y, rect.w - 102, rect.h), hint, table.text)
    button(ui, "send", Rect(rect.right - 92, rect.y, 92, rect.h), "Say it", MAIN)


# -- a page ----------------------------------------------------------------------------------------------------------


def _columns(ui: Ui, page: Page, width: float) -> int:
    """Two columns where every choice fits in half the width."""
    half = (width - 28) / 2 - 52
    short = all(ui.canvas.measure(text, _SAID) <= half for _, text in page.choices)
    return 2 if short and len(page.choices) > 2 else 1


def _rows(ui: Ui, page: Page, width: float) -> list[float]:
    """The height of each row of choices."""
    columns = _columns(ui, page, width)
    if columns == 2:
        return [34.0] * ((len(page.choices) + 1) // 2)
    return [row_height(ui, text, width - 24, _SAID) for _, text in page.choices]


def _note_height(ui: Ui, page: Page, width: float) -> float:
    return ui.tall(page.note, theme.SMALL, width - 28) + 5 if page.note else 0


def _title_height(ui: Ui, page: Page, width: float) -> float:
    extra = ui.tall(page.title, theme.LABEL, _title_room(page, width)) - ui.canvas.leading(theme.LABEL)
    return _HEAD + max(0.0, extra)


def _title_room(page: Page, width: float) -> float:
    return width - 28 - 74 - 134 * len(page.extras)


def _page_height(ui: Ui, page: Page, width: float) -> float:
    rows = _rows(ui, page, width)
    return _title_height(ui, page, width) + _note_height(ui, page, width) + sum(rows) + 5 * len(rows) + 12 + 10


def _draw_page(ui: Ui, page: Page, rect: Rect) -> None:
    """The page in a card, with room below."""
    x, y, width = rect.x, rect.y, rect.w
    ui.canvas.box(Rect(x, y, width, rect.h - 10), theme.CARD, 12, theme.LINE)
    top, columns = y + 7, _columns(ui, page, width)
    ui.paragraph("page", x + 14, top + 2, page.title, _title_room(page, width), theme.LABEL)
    top += _title_height(ui, page, width) - 6
    if page.note:
        top += ui.paragraph("page.note", x + 14, top, page.note, width - 28, theme.SMALL, theme.SOFT) + 5
    cell = (width - 24 + 8) / columns
    for row, tall in enumerate(_rows(ui, page, width)):
        for column in range(columns):
            n = row * columns + column
            if n < len(page.choices):
                part, text = page.choices[n]
                key = str(n + 1) if n < 9 else ""
                choice(ui, f"choice.{part}", Rect(x + 12 + column * cell, top, cell - 8, tall), text, key, kind=_SAID)
        top += tall + 5
    _extras(ui, page, x + width - 12, y + 6)
    if page.choices:
        ui.fallback = f"choice.{page.choices[0][0]}"


def _extras(ui: Ui, page: Page, right: float, y: float) -> None:
    """Back, and what else can be done with what is asked, at the right of the title."""
    right -= 66
    button(ui, "back", Rect(right, y, 66, 26), "Back", kind=theme.SMALL_BOLD)
    for part, text in reversed(page.extras):
        right -= 134
        button(ui, f"choice.{part}", Rect(right, y, 128, 26), text, kind=theme.SMALL_BOLD)
