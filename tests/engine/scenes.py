"""Scenes for the tests of the engine, and games played by notation so that a test reads like a transcript.

``played("small", "begin", "begin", "ask reason", "share need")`` plays the lines in turn, whoever's turn it is. A line
may carry its tone: ``loud("warn", hostility=0.7)``. Both seats play by hand; nothing here is scripted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np

from game.engine.columns import GAME, NONE, SEAT
from game.engine.compile import compile_scenario
from game.engine.legal import SENTENCES, why_illegal
from game.engine.luck import Luck
from game.engine.moves import Moves, resolve
from game.engine.notation import Move, parse
from game.engine.state import State, start
from game.engine.step import Events, step
from game.engine.story import Told, tell
from game.engine.tables import Tables
from game.scenario.load import load_psychology, load_scenario
from game.scenario.model import Scenario
from game.scenario.reaction import Reaction

ROOT = Path(__file__).parents[2]
FILES = {"small": ROOT / "tests" / "scenario" / "small_scene.yaml"} | {
    path.stem: path for path in sorted((ROOT / "scenarios").glob("*.yaml"))
}
#: The scenes that ship, and the small one.
SCENES = tuple(FILES)
HANDS = (0, 0)
#: Columns that show only that a turn was taken, not what it did.
TRACE = ("said", "said_item", "turns", "scratch")


@cache
def psychology() -> tuple[Reaction, ...]:
    """The general reactions."""
    return tuple(load_psychology(ROOT / "assets" / "psychology.yaml").reactions)


@cache
def scenario(name: str) -> Scenario:
    """A scene by its name in ``SCENES``; ``letters`` is the small one by e-mail."""
    if name == "letters":
        scene = scenario("small")
        meetings = [meeting.model_copy(update={"channel": "email"}) for meeting in scene.meetings]
        return scene.model_copy(update={"meetings": meetings})
    return load_scenario(FILES[name])


@cache
def tables(name: str) -> Tables:
    """A scene compiled with the general reactions."""
    return compile_scenario(scenario(name), psychology())


def compiled(scene: Scenario) -> Tables:
    """Another scene compiled with the general reactions."""
    return compile_scenario(scene, psychology())


@dataclass
class Played:
    """A game of one lane and how it came about."""

    tables: Tables
    luck: Luck
    state: State
    before: State
    events: list[Events] = field(default_factory=list)
    story: list[Told] = field(default_factory=list)

    @property
    def who(self) -> int:
        """The seat whose turn it is."""
        return int(self.state.of("who")[0])

    def game(self, column: str) -> int:
        """A number of the game."""
        return int(self.state.of(column)[0])

    def seat(self, seat: int, column: str) -> int:
        """A number of a seat."""
        return int(self.state.of(column)[0, seat])

    def moves(self, line: "str | Move") -> Moves:
        """A line as a batch of one, for the seat whose turn it is."""
        return resolve(self.tables, self.state, parse(line) if isinstance(line, str) else line, self.who)

    def why_not(self, line: "str | Move | Moves") -> str:
        """Why a line is not allowed now, as a sentence; empty if it is."""
        moves = line if isinstance(line, Moves) else self.moves(line)
        return SENTENCES[int(why_illegal(self.tables, self.state, moves)[0])]

    def then(self, *lines: "str | Move | Moves") -> "Played":
        """The game after more lines; this one stays as it is."""
        game = replace(self, events=list(self.events), story=list(self.story))
        for line in lines:
            game._play(line if isinstance(line, Moves) else game.moves(line))
        return game

    def _play(self, moves: Moves) -> None:
        self.before = self.state
        self.state, events = step(self.tables, self.state, moves, self.luck)
        turn = 1 + sum(told.turn > 0 for told in self.story) if int(self.before.of("phase")[0]) > 1 else 0
        self.events.append(events)
        self.story.append(tell(self.tables, self.before, moves, self.state, events, turn))

    def fired(self) -> set[str]:
        """The reactions that the last line set off."""
        return set(self.story[-1].reactions)

    def package(self, **options: str) -> int:
        """The package with these options, the status quo elsewhere."""
        return self.tables.package(options, self.tables.status_quo)


def fresh(scene: "str | Tables", seed: int = 1, hands: Sequence[int] = HANDS) -> Played:
    """A game before its first line. ``hands`` are numbers, NONE where luck shall choose."""
    compiled_ = tables(scene) if isinstance(scene, str) else scene
    luck = Luck.of(seed, np.arange(1))
    state = start(compiled_, luck, np.array([hands], np.int32))
    return Played(compiled_, luck, state, state)


def played(scene: "str | Tables", *lines: "str | Move | Moves", seed: int = 1, hands: Sequence[int] = HANDS) -> Played:
    """A game of one lane after these lines."""
    return fresh(scene, seed, hands).then(*lines)


def talking(scene: "str | Tables", *lines: "str | Move | Moves", seed: int = 1, hands: Sequence[int] = HANDS) -> Played:
    """A game after both have begun without preparing, and these lines."""
    return played(scene, "begin", "begin", *lines, seed=seed, hands=hands)


def loud(line: str, **signals: float) -> Move:
    """A line and how it sounds, signals 0..1; those not named are 0."""
    return replace(parse(line), signals=signals)


def same(one: State, other: State) -> bool:
    """Whether two states are equal, bit for bit."""
    return all(
        getattr(one, name).dtype == getattr(other, name).dtype
        and np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("game", "seat", "table", "times", "last")
    )


def differing(one: State, other: State, ignore: Sequence[str] = TRACE) -> set[str]:
    """The columns, and ``table``, in which two states of the same lanes differ, but for a turn's own traces."""
    names = {name for name in (*GAME, *SEAT) if name not in ignore and not np.array_equal(one.of(name), other.of(name))}
    return names | ({"table"} if not np.array_equal(one.table, other.table) else set())


def put_hands(first: int = NONE, second: int = NONE) -> np.ndarray:
    """Hands as ``start`` takes them, for one lane."""
    return np.array([[first, second]], np.int32)
