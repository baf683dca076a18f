"""The phrasebook: complete, distinct, and every wording sounds the way its style says."""

import collections

import pytest
import yaml

from game.library import asset
from game.reader.regenerate import wording_signals
from game.scenario.model import Phrasebook
from game.scenario.words import ACT_GROUPS, ACTS

BOOK = Phrasebook.model_validate(yaml.safe_load(asset("phrasebook.yaml").read_text(encoding="utf-8")))
SPOKEN = [act for act in ACTS if act not in ACT_GROUPS["preparing"]]
ALL = [wording for wordings in BOOK.wordings.values() for wording in wordings]


def heard(act: str, signal: str, *styles: str) -> list[float]:
    return [w.signals.get(signal, 0.0) for w in BOOK.wordings[act] if w.style in styles]


@pytest.mark.parametrize("act", SPOKEN)
def test_every_act_has_at_least_four_wordings_of_at_least_three_styles(act):
    assert len(BOOK.wordings[act]) >= 4
    assert len({w.style for w in BOOK.wordings[act]}) >= 3
    assert heard(act, "confidence", "calm")


def test_stored_signals_are_what_the_reader_hears():
    assert {w.id: w.signals for w in ALL} == {w.id: wording_signals(w.say) for w in ALL}


def test_ids_and_sentences_are_unique():
    for what in ([w.id for w in ALL], [w.say for w in ALL]):
        assert [name for name, count in collections.Counter(what).items() if count > 1] == []


@pytest.mark.parametrize("act", SPOKEN)
def test_hesitant_and_over_explained_wordings_sound_less_sure_than_calm_ones(act):
    unsure = heard(act, "confidence", "hesitant", "over_explained")
    assert max(unsure, default=0) < min(heard(act, "confidence", "calm"))


@pytest.mark.parametrize("act", SPOKEN)
def test_pleading_wordings_sound_more_desperate_than_calm_ones(act):
    assert min(heard(act, "desperation", "pleading"), default=1) > max(heard(act, "desperation", "calm"))


@pytest.mark.parametrize("act", SPOKEN)
def test_sharp_wordings_sound_more_hostile_and_warm_ones_warmer_than_calm_ones(act):
    assert min(heard(act, "hostility", "sharp"), default=1) > max(heard(act, "hostility", "calm"))
    assert min(heard(act, "warmth", "warm"), default=1) > max(heard(act, "warmth", "calm"))


@pytest.mark.parametrize("wording", ALL, ids=lambda w: w.id)
def test_each_style_lies_where_its_name_says(wording):
    at_least = {"sharp": ("hostility", 0.3), "pleading": ("desperation", 0.5), "calm": ("confidence", 0.6)}
    at_most = {"hesitant": ("confidence", 0.4), "over_explained": ("confidence", 0.5), "calm": ("hostility", 0.25)}
    if wording.style in at_least:
        signal, limit = at_least[wording.style]
        assert wording.signals.get(signal, 0) >= limit
    if wording.style in at_most:
        signal, limit = at_most[wording.style]
        assert wording.signals.get(signal, 0) <= limit


@pytest.mark.parametrize("wording", BOOK.wordings["gloat"], ids=lambda w: w.id)
def test_gloating_is_heard_in_every_gloat_and_nowhere_else(wording):
    assert wording.signals["gloating"] >= 0.6
    assert [w.id for w in ALL if w.signals.get("gloating", 0) > 0.2 and not w.id.startswith("gloat")] == []
