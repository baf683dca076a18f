"""The shape of what was possible between two hands: the efficient frontier, the zone of agreement, the Nash point."""

import numpy as np
from numpy.typing import NDArray

from game.engine.tables import Tables


def frontier(tables: Tables, hands: tuple[int, int]) -> NDArray[np.intp]:
    """Packages that nobody can better for both, ordered by falling worth to the first seat, ``[n]``."""
    possible = np.flatnonzero(tables.possible.all(axis=0))
    first, second = (tables.worth[seat, hands[seat], possible] for seat in (0, 1))
    order = np.lexsort((-second, -first))
    best = np.maximum.accumulate(np.concatenate([[-1], second[order][:-1]]))
    found: NDArray[np.intp] = possible[order[second[order] > best]]
    return found


def zone(tables: Tables, hands: tuple[int, int]) -> NDArray[np.intp]:
    """The zopa: possible packages at or above both starting reservation values, ``[n]``."""
    fine = tables.possible.all(axis=0)
    for seat in (0, 1):
        fine = fine & (tables.worth[seat, hands[seat]] >= tables.reservation[seat, hands[seat]])
    return np.flatnonzero(fine)


def nash_point(tables: Tables, hands: tuple[int, int]) -> int:
    """The package of the zone with the largest product of both gains (Nash 1950), -1 if the zone is empty."""
    inside = zone(tables, hands)
    if not len(inside):
        return -1
    gains = [
        (tables.worth[seat, hands[seat], inside] - tables.reservation[seat, hands[seat]]).astype(np.int64)
        for seat in (0, 1)
    ]
    return int(inside[np.argmax(gains[0] * gains[1])])
