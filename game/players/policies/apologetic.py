"""Says sorry for asking (powerless style: Erickson et al. 1978; guilt invites less: Van Kleef et al. 2006)."""

from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import HESITANT, Manner, bargain, begin_at_once, demand, heaviest_issue, plan

MANNER = Manner(start=84, margin=4, late=1.0, signals=HESITANT)


def apologetic(view: View, luck: Luck) -> Moves:
    """Hedges and apologises, offers with an apology on top, backs down evenly, clings to the end."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation"), clings=True)
    draft.ride(draft.moves.packages[:, 0] >= 0, "apologise")
    plan(draft, view, view.own("turns"), [("apologise", -1), ("share_priority", heaviest_issue(view))])
    begin_at_once(draft, view)
    return draft.moves
