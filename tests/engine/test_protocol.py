"""The table of phases and acts, and that it is the same for both seats."""

import numpy as np
import pytest

from game.engine.columns import AFTER, KIND, NONE, PREPARE, PREPARE_OTHER, TALK
from game.engine.moves import Moves
from game.engine.protocol import KEEPS_TURN, NEXT, PROTOCOL
from game.scenario.words import ACT_GROUPS, ACTS
from tests.engine.scenes import Played, fresh, played, talking

PREPARING = ACT_GROUPS["preparing"]
TALKING = [act for act in ACTS if act not in PREPARING]


def legal_acts(game: Played) -> set[str]:
    """Acts that the protocol knows now, whatever they name."""
    return {act for act in ACTS if not game.why_not(any_move(game, act))}


def any_move(game: Played, act: str) -> Moves:
    """The act with the first item that may be named."""
    mine = {"argue": "evidence_seat", "give": "favour_seat", "attach": "condition_seat", "research": "research_seat"}
    owners = getattr(game.tables, mine[act]) if act in mine else np.array([game.who])
    item = int((owners == game.who).argmax()) if (owners == game.who).any() else 0
    return Moves.all(1, act, item=0 if act in ("accept", "agree_subject_to_approval") else item, package=0)


def test_the_table_is_the_array() -> None:
    assert {
        (phase, ACTS[act]): int(NEXT[phase, act]) for phase, act in zip(*np.nonzero(NEXT != NONE), strict=True)
    } == PROTOCOL


def test_each_seat_prepares_the_same_way_and_the_first_seat_goes_first() -> None:
    game = fresh("small")
    assert (game.game("phase"), game.who) == (PREPARE, 0)
    game = game.then("target 70", "begin")
    assert (game.game("phase"), game.who) == (PREPARE_OTHER, 1)
    game = game.then("target 60", "walk-away 40", "begin")
    assert (game.game("phase"), game.who, game.game("meetings_held")) == (TALK, game.tables.opens, 1)
    assert (game.seat(0, "target"), game.seat(1, "target"), game.seat(1, "walk_away")) == (7000, 6000, 4000)
    for act in PREPARING:
        one, other = PROTOCOL[PREPARE, act], PROTOCOL[PREPARE_OTHER, act]
        assert (one - PREPARE, other - PREPARE_OTHER) == ((1, 1) if act == "begin" else (0, 0))


@pytest.mark.parametrize("lines", [[], ["offer price=120"], ["offer price=120", "offer price=150"]])
def test_in_talk_both_seats_may_do_the_same_acts(lines: list[str]) -> None:
    """What differs is what each holds: only the buyer has favours and conditions here."""
    first = talking("small", *lines, *["chat"] * (len(lines) % 2))
    second = first.then("chat") if len(lines) != 1 else talking("small", "chat", *lines, "chat")
    assert {first.who, second.who} == {0, 1}
    own = {"give", "attach", "argue", "research"}
    if len(lines) != 1:  # with one offer on the table only one of them can accept
        assert legal_acts(first) - own == legal_acts(second) - own
    assert {"offer", "leave", "leave_next", "hold", "vent"} <= legal_acts(first) & legal_acts(second)


def test_a_table_move_passes_the_turn_and_a_move_of_preparation_does_not() -> None:
    assert {act for act in ACTS if KEEPS_TURN[KIND[act]]} == set(PREPARING)
    game = talking("small")
    for line in ("chat", "silence", "hold", "adjourn"):
        who = game.who
        game = game.then(line)
        assert game.who == 1 - who
    who, turn = game.who, game.game("turn")
    game = game.then("adjourn", "chat", "chat", "adjourn")
    assert game.game("turn") == turn + 4 and game.who == who


def test_research_in_a_break_keeps_the_turn() -> None:
    game = talking("small", "adjourn", "chat", "research ask_caretaker")
    assert (game.who, game.game("turn")) == (0, 2)
    assert game.why_not("research look_online") != ""


def test_after_the_end_feedback_can_be_asked_for_and_nothing_else() -> None:
    game = talking("small", "offer price=120", "accept")
    assert game.game("phase") == AFTER
    assert legal_acts(game) == {"ask_feedback"}
    assert {act for (phase, act) in PROTOCOL if phase == AFTER} == {"ask_feedback"}


def test_whoever_opens_the_scene_speaks_first() -> None:
    assert played("small", "begin", "begin").who == 0
    assert played("raise_request", "begin", "begin").who == 0
