"""What the scripted seat never does, whatever is put to it."""

import numpy as np
import pytest

from game.engine.luck import Luck
from game.engine.script import script
from game.engine.view import own_tables, view_of
from game.players.policies import POLICIES
from game.players.simulate import play, play_out
from game.scenario.words import OUTCOMES
from tests.engine.scenes import SCENES, Played, compiled, fresh, scenario, tables, talking
from tests.engine.wild import wild

ASKS = ("ask reason", "acknowledge", "ask priority remote", "share priority salary", "acknowledge", "clarify pay_start")
NOBODY = "offer salary=58000 remote=three scope=both"


def answered(game: Played) -> Played:
    """The game after the script's move for the seat whose turn it is."""
    of, seat = game.tables, game.who
    return game.then(script(view_of(of, own_tables(of, seat), game.state), game.luck.own(f"seat {seat}")))


@pytest.mark.parametrize("hand", [0, 1, 2])
def test_nobody_agrees_to_what_a_constraint_rules_out(hand: int) -> None:
    """Cheap for the boss in every other way, and she would gladly take it, were it possible."""
    for seed in range(4):
        game = fresh("raise_request", seed, (0, hand)).then("begin", "begin")
        for line in (NOBODY, *ASKS, NOBODY, *ASKS, NOBODY):
            if not game.state.ended[0] and game.who == 0 and game.game("meeting") == 0:
                game = game.then(line)
                game = game if game.state.ended[0] else answered(game)
        assert game.game("outcome") != OUTCOMES.index("deal")


@pytest.mark.parametrize("scene", SCENES)
def test_a_script_signs_nothing_below_its_reservation_value_and_proposes_nothing_it_may_not(scene: str) -> None:
    of = tables(scene)
    for _, before, _, after in play(of, (wild, script), Luck.of(3, np.arange(150))):
        proposed = (before.of("who") == 1) & (after.table[:, 1, 0] >= 0) & ~before.ended
        lanes = np.flatnonzero(proposed)
        assert of.possible[1][after.table[lanes, 1, 0]].all()
    end = play_out(of, (POLICIES["conceder"], script), 3, np.arange(150)).state
    accepted = np.flatnonzero((end.of("outcome") == OUTCOMES.index("deal")) & (end.of("ender") == 1))
    assert len(accepted)
    hands, package = end.of("hand")[accepted, 1], end.of("package")[accepted]
    assert (of.worth[1, hands, package] >= end.of("reservation")[accepted, 1]).all()


def test_two_moments_cannot_be_swapped_for_ever() -> None:
    """Each process moves the meeting once, so that time runs out whatever is agreed."""
    scene = scenario("small")
    later = scene.processes[0].model_copy(update={"welcome": 1.0})
    back = later.model_copy(update={"id": "right_now", "moment": "now"})
    of = compiled(scene.model_copy(update={"processes": [later, back]}))
    game, turns = talking(of), 0
    while not game.state.ended[0]:
        game, turns = game.then(("propose later_today", "chat", "propose right_now", "chat")[turns % 4]), turns + 1
        assert turns <= 3 * 2 * int(of.turns[0])


@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("scene", SCENES)
def test_a_script_can_hold_either_seat(scene: str, seat: int) -> None:
    players = (script, POLICIES["hardliner"]) if seat == 0 else (POLICIES["hardliner"], script)
    assert play_out(tables(scene), players, 4, np.arange(40)).state.ended.all()
