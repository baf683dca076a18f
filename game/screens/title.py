"""The title: scenes as cards, the chosen one, and the doors to everything else."""

from game.screens.choosing import DOORS, Choosing, Opening
from game.screens.title_view import draw
from game.screens.ui import Ui

__all__ = ["DOORS", "Opening", "Title"]


class Title(Choosing):
    """The list of scenes on the left, the chosen one on the right."""

    def draw(self, ui: Ui) -> None:
        """Everything, in regions."""
        draw(ui, self)
