"""Reactions compiled to arrays, once for each act that can set them off; ``psychology.react`` uses them in play.

A move has one act, so what is left to check in play are the other conditions of those that this act can set off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, SEAT, SITUATION_ID, TACTIC_ID
from game.engine.luck import Ints
from game.scenario.reaction import Reaction, Span, parse_range
from game.scenario.words import ACT_GROUPS, ACTS, EVIDENCE_FACTS, FACTS, OFFER_FACTS, STANCE, acts_in

T = TypeVar("T")
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
#: What an effect can change, in the order of the effect rows: stance and composure, then shift, then disclosure.
CHANGES = (*STANCE, "composure", "shift", "disclosure")
ABSENT = -(10**7)
FACT_ROW = {name: row for row, name in enumerate(FACTS)}
# Rows of the fact table after the facts themselves.
TIMES_ROW, FLAGS_ROW = len(FACTS), len(FACTS) + 1
ONCE_ROW = FLAGS_ROW + 2
SINCE_ROW = ONCE_ROW + 1
FLAG_BITS = 30
#: More turns ago than any game lasts: what was never done was not done within any range.
NEVER_SINCE = 500


@dataclass(frozen=True)
class Triggered:
    """The reactions that one act can set off in one listening seat: r of them, c conditions, K changes.

    Every condition is a number that has to lie in a span. The first are rows of the fact table, the others what is
    looked up for each of ``bits``, ``riders``, ``afters``, ``items`` and ``chances`` in turn.

    Attributes:
        which: their numbers in ``Reactions.names``, ``[r]``.
        low, high: the span of each condition, ``[c, 1]``.
        rows: the fact rows of the first.
        bits: a fact row and a bit in it: what is remembered.
        riders, afters: 0/1 ``[sets, acts + 1]``, by act number, the last = none. items: 0/1 ``[sets, item codes + 1]``.
        chances: the names of draws below 1000.
        needs: ``[r, c]`` which conditions each has; count ``[r, 1]`` how many.
        effects: ``[K + m, r]``: changes, then what of ``remembered`` each sets.
        remembered: m times a seat column and the mask to set in it.
        tactics, lines: place and value of those with a tactic or line, by rising priority.
    """

    which: NDArray[np.intp]
    low: Ints
    high: Ints
    rows: tuple[int, ...]
    bits: tuple[tuple[int, int], ...]
    riders: Bools
    afters: Bools
    items: Bools
    chances: tuple[str, ...]
    needs: Floats
    count: Floats
    effects: Floats
    remembered: tuple[tuple[int, int], ...]
    tactics: tuple[tuple[int, int], ...]
    lines: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Reactions:
    """A scenario's reactions. ``triggered[seat][act]`` are those an act sets off when that seat listens."""

    names: tuple[str, ...]
    themes: tuple[str | None, ...]
    flags: tuple[str, ...]
    since_acts: tuple[int, ...]
    triggered: tuple[tuple[Triggered, ...], tuple[Triggered, ...]]
    parts: tuple[Reaction, ...]


class _Conditions:
    """Collects the distinct conditions of some reactions, each kind with numbers of its own."""

    def __init__(self) -> None:
        self.ranges: dict[tuple[int, Span], int] = {}
        self.bits: dict[tuple[int, int, int], int] = {}
        self.riders: dict[frozenset[str], int] = {}
        self.afters: dict[frozenset[str], int] = {}
        self.items: dict[frozenset[str], int] = {}
        self.chances: dict[tuple[str, int], int] = {}
        self.of: list[list[tuple[int, int]]] = []

    def add(self, kind: int, number: int) -> None:
        self.of[-1].append((kind, number))

    def spans(self) -> list[Span]:
        """The span of each condition, in the order of the matrix."""
        sets = len(self.riders) + len(self.afters) + len(self.items)
        return [
            *(span for _, span in self.ranges),
            *(Span(wanted, wanted) for _, _, wanted in self.bits),
            *[Span(1, 1)] * sets,
            *(Span(0, chance - 1) for _, chance in self.chances),
        ]

    def matrix(self) -> Floats:
        """Which conditions each reaction has, 0/1 ``[r, c]``."""
        kinds = (self.ranges, self.bits, self.riders, self.afters, self.items, self.chances)
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
    once = tuple(reaction.name for reaction in kept if reaction.once)
    if len(flags) > 2 * FLAG_BITS or len(once) > FLAG_BITS:
        raise ValueError(f"at most {2 * FLAG_BITS} flags and {FLAG_BITS} reactions with 'once' fit into one game")
    known = _Kept(kept, setting, flags, since, once)
    one = tuple(_triggered(known, [r for r, x in enumerate(kept) if _set_off_by(x, act)]) for act in ACTS)
    two = tuple(_felt_by_the_other(triggered, known) for triggered in one)
    return Reactions(
        names=tuple(reaction.name for reaction in kept),
        themes=tuple(reaction.theme for reaction in kept),
        flags=flags,
        since_acts=since,
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


@dataclass(frozen=True)
class _Kept:
    """All reactions of a scenario, and the numbers of what they remember and ask about."""

    reactions: tuple[Reaction, ...]
    setting: Setting
    flags: tuple[str, ...]
    since: tuple[int, ...]
    once: tuple[str, ...]

    def row_and_bit(self, flag: str) -> tuple[int, int]:
        number = self.flags.index(flag)
        return FLAGS_ROW + number // FLAG_BITS, number % FLAG_BITS

    def sets(self, reaction: Reaction) -> list[tuple[int, int]]:
        """Fact row and bit of all that a reaction leaves in memory."""
        flag = [self.row_and_bit(reaction.then.remember)] if reaction.then.remember else []
        return [*flag, (ONCE_ROW, self.once.index(reaction.name))] if reaction.once else flag


def _triggered(kept: _Kept, which: list[int]) -> Triggered:
    to, reactions = _Conditions(), [kept.reactions[r] for r in which]
    for reaction in reactions:
        to.of.append([])
        _add_conditions(to, reaction, kept)
    spans, needs = np.array(to.spans(), np.int32).reshape(-1, 2), to.matrix()
    rising = sorted(range(len(which)), key=lambda n: (reactions[n].priority, -n))
    return Triggered(
        which=np.array(which, np.intp),
        low=spans[:, :1].copy(),
        high=spans[:, 1:].copy(),
        rows=tuple(row for row, _ in to.ranges),
        bits=tuple((row, bit) for row, bit, _ in to.bits),
        riders=_act_sets(to.riders),
        afters=_act_sets(to.afters),
        items=_item_sets(to.items, kept.setting.items),
        chances=tuple(name for name, _ in to.chances),
        needs=needs,
        count=needs.sum(axis=1, keepdims=True),
        effects=_effects(kept, reactions, 0),
        remembered=tuple((_MEMORY[row], 1 << bit) for row, bit in _settable(kept, reactions)),
        tactics=tuple((n, TACTIC_ID[tactic]) for n in rising if (tactic := reactions[n].then.tactic)),
        lines=tuple((n, SITUATION_ID[line]) for n in rising if (line := reactions[n].then.line)),
    )


#: The seat column behind each row of what is remembered.
_MEMORY = {FLAGS_ROW: SEAT["flags_0"], FLAGS_ROW + 1: SEAT["flags_1"], ONCE_ROW: SEAT["once"]}


def _settable(kept: _Kept, reactions: Sequence[Reaction]) -> list[tuple[int, int]]:
    return list(dict.fromkeys(bit for reaction in reactions for bit in kept.sets(reaction)))


def _felt_by_the_other(triggered: Triggered, kept: _Kept) -> Triggered:
    """The same reactions with the effects they have on the second seat."""
    reactions = [kept.reactions[r] for r in triggered.which.tolist()]
    return replace(triggered, effects=_effects(kept, reactions, 1))


def _add_conditions(to: _Conditions, reaction: Reaction, kept: _Kept) -> None:
    when, hands = reaction.when, kept.setting.hands
    for fact, text in when.facts.items():
        span = parse_range(text, FACTS[fact].scale)
        if fact in OFFER_FACTS or fact in EVIDENCE_FACTS:
            span = Span(max(span.low, ABSENT + 1), span.high)
        to.add(0, _number(to.ranges, (FACT_ROW[fact], span)))
    if when.times:
        to.add(0, _number(to.ranges, (TIMES_ROW, parse_range(when.times, 1))))
    for act, text in when.since.items():
        span = parse_range(text, 1)
        row = SINCE_ROW + kept.since.index(KIND[act])
        to.add(0, _number(to.ranges, (row, Span(span.low, min(span.high, NEVER_SINCE)))))
    for names, wanted in ((when.remembered, 1), (when.not_remembered, 0)):
        for flag in names:
            to.add(1, _number(to.bits, (*kept.row_and_bit(flag), wanted)))
    if reaction.once:
        to.add(1, _number(to.bits, (ONCE_ROW, kept.once.index(reaction.name), 0)))
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


def _effects(kept: _Kept, reactions: Sequence[Reaction], seat: int) -> Floats:
    """What each reaction changes in a seat, as its sensitivities have it, and what it leaves in memory."""
    settable, sensitivities = _settable(kept, reactions), kept.setting.sensitivities[seat]
    effects = np.zeros((len(CHANGES) + len(settable), len(reactions)), np.float32)
    for r, reaction in enumerate(reactions):
        then = reaction.then
        base = {name: round(1000 * delta) for name, delta in then.stance.items()}
        base |= {"shift": round(100 * then.aspiration), "disclosure": round(1000 * then.disclosure)}
        factor = sensitivities.get(reaction.theme, 1.0) if reaction.theme else 1.0
        effects[: len(CHANGES), r] = [round(base.get(name, 0) * factor) for name in CHANGES]
        for bit in kept.sets(reaction):
            effects[len(CHANGES) + settable.index(bit), r] = 1
    return effects


def without(reactions: Reactions, name: str) -> Sequence[Reaction]:
    """The reactions but one, to compile again and see what it does.

    Raises:
        KeyError: there is no reaction of that name.
    """
    if name not in reactions.names:
        raise KeyError(name)
    return [reaction for reaction in reactions.parts if reaction.name != name]
