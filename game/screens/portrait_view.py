"""The counterpart's face on a screen: its expression goes over to the mood's in a third of a second."""

from dataclasses import dataclass, field

from game.screens.faces import EXPRESSIONS, Expression, Look, between
from game.screens.parts import Rect
from game.screens.portrait import VIEW, portrait
from game.screens.ui import Ui

#: How long a change of expression takes, in seconds; and in how many steps (each is drawn anew).
LASTS, STEPS = 0.32, 6


@dataclass
class Face:
    """A look and the way from one expression to another."""

    look: Look
    mood: str = "even"
    past: Expression = field(default_factory=Expression)
    share: float = 1.0

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

    def draw(self, ui: Ui, rect: Rect, label: str) -> None:
        """The face in a frame; of a low frame it fills the width, and the coat is cut off."""
        tall = rect.w * VIEW[1] / VIEW[0]
        drop = min(tall - rect.h, tall * 0.045) if tall > rect.h else 0.0
        with ui.within(rect):
            ui.canvas.picture(portrait(self.look, self.now), VIEW, Rect(rect.x, rect.y - drop, rect.w, tall))
        ui.canvas.box(rect, "none", 3, "#cdbf9f", 1)
        ui.note("portrait", "picture", label, rect)
