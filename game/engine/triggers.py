"""Reactions compiled to arrays, once for each act that can set them off; ``psychology.react`` uses them in play.

A move has one act, so what is left to check in play are the other conditions of those that this act can set off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, SITUATION_ID, TACTIC_ID
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
SINCE_ROW = FLAGS_ROW + 2
FLAG_BITS = 30
#: More turns ago than any game lasts: what was never done was not done within any range.
NEVER_SINCE = 500


@dataclass(frozen=True)
class Triggered:
    """The reactions that one act can set off in one listening seat: r of them, c conditions, K changes.

    Attributes:
        which: their numbers in ``Reactions.names``, ``[r]``.
        rows, low, high: range conditions: the fact row and the span it must lie in.
        bit_row, bit, wanted: flag conditions.
        riders, afters: 0/1 ``[sets, acts + 1]``, looked up by act number (the last column = none).
        items: 0/1 ``[sets, item codes + 1]``.
        chances: per thousand, with the names of their draws.
        needs: ``[r, c]`` which conditions each has; count ``[r, 1]`` how many.
        once: ``[r, 1]`` the bit of the mask of reactions that fire once, 31 for the others; has_once: if there are any.
        effects: ``[K + f, r]``: changes, then the f flags these reactions can set.
        flag_bits: ``[f, 2]``: the bit of each of those in the two flag columns.
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
    has_once: bool
    effects: Floats
    flag_bits: Ints
    tactics: tuple[NDArray[np.intp], Ints]
    lines: tuple[NDArray[np.intp], Ints]


@dataclass(frozen=True)
class Reactions:
    """A scenario's reactions. ``triggered[seat][act]`` are those an act sets off when that seat listens."""

    names: tuple[str, ...]
    themes: tuple[str | None, ...]
    flags: tuple[str, ...]
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
    one = tuple(_triggered(kept, which, setting, flags, since, once) for which in by_act)
    two = tuple(_felt_by(triggered, kept, setting.sensitivities[1]) for triggered in one)
    return Reactions(
        names=tuple(reaction.name for reaction in kept),
        themes=tuple(reaction.theme for reaction in kept),
        flags=flags,
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
    settable = list(dict.fromkeys(flag for r in which if (flag := kept[r].then.remember)))
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
        has_once=any(r in once for r in which),
        effects=_effects([kept[r] for r in which], setting.sensitivities[0], settable),
        flag_bits=np.array([_flag_bits(flags.index(flag)) for flag in settable], np.int32).reshape(-1, 2),
        tactics=_ordered(tactics),
        lines=_ordered(lines),
    )


def _felt_by(triggered: Triggered, kept: tuple[Reaction, ...], sensitivities: Mapping[str, float]) -> Triggered:
    """The same reactions with the effects they have on the other seat."""
    reactions = [kept[r] for r in triggered.which.tolist()]
    settable = list(dict.fromkeys(flag for r in reactions if (flag := r.then.remember)))
    return replace(triggered, effects=_effects(reactions, sensitivities, settable))


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


def _flag_bits(flag: int) -> tuple[int, int]:
    bit = 1 << flag % FLAG_BITS
    return (bit, 0) if flag < FLAG_BITS else (0, bit)


def _effects(reactions: list[Reaction], sensitivities: Mapping[str, float], settable: list[str]) -> Floats:
    effects = np.zeros((len(CHANGES) + len(settable), len(reactions)), np.float32)
    for r, reaction in enumerate(reactions):
        then = reaction.then
        base = {name: round(1000 * delta) for name, delta in then.stance.items()}
        base |= {"shift": round(100 * then.aspiration), "disclosure": round(1000 * then.disclosure)}
        factor = sensitivities.get(reaction.theme, 1.0) if reaction.theme else 1.0
        effects[: len(CHANGES), r] = [round(base.get(name, 0) * factor) for name in CHANGES]
        if then.remember:
            effects[len(CHANGES) + settable.index(then.remember), r] = 1
    return effects


def without(reactions: Reactions, name: str) -> Sequence[Reaction]:
    """The reactions but one, to compile again and see what it does.

    Raises:
        KeyError: there is no reaction of that name.
    """
    if name not in reactions.names:
        raise KeyError(name)
    return [reaction for reaction in reactions.parts if reaction.name != name]
