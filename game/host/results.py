"""What a round of a class came to: one row per pair, and the numbers that a class talks about. No names in here.

Deal values come from the same scoring as a single game's. A pair that ran out of time has no deal, whatever lay on the
table: each is left with the alternative held.
"""

from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

from game.engine.frontier import frontier
from game.host.classroom import Classroom
from game.host.survey import factors
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS
from game.session.debrief import Debrief, debrief
from game.session.game import Game

Couple = tuple[float | None, float | None]


@dataclass(frozen=True)
class PairResult:
    """One pair's game. Pairs of numbers are (seat 0, seat 1).

    Attributes:
        began: whether they talked at all. deal: whether they agreed. utility: what each has, 0..100.
        joint: share of the reachable joint surplus, None without a deal. first: worth of each one's first offer to
            the one who made it. questions, offers: how many by each. factors: survey means 1..7, None if unanswered.
        practices: for each seat a person holds, name -> met.
    """

    pair: int
    people: tuple[str | None, str | None]
    began: bool
    over: bool
    deal: bool
    outcome: tuple[str, str]
    turns: int
    utility: tuple[float, float]
    deal_value: tuple[float, float]
    joint: float | None
    package: dict[str, str] | None
    first: Couple
    questions: tuple[int, int]
    offers: tuple[int, int]
    factors: tuple[dict[str, float] | None, dict[str, float] | None]
    confidence: tuple[Couple, Couple]
    practices: tuple[dict[str, bool] | None, dict[str, bool] | None]


def results(room: Classroom, number: int) -> list[PairResult]:
    """Every pair of a round, in order."""
    now = room.rounds[number]
    return [_result(room, number, at) for at in range(len(now.games))]


def _result(room: Classroom, number: int, at: int) -> PairResult:
    now = room.rounds[number]
    seen = now.games[at].game
    games = [replace(seen, viewer=seat) for seat in (0, 1)]
    looked = [debrief(game) for game in games]
    deal, people = seen.outcome == "deal", now.pairs[at].seats
    value = looked[0].numbers
    return PairResult(
        pair=at,
        people=people,
        began=any(entry.told.turn > 0 for entry in seen.entries),
        over=seen.over,
        deal=deal,
        outcome=(_outcome(games[0], now.closed), _outcome(games[1], now.closed)),
        turns=sum(entry.told.turn > 0 for entry in seen.entries),
        utility=(_has(games[0], 0, looked[0], deal), _has(games[1], 1, looked[1], deal)),
        deal_value=(looked[0].numbers.deal_value, looked[1].numbers.deal_value),
        joint=value.joint_value if deal else None,
        package=looked[0].package if deal else None,
        first=(_first(room, number, seen, people, 0), _first(room, number, seen, people, 1)),
        questions=(_count(seen, 0, ACT_GROUPS["asking"]), _count(seen, 1, ACT_GROUPS["asking"])),
        offers=(_count(seen, 0, PACKAGE_ACTS), _count(seen, 1, PACKAGE_ACTS)),
        factors=(_factors(room, number, people[0]), _factors(room, number, people[1])),
        confidence=(_confidence(room, number, people[0]), _confidence(room, number, people[1])),
        practices=(_practices(room, people[0], looked[0]), _practices(room, people[1], looked[1])),
    )


def _outcome(game: Game, closed: bool) -> str:
    """How it ended for the one who looks; a game that was cut off ran out of time."""
    return game.outcome if game.over else "impasse_time" if closed else "open"


def _has(game: Game, seat: int, looked: Debrief, deal: bool) -> float:
    """What a seat ends with: the deal's worth, or that of the alternative held."""
    return looked.numbers.utility if deal else game.own(seat, "reservation") / 100


def _first(room: Classroom, number: int, game: Game, people: tuple[str | None, str | None], seat: int) -> float | None:
    """The worth of a seat's first offer to itself: as made, or as noted in a class that talks aloud."""
    person = people[seat]
    noted = room.people[person].answers.get((number, "first")) if person is not None else None
    tables = game.stage.tables
    if noted is not None:
        package = tables.package(noted["first"], tables.status_quo)
        return int(tables.worth[seat, game.own(seat, "hand"), package]) / 100
    if room.mode == "aloud":
        return None
    made = (entry.told for entry in game.entries if entry.said.seat == seat and entry.said.move.act in PACKAGE_ACTS)
    told = next(made, None)
    return told.worth[seat] / 100 if told is not None else None


def _count(game: Game, seat: int, acts: Any) -> int:
    return sum(entry.said.seat == seat and entry.said.move.act in acts for entry in game.entries)


def _answered(room: Classroom, number: int, person: str | None, form: str) -> dict[str, Any] | None:
    return room.people[person].answers.get((number, form)) if person is not None else None


def _factors(room: Classroom, number: int, person: str | None) -> dict[str, float] | None:
    given = _answered(room, number, person, "after")
    return factors(given) if given is not None else None


def _confidence(room: Classroom, number: int, person: str | None) -> Couple:
    before, after = (_answered(room, number, person, form) for form in ("before", "after"))
    return (before["confidence"] if before else None, after["confidence"] if after else None)


def _practices(room: Classroom, person: str | None, looked: Debrief) -> dict[str, bool] | None:
    if person is None or room.mode == "aloud":
        return None
    return {practice.name: practice.met for practice in looked.practices}


@dataclass(frozen=True)
class Space:
    """The deal space of a round: the efficient frontier and where each seat starts without a deal, all 0..100."""

    frontier: tuple[tuple[float, float], ...]
    limits: tuple[float, float]


def space(room: Classroom) -> Space:
    """What was possible between the two hands that the class holds."""
    tables, names = room.stage.tables, room.stage.tables.names.hands
    first, second = (names[seat].index(room.hands[seat]) if room.hands[seat] in names[seat] else 0 for seat in (0, 1))
    points = frontier(tables, (first, second))
    worth = [(int(tables.worth[0, first, p]) / 100, int(tables.worth[1, second, p]) / 100) for p in points]
    limits = (int(tables.reservation[0, first]) / 100, int(tables.reservation[1, second]) / 100)
    return Space(tuple(worth), limits)


def average(values: list[float]) -> float | None:
    """The mean, None of nothing."""
    return mean(values) if values else None


def correlation(points: list[tuple[float, float]]) -> float | None:
    """Pearson's r of points, None for fewer than six or where one side does not vary.

    >>> correlation([(1, 2), (2, 4), (3, 6), (4, 8), (5, 10), (6, 12)])
    1.0
    """
    if len(points) < 6:
        return None
    mx, my = mean(x for x, _ in points), mean(y for _, y in points)
    sx = sum((x - mx) ** 2 for x, _ in points)
    sy = sum((y - my) ** 2 for _, y in points)
    if sx <= 0 or sy <= 0:
        return None
    return float(round(sum((x - mx) * (y - my) for x, y in points) / (sx * sy) ** 0.5, 6))
