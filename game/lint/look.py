"""What the checks look at: a scenario and what follows from it, worked out once and only if a check asks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from game.scenario.check_agreement import Bools, Floats, possible, utilities
from game.scenario.model import Line, Scenario, Seat
from game.scenario.reaction import Reaction
from game.scenario.tree import Path

#: Lists whose entries a move can name, and the acts that name them.
NAMED_BY = {
    "issues": ("ask_priority", "share_priority"),
    "evidence": ("argue",),
    "favours": ("give",),
    "details": ("clarify",),
    "conditions": ("attach",),
    "processes": ("propose",),
}
#: Of these lists every entry belongs to a seat.
OWNED = ("evidence", "favours", "conditions")


#: The conditions of a line that has none.
_ANY_TIME = Line(say="-")


@dataclass(frozen=True)
class Said:
    """One line of a seat: where it stands, for which situation, and what it is."""

    path: Path
    seat: int
    situation: str
    line: Line
    """Its conditions."""
    text: str
    """Its words."""


@dataclass(frozen=True)
class Look:
    """A scenario under inspection.

    Attributes:
        general: the general reactions, which come before the scene's own. known: ids of scenarios that are installed.
        file: the name of its file without folder and ending, empty if it has none. data and text: the scene as plain
            data, as it was read, and as it stands in the file.
    """

    scenario: Scenario
    general: Sequence[Reaction] = ()
    known: Collection[str] = ()
    file: str = ""
    data: Any = None
    text: str = ""
    worked_out: dict[str, Any] = field(default_factory=dict)
    """What costs something to work out and several checks want."""

    @cached_property
    def worths(self) -> list[list[Floats]]:
        """Utility of every package to each hand of each seat."""
        return [[utilities(self.scenario, seat, hand) for hand in seat.hands] for seat in self.scenario.seats]

    @cached_property
    def fine(self) -> Bools:
        """Packages that no constraint rules out."""
        return possible(self.scenario)

    @cached_property
    def lines(self) -> list[Said]:
        """Every line of both seats."""
        return list(self._lines())

    def _lines(self) -> Iterator[Said]:
        for s, seat in enumerate(self.scenario.seats):
            for situation, lines in seat.lines.items():
                for place, line in enumerate(lines):
                    path = ("seats", s, "lines", situation, place)
                    if isinstance(line, Line):
                        yield Said((*path, "say"), s, situation, line, line.say)
                    else:
                        yield Said(path, s, situation, _ANY_TIME, line)

    @cached_property
    def by_situation(self) -> list[dict[str, list[Said]]]:
        """For each seat its lines by situation."""
        found: list[dict[str, list[Said]]] = [{}, {}]
        for each in self.lines:
            found[each.seat].setdefault(each.situation, []).append(each)
        return found

    @cached_property
    def family_of(self) -> dict[str, str]:
        """Item id -> the list it stands in."""
        return {x.id: kind for kind in NAMED_BY for x in getattr(self.scenario, kind)}

    @cached_property
    def owner_of(self) -> dict[str, int]:
        """Id of an evidence, favour or condition -> number of the seat it belongs to."""
        seats = [seat.id for seat in self.scenario.seats]
        return {x.id: seats.index(x.seat) for kind in OWNED for x in getattr(self.scenario, kind)}

    @cached_property
    def seat_of_hand(self) -> dict[str, set[int]]:
        """Hand id -> the seats that have a hand of that name."""
        found: dict[str, set[int]] = {}
        for s, seat in enumerate(self.scenario.seats):
            for hand in seat.hands:
                found.setdefault(hand.id, set()).add(s)
        return found

    def owned_by(self, kind: str, seat: int) -> int:
        """How many entries of a list belong to a seat."""
        return sum(x.seat == self.scenario.seats[seat].id for x in getattr(self.scenario, kind))

    def scripted(self) -> Iterator[tuple[int, Seat]]:
        """The seats that a script can hold with words of their own: those that have lines."""
        return ((s, seat) for s, seat in enumerate(self.scenario.seats) if seat.lines)
