"""Which reactions fire and what they do: conditions become predicates, two matrix products do the rest.

A move has one act, so reactions are compiled once for each act that can set them off, together with the conditions that
are left to check. ``predicates [C, B]`` are 0/1; a reaction fires where all its conditions hold:
``needs @ predicates == count``. Its effects add up: ``effects @ fired``. The products carry small integers in float32,
where they are exact below 2**24, so the result depends neither on the order of summation nor on the library.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.columns import KIND, NONE, SEAT
from game.engine.facts import Facts, facts_of
from game.engine.lanes import Column, Mask, at_most, clip, some, where
from game.engine.luck import Ints
from game.engine.tables import Tables
from game.engine.triggers import CHANGES, Bools, Floats, Triggered
from game.engine.turn import Turn

#: The columns that reactions change, each with the least and the most it can be.
#: Parts of the stance; shift and disclosure are sums, not feelings, and count in full.
_FEELINGS = {SEAT[name] for name in CHANGES if name not in ("shift", "disclosure")}
_CHANGED = tuple((SEAT[name], *((-20_000, 20_000) if name == "shift" else (0, 1000))) for name in CHANGES)


@dataclass(frozen=True, slots=True)
class Felt:
    """What a move does to its listener.

    changes: a column for each of ``CHANGES``; remembered: seat column, mask to set, and where; tactic and line:
    columns, NONE without; fired: bool ``[r, n]``, the reactions numbered in ``triggered.which``.
    """

    changes: Sequence[Column]
    remembered: Sequence[tuple[int, int, Mask]]
    tactic: Column
    line: Column
    fired: Bools
    triggered: Triggered


def react(tables: Tables, turn: Turn) -> Felt:
    """Which reactions fire in each lane and what they add up to; a listener who is not at the table feels nothing."""
    triggered = tables.reactions.triggered[turn.other][turn.act if turn.talking else KIND["begin"]]
    if not len(triggered.which):
        return Felt((0,) * len(CHANGES), (), NONE, NONE, np.zeros((0, turn.count), bool), triggered)
    fired = (triggered.needs @ _predicates(tables, triggered, turn)) == triggered.count
    sums = (triggered.effects @ fired.astype(np.float32)).astype(np.int32)
    hits: Sequence[Mask] = fired[:, 0].tolist() if turn.alone else fired
    added: Sequence[Column] = sums[:, 0].tolist() if turn.alone else sums
    remembered = zip(triggered.remembered, added[len(CHANGES) :], strict=True)
    return Felt(
        changes=added[: len(CHANGES)],
        remembered=[(column, mask, times > 0) for (column, mask), times in remembered],
        tactic=_highest(triggered.tactics, hits),
        line=_highest(triggered.lines, hits),
        fired=fired,
        triggered=triggered,
    )


def feel(turn: Turn, felt: Felt) -> None:
    """Write into the listener's row what it feels."""
    theirs = turn.theirs
    for (column, least, most), change in zip(_CHANGED, felt.changes, strict=True):
        felt_change = uphill(theirs[column], change) if column in _FEELINGS else change
        theirs[column] = clip(theirs[column] + felt_change, least, most)
    theirs[SEAT["tactic"]], theirs[SEAT["line"]] = felt.tactic, felt.line
    for column, mask, here in felt.remembered:
        theirs[column] = theirs[column] | here * mask


def uphill(now: Column, change: Column) -> Column:
    """What a change of one part of the stance comes to: above the middle a gain counts less the less room is left.

    Both x1000. A gain counts in full up to 500, by half at 750, not at all at 1000, so that no stack of courtesies
    makes a friend for life; losses count in full everywhere (trust is slow to build and quick to lose: Slovic 1993).
    """
    room = at_most(2 * (1000 - now), 1000)
    return where(change > 0, change * room // 1000, change)


def _predicates(tables: Tables, triggered: Triggered, turn: Turn) -> Floats:
    """Whether each condition holds, 0/1 ``[c, n]``."""
    values = _values(tables, triggered, turn)
    return ((values >= triggered.low) & (values <= triggered.high)).astype(np.float32)


def _values(tables: Tables, triggered: Triggered, turn: Turn) -> Ints:
    """What each condition is about, int32 ``[c, n]``."""
    facts = facts_of(tables, turn)
    more = _looked_up(tables, triggered, turn, facts)
    columns = [*(facts[row] for row in triggered.rows), *more]
    if turn.alone:
        return np.array(columns, np.int32)[:, None]
    values = np.empty((len(columns), turn.count), np.int32)
    for place, column in enumerate(columns):
        values[place] = column
    return values


def _looked_up(tables: Tables, triggered: Triggered, turn: Turn, facts: Facts) -> list[Column]:
    """What the conditions that are no facts are about, in the order of ``Triggered``."""
    found = [facts[row] >> bit & 1 for row, bit in triggered.bits]
    if len(triggered.riders):
        found += _rows(turn, _in_sets(triggered.riders, turn.rider))
    if len(triggered.afters):
        found += _rows(turn, _in_sets(triggered.afters, turn.theirs[SEAT["said"]]))
    if len(triggered.items):
        named, ridden, held = (_in_sets(triggered.items, code) for code in _item_codes(tables, turn))
        found += _rows(turn, named | ridden | held)
    return found + [turn.draws.below(1000, turn.mine[SEAT["turns"]], name) for name in triggered.chances]


def _in_sets(sets: Bools, member: Column) -> Bools:
    """Which sets have a member, bool ``[sets, n]``, or ``[sets, 1]`` for a number that counts for all lanes."""
    return sets.take(member, axis=1) if isinstance(member, np.ndarray) else sets[:, member, None]


def _rows(turn: Turn, block: Bools) -> list[Column]:
    return block[:, 0].tolist() if turn.alone else list(block)


def _item_codes(tables: Tables, turn: Turn) -> tuple[Column, Column, Column]:
    """Codes of what act and rider name, NONE where they name nothing, and of the listener's hand."""
    hand = tables.offsets["hands"] + turn.other * tables.worth.shape[1] + turn.theirs[SEAT["hand"]]
    return _code(tables, turn.act, turn.item), _code(tables, turn.rider, turn.rider_item), hand


def _code(tables: Tables, act: int, item: Column) -> Column:
    offset = tables.act_offset.item(act)
    return where(item >= 0, offset + item, NONE) if offset >= 0 else NONE


def _highest(ranked: tuple[tuple[int, int], ...], hits: Sequence[Mask]) -> Column:
    """The value of the highest in rank that fired in each lane, NONE where none did."""
    chosen: Column = NONE
    for place, value in ranked:
        if some(hits[place]):
            chosen = where(hits[place], value, chosen)
    return chosen
