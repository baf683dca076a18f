"""The counterpart's face on a screen: its expression goes over to the mood's in a third of a second."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.faces import EXPRESSIONS, Expression, Look, between
from game.screens.parts import Rect
from game.screens.portrait import HEAD, VIEW, behind, head
from game.screens.ui import Ui
from game.session.mood import FACES

#: How long a change of expression takes, in seconds; and in how many steps (each is drawn anew).
LASTS, STEPS = 0.32, 4


@dataclass
class Face:
    """A look and the way from one expression to another."""

    look: Look
    mood: str = "even"
    past: Expression = field(default_factory=Expression)
    share: float = 1.0
    place: Rect | None = None
    """Where its head was drawn last."""
    _ready: set[tuple[str, Rect, float]] = field(default_factory=set)

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self.share < 1

    def turn_to(self, mood: str, at_once: bool = False) -> None:
        """Take on a mood."""
        if mood != self.mood:
            self.past, self.mood, self.share = self.now, mood, 0.0
        if at_once:
            self.share = 1.0

    def tick(self, seconds: float) -> None:
        """Time goes by."""
        self.share = min(1.0, self.share + seconds / LASTS)

    @property
    def now(self) -> Expression:
        """The expression at this moment."""
        step = round(self.share * STEPS) / STEPS
        return between(self.past, EXPRESSIONS[self.mood], step)

    def ahead(self, canvas: Canvas) -> Iterator[None]:
        """Draw the ways to every other mood, one picture a step."""
        if self.place is None or (self.mood, self.place, canvas.factor) in self._ready:
            return
        self._ready.add((self.mood, self.place, canvas.factor))
        for mood in FACES:
            for step in range(1, STEPS + 1) if mood != self.mood else ():
                expression = between(EXPRESSIONS[self.mood], EXPRESSIONS[mood], step / STEPS)
                canvas.ready(head(self.look, expression), HEAD[2:], self.place)
                yield

    def draw(self, ui: Ui, rect: Rect, label: str) -> None:
        """The face in a frame; of a low frame it fills the width, and the coat is cut off."""
        tall = rect.w * VIEW[1] / VIEW[0]
        drop = min(tall - rect.h, tall * 0.045) if tall > rect.h else 0.0
        unit, top = rect.w / VIEW[0], rect.y - drop
        place = Rect(rect.x + HEAD[0] * unit, top + HEAD[1] * unit, HEAD[2] * unit, HEAD[3] * unit)
        self.place = place
        with ui.within(rect):
            ui.canvas.portrait(behind(self.look), VIEW, Rect(rect.x, top, rect.w, tall))
            ui.canvas.portrait(head(self.look, self.now), HEAD[2:], place)
        ui.canvas.box(rect, "none", 3, theme.FRAME, 1)
        ui.note("portrait", "picture", label, rect)
