"""Pleads, tells its troubles, chases (anxiety: Brooks and Schweitzer 2011)."""

from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import PLEADING, Manner, bargain, begin_at_once, demand, plan

MANNER = Manner(start=80, margin=0, late=0.8, signals=PLEADING)
#: In the end it takes what is worth so much (utility x100) less than having no deal.
TOO_LITTLE = 1000


def desperate(view: View, luck: Luck) -> Moves:
    """Need first, then offers that keep getting smaller."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation") - TOO_LITTLE, clings=True)
    plan(draft, view, view.own("turns"), [("share_need", 0), ("share_deadline", -1)])
    draft.put(view.own("turns") == 5, "share_need", 0)
    begin_at_once(draft, view)
    return draft.moves
