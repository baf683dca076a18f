"""What the player could not see, as many guesses of it: the same game played with other hidden hands and moods.

Every guess replays the moves that were really made with a hand and a mood of its own. What both could see is taken from
the real game after every move, so a guess differs only in what is hidden. A guess whose scripted seat would have
replied in another way than the real one did counts for less from then on: that is all the player can know of the hand.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, SEAT, TOLD
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import step
from game.engine.view import view_of
from game.review.lanes import repeated
from game.review.record import Ply, Record, Work
from game.review.standards import Standards
from game.scenario.words import PACKAGE_ACTS, STANCE

#: The seed of a review's own luck: not the game's, so a review cannot know how the dice fell.
SEED = 20_260_101
#: Replies within this many points x100 of one another, to the seat that makes them, count as the same.
COARSE = 1000
#: What is hidden of a scripted seat and differs from guess to guess.
HIDDEN = np.array([SEAT[name] for name in (*STANCE, "composure", "hand", "reservation", "aspiration", "shift",
                                           "disclosure", "appetite", "flags_0", "flags_1", "once", "tactic",
                                           "line")])  # fmt: skip
#: What the kind of a reply includes beside its act: which need or reason was told, which question was asked.
_ITEM_COUNTS = (KIND["share_need"], KIND["share_constraint"])
_IS_PACKAGE = [KIND[act] for act in PACKAGE_ACTS]


@dataclass(frozen=True)
class Guesses:
    """N guesses at one moment. ``state`` has N lanes; ``weights`` says how much each counts, ``hands`` which it holds.

    ``hand_weights`` are those of the hands, adding up to 1.
    """

    state: State
    weights: NDArray[np.float64]
    hands: Ints
    hand_weights: tuple[float, ...]


@dataclass(frozen=True)
class Lots:
    """Who the guesses are: hand ``[N]`` and number ``[N]`` of each, and their luck."""

    hands: Ints
    numbers: NDArray[np.int64]
    luck: Luck

    @classmethod
    def of(cls, record: Record, each: int) -> "Lots":
        """``each`` guesses for every hand; the same numbers have the same luck under every hand."""
        count = record.tables.hand_count[record.other]
        numbers = np.tile(np.arange(each, dtype=np.int64), count)
        return cls(np.repeat(np.arange(count, dtype=np.int32), each), numbers, Luck.of(SEED, numbers))


def guessed(record: Record, lots: Lots, standards: Standards) -> Work[list[Guesses]]:
    """The guesses before each of the player's decisions, in their order."""
    tables, me, other = record.tables, record.player, record.other
    hands = np.full((len(lots.hands), 2), int(record.plies[0].before.seat[0, me, SEAT["hand"]]), np.int32)
    hands[:, other] = lots.hands
    state = _carried(start(tables, lots.luck, hands), record.plies[0].before, other)
    weights = tables.weights[other, lots.hands].astype(np.float64)
    found = []
    own_luck = lots.luck.own(f"seat {other}")
    for at, ply in enumerate(record.plies):
        state = _as_seen(state, ply.before, other)
        if at in record.decisions:
            found.append(_weighed(record, state, lots, weights, standards))
        if at >= record.decisions[-1]:
            break
        if ply.seat == other and ply.at_table:
            would = script(view_of(tables, record.own[other], state), own_luck)
            weights = weights * np.where(_alike(record, lots, ply, would), 1.0, standards.likeness)
            weights = weights / weights.max()
        if ply.at_table or int(ply.moves.act[0]) == KIND["begin"]:  # nobody hears what is done in preparation
            state, _ = step(tables, state, repeated(ply.moves, len(lots.hands)), lots.luck)
            yield
    return found


_FLAGS = slice(SEAT["flags_0"], SEAT["flags_1"] + 1)


def _carried(state: State, real: State, other: int) -> State:
    """Fresh guesses with what an earlier game left behind in the counterpart: the player was there."""
    flags = real.seat[0, other, _FLAGS]
    if not flags.any():
        return state
    seat = state.seat.copy(order="K")
    seat[:, other, _FLAGS] = flags
    seat[:, other, SEAT["trust"]] = real.seat[0, other, SEAT["trust"]]
    return State(state.game, seat, state.table, state.times, state.last)


def _as_seen(state: State, real: State, other: int) -> State:
    """The guesses with everything that is not hidden as it really stood."""
    lanes = len(state)
    seen = real.take(np.zeros(lanes, np.intp))
    seat = seen.seat
    seat[:, other, HIDDEN] = state.seat[:, other, HIDDEN]
    return State(seen.game, seat, seen.table, seen.times, seen.last)


def _alike(record: Record, lots: Lots, ply: Ply, would: Moves) -> NDArray[np.bool_]:
    """Where a guess would have replied as the real counterpart did: the same kind, worth about the same to it."""
    act = int(ply.moves.act[0])
    alike = would.act == act
    if act in _ITEM_COUNTS:
        alike = alike & (would.item == int(ply.moves.item[0]))
    if act in _IS_PACKAGE:
        worth = record.tables.worth[record.other]
        real = worth[lots.hands, int(ply.moves.packages[0, 0])]
        alike = alike & (np.abs(worth[lots.hands, would.packages[:, 0]] - real) <= COARSE)
    return np.asarray(alike)


def _weighed(record: Record, state: State, lots: Lots, weights: NDArray[np.float64], standards: Standards) -> Guesses:
    """The guesses with no hand below the floor; once the real reason was told, only the true hand counts."""
    count = record.tables.hand_count[record.other]
    sums = [math.fsum(weights[lots.hands == hand].tolist()) for hand in range(count)]
    told = int(state.seat[0, record.other, SEAT["told"]]) >> TOLD["reason"] & 1
    shares = _floored([each / math.fsum(sums) for each in sums], standards.floor)
    if told:
        true = int(record.plies[0].before.seat[0, record.other, SEAT["hand"]])
        shares = [float(hand == true) for hand in range(count)]
    scale = np.array([share / total for share, total in zip(shares, sums, strict=True)])
    return Guesses(state, weights * scale[lots.hands], lots.hands, tuple(shares))


def _floored(shares: list[float], floor: float) -> list[float]:
    raised = [max(share, floor) for share in shares]
    return [share / math.fsum(raised) for share in raised]


def drawn(guesses: Guesses, lots: Lots, numbers: range, count: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """``count`` guesses in proportion to their weight out of those of some numbers: (lanes, how often each).

    Systematic, not by luck: the same guesses for the same weights.
    """
    inside = np.flatnonzero((lots.numbers >= numbers.start) & (lots.numbers < numbers.stop))
    within = np.zeros(len(lots.hands))
    for hand, share in enumerate(guesses.hand_weights):
        mine = inside[lots.hands[inside] == hand]
        total = math.fsum(guesses.weights[mine].tolist())
        within[mine] = guesses.weights[mine] * (share / total if total else 0.0)
    ends = np.cumsum(within[inside])
    marks = (np.arange(count) + 0.5) * (float(ends[-1]) / count)
    hit = np.minimum(np.searchsorted(ends, marks, side="right"), len(inside) - 1)
    lanes, times = np.unique(inside[hit], return_counts=True)
    return lanes.astype(np.intp), times.astype(np.int64)
