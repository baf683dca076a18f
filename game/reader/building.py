"""From an act to the move it would be: what it puts on the table, and which thing of the scene it names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from game.reader.by_rules import Work
from game.reader.items import ACT_ITEMS, extra_args
from game.reader.lexicon import find_items
from game.reader.reading import ReadMove, Span
from game.reader.rules_offering import BARGAINS
from game.scenario.model import Scenario
from game.scenario.options import number_of
from game.scenario.words import PACKAGE_ACTS

#: Share of a label's words from which on the best item is what is meant, once the act is certain.
_FAINT = 0.2


def build(done: Work, kind: str, span: Span, why: str) -> ReadMove | None:
    """The move of an act that the model hears; None when something that it needs was not said, or not clearly."""
    if kind in PACKAGE_ACTS:
        return _package(done, kind)
    ruled = _by_rule(done, kind)
    if ruled is not None and ruled.args.get("item", "-"):
        return ruled
    move = ReadMove(kind, {}, 0.5, span, why)
    if kind in ACT_ITEMS or kind == "attach":
        found = list(_items(done, "condition" if kind == "attach" else ACT_ITEMS[kind]))
        return replace(move, args={"item": found[0]}) if len(found) == 1 else None
    return replace(move, args=extra_args(kind, done.folded))


def choices(done: Work, kind: str, span: Span, why: str) -> list[ReadMove]:
    """What an act may be about when ``build`` cannot tell: one move for each of the likeliest things."""
    if kind in PACKAGE_ACTS:
        return [
            ReadMove("offer", {"package": {issue: option}}, 0.4, doubt.span, "several_fit")
            for doubt in done.table.doubts or tuple(d for named in done.named for d in named.doubts)
            for issue, option in doubt.pairs
        ]
    if kind not in ACT_ITEMS and kind != "attach":
        return []
    named = list(_items(done, "condition" if kind == "attach" else ACT_ITEMS[kind]))
    if not named and ACT_ITEMS.get(kind) == "issue":
        named = [issue.id for issue in done.names.issues]
    return [ReadMove(kind, {"item": item}, 0.4, span, why) for item in named]


def _package(done: Work, kind: str) -> ReadMove | None:
    if done.table.doubts:
        return None
    move = package_of(done)
    if move is None or kind == move.kind or "package" not in move.args:
        return move
    package = dict(move.args["package"])
    final = {"final": True} if move.args.get("final") else {}
    if kind == "offer":
        return replace(move, kind="offer", args={"package": package, **final})
    gives = given(done.scenario, done.seat, package)
    return replace(move, kind="trade", args={"package": package, "gives": gives}) if gives else move


def package_of(done: Work) -> ReadMove | None:
    """What is on the table: what is plainly offered; all that is named where a bargain's other half would be lost."""
    plain, loose = done.table.move, done.table.loose
    if plain is None or loose is None:
        return plain or loose
    more = set(loose.args.get("package", ())) > set(plain.args.get("package", ()))
    attached = any(move.kind == "attach" for read_here in done.found for move in read_here)
    return loose if more and not attached and BARGAINS.search(done.folded) else plain


def given(scenario: Scenario, seat: str, package: Mapping[str, str]) -> tuple[str, ...]:
    """The issues on which a seat gives in a bargain whose words do not say: those that are worth least to it."""
    shares = {issue: own_share(scenario, seat, issue, option) for issue, option in package.items()}
    middle = (max(shares.values()) + min(shares.values())) / 2
    gives = tuple(issue for issue, share in shares.items() if share < middle)
    return gives if 0 < len(gives) < len(package) else ()


def own_share(scenario: Scenario, seat: str, issue: str, option: str) -> float:
    """What an option is worth to a seat by its own points, 0 the worst of the issue, 1 the best."""
    points = next(each for each in scenario.seats if each.id == seat).points.get(issue, {})
    if not points:
        return 0.5
    worth = points[option] if option in points else _between(points, option)
    low, high = min(points.values()), max(points.values())
    return (worth - low) / (high - low) if high > low else 0.5


def _between(points: Mapping[str, float], option: str) -> float:
    """The points of a number between those that are given."""
    known = sorted((number, worth) for name, worth in points.items() if (number := number_of(name)) is not None)
    at = number_of(option)
    if at is None or not known:
        return 0.0
    for (low, below), (high, above) in pairwise(known):
        if low <= at <= high:
            return below + (above - below) * (at - low) / (high - low)
    return known[0][1] if at < known[0][0] else known[-1][1]


def _by_rule(done: Work, kind: str) -> ReadMove | None:
    found = [move for read_here in done.found for move in read_here if move.kind == kind]
    named = [move for move in found if move.args.get("item", "-")]
    return max(named or found, key=lambda move: move.confidence, default=None)


def _items(done: Work, what: str) -> Iterator[str]:
    """The things of one kind that the line names best; several when they are named equally well."""
    if what == "issue":
        yield from _issues(done)
        return
    found, score = find_items(done.names.index[what], done.seat, done.folded)
    if score >= _FAINT:
        yield from found


def _issues(done: Work) -> Iterator[str]:
    """The issues a line is about: mentioned by name, or by one of their options."""
    places = [(match.start(), issue.id) for issue in done.names.issues if (match := issue.mention.search(done.folded))]
    places += [(value.span[0], value.issue) for named in done.named for value in named.values]
    first = min(places, default=None)
    if first is not None:
        yield first[1]
