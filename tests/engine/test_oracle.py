"""The engine's two matrix products against a plain-Python interpreter of the same reactions, on random games."""

from collections.abc import Iterator, Mapping

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
from tests.engine.oracle import CHANGES, Heard, hear
from tests.engine.oracle_scene import Plain, Said, Scene
from tests.engine.scenes import psychology, scenario, tables
from tests.engine.wild import wild

FLAGS_A_COLUMN = 30
PLAYERS = {**POLICIES, "script": script, "wild": wild}
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
        Said(
            ACTS[act],
            item,
            ACTS[rider] if rider >= 0 else None,
            rider_item,
            packages,
            final,
            dict(zip(SIGNALS, heard, strict=True)),
        )
        for act, item, rider, rider_item, packages, final, heard in zip(*(c.tolist() for c in columns), strict=True)
    ]


def flags(of: Tables, row: Mapping[str, int]) -> frozenset[str]:
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


def compare(name: str, seats: tuple[str, str], games: int, seed: int, scene: Scene | None = None) -> int:
    """Play games and hold every turn against the oracle; returns how many reactions fired."""
    of, scene = tables(name), scene or Scene(scenario(name), psychology())
    fired_in_all = 0
    policies = (PLAYERS[seats[0]], PLAYERS[seats[1]])
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


PAIRS = [
    (scene, seats)
    for scene in ("small", "raise_request", "letters")
    for seats in (("random", "random"), ("random", "script"), ("wild", "wild"), ("wild", "script"))
]


@pytest.mark.parametrize(("scene", "seats"), PAIRS)
def test_step_equals_the_plain_interpreter(scene: str, seats: tuple[str, str]) -> None:
    assert compare(scene, seats, 6, seed=3) > 100


@pytest.mark.soak
@pytest.mark.parametrize(("scene", "seats"), PAIRS)
def test_step_equals_the_plain_interpreter_on_two_thousand_games(scene: str, seats: tuple[str, str]) -> None:
    assert compare(scene, seats, 170, seed=4) > 5000


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_step_equals_the_plain_interpreter_for_each_policy(policy: str) -> None:
    assert compare("raise_request", (policy, "script"), 2, seed=5) > 20


def test_the_random_games_set_off_nearly_every_reaction() -> None:
    """Otherwise equality would say little."""
    names: set[str] = set()
    fired: set[str] = set()
    for scene in ("small", "raise_request", "letters"):
        of = tables(scene)
        hits = np.zeros(len(of.reactions.names), bool)
        for *_, hit in turns(of, (wild, wild), 6, 250):
            hits |= hit.any(axis=0)
        names |= set(of.reactions.names)
        fired |= {name for name, hit in zip(of.reactions.names, hits, strict=True) if hit}
    assert len(names - fired) <= len(names) // 10, sorted(names - fired)


def test_a_reaction_that_differs_a_little_is_noticed() -> None:
    kept = [
        reaction.model_copy(update={"then": reaction.then.model_copy(update={"stance": {"patience": -0.013}})})
        if reaction.name == "time_passes"
        else reaction
        for reaction in psychology()
    ]
    assert kept != list(psychology())
    with pytest.raises(AssertionError):
        compare("small", ("random", "script"), 3, seed=3, scene=Scene(scenario("small"), kept))
