"""Faults by name: what kind of mistake a costly move was. Each is one small rule over the move's signs.

A rule says that a move looks like the fault; it is named only if it cost something: points for sure in the rollouts, or
a counterpart that now asks for more or trusts less. Where several fit, the first in the list gives the name.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
#: A step down of so many points is large; one below ``SMALL`` is none.
STEP, SMALL = 4.0, 0.5
#: A first offer that leaves them so many points above their limit has given away what nobody asked for.
MODEST = 8.0
#: A package so far below their limit (points) is out of range; a chance of a deal that falls by so much was at risk.
EXTREME, RISK = -32.0, 0.1
#: How often an act may come before it is a repetition.
OFTEN: Final = {"share_need": 1, "appeal_fairness": 1, "chat": 3, "acknowledge": 4, "vent": 1, "warn": 1, "ask_whatif": 3,
                "share_deadline": 1, "share_alternative": 1, "share_constraint": 1, "silence": 3, "apologise": 1,
                "summarise": 2, "credit": 3, "claim_alternative": 1, "ask_reason": 4}  # fmt: skip
_TELLS_OF_NEED = ("share_need", "share_alternative", "share_deadline", "share_constraint")
#: What would have opened something: questions, conditions, ways to go about it, favours, a break, another day.
OPENINGS = (*ACT_GROUPS["asking"], *ACT_GROUPS["process"], *ACT_GROUPS["telling"], "attach", "give", "argue", "credit",
            "acknowledge", "leave_next", "chat", "silence")  # fmt: skip


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
        changes, least = self.signs.changes, self.standards.set_back
        return self.signs.asks_more >= least or changes["trust"] + changes["face"] <= -0.05 or changes["patience"] <= -0.05


def sure_loss(judged: Judged, standards: Standards) -> float:
    """The lower end of the interval of the loss, points; 0 if that is below 0."""
    return max(0.0, judged.loss.value - standards.sure * judged.loss.error)


def _repeat(case: Case) -> bool:
    signs = case.signs
    again = signs.fact("repeated") or signs.fact("asked_before") or signs.fact("used_before")
    return bool(again) or signs.times > OFTEN.get(case.made.act, 99)


def _damage(case: Case) -> bool:
    sounds = case.signs.signals
    if case.made.act in ("warn", "claim_alternative") and sounds["hostility"] < ATTACK:
        return False
    hurt = case.made.act in ("disparage", "vent", "gloat") or sounds["hostility"] >= SHARP
    return hurt or sounds["gloating"] >= GLOATING


def _leak(case: Case) -> bool:
    sounds, made = case.signs.signals, case.made
    told = {made.act, made.rider} & set(_TELLS_OF_NEED)
    weak = "share_alternative" in told and case.signs.held < WEAK
    return sounds["desperation"] >= PLEADING or weak or (bool(told) and case.signs.asks_more > 0)


def _overreach(case: Case) -> bool:
    made, signs, judged = case.made, case.signs, case.judged
    pressed = made.act in ("warn", "claim_alternative", "leave")
    far = made.act in PACKAGE_ACTS and signs.fact("over_reservation") <= EXTREME
    risked = judged.best.deal_rate - judged.played.deal_rate >= RISK
    stood = made.act in (*PACKAGE_ACTS, "hold", "escalate") and signs.dropped < SMALL
    return pressed or far or bool(signs.fact("broken_final")) or (risked and stood)


def _premature(case: Case) -> bool:
    signs = case.signs
    blind = signs.fact("questions_asked") == 0 and signs.fact("details_settled") == 0
    first = case.made.act in PACKAGE_ACTS and bool(signs.fact("first_offer"))
    agreed = case.made.act == "accept" and bool(signs.fact("instant"))
    return (first and blind) or agreed


def _giveaway(case: Case) -> bool:
    made, signs = case.made, case.signs
    if made.act == "give":
        return True
    if made.act == "accept":
        return not _better_for_both(case)
    if made.act not in PACKAGE_ACTS:
        return False
    cheap = signs.worth is not None and signs.worth <= case.judged.usual.deal_value - case.standards.marks.mistake
    if cheap and sure_loss(case.judged, case.standards) > case.standards.marks.inaccuracy:
        return True
    modest = bool(signs.fact("first_offer")) and signs.fact("over_reservation") >= MODEST
    unreturned = signs.dropped >= STEP and signs.dropped > 2 * max(signs.they_moved, 0.0)
    against_oneself = signs.dropped >= SMALL and bool(signs.fact("unprompted")) and not signs.fact("trades")
    return modest or unreturned or against_oneself


def _missed_trade(case: Case) -> bool:
    offered = case.made.act in (*PACKAGE_ACTS, "accept", "hold", "agree_subject_to_approval")
    return offered and (case.best.act in PACKAGE_ACTS or _better_for_both(case))


def _better_for_both(case: Case) -> bool:
    return case.best.act in ("trade", "offers") or (
        case.best.act == "offer" and case.made.act in ("accept", "agree_subject_to_approval", "hold")
    )


def _missed_opening(case: Case) -> bool:
    return case.best.act in OPENINGS


_Rule = Callable[[Case], bool]
#: Faults of what was done, in the order in which they give the name; then those of what was left undone.
DONE: Final[dict[str, _Rule]] = {
    "damage": _damage,
    "leak": _leak,
    "repeat": _repeat,
    "overreach": _overreach,
    "premature": _premature,
    "giveaway": _giveaway,
}
UNDONE: Final[dict[str, _Rule]] = {"missed_trade": _missed_trade, "missed_opening": _missed_opening}
FAULTS: Final = (*DONE, *UNDONE, "slow_slide")


def faults_of(case: Case) -> tuple[str, ...]:
    """Every fault that a decision shows, the one that names it first; none if it cost nothing."""
    done = [name for name, rule in DONE.items() if rule(case)] if case.cost or case.set_back else []
    lost = sure_loss(case.judged, case.standards) >= case.standards.marks.inaccuracy
    undone = [name for name, rule in UNDONE.items() if rule(case)] if lost else []
    return (*done, *undone)
