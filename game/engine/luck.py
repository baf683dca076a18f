"""Luck as an argument: a counter-based hash of (seed, lane, own turn, name of what draws).

Nothing is consumed, so a lane's luck does not depend on batch size, order or what other lanes do, and two rival moves
at the same turn meet the same luck. Mixing function: splitmix64's finaliser (Steele, Lea and Flood 2014).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.signedinteger[Any]]
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_S30, _S27, _S31, _S33 = (np.uint64(shift) for shift in (30, 27, 31, 33))
_A, _B = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_TURN = np.uint64(_GOLDEN * 64 & _MASK)


def _mix(z: NDArray[np.uint64]) -> NDArray[np.uint64]:
    z = (z ^ (z >> _S30)) * _A
    z = (z ^ (z >> _S27)) * _B
    return z ^ (z >> _S31)


def clip(values: Ints, low: Ints | int, high: int) -> Ints:
    """``values`` kept between low and high; several times quicker than ``numpy.clip`` on a batch of one."""
    kept: Ints = np.minimum(np.maximum(values, low), high)
    return kept


def some(mask: NDArray[Any]) -> bool:
    """Whether any of a bool array is true; several times quicker than ``any`` on a batch of one."""
    return bool(np.count_nonzero(mask))


@cache
def _name_key(name: str) -> np.uint64:
    """A 64-bit number for a name: FNV-1a, so that it is the same on every machine and in every process."""
    key = 0xCBF29CE484222325
    for byte in name.encode():
        key = ((key ^ byte) * 0x100000001B3) & _MASK
    return np.uint64(key)


@dataclass(frozen=True)
class Luck:
    """The luck of ``B`` lanes: ``keys`` is uint64 ``[B]``."""

    keys: NDArray[np.uint64]

    @classmethod
    def of(cls, seed: int, lanes: NDArray[np.int64]) -> "Luck":
        """Luck of the numbered lanes under a seed (any Python int)."""
        start = np.asarray(lanes).astype(np.uint64) * np.uint64(_GOLDEN) + np.uint64(seed & _MASK)
        return cls(_mix(_mix(start) + np.uint64(_GOLDEN)))

    def take(self, lanes: NDArray[np.intp]) -> "Luck":
        """The luck of some of these lanes."""
        return Luck(self.keys[lanes])

    def own(self, who: str) -> "Luck":
        """A stream of its own, for a policy: same seed and lane, unrelated numbers."""
        return Luck(_mix(self.keys ^ _name_key(who)))

    def below(self, bound: int, turn: Ints, name: str) -> Ints:
        """Integers in ``[0, bound)``, int32 ``[B]``; ``turn`` is int32 ``[B]`` or ``[1]``; ``bound`` at most 2**20."""
        mixed = _mix(self.keys + turn.astype(np.uint64) * _TURN + _name_key(name))
        return ((mixed >> _S33) % np.uint64(bound)).astype(np.int32)
