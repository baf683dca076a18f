"""Friendly and quick to give (soft bargaining: Huffmeier et al. 2014: liked, and poorer for it)."""

from game.engine.columns import KIND
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import WARM, Manner, answer, bargain, begin_at_once, demand, heaviest_issue, plan

MANNER = Manner(start=84, margin=1, late=0.6, signals=WARM)


def conceder(view: View, luck: Luck) -> Moves:
    """Small talk, a word about what matters, then early and large concessions."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation"))
    plan(draft, view, view.own("turns"), [("chat", -1), ("acknowledge", -1), ("share_priority", heaviest_issue(view))])
    draft.ride((view.own("turns") > 2) & (view.own("turns") % 2 == 0), "acknowledge")
    answer(draft, view, (draft.moves.act != KIND["accept"]) & (view.left > 1))
    begin_at_once(draft, view)
    return draft.moves
