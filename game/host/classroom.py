"""A class as the sum of what happened in it. Everything that changes it is an event; the store keeps the events.

``apply`` is the one function that changes a class. Rebuilding after a stop is applying the stored events again, so
nothing lives in memory alone. No clock, no sockets, no luck but the seed in the first event.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final, Literal

from game.host.clock import Clock
from game.host.pairgame import PairGame
from game.host.seating import (
    Arrangement,
    Pair,
    Pairs,
    Place,
    add_latecomer,
    drop_out,
    place_of,
    swapped,
)
from game.session.stage import Stage

#: {"kind": ..., ...}: plain JSON.
Event = dict[str, Any]
Mode = Literal["typed", "aloud"]
#: The most people in one class.
MOST_PEOPLE: Final = 400


@dataclass
class Person:
    """Somebody in a class. ``answers``: (round, form) -> what was answered."""

    id: str
    name: str
    bot: bool = False
    agreed: bool = False
    declined: bool = False
    gone: bool = False
    answers: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)


@dataclass
class Round:
    """One game of everybody: the pairs, their games, and what was agreed aloud but not yet confirmed."""

    pairs: Pairs
    games: list[PairGame]
    sheets: dict[int, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """Pair -> (seat, package): a deal sheet that waits for the other seat."""
    closed: bool = False


@dataclass
class Classroom:
    """One class. ``seen`` are the ids of moves already taken, so that a retry changes nothing."""

    id: int
    title: str
    code: str
    stage: Stage
    seed: int
    mode: Mode
    arrangement: Arrangement
    clock: Clock
    hands: tuple[str | None, str | None]
    watched: bool = False
    """Whether the class was told that the teacher may read along."""
    people: dict[str, Person] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    count: int = 0
    """Events so far."""

    @property
    def round(self) -> Round | None:
        """The round now, None before the first."""
        return self.rounds[-1] if self.rounds else None

    @property
    def present(self) -> list[str]:
        """Who can be seated: in the class, not gone, and not declined; in order of joining."""
        return [each.id for each in self.people.values() if not each.gone and not each.declined]

    def place(self, person: str) -> Place | None:
        """Where somebody sits in this round."""
        return place_of(self.round.pairs, person) if self.round else None

    def open_for(self, kind: str) -> bool:
        """Whether games may be played now, or prepared."""
        playing = kind in ("negotiate", "replay")
        return playing and self.round is not None and not self.round.closed

    def untouched(self) -> set[int]:
        """Pairs in which nothing was done yet."""
        return {number for number, game in enumerate(self.round.games) if game.untouched} if self.round else set()

    def new_pairs(self) -> Pairs:
        """The pairs of a first round, as the teacher arranged it, by the class's own luck. Raises CannotSeat."""
        return self.arrangement.of(self.present, Random(f"{self.seed} pairs {len(self.rounds)}"))


def apply(room: Classroom, event: Event) -> None:
    """Let one event happen. What is unknown raises KeyError: a newer program wrote it."""
    _EVENTS[event["kind"]](room, event)
    room.count += 1
    if event.get("move"):
        room.seen.add(str(event["move"]))


def _joined(room: Classroom, event: Event) -> None:
    person = Person(event["person"], event["name"], bool(event.get("bot")))
    room.people[person.id] = person
    if room.round is not None and not room.round.closed:
        _seat_late(room, person.id)


def _seat_late(room: Classroom, person: str) -> None:
    now = room.round
    assert now is not None
    pairs = add_latecomer(now.pairs, person, room.untouched(), room.arrangement.odd)
    games = [
        game
        if number < len(now.pairs) and pairs[number].seats == now.pairs[number].seats
        else _game(room, pairs[number])
        for number, game in enumerate([*now.games, *([None] * (len(pairs) - len(now.games)))])
    ]
    now.pairs, now.games = pairs, [game for game in games if game is not None]


def _game(room: Classroom, pair: Pair) -> PairGame:
    return PairGame.new(room.stage, room.seed, pair.kinds, room.hands)


def _rules(room: Classroom, event: Event) -> None:
    person = room.people[event["person"]]
    person.agreed, person.declined = bool(event["agreed"]), not event["agreed"]


def _paired(room: Classroom, event: Event) -> None:
    pairs = tuple(Pair((each[0], each[1]), tuple(each[2])) for each in event["pairs"])
    room.rounds.append(Round(pairs, [_game(room, pair) for pair in pairs]))


def _clock(room: Classroom, event: Event) -> None:
    room.clock = Clock.from_json(event["clock"])


def _played(room: Classroom, event: Event) -> None:
    now = room.rounds[int(event["round"])]
    number = int(event["pair"])
    now.games[number] = now.games[number].restored(event["parts"])
    now.sheets.pop(number, None)


def _left(room: Classroom, event: Event) -> None:
    """Somebody is gone; a game that was not handed over before is left as it stands."""
    room.people[event["person"]].gone = True
    if room.round is not None:
        room.round.pairs = drop_out(room.round.pairs, event["person"])


def _sheet(room: Classroom, event: Event) -> None:
    now = room.rounds[int(event["round"])]
    if event["package"] is None:
        now.sheets.pop(int(event["pair"]), None)
    else:
        now.sheets[int(event["pair"])] = (int(event["seat"]), dict(event["package"]))


def _answered(room: Classroom, event: Event) -> None:
    room.people[event["person"]].answers[int(event["round"]), str(event["form"])] = dict(event["values"])


def _closed(room: Classroom, _event: Event) -> None:
    if room.round is not None:
        room.round.closed = True


def _arranged(room: Classroom, event: Event) -> None:
    given = dict(event["arrangement"])
    given["couples"] = tuple((a, b) for a, b in given.get("couples", ()))
    room.arrangement = Arrangement(**given)


def _returned(_room: Classroom, _event: Event) -> None:
    """Somebody came back by their personal code: a new token, and nothing else."""


def swapped_pairs(room: Classroom) -> Pairs:
    """The pairs of a round with seats swapped, without those who are gone or declined."""
    if room.round is None:
        return room.new_pairs()
    pairs = swapped(room.round.pairs, 1 - room.arrangement.seat if room.arrangement.how == "script" else 0)
    for person in room.people.values():
        if person.gone or person.declined:
            pairs = drop_out(pairs, person.id)
    return tuple(pair for pair in pairs if pair.people or pair.observers)


_EVENTS: Final[dict[str, Callable[[Classroom, Event], None]]] = {
    "joined": _joined, "rules": _rules, "paired": _paired, "clock": _clock, "played": _played, "left": _left,
    "sheet": _sheet, "answered": _answered, "closed": _closed, "arranged": _arranged, "returned": _returned,
}  # fmt: skip
