"""What is reviewed: a game of one lane as its turns, the state before and after each, and the ways to say an act."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from game.engine.columns import GAME, TALK
from game.engine.moves import Moves
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.view import Own, own_tables
from game.scenario.model import Wording

T = TypeVar("T")
#: Work done in slices: it yields after every turn of all lanes, so that a window can draw in between.
Work = Generator[None, None, T]
#: The wordings of (act, id of what it names), the most particular first.
Sayings = Callable[[str, str | None], Sequence[Wording]]


@dataclass(frozen=True)
class Ply:
    """One move of one seat: a batch of one, with the state before and after it. ``turn`` is 0 in preparation."""

    seat: int
    moves: Moves
    before: State
    after: State
    turn: int

    @property
    def at_table(self) -> bool:
        """Whether it was made at the table: not in preparation, not after the end."""
        return int(self.before.game[0, GAME["phase"]]) == TALK


@dataclass(frozen=True)
class Record:
    """A game from its first move on, seen by the player.

    Attributes:
        player: the seat that is reviewed. weight: of the relationship beside the deal, x1000. since: the place of the
            first ply to weigh; what came before only says what could be known.
    """

    tables: Tables
    player: int
    plies: tuple[Ply, ...]
    sayings: Sayings
    weight: int
    since: int = 0
    tones: dict[tuple[str, int], list[tuple[str, tuple[int, ...]]]] = field(default_factory=dict, repr=False)
    """What ``choices.tones`` has looked up."""

    @property
    def other(self) -> int:
        """The counterpart's seat."""
        return 1 - self.player

    @cached_property
    def own(self) -> tuple[Own, Own]:
        """What each seat may see of the tables."""
        return own_tables(self.tables, 0), own_tables(self.tables, 1)

    def going_on(self, ply: Ply) -> "Record":
        """The same game with one more ply, and only that one to weigh."""
        return replace(self, plies=(*self.plies, ply), since=len(self.plies))

    @cached_property
    def decisions(self) -> tuple[int, ...]:
        """Places among the plies of everything the player said at the table."""
        own = (at for at, ply in enumerate(self.plies) if ply.seat == self.player and ply.at_table)
        return tuple(at for at in own if at >= self.since)
