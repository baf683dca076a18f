"""Sixty hostile files: each refused within a second, with little memory, in sentences that are safe to print."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEBIBYTES = 1.0, 200


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("hostile")
    run = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "lint" / "hostile.py"), str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, timeout=240, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")[-2000:]
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_there_are_sixty(told: dict[str, Any]) -> None:
    assert len(told["files"]) >= 60


def test_each_is_refused(told: dict[str, Any]) -> None:
    assert [each["file"][-60:] for each in told["files"] if not each["findings"]] == []


def test_each_within_a_second(told: dict[str, Any]) -> None:
    assert [(each["file"][-60:], each["seconds"]) for each in told["files"] if each["seconds"] > SECONDS] == []


def test_all_with_little_memory(told: dict[str, Any]) -> None:
    assert told["mebibytes"] < MEBIBYTES


def test_what_is_said_is_short_and_safe_to_print(told: dict[str, Any]) -> None:
    for each in told["files"]:
        for line in each["findings"]:
            sentence = line.removeprefix(each["file"])
            assert sentence.isprintable() and len(sentence) < 700, sentence[:200]
        assert len(each["findings"]) <= 101  # a hundred, and that there are more
