"""The preparation: what is made up one's mind about, and how it looks."""

from game.screens.prepare_view import draw
from game.screens.readying import Readying
from game.screens.ui import Ui


class Prepare(Readying):
    """Before a meeting."""

    def draw(self, ui: Ui) -> None:
        """Everything at once."""
        draw(ui, self)
