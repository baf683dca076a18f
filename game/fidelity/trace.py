"""Playing an arm of an experiment and writing down, turn by turn, what a measure may need.

An arm is who plays and how the game begins. All arms of an experiment meet the same luck: lane n has the same hands,
the same moods and the same chances in each, so that a difference between arms is the difference that was made.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, NONE, SEAT
from game.engine.luck import Ints, Luck
from game.engine.scoring import Scores, score
from game.engine.script import script
from game.engine.state import State, start
from game.engine.tables import Tables
from game.players.policy import Policy
from game.players.simulate import play
from game.scenario.words import OUTCOMES, STANCE

Begin = Callable[[Tables, State], State]
#: Own turns of a seat that are written down; later ones are played but not recorded.
MOST_TURNS = 48
#: What is recorded of the listener after each turn.
FELT = (*STANCE, "composure", "aspiration", "shift", "disclosure")
_FELT_COLUMNS = np.array([SEAT[name] for name in FELT])
_DEAL = OUTCOMES.index("deal")


@dataclass(frozen=True)
class Arm:
    """One condition of an experiment.

    Attributes:
        name: what it is called in reports.
        player: the policy of seat 0. other: that of seat 1, by default the scripted counterpart.
        begin: changes the fresh state before preparation (an alternative, a trust, a clock); None leaves it.
        hands: numbers of the hands of both seats, -1 (or None for both) where luck shall choose.
        suited: the talk is at a moment that suits the counterpart, so that bad timing does not hide what is measured.
    """

    name: str
    player: Policy
    other: Policy = script
    begin: Begin | None = None
    hands: tuple[int, int] | None = None
    suited: bool = True


@dataclass(frozen=True)
class Trace:
    """What happened in B games, lanes first. ``s`` is a seat, ``t`` that seat's own turn counted from 0 over the game.

    Attributes:
        tables: the scene. state: how each game stood when it ended (or when the run stopped). scores: what it came to.
        acts: act numbers ``[B, 2, t]``, NONE where the turn was not had.
        packages: the package put on the table ``[B, 2, t]`` (of several the one best for the listener), else NONE.
        felt: ``[B, 2, t, FELT]`` how seat ``1 - s`` stood after turn t of seat s (stance x1000, utilities x100).
        signals: ``[B, 2, t, 5]`` how the line sounded, x1000.
    """

    tables: Tables
    state: State
    scores: Scores
    acts: NDArray[np.int16]
    packages: NDArray[np.int32]
    felt: NDArray[np.int16]
    signals: NDArray[np.int16]

    def __len__(self) -> int:
        """How many games."""
        return len(self.acts)

    @property
    def deal(self) -> NDArray[np.bool_]:
        """Whether each game ended in a deal."""
        deal: NDArray[np.bool_] = self.scores.outcome == _DEAL
        return deal

    def hand(self, seat: int) -> Ints:
        """Hand numbers of a seat, ``[B]``."""
        return self.state.seat[:, seat, SEAT["hand"]]

    def worth(self, packages: Ints, seat: int) -> NDArray[np.float64]:
        """Utility 0..100 to a seat of packages ``[B, ..]``; not-a-number where there is none."""
        hand = self.hand(seat).reshape(-1, *[1] * (packages.ndim - 1))
        found = self.tables.worth[seat, hand, np.maximum(packages, 0)] / 100
        return np.where(packages >= 0, found, np.nan)

    def stance(self, name: str, seat: int, turn: int) -> NDArray[np.float64]:
        """How a seat stood after the other's turn ``turn``, in units of 1 (stance) or points (utilities)."""
        scale = 100 if name in ("aspiration", "shift") else 1000
        return self.felt[:, 1 - seat, turn, FELT.index(name)] / scale

    def had(self, seat: int, turn: int) -> NDArray[np.bool_]:
        """Whether a seat had that turn."""
        had: NDArray[np.bool_] = self.acts[:, seat, turn] != NONE
        return had


def run(tables: Tables, arm: Arm, games: int, seed: int = 1, turns: int | None = None) -> Trace:
    """Play ``games`` games of an arm; ``turns`` stops when each has ended or both seats have had so many turns."""
    luck = Luck.of(seed, np.arange(games))
    hands = None if arm.hands is None else np.tile(np.array(arm.hands, np.int32), (games, 1))
    beginning = start(tables, luck, hands)
    if arm.suited:
        beginning.game[:, GAME["moment"]] = np.argmin(tables.bad[0])
    if arm.begin is not None:
        beginning = arm.begin(tables, beginning)
    end = beginning.take(np.arange(games))
    acts = np.full((games, 2, MOST_TURNS), NONE, np.int16)
    packages = np.full((games, 2, MOST_TURNS), NONE, np.int32)
    felt = np.zeros((games, 2, MOST_TURNS, len(FELT)), np.int16)
    signals = np.zeros((games, 2, MOST_TURNS, 5), np.int16)
    trace = Trace(tables, end, score(tables, end), acts, packages, felt, signals)
    for lanes, before, _, after in play(tables, (arm.player, arm.other), luck, state=beginning):
        _write_down(trace, lanes, before, after)
        if turns is not None and _all_had(end, turns):
            break
    return Trace(tables, end, score(tables, end), acts, packages, felt, signals)


def _all_had(end: State, turns: int) -> bool:
    return bool((end.ended | (end.seat[:, :, SEAT["turns"]] >= turns).all(axis=1)).all())


def _write_down(trace: Trace, lanes: NDArray[np.intp], before: State, after: State) -> None:
    running = np.flatnonzero(~before.ended)
    lane, who = lanes[running], before.game[running, GAME["who"]]
    turn = before.seat[running, who, SEAT["turns"]]
    spoke = (after.seat[running, who, SEAT["turns"]] > turn) & (turn < MOST_TURNS)
    at = (lane[spoke], who[spoke], turn[spoke])
    speaker, listener = after.seat[running, who][spoke], after.seat[running, 1 - who][spoke]
    trace.acts[at] = speaker[:, SEAT["said"]]
    offered = speaker[:, SEAT["offers"]] > before.seat[running, who, SEAT["offers"]][spoke]
    trace.packages[at] = np.where(offered, after.table[running, who, 0][spoke], NONE)
    trace.felt[at] = listener[:, _FELT_COLUMNS]
    trace.signals[at] = speaker[:, SEAT["heard_confidence"] : SEAT["heard_gloating"] + 1]
    for field in fields(State):
        getattr(trace.state, field.name)[lane] = getattr(after, field.name)[running]
