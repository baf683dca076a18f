"""Gives as much as it was given, no more (Axelrod 1984; in bargaining: exact reciprocity, Huffmeier et al. 2014)."""

import numpy as np

from game.engine.columns import KIND
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import FLAT, Manner, answer, bargain, begin_at_once, demand

MANNER = Manner(start=90, margin=6, late=1.4, signals=FLAT)
#: What it gives, as a share of what it was given, before it has anything to go by: one step a turn (utility x100).
FIRST_STEP = 250


def tit_for_tat(view: View, luck: Luck) -> Moves:
    """Opens reasonably high; lowers its demand by what the other's offers have gained it; answers what it is asked."""
    draft = Draft(len(view), MANNER.signals)
    received = view.worth(view.received).max(axis=1)
    quo = view.worth(np.full(len(view), view.tables.status_quo))
    given = np.maximum(received - quo, 0)
    mirrored = 100 * MANNER.start - FIRST_STEP * view.own("offers") - given // 2
    floor = view.own("reservation") + 100 * MANNER.margin
    asks = np.maximum(np.maximum(mirrored, demand(view, MANNER) - 800), floor).astype(np.int32)
    bargain(draft, view, asks, view.own("reservation") + 200)
    answer(draft, view, (draft.moves.act != KIND["accept"]) & (view.left > 1))
    begin_at_once(draft, view)
    return draft.moves
