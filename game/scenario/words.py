"""The closed vocabularies of the game: one word per idea, in the order the engine numbers them.

Only names live here. What an act *does* is in ``engine/``; how it is *said* is in ``assets/phrasebook.yaml``.
New words go at the end of their group's tuple: journals store names, so numbers may change, names may not.
"""

from typing import Final, NamedTuple

#: Acts by group. ``#`` after each: what the act names (its item), if anything.
ACT_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "preparing": (
        "target",  # a utility, 0..100
        "walk_away",  # a utility, 0..100
        "rank",  # issues, most important first
        "never",  # one option of one issue
        "research",  # a research item
        "moment",  # a moment of the coming meeting
        "worry",  # a worry
        "plan_no",  # the act to answer the first no with
        "begin",
    ),
    "asking": (
        "ask_priority",  # an issue
        "ask_reason",
        "ask_decision",
        "ask_alternatives",
        "ask_constraint",
        "ask_feedback",
        "ask_whatif",
    ),
    "telling": (
        "share_priority",  # an issue
        "share_need",
        "share_alternative",
        "share_deadline",
        "share_constraint",
        "decline",
    ),
    "arguing": ("argue", "appeal_fairness"),  # argue: evidence
    "offering": ("offer", "offers", "trade", "attach"),  # packages; attach: a condition
    "answering": ("accept", "hold", "agree_subject_to_approval"),
    "easing": ("chat", "acknowledge", "credit", "give", "apologise", "silence"),  # give: a favour
    "process": ("clarify", "summarise", "propose", "adjourn", "escalate"),  # a detail; a process
    "pressing": ("warn", "claim_alternative", "disparage", "vent", "gloat"),
    "ending": ("leave", "leave_next"),
}
ACTS: Final = tuple(act for group in ACT_GROUPS.values() for act in group)
RIDERS: Final = ("argue", "acknowledge", "credit", "apologise", "share_priority", "share_need", "share_alternative",
                 "share_deadline", "share_constraint", "attach")  # fmt: skip
#: Acts that put a package on the table.
PACKAGE_ACTS: Final = ("offer", "offers", "trade")

SIGNALS: Final = ("confidence", "desperation", "warmth", "hostility", "gloating")
STANCE: Final = ("trust", "patience", "defensiveness", "face", "seen_confidence", "seen_desperation")
SUBJECTIVE_VALUE: Final = ("instrumental", "self", "process", "relationship")
CHANNELS: Final = ("room", "phone", "email")
OUTCOMES: Final = ("open", "deal", "impasse_walked", "impasse_left", "impasse_time")
FAILURES: Final = ("not_what_you_wanted", "gave_too_much", "empty_handed", "misread_them")
ASSIST_LEVELS: Final = ("coach", "practice", "real")
#: How a line is said (phrasebook) and how a counterpart feels while saying theirs (scenario lines).
STYLES: Final = ("calm", "warm", "hesitant", "over_explained", "sharp", "pleading")
MOODS: Final = ("warm", "even", "cold", "tense", "tired")

#: What a reaction can make a scripted seat do next, most drastic first.
TACTICS: Final = ("leave", "postpone", "hold", "probe", "push", "stall", "escalate", "counter")

#: What a debrief groups behaviour under; the counterpart's feedback lines are keyed by these.
THEMES: Final = (
    "hesitant", "pleading", "hostile", "gloating", "rushed", "stubborn", "careless", "bluffing", "bad_timing",
    "extreme", "listening", "asking", "trading", "prepared", "generous", "calm", "honest", "courteous",
)  # fmt: skip


class Fact(NamedTuple):
    """One quantity a reaction may ask about: how many integer units make 1, and what it says."""

    scale: int
    meaning: str


_SIGNAL_FACTS = {name: Fact(1000, f"{name} heard in the line, 0..1") for name in SIGNALS}
_STANCE_FACTS = {name: Fact(1000, f"the listener's {name} before the line, 0..1") for name in (*STANCE, "composure")}

#: Everything the ``facts`` of a reaction may name. "They" is who spoke, "I" is who listens. Facts marked (offer)
#: are false in a move without a package; facts marked (evidence) in a move that cites none.
FACTS: Final[dict[str, Fact]] = {
    **_SIGNAL_FACTS,
    **_STANCE_FACTS,
    "worth": Fact(100, "(offer) what the package is worth to me, 0..100"),
    "over_aspiration": Fact(100, "(offer) worth minus what I ask for now, in points; negative = falls short"),
    "over_reservation": Fact(100, "(offer) worth minus my reservation value, in points"),
    "movement": Fact(100, "(offer) points I gained since their last offer; negative = they took something back"),
    "first_offer": Fact(1, "(offer) 1 if it is their first in this game"),
    "repeated": Fact(1, "(offer) 1 if it is their last offer again"),
    "final": Fact(1, "(offer) 1 if called final"),
    "steps_in_a_row": Fact(1, "(offer) how many of their offers in a row gave something, this one included"),
    "unprompted": Fact(
        1, "(offer) 1 if they improved their own offer straight after I refused it, with nothing in between"
    ),
    "issues_moved": Fact(1, "(offer) on how many issues it differs from their last offer"),
    "price_only": Fact(
        1,
        "(offer) 1 if the price is all that changes since their last offer (or, in a first one, since the status quo)",
    ),
    "trades": Fact(1, "(offer) 1 if it gives me something on one issue and takes on another"),
    "packages": Fact(1, "(offer) how many packages were offered at once, 1..3"),
    "evidence_strength": Fact(1000, "(evidence) how strong it is, 0..1"),
    "easily_countered": Fact(1, "(evidence) 1 if it is easily countered"),
    "aimed": Fact(
        1, "(evidence) 1 if it speaks to an interest of mine and they have asked for reason, constraint or a priority"
    ),
    "used_before": Fact(1, "(evidence) 1 if they have cited it before"),
    "asked_before": Fact(
        1, "1 if this question was answered, or this detail, favour, condition or process raised by them, before"
    ),
    "used_answer": Fact(1, "1 if the move builds on something I answered within their last two turns"),
    "false_claim": Fact(1, "1 if what they claim about their alternative is not so"),
    "broken_final": Fact(1, "1 if they move after calling an offer final"),
    "instant": Fact(1, "1 if they accept my very first offer, having made none"),
    "planned": Fact(1, "1 if the listener had planned, in preparation, what to do at the first no"),
    "turn": Fact(1, "their turns so far in this meeting, this one included"),
    "time_left": Fact(1000, "share of the meeting's turns that is left, 0..1"),
    "meeting": Fact(1, "1 for the first meeting, 2 for the second, ..."),
    "bad_moment": Fact(1, "1 if the meeting is at a bad moment"),
    "written": Fact(1, "1 if the channel is e-mail"),
    "stalled": Fact(1, "turns since an offer, an answer or a piece of news moved anything"),
    "event_passed": Fact(1, "1 once the mid-scene event has happened"),
    "details_open": Fact(1, "how many details are still vague"),
    "details_settled": Fact(1, "how many details have been clarified"),
    "questions_asked": Fact(1, "how many questions they have asked in this game"),
    "offers_made": Fact(1, "how many offers they have made, this one included"),
    "reason_known": Fact(1, "1 if I have told them my real reason"),
    "priorities_known": Fact(1, "on how many issues I have told them what matters to me"),
    "priorities_told": Fact(1, "on how many issues they have told me what matters to them"),
    "favours_given": Fact(1, "how many favours they have given"),
    "evidence_used": Fact(1, "how many pieces of evidence they have cited"),
    "own_alternative": Fact(100, "my reservation value as it stands, 0..100"),
    "their_alternative": Fact(100, "what they say without a deal is worth to them, when they share it; 0 otherwise"),
    "favour_cost": Fact(100, "points a favour costs the one who gives it; 0 in other moves"),
}
#: Facts that exist only in a move with a package / with evidence.
OFFER_FACTS: Final = tuple(name for name, fact in FACTS.items() if fact.meaning.startswith("(offer)"))
EVIDENCE_FACTS: Final = tuple(name for name, fact in FACTS.items() if fact.meaning.startswith("(evidence)"))

#: What a scripted seat may be saying; each is a key of a scenario's ``lines``. Lines marked {..} may be narrowed to
#: the item in braces with ``about:``.
SITUATIONS: Final[dict[str, str]] = {
    "greet": "the first words of a meeting",
    "greet_again": "the first words of a later meeting",
    "bad_moment": "says that now is not a good time, to someone who asks or opens",
    "event": "reacts to the mid-scene event",
    "refuse_first": "the first no, whatever was asked",
    "refuse": "a later no, nothing moves",
    "refuse_repeat": "a no to the same offer again",
    "refuse_extreme": "a no to an offer far out of range",
    "counter": "puts another package; {offer} is what it says",
    "counter_moved": "puts another package, having moved",
    "counter_last": "puts a package close to the limit",
    "accept": "agrees, content",
    "accept_reluctant": "agrees, and it hurts, or is made to look so",
    "accept_subject": "agrees, if somebody above does",
    "approval_granted": "the approval came",
    "approval_refused": "the approval did not come",
    "answer_priority": "says how much an issue matters {issue}",
    "answer_reason_stated": "gives the official reason for the no",
    "answer_reason_real": "gives the real reason",
    "answer_decision": "says who decides, and how",
    "answer_alternatives": "says what they would do without a deal",
    "answer_constraint": "says what cannot be moved",
    "answer_whatif": "says what arrangement could work",
    "answer_clarify": "settles a detail {detail}",
    "answer_feedback": "answers a request for feedback before the end",
    "asked_again": "was asked what was answered already",
    "decline": "will not tell",
    "argue_weighs": "takes evidence seriously {evidence}",
    "argue_shrugs": "is not moved by evidence {evidence}",
    "argue_countered": "has an answer to the evidence {evidence}",
    "fairness": "is told what would be fair",
    "chat": "small talk back",
    "acknowledged": "was understood, or heard a feeling named",
    "credited": "was thanked or given credit",
    "favour": "was given a favour {favour}",
    "apology": "was apologised to",
    "silence": "meets silence",
    "attach_yes": "takes a condition on board {condition}",
    "attach_no": "will not take a condition on board {condition}",
    "process_yes": "agrees to a process {process}",
    "process_no": "does not agree to a process {process}",
    "summary": "hears a summary",
    "adjourn": "agrees to a break, and comes back from it",
    "escalate": "is asked to bring in somebody else",
    "told_priority": "is told what matters to the other {issue}",
    "told_need": "is told of a need or trouble",
    "told_deadline": "is told of a deadline",
    "told_constraint": "is told what the other cannot move",
    "told_alternative": "is told of an alternative, neutrally",
    "warned": "is warned or threatened",
    "claim_heard": "hears a claimed alternative",
    "bluff_called": "does not believe it, and says so",
    "disparaged": "hears their side run down",
    "vented_at": "is vented at",
    "gloated_at": "is gloated at",
    "push": "asks for more, smelling need",
    "probe": "asks a question of their own",
    "stall": "plays for time",
    "leave": "ends it, no deal",
    "postpone": "proposes to talk again later",
    "postponed": "hears that it will go on another day",
    "goodbye": "the other side leaves, no deal",
    "time_up": "the meeting is over",
    "feedback": "after the end: what moved them; one per theme with theme:",
}
#: Where to look when a seat has no line for a situation.
INSTEAD: Final = {
    "greet_again": "greet", "refuse_first": "refuse", "refuse_repeat": "refuse", "refuse_extreme": "refuse",
    "counter_moved": "counter", "counter_last": "counter", "answer_whatif": "counter", "accept_reluctant": "accept",
    "accept_subject": "accept", "argue_countered": "argue_shrugs", "push": "refuse", "bluff_called": "claim_heard",
    "attach_no": "refuse", "process_no": "refuse", "postponed": "goodbye", "asked_again": "decline",
}  # fmt: skip


def acts_in(name: str) -> tuple[str, ...]:
    """The acts that ``name`` stands for: itself, its group's acts, or the acts with a package for ``any_offer``."""
    if name == "any_offer":
        return PACKAGE_ACTS
    return ACT_GROUPS.get(name, (name,))
