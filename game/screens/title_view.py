"""How the title looks: cards of scenes on the left, the chosen one on the right; in a tight window one of the two."""

from typing import Final

from game.screens import theme
from game.screens.cards import Card
from game.screens.choosing import Choosing
from game.screens.column import Column, Option
from game.screens.parts import Part, Rect
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, ring

LEVELS: Final = (
    ("coach", "Coach", "what they feel, and what your lines moved"),
    ("practice", "Practice", "your own worth, their face and words"),
    ("real", "Real", "face and words only; nothing is taken back"),
)
_DOORS: Final = (("handbook", "Handbook"), ("progress", "Progress"), ("settings", "Settings"), ("quit", "Quit"))
_TALL: Final = 124.0
"""Height of the head of a wide title."""


def draw(ui: Ui, title: Choosing) -> None:
    """The whole screen."""
    if ui.tight:
        head = Rect(0, 0, ui.width, theme.BAR)
        ui.region("head", head, (), lambda: _tight_head(ui), theme.DARK, 0)
        place = title.panes.draw(ui)
        (_scenes if title.panes.chosen == "scenes" else _scene)(ui, title, place)
        ui.fallback = "start"
        return
    head = Rect(0, 0, ui.width, _TALL)
    ui.region("head", head, (), lambda: _head(ui), theme.DARK, 0)
    top, tall = _TALL + 18, ui.height - _TALL - 18 - theme.EDGE
    left = Rect(40, top, 452, tall)
    _scenes(ui, title, left)
    _scene(ui, title, Rect(left.right + theme.GAP, top, ui.width - 40 - left.right - theme.GAP, tall))
    ui.fallback = "start"


def _head(ui: Ui) -> None:
    ui.canvas.box(Rect(0, 0, ui.width, _TALL), theme.DARK, 0)
    ui.heading("name", 40, 22, "Counteroffer", theme.TITLE, theme.ON_DARK)
    line = "Practise negotiating: you talk, they react. They notice how you ask, not only what you ask."
    ui.label("subtitle", 42, 78, line, theme.SPEECH, theme.SOFT_ON_DARK, room=ui.width - 84)
    _doors(ui, 30)


def _tight_head(ui: Ui) -> None:
    ui.canvas.box(Rect(0, 0, ui.width, theme.BAR), theme.DARK, 0)
    ui.heading("name", 20, 11, "Counteroffer", theme.BAR_TITLE, theme.ON_DARK)
    _doors(ui, 11)


def _doors(ui: Ui, y: float) -> None:
    cell = 96.0 if ui.width > theme.TIGHT else 88.0
    x = ui.width - (40 if not ui.tight else 12) - cell * len(_DOORS) + 8
    for n, (part, text) in enumerate(_DOORS):
        button(ui, part, Rect(x + n * cell, y, cell - 8, 32), text, BAR, theme.LABEL)


# -- the scenes ------------------------------------------------------------------------------------------------------


def _scenes(ui: Ui, title: Choosing, rect: Rect) -> None:
    """A card a scene; a game to go on with above them."""
    ui.region("scenes", rect, (), lambda: _ground(ui, rect))
    inner = rect.inset(14, 12)
    if title.saved:
        go_on = Rect(inner.x, inner.y, inner.w, 40)
        name = next((card.title for card in title.cards if card.id == title.saved[0][0]), title.saved[0][0])
        ui.region("resume", go_on, name, lambda: _resume(ui, go_on, name), theme.CARD, 5)
        inner = inner._replace(y=inner.y + 50, h=inner.h - 50)
    column = Column(ui, inner.w)
    for n, card in enumerate(title.cards):
        column.add(_card_height(ui, card, column.width),
                   lambda at, n=n, card=card: _card(ui, card, n, n == title.chosen, at), 8)  # type: ignore[misc]  # fmt: skip
    if not title.cards:
        column.text("none", "No scenario is installed.")
    column.view("cards", inner, (title.version, title.chosen))


def _resume(ui: Ui, rect: Rect, name: str) -> None:
    button(ui, "resume", rect, f"Go on: {name}", MAIN, theme.LABEL)


def _ground(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)


def _lines(card: Card) -> list[tuple[str, theme.Type, str]]:
    """What a card says below its title."""
    rows = [(card.stakes, theme.SMALL, theme.SOFT)] if card.stakes else []
    rows += [(card.results, theme.SMALL_BOLD, theme.TEAL)] if card.results else []
    return rows


def _card_height(ui: Ui, card: Card, width: float) -> float:
    rows = sum(ui.tall(text, kind, width - 56) for text, kind, _ in _lines(card))
    return 16 + ui.tall(card.title, theme.LABEL, width - 56 - _noted(ui, card)) + rows


def _note(card: Card) -> str:
    """Length and owner."""
    return f"{card.minutes} min{' · yours' if card.own else ''}" if card.minutes else ""


def _noted(ui: Ui, card: Card) -> float:
    return ui.canvas.measure(_note(card), theme.SMALL) + 12


def _card(ui: Ui, card: Card, n: int, on: bool, rect: Rect) -> None:
    part = f"scene.{card.id}"
    said = ", ".join(text for text in (_note(card), "chosen" if on else "", card.stakes, card.results) if text)
    ui.register(Part(part, "choice", card.title, said, rect, clip=ui.clip))
    lit = ui.attention.hover == part
    ui.canvas.box(rect, theme.SAND if on or lit else theme.CARD, 10, theme.TEAL if on else theme.LINE, 2 if on else 1.2)
    if n < 9:
        ui.letters(rect.x + 19, rect.y + 9, str(n + 1), theme.TINY_BOLD, theme.GOLD_TEXT, "c")
    note = ui.letters(rect.right - 12, rect.y + 9, _note(card), theme.SMALL, theme.SOFT, "r")
    y, room = rect.y + 8, rect.w - 56
    y += ui.paragraph("", rect.x + 38, y, card.title, note.x - 12 - rect.x - 38 if note.w else room, theme.LABEL)
    for text, kind, colour in _lines(card):
        y += ui.paragraph("", rect.x + 38, y, text, room, kind, colour)
    ring(ui, part, rect)


# -- the chosen scene --------------------------------------------------------------------------------------------------


def _scene(ui: Ui, title: Choosing, rect: Rect) -> None:
    """What it is about, what it practises, who to be, the level; the start is always in sight."""
    ui.region("scene", rect, (), lambda: _ground(ui, rect))
    inner, card = rect.inset(theme.PAD if not ui.tight else 12), title.card
    if card is None:
        return
    foot = Rect(inner.x, inner.bottom - 46, inner.w, 46)
    column = _detail(ui, title, card, inner.w)
    state = (title.version, title.chosen, title.seat, title.assist, title.goes_on, title.message)
    column.view("detail", Rect(inner.x, inner.y, inner.w, foot.y - inner.y - 10), state)
    wide = min(260.0, inner.w)
    start = Rect(foot.right - wide, foot.y, wide, foot.h)
    ui.region("start", start, card.broken, lambda: _start(ui, start, card), theme.CARD, 6)


def _start(ui: Ui, rect: Rect, card: Card) -> None:
    button(ui, "start", rect, "Sit down", MAIN, enabled=not card.broken)
    ui.fallback = "start"


def _detail(ui: Ui, title: Choosing, card: Card, width: float) -> Column:
    column = Column(ui, width)
    column.head("scene", card.title, theme.H1, theme.INK, 8)
    if title.message:
        column.text("message", title.message, theme.SMALL_BOLD, theme.RUST)
    column.text("setting", card.text or "…", theme.BODY, gap=10)
    if card.stakes:
        column.head("stakes.head", "What is at stake")
        column.text("stakes", card.stakes, theme.BODY, gap=10)
    if card.practises:
        column.head("practises", "You practise")
        for n, text in enumerate(card.practises):
            column.item(f"practises.{n}", text[:1].upper() + text[1:])
        column.gap(8)
    if card.results:
        column.text("results", f"{card.results}.", theme.BODY_BOLD, theme.TEAL, 10)
    if card.seats:
        column.head("seats", "You are", colour=theme.INK)
        mine = title.seat or card.seats[0][0]
        column.options([Option(f"seat.{seat}", name, seat == mine) for seat, name in card.seats], 2)
    if title.earlier is not None:
        before = next((each.title for each in title.cards if each.id == card.follows), card.follows)
        text = f"Go on from how your last game of “{before}” ended"
        column.options([Option("goes_on", text, title.goes_on, "yes" if title.goes_on else "no")])
    column.head("levels", "How much do you want to see?", colour=theme.INK)
    column.options([Option(f"level.{level}", label, level == title.assist) for level, label, _ in LEVELS], 3)
    said = next(text for level, _, text in LEVELS if level == title.assist)
    column.text("level.says", f"{said[:1].upper()}{said[1:]}.", theme.SMALL, theme.SOFT)
    return column
