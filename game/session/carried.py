"""What a finished game hands on to a follow-up scene, as a value that the follow-up's journal keeps whole.

So a follow-up replays the same without the earlier file. What is carried, and how, is for ``engine.carry`` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.columns import SEAT
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.triggers import FLAG_BITS


@dataclass(frozen=True)
class Carried:
    """Attributes: scenario: the earlier one's id. trust (x1000) and flags: of each seat as the follow-up begins."""

    scenario: str
    trust: tuple[int, ...]
    flags: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """For the header of a journal."""
        return {"scenario": self.scenario, "trust": list(self.trust), "flags": [list(each) for each in self.flags]}


def from_json(found: object) -> Carried | None:
    """As it was stored; None where nothing was carried. Raises ValueError for what is no such record."""
    if found is None:
        return None
    if not isinstance(found, dict) or not all(isinstance(found.get(key), list) for key in ("trust", "flags")):
        raise ValueError("what it carried over from an earlier game is damaged")
    trust = tuple(int(value) for value in found["trust"])
    return Carried(str(found.get("scenario")), trust, tuple(tuple(map(str, each)) for each in found["flags"]))


def read_off(scenario: str, tables: Tables, state: State) -> Carried:
    """What a fresh game of one lane was given."""
    rows = state.seat[0]
    flags = [
        tuple(name for n, name in enumerate(tables.reactions.flags) if row[_column(n)] >> n % FLAG_BITS & 1)
        for row in rows
    ]
    return Carried(scenario, tuple(int(row[SEAT["trust"]]) for row in rows), tuple(flags))


def put(carried: Carried | None, tables: Tables, state: State) -> State:
    """A fresh game of one lane with what was carried over. Raises ValueError for a flag that is not known."""
    if carried is None:
        return state
    seat, known = state.seat.copy(order="K"), tables.reactions.flags
    for row, trust, flags in zip(seat[0], carried.trust, carried.flags, strict=True):
        row[SEAT["trust"]] = trust
        for n in _numbers(flags, known):
            row[_column(n)] |= np.int32(1 << n % FLAG_BITS)
    return State(state.game, seat, state.table, state.times, state.last)


def _numbers(flags: Sequence[str], known: Sequence[str]) -> list[int]:
    return [list(known).index(flag) for flag in flags]


def _column(flag: int) -> int:
    return SEAT["flags_0"] + flag // FLAG_BITS
