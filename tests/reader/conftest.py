"""The small scene, as the buyer sees it."""

from pathlib import Path

import pytest

from game.scenario.load import load_scenario
from game.scenario.model import Scenario

SMALL = Path(__file__).resolve().parents[1] / "scenario" / "small_scene.yaml"


@pytest.fixture(scope="session")
def scene() -> Scenario:
    return load_scenario(SMALL)
