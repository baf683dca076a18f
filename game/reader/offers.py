"""Offers: which clauses put something on the table, and whether it is one package, several, or a trade."""

import re
from dataclasses import dataclass
from itertools import pairwise

from game.reader.lexicon import STOP, Lexicon, content, tokens
from game.reader.reading import ReadMove
from game.reader.rule import ActRule
from game.reader.rules_offering import (
    CONDITIONAL,
    EITHER,
    FINAL,
    GETTING,
    GIVE_FOR,
    GIVING,
    OFFERING,
    SIDE,
    SIDES,
    SWAP,
)
from game.reader.text import Clause
from game.reader.values import Doubt, Named, Value

Span = tuple[int, int]
#: Acts whose rule, where it matches, speaks for the words it covers: what is named there is not offered.
COVERING = frozenset({
    "escalate", "leave_next", "leave", "adjourn", "share_deadline", "ask_decision", "ask_feedback", "decline",
})  # fmt: skip
#: Acts that make a clause something else than an offer, unless it is plainly put as one.
SAYING = frozenset({
    "hold", "credit", "ask_reason", "ask_priority", "ask_alternatives", "ask_constraint", "share_alternative",
    "claim_alternative", "share_priority", "summarise", "gloat", "disparage", "share_constraint", "argue",
    "share_need",
})  # fmt: skip
#: Kinds of things whose labels may hold an option's words.
OTHER_NAMES = ("evidence", "favour", "condition", "process")
#: Acts that no way of putting it makes an offer.
NOT_EVEN_SO = frozenset({"hold", "ask_reason", "share_alternative", "claim_alternative", "summarise"})
_ASKS = re.compile(r"^(?:and |but |so )?(?:why|who|when|where|how (?!about|does|would)|what (?!about|if"
    r"|would you say)|which|did|do you (?!accept|take)|does|is (?!.{1,40} possible)|are you (?!ok"
    r"|happy|fine|good)|have)\b")  # fmt: skip
_MET = re.compile(r"\b(?:deal|agreed?|accept|sign|yes|happy|fine|ok|okay|works?|shake|sold|done)\b")
_BARE_REST = 1
_FILLER = STOP | frozenset(
    (  # noqa: SIM905
        "ok okay well please thank thanks maybe just only then deal plus also say around about new um uh "
        "er hm eh guess euro k now instead either"
    ).split()
)


@dataclass(frozen=True)
class Table:
    """What a line puts on the table: the move, or the doubts that keep it from being one."""

    move: ReadMove | None
    doubts: tuple[Doubt, ...] = ()
    loose: ReadMove | None = None
    """What would be on the table if everything named were offered: only for when the model hears an offer."""


@dataclass(frozen=True)
class _Piece:
    clause: Clause
    named: Named
    why: str
    confidence: float


def read_offer(
    text: str, clauses: list[Clause], acts: list[list[ReadMove]], named: list[Named], lexicon: Lexicon
) -> Table:
    """The package that the clauses put on the table; ``acts`` and ``named`` are what was read in each clause."""
    if any(move.kind == "warn" for read in acts for move in read):
        return Table(None)
    pieces = [
        piece
        for clause, read, said in zip(clauses, acts, named, strict=True)
        if (piece := _piece(text, clause, read, said, lexicon)) is not None
    ]
    loose = _loose(text, clauses, acts, named)
    values = [value for piece in pieces for value in piece.named.values]
    doubts = tuple(doubt for piece in pieces for doubt in piece.named.doubts)
    if doubts or not values:
        return Table(None, doubts, loose)
    table = _table(text, pieces, values)
    return Table(table.move, table.doubts, loose)


def _loose(text: str, clauses: list[Clause], acts: list[list[ReadMove]], named: list[Named]) -> ReadMove | None:
    """Everything named outside of reasons and of what another act is about, as an offer."""
    pieces = [
        _Piece(clause, _uncovered(said, [move.span for move in read if move.kind in COVERING]), "named", 0.5)
        for clause, read, said in zip(clauses, acts, named, strict=True)
        if not clause.reason
    ]
    values = [value for piece in pieces for value in piece.named.values]
    if not values or any(piece.named.doubts for piece in pieces):
        return None
    return _table(text, pieces, values).move


def _piece(text: str, clause: Clause, read: list[ReadMove], named: Named, lexicon: Lexicon) -> _Piece | None:
    named = _uncovered(named, [move.span for move in read if move.kind in COVERING])
    named = _not_labels(named, clause, lexicon)
    if not named.values and not named.doubts:
        return None
    if clause.reason or (clause.question and _ASKS.match(clause.text)):
        return None
    return _put(text, clause, {move.kind for move in read if move.kind in SAYING}, named)


def _put(text: str, clause: Clause, saying: set[str], named: Named) -> _Piece | None:
    """The clause as a piece of an offer, if it puts what it names on the table."""
    rule = next((rule for rule in OFFERING if rule.find(clause) is not None), None)
    if rule is not None and not saying & NOT_EVEN_SO and _says_after(rule, clause, named):
        return _Piece(clause, named, rule.name, rule.confidence)
    conditional = CONDITIONAL.search(clause.text) or SWAP.search(clause.text)
    if conditional and "hold" not in saying and _answers_condition(text):
        return _Piece(clause, named, "condition", 0.85)
    if not saying & NOT_EVEN_SO and SIDES.search(text):
        return _Piece(clause, named, "two_sides", 0.8)
    return _Piece(clause, named, "bare", 0.8) if not saying and _is_bare(clause, named) else None


def _says_after(rule: ActRule, clause: Clause, named: Named) -> bool:
    """Whether something is named after "I'd like"; what stands before is no wish. Other rules look both ways."""
    span = rule.find(clause)
    ends = [item.span[1] for item in named.values] + [doubt.span[1] for doubt in named.doubts]
    return rule.name != "i_want" or span is None or max(ends) > span[0]


def _answers_condition(text: str) -> bool:
    """Whether the line says what happens if the condition is met."""
    return bool(_MET.search(text)) or any(rule.compiled.search(text) for rule in OFFERING)


def _uncovered(named: Named, spans: list[Span]) -> Named:
    def free(item: Value | Doubt) -> bool:
        return not any(item.span[0] < end and start < item.span[1] for start, end in spans)

    return Named(tuple(v for v in named.values if free(v)), tuple(d for d in named.doubts if free(d)))


def _not_labels(named: Named, clause: Clause, lexicon: Lexicon) -> Named:
    """Without what is only part of the name of a condition, a process, evidence or a favour that the clause names."""
    said = content(clause.text)
    labels = [
        item.words
        for kind in OTHER_NAMES
        for item in lexicon.items[kind]
        if len(item.words & said) > len(item.words) / 2
    ]
    if not labels:
        return named

    def own(span: Span) -> bool:
        words = content(clause.text[span[0] - clause.start : span[1] - clause.start])
        return not any(words <= label for label in labels)

    return Named(tuple(v for v in named.values if own(v.span)), tuple(d for d in named.doubts if own(d.span)))


def _is_bare(clause: Clause, named: Named) -> bool:
    """Whether next to nothing but what is named stands in the clause."""
    rest = list(clause.text)
    for start, end in [value.span for value in named.values] + [doubt.span for doubt in named.doubts]:
        rest[start - clause.start : end - clause.start] = " " * (end - start)
    left = [token for token in tokens("".join(rest)) if token not in _FILLER]
    return len(left) <= (0 if clause.question else _BARE_REST)


def _table(text: str, pieces: list[_Piece], values: list[Value]) -> Table:
    values = sorted(values, key=lambda value: value.span)
    span = (values[0].span[0], values[-1].span[1])
    confidence = min(piece.confidence for piece in pieces)
    why = pieces[0].why
    groups = _alternatives(text, values)
    if groups:
        return Table(ReadMove("offers", {"packages": groups}, 0.85, span, "either_or"))
    package, doubts = _one_package(values)
    if doubts:
        return Table(None, doubts)
    final = {"final": True} if FINAL.search(text) else {}
    gives = _gives(text, values)
    if gives and len(gives) < len(package):
        return Table(ReadMove("trade", {"package": package, "gives": gives}, 0.85, span, "give_and_take"))
    return Table(ReadMove("offer", {"package": package, **final}, confidence, span, why))


def _one_package(values: list[Value]) -> tuple[dict[str, str], tuple[Doubt, ...]]:
    package: dict[str, str] = {}
    for value in values:
        if package.setdefault(value.issue, value.option) != value.option:
            pairs = tuple(dict.fromkeys((v.issue, v.option) for v in values if v.issue == value.issue))
            return package, (Doubt(pairs[:3], value.span),)
    return package, ()


def _alternatives(text: str, values: list[Value]) -> list[dict[str, str]]:
    """Two or three packages when 'or' stands between values; an issue left out later is as in the first."""
    groups: list[list[Value]] = [[values[0]]]
    for before, value in pairwise(values):
        if EITHER.search(text, before.span[1], value.span[0]):
            groups.append([])
        groups[-1].append(value)
    if not 2 <= len(groups) <= 3:
        return []
    packages = [_one_package(group) for group in groups]
    if any(doubts for _, doubts in packages):
        return []
    first = packages[0][0]
    last_named = groups[0][-1].issue
    filled = [{**first, **package} if set(package) == {last_named} else package for package, _ in packages]
    return filled if len({tuple(sorted(package.items())) for package in filled}) == len(filled) else []


def _gives(text: str, values: list[Value]) -> tuple[str, ...]:
    """The issues on the give side, in order; empty when it is no trade."""
    cut = _swap_cut(text, values) or _if_cut(text, values) or _sides(text, values)
    if cut is None:
        return ()
    inside, outside, inside_is_mine = cut
    mine, theirs = (inside, outside) if inside_is_mine else (outside, inside)
    gives = tuple(dict.fromkeys(value.issue for value in mine))
    return gives if theirs and not set(gives) & {value.issue for value in theirs} else ()


_Cut = tuple[list[Value], list[Value], bool]


def _sides(text: str, values: list[Value]) -> "_Cut | None":
    """What each side gets where both are named: "you get A, I get B", "your two, but then B"."""
    if not SIDES.search(text):
        return None
    marks = [(m.end(), "mine" if m["mine"] else "theirs") for m in SIDE.finditer(text)]
    mine = []
    for value in values:
        before = [side for end, side in marks if end <= value.span[0] + 6]
        after = next(
            (
                side
                for end, side in marks
                if end > value.span[0] and re.match(r"[ ,]*from (?:me|you|us)", text[value.span[1] :])
            ),
            "",
        )
        side = after or (before[-1] if before else "")
        if side == "mine":
            mine.append(value)
    rest = [value for value in values if value not in mine]
    return (mine, rest, True) if mine and rest else None


def _if_cut(text: str, values: list[Value]) -> _Cut | None:
    """Values inside the if-part, outside of it, and whether the inside is what the speaker would do."""
    match = CONDITIONAL.search(text)
    if match is None:
        return None
    tail = text[match.end() :]
    stop = len(text)
    if any(value.span[1] <= match.start() for value in values):
        end = re.search(r"[.!?](?!\d)", tail)
    else:
        end = re.search(
            r"[,.?!;](?!\d)| then\b| (?=(?:i'll|i can|i could|i'd|i will|could you|would you|can you"
            r"|will you)\b)",
            tail,
        )
    stop = match.end() + end.start() if end else stop
    inside = [value for value in values if match.start() <= value.span[0] < stop]
    outside = [value for value in values if value not in inside]
    part = text[match.start() : stop]
    mine = bool(GIVING.search(part)) and not re.search(r"\b(?:you|they)\b", part[:16])
    return inside, outside, mine


def _swap_cut(text: str, values: list[Value]) -> _Cut | None:
    """The same for 'A in exchange for B', 'A. In return B', 'I'll give A for B'."""
    match = SWAP.search(text)
    if match is None:
        match = GIVE_FOR.search(text)
        if match is None:
            return None
        after = [value for value in values if value.span[0] >= match.end()]
        return after, [value for value in values if value not in after], False
    after = [value for value in values if value.span[0] >= match.end()]
    before = [value for value in values if value not in after]
    if not before:  # "in return for A, B": what comes first is the price of the rest
        after, before = after[:1], after[1:]
        return after, before, bool(GIVING.search(text, match.end()) and not GETTING.search(text[: match.end() + 20]))
    wants = GETTING.search(text[: match.start()])
    gives_later = (
        "for" not in match[0]
        and match[0] != "against"
        and GIVING.search(text, match.end())
        and not GETTING.search(text, match.end())
    )
    return (
        after,
        before,
        bool(gives_later) or bool(wants and not re.search(r"\bi(?:'ll| will| can| could)\b", text[: match.start()])),
    )
