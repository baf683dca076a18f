"""The table: the talk and how it looks."""

from game.screens.table_view import draw
from game.screens.talk import Talk
from game.screens.ui import Ui


class Table(Talk):
    """The conversation itself."""

    def draw(self, ui: Ui) -> None:
        """Everything at once."""
        draw(ui, self)
