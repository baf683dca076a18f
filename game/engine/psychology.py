"""Reactions compiled to arrays: conditions become predicates, and two matrix products decide what fires and what it does.

``predicates [C, B]`` are 0/1. A reaction fires where all its conditions hold: ``needs @ predicates == count``. Its
effects add up: ``effects @ fired``. The products carry small integers in float32, where they are exact below 2**24, so
the result does not depend on the order of summation or the linear algebra library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SEAT, SITUATION_ID, TACTIC_ID
from game.engine.luck import Ints
from game.scenario.reaction import Reaction, Span, parse_range
from game.scenario.words import ACTS, EVIDENCE_FACTS, FACTS, OFFER_FACTS, STANCE, acts_in

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
#: What an effect can change, in the order of the effect rows: stance and composure, then shift, then disclosure.
CHANGES = (*STANCE, "composure", "shift", "disclosure")
CHANGED_COLUMNS = np.array([SEAT[name] for name in CHANGES])
ABSENT = -(10**7)
FACT_ROW = {name: row for row, name in enumerate(FACTS)}
# Rows of the fact table after the facts themselves.
TIMES_ROW, HAND_ROW, FLAGS_ROW = len(FACTS), len(FACTS) + 1, len(FACTS) + 2
SINCE_ROW = FLAGS_ROW + 2
FLAG_BITS = 30


@dataclass(frozen=True)
class Reactions:
    """A scenario's reactions for both seats. R reactions, C conditions, H hands, K = len(CHANGES).

    Attributes:
        names: the R names, in order.
        rows, low, high: ``[C1]`` range conditions: the fact row and the span it must lie in.
        bit_row, bit, wanted: ``[C2]`` flag conditions.
        acts, riders, afters: 0/1 tables ``[C3, acts + 1]`` looked up by act number (the last column = none).
        items: ``[C6]`` allowed item sets as masks, and ``item_acts`` ``[C6, acts]`` which acts' items they are of.
        chances: ``[C7]`` per thousand, with ``chance_names``.
        needs: ``[R, C]`` which conditions a reaction has; ``count`` ``[R]`` how many.
        effects: ``[2 * H * K + flags, R]``.
        since_acts: ``[S]`` act numbers whose last time is a fact.
    """

    names: tuple[str, ...]
    themes: tuple[str | None, ...]
    flags: tuple[str, ...]
    hands: int
    rows: NDArray[np.intp]
    low: Ints
    high: Ints
    bit_row: NDArray[np.intp]
    bit: Ints
    wanted: Ints
    acts: Bools
    riders: Bools
    afters: Bools
    items: Bools
    chances: Ints
    chance_names: tuple[str, ...]
    needs: Floats
    count: Floats
    once: Bools
    effects: Floats
    tactic_order: NDArray[np.intp]
    tactic_value: Ints
    line_order: NDArray[np.intp]
    line_value: Ints
    since_acts: NDArray[np.intp]


class _Conditions:
    """Collects the distinct conditions of all reactions, each kind with numbers of its own."""

    def __init__(self) -> None:
        self.kinds: dict[str, dict[object, int]] = {
            kind: {} for kind in ("range", "flag", "act", "rider", "after", "item", "chance")
        }
        self.of: list[list[tuple[str, int]]] = []

    def add(self, kind: str, value: object) -> None:
        known = self.kinds[kind]
        self.of[-1].append((kind, known.setdefault(value, len(known))))

    def matrix(self) -> Floats:
        starts, total = {}, 0
        for kind, known in self.kinds.items():
            starts[kind], total = total, total + len(known)
        needs = np.zeros((len(self.of), total), np.float32)
        for row, conditions in enumerate(self.of):
            for kind, number in conditions:
                needs[row, starts[kind] + number] = 1
        return needs


def compile_reactions(
    reactions: Sequence[Reaction],
    hands: Sequence[Sequence[str]],
    sensitivities: Sequence[Mapping[str, float]],
    items: Mapping[str, int],
    more_flags: Sequence[str] = (),
) -> Reactions:
    """Compile reactions for two seats.

    Args:
        reactions: the general ones, then the scenario's own; a later one of the same name replaces the earlier.
        hands: the hand ids of each seat. sensitivities: theme -> factor, of each seat.
        items: item code of every id that a move can name (see ``tables.py``).
        more_flags: flags that something other than a reaction sets.
    """
    kept = tuple({reaction.name: reaction for reaction in reactions}.values())
    flags = tuple(dict.fromkeys([*(flag for r in kept for flag in _flags_of(r)), *more_flags]))
    since = tuple(dict.fromkeys(KIND[act] for r in kept for act in r.when.since))
    conditions = _Conditions()
    for reaction in kept:
        conditions.of.append([])
        _add_conditions(conditions, reaction, flags, since, hands)
    kinds = conditions.kinds
    ranges: list[tuple[int, Span]] = list(kinds["range"])  # type: ignore[arg-type]  # the keys added under "range"
    bits: list[tuple[int, int]] = list(kinds["flag"])  # type: ignore[arg-type]  # likewise
    needs = conditions.matrix()
    ordered = sorted(range(len(kept)), key=lambda r: -kept[r].priority)
    tactics = [r for r in ordered if kept[r].then.tactic]
    lines = [r for r in ordered if kept[r].then.line]
    return Reactions(
        names=tuple(reaction.name for reaction in kept),
        themes=tuple(reaction.theme for reaction in kept),
        flags=flags,
        hands=max(len(seat) for seat in hands),
        rows=np.array([row for row, _ in ranges], np.intp),
        low=np.array([span.low for _, span in ranges], np.int32),
        high=np.array([span.high for _, span in ranges], np.int32),
        bit_row=np.array([FLAGS_ROW + flag // FLAG_BITS for flag, _ in bits], np.intp),
        bit=np.array([flag % FLAG_BITS for flag, _ in bits], np.int32),
        wanted=np.array([wanted for _, wanted in bits], np.int32),
        acts=_act_sets(kinds["act"]),
        riders=_act_sets(kinds["rider"]),
        afters=_act_sets(kinds["after"]),
        items=_item_sets(kinds["item"], items),
        chances=np.array([round(chance * 1000) for _, chance in kinds["chance"]], np.int32),  # type: ignore[misc]
        chance_names=tuple(f"chance {name}" for name, _ in kinds["chance"]),  # type: ignore[misc]
        needs=needs,
        count=needs.sum(axis=1, keepdims=True),
        once=np.array([reaction.once for reaction in kept], bool),
        effects=_effects(kept, flags, hands, sensitivities),
        tactic_order=np.array(tactics, np.intp),
        tactic_value=np.array([TACTIC_ID[kept[r].then.tactic] for r in tactics] + [NONE], np.int32),
        line_order=np.array(lines, np.intp),
        line_value=np.array([SITUATION_ID[kept[r].then.line] for r in lines] + [NONE], np.int32),
        since_acts=np.array(since, np.intp),
    )


def _flags_of(reaction: Reaction) -> list[str]:
    own = [reaction.then.remember] if reaction.then.remember else []
    return [*own, *reaction.when.remembered, *reaction.when.not_remembered]


def _add_conditions(
    to: _Conditions, reaction: Reaction, flags: tuple[str, ...], since: tuple[int, ...], hands: Sequence[Sequence[str]]
) -> None:
    when = reaction.when
    for kind, names in (("act", when.act), ("rider", when.rider), ("after", when.after)):
        if names:
            to.add(kind, frozenset(act for name in names for act in acts_in(name)))
    for fact, text in when.facts.items():
        span = parse_range(text, FACTS[fact].scale)
        if fact in OFFER_FACTS or fact in EVIDENCE_FACTS:
            span = Span(max(span.low, ABSENT + 1), span.high)
        to.add("range", (FACT_ROW[fact], span))
    if when.times:
        to.add("range", (TIMES_ROW, parse_range(when.times, 1)))
    for act, text in when.since.items():
        span = parse_range(text, 1)
        to.add("range", (SINCE_ROW + since.index(KIND[act]), Span(span.low, min(span.high, 500))))
    for names, wanted in ((when.remembered, 1), (when.not_remembered, 0)):
        for flag in names:
            to.add("flag", (flags.index(flag), wanted))
    if when.item:
        to.add("item", frozenset(when.item))
    if when.hand:
        held = {f"{seat}/{hand}" for seat in (0, 1) for hand in when.hand if hand in hands[seat]}
        to.add("item", frozenset({"hand", *held}))
    if when.chance < 1:
        to.add("chance", (reaction.name, when.chance))


def _act_sets(known: Mapping[object, int]) -> Bools:
    table = np.zeros((len(known), len(ACTS) + 1), bool)
    for acts, row in known.items():
        for act in acts:  # type: ignore[attr-defined]  # a frozenset of names
            table[row, KIND[act]] = True
    return table


def _item_sets(known: Mapping[object, int], items: Mapping[str, int]) -> Bools:
    """0/1 ``[sets, codes + 1]``: an item code, or the code of a seat's hand, is in the set; the last column = none."""
    table = np.zeros((len(known), max(items.values(), default=-1) + 2), bool)
    for names, row in known.items():
        for name in names:  # type: ignore[attr-defined]  # a frozenset of ids
            if name in items:
                table[row, items[name]] = True
    return table


def _effects(
    reactions: tuple[Reaction, ...],
    flags: tuple[str, ...],
    hands: Sequence[Sequence[str]],
    sensitivities: Sequence[Mapping[str, float]],
) -> Floats:
    block, height = len(CHANGES), max(len(seat) for seat in hands)
    effects = np.zeros((2 * height * block + len(flags), len(reactions)), np.float32)
    for r, reaction in enumerate(reactions):
        then = reaction.then
        base = {name: round(1000 * delta) for name, delta in then.stance.items()}
        base |= {"shift": round(100 * then.aspiration), "disclosure": round(1000 * then.disclosure)}
        for seat in (0, 1):
            factor = sensitivities[seat].get(reaction.theme, 1.0) if reaction.theme else 1.0
            for hand in range(height):
                at = (seat * height + hand) * block
                effects[at : at + block, r] = [round(base.get(name, 0) * factor) for name in CHANGES]
        if then.remember:
            effects[2 * height * block + flags.index(then.remember), r] = 1
    return effects


def without(reactions: Reactions, name: str) -> Reactions:
    """The same reactions with one switched off, to see what it does.

    Raises:
        KeyError: there is no reaction of that name.
    """
    if name not in reactions.names:
        raise KeyError(name)
    count = reactions.count.copy()
    count[reactions.names.index(name)] = 1000
    return Reactions(**{**{f: getattr(reactions, f) for f in reactions.__dataclass_fields__}, "count": count})


@dataclass(frozen=True)
class Heard:
    """A move as its listener takes it in, for ``B`` lanes.

    ``facts`` int32 ``[SINCE_ROW + S, B]``; act, rider and after are act numbers (NONE allowed) ``[B]``; item, rider_item
    and hand are item codes ``[B]``; seat and held number the listener's seat and hand ``[B]``.
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


@dataclass(frozen=True)
class Felt:
    """What it does to the listener: fired bool ``[B, R]``, changes ``[B, K]``, flags ``[B, F]``, tactic, line ``[B]``."""

    fired: Bools
    changes: Ints
    flags: Bools
    tactic: Ints
    line: Ints


def react(reactions: Reactions, heard: Heard, ever: Bools, luck_rows: Sequence[Ints]) -> Felt:
    """Which reactions fire and what they add up to; ``ever [B, R]`` marks those that fired earlier in the game."""
    true = _predicates(reactions, heard, luck_rows)
    fired = (reactions.needs @ true) == reactions.count
    if reactions.once.any():
        fired &= ~(ever.T & reactions.once[:, None])
    sums = (reactions.effects @ fired.astype(np.float32)).astype(np.int32)
    size = len(CHANGES)
    blocks = sums[: 2 * reactions.hands * size].reshape(2 * reactions.hands, size, -1)
    changes = blocks[heard.seat * reactions.hands + heard.held, :, np.arange(blocks.shape[2])]
    return Felt(
        fired=fired.T,
        changes=changes,
        flags=sums[2 * reactions.hands * size :].T > 0,
        tactic=_first(fired, reactions.tactic_order, reactions.tactic_value),
        line=_first(fired, reactions.line_order, reactions.line_value),
    )


def _predicates(reactions: Reactions, heard: Heard, luck_rows: Sequence[Ints]) -> Floats:
    values = heard.facts[reactions.rows]
    parts: list[NDArray[np.generic]] = [(values >= reactions.low[:, None]) & (values <= reactions.high[:, None])]
    if len(reactions.bit):
        bits = (heard.facts[reactions.bit_row] >> reactions.bit[:, None]) & 1
        parts.append(bits == reactions.wanted[:, None])
    parts += [reactions.acts[:, heard.act], reactions.riders[:, heard.rider], reactions.afters[:, heard.after]]
    if len(reactions.items):
        sets = reactions.items
        parts.append(sets[:, heard.item] | sets[:, heard.rider_item] | sets[:, heard.hand])
    parts += [row[None] for row in _chances(reactions, luck_rows)]
    return np.concatenate(parts).astype(np.float32)


def _chances(reactions: Reactions, luck_rows: Sequence[Ints]) -> list[Bools]:
    return [draw < chance for draw, chance in zip(luck_rows, reactions.chances, strict=True)]


def _first(fired: Bools, order: NDArray[np.intp], values: Ints) -> Ints:
    """The value of the first reaction in ``order`` that fired in each lane, NONE where none did."""
    if not len(order):
        return np.full(fired.shape[1], NONE, np.int32)
    hits = fired[order]
    return np.where(hits.any(axis=0), values[hits.argmax(axis=0)], NONE).astype(np.int32)
