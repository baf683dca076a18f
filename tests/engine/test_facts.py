"""Facts where their meaning is easily got wrong, each as a transcript and the reactions that show it."""

import pytest

from game.engine.columns import SEAT
from tests.engine.oracle_facts import Turn, facts
from tests.engine.oracle_scene import Scene
from tests.engine.scenes import Played, loud, psychology, scenario, talking
from tests.engine.test_oracle import plain, said


def fact(game: Played, line: str, name: str) -> int | None:
    """A fact of a line in units, as the oracle has it; that the engine agrees is shown in ``test_oracle``."""
    turn = Turn(Scene(scenario("small"), psychology()), plain(game.state)[0], said(game.moves(line))[0])
    return facts(turn)[name]


SECOND_BEST = talking("small", "offers {price=90} {price=150}", "hold")


def test_of_several_packages_the_best_for_the_listener_is_the_last_offer() -> None:
    assert fact(SECOND_BEST, "offer price=150", "repeated") == 1
    assert "tired_of_the_same_offer" in SECOND_BEST.then("offer price=150").fired()
    assert fact(SECOND_BEST, "offer price=90", "repeated") == 0
    assert (fact(SECOND_BEST, "offer price=90", "movement") or 0) < 0
    assert "something_taken_back" in SECOND_BEST.then("offer price=90").fired()


@pytest.mark.parametrize(
    ("lines", "line", "name", "value"),
    [
        ([], "offer price=100", "first_offer", 1),
        (["offer price=90", "chat"], "offer price=100", "first_offer", 0),
        (["offer price=90", "hold"], "offer price=100", "unprompted", 1),
        (["offer price=90", "offer price=150"], "offer price=100", "unprompted", 0),
        (["offer price=90", "chat"], "offer price=100", "steps_in_a_row", 1),
        (["offer price=90", "chat", "offer price=100", "chat"], "offer price=110", "steps_in_a_row", 2),
        (["offer price=90", "chat", "offer price=100", "chat"], "offer price=80", "steps_in_a_row", 0),
        (["offer price=90", "chat"], "offer price=100 pickup=today", "issues_moved", 2),
        (["offer price=90 service=brakes", "chat"], "offer price=80 service=none", "trades", 1),
        (["offer price=90", "chat"], "offer price=100 service=none", "trades", 0),
        (["offer price=90", "chat"], "offer price=100", "price_only", 1),
        (["offer price=90", "chat"], "offer price=100 pickup=today", "price_only", 0),
        (["offer price=90 final", "chat"], "offer price=100", "broken_final", 1),
        (["offer price=90 final", "chat"], "offer price=90", "broken_final", 0),
        ([], "offers {price=90} {price=100} {price=110}", "packages", 3),
        (["offer price=90"], "accept", "instant", 1),
        (["offer price=90", "chat", "offer price=100"], "accept", "instant", 0),
        ([], "chat", "worth", None),
        ([], "chat", "evidence_strength", None),
        (["chat"], "argue receipt", "evidence_strength", 600),
        (["chat"], "offer price=140 & argue receipt", "evidence_strength", 600),
        (["chat", "argue receipt", "chat"], "chat", "evidence_used", 1),
        (["chat", "argue receipt", "chat"], "argue receipt", "used_before", 1),
        (["ask reason", "share need"], "ask reason", "asked_before", 0),
        (["ask constraint", "share constraint"], "ask constraint", "asked_before", 1),
        (["ask constraint", "decline"], "ask constraint", "asked_before", 0),
        (["clarify lights", "chat"], "clarify lights", "asked_before", 1),
        (["ask reason", "chat", "ask decision", "chat"], "chat", "questions_asked", 2),
        ([], "give carry_box", "favour_cost", 200),
        ([], "claim alternative", "false_claim", 1),
        ([], "share alternative", "their_alternative", 3500),
        (["chat"], "chat", "own_alternative", 3500),
        ([], "chat", "own_alternative", 4500),
        ([], "chat", "details_open", 1),
        (["clarify lights"], "chat", "details_settled", 1),
        ([], "chat", "time_left", 938),
        (["chat"] * 15, "chat", "time_left", 0),
        ([], "chat", "turn", 1),
        (["chat"], "chat", "turn", 1),
        (["chat", "chat"], "chat", "turn", 2),
        (["chat"] * 8, "chat", "event_passed", 1),
        ([], "chat", "bad_moment", 1),
        (["chat", "chat"], "chat", "stalled", 2),
        (["chat", "offer price=150"], "chat", "stalled", 0),
    ],
)  # fmt: skip
def test_a_fact_is_what_its_meaning_says(lines: list[str], line: str, name: str, value: int | None) -> None:
    assert fact(talking("small", *lines), line, name) == value


def test_a_shaken_voice_cannot_sound_sure() -> None:
    seats = talking("small").state
    seats.seat[0, 0, SEAT["composure"]] = 0
    game = talking("small")
    game.state = seats
    assert fact(game, "chat", "confidence") == 350
    assert "hears_hedging" in game.then(loud("chat", confidence=1.0)).fired()
    assert "hears_hedging" not in talking("small").then(loud("chat", confidence=1.0)).fired()


def test_a_reaction_that_fires_once_does_so_once() -> None:
    game = talking("small", "credit")
    assert "notices_the_wheel" in game.fired()
    assert "notices_the_wheel" not in game.then("chat", "credit").fired()


def test_a_reaction_of_one_hand_leaves_the_other_cold() -> None:
    assert "notices_the_wheel" not in talking("small", "credit", hands=(0, 1)).fired()
