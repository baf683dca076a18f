"""What a run writes down is what happened, and arms meet the same luck."""

import numpy as np

from game.engine.columns import KIND, NONE, SEAT
from game.engine.script import script
from game.fidelity.acting import (
    Haggler,
    acting,
    after_somebody_else_asked,
    asks,
    begins_by_drawing,
    begins_with,
    in_turn,
    saying_first,
    says,
    takes,
)  # fmt: skip
from game.fidelity.lab import first_package, granted_by, stand, stands
from game.fidelity.trace import Arm, run
from game.players.policies import POLICIES
from game.players.simulate import play_out
from tests.players.arms import scene

TABLES = scene("dealer_rebate")


def test_games_end_as_they_do_in_the_simulator() -> None:
    arm = Arm("", POLICIES["tit_for_tat"], suited=False)
    ours, theirs = run(TABLES, arm, 40, seed=5), play_out(TABLES, (POLICIES["tit_for_tat"], script), 5, np.arange(40))
    assert (ours.scores.utility == theirs.scores.utility).all()
    assert (ours.scores.subjective == theirs.scores.subjective).all()


def test_a_game_does_not_depend_on_how_many_are_played() -> None:
    arm = Arm("", acting(Haggler(spread=10)))
    few, many = run(TABLES, arm, 10), run(TABLES, arm, 60)
    assert (few.packages == many.packages[:10]).all() and (few.felt == many.felt[:10]).all()


def test_arms_share_hands_and_moods() -> None:
    one, other = (
        run(TABLES, Arm("", acting(Haggler(start=95))), 50),
        run(TABLES, Arm("", acting(Haggler(start=60))), 50),
    )
    assert (one.hand(1) == other.hand(1)).all()
    assert (one.state.seat[:, 1, SEAT["appetite"]] == other.state.seat[:, 1, SEAT["appetite"]]).all()


def test_what_was_said_and_offered_turn_by_turn() -> None:
    trace = run(TABLES, Arm("", acting(Haggler(), [says("chat"), asks(80), says("hold")])), 30, turns=3)
    assert (trace.acts[:, 0, :3] == [KIND["chat"], KIND["offer"], KIND["hold"]]).all()
    assert (trace.packages[:, 0, [0, 2]] == NONE).all()
    worth = trace.worth(trace.packages[:, 0, 1], 0)
    assert (worth >= 80).all() and (trace.worth(first_package(trace, 0), 0) == worth).all()
    assert np.isnan(trace.worth(trace.packages[:, 0, 0], 0)).all()


def test_a_seat_stands_for_its_opening_until_it_offers_and_for_what_it_accepts() -> None:
    other = saying_first(script, [None, asks(70)])
    trace = run(TABLES, Arm("", acting(Haggler(), [asks(70), says("hold"), takes()]), other), 60)
    silent = stands(trace, 1, 0) == NONE
    assert silent.any() and (stand(trace, 1, 0)[silent] == TABLES.opening[1, trace.hand(1)][silent] / 100).all()
    agreed = (trace.acts[:, 0, 2] == KIND["accept"]) & trace.deal
    assert agreed.any() and (stands(trace, 0, 2)[agreed] == trace.scores.package[agreed]).all()


def test_how_a_game_may_begin() -> None:
    begin = in_turn(begins_with(other_trust=123, own_reservation=77, turn=4), begins_by_drawing("other_face", 100, 200))
    trace = run(TABLES, Arm("", acting(Haggler(), [says("decline")]), begin=begin), 50, turns=1)
    assert abs(trace.stance("trust", 1, 0) - 0.123).max() < 0.1
    assert (trace.state.seat[:, 0, SEAT["reservation"]] == 77).all()
    assert (trace.state.game[:, 4] == 6).all()
    faces = trace.stance("face", 1, 0)
    assert len(set(faces.tolist())) > 10 and faces.min() > 0.05 and faces.max() < 0.25


def test_the_script_led_by_a_first_line() -> None:
    trace = run(TABLES, Arm("", acting(Haggler(), [says("chat")]), other=saying_first(script, [asks(70)])), 20, turns=1)
    assert (trace.acts[:, 1, 0] == KIND["offer"]).all() and (trace.worth(trace.packages[:, 1, 0], 1) >= 70).all()


def test_another_requester_finds_the_old_request_and_nothing_else() -> None:
    begin = after_somebody_else_asked(97)
    trace = run(TABLES, Arm("", acting(Haggler(), [says("decline")]), begin=begin), 20, turns=1)
    assert (trace.worth(trace.state.table[:, 0, 0], 0) >= 97).all()
    assert (trace.state.seat[:, 0, SEAT["offers"]] == 0).all()
    assert granted_by(trace, 1).sum() == 0
