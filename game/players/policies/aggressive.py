"""Attacks, threatens, claims other offers (anger: Adam and Brett 2018; threats: Sinaceur et al. 2011)."""

from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import FLAT, SHARP, Manner, bargain, begin_at_once, demand

MANNER = Manner(start=95, margin=10, late=2.2, signals=SHARP)


def aggressive(view: View, luck: Luck) -> Moves:
    """A high demand, said sharply every other time, and pressure between demands."""
    draft = Draft(len(view), MANNER.signals)
    bargain(draft, view, demand(view, MANNER), view.own("reservation") + 200)
    turns, last = view.own("turns"), view.left <= 1
    draft.put((turns == 1) & ~last, "disparage")
    draft.put((turns == 3) & ~last, "claim_alternative")
    draft.put((turns == 5) & ~last, "warn")
    draft.moves.signals[turns % 2 == 0] = FLAT
    begin_at_once(draft, view)
    return draft.moves
