"""Marks, accuracy and turning points: what a measured decision is called, by the numbers of ``standards``."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.review.judge import Judged, Mean
from game.review.signs import Signs
from game.review.standards import Standards

#: From good to bad; a brilliant move is better than good.
MARKS = ("brilliant", "good", "inaccuracy", "mistake", "blunder")
BAD = MARKS[2:]
#: A good decision that was answered so many points worse (or better) than to be expected had a bad (or good) draw.
DRAW = 5.0


@dataclass(frozen=True)
class Decision:
    """One decision of the player, weighed.

    Attributes:
        turn: the player's own turn, 1, 2, ... move, best: in notation; ``best`` is the move itself where nothing was
            better. suggestion: the best other move. faults: every fault it shows, the one that names it first.
        set_back: whether it made the counterpart ask for more, or trust less. draw: points by which the answer was
            better than to be expected.
    """

    turn: int
    move: str
    best: str
    suggestion: str
    judged: Judged
    signs: Signs
    faults: tuple[str, ...]
    mark: str
    sure: float
    set_back: bool
    draw: float
    accuracy: float

    @property
    def at(self) -> int:
        """Place among the plies."""
        return self.judged.at

    @property
    def fault(self) -> str | None:
        """The fault that names it."""
        return self.faults[0] if self.faults else None

    @property
    def came_to(self) -> float:
        """What the position after the answer was worth, points."""
        return self.judged.alone.value + self.draw

    @property
    def loss(self) -> float:
        """Points lost, at least 0."""
        return max(0.0, self.judged.loss.value)

    @property
    def interval(self) -> tuple[float, float]:
        """The interval of the loss."""
        return interval(self.judged.loss, self.sure)

    @property
    def bad_draw(self) -> bool:
        """A good decision that was answered much worse than to be expected."""
        return self.mark not in BAD and self.draw <= -DRAW


def interval(mean: Mean, sure: float) -> tuple[float, float]:
    """The mean plus and minus ``sure`` standard errors."""
    return mean.value - sure * mean.error, mean.value + sure * mean.error


def mark_of(judged: Judged, standards: Standards) -> str:
    """The mark of a decision: the worst whose threshold lies wholly below the interval of its loss."""
    low, _ = interval(judged.loss, standards.sure)
    limits = standards.marks
    for name, least in (("blunder", limits.blunder), ("mistake", limits.mistake), ("inaccuracy", limits.inaccuracy)):
        if low > least:
            return name
    gained, _ = interval(judged.gain, standards.sure)
    common = judged.usual.choice.kind == judged.played.choice.kind
    return "brilliant" if gained > limits.brilliant and not common else "good"


def accuracy_of(judged: Judged, standards: Standards) -> float:
    """Accuracy of one decision, 0..100, by the curve: only what is surely lost counts, and less in a hard moment."""
    low, _ = interval(judged.loss, standards.sure)
    curve = standards.accuracy
    return 100 * math.exp(-max(0.0, low) / (curve.points * (1 + curve.allowance * judged.hardness)))


def turning_points(decisions: Sequence[Decision], most: int) -> tuple[int, ...]:
    """Turns worth going back to: the worst that were marked, and the best one that stood out; in their order."""
    bad = sorted((d for d in decisions if d.mark in BAD), key=lambda d: (-d.interval[0], d.turn))
    best = sorted((d for d in decisions if d.mark == "brilliant"), key=lambda d: (-d.judged.gain.value, d.turn))[:1]
    chosen = [*best, *bad][:most] if len(bad) < most else bad[:most]
    return tuple(sorted(d.turn for d in chosen))
