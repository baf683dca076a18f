"""What the figures mean, in words that tell an author what to change. The thresholds stand in one table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.author.jobs import BEST, SHARPLY, UNPREPARED
from game.author.tally import Tally
from game.engine.tables import Tables
from game.scenario.model import Scenario
from game.scenario.options import option_ids

Bools = NDArray[np.bool_]
#: Points of deal value, parts of 1, points of relationship (1..7). Change one here and every report follows.
LIMITS: Final = {
    "too_easy": 45.0,  # what the careless policy in the middle reaches
    "too_hard": 20.0,  # what the best reaches
    "hardly_agreed": 0.5,  # how often the best agrees
    "ahead": 3.0,  # by so much a policy that asks nothing is ahead of the prepared one
    "preparation": 3.0,  # what preparing brings
    "tone_deal": 3.0,  # what a sharp tone costs, in points of the deal
    "tone_relationship": 0.4,  # and of the relationship
    "settled": 0.97,  # share of deals with the same option
    "apart": 0.15,  # share of deals that differ between two hands
    "hands_value": 4.0,  # and points of deal value
    "length": 2.0,  # times longer or shorter than the scene says
}
#: Policies without any thought for the other side; none of them should do well.
CARELESS: Final = ("hardliner", "price_first", "conceder", "apologetic", "desperate", "aggressive")
ORDINARY: Final = ("conceder", "tit_for_tat", "logroller", "price_first", BEST)
#: Fewer deals than this say nothing about which options they settle on.
_ENOUGH = 30
#: A turn of a person, in minutes: to read the answer, think and choose. Reading is 200 words a minute.
TURN, WORDS_A_MINUTE = 0.45, 200


@dataclass(frozen=True)
class Verdict:
    """One conclusion: a name for machines, and a sentence that says what was seen and what to change."""

    name: str
    text: str


def verdicts(scene: Scenario, tables: Tables, tallies: Mapping[str, Tally]) -> list[Verdict]:
    """All of them; an empty list is a good sign. ``tallies`` are those of the first seat, by policy."""
    found = [*_level(tallies), *_one_way(tallies), *_effort(scene, tallies), *_issues(scene, tables, tallies)]
    return [*found, *_hands(scene, tables, tallies), *_length(scene, tallies)]


def mean(told: Tally) -> float:
    """Mean deal value of all games, impasses included."""
    return float(told.deal_value.mean())


def _level(tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    careless = float(np.median([mean(tallies[name]) for name in CARELESS]))
    best, agreed = mean(tallies[BEST]), float(tallies[BEST].deals.mean())
    if careless > LIMITS["too_easy"]:
        text = f"Too easy: players who ask nothing get {careless:.0f} of 100. Raise the reservation of the other side."
        yield Verdict("too_easy", text)
    if best < LIMITS["too_hard"] or agreed < LIMITS["hardly_agreed"]:
        text = (
            f"Too hard: even the prepared, calm player gets {best:.0f} of 100 and agrees in {agreed:.0%} of the games. "
            "Lower a reservation, or let asking bring more."
        )
        yield Verdict("too_hard", text)


def _one_way(tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    top = max(CARELESS, key=lambda name: mean(tallies[name]))
    if mean(tallies[top]) > mean(tallies[BEST]) + LIMITS["ahead"]:
        text = (
            f"One move always wins: '{top}' gets {mean(tallies[top]):.0f} of 100, more than the prepared player's "
            f"{mean(tallies[BEST]):.0f}, and asks nothing. Let the hands want different things."
        )
        yield Verdict("one_move_wins", text)


def _effort(scene: Scenario, tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    best, bare, sharp = tallies[BEST], tallies[UNPREPARED], tallies[SHARPLY]
    gain = mean(best) - mean(bare)
    if gain < LIMITS["preparation"]:
        text = (
            "There is nothing to prepare: add research that brings evidence, a better moment, or what they care about."
            if not scene.research
            else f"Preparation hardly matters: it brings {gain:+.1f} points. Make research bring strong evidence, a "
            "better moment, or what the other side cares about."
        )
        yield Verdict("preparation_idle", text)
    lost, cooled = mean(best) - mean(sharp), float(best.relationship.mean() - sharp.relationship.mean())
    if lost < LIMITS["tone_deal"] and cooled < LIMITS["tone_relationship"]:
        text = (
            f"Tone hardly matters: said sharply the same words cost {lost:.1f} points, {cooled:.1f} in relationship. "
            "Raise 'sensitivities: {hostile: ..}' of the other side."
        )
        yield Verdict("tone_idle", text)


def _issues(scene: Scenario, tables: Tables, tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    packages = np.concatenate([told.package[told.deals] for told in tallies.values()])
    if not len(packages):
        return
    for place, issue in enumerate(scene.issues):
        counts = np.bincount(tables.digits[packages, place], minlength=2)
        share = float(counts.max() / len(packages))
        if share >= LIMITS["settled"]:
            option = option_ids(issue)[int(counts.argmax())]
            text = (
                f"'{issue.id}' is never traded: {share:.0%} of all deals settle on '{option}'. Let the two sides' "
                "points on it lie closer together, or differ between hands."
            )
            yield Verdict("issue_never_traded", text)


def _hands(scene: Scenario, tables: Tables, tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    hands = scene.seats[1].hands
    for a in range(len(hands)):
        for b in range(a):
            if _alike(tables, tallies, a, b):
                text = (
                    f"Hands '{hands[b].id}' and '{hands[a].id}' play the same: policies get the same from both, in "
                    "the same packages. Give one of them other points or reactions."
                )
                yield Verdict("hands_play_the_same", text)


def _alike(tables: Tables, tallies: Mapping[str, Tally], a: int, b: int) -> bool:
    return not any(_differ(tables, told, told.hand == a, told.hand == b) for told in tallies.values())


def _differ(tables: Tables, told: Tally, one: Bools, two: Bools) -> bool:
    """Whether two hands give a policy something else: another value, or other options. Few games may differ by luck."""
    luck = 1 / np.sqrt(min(one.sum(), two.sum()))
    if abs(float(told.deal_value[one].mean() - told.deal_value[two].mean())) > LIMITS["hands_value"] + 60 * luck:
        return True
    deals = [told.package[hand & told.deals] for hand in (one, two)]
    if min(map(len, deals)) < _ENOUGH:
        return False
    slack = LIMITS["apart"] + 1 / np.sqrt(min(map(len, deals)))
    for place, size in enumerate(tables.sizes.tolist()):
        shares = [np.bincount(tables.digits[these, place], minlength=size) / len(these) for these in deals]
        if np.abs(shares[0] - shares[1]).sum() / 2 > slack:
            return True
    return False


def difficulty(tallies: Mapping[str, Tally]) -> tuple[int, str]:
    """0 (easy) to 100 (hard), and a word: how little ordinary players get."""
    level = round(100 - min(max(float(np.mean([mean(tallies[name]) for name in ORDINARY])), 0), 100))
    return level, "easy" if level < 60 else "medium" if level < 80 else "hard"


def minutes(scene: Scenario, tallies: Mapping[str, Tally]) -> float:
    """How long a game takes: what there is to read first, then a player's turns."""
    seat = scene.seats[0]
    words = sum(
        len(text.split()) for text in (scene.setting, seat.brief, scene.seats[1].public, scene.meetings[0].scene)
    )
    turns = float(np.mean([tallies[name].turns.mean() / 2 for name in (BEST, "conceder")]))
    return words / WORDS_A_MINUTE + turns * TURN


def _length(scene: Scenario, tallies: Mapping[str, Tally]) -> Iterator[Verdict]:
    takes = minutes(scene, tallies)
    if takes > scene.minutes * LIMITS["length"] or takes * LIMITS["length"] < scene.minutes:
        text = f"It takes about {takes:.0f} minutes, and 'minutes' says {scene.minutes}."
        yield Verdict("other_length", text)


def by_policy(tallies: Sequence[Tally]) -> dict[str, Tally]:
    """The tallies of the first seat by policy."""
    return {told.policy: told for told in tallies if told.seat == 0}
