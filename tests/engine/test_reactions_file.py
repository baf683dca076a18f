"""The general reactions as data: enough of them, each with a source, and none that mishears."""

from game.library import asset
from game.scenario.load import load_psychology
from tests.engine.scenes import loud, talking

REACTIONS = load_psychology(asset("psychology.yaml")).reactions


def test_there_are_forty_and_more_each_with_a_source() -> None:
    assert len(REACTIONS) >= 40
    assert all(len(reaction.source) > 5 for reaction in REACTIONS)
    assert len({reaction.name for reaction in REACTIONS}) == len(REACTIONS)


def test_anger_in_a_shaken_voice_is_not_heard_as_hedging() -> None:
    angry = talking("small", loud("vent", hostility=0.9, confidence=0.3))
    unsure = talking("small", loud("chat", hostility=0.0, confidence=0.3))
    assert "hears_hedging" not in angry.fired() and "attacked" in angry.fired()
    assert "hears_hedging" in unsure.fired()
