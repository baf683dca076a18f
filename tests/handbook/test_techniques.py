"""The table of what the game teaches is complete, and what it claims is there."""

from pathlib import Path

import pytest
import yaml

from game.engine.story import PRACTICES
from game.library import asset, find_scenario, scenario_files
from game.scenario.load import load_psychology, load_scenario
from game.scenario.reaction import Reaction
from game.scenario.words import ACTS, RIDERS, acts_in

#: Parts of the debrief that are no practice.
PARTS = {"the_first_no", "the_worry", "what_it_came_to", "turn_by_turn", "behind_the_words", "failures", "feedback",
         "how_you_went_about_it", "what_went_well", "own_view", "the_aim", "progress"}  # fmt: skip
ROWS = yaml.safe_load(asset("handbook").joinpath("techniques.yaml").read_text(encoding="utf-8"))["techniques"]
GENERAL = {reaction.name: reaction for reaction in load_psychology(asset("psychology.yaml")).reactions}
SCENES = {name: load_scenario(find_scenario(name)) for name in scenario_files()}


def reaction_of(name: str) -> Reaction:
    scene, slash, own = name.rpartition("/")
    if not slash:
        return GENERAL[own]
    return next(reaction for reaction in SCENES[scene].reactions if reaction.name == own)


def test_every_row_is_there() -> None:
    wanted = [f"{kind}{n}" for kind, last in (("P", 9), ("T", 25), ("L", 8), ("A", 9)) for n in range(1, last + 1)]
    assert list(ROWS) == wanted


@pytest.mark.parametrize("row", ROWS)
def test_what_it_names_exists(row: str) -> None:
    told = ROWS[row]
    assert set(told["acts"]) <= set(ACTS)
    assert set(told["scenes"]) <= {"all", *SCENES}
    assert set(told["shown"]) <= PARTS | set(PRACTICES)
    for name in told["reactions"]:
        reaction_of(name)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_without_gaps_can_be_done_and_is_shown(row: str) -> None:
    told = ROWS[row]
    assert told.get("missing") or (told["scenes"] and told["shown"] and (told["acts"] or told["reactions"] == []))


@pytest.mark.parametrize("row", ROWS)
def test_its_reactions_answer_its_acts(row: str) -> None:
    """Each reaction named can be set off by one of the acts named, or rides on one, or needs no particular act."""
    told = ROWS[row]
    for name in told["reactions"]:
        when = reaction_of(name).when
        able = {act for each in when.act for act in acts_in(each)} or set(ACTS)
        able |= set(when.rider)
        assert able & set(told["acts"]), f"{name} is not an answer to {told['acts']}"


@pytest.mark.parametrize("row", ROWS)
def test_a_scene_reaction_is_of_a_scene_named(row: str) -> None:
    told = ROWS[row]
    for name in told["reactions"]:
        scene = name.rpartition("/")[0]
        assert not scene or {"all", scene} & set(told["scenes"])


def test_riders_are_acts() -> None:
    assert set(RIDERS) <= set(ACTS) and Path(asset("handbook")).is_dir()
