"""The numbers in a line: 62k, 62,000, sixty-two, 1.5x, 2 %, half a point.

A number that can be written two ways keeps both values, the likelier first; which one is meant is decided by the
options of the issue it is said about.
"""

import math
import re
from dataclasses import dataclass

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 10**6}
#: Number words that are also ordinary words; they count only beside a unit or an issue's name.
WEAK_WORDS = frozenset({"one", "a", "zero"})

_AFTER = (
    r"(?P<unit>\s?%|\s?(?:k|thousand|grand|m|million)\b(?!\s?%)|\s(?:per ?cent|percent)(?:age points?)?\b"
    r"|\s?x\b|\stimes\b|(?:\sa)?\spoints?\b|\s?[€$£]|\s(?:euros?|dollars?|pounds|quid|bucks)\b)?"
)
_DIGITS = re.compile(
    r"(?<![\w.,])(?P<sign>-)?(?P<money>[€$£]\s?)?(?P<whole>\d{1,3}(?:[,.' ]\d{3})+(?!\d)"
    r"|\d{1,12})(?P<part>[.,]\d{1,6})?" + _AFTER + r"(?![\w])"
)
_WORD = "|".join(sorted({*_UNITS, *_TENS, *_SCALES}, key=len, reverse=True))
_WORDS = re.compile(
    rf"\b(?P<words>(?:a (?=hundred|thousand|million))?(?:{_WORD})(?:(?:[ -]"
    rf"| and )(?:{_WORD})\b){{0,8}})\b(?P<half> and a half)?" + _AFTER
)
_PARTS = re.compile(
    r"\b(?P<part>(?:one )?half|a half|a quarter|quarter|three quarters|a third)(?: of)?(?: an?| one)?"
    r"(?P<unit>\s(?:percentage point|percent|per cent|point|%))s?\b"
)
_PART_VALUES = {
    "half": 0.5,
    "one half": 0.5,
    "a half": 0.5,
    "a quarter": 0.25,
    "quarter": 0.25,
    "three quarters": 0.75,
    "a third": 1 / 3,
}
_FACTORS = {"k": 1000, "thousand": 1000, "grand": 1000, "m": 10**6, "million": 10**6}


@dataclass(frozen=True)
class Number:
    """A number as said: its possible values (likeliest first), its unit (``%``, ``x``, ``money`` or none), its span."""

    values: tuple[float, ...]
    unit: str
    span: tuple[int, int]
    weak: bool = False
    scaled: bool = False
    """A scale was said (62k, sixty thousand): the value is not to be scaled again."""


def numbers(text: str) -> list[Number]:
    """Every number in folded text, in order, none overlapping another.

    >>> [(n.values[0], n.unit) for n in numbers("62k or 2 %, sixty-two, half a point, 1.5x")]
    [(62000, ''), (2, '%'), (62, ''), (0.5, '%'), (1.5, 'x')]
    """
    found = [_digits(match) for match in _DIGITS.finditer(text)]
    found += [_part(match) for match in _PARTS.finditer(text)]
    found += [number for match in _WORDS.finditer(text) if (number := _words(match)) is not None]
    return _without_overlap(found)


def _without_overlap(found: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in sorted(found, key=lambda n: (n.span[0], -n.span[1])):
        if not kept or number.span[0] >= kept[-1].span[1]:
            kept.append(number)
    return kept


def _digits(match: re.Match[str]) -> Number:
    unit, factor = _unit(match["unit"], bool(match["money"]))
    sign = -1 if match["sign"] else 1
    values = [sign * value * factor for value in _written(match["whole"], match["part"] or "")]
    return Number(tuple(values), unit, match.span(), scaled=factor > 1)


def _written(whole: str, part: str) -> list[float]:
    bare = re.sub(r"[,.' ]", "", whole)
    fraction = part.replace(",", ".")
    values = [_plain(float(bare + fraction))]
    if re.fullmatch(r"\d{1,3}[.,]\d{3}", whole) and not part:  # 62.000 may be sixty-two thousand or sixty-two
        values.append(_plain(float(whole.replace(",", "."))))
    return values


def _words(match: re.Match[str]) -> Number | None:
    tokens = re.findall(r"[a-z]+", match["words"])
    value = words_value([token for token in tokens if token != "and"])
    if value is None:
        return None
    unit, factor = _unit(match["unit"], False)
    value = (value + (0.5 if match["half"] else 0)) * factor
    scaled = factor > 1 or any(token in _SCALES for token in tokens)
    return Number((_plain(value),), unit, match.span(), weak=match["words"] in WEAK_WORDS, scaled=scaled)


def words_value(tokens: list[str]) -> float | None:
    """The value of number words, or None if they do not make one number.

    >>> words_value(["sixty", "two", "thousand"]), words_value(["two", "two"])
    (62000, None)
    """
    total, part, last = 0, 0, math.inf
    for token in tokens:
        if token in _SCALES:
            part, last = max(part, 1) * _SCALES[token], math.inf
            if _SCALES[token] >= 1000:
                total, part = total + part, 0
            continue
        if token == "a":
            continue
        value = _UNITS.get(token, _TENS.get(token, 0))
        size = 10 if token in _TENS else 1
        if size >= last or (last == 10 and value > 9):
            return None
        part, last = part + value, size
    return total + part


def _part(match: re.Match[str]) -> Number:
    return Number((_PART_VALUES[match["part"]],), "%", match.span())


def _unit(written: str | None, money: bool) -> tuple[str, int]:
    said = (written or "").strip()
    if said in _FACTORS:
        return ("money" if money else ""), _FACTORS[said]
    if said.startswith(("%", "per", "point", "a point")):
        return "%", 1
    if said in ("x", "times"):
        return "x", 1
    return ("money" if money or said else ""), 1


def _plain(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
