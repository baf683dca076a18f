"""The bench as a whole: ids, sources, verdicts; a sample of effects whose signs are beyond doubt; the bands in soak."""

import json
import math
import re
from xml.etree import ElementTree

import pytest

from game.fidelity.bench import MAIN_SCENES, Result, chosen, measure, tables_of
from game.fidelity.lab import Effect, Experiment, Lab
from game.fidelity.page import as_page, picture
from game.fidelity.report import as_json, as_table
from game.fidelity.rows import EXPERIMENTS
from game.fidelity.stats import Estimate
from game.library import asset, find_scenario
from game.scenario.load import load_psychology, load_scenario
from tests.players.arms import scene

EFFECTS = [effect for each in EXPERIMENTS for effect in each.effects]
FIXED_ROWS = ["F1", "F3", "F5", "F7", "F9", "F11", "F13", "F15", "L1", "L2"]
#: Effects so strong that a few games show them; F and A rows of several kinds.
SURE = {"F3", "F9", "F15b", "A2d", "A12d", "A12j", "A14", "L2c"}


def result(value: float, error: float = 0.05, low: float = 0.1, high: float = 0.7, sign: int = 1) -> Result:
    effect = Effect("F99", "a name with <angle> brackets", "somebody 1999", "+", low, high, sign)
    return Result(effect, Estimate(value, error), {"one": Estimate(value, error), "two": Estimate(-value, error)})


def test_every_effect_has_an_id_of_its_own_a_source_and_a_band() -> None:
    assert len({effect.id for effect in EFFECTS}) == len(EFFECTS)
    assert all(effect.source and effect.published and effect.low < effect.high for effect in EFFECTS)
    assert len({each.name for each in EXPERIMENTS}) == len(EXPERIMENTS)
    assert set(FIXED_ROWS) <= {effect.row for effect in EFFECTS}


def test_inside_takes_the_whole_interval() -> None:
    assert result(0.4).inside and not result(0.15).inside and not result(0.65).inside
    assert not result(math.nan).inside
    assert result(5, high=math.inf).inside


def test_a_scene_with_the_other_sign_is_named() -> None:
    assert result(0.4).wrong == ("two",) and result(-0.4).wrong == ("one",)
    assert result(0.05).wrong == () and result(0.4, sign=0).wrong == ()


def test_experiments_by_row_or_id() -> None:
    assert [each.name for each in chosen(["F9b"])] == ["concessions in steps"]
    assert {each.name for each in chosen(["F9"])} == {"accepted at once", "concessions in steps"}
    assert len(chosen()) == len(EXPERIMENTS)
    with pytest.raises(KeyError):
        chosen(["F99"])


def test_json_has_null_where_there_is_no_number() -> None:
    told = as_json([result(0.4), result(math.nan, high=math.inf)], 10, 1, ["leaps"])
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert told["effects"][0]["band"] == [0.1, 0.7] and told["effects"][1]["band"] == [0.1, None]
    assert told["effects"][1]["ours"] is None and told["effects"][1]["inside"] is False
    assert set(told["effects"][0]) >= {"id", "name", "source", "published", "band", "ours", "interval", "inside"}


def test_the_table_publishes_what_fails() -> None:
    lines = as_table([result(0.4), result(2.0)], 10, 1)
    assert lines[-2] == "inside: 1 of 2; outside: F99" and "wrong in two" in lines[2]


def test_the_page_needs_nothing_else_and_its_pictures_are_drawn() -> None:
    page = as_page([result(0.4), result(math.nan)], 10, 1)
    assert not re.search(r"(src|href)\s*=|https?:|<script", page) and "&lt;angle&gt;" in page
    drawn = ElementTree.fromstring(picture(result(0.4)))
    assert drawn.findtext("title", "").startswith("a name with <angle> brackets: band +0.10 .. +0.70")
    assert 0 < float(drawn.find("rect").get("width", "0")) < 320  # type: ignore[union-attr]


def test_a_reaction_can_be_switched_off() -> None:
    """Without its reaction disappointment draws no more than nothing does."""
    general = load_psychology(asset("psychology.yaml")).reactions
    scenario = load_scenario(find_scenario("dealer_rebate"))
    (supplication,) = chosen(["F13"])
    with_it, without_it = (
        supplication.measure(Lab(tables_of(scenario, general, off), 300))["F13"].value
        for off in ([], ["disappointment_heard"])
    )
    assert with_it > without_it + 0.1
    with pytest.raises(KeyError):
        tables_of(scenario, general, ["no_such_reaction"])


def _sure() -> list[Experiment]:
    return [each for each in EXPERIMENTS if SURE & {effect.id for effect in each.effects}]


@pytest.mark.parametrize("each", _sure(), ids=lambda each: str(each.name))
def test_what_is_beyond_doubt_shows_in_a_few_games(each: Experiment) -> None:
    found = each.measure(Lab(scene("dealer_rebate"), 160))
    for effect in each.effects:
        if effect.id in SURE:
            assert found[effect.id].value * effect.sign > 0.1, effect.id


def test_processes_change_nothing() -> None:
    scenes = {"dealer_rebate": scene("dealer_rebate")}
    one, two = (measure(scenes, 20, rows=["F13"], processes=number) for number in (1, 2))
    assert [each.ours for each in one] == [each.ours for each in two]


@pytest.mark.soak
def test_the_fixed_rows_lie_in_their_bands() -> None:
    found = measure({name: scene(name) for name in MAIN_SCENES}, 2500, rows=FIXED_ROWS)
    print("\n".join(as_table(found, 2500, 1)))
    assert [each.effect.id for each in found if not each.inside] == []
    assert [each.effect.id for each in found if each.wrong] == []
