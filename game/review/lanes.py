"""Moves and states put side by side: one move in many lanes, several moves in one batch, lanes of several states."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from game.engine.moves import Moves
from game.engine.state import State


def repeated(moves: Moves, lanes: int) -> Moves:
    """A batch of one, in ``lanes`` lanes."""
    return taken(moves, np.zeros(lanes, np.intp))


def taken(moves: Moves, lanes: NDArray[np.intp]) -> Moves:
    """The moves of some lanes, in that order."""
    return Moves(**{field.name: getattr(moves, field.name)[lanes] for field in fields(Moves)})


def joined(parts: Sequence[Moves]) -> Moves:
    """Several batches of moves as one."""
    names = [field.name for field in fields(Moves)]
    return Moves(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def side_by_side(states: Sequence[State]) -> State:
    """Several states as one; lanes stay innermost in memory."""
    columns = {
        field.name: np.concatenate([getattr(state, field.name).T for state in states], axis=-1).T
        for field in fields(State)
    }
    return State(**columns)
