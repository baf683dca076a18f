"""The options that a clause names, each with its span; and the doubts, where more than one could be meant.

Nothing is rounded and nothing is guessed: a number that is no option of any issue becomes a doubt with its neighbours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.reader.lexicon import STOP, IssueNames, Lexicon, tokens
from game.reader.numbers import Number, numbers
from game.reader.rules_offering import AT_LEAST, NOT_THIS

Pair = tuple[str, str]
_IDIOMS = re.compile(r"\bof course\b|\bas usual\b|\bthe other day\b|\bat the end of the day\b|\bin the end\b")
_FOREIGN_UNIT = re.compile(
    r"[ -](?:and a half )?(?:minutes?|hours?|days?|weeks?|months?|years?|people|persons?|colleagues"
    r"|o'clock|am\b|pm\b|km|kilos?|miles|of (?:us|you|them)|offers?|others?"
    r"|things?|points? (?:open|left|are)|times\b|questions?|ways?|reasons?|buyers?|clean|trays?"
    r"|hospitals?|minute|crates?|stories|(?:january|february|march|april|june|july|august|september"
    r"|october|november|december)\b)"
)
_PLUS = re.compile(
    r"\b(?:raise|increase|rise|bump|plus|up|add|another|extra)(?: \w+)? (?:of|by)? ?[€$£]?$"
    r"|\b(?:another|extra|plus|by) [€$£]?$"
)
_PLUS_AFTER = re.compile(r" ?(?:% )?(?:more|on top|extra|higher|up|above|raise|increase|rise)\b")
_MINUS = re.compile(r"\b(?:discount|reduction|cut)(?: of)? ?[€$£]?$|\b(?:down|lower|drop) by [€$£]?$")
_MINUS_AFTER = re.compile(r" ?(?:less|off|lower|cheaper|down|discount|below|under)\b")
_WINDOW = 26


@dataclass(frozen=True)
class Value:
    """One option of one issue, named in the characters ``span`` of the line."""

    issue: str
    option: str
    span: tuple[int, int]


@dataclass(frozen=True)
class Doubt:
    """Something was named that could be any of ``pairs`` (issue, option), or is no option at all if there are none."""

    pairs: tuple[Pair, ...]
    span: tuple[int, int]


@dataclass(frozen=True)
class Named:
    """What a clause names."""

    values: tuple[Value, ...]
    doubts: tuple[Doubt, ...]


def named_in(text: str, lexicon: Lexicon, last_offer: Mapping[str, str] | None, start: int = 0) -> Named:
    """What the folded clause names; spans are shifted by ``start``."""
    masked = _IDIOMS.sub(lambda match: " " * len(match[0]), text)
    found = [*_phrases(masked, lexicon)]
    taken = [item.span for item in found]
    found += _numbers(masked, lexicon, last_offer, taken)
    weak = [_shift(item, start) for item in _weak(masked, lexicon, found)]
    kept = weak + [_shift(item, start) for item in found if not _denied(masked, item.span)]
    return Named(tuple(i for i in kept if isinstance(i, Value)), tuple(i for i in kept if isinstance(i, Doubt)))


def _shift(item: Value | Doubt, by: int) -> Value | Doubt:
    span = (item.span[0] + by, item.span[1] + by)
    return Value(item.issue, item.option, span) if isinstance(item, Value) else Doubt(item.pairs, span)


def _denied(text: str, span: tuple[int, int]) -> bool:
    before = text[max(0, span[0] - 24) : span[0]]
    return bool(NOT_THIS.search(before)) and not AT_LEAST.search(before)


def _settled(pairs: list[Pair], span: tuple[int, int], mentioned: set[str]) -> Value | Doubt:
    """One meaning, or the one whose issue is mentioned, or a doubt."""
    near = [pair for pair in pairs if pair[0] in mentioned] if len(pairs) > 1 else pairs
    if len(near) == 1:
        return Value(*near[0], span)
    return Doubt(tuple(near or pairs)[:3], span)


def _phrases(text: str, lexicon: Lexicon) -> Iterator[Value | Doubt]:
    if lexicon.options is None:
        return
    for match in lexicon.options.finditer(text):
        pairs = list(
            lexicon.phrases[match[0].replace("-", " ")]
            if match[0] not in lexicon.phrases
            else lexicon.phrases[match[0]]
        )
        rest = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        mentioned = {issue.id for issue in lexicon.issues if issue.mention.search(rest)} if len(pairs) > 1 else set()
        yield _settled(pairs, match.span(), mentioned)


def _numbers(
    text: str, lexicon: Lexicon, last_offer: Mapping[str, str] | None, taken: list[tuple[int, int]]
) -> Iterator[Value | Doubt]:
    for number in numbers(text):
        clash = any(number.span[0] < end and start < number.span[1] for start, end in taken)
        if number.weak or clash or (not number.unit and _FOREIGN_UNIT.match(text, number.span[1])):
            continue
        pairs = [pair for issue in lexicon.issues for pair in _fits(issue, number, text, last_offer)]
        nearest = _nearest_mention(text, number.span, lexicon, {issue for issue, _ in pairs})
        if pairs:
            yield _settled(pairs, number.span, nearest or _by_money(number, lexicon))
        else:
            near = [pair for issue in lexicon.issues for pair in _neighbours(issue, number, text)]
            if near:
                yield Doubt(tuple(near[:3]), number.span)


def _by_money(number: Number, lexicon: Lexicon) -> set[str]:
    return {issue.id for issue in lexicon.issues if issue.price} if number.unit == "money" or number.scaled else set()


def _nearest_mention(text: str, span: tuple[int, int], lexicon: Lexicon, among: set[str]) -> set[str]:
    """The issue of ``among`` that is mentioned nearest to the span."""
    distances = [
        (min(abs(match.start() - span[1]), abs(span[0] - match.end())), issue.id)
        for issue in lexicon.issues
        if issue.id in among
        for match in issue.mention.finditer(text)
    ]
    return {min(distances)[1]} if distances else set()


def _fits(issue: IssueNames, number: Number, text: str, last_offer: Mapping[str, str] | None) -> list[Pair]:
    options = {issue.values[value]: None for value in _meant(issue, number, text, last_offer) if value in issue.values}
    return [(issue.id, option) for option in options]


def _meant(issue: IssueNames, number: Number, text: str, last_offer: Mapping[str, str] | None) -> list[float]:
    """The values of the issue that the number may mean, as it stands or relative to the reference or last offer."""
    if not issue.values or not _unit_fits(issue, number):
        return []
    sign = _sign(text, number.span)
    bases = _bases(issue, last_offer)
    if number.unit == "%" and "%" not in issue.unit:
        return (
            [round(bases[0] * (1 + (sign or 1) * number.values[0] / 100), 6)]
            if bases and (sign or issue.mention.search(text))
            else []
        )
    if sign:
        return [round(base + sign * value, 6) for base in bases for value in number.values]
    return _as_written(issue, number)


def _bases(issue: IssueNames, last_offer: Mapping[str, str] | None) -> list[float]:
    reference = [issue.reference] if issue.reference is not None else []
    theirs = [v for v, option in issue.values.items() if last_offer and last_offer.get(issue.id) == option]
    return list(dict.fromkeys([*reference, *theirs])) if issue.price else theirs


def _as_written(issue: IssueNames, number: Number) -> list[float]:
    """The values as they stand; if none is an option, in thousands where the issue's numbers are thousands."""
    straight = [value for value in number.values if value in issue.values]
    big = min(map(abs, issue.values), default=0) >= 1000
    if straight or number.scaled or not big:
        return straight[:1]
    return [value * 1000 for value in number.values if value < 1000]


def _unit_fits(issue: IssueNames, number: Number) -> bool:
    match number.unit:
        case "%":
            return "%" in issue.unit or "percent" in issue.unit or issue.price
        case "x":
            return "x" in issue.unit or "time" in issue.unit or "×" in issue.unit
        case "money":
            return issue.price or any(sign in issue.unit for sign in ("€", "$", "£", "eur"))
        case _:
            return True


def _sign(text: str, span: tuple[int, int]) -> int:
    before, end = text[max(0, span[0] - 24) : span[0]], span[1]
    if _PLUS.search(before) or _PLUS_AFTER.match(text, end):
        return 1
    return -1 if _MINUS.search(before) or _MINUS_AFTER.match(text, end) else 0


def _neighbours(issue: IssueNames, number: Number, text: str) -> list[Pair]:
    """The options next to a number of the issue's own size that is no option."""
    if not issue.values or not _unit_fits(issue, number) or not (issue.price or issue.mention.search(text)):
        return []
    meant = _meant(issue, number, text, None) or [number.values[0]]
    if min(issue.values) >= 1000 and not number.scaled and meant[0] < 1000:
        meant = [meant[0] * 1000]
    low, high = min(issue.values), max(issue.values)
    if not low / 2 <= meant[0] <= high * 2:
        return []
    nearest = sorted(issue.values, key=lambda value: (abs(value - meant[0]), value))[
        : 2 if low <= meant[0] <= high else 1
    ]
    return [(issue.id, issue.values[value]) for value in sorted(nearest)]


def _weak(text: str, lexicon: Lexicon, found: list[Value | Doubt]) -> Iterator[Value | Doubt]:
    """Options named by weak words beside the name of an issue that nothing else was said about."""
    done = {item.issue for item in found if isinstance(item, Value)} | {
        pair[0] for item in found if isinstance(item, Doubt) for pair in item.pairs
    }
    for issue in lexicon.issues:
        mention = issue.mention.search(text) if issue.weak and issue.id not in done else None
        if mention is None:
            continue
        window = (
            text[max(0, mention.start() - _WINDOW) : mention.start()]
            + " "
            + text[mention.end() : mention.end() + _WINDOW]
        )
        said = {token for token in tokens(window) if token not in STOP or token in ("no", "not")}
        said |= {"no"} if re.search(r"\b(?:without|skip|drop|not)\b", window) else set()
        scores = {option: len((words - set(tokens(mention[0]))) & said) for option, words in issue.weak.items()}
        best = max(scores.values())
        pairs = [(issue.id, option) for option, score in scores.items() if score == best]
        if best > 0 and len(pairs) == 1:
            yield Value(*pairs[0], mention.span())
