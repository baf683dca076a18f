"""The numbers of a scenario make sense: ranges on their step, points complete, nothing over the engine's limits."""

import math
from collections.abc import Iterator, Mapping

from game.scenario.model import Hand, Issue, NumericRange, Scenario, Seat
from game.scenario.options import number_id, number_of, option_count
from game.scenario.problem import listed, quoted
from game.scenario.sentences import Finding
from game.scenario.tree import Path

MOST_OPTIONS = 2000
MOST_PACKAGES = 200_000
#: Sets of these are kept as bits of one number.
MOST_ITEMS = 30
MOST_HANDS = 6
SMALLEST_STEP = 0.0001
LARGEST_NUMBER = 1e9
_COUNTED = ("evidence", "favours", "details", "conditions", "processes", "research")


def number_findings(scenario: Scenario) -> Iterator[Finding]:
    """All findings about numbers."""
    for place, issue in enumerate(scenario.issues):
        yield from _issue(("issues", place), issue)
    yield from _sizes(scenario)
    yield from _found(scenario)
    yield from _moments(scenario)
    yield from _costs(scenario)
    yield from _meetings(scenario)
    for place, condition in enumerate(scenario.conditions):
        if not abs(condition.benefit) <= 100:
            yield Finding(("conditions", place, "benefit"), "out-of-range", "'benefit' must lie from -100 to 100")
    for place, seat in enumerate(scenario.seats):
        yield from _seat(("seats", place), seat, scenario)


# -- issues --------------------------------------------------------------------------------------------------------


def _issue(path: Path, issue: Issue) -> Iterator[Finding]:
    name = quoted(issue.id)
    if (issue.range is None) == (not issue.options):
        found = "both" if issue.options else "neither"
        message = f"{name} wants either 'options' or 'range'; it has {found}"
        yield Finding(
            path if found == "neither" else (*path, "range"), "options-or-range", message, key=found == "both"
        )
    elif issue.range is not None:
        yield from range_findings((*path, "range"), issue, issue.range)
    elif len(issue.options) < 2:
        yield Finding((*path, "options"), "too-few-options", f"{name} wants at least two options, found one", key=True)
    if issue.reference is not None and not (issue.range and any(range_findings((), issue, issue.range))):
        yield from _reference((*path, "reference"), issue)


def range_findings(path: Path, issue: Issue, numbers: NumericRange) -> Iterator[Finding]:
    """Findings about a range alone; none means that its options can be listed."""
    if not all(abs(end) <= LARGEST_NUMBER for end in (numbers.start, numbers.stop)):
        yield Finding(path, "out-of-range", f"{quoted(issue.id)}: numbers go up to {LARGEST_NUMBER:.0f}", key=True)
        return
    if numbers.step < SMALLEST_STEP or number_id(numbers.step) != _plain(numbers.step):
        yield Finding(
            (*path, "step"), "out-of-range", f"a step has at most four decimal places, found {numbers.step:g}"
        )
        return
    steps = abs(numbers.stop - numbers.start) / numbers.step
    count = option_count(issue)
    if abs(steps - round(steps)) > 1e-6:
        message = f"{numbers.stop:g} is not reached from {numbers.start:g} in steps of {numbers.step:g}; change one"
        yield Finding((*path, "stop"), "range-step", message)
    elif count < 2:
        yield Finding((*path, "stop"), "too-few-options", f"{quoted(issue.id)} wants at least two numbers, found one")
    elif count > MOST_OPTIONS:
        message = f"{quoted(issue.id)} has {count} options and may have {MOST_OPTIONS}; take a larger step"
        yield Finding((*path, "step"), "too-many", message)


def _plain(step: float) -> str:
    return number_id(round(step, 4))


def _reference(path: Path, issue: Issue) -> Iterator[Finding]:
    if issue.range is None:
        yield Finding(path, "reference-without-range", "'reference' is for an issue with a 'range'", key=True)
        return
    low, high = sorted((issue.range.start, issue.range.stop))
    if not low <= (issue.reference or 0) <= high:
        message = f"the reference {issue.reference:g} lies outside {low:g} to {high:g}"
        yield Finding(path, "out-of-range", message)


def _sizes(scenario: Scenario) -> Iterator[Finding]:
    packages = math.prod(option_count(issue) for issue in scenario.issues)
    if packages > MOST_PACKAGES and all(option_count(issue) <= MOST_OPTIONS for issue in scenario.issues):
        sizes = " x ".join(str(option_count(issue)) for issue in scenario.issues)
        message = f"{sizes} = {packages} packages, and {MOST_PACKAGES} fit; take larger steps or fewer options"
        yield Finding(("issues",), "too-many", message, key=True)
    prices = [place for place, issue in enumerate(scenario.issues) if issue.price]
    for place in prices[1:]:
        first = quoted(scenario.issues[prices[0]].id)
        yield Finding(("issues", place, "price"), "too-many", f"{first} is the price issue already; there can be one")
    for kind in _COUNTED:
        yield from _at_most((kind,), len(getattr(scenario, kind)), MOST_ITEMS)
    yield from _at_most(
        ("meetings",), sum(len(meeting.moments) for meeting in scenario.meetings), MOST_ITEMS, "moments"
    )
    for place, seat in enumerate(scenario.seats):
        yield from _at_most(("seats", place, "hands"), len(seat.hands), MOST_HANDS)


def _at_most(path: Path, count: int, most: int, what: str = "") -> Iterator[Finding]:
    if count > most:
        yield Finding(path, "too-many", f"{count} {what or path[-1]} are given and {most} fit; take some out", key=True)


# -- what preparation and asking bring -----------------------------------------------------------------------------


def _found(scenario: Scenario) -> Iterator[Finding]:
    """Evidence that nobody could ever find."""
    by_research = {(research.seat, name) for research in scenario.research for name in research.evidence}
    by_event = set(scenario.event.evidence) if scenario.event else set()
    for place, evidence in enumerate(scenario.evidence):
        name = quoted(evidence.id)
        if evidence.id in by_event or evidence.found == "known":
            continue
        if evidence.found == "asking" and not evidence.found_by:
            message = f"{name} is found by asking, but 'found_by' names no question that brings it"
            yield Finding(("evidence", place, "found"), "evidence-unfindable", message)
        if evidence.found == "research" and (evidence.seat, evidence.id) not in by_research:
            message = f"{name} is found by research, but no research of '{evidence.seat}' lists it under 'evidence'"
            yield Finding(("evidence", place, "found"), "evidence-unfindable", message)


def _moments(scenario: Scenario) -> Iterator[Finding]:
    """Moments that nobody could ever choose; the first of a meeting is always there."""
    revealed = {name for research in scenario.research for name in research.moments}
    revealed |= {process.moment for process in scenario.processes if process.moment is not None}
    for m, meeting in enumerate(scenario.meetings):
        for place, moment in enumerate(meeting.moments):
            if place and not moment.known and moment.id not in revealed:
                message = f"nothing reveals {quoted(moment.id)}; name it in a research or a process"
                yield Finding(("meetings", m, "moments", place, "known"), "moment-hidden", message)


def _costs(scenario: Scenario) -> Iterator[Finding]:
    budgets = {seat.id: seat.budget for seat in scenario.seats}
    for place, research in enumerate(scenario.research):
        budget = budgets.get(research.seat, research.cost)
        if research.cost > budget:
            message = f"costs {research.cost}, and the budget of '{research.seat}' is {budget}"
            yield Finding(("research", place, "cost"), "research-too-dear", f"{quoted(research.id)} {message}")


def _meetings(scenario: Scenario) -> Iterator[Finding]:
    longest = max(meeting.turns for meeting in scenario.meetings)
    if scenario.event is not None and scenario.event.turn >= longest:
        message = f"the event comes after turn {scenario.event.turn}, and no meeting has more than {longest} turns"
        yield Finding(("event", "turn"), "event-too-late", message)


# -- seats ---------------------------------------------------------------------------------------------------------


def _seat(path: Path, seat: Seat, scenario: Scenario) -> Iterator[Finding]:
    yield from _points((*path, "points"), seat.points, scenario, complete=True)
    for place, hand in enumerate(seat.hands):
        yield from _points((*path, "hands", place, "points"), hand.points, scenario, complete=False)
        yield from _hand((*path, "hands", place), hand, len(scenario.meetings))


def _points(
    path: Path, points: Mapping[str, Mapping[str, float]], scenario: Scenario, *, complete: bool
) -> Iterator[Finding]:
    lacking = [issue.id for issue in scenario.issues if issue.id not in points]
    if complete and lacking:
        yield Finding(path, "missing", f"no points are given for {listed(map(quoted, lacking))}", key=True)
    for issue in scenario.issues:
        if issue.id in points:
            yield from _points_of_issue((*path, issue.id), points[issue.id], issue)


def _points_of_issue(path: Path, points: Mapping[str, float], issue: Issue) -> Iterator[Finding]:
    if issue.range is None:
        lacking = [quoted(option.id) for option in issue.options if option.id not in points]
        if lacking:
            yield Finding(path, "missing", f"{quoted(issue.id)} lacks points for {listed(lacking)}", key=True)
        return
    values = [number_of(option) for option in points]
    if len(set(values)) < 2:
        yield Finding(path, "missing", f"give points for at least two numbers of {quoted(issue.id)}", key=True)
    for place, option in enumerate(points):
        if values[place] is not None and values[place] in values[:place]:
            yield Finding((*path, option), "duplicate-id", f"points for {option} are given twice", key=True)


def _hand(path: Path, hand: Hand, meetings: int) -> Iterator[Finding]:
    if hand.opening < hand.reservation:
        message = f"{quoted(hand.id)} opens at {hand.opening:g}, below its reservation {hand.reservation:g}"
        where = "opening" if "opening" in hand.model_fields_set else "reservation"
        yield Finding((*path, where), "opens-below-limit", message)
    if hand.yields_in_meeting > meetings:
        message = f"{quoted(hand.id)} yields in meeting {hand.yields_in_meeting}; there are {meetings}"
        yield Finding((*path, "yields_in_meeting"), "yields-too-late", message)
