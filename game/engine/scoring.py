"""What it came to: deal, joint and subjective value. Never averaged into one number.

Utilities x100, shares x1000 inside; ``Scores`` documents its units. A deal value of 0 is the starting reservation
value, 100 the best package the other's hand could have accepted.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, SEAT
from game.engine.ending import DEAL, willingness
from game.engine.luck import Ints
from game.engine.state import State
from game.engine.tables import Tables

#: What it costs (utility x100) to have promised what one could not.
OVERPROMISED = 800


@dataclass(frozen=True)
class Scores:
    """How B games came out.

    Attributes:
        outcome: index into ``words.OUTCOMES`` ``[B]``. package ``[B]``, NONE without a deal.
        utility: x100 ``[B, 2]``: the package, with what was attached, given away and left vague; else the alternative.
        deal_value: points x100 ``[B, 2]``: 0 = starting alternative, 10000 = best reachable; may be negative or above.
        joint_value: x1000 ``[B]``: share of the reachable joint surplus, 0 without a deal.
        joint_share_of_max: x1000 ``[B]``: raw joint utility over its maximum, -1 without a deal.
        subjective: ``[B, 2, 4]`` x1000, each 1000..7000, in the order of ``words.SUBJECTIVE_VALUE``.
        willingness: ``[B, 2]`` x1000 to meet again.
        drift: ``[B, 2]`` points x100 by which a deal lies below the declared walk-away, 0 if it does not.
    """

    outcome: Ints
    package: Ints
    utility: Ints
    deal_value: Ints
    joint_value: Ints
    joint_share_of_max: Ints
    subjective: Ints
    willingness: Ints
    drift: Ints


def score(tables: Tables, state: State) -> Scores:
    """Score B games; one that is still open counts as if both took their alternatives."""
    deal = state.game[:, GAME["outcome"]] == DEAL
    package = np.where(deal, state.game[:, GAME["package"]], 0)
    hands = state.seat[:, :, SEAT["hand"]]
    raw = np.stack([tables.worth[s, hands[:, s], package] for s in (0, 1)], axis=1)
    utility = np.where(deal[:, None], raw + _added(tables, state), state.seat[:, :, SEAT["reservation"]])
    utility = utility - _given(tables, state)
    best = np.stack([tables.best[0, hands[:, 0], hands[:, 1]], tables.best[1, hands[:, 1], hands[:, 0]]], axis=1)
    start = np.stack([tables.reservation[s, hands[:, s]] for s in (0, 1)], axis=1)
    reach = np.maximum(best - start, 1)
    share = (utility - start) * 10_000 // reach
    most = tables.joint_best[hands[:, 0], hands[:, 1]]
    least = tables.joint_least[hands[:, 0], hands[:, 1]]
    joint = raw.sum(axis=1)
    walk = state.seat[:, :, SEAT["walk_away"]]
    return Scores(
        outcome=state.game[:, GAME["outcome"]],
        package=np.where(deal, package, -1),
        utility=utility.astype(np.int32),
        deal_value=share.astype(np.int32),
        joint_value=np.where(deal, (joint - least) * 1000 // np.maximum(most - least, 1), 0).astype(np.int32),
        joint_share_of_max=np.where(deal, joint * 1000 // np.maximum(most, 1), -1).astype(np.int32),
        subjective=_subjective(state, deal, share, utility),
        willingness=np.stack([willingness(state.seat.T[:, s]) for s in (0, 1)], axis=1),
        drift=np.where(deal[:, None] & (walk >= 0), np.maximum(walk - raw, 0), 0).astype(np.int32),
    )


def _bits(masks: Ints, count: int) -> NDArray[np.int32]:
    """Masks ``[B]`` as 0/1 ``[B, count]``."""
    return (masks[:, None] >> np.arange(count) & 1).astype(np.int32)


def _added(tables: Tables, state: State) -> Ints:
    """What conditions, vague details and promises beyond one's authority add to a deal, ``[B, 2]``."""
    conditions = [_bits(state.seat[:, s, SEAT["granted"]], len(tables.names.conditions)) for s in (0, 1)]
    raised = state.seat[:, 0, SEAT["details"]] | state.seat[:, 1, SEAT["details"]]
    vague = 1 - _bits(raised, len(tables.names.details))
    added = []
    for s in (0, 1):
        worth = conditions[s] @ tables.condition_gain[:-1] + conditions[1 - s] @ tables.condition_benefit[:-1]
        worth = worth - vague @ tables.detail_costs[s, :-1]
        added.append(worth - OVERPROMISED * state.seat[:, s, SEAT["overpromised"]])
    return np.stack(added, axis=1)


def _given(tables: Tables, state: State) -> Ints:
    favours = [_bits(state.seat[:, s, SEAT["favours"]], len(tables.names.favours)) for s in (0, 1)]
    return np.stack([given @ tables.favour_cost[:-1] for given in favours], axis=1)


#: Subjective value, x1000: where each factor starts and what moves it (the four factors: Curhan, Elfenbein and Xu 2006;
#: that points explain less than half of it and that satisfaction and liking are two things: CaSiNo, r = .38 and .70;
#: sizes by design).
NO_DEAL_INSTRUMENTAL, DEAL_INSTRUMENTAL, PER_SHARE = 3300, 3500, 2100
TARGET_MISSED, TAKEN_AT_ONCE = 30, 600
#: No two people fill in such a form alike: by up to so much (x1000) each marks a factor up or down.
TASTE = (1250, 1250, 1250, 500)


def _subjective(state: State, deal: NDArray[np.bool_], share: Ints, utility: Ints) -> Ints:
    seat = state.seat
    trust, patience, guarded, face = (seat[:, :, SEAT[name]] for name in ("trust", "patience", "defensiveness", "face"))
    calm = seat[:, :, SEAT["composure"]]
    instrumental = np.where(
        deal[:, None], DEAL_INSTRUMENTAL + np.clip(share, -5000, 10_000) * PER_SHARE // 10_000, NO_DEAL_INSTRUMENTAL
    )
    missed = np.where(seat[:, :, SEAT["target"]] > 0, np.maximum(seat[:, :, SEAT["target"]] - utility, 0), 0)
    instrumental = instrumental - np.where(deal[:, None], missed * TARGET_MISSED // 100, 0)
    at_once = (state.game[:, GAME["instant"]] == 1)[:, None] & (np.arange(2) != state.game[:, GAME["ender"], None])
    instrumental = instrumental - TAKEN_AT_ONCE * at_once + face // 4
    own = 2200 + (22 * face + 14 * calm) // 10 - TAKEN_AT_ONCE // 3 * at_once
    process = 2400 + (22 * patience + 6 * trust + 3 * calm - 2 * guarded) // 10
    relation = 1200 + 5 * trust + face - 2 * guarded
    leanings = seat[:, :, SEAT["taste"], None] >> 5 * np.arange(4) & 31
    marked = np.stack([instrumental, own, process, relation], axis=2) + (2 * leanings - 31) * np.array(TASTE) // 31
    factors: Ints = np.clip(marked, 1000, 7000).astype(np.int32)
    return factors
