"""Where experiments are run: a scene, how many games an arm has, and the seed that all arms share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND
from game.engine.tables import Tables
from game.fidelity.stats import Estimate
from game.fidelity.trace import Arm, Trace, run

Values = NDArray[np.float64]
Packages = NDArray[np.int32]


@dataclass(frozen=True)
class Lab:
    """A scene to experiment on: ``games`` games an arm (at least 2) under one seed."""

    tables: Tables
    games: int = 4000
    seed: int = 1

    def run(self, arm: Arm, turns: int | None = None, share: float = 1.0) -> Trace:
        """Play an arm; ``turns`` as in ``trace.run``; ``share`` of the games is enough."""
        return run(self.tables, arm, max(2, int(self.games * share)), self.seed, turns)


@dataclass(frozen=True)
class Effect:
    """One measured size of an experiment and what it is held against.

    Attributes:
        id: the row it belongs to, with a letter where a row has several. name: what is measured, in words.
        source: who found it. published: sign and size as published. low, high: the band that its interval must lie in.
        sign: +1 or -1 where a scene with the other sign would be wrong, 0 where there is none.
    """

    id: str
    name: str
    source: str
    published: str
    low: float
    high: float
    sign: int = 0

    @property
    def row(self) -> str:
        """The row of the bench, without the letter."""
        return self.id.rstrip("abcdefghijkl")


@dataclass(frozen=True)
class Experiment:
    """Effects that are measured together: ``measure(lab)`` gives one size for each effect's id.

    ``weight`` says how long it takes beside others.
    """

    name: str
    effects: tuple[Effect, ...]
    measure: Callable[[Lab], Mapping[str, Estimate]]
    weight: int = 1


# ------------------------------------------------------------------------------------------------------- measures
def own(trace: Trace, seat: int = 0, impasses: bool = True) -> Values:
    """What each game came to for a seat, 0..100; an impasse is its alternative, or left out."""
    worth = trace.scores.utility[:, seat] / 100
    return worth if impasses else np.where(trace.deal, worth, np.nan)


def joint(trace: Trace) -> Values:
    """Joint utility of each deal as a share of its maximum; not-a-number without a deal."""
    return np.where(trace.deal, trace.scores.joint_share_of_max / 1000, np.nan)


def split(trace: Trace, seat: int = 0) -> Values:
    """A seat's part of the joint utility of each deal."""
    worth = [trace.worth(trace.scores.package, s) for s in (0, 1)]
    return np.where(trace.deal, worth[seat] / (worth[0] + worth[1]), np.nan)


def satisfaction(trace: Trace, seat: int = 1) -> Values:
    """Subjective value of a seat, the mean of the four factors, 1..7."""
    found: Values = trace.scores.subjective[:, seat].mean(axis=1) / 1000
    return found


def liking(trace: Trace, seat: int = 1) -> Values:
    """The relationship factor alone, 1..7."""
    found: Values = trace.scores.subjective[:, seat, 3] / 1000
    return found


def impasse(trace: Trace) -> Values:
    """1 where no deal came about."""
    return (~trace.deal).astype(float)


def first_package(trace: Trace, seat: int) -> Packages:
    """The first package a seat put on the table, NONE without one."""
    packages = trace.packages[:, seat]
    there = packages >= 0
    return np.where(there.any(axis=1), packages[np.arange(len(packages)), there.argmax(axis=1)], -1).astype(np.int32)


def opening(trace: Trace, seat: int) -> Values:
    """What a seat's first package is worth to it, 0..100."""
    return trace.worth(first_package(trace, seat), seat)


def stands(trace: Trace, seat: int, turn: int) -> Packages:
    """What a seat stood for after its own turn ``turn``: the package it last put, or accepted; NONE before."""
    packages = trace.packages[:, seat, : turn + 1]
    order = np.where(packages >= 0, np.arange(packages.shape[1]), -1).max(axis=1)
    last = np.where(order >= 0, packages[np.arange(len(packages)), np.maximum(order, 0)], -1)
    agreed = (trace.acts[:, seat, : turn + 1] == KIND["accept"]).any(axis=1)
    return np.where(agreed & trace.deal, trace.scores.package, last).astype(np.int32)


def stand(trace: Trace, seat: int, turn: int) -> Values:
    """What that is worth to the seat, 0..100; before its first package it stands where its hand opens."""
    worth = trace.worth(stands(trace, seat, turn), seat)
    return np.where(np.isnan(worth), trace.tables.opening[seat, trace.hand(seat)] / 100, worth)


def granted_by(trace: Trace, turns: int) -> Values:
    """1 where the second seat has accepted within so many of its turns."""
    taken: Values = (trace.acts[:, 1, :turns] == KIND["accept"]).any(axis=1).astype(float)
    return taken
