"""Opens high, gives almost nothing, says little (hard bargaining: Huffmeier et al. 2014: money yes, goodwill no)."""

from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import FLAT, Manner, bargain, begin_at_once, demand

MANNER = Manner(start=94, margin=12, late=2.2, signals=FLAT)


def hardliner(view: View, luck: Luck) -> Moves:
    """High opening, late and small concessions, no questions."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation") + 400)
    begin_at_once(draft, view)
    return draft.moves
