"""Every act changes something, and what some acts leave behind: transcripts of a few lines each."""

from typing import Any

import numpy as np
import pytest

from game.engine.columns import AFTER, ASKED, GAME, KIND, NONE, PREPARE, TOLD
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.psychology import uphill
from game.engine.state import start
from game.engine.step import step
from game.scenario.words import ACT_GROUPS, ACTS, OUTCOMES
from tests.engine.scenes import Played, differing, fresh, loud, played, same, tables, talking

#: For each act a game in which it is legal, and how it is written there.
OPEN, ASKED_GAME = talking("small"), talking("small", "ask reason")
OFFERED = talking("small", "offer price=100 service=brakes", "offer price=150")
LINES: dict[str, tuple[Played, Any]] = {
    "target": (fresh("small"), "target 80"),
    "walk_away": (fresh("small"), "walk-away 40"),
    "rank": (fresh("small"), "rank pickup price"),
    "never": (fresh("small"), "never pickup=weekend"),
    "research": (fresh("small"), "research look_online"),
    "moment": (played("small", "research ask_caretaker"), "moment evening"),
    "worry": (fresh("small"), "worry rude"),
    "plan_no": (fresh("small"), "plan-no ask_reason"),
    "begin": (fresh("small"), "begin"),
    "ask_priority": (OPEN, "ask priority pickup"),
    "share_priority": (ASKED_GAME, "share priority pickup"),
    "argue": (ASKED_GAME, "argue receipt"),
    "offer": (OPEN, "offer price=90"),
    "offers": (OPEN, "offers {price=90} {price=100 service=full}"),
    "trade": (OFFERED, "trade price=110 for pickup=today"),
    "attach": (OPEN, "attach test_ride"),
    "accept": (OFFERED, "accept"),
    "agree_subject_to_approval": (OFFERED, "agree-subject-to-approval"),
    "give": (OPEN, "give carry_box"),
    "clarify": (OPEN, "clarify lights"),
    "propose": (OPEN, "propose later_today"),
    "leave_next": (OPEN, "leave next week"),
    "gloat": (OPEN, loud("gloat", gloating=0.8)),
    "decline": (ASKED_GAME.then("decline", "ask decision"), "decline"),
} | {act: (OPEN, act.replace("_", " ")) for act in (
    "ask_reason", "ask_decision", "ask_alternatives", "ask_constraint", "ask_feedback", "ask_whatif", "share_need",
    "share_alternative", "share_deadline", "share_constraint", "appeal_fairness", "hold", "chat", "acknowledge",
    "credit", "apologise", "silence", "summarise", "adjourn", "escalate", "warn", "claim_alternative", "disparage",
    "vent", "leave")
}  # fmt: skip


def test_there_is_a_line_for_every_act() -> None:
    assert set(LINES) == set(ACTS)


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_legal_somewhere_and_changes_something(act: str) -> None:
    """In talk: other columns than small talk, and than saying nothing of interest; in preparation: than before."""
    game, line = LINES[act]
    assert game.why_not(line) == ""
    after = game.then(line)
    assert not same(after.state, game.state)
    if act in ACT_GROUPS["preparing"]:
        assert differing(after.state, game.state), "nothing but the trace of a turn"
        return
    for plain in ("chat", "decline"):
        if plain != act:
            assert differing(after.state, game.then(plain).state), plain
    assert after.state.times[0, game.who, KIND[act]] == game.state.times[0, game.who, KIND[act]] + 1


def test_a_step_leaves_the_state_before_it_alone() -> None:
    for game, line in LINES.values():
        kept = game.state.take(np.arange(1))
        game.then(line)
        assert same(game.state, kept), line


def test_the_same_move_in_the_same_state_under_the_same_luck_leads_to_the_same_state() -> None:
    for game, line in LINES.values():
        assert same(game.then(line).state, game.then(line).state), line


def test_two_lanes_of_one_batch_take_different_moves() -> None:
    of, luck = tables("small"), Luck.of(1, np.array([0, 0]))
    state = start(of, luck, np.zeros((2, 2), np.int32))
    for _ in range(2):
        state, _ = step(of, state, Moves.all(2, "begin"), luck)
    moves = Moves.all(2, "chat")
    moves.act[1], moves.packages[1, 0] = KIND["offer"], 3
    after, _ = step(of, state, moves, luck)
    alone = fresh("small").then("begin", "begin")
    assert same(after.take(np.array([0])), alone.then(Moves.all(1, "chat")).state)
    assert same(after.take(np.array([1])), alone.then(Moves.all(1, "offer", package=3)).state)


# ------------------------------------------------------------------------------------------------------ preparation
def test_preparation_is_written_down() -> None:
    lines = (
        "target 80",
        "walk-away 42.5",
        "rank pickup price",
        "worry rude",
        "plan-no ask_whatif",
        "never price=150",
        "begin",
    )
    game = played("small", *lines)
    assert [game.seat(0, name) for name in ("target", "walk_away", "worry")] == [8000, 4250, 0]
    assert game.seat(0, "rank") == 3 + (1 << 3) and game.seat(0, "plan_no") == KIND["ask_whatif"]
    assert (game.seat(0, "nevers"), game.seat(0, "never_0")) == (1, 7)


def test_research_costs_and_betters_the_alternative() -> None:
    game = played("small", "research look_online")
    assert (game.seat(0, "budget"), game.seat(0, "reservation"), game.seat(0, "learned")) == (2, 4000, 0b100)
    assert int(game.events[-1].gained_evidence[0, 0]) == 0b1


# ------------------------------------------------------------------------------------------------ offers completed
def on_table(game: Played, seat: int) -> dict[str, str]:
    """What a seat last offered, issue by issue."""
    return game.tables.options_of(int(game.state.table[0, seat, 0]))


def test_a_partial_offer_is_completed_from_the_status_quo() -> None:
    game = talking("small", "offer price=100")
    assert game.tables.options_of(int(game.state.table[0, 0, 0])) == {
        "price": "100",
        "service": "none",
        "pickup": "weekend",
    }


def test_a_partial_offer_is_completed_from_the_last_offer_of_the_other_seat() -> None:
    game = talking("small", "offer price=100 service=full", "offer price=150")
    assert game.tables.options_of(int(game.state.table[0, 1, 0])) == {
        "price": "150",
        "service": "full",
        "pickup": "weekend",
    }


def test_a_partial_offer_is_completed_from_ones_own_last_offer_first() -> None:
    game = talking("small", "offer price=100 pickup=today", "offer service=brakes", "offer price=110")
    assert game.tables.options_of(int(game.state.table[0, 0, 0])) == {
        "price": "110",
        "service": "none",
        "pickup": "today",
    }


def test_several_packages_lie_on_the_table_and_any_can_be_accepted() -> None:
    game = talking("small", "offers {price=90} {price=100 service=full} {price=120}")
    assert (game.state.table[0, 0] >= 0).all()
    for which in (1, 2, 3):
        end = game.then(f"accept {which}")
        assert end.game("package") == game.state.table[0, 0, which - 1] and end.game("outcome") == OUTCOMES.index(
            "deal"
        )


def test_an_offer_replaces_the_one_before() -> None:
    game = talking("small", "offers {price=90} {price=100}", "chat", "offer price=110")
    assert game.state.table[0, 0, 1:].tolist() == [NONE, NONE]


# -------------------------------------------------------------------------------------------- what is asked and told
@pytest.mark.parametrize("act", sorted(ASKED))
def test_a_question_is_remembered(act: str) -> None:
    assert talking("small", act.replace("_", " ")).seat(0, "asked") == 1 << ASKED[act]


@pytest.mark.parametrize(
    ("moves", "what"),
    [
        (Moves.all(1, "share_need", item=0), "need"),
        (Moves.all(1, "share_need", item=1), "reason"),
        (Moves.all(1, "share_need", item=2), "feedback"),
        (Moves.all(1, "share_constraint", item=0), "constraint"),
        (Moves.all(1, "share_constraint", item=1), "decision"),
        (Moves.all(1, "share_deadline"), "deadline"),
        (Moves.all(1, "share_alternative"), "alternative"),
        (Moves.all(1, "claim_alternative"), "alternative"),
        (Moves.all(1, "offer", package=3, rider="share_need", rider_item=0), "need"),
    ],
)
def test_what_is_told_is_remembered(moves: Moves, what: str) -> None:
    assert talking("small", moves).seat(0, "told") == 1 << TOLD[what]


def test_an_answer_can_be_built_on_for_two_turns() -> None:
    game = talking("small", "ask priority pickup", "share priority pickup")
    assert "answer_put_to_use" in game.then("acknowledge").fired()
    assert "answer_put_to_use" in game.then("chat", "chat", "acknowledge").fired()
    assert "answer_put_to_use" not in game.then("chat", "chat", "chat", "chat", "acknowledge").fired()
    assert "answer_put_to_use" not in talking("small", "ask priority pickup", "decline", "acknowledge").fired()


# ------------------------------------------------------------------------------------------------ turns and meetings
def test_time_runs_out_after_the_turns_of_the_meeting() -> None:
    game = talking("small", *["chat"] * 15)
    assert not game.state.ended[0]
    game = game.then("chat")
    assert (game.game("outcome"), game.game("ender"), game.game("phase")) == (
        OUTCOMES.index("impasse_time"),
        NONE,
        AFTER,
    )


def test_a_deal_in_the_very_last_turn_counts() -> None:
    game = talking("small", "offer price=150", *["chat"] * 14, "accept")
    assert game.game("outcome") == OUTCOMES.index("deal")


@pytest.mark.parametrize(("lines", "outcome"), [(["leave"], "impasse_left"), (["chat", "leave"], "impasse_walked")])
def test_leaving_ends_it_for_good(lines: list[str], outcome: str) -> None:
    game = talking("small", *lines)
    assert game.game("outcome") == OUTCOMES.index(outcome) and game.game("ender") == len(lines) - 1


def test_leaving_well_leads_to_preparation_and_a_second_meeting() -> None:
    game = talking("small", "offer price=120", "leave next week")
    assert [game.game(name) for name in ("phase", "who", "meeting", "turn", "moment")] == [PREPARE, 0, 1, 0, 0]
    assert game.events[-1].met_again.tolist() == [True] and game.seat(0, "budget") == 7
    again = game.then("begin", "begin")
    assert again.game("meetings_held") == 2 and again.why_not("leave next week") != ""
    assert again.state.table[0, 0, 0] >= 0, "what was on the table is still known"


def test_nobody_comes_back_after_being_attacked() -> None:
    insult = loud("disparage", hostility=0.9, gloating=0.8)
    game = talking("small", insult, "chat", insult, "chat", insult, "chat", insult, "chat", "leave next week")
    assert game.game("outcome") == OUTCOMES.index("impasse_left")


def test_a_better_moment_can_be_agreed_once() -> None:
    """Trust decides; the meeting starts over at the new moment, and only there."""
    games = [talking("small", "propose later_today", seed=seed) for seed in range(20)]
    moved = [game for game in games if game.game("moment") == 1]
    assert 0 < len(moved) < len(games)
    for game in moved:
        assert game.game("turn") == 0 and not game.state.ended[0]
        again = game.then("chat", "propose later_today")
        assert again.game("turn") == 2


def test_the_event_happens_once_and_both_hear_of_it() -> None:
    game = talking("small", *["chat"] * 8)
    quiet = talking("small", *["chat"] * 7)
    assert game.events[-1].happened.tolist() == [True] and not any(e.happened[0] for e in game.events[:-1])
    assert game.seat(1, "reservation") == quiet.seat(1, "reservation") - 200
    assert game.seat(1, "shift") == quiet.seat(1, "shift") - 400
    assert not game.then("chat").events[-1].happened[0]


def test_feedback_can_be_asked_for_after_the_end() -> None:
    game = talking("small", "leave")
    after = game.then("ask feedback")
    assert after.game("outcome") == game.game("outcome") and after.game("turn") == game.game("turn")


def test_nothing_else_but_named_columns_exists() -> None:
    state = fresh("small").state
    assert state.game.shape == (1, len(GAME)) and len(state) == 1 and state.of("hand").shape == (1, 2)


def test_a_gain_counts_less_near_the_top_and_a_loss_in_full() -> None:
    now, change = np.array([300, 500, 750, 1000, 900], np.int32), np.array([100, 100, 100, 100, -100], np.int32)
    assert uphill(now, change).tolist() == [100, 100, 50, 0, -100]
    assert [uphill(750, 100), uphill(900, -100), uphill(300, 100)] == [50, -100, 100]
