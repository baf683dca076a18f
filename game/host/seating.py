"""Who sits across from whom: pairing, latecomers, drop-outs and swapped seats. Pure functions, no clock, no sockets.

A person is an id. Every function gives a new arrangement and leaves the old one as it was; luck is an argument.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final, Literal

Odd = Literal["script", "observe"]
#: What can become of the one who is left over.
ODD: Final = ("script", "observe")


class CannotSeat(ValueError):
    """An arrangement that cannot be. The message is a sentence that says what to do."""


@dataclass(frozen=True)
class Pair:
    """Two seats: the person in each, None where the script sits. ``observers`` watch, and hold no brief."""

    seats: tuple[str | None, str | None]
    observers: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Who holds a seat."""
        return tuple(each for each in self.seats if each is not None)

    @property
    def kinds(self) -> tuple[str, str]:
        """For each seat "person" or "script", as a game wants it."""
        first, second = ("script" if each is None else "person" for each in self.seats)
        return first, second


@dataclass(frozen=True)
class Place:
    """Where somebody is: the pair's number and the seat, None for an observer."""

    pair: int
    seat: int | None


Pairs = tuple[Pair, ...]


def at_random(people: Sequence[str], luck: Random, odd: Odd = "script") -> Pairs:
    """Everybody paired by lot; the one left over sits across from the script, or watches the last pair."""
    order = sorted(set(people))
    luck.shuffle(order)
    pairs = tuple(Pair((order[n], order[n + 1])) for n in range(0, len(order) - 1, 2))
    return _with_odd(pairs, order[-1], odd) if len(order) % 2 else pairs


def by_hand(people: Sequence[str], couples: Sequence[tuple[str, str]], odd: Odd = "script") -> Pairs:
    """The couples as named, first seat first; those not named are left over, in the order given.

    Raises CannotSeat when somebody is named twice, or is not in the class.
    """
    named = [each for couple in couples for each in couple]
    strangers = [each for each in named if each not in people]
    if strangers:
        raise CannotSeat(f"{strangers[0]} is not in this class. Pair people who have joined.")
    if len(set(named)) != len(named):
        twice = next(each for each in named if named.count(each) > 1)
        raise CannotSeat(f"{twice} was put at two tables. Put each person at one.")
    left = [each for each in dict.fromkeys(people) if each not in named]
    pairs: Pairs = tuple(Pair(couple) for couple in couples)
    pairs += tuple(Pair((left[n], left[n + 1])) for n in range(0, len(left) - 1, 2))
    return _with_odd(pairs, left[-1], odd) if len(left) % 2 else pairs


def against_script(people: Sequence[str], seat: int = 0) -> Pairs:
    """Everybody in the same seat, the script in the other."""
    return tuple(_alone(each, seat) for each in dict.fromkeys(people))


def add_latecomer(pairs: Pairs, person: str, untouched: Iterable[int] = (), odd: Odd = "script") -> Pairs:
    """Somebody who comes late gets a place, and nobody who is talking is disturbed.

    ``untouched`` are pairs in which nothing was done yet: a lone person there gets the latecomer as counterpart. Then
    comes an observer who waits for a partner, who leaves the pair watched; then the script, or an observer's place.
    """
    if place_of(pairs, person) is not None:
        return pairs
    for number in sorted(untouched):
        if len(pairs[number].people) == 1:
            first, second = (person if each is None else each for each in pairs[number].seats)
            return _put(pairs, number, replace(pairs[number], seats=(first, second)))
    waiting = next(((n, each) for n, pair in enumerate(pairs) for each in pair.observers), None)
    if waiting is not None:
        number, observer = waiting
        rest = tuple(each for each in pairs[number].observers if each != observer)
        return (*_put(pairs, number, replace(pairs[number], observers=rest)), Pair((observer, person)))
    return _with_odd(pairs, person, odd)


def drop_out(pairs: Pairs, person: str) -> Pairs:
    """The script takes the seat of somebody who left, so that the partner can go on; an observer just goes."""
    place = place_of(pairs, person)
    if place is None:
        return pairs
    pair = pairs[place.pair]
    first, second = (None if each == person else each for each in pair.seats)
    rest = tuple(each for each in pair.observers if each != person)
    return _put(pairs, place.pair, Pair((first, second), rest))


def swapped(pairs: Pairs, seat: int = 0) -> Pairs:
    """The same people with their seats swapped, for a second game; observers get a seat across from the script."""
    again = tuple(Pair((pair.seats[1], pair.seats[0])) for pair in pairs if pair.people)
    return again + tuple(_alone(each, seat) for pair in pairs for each in pair.observers)


def place_of(pairs: Pairs, person: str) -> Place | None:
    """Where somebody is, None for nowhere."""
    for number, pair in enumerate(pairs):
        if person in pair.seats:
            return Place(number, pair.seats.index(person))
        if person in pair.observers:
            return Place(number, None)
    return None


def _alone(person: str, seat: int) -> Pair:
    return Pair((person, None) if seat == 0 else (None, person))


def _with_odd(pairs: Pairs, person: str, odd: Odd) -> Pairs:
    if odd == "script" or not pairs:
        return (*pairs, _alone(person, 0))
    last = len(pairs) - 1
    return _put(pairs, last, replace(pairs[last], observers=(*pairs[last].observers, person)))


def _put(pairs: Pairs, number: int, pair: Pair) -> Pairs:
    return (*pairs[:number], pair, *pairs[number + 1 :])


@dataclass(frozen=True)
class Arrangement:
    """How a class is to be paired, as the teacher chose it."""

    how: Literal["random", "hand", "script"] = "random"
    odd: Odd = "script"
    seat: int = 0
    couples: tuple[tuple[str, str], ...] = field(default=())

    def of(self, people: Sequence[str], luck: Random) -> Pairs:
        """The pairs of these people. Raises CannotSeat."""
        if self.how == "script":
            return against_script(people, self.seat)
        if self.how == "hand":
            return by_hand(people, self.couples, self.odd)
        return at_random(people, luck, self.odd)
