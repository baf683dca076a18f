"""What a student is asked, in our own words: confidence before and after, four factors of how it was, one aim.

The four factors follow what people value in a negotiation apart from its terms (Curhan, Elfenbein and Xu 2006): the
result, oneself, the way it went, and the relationship. The sentences are ours; each is answered from 1 to 7.
"""

from dataclasses import dataclass
from typing import Final

from game.session.checks import one_line

SCALE: Final = range(1, 8)
MOST_WORDS: Final = 500


@dataclass(frozen=True)
class Item:
    """One sentence to agree with, and the factor it belongs to."""

    id: str
    factor: str
    text: str


CONFIDENCE: Final = "How sure are you of handling such a talk?"
ITEMS: Final = (
    Item("terms", "instrumental", "What came out is good for me."),
    Item("terms_fit", "instrumental", "It serves what I went in for."),
    Item("standing", "self", "I can be pleased with how I stood my ground."),
    Item("own_way", "self", "I acted by what matters to me."),
    Item("heard", "process", "I was heard, and my reasons counted."),
    Item("fair_way", "process", "The way we got there was fair."),
    Item("liking", "relationship", "I think well of the other after this."),
    Item("again", "relationship", "I would gladly deal with them again."),
)
FACTORS: Final = ("instrumental", "self", "process", "relationship")
FACTOR_LABELS: Final = {
    "instrumental": "the result", "self": "oneself", "process": "the way it went", "relationship": "the relationship",
}  # fmt: skip
#: What an observer keeps count of.
WATCH: Final = (
    ("questions", "How many questions were asked?"),
    ("offers", "How many offers were made?"),
    ("turned", "Which sentence turned it?"),
    ("unsaid", "What did neither of them say?"),
)
#: The forms that there are, and the fields of each: "scale" is 1 to 7, "text" is free.
FORMS: Final[dict[str, dict[str, str]]] = {
    "before": {"confidence": "scale"},
    "after": {"confidence": "scale"} | {item.id: "scale" for item in ITEMS},
    "watch": {name: "text" for name, _ in WATCH},
    "aim": {"aim": "text"},
}


class Unanswered(ValueError):
    """A form with something missing. The message is a sentence."""


def answers(form: str, given: dict[str, str]) -> dict[str, int | str]:
    """What was answered, checked. Raises Unanswered."""
    if form not in FORMS:
        raise Unanswered("There is no such form.")
    found: dict[str, int | str] = {}
    for name, kind in FORMS[form].items():
        said = one_line(given.get(name, ""))
        if kind == "text":
            found[name] = said[:MOST_WORDS]
        elif said.isascii() and said.isdigit() and int(said) in SCALE:
            found[name] = int(said)
        else:
            raise Unanswered("Please choose a number from 1 to 7 in every line.")
    return found


def factors(given: dict[str, int | str]) -> dict[str, float]:
    """Each factor as the mean of its two answers, 1..7."""
    return {
        factor: sum(float(given[item.id]) for item in ITEMS if item.factor == factor)
        / sum(item.factor == factor for item in ITEMS)
        for factor in FACTORS
    }
