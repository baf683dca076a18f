"""Numbers that count from something: "two more", "half a point off", "2,000 on top of your offer", "the middle".

From what is counted, in this order: what the words name (their offer, one's own, today's), their last offer, one's
own last offer, the issue's reference (pay today, last year's rebate).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.reader.lexicon import IssueNames

Package = Mapping[str, str]
_PLUS = re.compile(
    r"\b(?:raise|increase|rise|bump|plus|up|add|another|extra)(?: \w+)? (?:of|by|in)? ?[€$£]?$"
    r"|\b(?:another|extra|plus|add|additional|further) [€$£]?$|(?:^|year |now |offer |figure |that )\+ ?[€$£]?$"
)
_PLUS_AFTER = re.compile(
    r" ?(?:% )?(?:points? )?(?:euros? )?(?:a year )?(?:more|on top|extra|higher|up(?! to)\b|above|raise"
    r"|increase|rise|better)\b"
)
_MINUS = re.compile(
    r"\b(?:reduction|cut)(?: of)? ?[€$£]?$|\b(?:down|lower|drop) by [€$£]?$|\bminus [€$£]?$"
    r"|\b(?:go|come) (?:back|down)(?: by)? [€$£]?$"
)
_MINUS_AFTER = re.compile(
    r" ?(?:% )?(?:points? )?(?:less|lower|cheaper|down\b|below|under|fewer|off (?:your|that|this"
    r"|the (?:offer|number|figure|price)))\b"
)
#: "off" takes away from a price; from a list price that is already a discount it is the discount itself.
_OFF = re.compile(r" ?off\b")
_DISCOUNT = re.compile(r"\bdiscount(?: of)? ?[€$£]?$")
_THEIRS = re.compile(
    r"\b(?:your (?:last |own )?(?:offer|figure|number|price|proposal|\d)|what you (?:offer|said|put|have)"
    r"|you offered)"
)
_MINE = re.compile(
    r"\bi(?:'ll| will| can| could)? (?:come|go) (?:down|back|up)\b(?! to)|\b(?:my (?:last |own )?(?:offer"
    r"|figure|number|price|proposal)|what i (?:said|offered|asked))\b"
)
_TODAY = re.compile(r"\b(?:now|today|last year|current(?:ly)?|i (?:get|have|earn)|at present|my (?:pay|salary))\b")
MIDDLE = re.compile(
    r"\b(?:meet (?:me |you )?(?:in the middle|half-?way)|in the middle|the middle|half-?way"
    r"|split the difference|the average|the mean of|right between)\b"
)


@dataclass(frozen=True)
class Bases:
    """The packages that relative numbers of a clause may count from, the likeliest first; then today's."""

    packages: tuple[Package, ...]
    today: bool
    """Counting from the issue's reference is allowed."""

    def of(self, issue: IssueNames) -> float | None:
        """The number of an issue that is counted from; None if it is not known."""
        for package in self.packages:
            value = next((v for v, option in issue.values.items() if package.get(issue.id) == option), None)
            if value is not None:
                return value
        return issue.reference if self.today else None


def bases_of(text: str, theirs: Package | None, mine: Package | None) -> Bases:
    """What relative numbers of the folded clause count from."""
    if _THEIRS.search(text):
        return Bases((theirs,) if theirs else (), False)
    if _MINE.search(text):
        return Bases((mine,) if mine else (), False)
    if _TODAY.search(text):
        return Bases((), True)
    return Bases(tuple(package for package in (theirs, mine) if package), True)


def sign_of(text: str, span: tuple[int, int]) -> int:
    """1 when the number at the span is added, -1 when it is taken away, 0 when it stands for itself."""
    before, end = text[max(0, span[0] - 24) : span[0]], span[1]
    if _MINUS.search(before) or _MINUS_AFTER.match(text, end):
        return -1
    return 1 if _PLUS.search(before) or _PLUS_AFTER.match(text, end) else 0


def takes_off(text: str, span: tuple[int, int]) -> bool:
    """ "20 off", "a discount of 20": taken away from a price, or itself the value of a discount."""
    return bool(_OFF.match(text, span[1]) or _DISCOUNT.search(text[max(0, span[0] - 24) : span[0]]))


def middle(issue: IssueNames, theirs: Package | None, mine: Package | None) -> float | None:
    """Half-way between the two last offers on an issue; None if one is not known."""
    ends = [next((v for v, o in issue.values.items() if p and p.get(issue.id) == o), None) for p in (theirs, mine)]
    return None if ends[0] is None or ends[1] is None else (ends[0] + ends[1]) / 2
