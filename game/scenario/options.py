"""The options of an issue in order: their ids, how they are said, and what they are worth to a seat.

A numeric issue (``range:``) is a short form for a list of options; everything that needs the list asks here. These
functions expect a scenario that ``check.py`` found sound; only ``option_count`` and ``number_of`` are safe before that.
"""

import math
from bisect import bisect_left
from collections.abc import Mapping

from game.scenario.model import Hand, Issue, NumericRange, Seat

_DIGITS = 6


def number_id(value: float) -> str:
    """The id of a number: no trailing zeros, no exponent, no minus zero.

    >>> number_id(58000.0), number_id(1.50), number_id(-0.0)
    ('58000', '1.5', '0')
    """
    text = f"{round(value, _DIGITS):.{_DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def number_of(option: str) -> float | None:
    """The number that an option id writes, or None if it writes none.

    >>> number_of("1.50"), number_of("june")
    (1.5, None)
    """
    try:
        value = float(option)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def option_count(issue: Issue) -> int:
    """How many options the issue has; huge ranges are counted, not built."""
    if issue.range is None:
        return len(issue.options)
    steps = abs(issue.range.stop - issue.range.start) / issue.range.step
    return round(steps) + 1 if steps < 1e9 else 10**9


def option_values(issue: Issue) -> list[float]:
    """The numbers of a numeric issue in the order written; empty for an issue with named options."""
    if issue.range is None:
        return []
    start, step = issue.range.start, _signed_step(issue.range)
    return [round(start + step * n, _DIGITS) for n in range(option_count(issue))]


def _signed_step(numbers: NumericRange) -> float:
    return numbers.step if numbers.stop >= numbers.start else -numbers.step


def is_precise(issue: Issue) -> list[bool]:
    """For each option of a numeric issue whether its number is not round; all round for an issue with named options.

    Round are the multiples of the coarsest of 1, 2.5 and 5 times a power of ten that a fifth of the options share.

    >>> pay = dict(id="pay", label="pay", range=dict(start=58000, stop=66000, step=500), status_quo="58000")
    >>> is_precise(Issue.model_validate(pay))[:4]
    [False, True, False, True]
    """
    values = option_values(issue)
    units = [base * 10.0**power for power in range(9, -_DIGITS, -1) for base in (5, 2.5, 1)]
    for unit in units:
        precise = [abs(value / unit - round(value / unit)) > 1e-9 for value in values]
        even = [value for value, odd in zip(values, precise, strict=True) if not odd]
        if 5 * len(even) >= len(values) and any(even):
            return precise
    return [False] * option_count(issue)


def option_ids(issue: Issue) -> list[str]:
    """The ids of the issue's options, in order; numbers become ids such as '58000' or '1.5'.

    >>> pay = Issue.model_validate(dict(id="pay", label="pay", range=dict(start=1, stop=2, step=0.5), status_quo="1"))
    >>> option_ids(pay)
    ['1', '1.5', '2']
    """
    if issue.range is None:
        return [option.id for option in issue.options]
    return [number_id(value) for value in option_values(issue)]


def option_id(issue: Issue, text: str) -> str:
    """The id as ``option_ids`` writes it: '62000.0' names the option '62000' of a numeric issue."""
    value = number_of(text) if issue.range is not None else None
    return text if value is None else number_id(value)


def option_label(issue: Issue, option: str) -> str:
    """How an option is said: its label, or its number with thousands marked and the unit applied.

    >>> pay = dict(id="pay", label="pay", range=dict(start=0, stop=9000, step=500), status_quo="0", unit="€{}")
    >>> option_label(Issue.model_validate(pay), "8500")
    '€8,500'
    """
    if issue.range is None:
        return next(known.label for known in issue.options if known.id == option)
    number = _spoken_number(float(option))
    return issue.unit.replace("{}", number) if "{}" in issue.unit else f"{number} {issue.unit}".strip()


def _spoken_number(value: float) -> str:
    whole, dot, rest = number_id(value).partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole not in ("-0", "-") else f"{whole}{dot}{rest}"


def points_of(seat: Seat, hand: Hand | None, issue: Issue) -> list[float]:
    """Points of each of the issue's options to the seat, the hand's own where it has any.

    For a numeric issue the points between two numbers given are interpolated; beyond the first and the last number
    given they stay as they are there.

    Raises:
        KeyError: the points lack the issue or one of its named options.
    """
    points = hand.points[issue.id] if hand is not None and issue.id in hand.points else seat.points[issue.id]
    if issue.range is None:
        return [points[option.id] for option in issue.options]
    return _interpolated(points, option_values(issue))


def _interpolated(points: Mapping[str, float], values: list[float]) -> list[float]:
    known = sorted((float(option), worth) for option, worth in points.items())
    return [_worth_at(value, known) for value in values]


def _worth_at(value: float, known: list[tuple[float, float]]) -> float:
    after = bisect_left(known, (value, -math.inf))
    if after == len(known):
        return known[-1][1]
    high, worth_high = known[after]
    if after == 0 or high == value:
        return worth_high
    low, worth_low = known[after - 1]
    return worth_low + (worth_high - worth_low) * (value - low) / (high - low)
