"""Many games of one policy against the script, and what came of them: results by hand, and what happened at all.

A policy may sit in either seat; the script holds the other. Everything is counted over running lanes only.
"""

from collections import Counter
from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import GAME, NONE, SEAT, TALK
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.scoring import score
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import Events
from game.engine.tables import Tables
from game.engine.view import View
from game.players.policy import Policy
from game.players.simulate import CHUNK, play
from game.scenario.words import OUTCOMES, SITUATIONS, SUBJECTIVE_VALUE

_SITUATIONS = tuple(SITUATIONS)
_RELATIONSHIP = SUBJECTIVE_VALUE.index("relationship")
#: Masks of a seat whose bits are ids of the scenario, and the list those ids stand in.
MASKS = {
    "evidence": "evidence", "cited": "evidence", "told_priorities": "issues", "favours": "favours",
    "details": "details", "granted": "conditions", "agreed": "processes", "researched": "research",
}  # fmt: skip


@dataclass
class Tally:
    """What came of G games.

    Attributes:
        policy: its name. seat: the seat it held. hand: of the script, ``[G]``; deal_value in points, relationship 1..7,
            outcome (of ``OUTCOMES``), package (-1 without a deal) and turns of both, each ``[G]``.
        fired, said: reactions and situations -> times. seen: (seat, mask, id) -> games in which the bit was set.
        told: what the script told: bits of ``TOLD`` -> games.
    """

    policy: str
    seat: int
    hand: NDArray[np.int32]
    deal_value: NDArray[np.float64]
    relationship: NDArray[np.float64]
    outcome: NDArray[np.int32]
    package: NDArray[np.int32]
    turns: NDArray[np.int32]
    fired: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    seen: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    told: Counter[int] = field(default_factory=Counter)

    def __len__(self) -> int:
        """How many games."""
        return len(self.hand)

    @property
    def deals(self) -> NDArray[np.bool_]:
        """Which games ended in a deal."""
        agreed: NDArray[np.bool_] = self.outcome == OUTCOMES.index("deal")
        return agreed


def tally(tables: Tables, name: str, policy: Policy, seat: int, games: int, seed: int) -> Tally:
    """Play ``games`` for each hand of the script across from ``seat``, in turn."""
    hands = tables.hand_count[1 - seat]
    parts = []
    for first in range(0, games * hands, CHUNK):
        lanes = np.arange(first, min(first + CHUNK, games * hands))
        parts.append(_chunk(tables, name, policy, seat, lanes, seed))
    return _together(parts)


def _chunk(tables: Tables, name: str, policy: Policy, seat: int, lanes: NDArray[np.int64], seed: int) -> Tally:
    luck = Luck.of(seed, lanes)
    given = np.full((len(lanes), 2), NONE, np.int32)
    given[:, 1 - seat] = lanes % tables.hand_count[1 - seat]
    beginning = start(tables, luck, given)
    end = beginning.take(np.arange(len(lanes)))
    turns = np.zeros(len(lanes), np.int32)
    fired, said = np.zeros(len(tables.reactions.names), np.int64), np.zeros(len(_SITUATIONS), np.int64)
    other: Counter[str] = Counter()

    def watched(view: View, own: Luck) -> Moves:
        moves = script(view, own)
        spoken = moves.line[(moves.line >= 0) & (view.game("phase") == TALK)]
        np.add.at(said, spoken, 1)
        return moves

    policies = (policy, watched) if seat == 0 else (watched, policy)
    for which, before, events, now in play(tables, policies, luck, state=beginning):
        running = ~before.ended
        turns[which] += running
        heard = running & (events.who == seat)
        fired += events.fired[heard].sum(axis=0)
        _narrated(other, before, events, now, running, seat)
        done = np.flatnonzero(now.ended & running)
        if len(done):
            for each in fields(State):
                getattr(end, each.name)[which[done]] = getattr(now, each.name)[done]
    made = _results(tables, name, seat, end, turns)
    made.fired.update({n: int(c) for n, c in zip(tables.reactions.names, fired, strict=True) if c})
    made.said.update({n: int(c) for n, c in zip(_SITUATIONS, said, strict=True) if c})
    made.said.update(other)
    return made


def _narrated(
    said: Counter[str], before: State, events: Events, now: State, running: NDArray[np.bool_], seat: int
) -> None:
    """Situations that the course of the game brings about rather than a move of the script."""
    started = running & (before.of("phase") != TALK) & (now.of("phase") == TALK)
    later = now.of("meeting") > 0
    ended = running & now.ended
    outcome = now.of("outcome")
    mine = events.who == seat
    met_again = running & mine & (now.of("meeting") > before.of("meeting"))
    told = {
        "greet": started & ~later,
        "greet_again": started & later,
        "event": running & events.happened,
        "approval_granted": running & (events.approval == 1),
        "approval_refused": running & (events.approval == 0),
        "postponed": met_again,
        "time_up": ended & (outcome == OUTCOMES.index("impasse_time")),
        "goodbye": ended & mine & np.isin(outcome, [OUTCOMES.index(x) for x in ("impasse_left", "impasse_walked")]),
        "accept": ended & mine & (outcome == OUTCOMES.index("deal")),
        "feedback": ended,
    }
    said.update({name: int(where.sum()) for name, where in told.items() if where.any()})


def _results(tables: Tables, name: str, seat: int, end: State, turns: NDArray[np.int32]) -> Tally:
    scores = score(tables, end)
    script_row = end.seat[:, 1 - seat]
    made = Tally(
        policy=name,
        seat=seat,
        hand=script_row[:, SEAT["hand"]],
        deal_value=scores.deal_value[:, seat] / 100,
        relationship=scores.subjective[:, 1 - seat, _RELATIONSHIP] / 1000,
        outcome=_outcome(end, seat),
        package=np.where(end.of("outcome") == OUTCOMES.index("deal"), end.of("package"), NONE).astype(np.int32),
        turns=turns,
    )
    for s in (0, 1):
        for mask, kind in MASKS.items():
            for bit, each in enumerate(tables.names.of(kind)):
                count = int((end.seat[:, s, SEAT[mask]] >> bit & 1).sum())
                if count:
                    made.seen[s, mask, each] = count
    made.told.update({bit: int((script_row[:, SEAT["told"]] >> bit & 1).sum()) for bit in range(7)})
    return made


def _outcome(end: State, seat: int) -> Ints:
    """The outcome as the policy's seat has it: who left is told by who ended it."""
    outcome = end.game[:, GAME["outcome"]]
    left, walked = OUTCOMES.index("impasse_left"), OUTCOMES.index("impasse_walked")
    parted = (outcome == left) | (outcome == walked)
    return np.where(parted, np.where(end.game[:, GAME["ender"]] == seat, left, walked), outcome).astype(np.int32)


def _together(parts: list[Tally]) -> Tally:
    first = parts[0]
    for more in parts[1:]:
        for name in ("hand", "deal_value", "relationship", "outcome", "package", "turns"):
            setattr(first, name, np.concatenate([getattr(first, name), getattr(more, name)]))
        for name in ("fired", "said", "seen", "told"):
            getattr(first, name).update(getattr(more, name))
    return first
