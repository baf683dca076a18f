"""The ladder: what a scripted seat would propose at each aspiration, worked out once when a scenario is compiled.

A rung is the package that gives a seat at least so much utility and, among those, the one it believes best for the
other. What it believes depends on what it was told: an issue it knows nothing about is taken as a tug of war (what is
good for me is bad for them: the fixed-pie assumption, Thompson and Hastie 1990). In play a counteroffer is one lookup.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
RUNGS = 101


def rungs(own: Ints, believed: Ints, allowed: NDArray[np.bool_]) -> NDArray[np.int32]:
    """The best package for each whole aspiration 0..100, int32 ``[101]``.

    Args:
        own: utility x100 of each package to the seat, ``[P]``.
        believed: what the seat believes each is worth to the other, ``[P]``, any scale below 2**40.
        allowed: packages the seat may propose, ``[P]``; where none reaches an aspiration, its best allowed one serves.
    """
    worth = np.where(allowed, own, -1)
    order = np.argsort(-worth, kind="stable")
    best = np.maximum.accumulate(believed[order] * len(own) + np.arange(len(own))[::-1])
    reach = np.searchsorted(-worth[order], -np.arange(RUNGS) * 100, side="right")
    last = np.maximum(reach, 1) - 1
    return order[len(own) - 1 - best[last] % len(own)].astype(np.int32)


def build(
    own: Ints, contributions: Ints, other_issues: Ints, other_extra: Ints, allowed: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Rungs for every subset of the other's issues that may be known, int32 ``[2**I, 101]``.

    Args:
        own: ``[P]`` utility x100. contributions: ``[P, I]`` what each issue adds to it.
        other_issues: ``[P, I]`` what each issue truly adds to the other's utility. other_extra: ``[P]`` the other's
            interactions, known once all its issues are.
    """
    issues = contributions.shape[1]
    mirror = (contributions.max(axis=0) - contributions).astype(np.int64)
    gained = other_issues - mirror
    table = np.empty((1 << issues, RUNGS), np.int32)
    sums: dict[int, Ints] = {0: mirror.sum(axis=1)}
    for known in range(1 << issues):
        if known:
            top = known.bit_length() - 1
            sums[known] = sums[known ^ (1 << top)] + gained[:, top]
        extra = other_extra if known == (1 << issues) - 1 else 0
        table[known] = rungs(own, sums[known] + extra + 20_000 * issues, allowed)
    return table
