"""The state of B games: what play changes. Frozen; ``step`` returns a new one."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import AFTER, GAME, LONG_AGO, NONE, PREPARE, SEAT
from game.engine.lanes import clip
from game.engine.luck import Ints, Luck
from game.engine.tables import Tables
from game.scenario.words import ACTS

_GAME_START = {"outcome": 0, "package": NONE, "ender": NONE}
_UNSET = ("target", "walk_away", "rank", "never_0", "never_1", "never_2", "never_3", "worry", "plan_no", "said",
          "said_item", "opening", "tactic", "line")  # fmt: skip
_SEAT_START = dict.fromkeys(_UNSET, NONE) | {"answer_turn": LONG_AGO}


@dataclass(frozen=True)
class State:
    """B lanes. ``columns.GAME`` and ``columns.SEAT`` name the last axis of the first two.

    The batch axis comes first in every shape but lies innermost in memory (Fortran order): a column is one run.

    Attributes:
        game: int32 ``[B, game columns]``.
        seat: int32 ``[B, 2, seat columns]``.
        table: int32 ``[B, 2, 3]``: the packages each seat last put on the table, NONE where there is none.
        times: uint8, last: int16 ``[B, 2, acts]``: how often a seat did an act; its own turn when it last did.
    """

    game: Ints
    seat: Ints
    table: Ints
    times: NDArray[np.uint8]
    last: NDArray[np.int16]

    def __len__(self) -> int:
        """How many lanes."""
        return len(self.game)

    def of(self, column: str) -> Ints:
        """A column by name: ``[B]`` of the game, or ``[B, 2]`` of the seats."""
        return self.game[:, GAME[column]] if column in GAME else self.seat[:, :, SEAT[column]]

    @property
    def ended(self) -> NDArray[np.bool_]:
        """bool ``[B]``: the game has an outcome."""
        return self.game[:, GAME["phase"]] >= AFTER

    def copy(self) -> "State":
        """The same, in memory of its own."""
        return State(*(getattr(self, field.name).copy(order="K") for field in fields(self)))

    def beside(self, other: "State") -> "State":
        """The lanes of this one, then those of another."""
        pairs = [(getattr(self, field.name).T, getattr(other, field.name).T) for field in fields(self)]
        return State(*(np.concatenate(pair, axis=-1).T for pair in pairs))

    def take(self, lanes: NDArray[np.intp]) -> "State":
        """The state of some lanes."""
        return State(*(getattr(self, field.name).T.take(lanes, axis=-1).T for field in fields(self)))


def start(tables: Tables, luck: Luck, hands: NDArray[np.int32] | None = None) -> State:
    """B new games, in preparation.

    Args:
        luck: decides the hands that are not given and the mood of the day.
        hands: int32 ``[B, 2]``, NONE where luck shall choose. A missing array chooses all.
    """
    lanes = len(luck.keys)
    chosen = _draw_hands(tables, luck) if hands is None else np.where(hands >= 0, hands, _draw_hands(tables, luck))
    game = np.zeros((lanes, len(GAME)), np.int32, order="F")
    seat = np.zeros((lanes, 2, len(SEAT)), np.int32, order="F")
    for column, value in _GAME_START.items():
        game[:, GAME[column]] = value
    for column, value in _SEAT_START.items():
        seat[:, :, SEAT[column]] = value
    game[:, GAME["phase"]] = PREPARE
    for s in (0, 1):
        _seat_start(tables, seat[:, s], s, chosen[:, s], luck)
    return State(
        game,
        seat,
        np.full((lanes, 2, 3), NONE, np.int32, order="F"),
        np.zeros((lanes, 2, len(ACTS)), np.uint8, order="F"),
        np.full((lanes, 2, len(ACTS)), LONG_AGO, np.int16, order="F"),
    )


#: The mood of the day: by how much a seat may start above or below its usual demand (utility x100), trust and patience
#: (x1000).
MOOD_SHIFT, MOOD_TRUST, MOOD_PATIENCE = 1000, 150, 250
#: What a seat may want above its limit on a given day, at most (utility x100). It is drawn as the square of an even
#: draw: mostly little, and now and then a day on which hardly anything is good enough.
APPETITE = 2700


def _seat_start(tables: Tables, row: Ints, s: int, hand: Ints, luck: Luck) -> None:
    first = np.zeros(1, np.int32)
    row[:, : tables.temper.shape[2]] = tables.temper[s, hand]
    for name, most in (("trust", MOOD_TRUST), ("patience", MOOD_PATIENCE)):
        mood = luck.below(2 * most + 1, first, f"mood {name} {s}") - most
        row[:, SEAT[name]] = clip(row[:, SEAT[name]] + mood, 0, 1000)
    row[:, SEAT["shift"]] = luck.below(2 * MOOD_SHIFT + 1, first, f"mood shift {s}") - MOOD_SHIFT
    hunger = luck.below(1001, first, f"appetite {s}")
    row[:, SEAT["appetite"]] = APPETITE * (hunger * hunger // 1000) // 1000
    row[:, SEAT["hand"]] = hand
    row[:, SEAT["reservation"]] = tables.reservation[s, hand]
    row[:, SEAT["aspiration"]] = tables.opening[s, hand]
    row[:, SEAT["budget"]] = tables.budget[s]
    row[:, SEAT["evidence"]] = tables.evidence_known[s]
    row[:, SEAT["moments"]] = tables.moments_known


def _draw_hands(tables: Tables, luck: Luck) -> Ints:
    drawn = []
    for s in (0, 1):
        bounds = np.cumsum(tables.weights[s, : tables.hand_count[s]])
        draw = luck.below(int(bounds[-1]), np.zeros(1, np.int32), f"hand {s}")
        drawn.append(np.searchsorted(bounds, draw, side="right"))
    return np.stack(drawn, axis=1).astype(np.int32)
