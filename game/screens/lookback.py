"""Before the debrief: the player's own view. Four questions, a guess at their limit, the turn that decided it."""

from functools import partial
from typing import Final

from game.screens import theme
from game.screens.column import Column, Option
from game.screens.events import Event, Key, Press, Slide
from game.screens.panes import EDGE
from game.screens.parts import Rect
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, choice, slider
from game.session.feelings import other_of
from game.session.journal import JournalError
from game.session.play import Session
from game.session.quotes import quoted
from game.session.reflection import QUESTIONS, Question, Reflection

#: Points between two places of the guess.
STEP: Final = 5
_HALF: Final = 50 // STEP
_BOTH: Final = 186.0
"""Room for yes and no."""


class LookBack(Screen):
    """One column of questions; every one of them may be left out."""

    name = "lookback"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.aim = "on"
        self.answers: dict[str, bool] = {}
        self.limit: int | None = None
        """Where the guess stands, in steps; None: none was made."""
        self.turn: int | None = None
        game = session.game
        self.other = game.stage.name(other_of(game))
        turns = range(1, game.own(game.player, "turns") + 1)
        self.turns = [(turn, quoted(game, turn, game.player)) for turn in turns]

    def take(self, event: Event) -> Screen | Go | None:
        """An answer, the guess, the turn; on to the debrief with them or without."""
        if isinstance(event, Slide) and event.id == "limit":
            self.limit = event.to
        elif isinstance(event, Key) and event.name == "escape":
            return Go("debrief", self.session)
        elif isinstance(event, Press):
            return self._pressed(event.id)
        return self

    def _pressed(self, part: str) -> Screen | Go:
        kind, _, rest = part.partition(".")
        if kind in ("yes", "no"):
            self.answers[rest] = kind == "yes"
        elif kind == "turn":
            self.turn = int(rest) if self.turn != int(rest) else None
        elif part == "limit":
            self.limit = _HALF if self.limit is None else self.limit
        elif part in ("on", "on.bar"):
            return self._on()
        return self

    def _on(self) -> Go:
        """Keep what was answered; a journal that cannot be written keeps nobody from the debrief."""
        if self.answers or self.limit is not None or self.turn is not None:
            own = Reflection(self.answers, None if self.limit is None else float(self.limit * STEP), self.turn)
            try:
                self.session.reflect(own)
            except JournalError:
                self.session.reflection = own
        return Go("debrief", self.session)

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """The bar, the questions, and the way on, which is always in sight."""
        ui.region("bar", Rect(0, 0, ui.width, theme.BAR), (), lambda: _bar(ui), theme.DARK, 0)
        edge = EDGE if ui.tight else theme.EDGE
        wide = min(900.0, ui.width - 2 * edge)
        panel = Rect((ui.width - wide) / 2, theme.BAR + edge, wide, ui.height - theme.BAR - 2 * edge)
        ui.region("panel", panel, (), lambda: _panel(ui, panel))
        inner = panel.inset(ui.pad)
        on = Rect(inner.right - min(280.0, inner.w), inner.bottom - 44, min(280.0, inner.w), 44)
        view = inner._replace(h=inner.h - 54)
        state = (tuple(self.answers.items()), self.limit, self.turn)
        self._column(ui, inner.w).view("questions", view, state)
        said = (
            "On to the debrief" if any((self.answers, self.limit is not None, self.turn)) else "Straight to the debrief"
        )
        ui.region("on", on, said, lambda: button(ui, "on", on, said, MAIN), theme.CARD, 6)
        ui.fallback = "on"

    def _column(self, ui: Ui, width: float) -> Column:
        column = Column(ui, width)
        column.head("head", "What do you think, before the record says it?", theme.H1, theme.INK, 6)
        column.text("why", "Answer what you like. Your view is kept, and stands beside the record; nobody marks it.",
                    theme.BODY, theme.SOFT, 12)  # fmt: skip
        for each in QUESTIONS:
            words = ui.tall(each.text, theme.BODY_BOLD, column.width - _BOTH)
            column.add(max(34.0, words), partial(self._question, ui, each, words), 10)
        ask = f"The best package for you that {self.other} would still have signed: what is it worth to you, 0 to 100?"
        column.text("ask.limit", ask, theme.BODY_BOLD, gap=5)
        column.add(30, partial(self._limit, ui), 14)
        if self.turns:
            column.text("ask.turn", "Which of your turns decided it?", theme.BODY_BOLD, gap=5)
            column.options([Option(f"turn.{n}", said[:1].upper() + said[1:], n == self.turn) for n, said in self.turns])
        return column

    def _question(self, ui: Ui, question: Question, words: float, rect: Rect) -> None:
        """The words on the left, yes and no on the right."""
        y = rect.y + (rect.h - words) / 2
        ui.paragraph(f"ask.{question.id}", rect.x, y, question.text, rect.w - _BOTH, theme.BODY_BOLD)
        held = self.answers.get(question.id)
        for n, (part, label, on) in enumerate((("yes", "Yes", held is True), ("no", "No", held is False))):
            place = Rect(rect.right - 172 + n * 88, rect.y + (rect.h - 34) / 2, 84, 34)
            choice(ui, f"{part}.{question.id}", place, label, on=on, kind=theme.PLAIN)

    def _limit(self, ui: Ui, rect: Rect) -> None:
        said = "no guess" if self.limit is None else str(self.limit * STEP)
        wide = rect.w - 90
        at = _HALF if self.limit is None else self.limit
        slider(ui, "limit", Rect(rect.x, rect.y + 2, wide, 26), "Your guess", said, at, 100 // STEP + 1)
        ui.letters(rect.right, rect.y + 4, said, theme.LABEL, theme.SOFT if self.limit is None else theme.TEAL, "r")


def _bar(ui: Ui) -> None:
    ui.bar("Looking back", room=ui.width - 140)
    button(ui, "on.bar", Rect(ui.width - 120, 11, 96, 32), "Skip", BAR, theme.LABEL)


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
