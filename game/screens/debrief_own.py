"""The tab with the player's own view: beside the record, one thing to change next time, and all of it as a page."""

from dataclasses import replace
from pathlib import Path

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Press
from game.screens.parts import Rect
from game.screens.ui import Ui
from game.session.debrief import Debrief
from game.session.debrief_html import debrief_page
from game.session.feelings import other_of
from game.session.journal import JournalError
from game.session.play import Session
from game.session.reflection import Reflection, aims, answered_aim, beside_the_record


class OwnTab:
    """What the player thought, chooses and takes away. ``goal`` is what they chose after the game before."""

    def __init__(self, session: Session, found: Debrief, goal: str) -> None:
        self.session = session
        self.found = found
        self.aims = aims(found, session.game.stage.name(other_of(session.game)))
        self.kept = answered_aim(goal, found)
        """How it went with what was chosen before; empty without that."""
        self.message = ""

    @property
    def own(self) -> Reflection | None:
        """What was answered before the debrief."""
        return self.session.reflection

    def take(self, event: Event) -> None:
        """Choose a behaviour, or write the page."""
        if isinstance(event, Press) and event.id == "page":
            self._write()
        elif isinstance(event, Press) and event.id.startswith("aim."):
            self._choose(event.id.removeprefix("aim."))

    def _choose(self, aim: str) -> None:
        try:
            self.session.reflect(replace(self.own or Reflection({}), aim=aim))
        except JournalError as error:
            self.message = str(error)

    def _write(self) -> None:
        """Beside the journal, under its name; nothing is overwritten."""
        journal = self.session.journal
        if journal is None:
            self.message = "This game is not saved, so there is no place for the page."
            return
        try:
            path = _free(journal.path)
            with path.open("x", encoding="utf-8") as file:
                file.write(debrief_page(self.session.game, self.own))
        except OSError as error:
            self.message = f"The page could not be written ({error.strerror or error})."
            return
        self.message = f"Written to {path}: open it in a browser to read or print it."

    def draw(self, ui: Ui, rect: Rect) -> None:
        """One column in a panel, no wider than reads well."""
        wide = min(rect.w, 900.0)
        rect = rect._replace(x=rect.x + (rect.w - wide) / 2, w=wide)
        ui.region("own.panel", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(ui.pad)
        self._column(ui, inner.w).view("own", inner, (self.own, self.message))

    def _column(self, ui: Ui, width: float) -> Column:
        column = Column(ui, width)
        if self.message:
            column.text("own.message", self.message, theme.SMALL_BOLD, theme.RUST, 10)
        if self.kept:
            column.text("own.kept", self.kept, theme.BODY_BOLD, theme.GOLD_TEXT, 12)
        column.head("own.head", "Your view, beside the record", theme.H2, theme.INK)
        said = beside_the_record(self.session.game, self.found, self.own) if self.own is not None else ()
        for n, text in enumerate(said or ("You went straight to the debrief this time.",)):
            column.text(f"own.{n}", text)
        if self.aims:
            column.gap(8)
            column.head("own.aims", "One thing to do differently next time", theme.H2, theme.INK, 8)
            chosen = self.own.aim if self.own is not None else ""
            column.options([Option(f"aim.{name}", text, name == chosen) for name, text in self.aims])
            if chosen:
                column.text("own.aim", "Your next debrief starts with that.", theme.SMALL, theme.SOFT)
        column.gap(8)
        column.button("again", "Say it again, stronger: a line of yours in other words")
        column.button("page", "Keep all of it as a page to print")
        return column


def _free(journal: Path) -> Path:
    """A name beside the journal that nothing has yet."""
    names = (journal.with_name(f"{journal.stem}{end}.html") for end in ("", *(f" ({n})" for n in range(2, 1000))))
    return next((each for each in names if not each.exists()), journal.with_suffix(".html"))


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
