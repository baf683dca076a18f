"""The live board: who is reading, waiting, gone; turns and offers per pair. Never what was said."""

from collections.abc import Callable
from dataclasses import dataclass

from game.host import shown
from game.host.classroom import Classroom
from game.host.host import Visitor
from game.scenario.words import PACKAGE_ACTS

_STEPS = {
    "rules": "at the ground rules", "declined": "sits this one out", "gone": "gone", "waiting": "in the room",
    "watch": "watches", "prepare": "reads and prepares", "ready": "ready, waits", "aim": "writes an aim",
}  # fmt: skip


@dataclass(frozen=True)
class Seated:
    """One person on the board. ``here``: whether a page of theirs is open now."""

    id: str
    name: str
    part: str
    doing: str
    here: bool
    bot: bool


@dataclass(frozen=True)
class Row:
    """One pair. ``others`` are observers. ``state``: how far the game is, in words."""

    number: int
    people: tuple[Seated, ...]
    script: bool
    turns: int
    offers: int
    state: str


def rows(room: Classroom, here: Callable[[str], bool]) -> list[Row]:
    """Every pair of the round now, in order; none before the first."""
    now = room.round
    if now is None:
        return []
    return [_row(room, number, here) for number in range(len(now.pairs))]


def loose(room: Classroom, here: Callable[[str], bool]) -> list[Seated]:
    """Everybody without a place."""
    return [_seated(room, each, "", here) for each in room.people if room.place(each) is None]


def _row(room: Classroom, number: int, here: Callable[[str], bool]) -> Row:
    now = room.rounds[-1]
    pair, game = now.pairs[number], now.games[number].game
    people = [_seated(room, each, room.stage.name(s), here) for s, each in enumerate(pair.seats) if each is not None]
    people += [_seated(room, each, "observer", here) for each in pair.observers]
    at_table = [entry for entry in game.entries if entry.told.turn > 0]
    offers = sum(entry.said.move.act in PACKAGE_ACTS for entry in at_table)
    state = (
        "agreed" if game.outcome == "deal" else "no deal" if game.over else "talking" if game.talking else "preparing"
    )
    if now.closed and not game.over:
        state = "out of time"
    return Row(number, tuple(people), None in pair.seats, len(at_table), offers, state)


def _seated(room: Classroom, person: str, part: str, here: Callable[[str], bool]) -> Seated:
    who = room.people[person]
    return Seated(person, who.name, part, _doing(room, person), who.bot or here(person), who.bot)


def _doing(room: Classroom, person: str) -> str:
    visitor = Visitor(room, person)
    step = shown.step_of(visitor)
    if step == "table" and visitor.game is not None and visitor.place is not None:
        return "has the word" if visitor.game.game.who == visitor.place.seat else "listens"
    if step == "after":
        answered = (len(room.rounds) - 1, "after") in room.people[person].answers
        return "reads the debrief" if answered else "at the survey"
    return _STEPS[step]
