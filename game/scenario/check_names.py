"""Every id that a scenario refers to exists, and no id is given twice."""

from collections.abc import Iterator, Mapping, Sequence

from game.scenario.check_ids import (
    duplicates,
    key_references,
    placeholders,
    reaction_findings,
    reference,
    references,
    wording_findings,
)
from game.scenario.check_numbers import range_findings
from game.scenario.model import Issue, Line, Scenario, Seat
from game.scenario.options import number_of, option_id, option_ids
from game.scenario.problem import quoted
from game.scenario.sentences import Finding
from game.scenario.tree import Path
from game.scenario.words import ACT_GROUPS

#: The lists whose ids share one space, because ``item`` and ``about`` may name any of them.
ITEM_LISTS = ("issues", "evidence", "favours", "details", "conditions", "processes")


class Names:
    """The ids of one scenario by what they name."""

    def __init__(self, scenario: Scenario) -> None:
        self.issues = {issue.id: issue for issue in scenario.issues}
        self.options = {issue.id: _safe_options(issue) for issue in scenario.issues}
        self.items = [x.id for kind in ITEM_LISTS for x in getattr(scenario, kind)]
        self.seats = [seat.id for seat in scenario.seats]
        self.evidence = {x.id: x.seat for x in scenario.evidence}
        self.meetings = [meeting.id for meeting in scenario.meetings]
        self.moments = [moment.id for meeting in scenario.meetings for moment in meeting.moments]
        self.hands = {seat.id: [hand.id for hand in seat.hands] for seat in scenario.seats}
        #: What may stand in braces in a line or wording.
        self.fills = ["offer", "item", "other", *self.issues]
        self.interests = {seat.id: list(seat.interests) for seat in scenario.seats}

    def other(self, seat: str) -> str | None:
        """The seat across the table, None for a seat that does not exist."""
        return next((name for name in self.seats if name != seat), None) if seat in self.seats else None


def _safe_options(issue: Issue) -> list[str]:
    """The options, none if the range cannot be listed (that is said elsewhere)."""
    if issue.range is not None and any(range_findings((), issue, issue.range)):
        return []
    return option_ids(issue)


def name_findings(scenario: Scenario) -> Iterator[Finding]:
    """All findings about ids and references."""
    names = Names(scenario)
    yield from _given_twice(scenario)
    if len(set(names.seats)) < len(names.seats):
        return  # nothing about seats would mean anything
    yield from reference(("opens",), scenario.opens, names.seats, "a seat")
    for place, issue in enumerate(scenario.issues):
        yield from _option(("issues", place, "status_quo"), issue.status_quo, issue, names)
    yield from _items(scenario, names)
    yield from _research(scenario, names)
    yield from _event(scenario, names)
    for place, seat in enumerate(scenario.seats):
        yield from _seat(("seats", place), seat, names)
    hands = [hand for of_seat in names.hands.values() for hand in of_seat]
    yield from reaction_findings(scenario.reactions, names.items, hands)
    yield from wording_findings(scenario.wordings, names.fills, names.items, names.seats)


# -- ids -----------------------------------------------------------------------------------------------------------


def _given_twice(scenario: Scenario) -> Iterator[Finding]:
    for kind in ("seats", "meetings", "research"):
        yield from duplicates("of the two", (kind,), [x.id for x in getattr(scenario, kind)])
    for place, issue in enumerate(scenario.issues):
        yield from duplicates("option", ("issues", place, "options"), [option.id for option in issue.options])
    for place, seat in enumerate(scenario.seats):
        yield from duplicates("hand", ("seats", place, "hands"), [hand.id for hand in seat.hands])
    yield from _shared(((kind, n, "id"), x.id) for kind in ITEM_LISTS for n, x in enumerate(getattr(scenario, kind)))
    yield from _shared(
        (("meetings", m, "moments", n, "id"), moment.id)
        for m, meeting in enumerate(scenario.meetings)
        for n, moment in enumerate(meeting.moments)
    )


def _shared(ids: Iterator[tuple[Path, str]]) -> Iterator[Finding]:
    """Findings for ids that are used twice across several lists."""
    first: dict[str, Path] = {}
    for path, name in ids:
        if name in first:
            where = f"{first[name][0]}, entry {int(first[name][-2]) + 1}"
            yield Finding(path, "duplicate-id", f"{quoted(name)} is an id already ({where}); rename one of them")
        first.setdefault(name, path)


# -- what is on the table ------------------------------------------------------------------------------------------


def _option(path: Path, option: str, issue: Issue, names: Names, *, key: bool = False) -> Iterator[Finding]:
    """A finding if ``option`` is none of the issue's."""
    allowed = names.options[issue.id]
    if not allowed or option_id(issue, option) in allowed:
        return
    if issue.range is None:
        yield from reference(path, option, allowed, f"an option of {quoted(issue.id)}", key=key)
        return
    span = issue.range
    rule = f"numbers go from {span.start:g} to {span.stop:g} in steps of {span.step:g}"
    found = quoted(option) if number_of(option) is not None else f"{quoted(option)} is not a number and"
    yield Finding(path, "unknown-name", f"{found} is not an option of {quoted(issue.id)}; its {rule}", key)


def _choices(path: Path, choices: Mapping[str, Sequence[str]], names: Names) -> Iterator[Finding]:
    """Findings about a mapping of issues to lists of options."""
    yield from key_references(path, choices, list(names.issues), "an issue")
    for issue, options in choices.items():
        if issue in names.issues:
            for place, option in enumerate(options):
                yield from _option((*path, issue, place), option, names.issues[issue], names)


def _items(scenario: Scenario, names: Names) -> Iterator[Finding]:
    for place, detail in enumerate(scenario.details):
        yield from key_references(("details", place, "vague_costs"), detail.vague_costs, names.seats, "a seat")
    for place, evidence in enumerate(scenario.evidence):
        path: Path = ("evidence", place)
        yield from reference((*path, "seat"), evidence.seat, names.seats, "a seat")
        other = names.other(evidence.seat)
        if other is not None:
            what = f"an interest of '{other}'"
            yield from reference((*path, "aims_at"), evidence.aims_at, names.interests[other], what)
        yield from references((*path, "found_by"), evidence.found_by, ACT_GROUPS["asking"], "a question")
    for place, favour in enumerate(scenario.favours):
        yield from reference(("favours", place, "seat"), favour.seat, names.seats, "a seat")
    for place, condition in enumerate(scenario.conditions):
        path = ("conditions", place)
        yield from reference((*path, "seat"), condition.seat, names.seats, "a seat")
        other = names.other(condition.seat)
        for key in ("hard_for", "binds") if other is not None else ():
            hands = names.hands[other or ""]
            yield from references((*path, key), getattr(condition, key), hands, f"a hand of '{other}'")
    for place, process in enumerate(scenario.processes):
        yield from reference(("processes", place, "moment"), process.moment, names.moments, "a moment")


def _research(scenario: Scenario, names: Names) -> Iterator[Finding]:
    for place, research in enumerate(scenario.research):
        path: Path = ("research", place)
        yield from reference((*path, "seat"), research.seat, names.seats, "a seat")
        own = [evidence for evidence, seat in names.evidence.items() if seat == research.seat]
        if research.seat in names.seats:
            yield from references((*path, "evidence"), research.evidence, own, f"evidence of '{research.seat}'")
        yield from references((*path, "priorities"), research.priorities, list(names.issues), "an issue")
        yield from references((*path, "moments"), research.moments, names.moments, "a moment")


def _event(scenario: Scenario, names: Names) -> Iterator[Finding]:
    event = scenario.event
    if event is not None:
        yield from references(("event", "evidence"), event.evidence, list(names.evidence), "evidence")
        yield from key_references(("event", "aspiration"), event.aspiration, names.seats, "a seat")
        yield from key_references(("event", "alternative"), event.alternative, names.seats, "a seat")


# -- seats ---------------------------------------------------------------------------------------------------------


def _seat(path: Path, seat: Seat, names: Names) -> Iterator[Finding]:
    yield from _choices((*path, "betrays"), seat.betrays, names)
    yield from _choices((*path, "impossible"), seat.impossible, names)
    yield from _points((*path, "points"), seat.points, names)
    for place, pair in enumerate(seat.interactions):
        yield from _interaction((*path, "interactions", place), pair.first, pair.second, names)
    for place, hand in enumerate(seat.hands):
        yield from _points((*path, "hands", place, "points"), hand.points, names)
        if hand.authority is not None:
            yield from _choices((*path, "hands", place, "authority", "options"), hand.authority.options, names)
    for situation, lines in seat.lines.items():
        yield from _lines((*path, "lines", situation), lines, seat, names)


def _points(path: Path, points: Mapping[str, Mapping[str, float]], names: Names) -> Iterator[Finding]:
    yield from key_references(path, points, list(names.issues), "an issue")
    for issue, by_option in points.items():
        for option in by_option if issue in names.issues else ():
            yield from _option((*path, issue, option), option, names.issues[issue], names, key=True)


def _interaction(path: Path, first: dict[str, str], second: dict[str, str], names: Names) -> Iterator[Finding]:
    for key, side in (("first", first), ("second", second)):
        if len(side) != 1:
            yield Finding((*path, key), "bad-pair", f"'{key}' wants exactly one issue with its option", key=True)
        yield from _pair((*path, key), side, names)
    if first.keys() & second.keys():
        message = f"both sides are about {quoted(min(first.keys() & second.keys()))}; pair two issues"
        yield Finding((*path, "second"), "bad-pair", message)


def _pair(path: Path, side: Mapping[str, str], names: Names) -> Iterator[Finding]:
    yield from key_references(path, side, list(names.issues), "an issue")
    for issue, option in side.items():
        if issue in names.issues:
            yield from _option((*path, issue), option, names.issues[issue], names)


def _lines(path: Path, lines: Sequence[Line | str], seat: Seat, names: Names) -> Iterator[Finding]:
    """Findings about lines. There are hundreds; those with nothing wrong are passed over at once."""
    hands, items, meetings = set(names.hands[seat.id]), set(names.items), set(names.meetings)
    for place, line in enumerate(lines):
        if isinstance(line, str):
            if "{" in line:
                yield from placeholders((*path, place), line, names.fills)
            elif not line.strip():
                yield Finding((*path, place), "empty", "this line is empty; write what is said")
        elif "{" in line.say or not (
            hands.issuperset(line.hand) and items.issuperset(line.about) and meetings.issuperset(line.meeting)
        ):
            yield from _line((*path, place), line, seat, names)


def _line(path: Path, line: Line, seat: Seat, names: Names) -> Iterator[Finding]:
    yield from placeholders((*path, "say"), line.say, names.fills)
    yield from references((*path, "hand"), line.hand, names.hands[seat.id], f"a hand of '{seat.id}'")
    yield from references((*path, "meeting"), line.meeting, names.meetings, "a meeting")
    yield from references((*path, "about"), line.about, names.items, "an item of this scene")
