"""Which reactions fire and what they do: conditions become predicates, two matrix products do the rest.

A move has one act, so reactions are compiled once for each act that can set them off, together with the conditions that
are left to check. ``predicates [C, B]`` are 0/1; a reaction fires where all its conditions hold:
``needs @ predicates == count``. Its effects add up: ``effects @ fired``. The products carry small integers in float32,
where they are exact below 2**24, so the result depends neither on the order of summation nor on the library.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import NONE, SEAT
from game.engine.luck import Ints, Luck
from game.engine.triggers import CHANGES, Bools, Floats, Reactions, Triggered

CHANGED_COLUMNS = np.array([SEAT[name] for name in CHANGES])


@dataclass(frozen=True)
class Heard:
    """A move as its listener takes it in, for ``B`` lanes.

    ``facts`` int32 ``[SINCE_ROW + S, B]``; act, rider and after are act numbers (NONE allowed) ``[B]``; item,
    rider_item and hand are item codes ``[B]``; seat numbers the listener's seat ``[B]``; ``once`` is the mask of
    once-only reactions that have fired in that seat ``[B]``; ``turns`` the speaker's own turn ``[B]``.
    """

    facts: Ints
    act: Ints
    rider: Ints
    after: Ints
    item: Ints
    rider_item: Ints
    hand: Ints
    seat: Ints
    once: Ints
    turns: Ints


@dataclass(frozen=True)
class Felt:
    """What it does to the listener.

    changes ``[B, K]``; flags ``[B, 2]`` masks; tactic and line ``[B]``, NONE without; once ``[B]`` the mask with those
    that fired now. ``parts`` holds (lanes, reaction numbers, fired ``[r, n]``) for each act heard.
    """

    changes: Ints
    flags: Ints
    tactic: Ints
    line: Ints
    once: Ints
    parts: list[tuple[NDArray[np.intp], NDArray[np.intp], Bools]]


def unmoved(once: Ints) -> Felt:
    """What a listener feels who heard nothing; ``once [B]`` as in ``Heard``."""
    lanes = len(once)
    return Felt(
        changes=np.zeros((lanes, len(CHANGES)), np.int32, order="F"),
        flags=np.zeros((lanes, 2), np.int32),
        tactic=np.full(lanes, NONE, np.int32),
        line=np.full(lanes, NONE, np.int32),
        once=once.copy(),
        parts=[],
    )


def react(reactions: Reactions, heard: Heard, luck: Luck) -> Felt:
    """Which reactions fire in each lane and what they add up to."""
    lanes = len(heard.act)
    felt = unmoved(heard.once)
    kinds = heard.act * 2 + heard.seat
    counts = np.bincount(kinds)
    for kind in np.flatnonzero(counts).tolist():
        triggered = reactions.triggered[kind & 1][kind >> 1]
        if len(triggered.which):
            whole = counts[kind] == lanes
            lane = np.arange(lanes) if whole else np.flatnonzero(kinds == kind)
            _react_to(triggered, heard if whole else _part(heard, lane), luck if whole else luck.take(lane), lane, felt)
    return felt


def _part(heard: Heard, lane: NDArray[np.intp]) -> Heard:
    rest = {name: getattr(heard, name)[lane] for name in heard.__dataclass_fields__ if name != "facts"}
    return Heard(facts=heard.facts.take(lane, axis=1), **rest)


def _react_to(triggered: Triggered, heard: Heard, luck: Luck, lane: NDArray[np.intp], felt: Felt) -> None:
    true = _predicates(triggered, heard, luck)
    fired = (triggered.needs @ true) == triggered.count
    if triggered.has_once:
        fired &= (heard.once >> triggered.once & 1) == 0
    sums = (triggered.effects @ fired.astype(np.float32)).astype(np.int32)
    felt.parts.append((lane, triggered.which, fired))
    felt.changes[lane] = sums[: len(CHANGES)].T
    if len(triggered.flag_bits):
        felt.flags[lane] = (sums[len(CHANGES) :].T > 0) @ triggered.flag_bits
    if len(triggered.tactics[0]):
        felt.tactic[lane] = _first(fired, *triggered.tactics)
    if len(triggered.lines[0]):
        felt.line[lane] = _first(fired, *triggered.lines)
    if triggered.has_once:
        felt.once[lane] |= np.bitwise_or.reduce(fired.astype(np.int32) << triggered.once & 0x7FFFFFFF, axis=0)


def dense(parts: list[tuple[NDArray[np.intp], NDArray[np.intp], Bools]], lanes: int, reactions: int) -> Bools:
    """``Felt.parts`` as one bool array ``[B, R]``."""
    fired = np.zeros((lanes, reactions), bool)
    for lane, which, hits in parts:
        fired[lane[:, None], which] = hits.T
    return fired


def _predicates(triggered: Triggered, heard: Heard, luck: Luck) -> Floats:
    values = heard.facts[triggered.rows]
    parts: list[Bools] = [(values >= triggered.low) & (values <= triggered.high)]
    if len(triggered.bit):
        parts.append((heard.facts[triggered.bit_row] >> triggered.bit & 1) == triggered.wanted)
    if len(triggered.riders):
        parts.append(triggered.riders[:, heard.rider])
    if len(triggered.afters):
        parts.append(triggered.afters[:, heard.after])
    if len(triggered.items):
        sets = triggered.items
        parts.append(sets[:, heard.item] | sets[:, heard.rider_item] | sets[:, heard.hand])
    parts += [(luck.below(1000, heard.turns, name) < chance)[None] for name, chance in triggered.chances]
    return np.concatenate(parts).astype(np.float32)


def _first(fired: Bools, order: NDArray[np.intp], values: Ints) -> Ints:
    """The value of the first reaction in ``order`` (at least one) that fired in each lane, NONE where none did."""
    hits = fired[order]
    first = hits.argmax(axis=0)
    return np.where(hits[first, np.arange(hits.shape[1])], values[first], NONE).astype(np.int32)
