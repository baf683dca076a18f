"""Asks what matters, tells what matters, trades across issues (Thompson 1991; Leonardelli et al. 2019)."""

from game.engine.columns import KIND
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import FLAT, Manner, answer, bargain, begin_at_once, demand, heaviest_issue, plan

MANNER = Manner(start=86, margin=7, late=1.3, signals=FLAT)


def logroller(view: View, luck: Luck) -> Moves:
    """Two questions about priorities, two answers, then packages that use them."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation") + 100)
    plan(
        draft,
        view,
        view.own("turns"),
        [
            ("ask_priority", heaviest_issue(view)),
            ("share_priority", heaviest_issue(view)),
            ("ask_priority", heaviest_issue(view, 1)),
            ("share_priority", heaviest_issue(view, 1)),
        ],
    )
    answer(draft, view, (draft.moves.act != KIND["accept"]) & (view.left > 1))
    begin_at_once(draft, view)
    return draft.moves
