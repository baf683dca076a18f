"""The review of a game: every decision weighed, marked and named, and what that comes to.

``Reviewing`` does it in slices, so that a window can draw in between. Worked on one at a time, the last decision comes
first, because its rollouts are the shortest; all at once takes the least time. What is found is the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.review.choices import notation
from game.review.faults import Case, faults_of
from game.review.judge import Judged, Moment, judged
from game.review.marks import Decision, accuracy_of, mark_of, turning_points
from game.review.record import Record, Work
from game.review.rollouts import ends
from game.review.signs import signs_of
from game.review.slides import with_slides
from game.review.standards import Standards
from game.review.unknown import Guesses, Lots, guessed


@dataclass(frozen=True)
class Review:
    """A game, reviewed.

    Attributes:
        accuracy: 0..100, None without a decision. decisions: in their order. turning_points: turns.
        hand_weights: what the player could believe of the hidden hand before each decision.
    """

    accuracy: float | None
    decisions: tuple[Decision, ...]
    turning_points: tuple[int, ...]
    hand_weights: tuple[tuple[float, ...], ...]


class Reviewing:
    """A review being worked out."""

    def __init__(self, record: Record, standards: Standards, together: int | None = None) -> None:
        """``together``: how many decisions to work on at once, all of them unless given; fewer make smaller slices."""
        self.record = record
        self.together = together
        self.standards = standards
        self.lots = lots_of(record, standards)
        self.decisions: list[Decision] = []
        """Those that are ready, in the order of the game; faults that take several moves are named at the end."""
        self.review: Review | None = None
        self._work = self._steps()

    def advance(self) -> bool:
        """Do a little; False when all is done."""
        try:
            next(self._work)
        except StopIteration:
            return False
        return True

    def finish(self) -> Review:
        """Do all that is left."""
        while self.advance():
            pass
        assert self.review is not None
        return self.review

    def _steps(self) -> Iterator[None]:
        record, standards = self.record, self.standards
        guesses = yield from guessed(record, self.lots, standards) if record.decisions else _nothing()
        moments = [Moment(at, each) for at, each in zip(record.decisions, guesses, strict=True)]
        for group in _groups(moments, self.together):
            found = yield from judged(record, self.lots, group, standards)
            for moment, each in zip(group, found, strict=True):
                self.decisions.append(self._decision(moment.guesses, each))
                yield
            self.decisions.sort(key=lambda decision: decision.at)
        self.review = _summed_up(record, self.decisions, guesses, standards)
        self.decisions = list(self.review.decisions)

    def _decision(self, guesses: Guesses, found: Judged) -> Decision:
        record, standards = self.record, self.standards
        ply = record.plies[found.at]
        signs = signs_of(record, self.lots, found.at, guesses)
        move = notation(record, ply.before, found.played.choice)
        other = notation(record, ply.before, found.best.choice)
        case = Case(found, signs, standards)
        return Decision(
            turn=ply.turn,
            move=move,
            best=other if found.loss.value > 0 else move,
            suggestion=other,
            judged=found,
            signs=signs,
            faults=faults_of(case),
            mark=mark_of(found, standards),
            sure=standards.sure,
            set_back=case.set_back,
            draw=0.0,
            accuracy=accuracy_of(found, standards),
        )


def lots_of(record: Record, standards: Standards) -> Lots:
    """As many guesses for each hand as the three rounds take, each its own."""
    budget = standards.budget
    return Lots.of(record, budget.screen + budget.compare + budget.measure)


def _nothing() -> Work[list[Guesses]]:
    yield
    return []


def _groups(moments: Sequence[Moment], together: int | None) -> list[Sequence[Moment]]:
    """The decisions in lots, from the end; all in one unless there shall be fewer."""
    size = together or max(1, len(moments))
    return [moments[max(0, end - size) : end] for end in range(len(moments), 0, -size)]


def _summed_up(
    record: Record, decisions: Sequence[Decision], guesses: Sequence[Guesses], standards: Standards
) -> Review:
    named = with_slides(_with_draws(record, decisions), standards)
    accuracy = sum(each.accuracy for each in named) / len(named) if named else None
    return Review(
        accuracy=accuracy,
        decisions=named,
        turning_points=turning_points(named, standards.turning_points),
        hand_weights=tuple(each.hand_weights for each in guesses),
    )


def _with_draws(record: Record, decisions: Sequence[Decision]) -> list[Decision]:
    """Each with how much better it was answered than to be expected: the next position's worth against the move's."""
    last = record.plies[-1].after
    came = [each.judged.usual.value for each in decisions[1:]]
    if decisions:
        final = int(ends(record, last).value[0]) / 100 if bool(last.ended[0]) else decisions[-1].judged.alone.value
        came.append(final)
    return [replace(each, draw=then - each.judged.alone.value) for each, then in zip(decisions, came, strict=True)]
