"""The ladder: what a scripted seat would propose at each aspiration, worked out once when a scenario is compiled.

A rung is the package that gives a seat at least so much utility and, among those, the one it believes best for the
other. What it believes depends on what it was told: an issue it knows nothing about is taken mostly as a tug of war
(what is good for me is bad for them: the fixed-pie assumption, Thompson and Hastie 1990), a little as what people in
that chair usually want. In play a counteroffer is one lookup.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
RUNGS = 101
#: Parts of ``PARTS`` of an untold issue that are guessed right; the rest is taken as a tug of war.
GUESSED, PARTS = 3, 40


class Steps:
    """A seat's packages sorted by their worth to it, ready to find the best for the other at each aspiration."""

    def __init__(self, own: Ints, allowed: NDArray[np.bool_]) -> None:
        """Args: own utility x100 ``[P]``; allowed ``[P]``, the packages the seat may propose, at least one."""
        self._order = np.flatnonzero(allowed)[np.argsort(-own[allowed], kind="stable")]
        sorted_worth = own[self._order]
        reach = np.searchsorted(-sorted_worth, -np.arange(RUNGS) * 100, side="right")
        self._last = np.maximum(reach, 1) - 1
        self._tie = np.arange(len(self._order))[::-1]

    def best_for(self, believed: Ints) -> NDArray[np.int32]:
        """The package for each whole aspiration 0..100, int32 ``[101]``; ``believed [P]`` is any scale from 0 to 2**40.

        Where no package is worth the aspiration, the one worth most to the seat serves.
        """
        count = len(self._order)
        best = np.maximum.accumulate(believed[self._order] * count + self._tie)[self._last]
        found: NDArray[np.int32] = self._order[count - 1 - best % count].astype(np.int32)
        return found


def build(
    steps: Steps, mirror: Ints, other_issues: Ints, other_extra: Ints, only_all: bool, usual: Ints | None = None
) -> NDArray[np.int32]:
    """Rungs for every subset of the other's issues that may be known, int32 ``[2**I, 101]``.

    Args:
        mirror: ``[P, I]`` the other's gain on each issue if it were a tug of war: the own loss.
        other_issues: ``[P, I]`` what each issue truly adds to the other's utility. other_extra: ``[P]`` the other's
            interactions, known once all its issues are.
        only_all: work out the last subset only (all known), and use it for all.
        usual: ``[P, I]`` what people in that chair usually want, where that is not ``other_issues``: what is guessed of
            an issue not yet told.
    """
    issues = mirror.shape[1]
    every = (1 << issues) - 1
    floor = -int(min(other_issues.min(), 0)) * issues - int(min(other_extra.min(), 0))
    everything = steps.best_for(other_issues.sum(axis=1) + other_extra + floor)
    if only_all:
        return np.broadcast_to(everything, (every + 1, RUNGS))
    table = np.empty((every + 1, RUNGS), np.int32)
    guess = (GUESSED * (other_issues if usual is None else usual) + (PARTS - GUESSED) * mirror) // PARTS
    gained = other_issues - guess
    sums: dict[int, Ints] = {0: guess.sum(axis=1) + floor}
    table[0] = steps.best_for(sums[0])
    for known in range(1, every):
        top = known.bit_length() - 1
        sums[known] = sums[known ^ (1 << top)] + gained[:, top]
        table[known] = steps.best_for(sums[known])
    table[every] = everything
    return table
