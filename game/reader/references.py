"""Offers named by pointing at one: "meet in the middle", "same as last year", "your figure, if ...", "as before"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from game.reader.lexicon import IssueNames, Lexicon
from game.reader.relative import MIDDLE, middle
from game.reader.text import Clause
from game.reader.values import Doubt, Named, Value

Package = Mapping[str, str]
_AS_TODAY = re.compile(
    r"\b(?:same|just|exactly)?(?: \w+)? ?(?:as|like) (?:last year|it is now|now|today|this year|before the)\b"
    r"|\b(?:leave|keep) (?:it|everything|things) (?:as (?:it is|they are)|unchanged)\b|\blast year's\b"
)
_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
         "eighties": 80, "nineties": 90}  # fmt: skip
_DECADE = re.compile(rf"\b(?P<part>low|early|mid|middle|high|upper|late)[ -](?P<tens>{'|'.join(_TENS)})\b")
_TIMES = re.compile(r"\b(?:double|twice|half|triple|more|less)\b")
_FIGURE = (
    r"(?:percent|per cent|offer|figure|number|price|rebate|discount|percentage|pay|salary|page|package|terms|proposal"
    r"|version)"
)
_YOURS = re.compile(
    rf"\byour (?:last |own )?{_FIGURE}\b|\b(?:the|that) {_FIGURE}(?=,? (?:against|if|provided|but only|in return)\b)"
)
_WHOLE = re.compile(r"\b(?:offer|page|package|terms|proposal|version)\b")
#: "Your figure" is put on the table again only by a yes that wants something for it.
_GIVEN_IN = re.compile(
    r"\b(?:ok(?:ay)?|fine|yes|agreed?|accept|i(?:'ll| will)? take|i can (?:live with|do)|good|sign|happy|deal)\b"
)
_BUT = re.compile(r"\b(?:if|but|provided|as long as|against|only|with|for|when|in return|in exchange|except)\b")
_MY_OWN = re.compile(
    r"\bsame (?:as before|again|offer|thing|package)\b|\bas before\b|\bthe same,? (?:but|with|and|plus)\b"
    r"|\bmy (?:last )?offer (?:plus|with|and)\b"
    r"|\bwhat i (?:said|asked for|offered)(?: before)?,? (?:plus|with|and|but)\b"
)
_SAME_FIGURE = re.compile(
    r"\b(?:the )?same (?:figure|rate|percent|per cent|price|number|discount|rebate|pay|salary|money)\b"
)
#: Their package with one thing changed: "your offer, but with ...", "everything as you wrote it except ...".
_YOUR_PACKAGE = re.compile(
    r"\byour (?:last )?(?:offer|page|package|terms|proposal|version),? (?:but|with|only|paid|except|plus)\b"
    r"|\b(?:everything|all|it) as you (?:wrote|said|say|offered|put)(?: it)?\b|\bwhat you (?:said"
    r"|offered),? (?:plus|but|with)\b"
)


def with_references(
    text: str,
    parts: Sequence[Clause],
    named: list[Named],
    names: Lexicon,
    theirs: Package | None,
    mine: Package | None,
) -> list[Named]:
    """What the clauses name, with what the line points at in the clause that points at it."""
    named = _without_ends(text, named, names, theirs, mine)
    done = {value.issue for each in named for value in each.values}
    doubted = {pair[0] for each in named for doubt in each.doubts for pair in doubt.pairs}
    found = [
        item
        for item in _pointed(text, names, theirs, mine, bool(done or doubted))
        if not (isinstance(item, Value) and item.issue in done | doubted)
        and not (isinstance(item, Doubt) and (done | doubted) & {issue.id for issue in names.issues if issue.price})
    ]
    out = list(named)
    for item in found:
        at = next((n for n, part in enumerate(parts) if part.start <= item.span[0] < part.start + len(part.text)), None)
        if at is not None:
            values = (*out[at].values, item) if isinstance(item, Value) else out[at].values
            out[at] = Named(values, (*out[at].doubts, item) if isinstance(item, Doubt) else out[at].doubts)
    return out


def _without_ends(
    text: str, named: list[Named], names: Lexicon, theirs: Package | None, mine: Package | None
) -> list[Named]:
    """ "You say two, I say one, so the average": the two ends are not what is offered."""
    price = next((issue for issue in names.issues if issue.price), None)
    if price is None or not MIDDLE.search(text) or middle(price, theirs, mine) is None:
        return named
    return [Named(tuple(v for v in each.values if v.issue != price.id), each.doubts) for each in named]


def _pointed(
    text: str, names: Lexicon, theirs: Package | None, mine: Package | None, others: bool
) -> Iterator[Value | Doubt]:
    price = next((issue for issue in names.issues if issue.price), None)
    if price is None:
        return
    if match := _DECADE.search(text):
        yield _decade(price, match)
    if match := MIDDLE.search(text):
        yield _in_the_middle(price, theirs, mine, match.span())
    if (match := _AS_TODAY.search(text)) and not others and not _TIMES.search(text) and price.reference in price.values:
        yield Value(price.id, price.values[price.reference or 0.0], match.span())
    if (mine or theirs) and others and (match := _SAME_FIGURE.search(text)):
        option = (mine or theirs or {}).get(price.id)
        if option:
            yield Value(price.id, option, match.span())
    if theirs and others and (match := _yours(text)):
        whole = _WHOLE.search(match[0]) or " you " in match[0]
        for issue, option in theirs.items():
            if whole or issue == price.id:
                yield Value(issue, option, match.span())
    elif mine and (match := _MY_OWN.search(text)) and others:
        yield from (Value(issue, option, match.span()) for issue, option in mine.items())


def _decade(price: IssueNames, match: re.Match[str]) -> Doubt:
    """ "Low sixties" is no offer yet: which of them?"""
    start = _TENS[match["tens"]] + {"low": 0, "early": 0, "mid": 4, "middle": 4}.get(match["part"], 7)
    scale = 1000 if min(map(abs, price.values), default=0) >= 1000 else 1
    options = [price.values[v * scale] for v in (start, start + 1, start + 2) if v * scale in price.values]
    return Doubt(tuple((price.id, option) for option in options), match.span())


def _yours(text: str) -> re.Match[str] | None:
    """Where their figure or package is put on the table again with something changed or wanted for it."""
    if match := _YOUR_PACKAGE.search(text):
        return match
    match = _YOURS.search(text)
    return match if match and _GIVEN_IN.search(text) and _BUT.search(text, match.end()) else None


def _in_the_middle(
    price: IssueNames, theirs: Package | None, mine: Package | None, span: tuple[int, int]
) -> Value | Doubt:
    value = middle(price, theirs, mine)
    if value is None:
        return Doubt((), span)
    if value in price.values:
        return Value(price.id, price.values[value], span)
    near = sorted(price.values, key=lambda v: (abs(v - value), v))[:2]
    return Doubt(tuple((price.id, price.values[v]) for v in sorted(near)), span)
