"""A finished game as its turns: what one seat did, what it set off, and which practices that shows.

The process list is what a player controls: a dozen behaviours, each with the turns that show it. The failure kinds are
the four ways a deal goes wrong. Both read a record; neither scores.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.columns import GAME, SEAT, TOLD
from game.engine.ending import DEAL
from game.engine.frontier import zone
from game.engine.moves import Moves
from game.engine.scoring import Scores
from game.engine.state import State
from game.engine.step import Events
from game.engine.tables import Tables
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS, SIGNALS, STANCE


@dataclass(frozen=True)
class Told:
    """One turn: who did what, and what it did to the other.

    Attributes:
        turn: 1, 2, ... over the whole game, preparation not counted (0 there).
        seat, act, rider, item, package: engine numbers and names; package -1 without one.
        signals: how it sounded, 0..1. reactions: names of those that fired in the listener, with their themes.
        before, after: the listener's stance, 0..1. worth: of the package, x100, to (seat 0, seat 1).
        meeting: 0, 1, ...
    """

    turn: int
    seat: int
    act: str
    item: int
    rider: str | None
    package: int
    final: bool
    signals: dict[str, float]
    reactions: tuple[str, ...]
    themes: frozenset[str]
    before: dict[str, float]
    after: dict[str, float]
    worth: tuple[int, int]
    meeting: int


def tell(tables: Tables, before: State, moves: Moves, after: State, events: Events, turn: int, lane: int = 0) -> Told:
    """The record of a turn of one lane."""
    seat = int(events.who[lane])
    package, rider = int(moves.packages[lane, 0]), int(moves.rider[lane])
    fired = np.flatnonzero(events.fired[lane]).tolist()
    hands = before.seat[lane, :, SEAT["hand"]]
    worth = [int(tables.worth[s, hands[s], package]) if package >= 0 else 0 for s in (0, 1)]
    reactions = tables.reactions
    return Told(
        turn=turn,
        seat=seat,
        act=ACTS[int(moves.act[lane])],
        item=int(moves.item[lane]),
        rider=ACTS[rider] if rider >= 0 else None,
        package=package,
        final=bool(moves.final[lane]),
        signals={name: int(moves.signals[lane, i]) / 1000 for i, name in enumerate(SIGNALS)},
        reactions=tuple(reactions.names[r] for r in fired),
        themes=frozenset(theme for r in fired if (theme := reactions.themes[r])),
        before=stance_of(before, lane, 1 - seat),
        after=stance_of(after, lane, 1 - seat),
        worth=(worth[0], worth[1]),
        meeting=int(before.game[lane, GAME["meeting"]]),
    )


def stance_of(state: State, lane: int, seat: int) -> dict[str, float]:
    """Stance and composure of a seat, each 0..1."""
    row = state.seat[lane, seat]
    return {name: int(row[SEAT[name]]) / 1000 for name in (*STANCE, "composure")}


@dataclass(frozen=True)
class Practice:
    """One behaviour: whether it was shown, and the turns that show it (or show its absence)."""

    name: str
    met: bool
    turns: tuple[int, ...]


@dataclass(frozen=True)
class _Game:
    """What the practices are read from: the player's own turns, all turns, the end."""

    tables: Tables
    own: list[Told]
    every: list[Told]
    state: State
    seat: int

    def column(self, name: str) -> int:
        return int(self.state.seat[0, self.seat, SEAT[name]])

    def turns(self, *acts: str) -> tuple[int, ...]:
        return tuple(t.turn for t in self.own if t.act in acts or t.rider in acts)

    def fired(self, *names: str) -> tuple[int, ...]:
        return tuple(t.turn for t in self.own if set(names) & set(t.reactions))

    def themed(self, *themes: str) -> tuple[int, ...]:
        return tuple(t.turn for t in self.own if set(themes) & t.themes)


_Rule = Callable[[_Game], tuple[bool, tuple[int, ...]]]


def _knew_aim_and_limit(game: _Game) -> tuple[bool, tuple[int, ...]]:
    return game.column("target") >= 0 and game.column("walk_away") >= 0, ()


def _found_out_beforehand(game: _Game) -> tuple[bool, tuple[int, ...]]:
    return game.column("researched") > 0, ()


def _asked_before_offering(game: _Game) -> tuple[bool, tuple[int, ...]]:
    asked, offered = game.turns(*ACT_GROUPS["asking"], "clarify"), game.turns(*PACKAGE_ACTS)
    first = offered[0] if offered else 10**6
    early = tuple(turn for turn in asked if turn < first)
    return len(early) > 0, early or offered[:1]


def _found_the_real_reason(game: _Game) -> tuple[bool, tuple[int, ...]]:
    told = int(game.state.seat[0, 1 - game.seat, SEAT["told"]]) >> TOLD["reason"] & 1
    asked = game.turns("ask_reason")
    return bool(told), asked


def _settled_terms_before_price(game: _Game) -> tuple[bool, tuple[int, ...]]:
    settled, offered = game.turns("clarify"), game.turns(*PACKAGE_ACTS)
    first = offered[0] if offered else 10**6
    early = tuple(turn for turn in settled if turn < first)
    return len(settled) * 2 >= len(game.tables.names.details) and bool(early or not game.tables.names.details), settled


def _traded(game: _Game) -> tuple[bool, tuple[int, ...]]:
    turns = game.fired("sees_a_trade", "hears_if_then", "given_a_choice")
    return bool(turns), turns


def _changed_the_offer_after_a_no(game: _Game) -> tuple[bool, tuple[int, ...]]:
    same = game.fired("tired_of_the_same_offer")
    pairs = zip(game.every, game.every[1:], strict=False)
    noes = [
        after.turn
        for before, after in pairs
        if before.seat == game.seat and before.act in PACKAGE_ACTS and after.seat != game.seat and after.act == "hold"
    ]
    later = tuple(turn for turn in game.turns(*PACKAGE_ACTS) if noes and turn > noes[0])
    return not same, same or later


def _used_what_they_said(game: _Game) -> tuple[bool, tuple[int, ...]]:
    used = game.fired("answer_put_to_use", "welcomes_changed_offer", "evidence_for_what_i_care_about")
    return bool(used), used or game.fired("asked_the_same_again")


def _spoke_plainly(game: _Game) -> tuple[bool, tuple[int, ...]]:
    unsure = game.themed("hesitant", "pleading")
    return len(unsure) * 5 <= len(game.own), unsure


def _stayed_calm(game: _Game) -> tuple[bool, tuple[int, ...]]:
    sharp = tuple(t.turn for t in game.own if t.signals["hostility"] >= 0.3 or {"hostile", "gloating"} & t.themes)
    return not sharp, sharp


def _gave_to_get(game: _Game) -> tuple[bool, tuple[int, ...]]:
    rushed = game.fired("bids_against_themselves", "concedes_in_a_rush", "leaps", "gives_in_at_first_no")
    return not rushed, rushed


def _chose_the_moment(game: _Game) -> tuple[bool, tuple[int, ...]]:
    bad = game.fired("business_at_a_bad_moment", "asked_at_a_bad_moment", "small_talk_at_a_bad_moment")
    return len(bad) <= 1, bad


def _kept_to_what_is_so(game: _Game) -> tuple[bool, tuple[int, ...]]:
    untrue = game.fired("bluff_called", "final_was_not_final")
    return not untrue, untrue


def _saw_them(game: _Game) -> tuple[bool, tuple[int, ...]]:
    turns = game.turns("acknowledge", "credit", "give", "summarise")
    return bool(turns), turns


def _left_the_door_open(game: _Game) -> tuple[bool, tuple[int, ...]]:
    """They would sit down again; the turns are those that hurt."""
    hurt = game.themed("hostile", "gloating", "bluffing")
    trust = int(game.state.seat[0, 1 - game.seat, SEAT["trust"]])
    return trust >= 450, hurt


PRACTICES: dict[str, _Rule] = {
    "knew_aim_and_limit": _knew_aim_and_limit,
    "found_out_beforehand": _found_out_beforehand,
    "chose_the_moment": _chose_the_moment,
    "asked_before_offering": _asked_before_offering,
    "found_the_real_reason": _found_the_real_reason,
    "settled_terms_before_price": _settled_terms_before_price,
    "used_what_they_said": _used_what_they_said,
    "traded": _traded,
    "changed_the_offer_after_a_no": _changed_the_offer_after_a_no,
    "gave_to_get": _gave_to_get,
    "spoke_plainly": _spoke_plainly,
    "stayed_calm": _stayed_calm,
    "kept_to_what_is_so": _kept_to_what_is_so,
    "saw_them": _saw_them,
    "left_the_door_open": _left_the_door_open,
}


def process_list(tables: Tables, story: Sequence[Told], state: State, seat: int) -> list[Practice]:
    """Which practices a seat showed in a game of one lane, each with its turns."""
    own = [told for told in story if told.seat == seat and told.turn > 0]
    game = _Game(tables, own, list(story), state, seat)
    return [Practice(name, *rule(game)) for name, rule in PRACTICES.items()]


#: Points x100: how far under the target still counts as there; how little of the reachable is "too much given".
NEAR_TARGET, TOO_LITTLE = 500, 2500


def failures(tables: Tables, story: Sequence[Told], state: State, scores: Scores, seat: int) -> list[str]:
    """Which kinds of failure a finished game of one lane was for a seat, in the order of ``words.FAILURES``."""
    deal = int(scores.outcome[0]) == DEAL
    row = state.seat[0, seat]
    hands = (int(state.seat[0, 0, SEAT["hand"]]), int(state.seat[0, 1, SEAT["hand"]]))
    value, utility = int(scores.deal_value[0, seat]), int(scores.utility[0, seat])
    told = int(state.seat[0, 1 - seat, SEAT["told"]]) >> TOLD["reason"] & 1
    hurt = any({"hostile", "gloating", "extreme", "bluffing"} & t.themes for t in story if t.seat == seat)
    trust = int(state.seat[0, 1 - seat, SEAT["trust"]])
    found = []
    if deal and row[SEAT["target"]] >= 0 and utility < row[SEAT["target"]] - NEAR_TARGET:
        found.append("not_what_you_wanted")
    if deal and (value < TOO_LITTLE or utility < max(int(row[SEAT["walk_away"]]), 0)):
        found.append("gave_too_much")
    if not deal and value <= 0 and len(zone(tables, hands)):
        found.append("empty_handed")
    if (not told and (not deal or value < TOO_LITTLE)) or (hurt and trust < 400):
        found.append("misread_them")
    return found
