"""The table of what the game teaches is complete, and what it claims is there."""

import dataclasses

import numpy as np
import pytest
import yaml

from game.engine.luck import Luck
from game.engine.script import script
from game.engine.story import PRACTICES
from game.library import asset, find_scenario, scenario_files
from game.players.policies import POLICIES
from game.players.simulate import play
from game.scenario.load import load_psychology, load_scenario
from game.scenario.reaction import Reaction
from game.scenario.words import ACTS, acts_in
from game.session.debrief import Debrief
from game.session.phrases import phrases
from tests.players.arms import scene

#: Parts of the debrief that are no practice, and the field of ``Debrief`` that holds each.
SHOWN_AS = {"the_first_no": "first_no", "the_worry": "worry", "what_it_came_to": "value", "turn_by_turn": "reactions",
            "behind_the_words": "hidden", "failures": "failures", "feedback": "feedback",
            "how_you_went_about_it": "practices", "what_went_well": "wins", "the_end_goal": "goal",
            "the_curveball": "curveball"}  # fmt: skip
#: Parts shown beside the debrief: own view, the aim from game to game, progress, the review with its second tries.
BESIDE = {"own_view", "the_aim", "progress", "the_review"}
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
    assert set(told["shown"]) <= set(SHOWN_AS) | BESIDE | set(PRACTICES)
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


def fired_in(name: str) -> set[str]:
    """What fires in a scene when it is played: by one who does anything, by a calm one, by one who says sorry."""
    tables = scene(name)
    fired: set[int] = set()
    for name_of_policy, count in (("random", 1500), ("prepared_and_calm", 100), ("apologetic", 50)):
        for _, _, events, _ in play(tables, (POLICIES[name_of_policy], script), Luck.of(1, np.arange(count))):
            fired |= set(np.flatnonzero(events.fired.any(axis=0)).tolist())
    return {tables.reactions.names[number] for number in fired}


@pytest.fixture(scope="module")
def seen() -> dict[str, set[str]]:
    return {name: fired_in(name) for name in SCENES}


@pytest.mark.parametrize("row", ROWS)
def test_its_reactions_fire_when_the_scenes_named_are_played(row: str, seen: dict[str, set[str]]) -> None:
    """Done and reacted to, not only written down: a reaction nobody ever sets off teaches nothing."""
    told = ROWS[row]
    scenes = set(SCENES) if "all" in told["scenes"] else set(told["scenes"])
    for name in told["reactions"]:
        where, _, own = name.rpartition("/")
        if where == "dealer_renewal" and own.startswith("remembers_"):
            continue  # needs an earlier game: tests/engine/test_carry.py plays one
        assert any(own in seen[scene] for scene in ([where] if where else scenes)), name


@pytest.mark.parametrize("row", ROWS)
def test_what_its_reactions_did_is_told_in_the_debrief(row: str) -> None:
    """Every general reaction named has words of its own, so the turn that set it off is shown with what it did."""
    for name in ROWS[row]["reactions"]:
        assert "/" in name or phrases().reactions[name], name


def test_a_part_of_the_debrief_named_is_one_that_is_shown() -> None:
    """The parts that are no practices are fields of the debrief or headings of its text."""
    fields = {field.name for field in dataclasses.fields(Debrief)}
    assert set(SHOWN_AS.values()) <= fields
    named = {part for told in ROWS.values() for part in told["shown"]} - set(PRACTICES)
    assert named <= set(SHOWN_AS) | BESIDE
