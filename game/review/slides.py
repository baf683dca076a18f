"""Slow slides: several small steps down, none of them a mistake, that together gave a good deal away for nothing."""

from collections.abc import Sequence
from dataclasses import replace

from game.review.faults import SMALL
from game.review.marks import BAD, Decision
from game.review.standards import Standards
from game.scenario.words import PACKAGE_ACTS

#: A slide has at least so many steps, a long one so many; each at most so many points.
STEPS, LONG, LARGEST = 3, 5, 9.0


def with_slides(decisions: Sequence[Decision], standards: Standards) -> tuple[Decision, ...]:
    """The decisions, the last step of every slide named ``slow_slide``; its smaller steps keep no name of their own."""
    named = list(decisions)
    for run in _runs(decisions):
        if not _slides([decisions[n] for n in run], standards):
            continue
        for n in run[:-1]:
            if named[n].mark not in BAD:
                named[n] = replace(named[n], faults=tuple(f for f in named[n].faults if f != "giveaway"))
        last = named[run[-1]]
        named[run[-1]] = replace(last, faults=("slow_slide", *last.faults))
    return tuple(named)


def _runs(decisions: Sequence[Decision]) -> list[list[int]]:
    """Places of own offers in a row, each a small step down; what was said in between does not interrupt them."""
    runs: list[list[int]] = []
    run: list[int] = []
    for n, decision in enumerate(decisions):
        if decision.judged.played.choice.act not in PACKAGE_ACTS:
            continue
        if _small_step(decision):
            run.append(n)
        else:
            runs, run = [*runs, run], []
    return [each for each in (*runs, run) if each]


def _slides(run: Sequence[Decision], standards: Standards) -> bool:
    """Whether steps down gave away points for nothing; a long row of them does when less came back than was given."""
    given = sum(each.signs.dropped for each in run)
    returned = sum(max(each.signs.they_moved, 0.0) for each in run)
    return (len(run) >= STEPS and given - returned >= standards.slide) or (len(run) >= LONG and returned < given)


def _small_step(decision: Decision) -> bool:
    signs = decision.signs
    return SMALL <= signs.dropped <= LARGEST
