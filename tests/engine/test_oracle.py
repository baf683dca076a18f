"""The engine's two matrix products against a plain-Python interpreter of the same reactions, on random games."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.engine.columns import GAME, NONE, SEAT, SITUATION_ID, TACTIC_ID
from game.engine.ending import BETWEEN
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import step
from game.engine.tables import Tables
from game.engine.view import own_tables, view_of
from game.players.policies import POLICIES
from game.players.policy import Policy
from game.scenario.words import ACTS, SIGNALS, SITUATIONS, TACTICS
from tests.engine.oracle import CHANGES, Heard, Plain, Said, Scene, hear
from tests.engine.scenes import psychology, scenario, tables

FLAGS_A_COLUMN = 30
assert list(TACTIC_ID) == list(TACTICS) and list(SITUATION_ID) == list(SITUATIONS)


def plain(state: State) -> list[Plain]:
    """Each lane as plain numbers."""
    game = {name: state.of(name).tolist() for name in GAME}
    seats = {name: state.of(name).tolist() for name in SEAT}
    table, times, last = state.table.tolist(), state.times.tolist(), state.last.tolist()
    return [
        Plain(
            {name: column[lane] for name, column in game.items()},
            [{name: column[lane][seat] for name, column in seats.items()} for seat in (0, 1)],
            table[lane],
            times[lane],
            last[lane],
        )
        for lane in range(len(state))
    ]


def said(moves: Moves) -> list[Said]:
    """Each lane's move as plain numbers and names."""
    columns = (moves.act, moves.item, moves.rider, moves.rider_item, moves.packages, moves.final, moves.signals)
    return [
        Said(ACTS[act], item, ACTS[rider] if rider >= 0 else None, rider_item, packages, final, dict(zip(SIGNALS, heard, strict=True)))
        for act, item, rider, rider_item, packages, final, heard in zip(*(c.tolist() for c in columns), strict=True)
    ]


def flags(of: Tables, row: dict[str, int]) -> frozenset[str]:
    """The flags a seat remembers, by name."""
    masks = (row["flags_0"], row["flags_1"])
    return frozenset(
        name for n, name in enumerate(of.reactions.flags) if masks[n // FLAGS_A_COLUMN] >> n % FLAGS_A_COLUMN & 1
    )


def turns(
    of: Tables, policies: tuple[Policy, Policy], seed: int, games: int
) -> Iterator[tuple[State, Moves, Luck, State, np.ndarray]]:
    """Games of two policies, a turn of all lanes of one seat at a time: state, moves, luck, state after, what fired."""
    luck = Luck.of(seed, np.arange(games))
    own = (own_tables(of, 0), own_tables(of, 1))
    waiting = [(start(of, luck), luck)]
    while waiting:
        state, keys = waiting.pop()
        for seat in (0, 1):
            lanes = np.flatnonzero((state.of("who") == seat) & ~state.ended)
            if len(lanes):
                before, draws = state.take(lanes), keys.take(lanes)
                moves = policies[seat](view_of(of, own[seat], before), draws.own(f"seat {seat}"))
                after, events = step(of, before, moves, draws)
                yield before, moves, draws, after, events.fired
                waiting.append((after, draws))


def wanted(of: Tables, heard: Heard, before: Plain, after: Plain, listener: int) -> dict[str, object]:
    """What the listener's columns should be: what it heard, then the days between meetings and the event's news."""
    columns = {name: heard.columns[name] for name in CHANGES}
    remembered = heard.flags
    if after.game["meeting"] > before.game["meeting"]:
        for name, change in BETWEEN.items():
            columns[name] = min(max(columns[name] + change, 0), 1000)
    if after.game["event"] > before.game["event"]:
        columns["shift"] += int(of.event_shift[listener])
        remembered |= {of.reactions.flags[of.event_flag]} if of.event_flag >= 0 else set()
    tactic = TACTIC_ID[heard.tactic] if heard.tactic else NONE
    return {**columns, "tactic": tactic, "line": SITUATION_ID[heard.line] if heard.line else NONE, "flags": remembered}


def compare(name: str, seats: tuple[str, str], games: int, seed: int) -> int:
    """Play games and hold every turn against the oracle; returns how many reactions fired."""
    of, scene = tables(name), Scene(scenario(name), psychology())
    fired_in_all = 0
    policies = tuple(POLICIES.get(seat, script) for seat in seats)
    once = {reaction.name for reaction in scene.kept if reaction.once}
    spent: dict[tuple[int, int], frozenset[str]] = {}
    for before, moves, luck, after, fired in turns(of, policies, seed, games):
        for lane, (was, move, now) in enumerate(zip(plain(before), said(moves), plain(after), strict=True)):
            listener, key = 1 - was.game["who"], int(luck.keys[lane])
            gone = spent.get((key, listener), frozenset())
            heard = hear(scene, was, move, flags(of, was.seats[listener]), gone, luck.take(np.array([lane])))
            spent[key, listener] = gone | (once & set(heard.fired))
            row = now.seats[listener]
            names = tuple(of.reactions.names[n] for n in np.flatnonzero(fired[lane]))
            where = (name, seats, seed, lane, was.game, move)
            assert set(names) == set(heard.fired), where
            theirs = {column: row[column] for column in (*CHANGES, "tactic", "line")} | {"flags": flags(of, row)}
            assert theirs == wanted(of, heard, was, now, listener), where
            fired_in_all += len(names)
    return fired_in_all


PAIRS = [(scene, seats) for scene in ("small", "raise_request") for seats in (("random", "random"), ("random", "script"))]


@pytest.mark.parametrize(("scene", "seats"), PAIRS)
def test_step_equals_the_plain_interpreter(scene: str, seats: tuple[str, str]) -> None:
    assert compare(scene, seats, 15, seed=3) > 300


@pytest.mark.soak
@pytest.mark.parametrize(("scene", "seats"), PAIRS)
def test_step_equals_the_plain_interpreter_on_a_thousand_games(scene: str, seats: tuple[str, str]) -> None:
    assert compare(scene, seats, 250, seed=4) > 5000


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_step_equals_the_plain_interpreter_for_each_policy(policy: str) -> None:
    assert compare("small", (policy, "script"), 3, seed=5) > 20


@pytest.mark.parametrize("seats", [("random", "random")])
def test_random_games_set_off_most_reactions(seats: tuple[str, str]) -> None:
    """Otherwise equality would say little."""
    of = tables("raise_request")
    fired = np.zeros(len(of.reactions.names), bool)
    for *_, hit in turns(of, (POLICIES[seats[0]], POLICIES[seats[1]]), 6, 400):
        fired |= hit.any(axis=0)
    missing = [name for name, hit in zip(of.reactions.names, fired, strict=True) if not hit]
    assert fired.mean() > 0.85, missing
