"""The reactions worked out a second time, in plain Python: one lane, ints and dicts, nothing shared with the engine.

``hear(scene, before, move, luck)`` says what a listener notices (every fact of ``words.FACTS``, by its documented
meaning), which reactions fire and what they do to it. The words of a fact's meaning stand in ``words.py``; where they
leave room, the function here says how they are read. An offer fact in a move without a package, and an evidence fact
in a move that cites none, is None, and no range holds it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from game.engine.luck import Luck
from game.scenario.model import Hand, Scenario, Seat
from game.scenario.options import option_id, option_ids, points_of
from game.scenario.reaction import Reaction, parse_range
from game.scenario.words import ACT_GROUPS, ACTS, FACTS, PACKAGE_ACTS, SIGNALS, STANCE, acts_in

#: A change of utility (x100) up to this much is not felt.
FELT = 50
#: Turns for which an answer can still be built on; the worth (x100) from which an alternative counts as good.
LISTENING, GOOD = 2, 5000
CHANGES = (*STANCE, "composure", "shift", "disclosure")
#: Acts that can build on an answer; riding along only ``acknowledge`` does.
BUILDING = (*PACKAGE_ACTS, "argue", "give", "attach", "propose", "acknowledge")
#: What a question's answer is called, where it is given once and for all.
ANSWER = {"ask_reason": "reason", "ask_decision": "decision", "ask_alternatives": "alternative",
          "ask_constraint": "constraint", "ask_feedback": "feedback"}  # fmt: skip
TOLD = ("need", "reason", "alternative", "deadline", "constraint", "decision", "feedback")
#: The list of the scene in which an act's item stands, and the speaker's mask of those it has raised.
LISTS = {"ask_priority": "issues", "share_priority": "issues", "argue": "evidence", "research": "research",
         "give": "favours", "clarify": "details", "attach": "conditions", "propose": "processes"}  # fmt: skip
RAISED = {"give": "favours", "clarify": "details", "attach": "conditions", "propose": "processes"}
NONE = -1


@dataclass(frozen=True)
class Plain:
    """One lane of a state as plain numbers: ``game`` and both ``seats`` by column, packages, counts and last turns."""

    game: Mapping[str, int]
    seats: Sequence[Mapping[str, int]]
    table: Sequence[Sequence[int]]
    times: Sequence[Sequence[int]]
    last: Sequence[Sequence[int]]


@dataclass(frozen=True)
class Said:
    """One lane of a move as plain numbers and names."""

    act: str
    item: int
    rider: str | None
    rider_item: int
    packages: Sequence[int]
    final: int
    signals: Mapping[str, int]


@dataclass(frozen=True)
class Scene:
    """A scenario and the reactions that hold in it."""

    scenario: Scenario
    reactions: Sequence[Reaction]

    @cached_property
    def kept(self) -> list[Reaction]:
        """The general reactions with the scene's own: one of a name already there takes its place."""
        kept = {reaction.name: reaction for reaction in self.reactions}
        return list((kept | {reaction.name: reaction for reaction in self.scenario.reactions}).values())

    @cached_property
    def options(self) -> list[list[str]]:
        """Option ids of each issue."""
        return [option_ids(issue) for issue in self.scenario.issues]

    def digits(self, package: int) -> tuple[int, ...]:
        """Which option of each issue a package has; the last issue counts fastest."""
        found = []
        for options in reversed(self.options):
            package, digit = divmod(package, len(options))
            found.append(digit)
        return tuple(reversed(found))

    @cached_property
    def worths(self) -> dict[tuple[int, int], dict[tuple[int, ...], int]]:
        """Utility x100 of every package by its digits, for each seat and hand."""
        return {key: self._scaled(key)[0] for key in self._holders}

    @cached_property
    def issue_worths(self) -> dict[tuple[int, int], list[list[int]]]:
        """What each option of each issue adds, utility x100, for each seat and hand."""
        return {key: self._scaled(key)[1] for key in self._holders}

    @cached_property
    def _holders(self) -> dict[tuple[int, int], tuple[Seat, Hand]]:
        seats = enumerate(self.scenario.seats)
        return {(s, h): (seat, hand) for s, seat in seats for h, hand in enumerate(seat.hands)}

    def _scaled(self, key: tuple[int, int]) -> tuple[dict[tuple[int, ...], int], list[list[int]]]:
        seat, hand = self._holders[key]
        points = [points_of(seat, hand, issue) for issue in self.scenario.issues]
        every = product(*(range(len(options)) for options in self.options))
        raw = {d: sum(p[n] for p, n in zip(points, d, strict=True)) + self._together(seat, d) for d in every}
        scale = 10_000 / max(raw.values())
        return {d: round(x * scale) for d, x in raw.items()}, [[round(x * scale) for x in p] for p in points]

    def _together(self, seat: Seat, digits: tuple[int, ...]) -> float:
        has = {
            issue.id: options[digit]
            for issue, options, digit in zip(self.scenario.issues, self.options, digits, strict=True)
        }
        by_id = {issue.id: issue for issue in self.scenario.issues}
        return sum(
            pair.points
            for pair in seat.interactions
            if all(has[i] == option_id(by_id[i], o) for i, o in [*pair.first.items(), *pair.second.items()])
        )

    def status_quo(self) -> tuple[int, ...]:
        """The digits of what holds while nothing is agreed."""
        issues = zip(self.scenario.issues, self.options, strict=True)
        return tuple(options.index(option_id(issue, issue.status_quo)) for issue, options in issues)


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


# ------------------------------------------------------------------------------------------- conditions and effects
@dataclass(frozen=True)
class Heard:
    """What a move did to its listener: the names that fired, and the columns of the listener as they are now."""

    fired: tuple[str, ...]
    columns: Mapping[str, int]
    flags: frozenset[str]
    tactic: str | None
    line: str | None


def hear(
    scene: Scene, before: Plain, said: Said, remembered: frozenset[str], spent: frozenset[str], luck: Luck
) -> Heard:
    """A turn as its listener takes it.

    ``remembered`` are the listener's flags; ``spent`` the once-only reactions that have fired in it; ``luck`` is the
    lane's.
    """
    turn = Turn(scene, before, said)
    known = facts(turn)
    fired = [r for r in scene.kept if holds(r, turn, known, remembered, spent, luck)]
    columns = dict(turn.me)
    for name in CHANGES:
        low, high = (-20_000, 20_000) if name == "shift" else (0, 1000)
        columns[name] = min(max(columns[name] + sum(felt(r, name, turn) for r in fired), low), high)
    return Heard(
        fired=tuple(reaction.name for reaction in fired),
        columns=columns,
        flags=remembered | {reaction.then.remember for reaction in fired if reaction.then.remember},
        tactic=_foremost(fired, "tactic"),
        line=_foremost(fired, "line"),
    )


def felt(reaction: Reaction, name: str, turn: Turn) -> int:
    """What a reaction changes in one column, scaled by the listener's sensitivity to its theme."""
    then = reaction.then
    if name == "shift":
        change = round(100 * then.aspiration)
    else:
        change = round(1000 * (then.disclosure if name == "disclosure" else then.stance.get(name, 0)))
    return round(change * turn.scene.scenario.seats[turn.listener].sensitivities.get(reaction.theme, 1.0))


def _foremost(fired: Sequence[Reaction], what: str) -> str | None:
    """The tactic or line of the highest priority; the order of the file decides between equals."""
    having = [reaction for reaction in fired if getattr(reaction.then, what)]
    return getattr(max(having, key=lambda r: r.priority).then, what) if having else None


def holds(
    reaction: Reaction,
    turn: Turn,
    known: Mapping[str, int | None],
    remembered: frozenset[str],
    spent: frozenset[str],
    luck: Luck,
) -> bool:
    """Whether a reaction fires."""
    when, said = reaction.when, turn.said
    if said.act in ACT_GROUPS["preparing"] or reaction.name in spent:
        return False
    if when.act and not any(said.act in acts_in(name) for name in when.act):
        return False
    if when.rider and said.rider not in when.rider:
        return False
    if when.after and not any(named(turn.me["said"]) in acts_in(name) for name in when.after):
        return False
    if when.item and not _names(turn) & set(when.item):
        return False
    if when.hand and turn.scene.scenario.seats[turn.listener].hands[turn.me["hand"]].id not in when.hand:
        return False
    if not all(within(known[name], text, FACTS[name].scale) for name, text in when.facts.items()):
        return False
    if when.times and not within(turn.have_done(said.act) + 1, when.times, 1):
        return False
    if not all(within(_since(turn, act), text, 1) for act, text in when.since.items()):
        return False
    if not set(when.remembered) <= remembered or set(when.not_remembered) & remembered:
        return False
    return when.chance >= 1 or _drawn(reaction, turn, luck)


def within(value: int | None, text: str, scale: int) -> bool:
    """Whether a value lies in a range; what does not exist lies in none."""
    span = parse_range(text, scale)
    return value is not None and span.low <= value <= span.high


def _names(turn: Turn) -> set[str]:
    """Ids of what the move and its rider name."""
    pairs = ((turn.said.act, turn.said.item), (turn.said.rider, turn.said.rider_item))
    return {getattr(turn.scene.scenario, LISTS[act])[item].id for act, item in pairs if act in LISTS and item >= 0}


def _since(turn: Turn, act: str) -> int | None:
    """How many of their own turns ago they last did it; None if never."""
    if not turn.have_done(act):
        return None
    return turn.they["turns"] - turn.before.last[turn.speaker][ACTS.index(act)]


def _drawn(reaction: Reaction, turn: Turn, luck: Luck) -> bool:
    draw = luck.below(1000, np.array([turn.they["turns"]], np.int32), f"chance {reaction.name}")
    return int(draw[0]) < round(1000 * reaction.when.chance)


assert set(CHANGES) > set(STANCE) and len(SIGNALS) == 5
