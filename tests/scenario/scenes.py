"""The small scene for tests, edits of it, and the problems that a text gives."""

import re
from pathlib import Path

from game.scenario.load import read_scenario_text
from game.scenario.problem import Problem, Unsound

SMALL_FILE = Path(__file__).with_name("small_scene.yaml")
SMALL = SMALL_FILE.read_text(encoding="utf-8")


def edited(*edits: tuple[str, str]) -> str:
    """The small scene with the first occurrence of each text replaced."""
    text = SMALL
    for old, new in edits:
        assert old in text, f"{old!r} is not in the small scene"
        text = text.replace(old, new, 1)
    return text


def problems(text: str) -> list[Problem]:
    """What is wrong with the text; an empty list if nothing is."""
    try:
        read_scenario_text(text, "scene.yaml")
    except Unsound as error:
        assert error.problems
        return error.problems
    return []


def sentences(text: str) -> list[str]:
    """The problems as printed, without the file."""
    return [str(problem).removeprefix("scene.yaml:") for problem in problems(text)]


def assert_well_placed(found: list[Problem], text: str) -> None:
    """Every position lies inside the text and every sentence is one line of plain words."""
    lines = re.split("\r\n|\r|\n", text)
    for problem in found:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.col <= len(lines[problem.line - 1]) + 1, (problem, lines[problem.line - 1])
        assert problem.message.isprintable(), problem
        assert 5 < len(problem.message) < 600, problem
        assert "pydantic" not in problem.message and "Traceback" not in problem.message, problem
