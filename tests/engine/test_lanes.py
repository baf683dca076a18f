"""What the rules compute with means the same for many lanes and for one: arrays lane by lane against plain numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.engine.columns import KIND, SEAT
from game.engine.lanes import Rows, at_least, at_most, clip, look, no, popcount, some, where
from game.engine.legal import why_illegal
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.state import State, start
from game.engine.turn import after, take_turns
from tests.engine.scenes import same, tables

SOME = np.array([-7, -1, 0, 1, 2, 5, 999, 1 << 29], np.int32)
OTHERS = np.array([3, -1, 7, 1, -2, 5, 1000, 0], np.int32)
YES = SOME > 1
TABLE = np.arange(24, dtype=np.int32).reshape(2, 3, 4) * 10
VERBS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "where": (where, (YES, SOME, OTHERS)),
    "where with a number": (where, (YES, 0, OTHERS)),
    "no": (no, (YES,)),
    "at_least": (at_least, (SOME, OTHERS)),
    "at_least a number": (at_least, (SOME, 0)),
    "at_most": (at_most, (SOME, OTHERS)),
    "clip": (clip, (SOME, 0, 100)),
    "clip from a column": (clip, (SOME, OTHERS, 100)),
    "popcount": (popcount, (np.abs(SOME),)),
    "look": (look, (TABLE, np.arange(8) % 2, np.arange(8) % 3, np.arange(8) % 4)),
    "look with numbers": (look, (TABLE, 1, np.arange(8) % 3, 2)),
    "look up nothing": (look, (TABLE[0, 0], np.array([-1, 0, 1, 2, 3, -1, 0, 1]))),
}


def of_lane(part: Any, lane: int) -> Any:
    return part[lane].item() if isinstance(part, np.ndarray) and part.shape == (8,) else part


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_says_of_many_lanes_what_it_says_of_each(verb: str) -> None:
    work, parts = VERBS[verb]
    together = work(*parts)
    for lane in range(8):
        alone = work(*(of_lane(part, lane) for part in parts))
        assert isinstance(alone, int), "a plain number in, a plain number out"
        assert alone == together[lane]


def test_some_asks_every_lane() -> None:
    assert some(np.array([False, True])) and some(True)
    assert not some(np.array([False, False])) and not some(False)


def test_rows_put_back_what_was_written_and_nothing_else() -> None:
    block = np.arange(20, dtype=np.int32).reshape(4, 5)
    rows, new = Rows(block, np.array([1, 3])), block.copy()
    rows[2] = rows[1] + 100
    rows[3] = 7
    rows.put_back(new)
    assert new[2].tolist() == [10, 106, 12, 108, 14] and new[3].tolist() == [15, 7, 17, 7, 19]
    assert (new[:2] == block[:2]).all() and block[2, 1] == 11


@pytest.mark.parametrize("lanes", [None, np.array([0, 2])])
def test_what_rows_show_of_the_state_cannot_be_changed_in_place(lanes: np.ndarray | None) -> None:
    block = np.arange(6, dtype=np.int32).reshape(2, 3)
    kept, column = block.copy(), Rows(block, lanes)[1]
    if lanes is None:
        with pytest.raises(ValueError, match="read-only"):
            column += 1
    else:
        column += 1
    assert (block == kept).all()


def begun(lanes: int) -> State:
    """Games of the small scene, each in preparation."""
    return start(tables("small"), Luck.of(3, np.arange(lanes)))


def test_lanes_that_do_the_same_go_together() -> None:
    state, moves = begun(6), Moves.all(6, "begin")
    moves.act[[1, 4]] = KIND["plan_no"]
    moves.item[[1, 4]] = KIND["hold"]
    found = {turn.act: turn for turn in take_turns(state, moves)}
    assert set(found) == {KIND["begin"], KIND["plan_no"]}
    assert found[KIND["plan_no"]].lanes.tolist() == [1, 4] and found[KIND["begin"]].count == 4
    assert not why_illegal(tables("small"), state, moves).any()


@pytest.mark.parametrize("lanes", [1, 4])
def test_taking_turns_and_putting_them_back_changes_nothing(lanes: int) -> None:
    state = begun(lanes)
    moves = Moves.all(lanes, "begin")
    moves.act[: lanes // 2] = KIND["offer"]
    assert same(after(state, take_turns(state, moves)), state)


def test_what_is_written_in_a_turn_of_one_lane_comes_back_in_its_place() -> None:
    for lanes in (1, 3):
        state, moves = begun(lanes), Moves.all(lanes, "begin")
        moves.act[:1] = KIND["hold"]
        turn = next(turn for turn in take_turns(state, moves) if turn.act == KIND["hold"])
        assert turn.alone
        turn.theirs[SEAT["trust"]] = 123
        turn.times[KIND["hold"]] = 9
        new = after(state, [turn])
        assert new.seat[0, 1, SEAT["trust"]] == 123 and new.times[0, 0, KIND["hold"]] == 9
        assert (new.seat != state.seat).sum() == 1 and (new.times != state.times).sum() == 1


def test_luck_drawn_in_plain_numbers_is_the_same_luck() -> None:
    luck, turns = Luck.of(-5, np.arange(40)), np.arange(40, dtype=np.int32) % 7
    for bound in (2, 701, 1000, 1 << 20):
        together = luck.below(bound, turns, "x")
        alone = [luck.take(np.array([n])).alone().below(bound, int(turns[n]), "x") for n in range(40)]
        assert alone == together.tolist()
