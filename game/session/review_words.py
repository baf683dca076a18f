"""What the review calls things: marks with their signs, faults with what they mean and what to do instead."""

from typing import Final, NamedTuple


class Fault(NamedTuple):
    """A fault in words: its name, what it is, what to do instead."""

    title: str
    means: str
    instead: str


FAULTS: Final = {
    "leak": Fault(
        "a leak",
        "it showed how much you need this, or how little you have without it, and that has a price",
        "tell needs and limits calmly, once, and only where it helps the other side to help you",
    ),
    "giveaway": Fault(
        "a giveaway",
        "you gave without getting anything for it, or bid against yourself",
        "ask what it would be worth to them, and give it against something",
    ),
    "missed_trade": Fault(
        "a missed trade",
        "another package would have left both of you better off",
        "give on what matters less to you and ask for what matters more, in one package",
    ),
    "damage": Fault(
        "damage",
        "it cost trust or made them lose face, and that lasts longer than the turn",
        "say what you need without running them down; a pause or a question costs nothing",
    ),
    "premature": Fault(
        "premature",
        "a figure came before anything was asked or settled",
        "ask what stands behind their position and settle the terms first",
    ),
    "repeat": Fault(
        "a repetition",
        "it had been said, asked or offered before, and nothing had changed since",
        "come back with something changed: another package, another question, a new reason",
    ),
    "missed_opening": Fault(
        "a missed opening",
        "there was a question, a condition or another way to go about it that would have moved them",
        "look for what would open something before you press on",
    ),
    "overreach": Fault(
        "overreach",
        "it put the deal at risk for more than it could bring",
        "ask for what they could just about agree to, and leave them a way to say yes",
    ),
    "slow_slide": Fault(
        "a slow slide",
        "many small steps down, none of them large, and nothing came back for them",
        "after a step of yours wait for one of theirs",
    ),
}
#: The sign that stands before a mark, so that no mark is told by colour alone, and what it is called.
MARKS: Final = {
    "brilliant": ("!!", "brilliant"),
    "good": ("+", "good"),
    "inaccuracy": ("?!", "inaccuracy"),
    "mistake": ("?", "mistake"),
    "blunder": ("??", "blunder"),
}
