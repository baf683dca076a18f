"""The tab with the review: worked out a little each frame, shown decision by decision as it comes."""

import time
from typing import Final

from game.review.marks import Decision
from game.review.review import Reviewing
from game.screens import theme
from game.screens.column import Column
from game.screens.events import Event, Press, Tick
from game.screens.parts import Rect
from game.screens.prose import Block, put
from game.screens.review_view import draw_values
from game.screens.screen import BEGIN, Go
from game.screens.ui import Ui
from game.screens.widgets import MAIN
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
        self.lines: list[Block] = []
        self.side: list[Block] = []

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
            self.lines = [Block("text", self.failed)]
        self._tell()

    def take(self, event: Event) -> Go | None:
        """Work on at a tick; roll; go back to a turning point."""
        if isinstance(event, Tick):
            self._work_on()
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
        self.lines = blocks
        self.side = self._side(found, whole)

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
        """The value graph above; below every line, and what it comes to. In a tight window one below the other."""
        state = (self.shown, self.failed)
        if ui.tight:
            column = Column(ui, rect.w - 2 * ui.pad)
            column.add(250, lambda at: self._graph(ui, at))
            self._beside(ui, column)
            put(column, "lines", self.lines)
            ui.region("review", rect, (), lambda: _panel(ui, rect))
            column.view("review.all", rect.inset(ui.pad), state, stop=not self._turns)
            return
        upper = Rect(rect.x, rect.y, rect.w, rect.h * 0.4)
        ui.region("values", upper, state, lambda: self._graph(ui, ui.panel(upper)))
        y, low = upper.bottom + theme.GAP, rect.h - upper.h - theme.GAP
        left = Rect(rect.x, y, (rect.w - theme.GAP) * 0.6, low)
        right = Rect(left.right + theme.GAP, y, rect.w - left.w - theme.GAP, low)
        for name, place in (("lines", left), ("side", right)):
            inner = place.inset(ui.pad)
            column = Column(ui, inner.w)
            if name == "lines":
                put(column, name, self.lines)
            else:
                self._beside(ui, column)
            ui.region(f"{name}.panel", place, (), lambda place=place: _panel(ui, place))  # type: ignore[misc]
            column.view(name, inner, state, stop=name == "lines" or not self._turns)

    def _graph(self, ui: Ui, graph: Rect) -> None:
        found = [] if self.work is None else self.work.decisions
        head = "What the position was worth before each line"
        ui.heading("values", graph.x, graph.y - 8, head, room=graph.w * (0.5 if not ui.tight else 1))
        drop = 22.0 if not ui.tight else 52.0
        draw_values(ui, found, Rect(graph.x - 6, graph.y + drop, graph.w + 12, graph.h - drop + 8))

    @property
    def _turns(self) -> tuple[int, ...]:
        review = self.work.review if self.work is not None else None
        return tuple(review.turning_points) if review is not None else ()

    def _beside(self, ui: Ui, column: Column) -> None:
        """The totals, and a button for each turning point."""
        put(column, "side", self.side)
        for turn in self._turns:
            column.button(f"retry.{turn}", f"Try turn {turn} again", MAIN, tall=36)


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)
