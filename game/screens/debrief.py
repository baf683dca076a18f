"""The debrief: what it came to on one page, and behind it how it was done, turn by turn, and what lay behind it."""

from game.screens import theme
from game.screens.chart_view import draw_course, draw_felt, draw_space, draw_terms, sign
from game.screens.charts import course_of, space_of, terms_of
from game.screens.column import TRACK, Column
from game.screens.debrief_own import OwnTab
from game.screens.debrief_review import ReviewTab
from game.screens.events import Event, Key, Press
from game.screens.panes import Panes
from game.screens.parts import Rect
from game.screens.prose import Block, put
from game.screens.screen import BEGIN, Go, Screen
from game.screens.title import Title
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, tabs
from game.session.debrief import Debrief, debrief
from game.session.debrief_text import worry_heading
from game.session.feelings import other_of
from game.session.play import Session

_TABS = (("tab.overview", "Overview"), ("tab.how", "How you went about it"), ("tab.turns", "Turn by turn"),
         ("tab.behind", "What lay behind it"), ("tab.review", "Review"), ("tab.own", "Your view"))  # fmt: skip
_SHORT = (("tab.overview", "Overview"), ("tab.how", "How"), ("tab.turns", "Turns"), ("tab.behind", "Behind it"),
          ("tab.review", "Review"), ("tab.own", "Your view"))  # fmt: skip
_FELT = (("instrumental", "The result"), ("self", "Own standing"), ("process", "The way it went"),
         ("relationship", "The relationship"))  # fmt: skip
_HEADLINES = {"deal": "You and {other} agreed", "impasse_left": "You left without a deal",
              "impasse_walked": "{other} ended it", "impasse_time": "Time ran out", "open": "Still open"}  # fmt: skip


class Debriefing(Screen):
    """Five tabs over one finished game."""

    name = "debrief"

    def __init__(self, session: Session) -> None:
        self.session = session
        game = session.game
        self.found = debrief(game)
        self.other = game.stage.name(other_of(game))
        self.review = ReviewTab(session)
        self.own = OwnTab(session, self.found, Title.opening.goal() if Title.opening is not None else "")
        saved = session.journal is not None and game.over and Title.opening is not None
        self.sequel = Title.opening.sequel(game.stage.scenario.id) if saved and Title.opening else None
        """The scene that goes on from here: id and title."""
        self.course, self.space, self.terms = course_of(game, self.found), space_of(game), terms_of(game)
        self.rows = Panes(*_SHORT, lead="")
        self.pages = {
            "tab.how": (("how", _how(self.found)), ("came", _came_to(self.found))),
            "tab.turns": (("turns", _turns(self.found)),),
            "tab.behind": (
                ("behind", _behind(self.found, self.other)),
                ("after", _after(self.found, self.other)),
            ),
        }
        self.said = (*self.found.happened[1:], *self.found.value[:1])
        """What it came to, in sentences."""

    @property
    def tab(self) -> str:
        """The tab that is open, by id."""
        return self.rows.chosen

    @classmethod
    def at_the_review(cls, session: Session) -> "Debriefing":
        """The debrief with the review opened."""
        screen = cls(session)
        screen.rows.chosen = "tab.review"
        screen.review.open()
        return screen

    def take(self, event: Event) -> Screen | Go | None:
        """Tabs by press or digit; leaving goes back to the title."""
        if isinstance(event, Press) and event.id in ("title", "again"):
            return Go(event.id, self.session)
        if isinstance(event, Press) and event.id == "sequel":
            return self._go_on()
        if self.rows.take(event):
            return self
        if isinstance(event, Key) and event.name in ("1", "2", "3", "4", "5", "6"):
            self.rows.chosen = _TABS[int(event.name) - 1][0]
            self.aim = self.tab
        elif self.tab == "tab.review":
            return self.review.take(event) or self
        elif self.tab == "tab.own":
            self.own.take(event)
        return self

    @property
    def moving(self) -> bool:
        """While the review is being worked out."""
        return self.tab == "tab.review" and self.review.moving

    def _go_on(self) -> Screen | Go:
        """The scene that follows this one, from how this one ended. What cannot be opened leaves the debrief up."""
        journal, opening = self.session.journal, Title.opening
        if journal is None or opening is None or self.sequel is None:
            return self
        try:
            following = opening.begin(self.sequel[0], self.session.assist, journal.path, None)
        except ValueError as error:
            self.said = (str(error),)
            return self
        self.session.close()
        return Go(BEGIN, following)

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    def draw(self, ui: Ui) -> None:
        """The tab that is open, in regions."""
        ui.fallback = self.tab
        bar = Rect(0, 0, ui.width, theme.BAR)
        ui.region("bar", bar, self.tab, lambda: self._bar(ui), theme.DARK, 0)
        if ui.tight:
            place = self.rows.draw(ui)
        else:
            top = theme.BAR + theme.GAP
            place = Rect(theme.EDGE, top, ui.width - 2 * theme.EDGE, ui.height - top - theme.EDGE)
        if self.tab == "tab.review":
            self.review.open()
            self.review.draw(ui, place)
        elif self.tab == "tab.own":
            self.own.draw(ui, place)
        elif self.tab != "tab.overview":
            self._texts(ui, place)
        elif ui.tight:
            self._rolled_overview(ui, place)
        else:
            self._overview(ui, place)

    def _bar(self, ui: Ui) -> None:
        title = f"Debrief: {self.session.game.stage.scenario.title}"
        if ui.tight:
            ui.bar(title, room=ui.width - 170)
        else:
            ui.bar(title, room=400)
            tabs(ui, 460, 17, _TABS, self.tab)
        button(ui, "title", Rect(ui.width - 120, 11, 96, 32), "Menu", BAR, theme.LABEL)

    def _texts(self, ui: Ui, rect: Rect) -> None:
        """The prose of a tab, side by side or, in a tight window, one below the other."""
        pages = self.pages[self.tab]
        across = 1 if ui.tight else len(pages)
        wide = (rect.w - theme.GAP * (across - 1)) / across
        for n in range(across):
            place = Rect(rect.x + n * (wide + theme.GAP), rect.y, wide, rect.h)
            ui.region(f"{self.tab}.{n}", place, (), lambda place=place: _panel(ui, place))  # type: ignore[misc]
            inner = place.inset(ui.pad)
            column = Column(ui, inner.w)
            for name, blocks in pages if ui.tight else pages[n : n + 1]:
                put(column, name, blocks)
            if self.tab == "tab.turns":
                column.button("again", "Say it again, stronger")
            column.view(f"{self.tab}.text.{n}", inner, (), stop=self.tab != "tab.turns")

    def _overview(self, ui: Ui, rect: Rect) -> None:
        left = Rect(rect.x, rect.y, 330, rect.h)
        x = left.right + theme.GAP
        wide, upper = rect.right - x, rect.h * 0.46
        self._left(ui, left)
        course = Rect(x, rect.y, wide, upper)
        ui.region("course", course, (), lambda: self._course(ui, course))
        low = Rect(x, rect.y + upper + theme.GAP, wide * 0.6, rect.h - upper - theme.GAP)
        ui.region("space", low, (), lambda: self._space(ui, low))
        terms = Rect(low.right + theme.GAP, low.y, wide - low.w - theme.GAP, low.h)
        ui.region("terms", terms, (), lambda: self._terms(ui, terms))

    def _rolled_overview(self, ui: Ui, rect: Rect) -> None:
        """All of it one below the other."""
        column = self._words(ui, rect.w - 2 * ui.pad)
        self._felt_rows(ui, column)
        for tall, draw in ((280.0, self._course), (320.0, self._space), (96.0 + 50 * len(self.terms), self._terms)):
            column.add(tall, lambda at, draw=draw: draw(ui, at.inset(-ui.pad, 0)), 0)  # type: ignore[misc]
        ui.region("overview", rect, (), lambda: _panel(ui, rect))
        column.view("overview.all", rect.inset(ui.pad), self.said)

    def _left(self, ui: Ui, rect: Rect) -> None:
        """The headline, what it came to, three things to take away, how it felt."""
        ui.region("left", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(theme.PAD)
        felt = Column(ui, inner.w + TRACK)
        self._felt_rows(ui, felt)
        foot = Rect(inner.x, inner.bottom - felt.whole, inner.w, felt.whole)
        words = self._words(ui, inner.w)
        words.view("words", Rect(inner.x, inner.y - 4, inner.w, foot.y - inner.y - 4), self.said)
        ui.region("felt", foot, (), lambda: felt.draw(foot), theme.CARD, 0)

    def _words(self, ui: Ui, width: float) -> Column:
        """The headline, what it came to, and things to take away."""
        column = Column(ui, width)
        column.head("headline", self._headline(), theme.H1, theme.INK, 6)
        if self.sequel is not None:
            column.button("sequel", f"And later: {self.sequel[1]}", MAIN)
        for n, text in enumerate(self.said):
            column.text(f"result.{n}", text, theme.PLAIN, gap=7)
        column.rule()
        column.head("takeaways", "To take away", colour=theme.INK, gap=6)
        rows = [(True, text) for text in self.found.wins[:1]] + [(False, text) for text in self.found.to_try]
        for n, (good, whole) in enumerate(rows):
            self._takeaway(column, n, good, _short(whole))
        return column

    def _takeaway(self, column: Column, n: int, good: bool, text: str) -> None:
        ui = column.ui

        def draw(at: Rect) -> None:
            sign(ui, at.x + 11, at.y + 11, good)
            ui.paragraph("", at.x + 34, at.y, text, at.w - 34, theme.SMALL)
            ui.note(f"takeaway.{n}", "text", f"{'Went well' if good else 'To try'}: {text}", at)

        column.add(max(24.0, ui.tall(text, theme.SMALL, column.width - 34)), draw)

    def _felt_rows(self, ui: Ui, column: Column) -> None:
        """How it felt to them, and to the player."""
        numbers = self.found.numbers
        rows = [(label, numbers.theirs[key], numbers.mine[key]) for key, label in _FELT]
        column.rule()
        column.head("felt", f"How it felt to {self.other}", colour=theme.INK, gap=0)
        column.text("felt.key", "bar: to them, 1 to 7 · mark: to you", theme.TINY, theme.SOFT, 5)
        column.add(140, lambda at: draw_felt(ui, rows, at), 4)

    def _headline(self) -> str:
        return _HEADLINES[self.found.outcome].replace("{other}", self.other)

    def _course(self, ui: Ui, rect: Rect) -> None:
        inner = ui.panel(rect)
        ui.heading("course", inner.x, inner.y - 8, "What the table was worth to you, turn by turn", room=inner.w * 0.52)
        key = f"solid: {self.other}'s offer      dotted: your offer"
        ui.label("course.key", inner.right, inner.y - 3, key, theme.SMALL, theme.SOFT, "r", room=inner.w * 0.44)
        draw_course(ui, self.course, Rect(inner.x - 6, inner.y + 22, inner.w + 12, inner.h - 14))

    def _space(self, ui: Ui, rect: Rect) -> None:
        inner = ui.panel(rect)
        ui.heading("space.head", inner.x, inner.y - 8, "Could you both have done better?", room=inner.w)
        draw_space(ui, self.space, Rect(inner.x, inner.y + 26, inner.w, inner.h - 20), self.other)

    def _terms(self, ui: Ui, rect: Rect) -> None:
        inner = ui.panel(rect)
        deal = self.found.outcome == "deal"
        ui.heading(
            "terms", inner.x, inner.y - 8, "Issue by issue" if deal else f"{self.other}'s last offer", room=inner.w
        )
        if not self.terms:
            ui.paragraph(
                "terms.none",
                inner.x,
                inner.y + 30,
                "No package was ever on the table.",
                inner.w,
                theme.BODY,
                theme.SOFT,
            )
            return
        draw_terms(ui, self.terms, Rect(inner.x, inner.y + 26, inner.w, inner.h - 60))
        note = "Gold marks: what the best deal within reach gave you on it."
        ui.paragraph("terms.note", inner.x, inner.bottom - 34, note, inner.w, theme.TINY, theme.SOFT)


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)


def _short(text: str) -> str:
    """The sentence without the quoted evidence in brackets: that stands in the other tabs."""
    return text.partition(" (turn ")[0]


def _how(found: Debrief) -> list[Block]:
    return [Block("head", "How you went about it"),
            *(Block("yes" if each.met else "no", f"{each.title[:1].upper()}{each.title[1:]}. {each.text}")
              for each in found.practices)]  # fmt: skip


def _came_to(found: Debrief) -> list[Block]:
    blocks = [Block("head", "What it came to"), *(Block("text", text) for text in (*found.value, *found.declared))]
    blocks += [Block("head", "The four ways to fail, and which it was")]
    failed = found.failures.values() or ["None of the four."]
    blocks += [Block("text", text) for text in failed]
    blocks += (
        [Block("head", "Worth trying next time"), *(Block("item", text) for text in found.to_try)]
        if found.to_try
        else []
    )
    return blocks


def _turns(found: Debrief) -> list[Block]:
    heard = [Block("head", "What was heard in your own words"), *(Block("item", text) for text in found.heard)]
    set_off = [Block("head", "What each of your lines set off"), *(Block("item", text) for text in found.reactions)]
    return [*set_off, *(heard if found.heard else [])]


def _behind(found: Debrief, other: str) -> list[Block]:
    parts = ((f"What lay behind {other}'s words", found.hidden), ("The first no", found.first_no),
             ("What was settled and what stayed vague", found.details),
             ("The end goal, and what went on small points", found.goal),
             ("What came up in the middle", found.curveball))  # fmt: skip
    return [
        block for head, texts in parts if texts for block in (Block("head", head), *(Block("text", t) for t in texts))
    ]


def _after(found: Debrief, other: str) -> list[Block]:
    parts = ((worry_heading(found), found.worry),
             (f"{other}, asked how it was", tuple(f"“{text}”" for text in found.feedback)),
             ("How it went on", (found.epilogue,) if found.epilogue else ()))  # fmt: skip
    return [
        block for head, texts in parts if texts for block in (Block("head", head), *(Block("text", t) for t in texts))
    ]
