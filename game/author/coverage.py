"""What happened at all in thousands of games, and what never did, with the line of the file where it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.author.tally import Tally
from game.engine.columns import TOLD
from game.lint.look import Look
from game.lint.situations import reached
from game.scenario.load import Examined
from game.scenario.model import Scenario
from game.scenario.tree import Path
from game.scenario.words import OUTCOMES

KINDS = ("reactions", "situations", "questions", "evidence", "research", "favours", "details", "conditions",
         "processes", "hands", "endings")  # fmt: skip
_QUESTIONS = {"ask_reason": "reason", "ask_decision": "decision", "ask_alternatives": "alternative",
              "ask_constraint": "constraint"}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Something that should happen: what kind, its name, how often it did, and its line in the file (0 = nowhere)."""

    kind: str
    name: str
    times: int
    line: int


def parts(examined: Examined, tallies: Sequence[Tally], look: Look) -> list[Part]:
    """Everything that a scene should bring about, in the order of ``KINDS``."""
    scene = examined.scenario
    assert scene is not None  # only sound scenes are played

    def line(path: Path) -> int:
        return examined.tree.mark(path, key=True)[0]

    found = _parts(scene, tallies, look)
    made = [Part(kind, name, times, line(path) if path else 0) for kind, name, times, path in found]
    return sorted(made, key=lambda part: KINDS.index(part.kind))


_Found = tuple[str, str, int, Path]


def _parts(scene: Scenario, tallies: Sequence[Tally], look: Look) -> Iterator[_Found]:
    fired: Counter[str] = Counter()
    for each in tallies:
        fired.update(each.fired)
    for place, reaction in enumerate(scene.reactions):
        yield "reactions", reaction.name, fired[reaction.name], ("reactions", place)
    for s, seat in enumerate(scene.seats):
        mine = [each for each in tallies if each.seat == 1 - s]
        if seat.lines:
            yield from _situations(s, mine, look)
            yield from _answers(s, mine, scene)
        for h, hand in enumerate(seat.hands):
            games = sum(int((each.hand == h).sum()) for each in mine)
            yield "hands", f"{seat.id}: {hand.id}", games, ("seats", s, "hands", h)
    yield from _items(scene, tallies)
    yield from _endings(tallies)


def _situations(seat: int, tallies: Sequence[Tally], look: Look) -> Iterator[_Found]:
    said: Counter[str] = Counter()
    for each in tallies:
        said.update(each.said)
    for situation in look.scenario.seats[seat].lines:
        if situation in reached(look, seat):
            name = f"{look.scenario.seats[seat].id}: {situation}"
            yield "situations", name, said[situation], ("seats", seat, "lines", situation)


def _answers(seat: int, tallies: Sequence[Tally], scene: Scenario) -> Iterator[_Found]:
    name = scene.seats[seat].id
    for question, bit in _QUESTIONS.items():
        yield (
            "questions",
            f"{name}: {question}",
            sum(each.told[TOLD[bit]] for each in tallies),
            ("seats", seat, "lines"),
        )
    for issue in scene.issues:
        times = sum(each.seen[seat, "told_priorities", issue.id] for each in tallies)
        yield "questions", f"{name}: ask_priority {issue.id}", times, ("seats", seat, "lines", "answer_priority")


def _items(scene: Scenario, tallies: Sequence[Tally]) -> Iterator[_Found]:
    """What the policies can use; ``evidence`` counts once it is cited."""
    seats = [seat.id for seat in scene.seats]
    columns = {"evidence": "cited", "research": "researched", "favours": "favours", "details": "details",
               "conditions": "granted", "processes": "agreed"}  # fmt: skip
    for kind, column in columns.items():
        for place, item in enumerate(getattr(scene, kind)):
            owner = seats.index(item.seat) if hasattr(item, "seat") else None
            asked = [s for s in (0, 1) if owner in (None, s)]
            times = sum(each.seen[s, column, item.id] for each in tallies for s in asked)
            yield kind, item.id, times, (kind, place)


def _endings(tallies: Sequence[Tally]) -> Iterator[_Found]:
    for number, outcome in enumerate(OUTCOMES):
        if outcome != "open":
            yield "endings", outcome, sum(int((each.outcome == number).sum()) for each in tallies), ()
