"""Every policy in every scene: legal to the end, which comes in time; numbers in range; lanes apart; no peeking."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any

import numpy as np
import pytest

from game.engine.columns import GAME, LONG_AGO, NONE, SEAT
from game.engine.legal import why_illegal
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import step
from game.engine.tables import Tables
from game.engine.view import View, own_tables, view_of
from game.players import simulate
from game.players.policies import POLICIES
from game.players.policy import Policy
from game.players.simulate import play, play_out
from game.scenario.words import ACTS, OUTCOMES, STANCE
from tests.engine.scenes import SCENES, compiled, fresh, same, scenario, tables, talking
from tests.engine.wild import wild

PLAYERS = {**POLICIES, "script": script, "wild": wild}
EVERY = [(scene, policy) for scene in SCENES for policy in PLAYERS]
#: Every policy in one scene and one policy in every scene; the long form takes all pairs.
SOME = [("raise_request", policy) for policy in PLAYERS] + [
    (scene, "wild") for scene in SCENES if scene != "raise_request"
]
REST = [pytest.param(*pair, marks=pytest.mark.soak) for pair in EVERY if pair not in SOME]
#: Preparation takes at most so many moves a seat and meeting, for policies.
PREPARATION = 20
BIT_LIMIT = 1 << 30
SHARES = (*STANCE, "composure", "disclosure", *(name for name in SEAT if name.startswith("heard_")))
UTILITIES = ("aspiration", "reservation")
MASKS = ("told_priorities", "told", "learned", "asked_priorities", "asked", "evidence", "cited", "favours",
         "details", "conditions", "granted", "processes", "agreed", "researched", "moments",
         "flags_0", "flags_1", "once")  # fmt: skip


def most_turns(of: Tables) -> int:
    """Turns of both seats that no game can exceed: each meeting's, twice for a change of moment, and preparation."""
    return int(sum(4 * turns + 2 * PREPARATION for turns in of.turns.tolist()))


@pytest.mark.parametrize(("scene", "policy"), EVERY)
def test_every_move_is_legal_every_number_in_range_and_every_game_ends(scene: str, policy: str) -> None:
    of = tables(scene)
    seen = np.zeros(24, np.int32)
    for lanes, before, _, after in play(of, (PLAYERS[policy], script), Luck.of(5, np.arange(24))):
        seen[lanes] += ~before.ended
        now = after.take(np.flatnonzero(~before.ended))
        in_range(of, now)
        within_the_limit(of, now)
    assert (seen > 2).all() and seen.max() <= most_turns(of)


def test_playing_out_takes_the_state_in_which_each_game_ended() -> None:
    of, players = tables("small"), (wild, script)
    seen, ends = np.zeros(24, np.int32), {}
    for lanes, before, _, after in play(of, players, Luck.of(5, np.arange(24))):
        seen[lanes] += ~before.ended
        ends |= {int(lanes[n]): after.take(np.array([n])) for n in np.flatnonzero(after.ended & ~before.ended)}
    played = play_out(of, players, 5, np.arange(24))
    assert played.turns.tolist() == seen.tolist() and len(ends) == 24
    assert all(same(played.state.take(np.array([lane])), end) for lane, end in ends.items())


@pytest.mark.parametrize("scene", SCENES)
def test_two_of_any_policies_come_to_an_end(scene: str) -> None:
    of = tables(scene)
    for one, other in zip(PLAYERS.values(), reversed(PLAYERS.values()), strict=True):
        played = play_out(of, (one, other), 6, np.arange(12))
        in_range(of, played.state)
        within_the_limit(of, played.state)
        assert played.state.ended.all() and (played.state.of("outcome") > 0).all()


def within_the_limit(of: Tables, state: State) -> None:
    limit = 2 * of.turns[state.of("meeting")]
    assert (state.of("turn") <= limit).all()
    timed_out = state.of("outcome") == OUTCOMES.index("impasse_time")
    assert (state.of("turn")[timed_out] == limit[timed_out]).all()


def in_range(of: Tables, state: State) -> None:
    """Every number of a state is one it may be."""
    for name in SHARES:
        assert within(state.of(name), 0, 1000), name
    for name in UTILITIES:
        assert within(state.of(name), 0, 10_000), name
    for name in MASKS:
        assert within(state.of(name), 0, BIT_LIMIT - 1), name
    assert within(state.of("shift"), -25_000, 25_000) and not state.of("scratch").any()
    assert within(state.table, NONE, of.packages - 1) and within(state.of("package"), NONE, of.packages - 1)
    assert within(state.of("phase"), 0, 3) and within(state.of("who"), 0, 1) and within(state.of("ender"), NONE, 1)
    assert within(state.of("meeting"), 0, len(of.turns) - 1) and within(state.of("outcome"), 0, len(OUTCOMES) - 1)
    assert within(state.of("budget"), 0, 100) and within(state.of("said"), NONE, len(ACTS) - 1)
    assert within(state.last, LONG_AGO, 400)
    for seat in (0, 1):
        assert within(state.of("hand")[:, seat], 0, of.hand_count[seat] - 1)


def within(values: Any, low: int, high: int) -> bool:
    return bool((np.asarray(values) >= low).all() and (np.asarray(values) <= high).all())


# ------------------------------------------------------------------------------------------------- lanes never touch
@pytest.mark.parametrize(("scene", "policy"), [*SOME, *REST])
def test_a_lane_does_not_depend_on_batch_size_order_or_chunk(
    scene: str, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, players = tables(scene), (PLAYERS[policy], script)
    whole = play_out(of, players, 9, np.arange(20))
    order = np.argsort(np.arange(20) * 7 % 20)
    alone = np.array([13])
    assert same(play_out(of, players, 9, alone).state, whole.state.take(alone))
    monkeypatch.setattr(simulate, "CHUNK", 9)
    shuffled = play_out(of, players, 9, order)
    assert same(shuffled.state, whole.state.take(order)) and (shuffled.turns == whole.turns[order]).all()


def test_another_seed_plays_other_games() -> None:
    of, players = tables("small"), (POLICIES["hardliner"], script)
    assert not same(play_out(of, players, 9, np.arange(20)).state, play_out(of, players, 10, np.arange(20)).state)


def test_a_lane_played_by_hand_equals_the_same_lane_in_a_batch() -> None:
    of = tables("raise_request")
    whole = play_out(of, (POLICIES["prepared_and_calm"], script), 12, np.arange(30)).state
    for lane in (3, 29):
        luck = Luck.of(12, np.array([lane]))
        state = start(of, luck)
        while not state.ended[0]:
            seat = int(state.of("who")[0])
            policy = (POLICIES["prepared_and_calm"], script)[seat]
            moves = policy(view_of(of, own_tables(of, seat), state), luck.own(f"seat {seat}"))
            state, _ = step(of, state, moves, luck)
        assert same(state, whole.take(np.array([lane])))


def test_playing_on_from_a_state_leaves_that_state_as_it_was() -> None:
    of, luck = tables("small"), Luck.of(2, np.arange(20))
    middle = next(after for _, before, _, after in play(of, (wild, script), luck) if (before.of("turn") > 2).all())
    kept = State(*(getattr(middle, field.name).copy() for field in fields(State)))
    for _ in play(of, (wild, script), luck.take(np.arange(len(middle))), state=middle):
        pass
    assert same(middle, kept)


# ------------------------------------------------------------------------------------------------- nobody peeks: views
HIDDEN = (*STANCE, "composure", "hand", "reservation", "aspiration", "shift", "disclosure", "target", "walk_away",
          "rank", "nevers", "never_0", "budget", "worry", "plan_no", "opening", "conceded", "learned", "evidence",
          "researched", "moments", "flags_0", "flags_1", "tactic", "line", "noes", "lifted", "overpromised",
          "once")  # fmt: skip


def arrays(thing: Any, path: str = "view", seen: set[int] | None = None, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Every array that can be reached from a thing through attributes, items, closures and the memory behind arrays."""
    seen = set() if seen is None else seen
    if id(thing) in seen or depth > 9:
        return
    seen.add(id(thing))
    if isinstance(thing, np.ndarray):
        yield path, thing
        yield from arrays(thing.base, path + ".base", seen, depth + 1)
        return
    for name, value in parts(thing):
        yield from arrays(value, f"{path}{name}", seen, depth + 1)


def parts(thing: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(thing, FunctionType):
        yield from ((".closure", cell.cell_contents) for cell in thing.__closure__ or ())
    elif isinstance(thing, dict):
        yield from ((f"[{key!r}]", value) for key, value in thing.items())
    elif isinstance(thing, (list, tuple, set, frozenset)):
        yield from ((f"[{place}]", value) for place, value in enumerate(thing))
    elif is_dataclass(thing) or hasattr(thing, "__dict__"):
        for name in {*vars(thing), *(n for n in dir(type(thing)) if isinstance(getattr(type(thing), n), property))}:
            yield f".{name}", getattr(thing, name)


def secrets(of: Tables, state: State, seat: int) -> dict[str, np.ndarray]:
    """What a seat must not reach: the state itself, the other's hidden columns, the other's tables."""
    other = 1 - seat
    hidden = {f"state.{field.name}": getattr(state, field.name) for field in fields(State)}
    hidden |= {f"their {name}": state.of(name)[:, other] for name in HIDDEN}
    for name in ("worth", "issue_worth", "reservation", "opening", "promisable", "approval", "ladder", "temper",
                 "curve", "possible", "best"):  # fmt: skip
        hidden[f"their {name}"] = getattr(of, name)[other]
    return hidden | {"joint_best": of.joint_best, "weights": of.weights[other]}


def peeks(of: Tables, state: State, seat: int, view: Any) -> list[str]:
    """Hidden things that can be reached from a view, as sentences."""
    found = []
    for name, secret in secrets(of, state, seat).items():
        for path, array in arrays(view):
            if np.shares_memory(array, secret):
                found.append(f"{path} shares memory with {name}")
            elif secret.size >= 8 and np.unique(secret).size > 4 and holds(array, secret):
                found.append(f"{path} holds {name}")
    return found


def holds(array: np.ndarray, secret: np.ndarray) -> bool:
    """Whether an array, or one entry of its first or second axis, equals what is hidden."""
    rows = [array, *(array if array.ndim > 1 else ()), *(np.moveaxis(array, 1, 0) if array.ndim > 1 else ())]
    return any(row.shape == secret.shape and np.array_equal(row, secret) for row in rows)


class Planted:
    """A policy that tries: it walks everything its view leads to, and writes down what it should not have found."""

    def __init__(self, of: Tables, seat: int) -> None:
        self.of, self.seat, self.found, self.looked = of, seat, [], 0
        self.state: State | None = None

    def __call__(self, view: View, luck: Luck) -> Moves:
        assert self.state is not None
        if len(self.state) >= 8:
            self.found += peeks(self.of, self.state, self.seat, view)
            self.looked += sum(1 for _ in arrays(view))
        return wild(view, luck)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("seat", [0, 1])
def test_a_planted_policy_that_tries_to_peek_finds_nothing(scene: str, seat: int) -> None:
    of, luck = tables(scene), Luck.of(8, np.arange(24))
    planted, own = Planted(of, seat), own_tables(of, seat)
    state = start(of, luck)
    for _ in range(4):  # preparation, begun in every lane at once
        who = int(state.of("who")[0])
        state, _ = (
            step(of, state, Moves.all(len(state), "begin"), luck) if int(state.of("phase")[0]) < 2 else (state, None)
        )
        if who == seat:
            planted.state = state
            planted(view_of(of, own, state), luck.own("x"))
    for lines in range(3):
        state, _ = step(of, state, Moves.all(len(state), "offer", package=lines), luck)
        planted.state = state
        planted(view_of(of, own, state), luck.own("x"))
    assert planted.looked > 100
    assert planted.found == []


def test_the_planted_policy_would_find_what_is_there_to_be_found() -> None:
    of = tables("small")
    state = start(of, Luck.of(8, np.arange(24)))
    view = view_of(of, own_tables(of, 0), state)
    for leak in (
        state.seat[:, 1, SEAT["hand"] :],
        of.worth[1],
        {"deep": [of.ladder[1].T]},
        of.worth[1].copy(),
        lambda: state,
    ):
        assert peeks(of, state, 0, (view, leak)) != [], leak


def hide(state: State, seat: int, column: str, by: int) -> State:
    """The same state with another number in a column of the other seat."""
    seats = state.seat.copy()
    seats[:, 1 - seat, SEAT[column]] = seats[:, 1 - seat, SEAT[column]] ^ by
    return State(state.game.copy(), seats, state.table.copy(), state.times.copy(), state.last.copy())


def shown(view: View) -> list[tuple[str, bytes]]:
    """Everything a view shows, as bytes, its own tables included."""
    return [(path, array.tobytes()) for path, array in arrays(view) if ".base" not in path]


@pytest.mark.parametrize("column", HIDDEN)
@pytest.mark.parametrize("seat", [0, 1])
def test_a_view_does_not_change_with_what_is_hidden(column: str, seat: int) -> None:
    of = tables("raise_request")
    game = talking("raise_request", "ask reason", "share need", "offer salary=62000", "offer salary=59000")
    own = own_tables(of, seat)
    other = hide(game.state, seat, column, 1)
    assert not same(other, game.state)
    assert shown(view_of(of, own, other)) == shown(view_of(of, own, game.state))
    assert shown(view_of(of, own_tables(of, 1 - seat), other)) != shown(
        view_of(of, own_tables(of, 1 - seat), game.state)
    )


def test_hidden_and_public_columns_are_all_there_are() -> None:
    from game.engine.columns import PUBLIC

    public = {name for name, number in SEAT.items() if number in PUBLIC or name.startswith("heard_")}
    rest = {"never_1", "never_2", "never_3", "steps", "answer_turn", "scratch"}
    assert not public & set(HIDDEN) and public | set(HIDDEN) | rest == set(SEAT)


def test_the_other_hand_shows_once_its_reason_is_told() -> None:
    """The one hidden thing that words can bring to light."""
    view_before = fresh("raise_request", hands=(0, 2))
    told = Moves.all(1, "share_need", item=1)
    game = talking("raise_request", "ask reason", told, hands=(0, 2))
    of = game.tables
    assert view_of(of, own_tables(of, 0), view_before.state).their_hand.tolist() == [of.worth.shape[1]]
    assert view_of(of, own_tables(of, 0), game.state).their_hand.tolist() == [2]


@pytest.mark.parametrize("seat", [0, 1])
def test_own_tables_do_not_change_with_the_other_seats_numbers(seat: int) -> None:
    """But for the ladder: its rungs carry what a seat believes of the other, a guess at what such people want."""
    scene = scenario("small")
    seats = list(scene.seats)
    other = seats[1 - seat]
    hands = [hand.model_copy(update={"reservation": hand.reservation + 7, "opening": 80}) for hand in other.hands]
    points = {issue: {o: 3 * p + 1 for o, p in options.items()} for issue, options in other.points.items()}
    points[scene.issues[1].id] = dict(zip(points[scene.issues[1].id], (5, 40, 2), strict=True))
    seats[1 - seat] = other.model_copy(update={"hands": hands, "points": points, "interactions": [], "budget": 9})
    one, changed = (
        own_tables(tables("small"), seat),
        own_tables(compiled(scene.model_copy(update={"seats": seats})), seat),
    )
    for field in fields(one):
        a, b = getattr(one, field.name), getattr(changed, field.name)
        if field.name != "ladder":
            assert np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b, field.name


@pytest.mark.parametrize("seat", [0, 1])
def test_writing_into_a_view_changes_nothing(seat: int) -> None:
    of = compiled(scenario("small"))  # its own, lest a leak spoils other tests
    state, kept = (talking(of, "offer price=100", "offer price=150").state for _ in range(2))
    worth = {
        name: getattr(of, name).copy() for name in ("worth", "ladder", "turns", "reservation", "digits", "favour_cost")
    }
    for _, array in list(arrays(view_of(of, own_tables(of, seat), state))):
        if array.flags.writeable and array.size:
            array[...] = np.zeros_like(array) if array.any() else np.ones_like(array)
    assert same(state, kept)
    for name, before in worth.items():
        assert np.array_equal(getattr(of, name), before), name


@pytest.mark.parametrize(("scene", "policy"), [*SOME, *REST])
def test_a_policy_answers_the_same_view_the_same_way(scene: str, policy: str) -> None:
    of, player = tables(scene), PLAYERS[policy]
    own = own_tables(of, 0)
    for _, before, _, _ in play(of, (player, script), Luck.of(5, np.arange(10))):
        mine = np.flatnonzero((before.of("who") == 0) & ~before.ended)
        if len(mine):
            state, luck = before.take(mine), Luck.of(5, np.arange(len(mine)))
            one, two = (player(view_of(of, own, state), luck) for _ in range(2))
            for field in fields(one):
                assert np.array_equal(getattr(one, field.name), getattr(two, field.name)), field.name
            assert not why_illegal(of, state, one).any()


def _policy_signature(policy: Policy) -> int:
    return policy.__code__.co_argcount


def test_policies_take_a_view_and_luck_and_nothing_else() -> None:
    assert {_policy_signature(policy) for policy in PLAYERS.values()} == {2}
    assert {name for name in GAME if name in vars(View)} == set()
