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
    r"(?P<unit>(?:[ -]?ish)?\s?%|\s?(?:k|thousand|grand|m|million)\b(?!\s?%)|\s(?:per ?cent"
    r"|percent)(?:age points?)?\b"
    r"|\s?x\b|\stimes\b|(?:\sa)?\spoints?\b|\s?[€$£]|\s(?:euros?|dollars?|pounds|quid|bucks)\b)?"
)
#: "and a half", after digits or words, and after the noun of one: "a month and a half".
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "third": 1 / 3}
_HALF = r"(?P<half>,? and (?:a |one )?(?:half|quarter|three quarters)(?! (?:of )?an?\b))?"
_DIGITS = re.compile(
    r"(?<![\w.,])(?P<sign>-)?(?P<money>[€$£]\s?)?(?P<whole>\d{1,3}(?:[,.' ]\d{3})+(?!\d)"
    r"|\d{1,12})(?P<part>[.,]\d{1,6})?" + _HALF + _AFTER + r"(?:[ -]?ish)?(?![\w])"
)
_WORD = "|".join(sorted({*_UNITS, *_TENS, *_SCALES}, key=len, reverse=True))
_WORDS = re.compile(
    rf"\b(?P<words>(?:a (?=hundred|thousand|million))?(?:{_WORD})(?:(?:[ -]"
    rf"| and )(?:{_WORD})\b){{0,8}})\b" + _HALF + _AFTER
)
_PARTS = re.compile(
    r"\b(?P<part>(?:one |a )?half|a half|(?:a |one )?quarter|three[ -]quarters|a third|a|one"
    r"|another)(?: of)?(?: an?| one| full| whole)?"
    r"[ -](?P<unit>percentage point|percent|per cent|point|%)s?\b"
)
_PART_VALUES = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "third": 1 / 3}
_NOUN_AND_PART = re.compile(
    r"\b(?:an?|one) (?P<noun>day|week|month|year|point|per cent|percent) and (?:a |one )?(?P<part>half|quarter)\b"
)
_A_DAY = re.compile(r"\b(?<!\d )a (?P<noun>day|week|month|year)\b(?! and )")
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_DIGIT_WORD = "|".join(list(_UNITS)[:10])
_SPOKEN_POINT = re.compile(
    rf"\b(?P<whole>{_DIGIT_WORD}|ten|eleven|twelve|sixty-?(?:{_DIGIT_WORD})"
    rf"|fifty-?(?:{_DIGIT_WORD})) point (?P<part>(?:{_DIGIT_WORD})(?:[ -](?:{_DIGIT_WORD}))?)\b" + _AFTER
)
_NTH_YEAR = re.compile(r"\b(?P<nth>second|third|fourth|fifth)(?P<noun> year)\b")
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
    counts: str = ""
    """What it is a number of, where its own span says so: "a month and a half"."""


def numbers(text: str) -> list[Number]:
    """Every number in folded text, in order, none overlapping another.

    >>> [(n.values[0], n.unit) for n in numbers("62k or 2 %, sixty-two, half a point, 1.5x")]
    [(62000, ''), (2, '%'), (62, ''), (0.5, '%'), (1.5, 'x')]
    """
    found = [_digits(match) for match in _DIGITS.finditer(text)]
    found += [_part(match) for match in _PARTS.finditer(text)]
    found += [Number((1,), "", m.span(), weak=True, counts=m["noun"]) for m in _A_DAY.finditer(text)]
    found += [_spoken_point(match) for match in _SPOKEN_POINT.finditer(text)]
    found += [_noun_and_part(match) for match in _NOUN_AND_PART.finditer(text)]
    found += [Number((_ORDINALS[m["nth"]],), "", m.span(), counts="year") for m in _NTH_YEAR.finditer(text)]
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
    more = _fraction(match["half"])
    values = [_plain(sign * (value + more) * factor) for value in _written(match["whole"], match["part"] or "")]
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
    value = (value + _fraction(match["half"])) * factor
    scaled = factor > 1 or any(token in _SCALES for token in tokens) or _spoken(tokens) is not None
    return Number(
        (_plain(value),), unit, match.span(), weak=match["words"] in WEAK_WORDS and not match["half"], scaled=scaled
    )


def words_value(tokens: list[str]) -> float | None:
    """The value of number words, or None if they do not make one number.

    >>> words_value(["sixty", "two", "thousand"]), words_value(["two", "two"])
    (62000, None)
    """
    spoken = _spoken(tokens)
    if spoken is not None:
        return spoken
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


def _spoken(tokens: list[str]) -> float | None:
    """Thousands as they are spoken: "fifty-nine five" and "fifty-nine five hundred" are 59,500.

    >>> _spoken(["fifty", "nine", "five"]), _spoken(["sixty", "two"])
    (59500, None)
    """
    if tokens[-1:] == ["hundred"]:
        tokens = tokens[:-1]
    if len(tokens) < 2 or tokens[-1] not in _UNITS or tokens[-2] not in {**_TENS, **_UNITS} or tokens[0] not in _TENS:
        return None
    front = [_TENS.get(token, _UNITS.get(token, 0)) for token in tokens[:-1]]
    if len(front) > 2 or (len(front) == 1) or front[1] >= 10 or not 0 < _UNITS[tokens[-1]] < 10:
        return None
    return sum(front) * 1000 + _UNITS[tokens[-1]] * 100


def _fraction(said: str | None) -> float:
    return next(
        (value for name, value in sorted(_FRACTIONS.items(), key=lambda f: -len(f[0])) if said and name in said), 0
    )


def _part(match: re.Match[str]) -> Number:
    said = match["part"].replace("-", " ")
    value = 0.75 if "three" in said else next((value for name, value in _PART_VALUES.items() if name in said), 1.0)
    return Number((value,), "%", match.span())


def _spoken_point(match: re.Match[str]) -> Number:
    """ "One point seven five per cent"."""
    whole = words_value(re.findall(r"[a-z]+", match["whole"])) or 0
    digits = "".join(str(_UNITS[word]) for word in re.findall(r"[a-z]+", match["part"]))
    unit, factor = _unit(match["unit"], False)
    return Number((_plain((whole + float(f"0.{digits}")) * factor),), unit, match.span(), scaled=factor > 1)


def _noun_and_part(match: re.Match[str]) -> Number:
    value = 1 + _PART_VALUES[match["part"]]
    if match["noun"] in ("point", "per cent", "percent"):
        return Number((value,), "%", match.span())
    return Number((value,), "", match.span(), counts=match["noun"])


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
