"""Who they are does not matter: names, pronouns, portraits and roles swapped, and every game ends as it did."""

import numpy as np
import pytest

from game.engine.script import script
from game.players.policies import POLICIES
from game.players.simulate import play_out
from game.scenario.model import Scenario
from tests.engine.scenes import SCENES, compiled, same, scenario, tables
from tests.engine.wild import wild

PERSON = ("name", "pronouns", "role", "portrait", "public")


def swapped(scene: Scenario) -> Scenario:
    """The scene with who sits where exchanged, and nothing else."""
    first, second = scene.seats
    one = {name: getattr(second, name) for name in PERSON}
    other = {name: getattr(first, name) for name in PERSON}
    return scene.model_copy(update={"seats": [first.model_copy(update=one), second.model_copy(update=other)]})


def renamed(scene: Scenario) -> Scenario:
    """The scene with two people that nobody has met."""
    people = ({"name": "Wu Xiulan", "pronouns": "she"}, {"name": "Olúfẹ́mi", "pronouns": "he", "portrait": "other"})
    seats = [seat.model_copy(update=person) for seat, person in zip(scene.seats, people, strict=True)]
    return scene.model_copy(update={"seats": seats})


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("change", [swapped, renamed])
def test_swapping_people_changes_no_game(name: str, change: "type[object]") -> None:
    scene = scenario(name)
    other = compiled(change(scene))  # type: ignore[call-arg, arg-type]
    assert change(scene) != scene  # type: ignore[call-arg]
    for policy in (POLICIES["prepared_and_calm"], POLICIES["aggressive"], wild):
        one, two = (play_out(of, (policy, script), 7, np.arange(12)) for of in (tables(name), other))
        assert same(one.state, two.state) and (one.scores.deal_value == two.scores.deal_value).all()
