"""What the rules compute with: a column, which is an array ``[B]`` for many lanes and a plain whole number for one.

The rules are written once. numpy takes about a microsecond to add two arrays of one number, Python a thirtieth of that
to add two numbers, and a turn is hundreds of such steps: so a lane that is alone is worked out in plain numbers, by the
same functions, with the same results.

What holds for both: arithmetic, comparisons, ``& | ^ << >>``, and the verbs below. What does not: ``and``, ``or``,
``if`` (say ``some``), ``~`` (say ``no``), ``max`` and ``min`` (say ``at_least``, ``at_most``), an index in brackets
(say ``look``).
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

#: A whole number in each of the lanes worked on: int32 ``[B]``, or an int.
Column: TypeAlias = Any
#: Yes or no in each of them: bool ``[B]``, or a bool.
Mask: TypeAlias = Any
#: A numbered row of columns, to read and to write: ``Rows``, or a list of ints.
Row: TypeAlias = Any

_POP = np.array([n.bit_count() for n in range(1 << 15)], np.int8)


def where(mask: Mask, yes: Column, other: Column) -> Column:
    """``yes`` where the mask holds, ``other`` elsewhere; both are worked out beforehand."""
    if isinstance(mask, np.ndarray):
        return np.where(mask, yes, other)
    return yes if mask else other


def some(mask: Mask) -> bool:
    """Whether the mask holds in any lane; several times quicker than ``any`` on a few lanes."""
    return bool(np.count_nonzero(mask)) if isinstance(mask, np.ndarray) else bool(mask)


def no(mask: Mask) -> Mask:
    """The opposite of a mask; ``~`` makes -2 of a plain True."""
    return mask ^ True


def at_least(values: Column, low: Column) -> Column:
    """The larger of the two in each lane."""
    if isinstance(values, np.ndarray) or isinstance(low, np.ndarray):
        return np.maximum(values, low)
    return max(values, low)


def at_most(values: Column, high: Column) -> Column:
    """The smaller of the two in each lane."""
    if isinstance(values, np.ndarray) or isinstance(high, np.ndarray):
        return np.minimum(values, high)
    return min(values, high)


def clip(values: Column, low: Column, high: int) -> Column:
    """``values`` kept between low and high; several times quicker than ``numpy.clip`` on a few lanes."""
    if isinstance(values, np.ndarray):
        return np.minimum(np.maximum(values, low), high)
    return min(max(values, low), high)


def popcount(masks: Column) -> Column:
    """How many bits are set, for masks below 2**30."""
    if isinstance(masks, np.ndarray):
        return _POP.take(masks & 0x7FFF) + _POP.take(masks >> 15)
    return int(masks).bit_count()


def look(table: NDArray[Any], *place: Column) -> Column:
    """``table[place]``, one column or number for each axis. Only the first may be -1, which is the last entry.

    The table must be contiguous: one flat lookup is several times quicker than numpy's of several columns.
    """
    flat = place[0]
    for axis in range(1, len(place)):
        flat = flat * table.shape[axis] + place[axis]
    return look_flat(table, flat)


def look_flat(table: NDArray[Any], flat: Column) -> Column:
    """The entries at these places of the table read as one row."""
    return table.take(flat) if isinstance(flat, np.ndarray) else table.item(flat)


class Rows:
    """A row for many lanes: a column is gathered when a rule first reads it and put back if a rule wrote it.

    What is read must not be changed in place; it may be the state itself.
    """

    def __init__(self, block: NDArray[Any], lanes: NDArray[np.intp] | None) -> None:
        """Args: block ``[columns, B]``, left alone; lanes: those to work on, None for all."""
        self._block, self._lanes = block.view(), lanes
        self._block.flags.writeable = False
        self._held: dict[int, Column] = {}
        self._written: set[int] = set()

    def __getitem__(self, column: int) -> Column:
        """A column: integers ``[n]``."""
        held = self._held.get(column)
        if held is None:
            every = self._block[column]
            held = self._held[column] = every if self._lanes is None else every.take(self._lanes)
        return held

    def __setitem__(self, column: int, values: Column) -> None:
        """Write a column; a number counts for all lanes."""
        self._held[column] = values
        self._written.add(column)

    def put_back(self, block: NDArray[Any]) -> None:
        """Write what was written into a block of the shape of the one read from."""
        for column in self._written:
            if self._lanes is None:
                block[column] = self._held[column]
            else:
                block[column][self._lanes] = self._held[column]
