"""The verdict on one decision: what the move was worth, what the best other one was, and how sure that is.

Three rounds of rollouts over guesses of what is hidden, with common luck inside a round: all alternatives at few, a
short list with more tones and riders at more, then only the move made, the best and the usual one at many. The last
round uses other guesses than the two before it: whoever chooses the luckiest of many and measures it with the same luck
makes equal moves look like mistakes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import SEAT
from game.engine.luck import Ints
from game.engine.view import view_of
from game.review.choices import Choice, alternatives, as_moves, choice_of, ridden, usual, worded
from game.review.lanes import joined, repeated, side_by_side
from game.review.record import Record, Work
from game.review.rollouts import Ends, Later, played_on
from game.review.standards import Standards
from game.review.unknown import Guesses, Lots, drawn

#: Of the short list so many first choices get their other tones and riders tried.
REFINED = 5


@dataclass(frozen=True)
class Mean:
    """A mean over guesses, points, and its standard error."""

    value: float
    error: float


@dataclass(frozen=True)
class Tried:
    """One choice and what came of it over some guesses, each counted ``times``: ends of ``[n]`` lanes.

    ``then`` is what the player did a turn later, None where that was left to the usual way of going on.
    """

    choice: Choice
    ends: Ends
    times: NDArray[np.int64]
    then: Choice | None = None

    @cached_property
    def value(self) -> float:
        """Mean value, points."""
        return mean(self.ends.value, self.times).value

    @property
    def deal_rate(self) -> float:
        """Share that ended in a deal."""
        return float((self.ends.deal * self.times).sum()) / float(self.times.sum())

    @property
    def relation(self) -> float:
        """Mean of the relationship at the end, 0..100."""
        return mean(self.ends.relation, self.times).value

    @property
    def deal_value(self) -> float:
        """Mean deal value, points."""
        return mean(self.ends.deal_value, self.times).value


@dataclass(frozen=True)
class Judged:
    """One decision, measured.

    Attributes:
        at: place among the plies. alone, best, usual: the move made, the best found of another kind and what
            ``prepared_and_calm`` would have done, measured over the same guesses. played: the move made, followed by
            the best one a turn later where that is worth more: a move is charged only with what it cost for good.
        seen, seen_best: the move made and the best other one against the hand that it really was.
        hardness: share of the alternatives that would have cost a mistake.
        alternatives: the short list, best first, by the round that chose.
    """

    at: int
    alone: Tried
    played: Tried
    best: Tried
    usual: Tried
    seen: Tried
    seen_best: Tried
    hardness: float
    alternatives: tuple[Tried, ...]

    @property
    def loss(self) -> Mean:
        """Points that the move made lost against the best other one; negative if it was better."""
        return difference(self.best, self.played)

    @property
    def gain(self) -> Mean:
        """Points that the move made won over the best other one, left to itself."""
        return difference(self.alone, self.best)

    @property
    def seen_loss(self) -> Mean:
        """The loss with hindsight: against the hand that it really was."""
        return difference(self.seen_best, self.seen)


def mean(values: Ints, times: NDArray[np.int64]) -> Mean:
    """Mean and standard error, points, of values x100 that count several times. Sums are whole numbers: exact."""
    count = int(times.sum())
    centre = int((values * times).sum())
    apart = values * count - centre
    spread = math.fsum((times * times * (apart / count).astype(np.float64) ** 2).tolist())
    return Mean(centre / count / 100, math.sqrt(spread) / count / 100)


def difference(first: Tried, second: Tried) -> Mean:
    """How much better the first did than the second, guess by guess."""
    return mean(first.ends.value - second.ends.value, first.times)


@dataclass(frozen=True)
class Moment:
    """A decision to be weighed: the guesses before it."""

    at: int
    guesses: Guesses


@dataclass(frozen=True)
class _Round:
    """Choices to try at a moment, each with what follows a turn later if anything, over some guesses."""

    moment: Moment
    choices: Sequence[tuple[Choice, Choice | None]]
    numbers: range
    count: int


def judged(record: Record, lots: Lots, moments: Sequence[Moment], standards: Standards) -> Work[list[Judged]]:
    """The verdicts on some decisions, worked out together."""
    budget = standards.budget
    first = range(budget.screen)
    second = range(first.stop, first.stop + budget.compare)
    third = range(second.stop, second.stop + budget.measure)
    every = [alternatives(record, moment.guesses.state) for moment in moments]
    rounds = [_Round(m, _alone(choices), first, budget.screen) for m, choices in zip(moments, every, strict=True)]
    screened = yield from _tried(record, lots, rounds)
    played = [played_choice(record, moment.at) for moment in moments]
    lists = [_short(record, m, tried, made, budget.shortlist)
             for m, tried, made in zip(moments, screened, played, strict=True)]  # fmt: skip
    rounds = [_Round(m, _alone(choices), second, budget.compare) for m, choices in zip(moments, lists, strict=True)]
    compared = yield from _tried(record, lots, rounds)
    finals = [_finalists(record, m, tried, made) for m, tried, made in zip(moments, compared, played, strict=True)]
    rounds = [_Round(m, choices, third, budget.measure) for m, choices in zip(moments, finals, strict=True)]
    rounds += [_Round(_truly(record, lots, m), choices[:3], third, max(2, budget.measure // 4))
               for m, choices in zip(moments, finals, strict=True)]  # fmt: skip
    measured = yield from _tried(record, lots, rounds)
    sure, seen = measured[: len(moments)], measured[len(moments) :]
    return [
        _verdict(moment, parts, standards)
        for moment, *parts in zip(moments, sure, seen, compared, screened, strict=True)
    ]


def _truly(record: Record, lots: Lots, moment: Moment) -> Moment:
    """The same moment with nothing to guess: every lane is what it really was."""
    real = record.plies[moment.at].before
    hand = int(real.seat[0, record.other, SEAT["hand"]])
    shares = tuple(float(each == hand) for each in range(record.tables.hand_count[record.other]))
    count = len(lots.hands)
    return Moment(moment.at, Guesses(real.take(np.zeros(count, np.intp)), np.ones(count), lots.hands, shares))


def played_choice(record: Record, at: int) -> Choice:
    """The move that was made."""
    return choice_of(record.plies[at].moves)


def _alone(choices: Sequence[Choice]) -> list[tuple[Choice, Choice | None]]:
    return [(choice, None) for choice in choices]


def _tried(record: Record, lots: Lots, rounds: Sequence[_Round]) -> Work[list[list[Tried]]]:
    """Every choice of every round played on, all in one batch."""
    states, moves, guesses, followed, counts = [], [], [], [], []
    for each in rounds:
        lanes, times = drawn(each.moment.guesses, lots, each.numbers, each.count)
        states.append(each.moment.guesses.state.take(np.tile(lanes, len(each.choices))))
        guesses.append(np.tile(lanes, len(each.choices)))
        counts.append(times)
        for choice, then in each.choices:
            moves.append(repeated(as_moves([choice]), len(lanes)))
            followed += [then] * len(lanes)
    luck = lots.luck.take(np.concatenate(guesses))
    ends = yield from played_on(record, side_by_side(states), joined(moves), luck, _later(followed))
    return _shared_out(rounds, counts, ends)


def _later(followed: Sequence[Choice | None]) -> Later | None:
    lanes = [lane for lane, then in enumerate(followed) if then is not None]
    if not lanes:
        return None
    return Later(np.array(lanes, np.intp), as_moves([then for then in followed if then is not None]))


def _shared_out(rounds: Sequence[_Round], counts: Sequence[NDArray[np.int64]], ends: Ends) -> list[list[Tried]]:
    """The ends of one batch, dealt out again to the choices they belong to."""
    found, start = [], 0
    for each, times in zip(rounds, counts, strict=True):
        tried = []
        for choice, then in each.choices:
            tried.append(Tried(choice, _part(ends, slice(start, start + len(times))), times, then))
            start += len(times)
        found.append(tried)
    return found


def _part(ends: Ends, lanes: slice) -> Ends:
    return Ends(ends.value[lanes], ends.deal_value[lanes], ends.relation[lanes], ends.deal[lanes])


def _ranked(tried: Sequence[Tried]) -> list[Tried]:
    return sorted(tried, key=lambda each: -each.value)


def _short(record: Record, moment: Moment, tried: Sequence[Tried], made: Choice, count: int) -> list[Choice]:
    """The short list: the best screened with other tones and riders, the next best, the usual move and the one made."""
    ranked = [each.choice for each in _ranked(tried)]
    view = view_of(record.tables, record.own[record.player], moment.guesses.state, np.zeros(1, np.intp))
    listed = [made, usual(record, moment.guesses.state)]
    for choice in ranked[:REFINED]:
        listed += [*worded(record, choice), *ridden(record, choice, view)]
    listed = list(dict.fromkeys(listed))
    return [*listed, *(choice for choice in ranked if choice not in listed)][:count]


def _finalists(
    record: Record, moment: Moment, tried: Sequence[Tried], made: Choice
) -> list[tuple[Choice, Choice | None]]:
    """The move made, alone and with the best one a turn later; the best other one; the usual one.

    What is no better than the usual for sure gives way to it.
    """
    usually = usual(record, moment.guesses.state)
    ranked = [each for each in _ranked(tried) if each.choice.kind != made.kind]
    best = ranked[0]
    base = next(each for each in tried if each.choice == usually)
    gain = difference(best, base)
    if usually.kind != made.kind and gain.value < gain.error:
        best = base
    return [(made, None), (made, best.choice), (best.choice, None), (usually, None)]


def _verdict(moment: Moment, parts: Sequence[Sequence[Tried]], standards: Standards) -> Judged:
    """``parts``: what was measured, the same with hindsight, the short list, everything that was screened."""
    measured, seen, listed, screen = parts
    alone, _, best, base = measured
    ranked = _ranked(listed)
    least = ranked[0].value - standards.marks.mistake
    return Judged(
        at=moment.at,
        alone=alone,
        played=_better(measured),
        best=best,
        usual=base,
        seen=_better(seen),
        seen_best=seen[2],
        hardness=sum(each.value < least for each in screen) / len(screen),
        alternatives=tuple(ranked),
    )


def _better(measured: Sequence[Tried]) -> Tried:
    """The move made, by itself or with the best one a turn later: whichever is worth more."""
    return measured[1] if measured[1].value > measured[0].value else measured[0]
