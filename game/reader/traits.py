"""What the linear model sees of a line beside its words: which rules fired, what the scene's names found, its shape.

A trait is a name and a weight. Names are open: a rule that is added becomes a trait by itself, once the model is
trained anew; the model ignores names it does not know.
"""

from collections.abc import Iterator

from game.reader.by_rules import Work
from game.reader.grams import Span, mask
from game.reader.lexicon import find_items
from game.reader.rules_offering import CONDITIONAL, EITHER, FINAL, OFFERING, SWAP

ITEM_KINDS = ("evidence", "favour", "condition", "detail", "process")
#: Shares of a label's words from which on an item counts as faintly, half or plainly named.
_STEPS = (0.15, 0.3, 0.45, 0.6, 0.8)


def traits(work: Work) -> dict[str, float]:
    """Trait -> weight of a line."""
    return dict([*_by_rules(work), *_of_the_table(work), *_of_items(work), *_of_shape(work), *_of_sound(work)])


def masked(work: Work) -> str:
    """The line with what the scene names replaced by what kind of thing it is."""
    spans: list[tuple[Span, str]] = [(item.span, "value") for named in work.named for item in named.values]
    spans += [(item.span, "doubt") for named in work.named for item in named.doubts]
    taken = [span for span, _ in spans]
    for issue in work.names.issues:
        for match in issue.mention.finditer(work.folded):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                spans.append((match.span(), "issue"))
    return mask(work.folded, spans)


def _by_rules(work: Work) -> Iterator[tuple[str, float]]:
    for read_here in work.found:
        for move in read_here:
            yield f"rule {move.why}", 1.0
            if "item" in move.args:
                yield f"{move.kind} {'with' if move.args['item'] else 'without'} item", 1.0
    for number, move in enumerate(work.reading.moves):
        yield f"{'act' if number == 0 else 'rider'} {move.kind}", 1.0
    if work.reading.unclear:
        yield "rules ask back", 1.0
        for move in work.reading.candidates[:1]:
            yield f"candidate {move.kind}", 1.0


def _of_the_table(work: Work) -> Iterator[tuple[str, float]]:
    values = [value for named in work.named for value in named.values]
    doubts = [doubt for named in work.named for doubt in named.doubts]
    for name, found in (("value", values), ("doubt", doubts)):
        for count in (1, 2, 3):
            if len(found) >= count:
                yield f"{name}s from {count}", 1.0
    if work.table.move is not None:
        yield f"table {work.table.move.kind}", 1.0
        yield f"offered by {work.table.move.why}", 1.0
    if work.table.doubts:
        yield "table in doubt", 1.0
    if work.last_offer is not None:
        yield "offer of theirs", 1.0
        if values:
            same = all(work.last_offer.get(value.issue) == value.option for value in values)
            yield f"names {'their' if same else 'another'} package", 1.0


def _of_items(work: Work) -> Iterator[tuple[str, float]]:
    for kind in ITEM_KINDS:
        _, score = find_items(work.names.index[kind], work.seat, work.folded)
        for step in _STEPS:
            if score >= step:
                yield f"{kind} from {step}", 0.7


def _of_shape(work: Work) -> Iterator[tuple[str, float]]:
    if not work.parts:
        yield "nothing said", 1.0
        return
    asked = [part.question for part in work.parts]
    for name, holds in (
        ("asks", any(asked)), ("asks only", all(asked)), ("asks at last", asked[-1]), ("asks at first", asked[0]),
        ("many clauses", len(asked) > 2), ("one clause", len(asked) == 1),
        ("reason", any(part.reason for part in work.parts)),
        ("condition", CONDITIONAL.search(work.folded) is not None), ("swap", SWAP.search(work.folded) is not None),
        ("final", FINAL.search(work.folded) is not None), ("either", EITHER.search(work.folded) is not None),
    ):  # fmt: skip
        if holds:
            yield name, 1.0
    for rule in OFFERING:
        if any(rule.find(part) for part in work.parts):
            yield f"rule {rule.name}", 1.0
    length = len(work.folded.split())
    for words in (2, 4, 8, 16, 32):
        if length >= words:
            yield f"words from {words}", 0.5


def _of_sound(work: Work) -> Iterator[tuple[str, float]]:
    for heard in work.reading.heard:
        yield f"cue {heard.rule}", 1.0
    for name, value in work.reading.signals.items():
        yield f"signal {name}", value
