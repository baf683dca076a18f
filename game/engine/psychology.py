"""Reactions compiled to arrays: conditions become predicates, and two matrix products decide what fires and what it does.

A move has one act, so reactions are compiled once for each act that can set them off, together with the conditions that
are left to check. ``predicates [C, B]`` are 0/1; a reaction fires where all its conditions hold:
``needs @ predicates == count``. Its effects add up: ``effects @ fired``. The products carry small integers in float32,
where they are exact below 2**24, so the result depends neither on the order of summation nor on the library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SEAT, SITUATION_ID, TACTIC_ID
from game.engine.luck import Ints, Luck
from game.scenario.reaction import Reaction, Span, parse_range
from game.scenario.words import ACT_GROUPS, ACTS, EVIDENCE_FACTS, FACTS, OFFER_FACTS, STANCE, acts_in

T = TypeVar("T")
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
#: What an effect can change, in the order of the effect rows: stance and composure, then shift, then disclosure.
CHANGES = (*STANCE, "composure", "shift", "disclosure")
CHANGED_COLUMNS = np.array([SEAT[name] for name in CHANGES])
ABSENT = -(10**7)
FACT_ROW = {name: row for row, name in enumerate(FACTS)}
# Rows of the fact table after the facts themselves.
TIMES_ROW, FLAGS_ROW = len(FACTS), len(FACTS) + 1
SINCE_ROW = FLAGS_ROW + 2
FLAG_BITS = 30
#: More turns ago than any game lasts: what was never done was not done within any range.
NEVER_SINCE = 500


@dataclass(frozen=True)
class Triggered:
    """The reactions that one act can set off in one listening seat: r of them, c conditions, H hands, F flags.

    Attributes:
        which: their numbers in ``Reactions.names``, ``[r]``.
        rows, low, high: range conditions: the fact row and the span it must lie in.
        bit_row, bit, wanted: flag conditions.
        riders, afters: 0/1 ``[sets, acts + 1]``, looked up by act number (the last column = none).
        items: 0/1 ``[sets, item codes + 1]``.
        chances: per thousand, with the names of their draws.
        needs: ``[r, c]`` which conditions each has; count ``[r, 1]`` how many.
        once: ``[r]`` the bit of the mask of reactions that fire once, 31 for the others.
        effects: ``[H * K + F, r]``; the rows of hand h start at ``h * K``.
        tactics, lines: numbers of those with a tactic or line, by falling priority, and their values.
    """

    which: NDArray[np.intp]
    rows: NDArray[np.intp]
    low: Ints
    high: Ints
    bit_row: NDArray[np.intp]
    bit: Ints
    wanted: Ints
    riders: Bools
    afters: Bools
    items: Bools
    chances: tuple[tuple[str, int], ...]
    needs: Floats
    count: Floats
    once: Ints
    effects: Floats
    tactics: tuple[NDArray[np.intp], Ints]
    lines: tuple[NDArray[np.intp], Ints]


@dataclass(frozen=True)
class Reactions:
    """A scenario's reactions. ``triggered[seat][act]`` are those an act sets off when that seat listens."""

    names: tuple[str, ...]
    themes: tuple[str | None, ...]
    flags: tuple[str, ...]
    hands: int
    since_acts: NDArray[np.intp]
    triggered: tuple[tuple[Triggered, ...], tuple[Triggered, ...]]
    parts: tuple[Reaction, ...]


class _Conditions:
    """Collects the distinct conditions of some reactions, each kind with numbers of its own."""

    def __init__(self) -> None:
        self.ranges: dict[tuple[int, Span], int] = {}
        self.flags: dict[tuple[int, int], int] = {}
        self.riders: dict[frozenset[str], int] = {}
        self.afters: dict[frozenset[str], int] = {}
        self.items: dict[frozenset[str], int] = {}
        self.chances: dict[tuple[str, int], int] = {}
        self.of: list[list[tuple[int, int]]] = []

    def add(self, kind: int, number: int) -> None:
        self.of[-1].append((kind, number))

    def matrix(self) -> Floats:
        kinds = (self.ranges, self.flags, self.riders, self.afters, self.items, self.chances)
        starts = np.cumsum([0, *(len(kind) for kind in kinds)])
        needs = np.zeros((len(self.of), int(starts[-1])), np.float32)
        for row, conditions in enumerate(self.of):
            for kind, number in conditions:
                needs[row, starts[kind] + number] = 1
        return needs


def _number(known: dict[T, int], value: T) -> int:
    return known.setdefault(value, len(known))


@dataclass(frozen=True)
class Setting:
    """What a scenario adds to compile reactions with: hand ids and sensitivities of both seats, code of every item."""

    hands: Sequence[Sequence[str]]
    sensitivities: Sequence[Mapping[str, float]]
    items: Mapping[str, int]
    flags: Sequence[str] = ()


def compile_reactions(reactions: Sequence[Reaction], setting: Setting) -> Reactions:
    """Compile reactions for two seats; a later one of the same name replaces the earlier in its place.

    Raises:
        ValueError: more flags or once-only reactions than a game can remember.
    """
    kept = tuple({reaction.name: reaction for reaction in reactions}.values())
    flags = tuple(dict.fromkeys([*(flag for r in kept for flag in _flags_of(r)), *setting.flags]))
    since = tuple(dict.fromkeys(KIND[act] for r in kept for act in r.when.since))
    once = [r for r, reaction in enumerate(kept) if reaction.once]
    if len(flags) > 2 * FLAG_BITS or len(once) > FLAG_BITS:
        raise ValueError(f"at most {2 * FLAG_BITS} flags and {FLAG_BITS} reactions with 'once' fit into one game")
    by_act = [[r for r, reaction in enumerate(kept) if _set_off_by(reaction, act)] for act in ACTS]
    one, two = (
        tuple(_triggered(kept, which, seat, setting, flags, since, once) for which in by_act) for seat in (0, 1)
    )
    return Reactions(
        names=tuple(reaction.name for reaction in kept),
        themes=tuple(reaction.theme for reaction in kept),
        flags=flags,
        hands=max(len(seat) for seat in setting.hands),
        since_acts=np.array(since, np.intp),
        triggered=(one, two),
        parts=kept,
    )


def _set_off_by(reaction: Reaction, act: str) -> bool:
    if act in ACT_GROUPS["preparing"]:
        return False
    return not reaction.when.act or any(act in acts_in(name) for name in reaction.when.act)


def _flags_of(reaction: Reaction) -> list[str]:
    own = [reaction.then.remember] if reaction.then.remember else []
    return [*own, *reaction.when.remembered, *reaction.when.not_remembered]


def _triggered(
    kept: tuple[Reaction, ...],
    which: list[int],
    seat: int,
    setting: Setting,
    flags: tuple[str, ...],
    since: tuple[int, ...],
    once: list[int],
) -> Triggered:
    to = _Conditions()
    for r in which:
        to.of.append([])
        _add_conditions(to, kept[r], flags, since, setting.hands)
    needs = to.matrix()
    ordered = sorted(range(len(which)), key=lambda n: -kept[which[n]].priority)
    tactics = [(n, TACTIC_ID[tactic]) for n in ordered if (tactic := kept[which[n]].then.tactic)]
    lines = [(n, SITUATION_ID[line]) for n in ordered if (line := kept[which[n]].then.line)]
    return Triggered(
        which=np.array(which, np.intp),
        rows=np.array([row for row, _ in to.ranges], np.intp),
        low=np.array([[span.low] for _, span in to.ranges], np.int32).reshape(-1, 1),
        high=np.array([[span.high] for _, span in to.ranges], np.int32).reshape(-1, 1),
        bit_row=np.array([FLAGS_ROW + flag // FLAG_BITS for flag, _ in to.flags], np.intp),
        bit=np.array([[flag % FLAG_BITS] for flag, _ in to.flags], np.int32).reshape(-1, 1),
        wanted=np.array([[wanted] for _, wanted in to.flags], np.int32).reshape(-1, 1),
        riders=_act_sets(to.riders),
        afters=_act_sets(to.afters),
        items=_item_sets(to.items, setting.items),
        chances=tuple(to.chances),
        needs=needs,
        count=needs.sum(axis=1, keepdims=True),
        once=np.array([[once.index(r) if r in once else 31] for r in which], np.int32).reshape(-1, 1),
        effects=_effects([kept[r] for r in which], seat, setting, flags),
        tactics=_ordered(tactics),
        lines=_ordered(lines),
    )


def _ordered(pairs: list[tuple[int, int]]) -> tuple[NDArray[np.intp], Ints]:
    return np.array([n for n, _ in pairs], np.intp), np.array([value for _, value in pairs], np.int32)


def _add_conditions(
    to: _Conditions, reaction: Reaction, flags: tuple[str, ...], since: tuple[int, ...], hands: Sequence[Sequence[str]]
) -> None:
    when = reaction.when
    for fact, text in when.facts.items():
        span = parse_range(text, FACTS[fact].scale)
        if fact in OFFER_FACTS or fact in EVIDENCE_FACTS:
            span = Span(max(span.low, ABSENT + 1), span.high)
        to.add(0, _number(to.ranges, (FACT_ROW[fact], span)))
    if when.times:
        to.add(0, _number(to.ranges, (TIMES_ROW, parse_range(when.times, 1))))
    for act, text in when.since.items():
        span = parse_range(text, 1)
        row = SINCE_ROW + since.index(KIND[act])
        to.add(0, _number(to.ranges, (row, Span(span.low, min(span.high, NEVER_SINCE)))))
    for names, wanted in ((when.remembered, 1), (when.not_remembered, 0)):
        for flag in names:
            to.add(1, _number(to.flags, (flags.index(flag), wanted)))
    if when.rider:
        to.add(2, _number(to.riders, frozenset(when.rider)))
    if when.after:
        to.add(3, _number(to.afters, frozenset(act for name in when.after for act in acts_in(name))))
    if when.item:
        to.add(4, _number(to.items, frozenset(when.item)))
    if when.hand:
        held = [f"{seat}/{hand}" for seat in (0, 1) for hand in when.hand if hand in hands[seat]]
        to.add(4, _number(to.items, frozenset(held)))
    if when.chance < 1:
        to.add(5, _number(to.chances, (f"chance {reaction.name}", round(when.chance * 1000))))


def _act_sets(known: Mapping[frozenset[str], int]) -> Bools:
    table = np.zeros((len(known), len(ACTS) + 1), bool)
    for acts, row in known.items():
        table[row, [KIND[act] for act in acts]] = True
    return table


def _item_sets(known: Mapping[frozenset[str], int], items: Mapping[str, int]) -> Bools:
    """0/1 ``[sets, codes + 1]``: an item code, or the code of a seat's hand, is in the set; the last column = none."""
    table = np.zeros((len(known), max(items.values(), default=-1) + 2), bool)
    for names, row in known.items():
        table[row, [items[name] for name in names if name in items]] = True
    return table


def _effects(reactions: list[Reaction], seat: int, setting: Setting, flags: tuple[str, ...]) -> Floats:
    size, hands = len(CHANGES), max(len(ids) for ids in setting.hands)
    effects = np.zeros((hands * size + len(flags), len(reactions)), np.float32)
    for r, reaction in enumerate(reactions):
        then = reaction.then
        base = {name: round(1000 * delta) for name, delta in then.stance.items()}
        base |= {"shift": round(100 * then.aspiration), "disclosure": round(1000 * then.disclosure)}
        factor = setting.sensitivities[seat].get(reaction.theme, 1.0) if reaction.theme else 1.0
        felt = [round(base.get(name, 0) * factor) for name in CHANGES]
        effects[: hands * size, r] = felt * hands
        if then.remember:
            effects[hands * size + flags.index(then.remember), r] = 1
    return effects


def without(reactions: Reactions, name: str) -> Sequence[Reaction]:
    """The reactions but one, to compile again and see what it does.

    Raises:
        KeyError: there is no reaction of that name.
    """
    if name not in reactions.names:
        raise KeyError(name)
    return [reaction for reaction in reactions.parts if reaction.name != name]


@dataclass(frozen=True)
class Heard:
    """A move as its listener takes it in, for ``B`` lanes.

    ``facts`` int32 ``[SINCE_ROW + S, B]``; act, rider and after are act numbers (NONE allowed) ``[B]``; item, rider_item
    and hand are item codes ``[B]``; seat and held number the listener's seat and hand ``[B]``; ``once`` is the mask of
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
    held: Ints
    once: Ints
    turns: Ints


@dataclass(frozen=True)
class Felt:
    """What it does to the listener.

    fired bool ``[B, R]``; changes ``[B, K]``; flags bool ``[B, F]``; tactic and line ``[B]``, NONE without; once ``[B]``
    the mask with those that fired now.
    """

    fired: Bools
    changes: Ints
    flags: Bools
    tactic: Ints
    line: Ints
    once: Ints


def react(reactions: Reactions, heard: Heard, luck: Luck) -> Felt:
    """Which reactions fire in each lane and what they add up to."""
    lanes = len(heard.act)
    felt = Felt(
        fired=np.zeros((lanes, len(reactions.names)), bool),
        changes=np.zeros((lanes, len(CHANGES)), np.int32),
        flags=np.zeros((lanes, len(reactions.flags)), bool),
        tactic=np.full(lanes, NONE, np.int32),
        line=np.full(lanes, NONE, np.int32),
        once=heard.once.copy(),
    )
    kinds = heard.act * 2 + heard.seat
    counts = np.bincount(kinds)
    for kind in np.flatnonzero(counts).tolist():
        triggered = reactions.triggered[kind & 1][kind >> 1]
        if len(triggered.which):
            lane = np.flatnonzero(kinds == kind) if counts[kind] < lanes else np.arange(lanes)
            _react_to(triggered, heard, luck, lane, felt)
    return felt


def _react_to(triggered: Triggered, heard: Heard, luck: Luck, lane: NDArray[np.intp], felt: Felt) -> None:
    true = _predicates(triggered, heard, luck, lane)
    fired = (triggered.needs @ true) == triggered.count
    fired &= (felt.once[lane] >> triggered.once & 1) == 0
    sums = (triggered.effects @ fired.astype(np.float32)).astype(np.int32)
    size, hands = len(CHANGES), (len(sums) - felt.flags.shape[1]) // len(CHANGES)
    changes = sums[: hands * size].reshape(hands, size, -1)
    felt.fired[lane[:, None], triggered.which] = fired.T
    felt.changes[lane] = changes[heard.held[lane], :, np.arange(len(lane))]
    felt.flags[lane] = sums[hands * size :].T > 0
    felt.tactic[lane] = _first(fired, *triggered.tactics)
    felt.line[lane] = _first(fired, *triggered.lines)
    felt.once[lane] |= np.bitwise_or.reduce(fired.astype(np.int32) << triggered.once & 0x7FFFFFFF, axis=0)


def _predicates(triggered: Triggered, heard: Heard, luck: Luck, lane: NDArray[np.intp]) -> Floats:
    values = heard.facts[triggered.rows[:, None], lane]
    parts: list[Bools] = [(values >= triggered.low) & (values <= triggered.high)]
    if len(triggered.bit):
        parts.append((heard.facts[triggered.bit_row[:, None], lane] >> triggered.bit & 1) == triggered.wanted)
    if len(triggered.riders):
        parts.append(triggered.riders[:, heard.rider[lane]])
    if len(triggered.afters):
        parts.append(triggered.afters[:, heard.after[lane]])
    if len(triggered.items):
        sets = triggered.items
        parts.append(sets[:, heard.item[lane]] | sets[:, heard.rider_item[lane]] | sets[:, heard.hand[lane]])
    if triggered.chances:
        own, turns = luck.take(lane), heard.turns[lane]
        parts += [(own.below(1000, turns, name) < chance)[None] for name, chance in triggered.chances]
    return np.concatenate(parts).astype(np.float32)


def _first(fired: Bools, order: NDArray[np.intp], values: Ints) -> Ints:
    """The value of the first reaction in ``order`` that fired in each lane, NONE where none did."""
    if not len(order):
        return np.full(fired.shape[1], NONE, np.int32)
    hits = fired[order]
    first = hits.argmax(axis=0)
    return np.where(hits[first, np.arange(hits.shape[1])], values[first], NONE).astype(np.int32)
