"""The handbook: a page for each thing the game teaches, how it sounds, and a door to a moment to try it in."""

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Key, Press
from game.screens.panes import EDGE, Panes
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.title import Title
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button
from game.session.handbook import Page, pages
from game.session.play import Session


class Handbook(Screen):
    """The list of pages on the left, the open one on the right."""

    name = "handbook"

    def __init__(self, _session: Session | None = None) -> None:
        self.pages = pages()
        self.chosen = next(iter(self.pages))
        self.panes = Panes(("pages", "Pages"), ("page", "The open page"))
        self.aim = f"page.{self.chosen}"
        self.message = ""

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[self.chosen]

    def take(self, event: Event) -> Screen | Go | None:
        """Open a page, try it, go back to the title."""
        if self.panes.take(event):
            return self
        if (isinstance(event, Key) and event.name == "escape") or (isinstance(event, Press) and event.id == "back"):
            return Go("title", None)
        if isinstance(event, Press) and event.id == "try":
            return self._try()
        if isinstance(event, Press) and event.id.startswith("page."):
            self.chosen, self.message = event.id.removeprefix("page."), ""
            self.panes.chosen = "page"
        return self

    def _try(self) -> Screen | Go:
        """A game at the page's moment. What cannot be opened is said in a sentence."""
        if Title.opening is None:
            return self
        try:
            session = Title.opening.trial(self.chosen)
        except ValueError as error:
            self.message = str(error)
            return self
        return Go("table" if session.game.talking else "prepare", session)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """Both columns, or one of them."""
        ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui), theme.DARK, 0)
        ui.fallback = "back"
        if ui.tight:
            (self._list if self.panes.chosen == "pages" else self._open)(ui, self.panes.draw(ui))
            return
        top = theme.BAR + theme.GAP
        left = Rect(theme.EDGE, top, 380, ui.height - top - theme.EDGE)
        self._list(ui, left)
        self._open(ui, Rect(left.right + theme.GAP, top, ui.width - left.right - theme.GAP - theme.EDGE, left.h))

    def _list(self, ui: Ui, rect: Rect) -> None:
        ui.region("list", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(EDGE + 2)
        column = Column(ui, inner.w)
        column.options([Option(f"page.{each.id}", each.title, each.id == self.chosen) for each in self.pages.values()])
        column.view("pages", inner, self.chosen)

    def _open(self, ui: Ui, rect: Rect) -> None:
        """The page; the door to its moment is always in sight."""
        ui.region("page", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(ui.pad)
        wide = min(260.0, inner.w)
        door = Rect(inner.right - wide, inner.bottom - 44, wide, 44)
        column = self._text(ui, inner.w)
        view = Rect(inner.x, inner.y, inner.w, door.y - inner.y - 10)
        column.view("text", view, (self.chosen, self.message), stop=True)
        ui.region("try", door, (), lambda: button(ui, "try", door, "Try it now", MAIN), theme.CARD, 6)

    def _text(self, ui: Ui, width: float) -> Column:
        page, column = self.page, Column(ui, width)
        if self.message:
            column.text("message", self.message, theme.SMALL_BOLD, theme.RUST)
        column.head("title", page.title, theme.H1, theme.INK, 8)
        for n, text in enumerate(page.text):
            column.text(f"text.{n}", text, theme.BODY, gap=9)
        column.gap(4)
        column.head("shows", "How it sounds")
        for n, (who, words) in enumerate(page.shows):
            _heard(column, n, who, words)
        column.gap(4)
        column.head("trial", "To try")
        column.text("trial.what", page.trial.what, theme.BODY_BOLD)
        return column


def _heard(column: Column, n: int, who: str, words: str) -> None:
    """A line of the example as a bubble; what happens stands between them."""
    ui, mine = column.ui, who == "You"
    if not who:
        column.text(f"shows.{n}", words, theme.SMALL_ITALIC, theme.SOFT, 8, 14)
        return
    inner = column.width * 0.8 - 28
    tall = 18 + ui.tall(who, theme.SMALL_BOLD, inner) + ui.tall(words, theme.BODY, inner)

    def draw(rect: Rect) -> None:
        left = rect.x + (rect.w * 0.2 if mine else 0)
        place = Rect(left, rect.y, rect.w * 0.8, rect.h)
        fill, line = (theme.YOURS, theme.YOURS_LINE) if mine else (theme.PAPER, theme.THEIRS_LINE)
        ui.canvas.box(place, fill, 12, line, 1)
        y = rect.y + 8
        y += ui.paragraph("", left + 14, y, who, inner, theme.SMALL_BOLD, theme.TEAL if mine else theme.RUST)
        ui.paragraph("", left + 14, y, words, inner, theme.BODY)
        ui.note(f"shows.{n}", "line", f"{who}: {words}", place)

    column.add(tall, draw, 7)


def _bar(ui: Ui) -> None:
    ui.bar("Handbook", "what the game teaches, a page each", ui.width - 140)
    button(ui, "back", Rect(ui.width - 120, 11, 96, 32), "Back", BAR, theme.LABEL)
    ui.fallback = "back"


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
