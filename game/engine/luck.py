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
_TURN = _GOLDEN * 64 & _MASK


def _mix(z: NDArray[np.uint64]) -> NDArray[np.uint64]:
    z = z ^ (z >> _S30)
    z *= _A
    z ^= z >> _S27
    z *= _B
    z ^= z >> _S31
    return z


def _mix_one(z: int) -> int:
    """``_mix`` for a single number."""
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & _MASK
    return z ^ z >> 31


@cache
def _name_key(name: str) -> int:
    """A 64-bit number for a name: FNV-1a, so that it is the same on every machine and in every process."""
    key = 0xCBF29CE484222325
    for byte in name.encode():
        key = ((key ^ byte) * 0x100000001B3) & _MASK
    return key


@dataclass(frozen=True)
class Luck:
    """The luck of ``B`` lanes: ``keys`` is uint64 ``[B]``. Of a lane that is alone it can be a plain number."""

    keys: NDArray[np.uint64]
    key: int | None = None

    @classmethod
    def of(cls, seed: int, lanes: NDArray[np.int64]) -> "Luck":
        """Luck of the numbered lanes under a seed (any Python int)."""
        start = np.asarray(lanes).astype(np.uint64) * np.uint64(_GOLDEN) + np.uint64(seed & _MASK)
        return cls(_mix(_mix(start) + np.uint64(_GOLDEN)))

    def take(self, lanes: NDArray[np.intp]) -> "Luck":
        """The luck of some of these lanes."""
        return Luck(self.keys[lanes])

    def beside(self, other: "Luck") -> "Luck":
        """The luck of these lanes, then that of others."""
        return Luck(np.concatenate([self.keys, other.keys]))

    def own(self, who: str) -> "Luck":
        """A stream of its own, for a policy: same seed and lane, unrelated numbers."""
        return Luck(_mix(self.keys ^ np.uint64(_name_key(who))))

    def alone(self) -> "Luck":
        """The luck of a single lane, to be drawn in plain numbers."""
        return Luck(self.keys, self.keys.item())

    def below(self, bound: int, turn: Any, name: str) -> Any:
        """Integers in ``[0, bound)``, at most 2**20: int32 ``[B]``, or a plain number for a lane that is alone.

        ``turn`` is int32 ``[B]`` or ``[1]``, or a plain number.
        """
        if self.key is not None:
            return (_mix_one(self.key + turn * _TURN + _name_key(name) & _MASK) >> 33) % bound
        turns = np.asarray(turn).astype(np.uint64)
        mixed = _mix(self.keys + turns * np.uint64(_TURN) + np.uint64(_name_key(name)))
        return ((mixed >> _S33).astype(np.int32) % np.int32(bound)).astype(np.int32, copy=False)
