"""Thousands of mutated scenes: always a proper answer inside the file, what is broken is found, what is kept is not.

The long form is 20,000 mutations of the shipped scenes and the starting scene; a sample runs always.
"""

import random
import statistics
import time
from collections import Counter
from pathlib import Path

import pytest

from game.lint.run import lint_file
from game.scenario.load import MOST_BYTES, read_scenario_text
from tests.lint.mutants import blind, broken, rewritten
from tests.lint.scenes import SHIPPED, START, found, general
from tests.scenario.scenes import assert_well_placed

SCENES = {**SHIPPED, "my_scene": START}
TEXTS = list(SCENES.values())
#: At least this share of what breaks the meaning is to be found.
CAUGHT = 0.99
#: A scene that was changed is looked through in at most so many times what loading it takes, 99 times in 100.
TIMES_LOADING = 6


def judge_blind(seeds: range) -> list[float]:
    """CPU seconds for each; fails on anything but findings inside the file."""
    took = []
    for seed in seeds:
        text = blind(seed, TEXTS)
        started = time.process_time()
        problems = found(text)
        took.append(time.process_time() - started)
        assert_well_placed(problems, text.replace("\r", "\n"))
    return took


def missed(seeds: range) -> tuple[Counter[str], list[str]]:
    """How many of each kind were tried, and which were not found."""
    tried: Counter[str] = Counter()
    slipped = []
    for seed in seeds:
        kind, original, text = broken(seed, TEXTS)
        stem = next(name for name, scene in SCENES.items() if scene == original)
        tried[kind] += 1
        problems = found(text, stem)
        assert_well_placed(problems, text)
        if not problems:
            slipped.append(f"{kind} {seed}")
    return tried, slipped


def test_blind_mutations() -> None:
    judge_blind(range(50))


def test_what_is_broken_is_found() -> None:
    tried, slipped = missed(range(70))
    assert len(slipped) <= (1 - CAUGHT) * tried.total(), slipped


@pytest.mark.parametrize("scene", SCENES)
def test_a_rewrite_that_keeps_the_meaning_raises_nothing(scene: str) -> None:
    text = rewritten(len(scene), SCENES[scene])
    assert read_scenario_text(text, "f") == read_scenario_text(SCENES[scene], "f")
    assert found(text, scene) == []


def test_mutations_are_answered_in_good_time() -> None:
    """A ratio, since machines differ; `tests/bench/bench_lint.py` prints milliseconds."""
    text = max(TEXTS, key=len)
    loading = []
    for _ in range(3):
        started = time.process_time()
        read_scenario_text(text, "f")
        loading.append(time.process_time() - started)
    took = sorted(judge_blind(range(500, 530)))
    assert took[-1] < TIMES_LOADING * statistics.median(loading), (took[-1], loading)


def test_broken_bytes(tmp_path: Path) -> None:
    path, data = tmp_path / "my_scene.yaml", START.encode()
    for seed in range(60):
        luck = random.Random(seed)
        bad = bytearray(data)
        for _ in range(luck.choice((1, 2, 50))):
            bad[luck.randrange(len(bad))] = luck.randrange(256)
        path.write_bytes(bytes(bad[: luck.choice((len(bad), luck.randrange(len(bad)), MOST_BYTES))]))
        problems, _ = lint_file(path, general())
        assert_well_placed(problems, path.read_bytes().decode("utf-8", "replace"))


@pytest.mark.soak
@pytest.mark.parametrize("thousand", range(13))
def test_thirteen_thousand_blind_mutations(thousand: int) -> None:
    judge_blind(range(1000 * (thousand + 1), 1000 * (thousand + 2)))


@pytest.mark.soak
@pytest.mark.parametrize("thousand", range(6))
def test_six_thousand_broken_scenes(thousand: int) -> None:
    tried, slipped = missed(range(1000 * (thousand + 1), 1000 * (thousand + 2)))
    assert len(slipped) <= (1 - CAUGHT) * tried.total(), slipped
    assert len(tried) > 10


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_a_thousand_rewrites(scene: str) -> None:
    for seed in range(1000 // len(SCENES)):
        assert found(rewritten(seed, SCENES[scene]), scene) == []
