"""A policy gets a view and nothing else: no attribute, no memory behind an array, no number tells what is hidden."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any

import numpy as np
import pytest

from game.engine.columns import SEAT
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.state import State, start
from game.engine.step import step
from game.engine.tables import Tables
from game.engine.view import View, own_tables, view_of
from game.scenario.words import STANCE
from tests.engine.scenes import SCENES, compiled, fresh, same, scenario, tables, talking
from tests.engine.wild import wild

LONG_FORM = [pytest.param(s, marks=pytest.mark.soak) for s in SCENES if s not in ("small", "raise_request")]
HIDDEN = (*STANCE, "composure", "hand", "reservation", "aspiration", "shift", "disclosure", "target", "walk_away",
          "rank", "nevers", "never_0", "budget", "worry", "plan_no", "opening", "conceded", "learned", "evidence",
          "researched", "moments", "flags_0", "flags_1", "tactic", "line", "noes", "lifted", "overpromised",
          "once", "appetite")  # fmt: skip


def arrays(
    thing: Any, path: str = "view", seen: dict[int, Any] | None = None, depth: int = 0
) -> Iterator[tuple[str, Any]]:
    """Every array that can be reached from a thing through attributes, items, closures and the memory behind arrays.

    A list of numbers counts as one. ``seen`` keeps what it has seen alive: a number of something gone is given again.
    """
    seen = {} if seen is None else seen
    if id(thing) in seen or depth > 9:
        return
    seen[id(thing)] = thing
    if isinstance(thing, list) and thing and all(isinstance(number, int) for number in thing):
        yield path, np.array(thing)
        return
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
        for name in sorted(
            {*vars(thing), *(n for n in dir(type(thing)) if isinstance(getattr(type(thing), n), property))}
        ):
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
        self.of, self.seat, self.looked = of, seat, 0
        self.found: list[str] = []
        self.state: State | None = None

    def __call__(self, view: View, luck: Luck) -> Moves:
        assert self.state is not None
        if len(self.state) >= 8:
            self.found += peeks(self.of, self.state, self.seat, view)
            self.looked += sum(1 for _ in arrays(view))
        return wild(view, luck)


@pytest.mark.parametrize("scene", ["small", "raise_request", *LONG_FORM])
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
