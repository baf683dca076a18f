"""Talks about the price and nothing else (single-issue haggling; Sinaceur et al. 2013 on what early numbers forgo)."""

import numpy as np

from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import FLAT, Manner, bargain, begin_at_once, demand

MANNER = Manner(start=90, margin=3, late=1.1, signals=FLAT)


def price_first(view: View, luck: Luck) -> Moves:
    """Moves the price alone; everything else stays as the other side has it, or as it is."""
    draft = Draft(len(view), MANNER.signals)
    asks = demand(view, MANNER)
    bargain(draft, view, asks, view.own("reservation"))
    package = _priced(view, asks)
    offering = draft.moves.packages[:, 0] >= 0
    draft.put(offering, "offer", package=package)
    draft.put(offering & (package == view.offered[:, 0]), "hold")
    begin_at_once(draft, view)
    return draft.moves


def _priced(view: View, asks: Ints) -> Ints:
    """The other's last package at the least dear price that reaches the demand, or at the best price, ``[B]``."""
    tables, issue = view.tables, max(view.tables.price_issue, 0)
    stride = int(tables.strides[issue])
    terms = np.where(view.received[:, 0] >= 0, view.received[:, 0], tables.status_quo)
    base = terms - tables.digits[terms, issue] * stride
    line = base[:, None] + np.arange(int(tables.sizes[issue])) * stride
    worth = tables.worth[view.own("hand")[:, None], line]
    short = np.abs(worth - asks[:, None]) + 10_000 * (worth < asks[:, None])
    chosen: Ints = line[np.arange(len(view)), short.argmin(axis=1)].astype(np.int32)
    return chosen
