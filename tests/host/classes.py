"""Classes to test with: the flea market, a clock that a test turns, a host over a database file."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from game.engine.notation import parse
from game.host.classroom import Classroom
from game.host.host import Host, Visitor, Wanted
from game.host.seating import Arrangement
from game.host.store import Store, sqlite_url
from game.session.play import Turn
from game.session.stage import Stage, load_stage

SCENE = "flea_market"
#: A deal in few moves at that table; seat 0 (the buyer) opens.
DEAL = ("ask reason", "share need", "offer price=35 shade=none pickup=now", "accept")


@cache
def stage(name: str = SCENE) -> Stage:
    """The scene, read once."""
    return load_stage(name)


@dataclass
class Time:
    """A clock that stands until it is turned."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class School:
    """A host over a file, which can be stopped and started again."""

    path: Path
    time: Time = field(default_factory=Time)
    seed: int = 7

    def __post_init__(self) -> None:
        self.host = self.opened()

    def opened(self) -> Host:
        return Host(Store(sqlite_url(self.path)), self.time, stage, lambda: self.seed)

    def again(self) -> Host:
        """The host after its program was stopped without a word."""
        self.host.store.close()
        self.host = self.opened()
        return self.host

    def room(self, how: str = "random", people: int = 0, mode: str = "typed", odd: str = "script") -> Classroom:
        room = self.host.create(Wanted(SCENE, arrangement=Arrangement(how, odd), mode=mode))
        self.secrets = [self.host.join(room, f"Pupil {n}")[0] for n in range(people)]
        return room

    def visitors(self) -> list[Visitor]:
        found = [self.host.visitor(secret) for secret in self.secrets]
        return [each for each in found if each is not None]

    def goes_to(self, room: Classroom, kind: str) -> None:
        while self.host.rooms[room.id].clock.kind != kind:
            self.host.tick(self.host.rooms[room.id], "end")

    def at(self, room: Classroom, pair: int, seat: int) -> Visitor:
        """Who sits there."""
        now = room.round
        assert now is not None
        person = now.pairs[pair].seats[seat]
        assert person is not None
        return Visitor(room, person)

    def says(self, who: Visitor, line: str, move_id: str = "") -> Turn:
        return self.host.submit(who, parse(line), move_id)


def play_to_a_deal(school: School, room: Classroom, pair: int) -> None:
    """Both people of a pair begin, and agree."""
    two = [school.at(room, pair, seat) for seat in (0, 1)]
    for each in two:
        if each.game is not None and each.game.preparing:
            school.says(each, "begin")
    for line in DEAL:
        game = two[0].game
        assert game is not None
        school.says(two[game.game.who], line)
