"""The options that a clause names, each with its span; and the doubts, where more than one could be meant.

Nothing is rounded and nothing is guessed: a number that is no option of any issue becomes a doubt with its neighbours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.reader.lexicon import STOP, IssueNames, Lexicon, tokens
from game.reader.measures import unit_after
from game.reader.numbers import Number, numbers
from game.reader.relative import Bases, bases_of, sign_of, takes_off
from game.reader.rules_offering import AT_LEAST, NOT_THIS

Pair = tuple[str, str]
Package = Mapping[str, str]
_IDIOMS = re.compile(
    r"\bof course\b|\bas usual\b|\bthe other day\b|\bat the end of the day\b|\bin the end\b|\bthe two of us\b"
    r"|\b(?:last|first|this|next|every|same|whole) (?:year|month|week)s?(?:'s)?\b|\b(?:a"
    r"|the) year (?:when|in which|ago)\b"
    r"|(?<=[\dk%]) (?:a|per|each|every) (?:year|month|week|day)\b|(?<=thousand) (?:a|per) (?:year|month)\b"
    r"|\bone of (?:us|them|those|the two)\b|\bboth of us\b|\bfirst of all\b|\bone or two things\b|\ball the best\b"
)
#: Units that count something else than an option when the scene has no such amount.
_FOREIGN_UNIT = re.compile(
    r"[ -](?:and a half )?(?:good |quiet |clean |bad |long |whole )?(?:minutes?|hours?|days?|weeks?"
    r"|months?|years?|people|persons?|colleagues"
    r"|o'clock|am\b|pm\b|km|kilos?|miles|of (?:us|you|them)|offers?|others?|other"
    r"|things?|points? (?:open|left|are)|times\b|questions?|ways?|reasons?|buyers?|clean|trays?|columns?"
    r"|hospitals?|minute|crates?|stories|customers?|call-?outs|handovers?|fitters|dealers?|showrooms?|shops?|pages?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:st|nd|rd|th)\b)"
)
#: A clock or a day: "by five", "until 12".
_CLOCK = re.compile(r"\b(?:by|until|till|before|since|after) $")
#: What may stand beside a number that says nothing about what it counts.
_ALONE = re.compile(
    r"\b(?:please|pls|maybe|perhaps|ok|okay|well|so|then|um+|er+|hm+|put it at|make it|let's say|say"
    r"|or so|whatever|just|yes|no)\b|\W+"
)
_MEASURED = frozenset({"day", "week", "month", "year"})
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


def named_in(text: str, lexicon: Lexicon, theirs: Package | None, start: int = 0, mine: Package | None = None) -> Named:
    """What the folded clause names; spans are shifted by ``start``. ``theirs`` and ``mine`` are the last offers."""
    masked = _IDIOMS.sub(lambda match: " " * len(match[0]), text)
    bases = bases_of(text, theirs, mine)
    by_number = [*_numbers(masked, lexicon, bases)]
    by_name = [*_phrases(masked, lexicon, by_number)]
    named = [item.span for item in by_name]
    found = by_name + [item for item in by_number if not _overlaps(item.span, named)]
    found += [*_dropped(masked, lexicon, found), *_at_list(masked, lexicon, found)]
    weak = [_shift(item, start) for item in _weak(masked, lexicon, found)]
    kept = weak + [_shift(item, start) for item in found if not _denied(masked, item.span)]
    return Named(tuple(i for i in kept if isinstance(i, Value)), tuple(i for i in kept if isinstance(i, Doubt)))


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


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


def _phrases(text: str, lexicon: Lexicon, by_number: list[Value | Doubt]) -> Iterator[Value | Doubt]:
    """Options by name. A name inside a longer amount ("year" in "two years") is part of the amount."""
    if lexicon.options is None:
        return
    for match in lexicon.options.finditer(text):
        inside = [item for item in by_number if item.span[0] <= match.start() and match.end() <= item.span[1]]
        if any(item.span != match.span() for item in inside):
            continue
        phrase = match[0] if match[0] in lexicon.phrases else match[0].replace("-", " ")
        pairs = list(lexicon.phrases[phrase])
        rest = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        mentioned = {issue.id for issue in lexicon.issues if issue.mention.search(rest)} if len(pairs) > 1 else set()
        yield _settled(pairs, match.span(), mentioned)


# -- numbers -------------------------------------------------------------------------------------------------------


def _numbers(text: str, lexicon: Lexicon, bases: Bases) -> Iterator[Value | Doubt]:
    for number in numbers(text):
        found = _amount(text, lexicon, number) or _number(text, lexicon, number, bases)
        if found is not None:
            yield found


def _amount(text: str, lexicon: Lexicon, number: Number) -> Value | Doubt | None:
    """An amount with its noun: "30 days", "a two-year term", "a month and a half"."""
    unit = number.counts or (unit_after(text, number.span[1]) if number.unit == "" else "")
    if unit not in lexicon.units:
        return None
    pairs = [(m.issue, m.option) for m in lexicon.measures if m.unit == unit and m.value == number.values[0]]
    span = (number.span[0], number.span[1] if number.counts else _noun_end(text, number.span[1]))
    mentioned = _nearest_mention(text, span, lexicon, {issue for issue, _ in pairs})
    if pairs:
        return _settled(pairs, span, mentioned) if _said_as_amount(text, number, mentioned) else None
    return None


def _noun_end(text: str, end: int) -> int:
    match = re.compile(r"[ -](?:of (?:the |your |our |my )?)?[a-z]+").match(text, end)
    return match.end() if match else end


def _said_as_amount(text: str, number: Number, mentioned: set[str]) -> bool:
    """ "a day" alone is hardly ever an option; "one day" is, and "a day" with its issue said."""
    return not number.weak or bool(mentioned) or text[slice(*number.span)] == "one"


def _number(text: str, lexicon: Lexicon, number: Number, bases: Bases) -> Value | Doubt | None:
    weak = number.weak and not number.unit
    foreign = not number.unit and not number.scaled and _FOREIGN_UNIT.match(text, number.span[1])
    moved = sign_of(text, number.span)
    clock = not number.unit and not moved and number.values[0] <= 24 and _CLOCK.search(text[: number.span[0]])
    if weak or foreign or clock:
        return None
    pairs = [pair for issue in lexicon.issues for pair in _fits(issue, number, text, bases)]
    pairs += _bare_amounts(lexicon, number, text, pairs)
    nearest = _nearest_mention(text, number.span, lexicon, {issue for issue, _ in pairs})
    if pairs:
        return _settled(list(dict.fromkeys(pairs)), number.span, nearest or _by_money(number, lexicon))
    if sign_of(text, number.span) and not bases.today and not bases.packages:
        return Doubt((), number.span)  # more than an offer that is not known
    near = [pair for issue in lexicon.issues for pair in _neighbours(issue, number, text, bases)]
    return Doubt(tuple(near[:3]), number.span) if near else None


def _bare_amounts(lexicon: Lexicon, number: Number, text: str, pairs: list[Pair]) -> list[Pair]:
    """Options that a number without a noun can name: by itself, or because its issue stands beside it."""
    if number.unit not in ("", "x") or number.scaled or sign_of(text, number.span):
        return []
    found = [m for m in lexicon.measures if m.value == number.values[0] and (m.unit == "x" or not number.unit)]
    if pairs and _ALONE.sub("", text[: number.span[0]] + text[number.span[1] :]).strip() == "":
        return [(m.issue, m.option) for m in found]
    beside = _nearest_mention(text, number.span, lexicon, {m.issue for m in found} | {issue for issue, _ in pairs})
    return [(m.issue, m.option) for m in found if m.bare or m.issue in beside or (not pairs and m.unit == "day")]


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


def _fits(issue: IssueNames, number: Number, text: str, bases: Bases) -> list[Pair]:
    options = {issue.values[value]: None for value in _meant(issue, number, text, bases) if value in issue.values}
    return [(issue.id, option) for option in options]


def _meant(issue: IssueNames, number: Number, text: str, bases: Bases) -> list[float]:
    """The values of the issue that the number may mean, as it stands or relative to a reference or an offer."""
    if not issue.values or not _unit_fits(issue, number):
        return []
    sign = sign_of(text, number.span) or (-1 if takes_off(text, number.span) and "off" not in issue.unit else 0)
    base = bases.of(issue)
    if number.unit == "%" and "%" not in issue.unit:
        said = base is not None and (sign or issue.mention.search(text))
        return [round((base or 0) * (1 + (sign or 1) * number.values[0] / 100), 6)] if said else []
    if sign:
        thousands = 1000 if _in_thousands(issue, number) and number.values[0] < 100 else 1
        return [round(base + sign * value * thousands, 6) for value in number.values] if base is not None else []
    return _as_written(issue, number)


def _in_thousands(issue: IssueNames, number: Number) -> bool:
    return not number.scaled and min(map(abs, issue.values), default=0) >= 1000


def _as_written(issue: IssueNames, number: Number) -> list[float]:
    """The values as they stand; if none is an option, in thousands where the issue's numbers are thousands."""
    straight = [value for value in number.values if value in issue.values]
    if straight or not _in_thousands(issue, number):
        return straight[:1]
    return [value * 1000 for value in number.values if value < 1000]


def _unit_fits(issue: IssueNames, number: Number) -> bool:
    match number.unit:
        case "%":
            return "%" in issue.unit or "percent" in issue.unit or issue.price
        case "x":
            return "x" in issue.unit or "time" in issue.unit or "×" in issue.unit
        case "money":
            return any(sign in issue.unit for sign in ("€", "$", "£", "eur")) or (issue.price and "%" not in issue.unit)
        case _:
            return True


def _neighbours(issue: IssueNames, number: Number, text: str, bases: Bases) -> list[Pair]:
    """The options next to a number of the issue's own size that is no option."""
    if not issue.values or not _unit_fits(issue, number) or not (issue.price or issue.mention.search(text)):
        return []
    meant = _meant(issue, number, text, bases) or [number.values[0]]
    if _in_thousands(issue, number) and meant[0] < 1000:
        meant = [meant[0] * 1000]
    low, high = min(issue.values), max(issue.values)
    if not low / 2 <= meant[0] <= high * 2:
        return []
    nearest = sorted(issue.values, key=lambda value: (abs(value - meant[0]), value))[
        : 2 if low <= meant[0] <= high else 1
    ]
    return [(issue.id, issue.values[value]) for value in sorted(nearest)]


#: "Forget the title": the issue stays as it is without a deal.
_DROP = r"\b(?:drop|forget(?: about)?|skip|give up|do without|without|leave out|no more)(?: the| any| my| a| on)? "
_LIST = re.compile(
    r"\b(?:(?:at |the )?(?:full )?list(?: price)?(?= |$|[.,;!?])|no discount|without (?:a |any )?discount"
    r"|full price|nothing off)\b"
)


def _dropped(text: str, lexicon: Lexicon, found: list[Value | Doubt]) -> Iterator[Value]:
    """Issues that are given up."""
    done = {item.issue for item in found if isinstance(item, Value)}
    for issue in lexicon.issues:
        match = None if issue.price or issue.id in done else re.search(_DROP + issue.mention.pattern, text)
        if match:
            yield Value(issue.id, issue.status_quo, match.span())


def _at_list(text: str, lexicon: Lexicon, found: list[Value | Doubt]) -> Iterator[Value]:
    """The list price, where what is settled is the discount off it."""
    price = next((issue for issue in lexicon.issues if issue.price and "off" in issue.unit and 0 in issue.values), None)
    match = _LIST.search(text)
    if price and match and not any(isinstance(item, Value) and item.issue == price.id for item in found):
        yield Value(price.id, price.values[0], match.span())


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
