"""What a policy is, and the few habits that several share. A policy is ``policy(view, own_draws) -> moves``.

It sees a ``View`` and its own luck, nothing else, and answers for B lanes at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, PREPARE, PREPARE_OTHER
from game.engine.lanes import clip
from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.scenario.words import ACT_GROUPS

Bools = NDArray[np.bool_]
Policy = Callable[[View, Luck], Moves]
Signals = tuple[int, int, int, int, int]

#: How lines of each style sound, x1000, as the reader measures the phrasebook's: confidence, desperation, warmth,
#: hostility, gloating.
CALM: Signals = (740, 50, 350, 0, 0)
WARM: Signals = (620, 50, 700, 0, 0)
HESITANT: Signals = (300, 200, 400, 0, 0)
PLEADING: Signals = (300, 700, 400, 0, 0)
SHARP: Signals = (720, 50, 50, 650, 0)
FLAT: Signals = (640, 50, 250, 0, 0)


@dataclass(frozen=True)
class Manner:
    """How a policy bargains: what it asks for at first and in the end, and when it gives.

    Attributes:
        start: utility 0..100 it opens with. margin: points above its alternative where it stops.
        late: 1 concedes evenly, larger values hold out until the end (Faratin, Sierra and Jennings 1998).
        signals: how it sounds.
    """

    start: int
    margin: int
    late: float
    signals: Signals


def preparing(view: View) -> Bools:
    """Lanes in which the seat is still preparing."""
    phase = view.game("phase")
    getting_ready: Bools = (phase == PREPARE) | (phase == PREPARE_OTHER)
    return getting_ready


def begin_at_once(draft: Draft, view: View) -> None:
    """Start talking without preparation, for policies that do not prepare. To be called last."""
    draft.put(preparing(view), "begin")


def demand(view: View, manner: Manner) -> Ints:
    """What a manner asks for at this turn, utility x100 ``[B]``: from its start to its floor as time passes."""
    turns = view.tables.turns[view.game("meeting")]
    passed = clip(1000 - 1000 * (view.left - 1) // np.maximum(turns - 1, 1), 0, 1000)
    given = _eased(passed, manner.late)
    floor = view.own("reservation") + 100 * manner.margin
    top = np.maximum(100 * manner.start, floor)
    asked: Ints = (top - (top - floor) * given // 1000).astype(np.int32)
    return asked


def _eased(passed: Ints, late: float) -> Ints:
    """``passed ** late`` for x1000, by a table of whole numbers so that every machine agrees."""
    return _easing(late)[passed]


@cache
def _easing(late: float) -> Ints:
    return np.array([round(1000 * (t / 1000) ** late) for t in range(1001)], np.int32)


def bargain(draft: Draft, view: View, asks: Ints, floor: Ints, clings: bool = False) -> None:
    """Take what is worth the demand, else offer a package worth it; in the last turn take the floor or leave.

    Leaving means until the next meeting, if there is one; who ``clings`` puts the floor on the table instead and hopes.

    Where the package is the one already on the table the seat stays put.
    """
    received = view.worth(view.received).max(axis=1)
    which = view.worth(view.received).argmax(axis=1).astype(np.int32)
    package = view.rung(asks)
    same = package == view.offered[:, 0]
    draft.put(~same, "offer", package=package)
    draft.put(same, "hold")
    last = view.left <= 1
    good = (received >= 0) & ((received >= asks) | (last & (received >= floor)))
    draft.put(good, "accept", which)
    if clings:
        draft.put(last & ~good, "offer", package=view.rung(floor))
        return
    more = view.game("meeting") + 1 < len(view.tables.turns)
    draft.put(last & ~good & more, "leave_next")
    draft.put(last & ~good & ~more, "leave")


def plan(draft: Draft, view: View, turns: Ints, steps: list[tuple[str, Ints | int]]) -> None:
    """Do ``steps[n]`` in the seat's n-th turn of the game, ``turns [B]`` counted from 0; later turns are left alone."""
    for number, (act, item) in enumerate(steps):
        draft.put(turns == number, act, item)


def answer(draft: Draft, view: View, where: Bools) -> None:
    """Answer a question that was just asked: the issue asked about, else a constraint."""
    said, issue = view.theirs("said"), view.theirs("said_item")
    draft.put(where & (said == KIND["ask_priority"]), "share_priority", issue)
    other = np.isin(said, [KIND[act] for act in ACT_GROUPS["asking"] if act != "ask_priority"])
    draft.put(where & other, "share_constraint", 0)


def first_unknown(mask: Ints, count: int) -> Ints:
    """The lowest of ``count`` bits that is not set, ``count`` where all are, ``[B]``."""
    if not count:  # a scene need not have any
        return np.zeros(len(mask), np.int32)
    free = (mask[:, None] >> np.arange(count) & 1) == 0
    return np.where(free.any(axis=1), free.argmax(axis=1), count).astype(np.int32)


def heaviest_issue(view: View, rank: int = 0) -> Ints:
    """The issue whose options differ most in own worth (or the next in that order), ``[B]``."""
    worth = view.tables.issue_worth
    order = np.argsort(worth.min(axis=2) - worth.max(axis=2), axis=1, kind="stable")
    issue: Ints = order[view.own("hand"), min(rank, order.shape[1] - 1)].astype(np.int32)
    return issue
