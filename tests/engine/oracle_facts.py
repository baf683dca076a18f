"""Every fact of ``words.FACTS`` by its documented meaning, in plain Python.

The words of a fact's meaning stand in ``words.py``; where they leave room, the function here says how they are read. An
offer fact in a move without a package, and an evidence fact in a move that cites none, is None: no range holds it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from game.scenario.options import is_precise
from game.scenario.words import ACT_GROUPS, ACTS, FACTS, PACKAGE_ACTS, STANCE
from tests.engine.oracle_scene import Plain, Said, Scene

#: A change of utility (x100) up to this much is not felt.
FELT = 50
#: Turns for which an answer can still be built on; the worth (x100) from which an alternative counts as good.
LISTENING, GOOD = 2, 5000
#: Acts that can build on an answer; riding along only ``acknowledge`` does.
BUILDING = (*PACKAGE_ACTS, "argue", "give", "attach", "propose", "acknowledge", "summarise")
#: What a question's answer is called, where it is given once and for all.
ANSWER = {"ask_reason": "reason", "ask_decision": "decision", "ask_alternatives": "alternative",
          "ask_constraint": "constraint", "ask_feedback": "feedback"}  # fmt: skip
TOLD = ("need", "reason", "alternative", "deadline", "constraint", "decision", "feedback")
RAISED = {"give": "favours", "clarify": "details", "attach": "conditions", "propose": "processes"}
NONE = -1


@dataclass(frozen=True)
class Turn:
    """A move on its way to the listener: "they" spoke, "I" listen."""

    scene: Scene
    before: Plain
    said: Said

    @cached_property
    def they(self) -> Mapping[str, int]:
        return self.before.seats[self.speaker]

    @cached_property
    def me(self) -> Mapping[str, int]:
        return self.before.seats[self.listener]

    @property
    def speaker(self) -> int:
        return self.before.game["who"]

    @property
    def listener(self) -> int:
        return 1 - self.speaker

    @property
    def offering(self) -> bool:
        return self.said.act in PACKAGE_ACTS

    def worth(self, digits: tuple[int, ...]) -> int:
        """What a package is worth to me, x100."""
        return self.scene.worths[self.listener, self.me["hand"]][digits]

    def best(self, packages: Sequence[int]) -> tuple[int, ...] | None:
        """Of several packages the one best for me, the first of those; None if there is none."""
        return max((self.scene.digits(p) for p in packages if p >= 0), key=self.worth, default=None)

    @cached_property
    def now(self) -> tuple[int, ...]:
        found = self.best(self.said.packages)
        assert found is not None, "an offer without a package"
        return found

    @cached_property
    def earlier(self) -> tuple[int, ...] | None:
        """Their last offer."""
        return self.best(self.before.table[self.speaker])

    @property
    def movement(self) -> int:
        return 0 if self.earlier is None else self.worth(self.now) - self.worth(self.earlier)

    @property
    def stepped(self) -> bool:
        return self.earlier is not None and self.movement > FELT

    @property
    def moved_issues(self) -> list[int]:
        """Issues on which it differs from their last offer; from the status quo if it is their first."""
        old = self.earlier or self.scene.status_quo()
        return [i for i, (a, b) in enumerate(zip(self.now, old, strict=True)) if a != b]

    @property
    def gains(self) -> list[int]:
        """What I gain on each of those issues."""
        old, by_issue = self.earlier or self.scene.status_quo(), self.scene.issue_worths[self.listener, self.me["hand"]]
        return [by_issue[i][self.now[i]] - by_issue[i][old[i]] for i in self.moved_issues]

    @property
    def worths(self) -> list[int]:
        """What each of the packages offered at once is worth to me."""
        return [self.worth(self.scene.digits(package)) for package in self.said.packages if package >= 0]

    def precise(self, issue: int) -> bool:
        """Whether the figure named for a numeric issue is not round."""
        return is_precise(self.scene.scenario.issues[issue])[self.now[issue]]

    @property
    def same(self) -> bool:
        return self.offering and self.now == self.earlier

    @property
    def cited(self) -> int:
        """The evidence cited, the act's before the rider's; NONE if none is."""
        if self.said.act == "argue":
            return self.said.item
        return self.said.rider_item if self.said.rider == "argue" else NONE

    def have_done(self, *acts: str) -> int:
        return sum(self.before.times[self.speaker][ACTS.index(act)] for act in acts)

    def bit(self, row: Mapping[str, int], column: str, place: int) -> int:
        return row[column] >> place & 1 if place >= 0 else 0

    def i_told(self, what: str) -> int:
        return self.bit(self.me, "told", TOLD.index(what))


def bits(mask: int) -> int:
    """How many bits are set."""
    return bin(mask).count("1")


def named(act: int) -> str | None:
    """An act by its number, None for none."""
    return ACTS[act] if act >= 0 else None


# ------------------------------------------------------------------------------------------------ the facts, one by one
Fact = Callable[[Turn], int | bool | None]
OFFER: dict[str, Fact] = {
    "worth": lambda t: t.worth(t.now),
    "over_aspiration": lambda t: t.worth(t.now) - t.me["aspiration"],
    "over_reservation": lambda t: t.worth(t.now) - t.me["reservation"],
    "movement": lambda t: t.movement,
    "first_offer": lambda t: t.they["offers"] == 0,
    "repeated": lambda t: t.same,
    "final": lambda t: t.said.final,
    "steps_in_a_row": lambda t: t.they["steps"] + 1 if t.stepped else 0,
    # read as: they offered, I stayed put, and they improved it at once
    "unprompted": lambda t: t.stepped and named(t.they["said"]) in PACKAGE_ACTS and named(t.me["said"]) == "hold",
    "issues_moved": lambda t: len(t.moved_issues),
    # read as: their own last offer, or the status quo, with another price
    "price_only": lambda t: [t.scene.scenario.issues[i].price for i in t.moved_issues] == [True],
    "trades": lambda t: any(gain > FELT for gain in t.gains) and any(gain < -FELT for gain in t.gains),
    "packages": lambda t: sum(package >= 0 for package in t.said.packages),
    "spread": lambda t: max(t.worths) - min(t.worths),
    # read as: of the first offer against the status quo
    "precise": lambda t: any(t.scene.scenario.issues[i].price and t.precise(i) for i in t.moved_issues),
}


def _aimed(t: Turn) -> bool:
    """Read as: it serves some interest of mine, and they have asked what matters or what stands in the way."""
    aims = t.scene.scenario.evidence[t.cited].aims_at is not None
    asked = t.they["asked_priorities"] or any(t.bit(t.they, "asked", place) for place in (0, 3))
    return aims and bool(asked)


EVIDENCE: dict[str, Fact] = {
    "evidence_strength": lambda t: round(1000 * t.scene.scenario.evidence[t.cited].strength),
    "easily_countered": lambda t: t.scene.scenario.evidence[t.cited].easily_countered,
    "aimed": _aimed,
    "used_before": lambda t: t.bit(t.they, "cited", t.cited),
}


def _asked_before(t: Turn) -> bool:
    """Read as: raised before by them; or, for a question, answered before by me."""
    act, item = t.said.act, t.said.item
    if act in RAISED:
        return bool(t.bit(t.they, RAISED[act], item))
    if act == "ask_priority":
        return bool(t.bit(t.me, "told_priorities", item))
    return act in ANSWER and bool(t.i_told(ANSWER[act]))


def _used_answer(t: Turn) -> bool:
    """Read as: the last answer is at most two turns old, and the move is of a kind that can build on it."""
    recent = t.they["turns"] - t.they["answer_turn"] < LISTENING
    return recent and (t.said.act in BUILDING or t.said.rider == "acknowledge") and not t.same


def _favour_cost(t: Turn) -> int:
    return round(100 * t.scene.scenario.favours[t.said.item].cost) if t.said.act == "give" else 0


OTHER: dict[str, Fact] = {
    "asked_before": _asked_before,
    "used_answer": _used_answer,
    "false_claim": lambda t: t.said.act == "claim_alternative" and t.they["reservation"] < GOOD,
    "broken_final": lambda t: t.offering and bool(t.they["final"]) and not t.same,
    # read as: before they have made an offer of their own
    "instant": lambda t: t.said.act == "accept" and t.me["offers"] == 1 and t.they["offers"] == 0,
    "planned": lambda t: t.me["plan_no"] >= 0,
    "turn": lambda t: t.before.game["turn"] // 2 + 1,
    "time_left": lambda t: 1000 - 500 * (t.before.game["turn"] + 1) // _meeting(t).turns,
    "meeting": lambda t: t.before.game["meeting"] + 1,
    "bad_moment": lambda t: _meeting(t).moments[t.before.game["moment"]].bad,
    "written": lambda t: _meeting(t).channel == "email",
    "stalled": lambda t: t.before.game["stalled"],
    "event_passed": lambda t: t.before.game["event"],
    "details_open": lambda t: len(t.scene.scenario.details) - bits(t.they["details"] | t.me["details"]),
    "details_settled": lambda t: bits(t.they["details"] | t.me["details"]),
    "questions_asked": lambda t: t.have_done(*ACT_GROUPS["asking"]),
    "offers_made": lambda t: t.they["offers"] + t.offering,
    "reason_known": lambda t: t.i_told("reason"),
    "priorities_known": lambda t: bits(t.me["told_priorities"]),
    "priorities_told": lambda t: bits(t.they["told_priorities"]),
    "favours_given": lambda t: bits(t.they["favours"]),
    "evidence_used": lambda t: bits(t.they["cited"]),
    "own_alternative": lambda t: t.me["reservation"],
    "their_alternative": lambda t: t.they["reservation"] if t.said.act == "share_alternative" else 0,
    "favour_cost": _favour_cost,
    "expert": lambda t: t.scene.scenario.seats[t.listener].expert,
}


def _meeting(t: Turn) -> Any:
    return t.scene.scenario.meetings[t.before.game["meeting"]]


def facts(t: Turn) -> dict[str, int | None]:
    """Every fact of ``words.FACTS`` in its units, None where it does not exist in this move."""
    found: dict[str, int | bool | None] = dict(t.said.signals)
    found["confidence"] = min(t.said.signals["confidence"], 350 + t.they["composure"] * 65 // 100)
    found |= {name: t.me[name] for name in (*STANCE, "composure")}
    found |= {name: fact(t) if t.offering else None for name, fact in OFFER.items()}
    found |= {name: fact(t) if t.cited >= 0 else None for name, fact in EVIDENCE.items()}
    found |= {name: fact(t) for name, fact in OTHER.items()}
    assert set(found) == set(FACTS)
    return {name: None if value is None else int(value) for name, value in found.items()}
