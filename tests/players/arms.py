"""Experiments in tests: fixed sequences of moves as policies, and what many games of them come to."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from game.engine.columns import KIND, PREPARE, PREPARE_OTHER
from game.engine.compile import compile_scenario
from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves, resolve
from game.engine.notation import parse
from game.engine.script import script
from game.engine.state import State, start
from game.engine.tables import Tables
from game.engine.view import View
from game.library import asset, find_scenario, scenario_files
from game.players.policy import CALM, Policy, Signals
from game.players.simulate import Played, play, play_out
from game.scenario.load import load_psychology, load_scenario
from game.scenario.words import ACT_GROUPS


def fixed(tables: Tables, lines: Sequence[str], signals: Signals = CALM, seat: int = 0) -> Policy:
    """A policy that says the lines in order, whatever happens, then stays put; preparation lines come first.

    Partial offers are completed from the line before; ``accept`` before there is an offer becomes small talk.
    """
    preparation, table = compiled(tables, lines, seat)

    def policy(view: View, luck: Luck) -> Moves:
        draft = Draft(len(view), signals)
        draft.put(np.ones(len(view), bool), "hold")
        turns = view.own("turns")
        for number, move in enumerate(table):
            now = turns == number
            _put(draft, view, now, move)
        getting_ready = np.isin(view.game("phase"), (PREPARE, PREPARE_OTHER))
        draft.put(getting_ready, "begin")
        done = view.times[:, [KIND[act] for act in ACT_GROUPS["preparing"] if act != "begin"]].sum(axis=1)
        first_time = view.game("meeting") == 0
        for number, move in enumerate(preparation):
            _put(draft, view, getting_ready & first_time & (done == number), move)
        return draft.moves

    return policy


def _put(draft: Draft, view: View, where: np.ndarray, move: Moves) -> None:
    act = int(move.act[0])
    if act == KIND["accept"]:
        where = where & (view.received[:, 0] >= 0)
    if act == KIND["give"]:
        where = where & (view.own("favours") >> int(move.item[0]) & 1 == 0)
    for name in ("act", "item", "final", "rider", "rider_item"):
        getattr(draft.moves, name)[where] = int(getattr(move, name)[0])
    draft.moves.packages[where] = move.packages[0]
    if act == KIND["gloat"]:
        draft.moves.signals[where, 4] = 800


def compiled(tables: Tables, lines: Sequence[str], seat: int) -> tuple[list[Moves], list[Moves]]:
    """Written lines as moves: those of preparation, and those said at the table."""
    empty = start(tables, Luck.of(0, np.arange(1)))
    preparation: list[Moves] = []
    table: list[Moves] = []
    state = empty
    for line in lines:
        move = parse(line)
        moves = resolve(tables, state, move, seat)
        if moves.packages[0, 0] >= 0:
            offered = state.table.copy(order="K")
            offered[0, seat] = moves.packages[0]
            state = State(state.game, state.seat, offered, state.times, state.last)
        (preparation if move.act in ACT_GROUPS["preparing"] else table).append(moves)
    return preparation, table


def offer_for(tables: Tables, theirs: Ints, floor: int) -> str:
    """Of the packages worth ``floor`` to the player the best by ``theirs [P]``, as a written offer."""
    fine = (tables.worth[0, 0] >= floor * 100) & tables.possible[1]
    best = int(np.where(fine, theirs, -1).argmax())
    return "offer " + " ".join(f"{issue}={option}" for issue, option in tables.options_of(best).items())


def games(
    tables: Tables, policy: Policy, count: int = 2000, seed: int = 7, hand: int | None = None, other: Policy = script
) -> Played:
    """Play ``count`` games of a policy against the script, with the counterpart's hand drawn or given."""
    hands = None if hand is None else np.tile(np.array([-1, hand], np.int32), (count, 1))
    return play_out(tables, (policy, other), seed, np.arange(count), hands)


def after_turns(tables: Tables, policy: Policy, turns: int, count: int = 2000, seed: int = 7) -> State:
    """The states of ``count`` games once the player has had so many turns (games that ended sooner, at their end)."""
    luck = Luck.of(seed, np.arange(count))
    state = start(tables, luck)
    result = state
    columns = {name: getattr(state, name).copy() for name in ("game", "seat", "table", "times", "last")}
    for lanes, before, _, after in play(tables, (policy, script), luck):
        early = ~before.ended & (before.of("turns")[:, 0] < turns)
        for name, array in columns.items():
            array[lanes[early]] = getattr(after, name)[early]
        if not early.any():
            break
    result = State(**columns)
    return result


#: The scenes of full length, with three hands each; the others are starters of five minutes.
MAIN = ("dealer_rebate", "dealer_renewal", "procurement_pressure", "raise_request")


def scenes() -> list[str]:
    """The shipped scenes that a policy can play on their own."""
    return sorted(scenario_files())


@cache
def scene(name: str) -> Tables:
    """A shipped scene, compiled."""
    general = load_psychology(asset("psychology.yaml")).reactions
    return compile_scenario(load_scenario(find_scenario(name)), general)
