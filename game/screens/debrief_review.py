"""The tab with the review: worked out a little each frame, shown decision by decision as it comes."""

import time
from typing import Final

from game.review.marks import Decision
from game.review.review import Reviewing
from game.screens import theme
from game.screens.events import Event, Press, Roll, Slide, Tick
from game.screens.parts import Rect
from game.screens.prose import Block, Prose
from game.screens.review_view import draw_values
from game.screens.screen import BEGIN, Go
from game.screens.ui import Ui
from game.screens.widgets import MAIN, button
from game.session.behaviour import behaviour_lines
from game.session.game import Game
from game.session.play import Session
from game.session.retry import before
from game.session.review_text import said, suggestion, summary, title
from game.session.reviewing import NotReviewable, reviewing

#: How long a frame goes on working, in seconds, and how many decisions it works on at once: what fits beside drawing.
SLICE: Final = 0.007
TOGETHER: Final = 1


class ReviewTab:
    """The review of one game; nothing happens before it is opened."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.work: Reviewing | None = None
        self.failed = ""
        self.shown = -1
        """How many decisions the prose tells of."""
        self.lines, self.side = Prose("lines", ()), Prose("side", ())

    @property
    def game(self) -> Game:
        """The game that is reviewed."""
        return self.session.game

    @property
    def moving(self) -> bool:
        """Whether there is work left."""
        return self.work is not None and self.work.review is None

    def open(self) -> None:
        """Start, the first time."""
        if self.work is not None or self.failed:
            return
        try:
            self.work = reviewing(self.game, together=TOGETHER)
        except NotReviewable as error:
            self.failed = str(error)
            self.lines = Prose("lines", [Block("text", self.failed)])
        self._tell()

    def take(self, event: Event) -> Go | None:
        """Work on at a tick; roll; go back to a turning point."""
        if isinstance(event, Tick):
            self._work_on()
        elif isinstance(event, Roll | Slide):
            for prose in (self.lines, self.side):
                if isinstance(event, Slide) or event.id == prose.name:
                    prose.take(event)
        elif isinstance(event, Press) and event.id.startswith("retry."):
            turn = int(event.id.removeprefix("retry."))
            again = Session(before(self.game, turn), assist=self.session.assist)
            self.session.close()
            return Go(BEGIN, again)
        return None

    def _work_on(self) -> None:
        if self.work is None:
            return
        until = time.perf_counter() + SLICE
        while self.work.advance() and time.perf_counter() < until:
            pass
        self._tell()

    def _tell(self) -> None:
        """Put what is ready into words, when there is more than before."""
        found = [] if self.work is None else self.work.decisions
        whole = self.work is not None and self.work.review is not None
        if self.failed or (self.shown == len(found) and not whole) or self.shown > len(found):
            return
        self.shown = len(found) + whole
        blocks = [Block("head", "Every line of yours, weighed")]
        blocks += [Block("text", said(self.game, each)) for each in found]
        if not found:
            none = "You said nothing at the table, so there is nothing to weigh."
            blocks.append(Block("text", none if whole else "The first one is being weighed."))
        self.lines.blocks = blocks
        self.side.blocks = self._side(found, whole)

    def _side(self, found: list[Decision], whole: bool) -> list[Block]:
        review = self.work.review if self.work is not None else None
        if not whole or review is None:
            return [Block("head", "So far"), Block("text", f"{len(found)} weighed; the others are on their way.")]
        if not found:
            return [Block("small", line) for line in behaviour_lines(self.game)]
        blocks = [Block("head", "All together"), Block("small", summary(review))]
        points = [each for each in found if each.turn in review.turning_points]
        blocks += [Block("head", "Worth going back to")] if points else []
        for each in points:
            blocks.append(Block("item", f"Turn {each.turn}: {title(each)}."))
            blocks += [Block("small", f"Better: {suggestion(self.game, each)}")] if each.loss > 0 else []
        return [*blocks, Block("head", "As a whole"), *(Block("small", text) for text in behaviour_lines(self.game))]

    def draw(self, ui: Ui, rect: Rect) -> None:
        """The value graph above; below every line, and what it comes to."""
        found = [] if self.work is None else self.work.decisions
        upper = rect.h * 0.4
        graph = ui.panel(Rect(rect.x, rect.y, rect.w, upper))
        ui.heading("values", graph.x, graph.y - 8, "What the position was worth before each line", room=graph.w * 0.5)
        draw_values(ui, found, Rect(graph.x - 6, graph.y + 22, graph.w + 12, graph.h - 14))
        y, low = rect.y + upper + theme.GAP, rect.h - upper - theme.GAP
        left = Rect(rect.x, y, (rect.w - theme.GAP) * 0.6, low)
        right = Rect(left.right + theme.GAP, y, rect.w - left.w - theme.GAP, low)
        self.lines.draw(ui, ui.panel(left))
        self._beside(ui, ui.panel(right))

    def _beside(self, ui: Ui, rect: Rect) -> None:
        """The totals, and a button for each turning point."""
        review = self.work.review if self.work is not None else None
        turns = review.turning_points if review is not None else ()
        foot = 44.0 if turns else 0.0
        self.side.draw(ui, Rect(rect.x, rect.y, rect.w, rect.h - foot))
        wide = (rect.w - 8 * (len(turns) - 1)) / max(1, len(turns))
        for n, turn in enumerate(turns):
            place = Rect(rect.x + n * (wide + 8), rect.bottom - 36, wide, 36)
            text = f"Try turn {turn} again" if len(turns) < 3 else f"Turn {turn} again"
            button(ui, f"retry.{turn}", place, text, MAIN, theme.LABEL)
