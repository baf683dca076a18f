"""The tables of meetings, the event and all a move can name: evidence, research, favours, conditions, processes."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.engine.columns import ASKED, NONE
from game.engine.luck import Ints
from game.engine.tables import Bools, Names
from game.engine.triggers import Reactions
from game.scenario.model import Scenario


def _mask(ids: Sequence[str], known: Sequence[str]) -> int:
    return sum(1 << known.index(name) for name in ids)


def meeting_tables(scenario: Scenario, names: Names) -> dict[str, Any]:
    """Turns, channels and moments of the meetings, and who opens."""
    width = max(len(meeting.moments) for meeting in scenario.meetings)
    bad = np.zeros((len(scenario.meetings), width), bool)
    base = np.cumsum([0, *(len(meeting.moments) for meeting in scenario.meetings)])[:-1]
    known = 0
    for m, meeting in enumerate(scenario.meetings):
        for j, moment in enumerate(meeting.moments):
            bad[m, j] = moment.bad
            known |= int(moment.known or j == 0) << int(base[m] + j)
    return {
        "turns": np.array([meeting.turns for meeting in scenario.meetings], np.int32),
        "written": np.array([meeting.channel == "email" for meeting in scenario.meetings]),
        "bad": bad,
        "moments_known": np.array(known, np.int32),
        "moment_base": base.astype(np.int32),
        "opens": names.seats.index(scenario.opens),
    }


def event_tables(scenario: Scenario, names: Names, reactions: Reactions) -> dict[str, Any]:
    """What the mid-scene event brings, by seat."""
    event = scenario.event
    evidence = [0, 0]
    for x in event.evidence if event else ():
        evidence[names.seats.index(_owner(scenario, x))] |= 1 << names.evidence.index(x)
    shift, alternative = (event.aspiration, event.alternative) if event else ({}, {})
    return {
        "event_turn": event.turn if event else NONE,
        "event_evidence": np.array(evidence, np.int32),
        "event_shift": np.array([round(100 * shift.get(seat, 0)) for seat in names.seats], np.int32),
        "event_reservation": np.array([round(100 * alternative.get(seat, 0)) for seat in names.seats], np.int32),
        "event_flag": reactions.flags.index(event.remember) if event and event.remember else NONE,
    }


def _owner(scenario: Scenario, evidence: str) -> str:
    return next(x.seat for x in scenario.evidence if x.id == evidence)


def item_tables(scenario: Scenario, names: Names) -> dict[str, Any]:
    """Everything a move can name, with one more entry at the end that NONE falls on."""
    return (
        _evidence_tables(scenario, names)
        | _research_tables(scenario, names)
        | {
            "favour_seat": _seats(names, [x.seat for x in scenario.favours]),
            "favour_cost": _numbers([100 * x.cost for x in scenario.favours]),
            "favour_value": _numbers([1000 * x.value for x in scenario.favours]),
            "favour_lifts": np.array([x.lifts_authority for x in scenario.favours] + [False]),
            "detail_costs": np.array(
                [[round(100 * x.vague_costs.get(seat, 0)) for x in scenario.details] + [0] for seat in names.seats],
                np.int32,
            ),
            "condition_seat": _seats(names, [x.seat for x in scenario.conditions]),
            "condition_gain": _numbers([100 * x.gain for x in scenario.conditions]),
            "condition_benefit": _numbers([100 * x.benefit for x in scenario.conditions]),
            "condition_hard": _hand_sets(scenario, names, [x.hard_for for x in scenario.conditions]),
            "condition_binds": _hand_sets(scenario, names, [x.binds for x in scenario.conditions]),
            "process_moment": _numbers([_moment_of(scenario, x.moment) for x in scenario.processes]),
            "process_lifts": np.array([x.lifts_authority for x in scenario.processes] + [False]),
            "process_trust": _numbers([1000 * (1 - x.welcome) for x in scenario.processes]),
            "budget": np.array([seat.budget for seat in scenario.seats], np.int32),
        }
    )


def _evidence_tables(scenario: Scenario, names: Names) -> dict[str, Any]:
    known, asked = [0, 0], np.zeros((2, len(ASKED) + 1), np.int32)
    for e, x in enumerate(scenario.evidence):
        seat = names.seats.index(x.seat)
        if x.found == "known":
            known[seat] |= 1 << e
        for act in x.found_by:
            asked[seat, ASKED.get(act, len(ASKED))] |= 1 << e
    return {
        "evidence_seat": _seats(names, [x.seat for x in scenario.evidence]),
        "evidence_strength": _numbers([1000 * x.strength for x in scenario.evidence]),
        "evidence_countered": np.array([x.easily_countered for x in scenario.evidence] + [False]),
        "evidence_aims": np.array([x.aims_at is not None for x in scenario.evidence] + [False]),
        "evidence_known": np.array(known, np.int32),
        "evidence_asked": asked,
    }


def _research_tables(scenario: Scenario, names: Names) -> dict[str, Any]:
    every = {moment: i for i, moment in enumerate(m for meeting in names.moments for m in meeting)}
    research = scenario.research
    return {
        "research_seat": _seats(names, [x.seat for x in research]),
        "research_cost": _numbers([x.cost for x in research]),
        "research_evidence": _numbers([_mask(x.evidence, names.evidence) for x in research]),
        "research_issues": _numbers([_mask(x.priorities, names.issues) for x in research]),
        "research_moments": _numbers([sum(1 << every[m] for m in x.moments) for x in research]),
        "research_gain": _numbers([100 * x.alternative for x in research]),
    }


def _numbers(values: Sequence[float]) -> Ints:
    """Int32 with one more entry, 0, that NONE (-1) falls on."""
    return np.array([round(value) for value in values] + [0], np.int32)


def _seats(names: Names, seats: Sequence[str]) -> Ints:
    return np.array([names.seats.index(seat) for seat in seats] + [NONE], np.int32)


def _hand_sets(scenario: Scenario, names: Names, sets: Sequence[Sequence[str]]) -> Bools:
    """``[conditions + 1, 2, H]``: whether the hand of the seat that grants is in the set."""
    height = max(len(hands) for hands in names.hands)
    table = np.zeros((len(sets) + 1, 2, height), bool)
    for c, hands in enumerate(sets):
        for seat in (0, 1):
            for hand in hands:
                if hand in names.hands[seat]:
                    table[c, seat, names.hands[seat].index(hand)] = True
    return table


def _moment_of(scenario: Scenario, moment: str | None) -> int:
    """The moment's place in its meeting x100 plus the meeting, or NONE."""
    for m, meeting in enumerate(scenario.meetings):
        for j, known in enumerate(meeting.moments):
            if known.id == moment:
                return 100 * j + m
    return NONE
