"""Options that are amounts of something: thirty days, two years, sixty pumps, 1.5 times; and how people write them.

The amounts are read from an option's own label and synonyms, so that a new scene needs no list. A synonym that is a
number alone ("60") makes the option known by the bare number, too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.reader.numbers import Number, numbers
from game.reader.text import fold
from game.scenario.model import Scenario

_SHORT = {
    "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "mth": "month", "mths": "month", "wk": "week",
    "wks": "week", "d": "day", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
}  # fmt: skip
#: What stands between an amount and its noun: "sixty of the pumps", "the eight worst pumps".
_NOUN = re.compile(r"[ -](?:(?:of (?:the |your |our |my )?|more |extra |full |worst |whole |)([a-z]+))")
#: "in the four towns" says where, not how many.
_ASIDE = re.compile(r"\b(?:in|from|of|on) the $")
_LITTLE = frozenset(
    {"the", "a", "and", "or", "of", "in", "at", "for", "to", "per", "on", "off", "it", "with", "quarter"}
)


@dataclass(frozen=True)
class Measure:
    """An option as an amount: 30 days is (30, "day"); ``bare`` says that the number alone names it."""

    value: float
    unit: str
    issue: str
    option: str
    bare: bool = False


def measures(scenario: Scenario) -> tuple[Measure, ...]:
    """Every option that is an amount; those of a numeric range are not here."""
    return tuple(dict.fromkeys(_all(scenario)))


def _all(scenario: Scenario) -> Iterator[Measure]:
    for issue in scenario.issues:
        for option in issue.options or () if issue.range is None else ():
            for name in (option.label, *option.synonyms):
                folded = fold(name)
                for number in numbers(folded):
                    yield from _measure(folded, number, issue.id, option.id)


def _measure(name: str, number: Number, issue: str, option: str) -> Iterator[Measure]:
    start, end = number.span
    alone = name.strip() == name[start:end].strip()
    if number.unit == "x" or alone:
        yield Measure(number.values[0], number.unit, issue, option, bare=True)
    elif number.unit == "" and name[end : end + 1] != "-" and not _ASIDE.search(name[:start]):
        unit = unit_after(name, end)
        if unit:
            yield Measure(number.values[0], unit, issue, option)


def unit_after(text: str, end: int) -> str:
    """The noun that an amount ending at ``end`` counts, in the singular; empty if there is none.

    >>> unit_after("in 30 days", 5), unit_after("three-year term", 5), unit_after("2 yrs", 1)
    ('day', 'year', 'year')
    """
    match = _NOUN.match(text, end)
    if match is None or match[1] in _LITTLE:
        return ""
    return singular(match[1])


def singular(word: str) -> str:
    """A counting noun without plural s or shortening."""
    if word in _SHORT:
        return _SHORT[word]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
