"""From a scenario to tables: numbers for names, points scaled, the ladder built."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine import ladder
from game.engine.columns import KIND, NONE
from game.engine.compile_items import event_tables, item_tables, meeting_tables
from game.engine.luck import Ints
from game.engine.tables import ACT_FAMILY, FAMILIES, Bools, Names, Tables
from game.engine.triggers import Reactions, Setting, compile_reactions
from game.scenario.model import Hand, Scenario, Seat
from game.scenario.options import is_precise, option_id, option_ids, points_of
from game.scenario.reaction import Reaction
from game.scenario.words import ACTS, STANCE

TEMPER = {"trust": 0.5, "patience": 0.85, "defensiveness": 0.3, "face": 0.7, "seen_confidence": 0.5,
          "seen_desperation": 0.2, "composure": 0.75}  # fmt: skip
_CURVE_POWER = 3
#: Up to so many packages the ladder tells the hands apart by each issue they have spoken of; beyond, only once all of
#: the other's hand is known (it would take seconds to work out).
_TOLD_APART = 20_000


def compile_scenario(scenario: Scenario, general: Sequence[Reaction]) -> Tables:
    """Tables of a sound scenario, with the general reactions before its own.

    A scenario is sound when ``scenario.check`` has no problem with it; what happens with others is not defined.
    """
    names = _names(scenario)
    height = max(len(hands) for hands in names.hands)
    sizes = np.array([len(options) for options in names.options], np.int32)
    strides = np.append(np.cumprod(sizes[::-1])[::-1][1:], 1).astype(np.int32)
    digits = np.stack(np.unravel_index(np.arange(int(np.prod(sizes))), tuple(sizes)), axis=1).astype(np.int16)
    worth, issue_worth = _worths(scenario, digits, sizes, height)
    possible = np.stack([_allowed(scenario, seat.impossible, digits) for seat in scenario.seats])
    both: Bools = possible[0] & possible[1]
    promisable = _promisable(scenario, digits, height)
    items, offsets = _items(names, height)
    reservation = _per_hand(scenario, height, lambda hand: round(hand.reservation * 100))
    quo = [names.options[i].index(option_id(x, x.status_quo)) for i, x in enumerate(scenario.issues)]
    price = [i for i, issue in enumerate(scenario.issues) if issue.price]
    reactions = _reactions(scenario, general, names, items)
    return Tables(
        names=names,
        digits=digits,
        strides=strides,
        sizes=sizes,
        worth=worth,
        issue_worth=issue_worth,
        status_quo=int(np.dot(quo, strides)),
        price_issue=price[0] if price else NONE,
        reservation=reservation,
        opening=_per_hand(scenario, height, lambda hand: round(hand.opening * 100)),
        weights=_per_hand(scenario, height, lambda hand: round(hand.weight * 1000)),
        hand_count=(len(names.hands[0]), len(names.hands[1])),
        best=_best(worth, reservation, both),
        joint_best=_joint_best(worth, both),
        joint_least=(reservation[0][:, None] + reservation[1][None, :]).astype(np.int32),
        promisable=promisable,
        approval=_per_hand(scenario, height, lambda hand: round(1000 * hand.authority.chance) if hand.authority else 0),
        possible=possible,
        ladder=_ladder(scenario, worth, issue_worth, digits, possible, promisable),
        curve=_per_hand(scenario, height, lambda hand: _curve(hand.stubborn)),
        temper=_per_hand2(scenario, height, _temper),
        precise=np.array(is_precise(scenario.issues[price[0]]) if price else [False]),
        expert=np.array([seat.expert for seat in scenario.seats], np.int32),
        collecting=_per_hand(scenario, height, lambda hand: int(hand.collecting)).astype(bool),
        yields=_per_hand(scenario, height, lambda hand: hand.yields_in_meeting - 1),
        **meeting_tables(scenario, names),
        **event_tables(scenario, names, reactions),
        **item_tables(scenario, names),
        alike=_alike(issue_worth, names, height, len(digits) <= _TOLD_APART),
        reactions=reactions,
        offsets=offsets,
        act_offset=_act_offsets(offsets),
    )


def _names(scenario: Scenario) -> Names:
    first, second = scenario.seats
    return Names(
        seats=(first.id, second.id),
        hands=(tuple(h.id for h in first.hands), tuple(h.id for h in second.hands)),
        issues=tuple(issue.id for issue in scenario.issues),
        options=tuple(tuple(option_ids(issue)) for issue in scenario.issues),
        evidence=tuple(x.id for x in scenario.evidence),
        research=tuple(x.id for x in scenario.research),
        favours=tuple(x.id for x in scenario.favours),
        details=tuple(x.id for x in scenario.details),
        conditions=tuple(x.id for x in scenario.conditions),
        processes=tuple(x.id for x in scenario.processes),
        meetings=tuple(x.id for x in scenario.meetings),
        moments=tuple(tuple(m.id for m in x.moments) for x in scenario.meetings),
        worries=(tuple(first.worries), tuple(second.worries)),
    )


def _per_hand(scenario: Scenario, height: int, value: Callable[[Hand], int | list[int]]) -> Ints:
    return _per_hand2(scenario, height, lambda _, hand: value(hand))


def _per_hand2(scenario: Scenario, height: int, value: Callable[[Seat, Hand], int | list[int]]) -> Ints:
    """``[2, H, ..]``; rows of hands that a seat does not have repeat its last one."""
    rows = [[value(seat, hand) for hand in seat.hands] for seat in scenario.seats]
    return np.array([row + [row[-1]] * (height - len(row)) for row in rows], np.int32)


def _temper(seat: Seat, hand: Hand) -> list[int]:
    start = TEMPER | seat.temper | hand.temper
    return [round(1000 * start[name]) for name in (*STANCE, "composure")]


def _curve(stubborn: float) -> list[int]:
    """Share of the way still ahead, x1000, for elapsed time 0..1000: even at 0, all at the end at 1. Integers only."""
    late = round(1000 * stubborn)
    return [
        1000 - ((1000 - late) * t + late * t**_CURVE_POWER // 1000 ** (_CURVE_POWER - 1)) // 1000 for t in range(1001)
    ]


def _worths(scenario: Scenario, digits: NDArray[np.int16], sizes: Ints, height: int) -> tuple[Ints, Ints]:
    """Utility x100 ``[2, H, P]`` and what each issue adds ``[2, H, I, options]``; the best package is worth 100."""
    worth = np.zeros((2, height, len(digits)), np.int32)
    by_issue = np.zeros((2, height, len(sizes), int(sizes.max())), np.int32)
    for s, seat in enumerate(scenario.seats):
        for h in range(height):
            hand = seat.hands[min(h, len(seat.hands) - 1)]
            points = [np.array(points_of(seat, hand, issue)) for issue in scenario.issues]
            total = sum(column[digits[:, i]] for i, column in enumerate(points)) + _together(scenario, seat, digits)
            scale = 10_000 / max(float(total.max()), 1e-9)
            worth[s, h] = np.rint(total * scale)
            for i, column in enumerate(points):
                by_issue[s, h, i, : len(column)] = np.rint(column * scale)
    return worth, by_issue


def _together(scenario: Scenario, seat: Seat, digits: NDArray[np.int16]) -> NDArray[np.float64]:
    extra = np.zeros(len(digits))
    for pair in seat.interactions:
        wanted = {issue: [option] for issue, option in [*pair.first.items(), *pair.second.items()]}
        extra += pair.points * _has_all(scenario, wanted, digits)
    return extra


def _has_all(scenario: Scenario, wanted: dict[str, list[str]], digits: NDArray[np.int16]) -> Bools:
    hit = np.ones(len(digits), bool)
    for i, issue in enumerate(scenario.issues):
        if issue.id in wanted:
            ids = option_ids(issue)
            hit &= np.isin(digits[:, i], [ids.index(option_id(issue, option)) for option in wanted[issue.id]])
    return hit


def _allowed(scenario: Scenario, barred: dict[str, list[str]], digits: NDArray[np.int16]) -> Bools:
    """Packages with none of the barred options."""
    hit = np.zeros(len(digits), bool)
    for issue, options in barred.items():
        hit |= _has_all(scenario, {issue: options}, digits)
    return ~hit


def _promisable(scenario: Scenario, digits: NDArray[np.int16], height: int) -> Bools:
    table = np.ones((2, height, len(digits)), bool)
    for s, seat in enumerate(scenario.seats):
        for h, hand in enumerate(seat.hands):
            if hand.authority:
                table[s, h] = _allowed(scenario, hand.authority.options, digits)
            if hand.collecting:
                table[s, h] = False
    return table


def _best(worth: Ints, reservation: Ints, possible: Bools) -> Ints:
    height = worth.shape[1]
    best = np.zeros((2, height, height), np.int32)
    for seat in (0, 1):
        for own in range(height):
            for other in range(height):
                mine, theirs = worth[seat, own], worth[1 - seat, other]
                fine = possible & (theirs >= reservation[1 - seat, other]) & (mine >= reservation[seat, own])
                best[seat, own, other] = mine[fine].max() if fine.any() else mine.max()
    return best


def _joint_best(worth: Ints, possible: Bools) -> Ints:
    height = worth.shape[1]
    pairs = [[(worth[0, a] + worth[1, b])[possible].max() for b in range(height)] for a in range(height)]
    return np.array(pairs, np.int32)


def _ladder(
    scenario: Scenario, worth: Ints, issue_worth: Ints, digits: NDArray[np.int16], possible: Bools, promisable: Bools
) -> Ints:
    height, issues = worth.shape[1], digits.shape[1]
    table = np.zeros((2, height, 2, height + 1, 1 << issues, ladder.RUNGS), np.int32)
    places = np.arange(issues)
    for seat in (0, 1):
        others = _views_of(worth[1 - seat], issue_worth[1 - seat], digits, len(scenario.seats[1 - seat].hands), height)
        for hand in range(len(scenario.seats[seat].hands)):
            adds = issue_worth[seat, hand][places, digits].astype(np.int64)
            mirror = issue_worth[seat, hand].max(axis=1).astype(np.int64) - adds
            bound = possible[seat] & promisable[seat, hand]
            limited = bool(bound.any()) and not bool((bound == possible[seat]).all())
            for lifted, allowed in ((1, possible[seat]), (0, bound)) if limited else ((1, possible[seat]),):
                steps = ladder.Steps(worth[seat, hand].astype(np.int64), allowed)
                usual = others[height][0]
                for view, (by_issue, extra) in others.items():
                    alone = view < height and len(digits) > _TOLD_APART
                    table[seat, hand, lifted, view] = ladder.build(steps, mirror, by_issue, extra, alone, usual)
                for view in set(range(height)) - others.keys():
                    table[seat, hand, lifted, view] = table[seat, hand, lifted, height]
            if not limited:
                table[seat, hand, 0] = table[seat, hand, 1]
    return table


def _views_of(
    worth: Ints, issue_worth: Ints, digits: NDArray[np.int16], hands: int, height: int
) -> dict[int, tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """What the other seat's issues and interactions add: for each hand it may hold, and under ``height`` on average."""
    places = np.arange(digits.shape[1])
    adds = [issue_worth[hand][places, digits].astype(np.int64) for hand in range(hands)]
    extra = [worth[hand].astype(np.int64) - adds[hand].sum(axis=1) for hand in range(hands)]
    views = {height: (sum(adds) // hands, sum(extra) // hands)}
    if hands > 1:
        views |= {hand: (adds[hand], extra[hand]) for hand in range(hands)}
    return views


def _alike(issue_worth: Ints, names: Names, height: int, apart: bool) -> Ints:
    """``[2, H, 2**I]``: for a hand and the issues told of, the first of the seat's hands that would have told the same.

    The other seat cannot tell those apart, so it looks its ladder up under that one.
    """
    issues = issue_worth.shape[2]
    table = np.full((2, height, 1 << issues), height, np.int32)
    for seat in (0, 1) if apart else ():
        same = (issue_worth[seat][:, None] == issue_worth[seat][None]).all(axis=3)
        for told in range(1 << issues):
            among = [issue for issue in range(issues) if told >> issue & 1]
            table[seat, :, told] = same[:, :, among].all(axis=2).argmax(axis=1)
    return table


def _items(names: Names, height: int) -> tuple[dict[str, int], dict[str, int]]:
    codes: dict[str, int] = {}
    offsets: dict[str, int] = {}
    total = 0
    for family in FAMILIES:
        offsets[family] = total
        codes |= {name: total + place for place, name in enumerate(names.of(family))}
        total += len(names.of(family))
    offsets["hands"] = total
    codes |= {f"{s}/{hand}": total + s * height + h for s in (0, 1) for h, hand in enumerate(names.hands[s])}
    return codes | {"": total + 2 * height}, offsets


def _act_offsets(offsets: dict[str, int]) -> Ints:
    table = np.full(len(ACTS) + 1, -(10**6), np.int32)
    for act, family in ACT_FAMILY.items():
        table[KIND[act]] = offsets[family]
    return table


def _reactions(scenario: Scenario, general: Sequence[Reaction], names: Names, items: dict[str, int]) -> Reactions:
    more = [scenario.event.remember] if scenario.event and scenario.event.remember else []
    felt = [{str(theme): factor for theme, factor in seat.sensitivities.items()} for seat in scenario.seats]
    return compile_reactions([*general, *scenario.reactions], Setting(names.hands, felt, items, more))
