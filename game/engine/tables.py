"""A scenario compiled to arrays. Nothing here changes during play; what play changes is ``state.State``."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.luck import Ints
from game.engine.triggers import Reactions

Bools = NDArray[np.bool_]
#: What a move can name, by family; an item code is the family's offset plus the place in the scenario's list.
FAMILIES = ("issues", "evidence", "research", "favours", "details", "conditions", "processes")
ACT_FAMILY = {
    "ask_priority": "issues", "share_priority": "issues", "argue": "evidence", "research": "research",
    "give": "favours", "clarify": "details", "attach": "conditions", "propose": "processes",
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """Ids in the engine's order, for those who translate moves and events."""

    seats: tuple[str, str]
    hands: tuple[tuple[str, ...], tuple[str, ...]]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    evidence: tuple[str, ...]
    research: tuple[str, ...]
    favours: tuple[str, ...]
    details: tuple[str, ...]
    conditions: tuple[str, ...]
    processes: tuple[str, ...]
    meetings: tuple[str, ...]
    moments: tuple[tuple[str, ...], ...]
    worries: tuple[tuple[str, ...], tuple[str, ...]]

    def of(self, family: str) -> tuple[str, ...]:
        """The ids of a family of items."""
        ids: tuple[str, ...] = getattr(self, family)
        return ids


@dataclass(frozen=True)
class Tables:
    """Seats 2, hands H (padded), issues I, packages P. Utilities x100, shares x1000, counts plain.

    Attributes:
        digits: option index of each issue in each package, ``[P, I]``; strides ``[I]`` turn digits into a package.
        worth: utility of each package, ``[2, H, P]``. issue_worth: what each issue adds, ``[2, H, I, options]``.
        status_quo: the package that holds while nothing is agreed.
        reservation, opening, weights: ``[2, H]``. best: best own package above the other hand's reservation,
            ``[2, H, H]`` (own hand, other's hand); joint_best, joint_least: ``[H, H]``.
        promisable: packages a seat can promise alone, ``[2, H, P]``; approval: chance x1000, ``[2, H]``.
        ladder: ``[2, H, lifted, other hand or H for the average, known issues, 101]`` -> package.
        alike: ``[2, H, 2**I]`` a seat's first hand that would have told the same of these issues; H: on average.
        curve: share of the way from opening to limit still ahead, x1000, ``[2, H, 1001]`` by elapsed x1000.
        temper: start of stance and composure, ``[2, H, 7]``.
        precise: whether an option of the price issue is no round figure ``[options]``; expert ``[2]``.
        turns, bad: per meeting and per meeting and moment; hidden moments are known once a mask says so.
    """

    names: Names
    digits: NDArray[np.int16]
    strides: Ints
    sizes: Ints
    worth: Ints
    issue_worth: Ints
    status_quo: int
    price_issue: int
    reservation: Ints
    opening: Ints
    weights: Ints
    hand_count: tuple[int, int]
    best: Ints
    joint_best: Ints
    joint_least: Ints
    promisable: Bools
    approval: Ints
    possible: Bools
    ladder: Ints
    alike: Ints
    curve: Ints
    temper: Ints
    precise: Bools
    expert: Ints
    collecting: Bools
    yields: Ints
    turns: Ints
    written: Bools
    bad: Bools
    moments_known: Ints
    moment_base: Ints
    opens: int
    event_turn: int
    event_evidence: Ints
    event_shift: Ints
    event_reservation: Ints
    event_flag: int
    evidence_seat: Ints
    evidence_strength: Ints
    evidence_countered: Bools
    evidence_aims: Bools
    evidence_known: Ints
    evidence_asked: Ints
    research_seat: Ints
    research_cost: Ints
    research_evidence: Ints
    research_issues: Ints
    research_moments: Ints
    research_gain: Ints
    favour_seat: Ints
    favour_cost: Ints
    favour_value: Ints
    favour_lifts: Bools
    detail_costs: Ints
    condition_seat: Ints
    condition_gain: Ints
    condition_benefit: Ints
    condition_hard: Bools
    condition_binds: Bools
    process_moment: Ints
    process_lifts: Bools
    process_trust: Ints
    budget: Ints
    reactions: Reactions
    offsets: dict[str, int]
    act_offset: Ints

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return len(self.digits)

    def package(self, options: dict[str, str], base: int) -> int:
        """The package that has the given options, and those of ``base`` for the issues not given.

        Raises:
            KeyError: an issue or option does not exist; the message is its id.
        """
        digits = self.digits[base].astype(int).tolist()
        for issue, option in options.items():
            if issue not in self.names.issues:
                raise KeyError(issue)
            place = self.names.issues.index(issue)
            if option not in self.names.options[place]:
                raise KeyError(option)
            digits[place] = self.names.options[place].index(option)
        return int(np.dot(digits, self.strides))

    def options_of(self, package: int) -> dict[str, str]:
        """Issue -> option of a package."""
        digits = self.digits[package].tolist()
        return {
            issue: self.names.options[place][digit]
            for place, (issue, digit) in enumerate(zip(self.names.issues, digits, strict=True))
        }
