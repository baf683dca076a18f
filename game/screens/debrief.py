"""The debrief: what it came to on one page, and behind it how it was done, turn by turn, and what lay behind it."""

from game.screens import theme
from game.screens.chart_view import draw_course, draw_felt, draw_space, draw_terms, sign
from game.screens.charts import course_of, space_of, terms_of
from game.screens.debrief_review import ReviewTab
from game.screens.events import Event, Key, Press, Roll, Slide
from game.screens.parts import Rect
from game.screens.prose import Block, Prose
from game.screens.screen import BEGIN, Go, Screen
from game.screens.title import Title
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button, tabs
from game.session.debrief import Debrief, debrief
from game.session.feelings import other_of
from game.session.play import Session

_TABS = (("tab.overview", "Overview"), ("tab.how", "How you went about it"), ("tab.turns", "Turn by turn"),
         ("tab.behind", "What lay behind it"), ("tab.review", "Review"))  # fmt: skip
_SHORT = {"tab.overview": "Overview", "tab.how": "How", "tab.turns": "Turns", "tab.behind": "Behind",
          "tab.review": "Review"}  # fmt: skip
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
        self.tab = "tab.overview"
        self.review = ReviewTab(session)
        saved = session.journal is not None and game.over and Title.opening is not None
        self.sequel = Title.opening.sequel(game.stage.scenario.id) if saved and Title.opening else None
        """The scene that goes on from here: id and title."""
        self.course, self.space, self.terms = course_of(game, self.found), space_of(game), terms_of(game)
        self.pages = {
            "tab.how": (Prose("how", _how(self.found)), Prose("came", _came_to(self.found))),
            "tab.turns": (Prose("turns", _turns(self.found)),),
            "tab.behind": (
                Prose("behind", _behind(self.found, self.other)),
                Prose("after", _after(self.found, self.other)),
            ),
        }
        self.result = Prose(
            "result", [Block("small", text) for text in (*self.found.happened[1:], *self.found.value[:1])]
        )

    @classmethod
    def at_the_review(cls, session: Session) -> "Debriefing":
        """The debrief with the review opened."""
        screen = cls(session)
        screen.tab = "tab.review"
        screen.review.open()
        return screen

    def take(self, event: Event) -> Screen | Go | None:
        """Tabs by press or digit; leaving goes back to the title."""
        if isinstance(event, Press) and event.id in ("title", "again"):
            return Go(event.id, self.session)
        if isinstance(event, Press) and event.id == "sequel":
            return self._go_on()
        if isinstance(event, Press) and event.id.startswith("tab."):
            self.tab = event.id
        elif isinstance(event, Key) and event.name in ("1", "2", "3", "4", "5"):
            self.tab = _TABS[int(event.name) - 1][0]
            self.aim = self.tab
        elif self.tab == "tab.review":
            return self.review.take(event) or self
        elif isinstance(event, Roll | Slide):
            shown = (self.result,) if self.tab == "tab.overview" else self.pages[self.tab]
            for prose in shown if isinstance(event, Slide) else (_under(shown, event.id),):
                prose.take(event)
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
            self.result = Prose("result", [Block("small", str(error))])
            return self
        self.session.close()
        return Go(BEGIN, following)

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    def draw(self, ui: Ui) -> None:
        """The tab that is open."""
        ui.canvas.fill(theme.GROUND)
        ui.bar(f"Debrief: {self.session.game.stage.scenario.title}", room=400)
        tabs(ui, 460, 17, _fitting(ui, ui.width - 460 - 270), self.tab)
        button(ui, "again", Rect(ui.width - 244, 11, 116, 32), "Say it again", BAR, theme.LABEL)
        button(ui, "title", Rect(ui.width - 120, 11, 96, 32), "Menu", BAR, theme.LABEL)
        top, tall = theme.BAR + theme.GAP, ui.height - theme.BAR - theme.GAP - theme.EDGE
        if self.tab == "tab.overview":
            self._overview(ui, top, tall)
        elif self.tab == "tab.review":
            self.review.open()
            self.review.draw(ui, Rect(theme.EDGE, top, ui.width - 2 * theme.EDGE, tall))
        else:
            self._texts(ui, Rect(theme.EDGE, top, ui.width - 2 * theme.EDGE, tall))
        ui.fallback = self.tab

    def _texts(self, ui: Ui, rect: Rect) -> None:
        """The prose of a tab, side by side."""
        pages = self.pages[self.tab]
        wide = (rect.w - theme.GAP * (len(pages) - 1)) / len(pages)
        for n, prose in enumerate(pages):
            place = Rect(rect.x + n * (wide + theme.GAP), rect.y, wide, rect.h)
            prose.draw(ui, ui.panel(place))

    def _overview(self, ui: Ui, top: float, tall: float) -> None:
        left = Rect(theme.EDGE, top, 330, tall)
        x = left.right + theme.GAP
        wide, upper = ui.width - theme.EDGE - x, tall * 0.46
        self._left(ui, left)
        self._course(ui, Rect(x, top, wide, upper))
        low = Rect(x, top + upper + theme.GAP, wide * 0.6, tall - upper - theme.GAP)
        self._space(ui, low)
        self._terms(ui, Rect(low.right + theme.GAP, low.y, wide - low.w - theme.GAP, low.h))

    def _left(self, ui: Ui, rect: Rect) -> None:
        """The headline, what it came to, three things to take away, how it felt."""
        inner = ui.panel(rect)
        ui.heading("headline", inner.x, inner.y - 4, self._headline(), theme.H1, room=inner.w)
        felt, foot = 172.0, 46.0 if self.sequel is not None else 0.0
        if self.sequel is not None:
            place = Rect(inner.x, inner.bottom - 36, inner.w, 38)
            button(ui, "sequel", place, f"And later: {self.sequel[1]}", MAIN, theme.LABEL)
            inner = inner._replace(h=inner.h - foot)
        room = inner.h - 34 - felt
        words = min(self.result.tall(ui, inner.w - 14), room * 0.44)
        self.result.draw(ui, Rect(inner.x, inner.y + 32, inner.w, words))
        y = inner.y + 32 + words + 4
        self._takeaways(ui, Rect(inner.x, y, inner.w, inner.bottom - felt - y - 8))
        y = inner.bottom - felt
        ui.rule(inner.x, y, inner.w)
        ui.heading("felt", inner.x, y + 8, f"How it felt to {self.other}", theme.LABEL)
        ui.letters(inner.right, y + 10, "mark: to you", theme.TINY, theme.SOFT, "r")
        numbers = self.found.numbers
        draw_felt(ui, [(label, numbers.theirs[key], numbers.mine[key]) for key, label in _FELT],
                  Rect(inner.x, y + 34, inner.w, felt - 32))  # fmt: skip

    def _headline(self) -> str:
        return _HEADLINES[self.found.outcome].replace("{other}", self.other)

    def _takeaways(self, ui: Ui, rect: Rect) -> None:
        """One thing that went well and what to try, as many as fit whole."""
        ui.rule(rect.x, rect.y, rect.w)
        ui.heading("takeaways", rect.x, rect.y + 8, "To take away", theme.LABEL)
        y = rect.y + 34
        rows = [(True, text) for text in self.found.wins[:1]] + [(False, text) for text in self.found.to_try]
        for n, (good, whole) in enumerate(rows):
            text = _short(whole)
            tall = ui.tall(text, theme.SMALL, rect.w - 34) + 9
            if y + tall > rect.bottom + 6:
                break
            sign(ui, rect.x + 11, y + 11, good)
            ui.paragraph("", rect.x + 34, y, text, rect.w - 34, theme.SMALL)
            ui.note(
                f"takeaway.{n}", "text", f"{'Went well' if good else 'To try'}: {text}", Rect(rect.x, y, rect.w, tall)
            )
            y += tall

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


def _fitting(ui: Ui, room: float) -> tuple[tuple[str, str], ...]:
    """The tabs, by short names where the letters are so large that the long ones would not fit."""
    wide = sum(ui.canvas.measure(label, theme.BODY_BOLD) + 34 for _, label in _TABS)
    return _TABS if wide <= room else tuple((part, _SHORT[part]) for part, _ in _TABS)


def _under(shown: tuple[Prose, ...], part: str) -> Prose:
    return next((prose for prose in shown if prose.name == part), shown[0])


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
    parts = (("What you worried about, and the price of silence", found.worry),
             (f"{other}, asked how it was", tuple(f"“{text}”" for text in found.feedback)),
             ("How it went on", (found.epilogue,) if found.epilogue else ()))  # fmt: skip
    return [
        block for head, texts in parts if texts for block in (Block("head", head), *(Block("text", t) for t in texts))
    ]
