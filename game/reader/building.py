"""From an act to the move it would be: what it puts on the table, and which thing of the scene it names."""

from collections.abc import Iterator
from dataclasses import replace

from game.reader.by_rules import Work
from game.reader.items import ACT_ITEMS, extra_args
from game.reader.lexicon import find_items
from game.reader.reading import ReadMove, Span
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
    return done.table.move or done.table.loose


def _by_rule(done: Work, kind: str) -> ReadMove | None:
    found = [move for read_here in done.found for move in read_here if move.kind == kind]
    named = [move for move in found if move.args.get("item", "-")]
    return max(named or found, key=lambda move: move.confidence, default=None)


def _items(done: Work, what: str) -> Iterator[str]:
    """The things of one kind that the line names best; several when they are named equally well."""
    if what == "issue":
        yield from _issues(done)
        return
    found, score = find_items(done.names.items[what], done.seat, done.folded)
    if score >= _FAINT:
        yield from found


def _issues(done: Work) -> Iterator[str]:
    """The issues a line is about: mentioned by name, or by one of their options."""
    places = [
        (match.start(), issue.id) for issue in done.names.issues if (match := issue.mention.search(done.folded))
    ]
    places += [(value.span[0], value.issue) for named in done.named for value in named.values]
    first = min(places, default=None)
    if first is not None:
        yield first[1]
