"""What the oracle reads: one lane of a state and of a move as plain numbers, and a scene's utilities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from game.scenario.model import Hand, Scenario, Seat
from game.scenario.options import option_id, option_ids, points_of
from game.scenario.reaction import Reaction


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
