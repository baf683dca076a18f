"""May I? Every reason that a move can be refused for, reached in play, with a sentence that says what to do."""

import numpy as np
import pytest

from game.engine import legal
from game.engine.legal import SENTENCES, can, why_illegal
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.state import start
from game.engine.step import IllegalMove, step
from tests.engine.scenes import Played, fresh, played, same, tables, talking

CASES: dict[str, tuple[Played, str | Moves]] = {
    "NOT_BEGUN": (fresh("small"), "offer price=100"),
    "NOT_NOW": (talking("small"), "target 80"),
    "ENDED": (talking("small", "leave"), "chat"),
    "NO_OFFER": (talking("small"), "accept"),
    "NO_SUCH_PACKAGE": (talking("small", "offer price=100"), "accept 2"),
    "NOT_HELD": (talking("small"), "argue listing"),
    "NOT_YOURS": (talking("small"), "argue receipt"),
    "DONE": (talking("small", "give carry_box", "chat"), "give carry_box"),
    "TOO_DEAR": (played("raise_request", "research recruiter", "research own_record"), "research november_mails"),
    "MOMENT_UNKNOWN": (fresh("small"), "moment evening"),
    "MOMENT_ELSEWHERE": (fresh("small"), "moment lunch"),
    "NO_MEETING": (
        talking("small", "leave next later", "begin", "begin", seed=3).then("chat"),
        "leave next later",
    ),
    "NO_BREAK": (talking("small"), "research ask_caretaker"),
    "NO_ITEM": (talking("small"), Moves.all(1, "argue")),
}
CODES = {name: code for name, code in vars(legal).items() if name.isupper() and type(code) is int}
CODES = {name: code for name, code in CODES.items() if name not in ("NONE", "TALK")}


def test_there_is_a_case_for_every_code() -> None:
    assert set(CASES) == set(CODES) - {"OK"} and sorted(CODES.values()) == list(range(len(SENTENCES)))


@pytest.mark.parametrize("name", CASES)
def test_every_reason_is_reached_and_leaves_the_state_as_it_was(name: str) -> None:
    game, line = CASES[name]
    assert game.why_not(line) == SENTENCES[CODES[name]]
    state, moves = game.state, line if isinstance(line, Moves) else game.moves(line)
    kept = state.take(np.arange(1))
    with pytest.raises(IllegalMove) as refused:
        step(game.tables, state, moves, game.luck)
    assert str(refused.value) == SENTENCES[CODES[name]] and refused.value.codes.tolist() == [CODES[name]]
    assert same(state, kept) and not can(game.tables, state, moves)


@pytest.mark.parametrize("sentence", SENTENCES[1:])
def test_a_sentence_says_what_to_do_instead(sentence: str) -> None:
    assert sentence.endswith(".") and sentence.isprintable() and 20 < len(sentence) < 120
    hints = ("type", "can be done", "can still", "ask for", "accept 1", "may bring", "may reveal", "choose", "settle",
             "belongs", "already", "coming meeting", "adjourn", "can be named")  # fmt: skip
    assert any(hint in sentence for hint in hints), sentence


def test_one_illegal_lane_stops_the_batch_and_names_its_lane() -> None:
    of, luck = tables("small"), Luck.of(1, np.arange(3))
    state = start(of, luck)
    moves = Moves.all(3, "begin")
    moves.act[1] = Moves.all(1, "chat").act[0]
    codes = why_illegal(of, state, moves)
    assert codes.tolist() == [0, legal.NOT_BEGUN, 0]
    with pytest.raises(IllegalMove) as refused:
        step(of, state, moves, luck)
    assert refused.value.codes.tolist() == codes.tolist()


@pytest.mark.parametrize(
    ("rider", "item", "reason"),
    [
        ("argue", 0, "NOT_HELD"),
        ("argue", 2, "NOT_YOURS"),
        ("attach", -1, "NO_ITEM"),
        ("attach", 0, "OK"),
        ("credit", -1, "OK"),
    ],
)
def test_riders_are_checked_like_acts(rider: str, item: int, reason: str) -> None:
    game = talking("small")
    assert game.why_not(Moves.all(1, "chat", rider=rider, rider_item=item)) == SENTENCES[CODES[reason]]


def test_what_is_found_becomes_usable() -> None:
    game = played("small", "research look_online", "research ask_caretaker", "moment evening", "begin", "begin")
    assert game.game("moment") == 1 and game.why_not("argue listing") == ""
    assert game.seat(0, "budget") == 1


def test_a_question_that_is_answered_brings_evidence_to_light() -> None:
    assert talking("small").why_not("argue rust") == SENTENCES[legal.NOT_HELD]
    assert talking("small", "ask constraint", "share constraint").why_not("argue rust") == ""
    assert talking("small", "ask constraint", "decline").why_not("argue rust") == SENTENCES[legal.NOT_HELD]


def test_the_event_brings_evidence_to_light() -> None:
    game = talking("small", *["chat"] * 8)
    assert game.game("event") == 1 and game.why_not("argue rust") == ""
    assert not talking("small", *["chat"] * 7).game("event")


def test_a_package_once_refused_upstairs_is_off_the_table() -> None:
    """The second hand of the seller needs approval for a full service; by some luck it does not come."""
    lines = ("offer price=150 service=full", "agree-subject-to-approval")
    games = [talking("small", *lines, seed=seed, hands=(0, 1)) for seed in range(12)]
    refused = [game for game in games if not game.state.ended[0]]
    assert 0 < len(refused) < len(games)
    for game in refused:
        assert game.then("chat").why_not("accept") == SENTENCES[legal.NO_OFFER] and game.game("approval") == 1
