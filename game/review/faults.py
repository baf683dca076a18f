"""Faults by name: what kind of mistake a costly move was. Each is one small rule over the move's signs.

A rule says whether a move looks like the fault, plainly (the same offer again) or only if it cost something: points for
sure in the rollouts, or a counterpart that now asks for more or trusts less. Where several fit, the plain ones come
first, and the first gives the name. A name is not a verdict: whether the move was a mistake, the mark says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from game.review.choices import Choice
from game.review.judge import Judged
from game.review.signs import Signs
from game.review.standards import Standards
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS

#: Signals from which on a line counts as pleading, as hostile, as gloating; as seriously hostile.
PLEADING, SHARP, GLOATING, ATTACK = 0.45, 0.3, 0.4, 0.6
#: An alternative below this (points) is a weak one to speak of.
WEAK = 40.0
#: A step down of so many points is a leap, a large one; one below ``SMALL`` is none.
LEAP, STEP, SMALL = 10.0, 4.0, 0.5
#: A first offer that leaves them so many points above their limit has given away what nobody asked for.
MODEST = 8.0
#: A first offer that as a deal would be worth no more than this (points of deal value) asks for hardly anything.
HARDLY = 20.0
#: A package so far below their limit (points) is out of range; a chance of a deal that falls by so much was at risk.
EXTREME, RISK = -32.0, 0.1
#: Own points that a package leaves on the table, at no cost to the other, from which on it is wasteful; plainly so at
#: twice that.
WASTE = 10.0
#: Acts that do nothing in particular.
PASSING = ("silence", "chat", "hold", "decline", "summarise", "appeal_fairness")
_CLOSING = ("accept", "agree_subject_to_approval")
#: So much less trust and face, or patience (0..1), is a set-back.
HURT = 0.05
#: How often an act may come before it is a repetition.
OFTEN: Final = {"share_need": 1, "appeal_fairness": 1, "chat": 3, "acknowledge": 4, "vent": 1, "warn": 1,
                "ask_whatif": 3, "share_deadline": 1, "share_alternative": 1, "share_constraint": 1, "silence": 3,
                "apologise": 1, "summarise": 2, "credit": 3, "claim_alternative": 1, "ask_reason": 4}  # fmt: skip
_TELLS_OF_NEED = ("share_need", "share_alternative", "share_deadline", "share_constraint")
#: What would have opened something: questions, conditions, ways to go about it, favours, a break, another day.
OPENINGS = (*ACT_GROUPS["asking"], *ACT_GROUPS["process"], *ACT_GROUPS["telling"], "attach", "give", "argue", "credit",
            "acknowledge", "leave_next", "chat", "silence")  # fmt: skip


class Look(IntEnum):
    """Whether a move looks like a fault: not, only if it cost something, or plainly."""

    NO = 0
    IF_COSTLY = 1
    PLAIN = 2


NO, IF_COSTLY, PLAIN = Look


@dataclass(frozen=True)
class Case:
    """A decision with everything that a rule may look at."""

    judged: Judged
    signs: Signs
    standards: Standards

    @property
    def made(self) -> Choice:
        """The move made."""
        return self.judged.played.choice

    @property
    def best(self) -> Choice:
        """The best other one."""
        return self.judged.best.choice

    @property
    def cost(self) -> bool:
        """Whether it cost points for sure."""
        return sure_loss(self.judged, self.standards) >= self.standards.fault

    @property
    def set_back(self) -> bool:
        """Whether it made the counterpart ask for more, or trust less."""
        changes = self.signs.changes
        hurt = changes["trust"] + changes["face"] <= -HURT or changes["patience"] <= -HURT
        return hurt or self.signs.asks_more >= self.standards.set_back


def sure_loss(judged: Judged, standards: Standards) -> float:
    """The lower end of the interval of the loss, points; 0 if that is below 0."""
    return max(0.0, judged.loss.value - standards.sure * judged.loss.error)


def _damage(case: Case) -> Look:
    act, sounds = case.made.act, case.signs.signals
    if act in ("disparage", "gloat") or sounds["gloating"] >= GLOATING:
        return PLAIN
    if act in ("warn", "claim_alternative"):
        return PLAIN if sounds["hostility"] >= ATTACK else NO
    if sounds["hostility"] >= ATTACK:
        return PLAIN
    return IF_COSTLY if sounds["hostility"] >= SHARP or act == "vent" else NO


def _leak(case: Case) -> Look:
    told = {case.made.act, case.made.rider} & set(_TELLS_OF_NEED)
    if case.signs.signals["desperation"] >= PLEADING:
        return PLAIN
    weak = "share_alternative" in told and case.signs.held < WEAK
    return IF_COSTLY if weak or (told and case.signs.asks_more > 0) else NO


def _repeat(case: Case) -> Look:
    signs = case.signs
    if signs.fact("repeated") or signs.fact("asked_before") or signs.fact("used_before"):
        return PLAIN
    return IF_COSTLY if signs.times > OFTEN.get(case.made.act, 99) else NO


def _overreach(case: Case) -> Look:
    made, signs, judged = case.made, case.signs, case.judged
    if made.act == "warn" or signs.fact("broken_final"):
        return PLAIN
    if made.act in PACKAGE_ACTS and signs.fact("over_reservation") <= EXTREME:
        return PLAIN
    risked = judged.best.deal_rate - judged.played.deal_rate >= RISK
    stood = made.act in (*PACKAGE_ACTS, "hold", "escalate") and signs.dropped < SMALL
    return IF_COSTLY if made.act in ("leave", "claim_alternative") or (risked and stood) else NO


def _premature(case: Case) -> Look:
    signs = case.signs
    blind = signs.fact("questions_asked") == 0 and signs.fact("details_settled") == 0
    first = case.made.act in PACKAGE_ACTS and bool(signs.fact("first_offer"))
    agreed = case.made.act == "accept" and bool(signs.fact("instant"))
    return PLAIN if first and blind else IF_COSTLY if agreed else NO


def _giveaway(case: Case) -> Look:
    made, signs = case.made, case.signs
    if made.act in _CLOSING:
        return NO if _better_for_both(case) else IF_COSTLY
    if made.act not in PACKAGE_ACTS:
        return IF_COSTLY if made.act == "give" else NO
    unreturned = signs.dropped > 2 * max(signs.they_moved, 0.0)
    first = bool(signs.fact("first_offer"))
    if (unreturned and signs.dropped >= LEAP) or (first and signs.worth is not None and signs.worth <= HARDLY):
        return PLAIN
    modest = first and signs.fact("over_reservation") >= MODEST
    against_oneself = signs.dropped >= SMALL and bool(signs.fact("unprompted")) and not signs.fact("trades")
    looks = modest or (unreturned and signs.dropped >= STEP) or against_oneself or _cheap(case)
    return IF_COSTLY if looks else NO


def _cheap(case: Case) -> bool:
    """A package far below what there was to expect."""
    least = case.judged.usual.deal_value - case.standards.marks.mistake
    below = case.signs.worth is not None and case.signs.worth <= least
    return below and sure_loss(case.judged, case.standards) > case.standards.marks.inaccuracy


def _missed_trade(case: Case) -> Look:
    if case.made.act not in (*PACKAGE_ACTS, *_CLOSING, "hold"):
        return NO
    if case.signs.left >= 2 * WASTE:
        return PLAIN
    lost = sure_loss(case.judged, case.standards) > case.standards.marks.inaccuracy
    return IF_COSTLY if case.signs.left >= WASTE or (lost and _better_for_both(case)) else NO


def _missed_opening(case: Case) -> Look:
    """Something would have moved them; doing nothing in particular is held against what the turn could have brought."""
    passed = case.made.act in PASSING
    left = -(case.judged.gain.value + case.standards.sure * case.judged.gain.error) if passed else 0.0
    lost = max(sure_loss(case.judged, case.standards), left) > case.standards.marks.inaccuracy
    opened = case.best.act in OPENINGS or passed
    return PLAIN if lost and opened else NO


def _better_for_both(case: Case) -> bool:
    return case.best.act in ("trade", "offers") or (case.best.act == "offer" and case.made.act in (*_CLOSING, "hold"))


_Rule = Callable[[Case], Look]
#: Every fault of a single move, in the order in which they give the name: what was done, then what was left undone.
RULES: Final[dict[str, _Rule]] = {
    "damage": _damage,
    "leak": _leak,
    "repeat": _repeat,
    "overreach": _overreach,
    "premature": _premature,
    "giveaway": _giveaway,
    "missed_trade": _missed_trade,
    "missed_opening": _missed_opening,
}
FAULTS: Final = (*RULES, "slow_slide")


def faults_of(case: Case) -> tuple[str, ...]:
    """Every fault that a decision shows, the one that names it first; none if the move was fine."""
    looks = {name: rule(case) for name, rule in RULES.items()}
    found = [name for name, look in looks.items() if look == PLAIN and name != "missed_opening"]
    if case.cost or case.set_back:
        found += [name for name, look in looks.items() if look == IF_COSTLY]
    found += [name for name in ("missed_opening",) if looks[name] == PLAIN]
    return tuple(found)
