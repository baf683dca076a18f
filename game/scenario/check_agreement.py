"""Can each pair of hands agree at all? Worked out over all packages, as the engine scales them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenario.model import Hand, Scenario, Seat
from game.scenario.options import option_count, option_id, option_ids, points_of
from game.scenario.problem import quoted
from game.scenario.sentences import Finding

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def utilities(scenario: Scenario, seat: Seat, hand: Hand) -> Floats:
    """Utility of every package to a hand, one axis per issue; the best package is 100, rounded to hundredths.

    Raises:
        ValueError: no package is worth more than nothing, so there is no scale.
    """
    total: Floats = np.zeros([option_count(issue) for issue in scenario.issues])
    for axis, issue in enumerate(scenario.issues):
        column = np.array(points_of(seat, hand, issue), dtype=float)
        total = total + column.reshape([-1 if n == axis else 1 for n in range(total.ndim)])
    for pair in seat.interactions:
        both = {issue: [option] for issue, option in [*pair.first.items(), *pair.second.items()]}
        total[_choose(scenario, both)] += pair.points
    best = float(total.max())
    if best <= 0:
        raise ValueError("no package is worth more than 0 points")
    return np.rint(total * (10_000 / best)) / 100


def possible(scenario: Scenario) -> Bools:
    """Packages that neither seat's constraints rule out, one axis per issue."""
    fine: Bools = np.ones([option_count(issue) for issue in scenario.issues], dtype=bool)
    for seat in scenario.seats:
        for issue, options in seat.impossible.items():
            fine[_choose(scenario, {issue: options})] = False
    return fine


def _choose(scenario: Scenario, wanted: dict[str, list[str]]) -> tuple[NDArray[np.intp], ...]:
    """An index of the packages that have, for every issue named, one of its options."""
    places = []
    for issue in scenario.issues:
        if issue.id in wanted:
            ids = option_ids(issue)
            places.append(np.array([ids.index(option_id(issue, option)) for option in wanted[issue.id]], dtype=np.intp))
        else:
            places.append(np.arange(option_count(issue)))
    return np.ix_(*places)


def agreement_findings(scenario: Scenario) -> Iterator[Finding]:
    """Findings about points, reservations and pairs of hands without a possible deal."""
    worths: list[list[Floats]] = [[], []]
    for s, seat in enumerate(scenario.seats):
        for h, hand in enumerate(seat.hands):
            try:
                worths[s].append(utilities(scenario, seat, hand))
            except ValueError as error:
                path = ("seats", s, "hands", h)
                yield Finding(path, "points-nothing", f"{error} to {quoted(seat.id)} with hand {quoted(hand.id)}")
                return
    fine = possible(scenario)
    if not fine.any():
        message = "the options that are impossible to one seat or the other leave no package at all"
        yield Finding(("seats", 0, "impossible"), "no-package", message, key=True)
        return
    yield from _pairs(scenario, worths, fine)


def _pairs(scenario: Scenario, worths: Sequence[Sequence[Floats]], fine: Bools) -> Iterator[Finding]:
    first, second = scenario.seats
    hopeless = list(_hopeless(scenario, worths, fine))
    yield from hopeless
    for b, theirs in enumerate(second.hands):
        for a, mine in enumerate(first.hands):
            agree = fine & (worths[0][a] >= mine.reservation) & (worths[1][b] >= theirs.reservation)
            if not agree.any() and not hopeless:
                message = (
                    f"no agreement is possible between {quoted(first.id)} with hand {quoted(mine.id)} (reservation "
                    f"{mine.reservation:g}) and {quoted(second.id)} with hand {quoted(theirs.id)} (reservation "
                    f"{theirs.reservation:g}); lower one, or change points"
                )
                yield Finding(("seats", 1, "hands", b, "reservation"), "no-agreement", message)


def _hopeless(scenario: Scenario, worths: Sequence[Sequence[Floats]], fine: Bools) -> Iterator[Finding]:
    """Hands whose reservation is above the best package that is possible."""
    for s, seat in enumerate(scenario.seats):
        for h, hand in enumerate(seat.hands):
            best = float(worths[s][h][fine].max())
            if hand.reservation > best:
                wants = f"{quoted(hand.id)} wants at least {hand.reservation:g}"
                message = f"{wants}, and the best possible package is worth {best:g}"
                yield Finding(("seats", s, "hands", h, "reservation"), "reservation-too-high", message)
