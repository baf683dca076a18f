"""The starting scene, changes of it, and what lint says."""

from functools import cache

from game.author.new import starting_file
from game.library import asset, scenario_files
from game.lint.run import lint_text
from game.scenario.load import load_psychology, read_text
from game.scenario.problem import Problem
from game.scenario.reaction import Reaction

START = starting_file()
SHIPPED = {name: read_text(path) for name, path in scenario_files().items()}


@cache
def general() -> tuple[Reaction, ...]:
    return tuple(load_psychology(asset("psychology.yaml")).reactions)


def changed(*edits: tuple[str, str]) -> str:
    """The starting scene with the one occurrence of each text replaced."""
    text = START
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} does not stand in the starting scene once"
        text = text.replace(old, new)
    return text


def found(text: str, stem: str = "my_scene") -> list[Problem]:
    return lint_text(text, f"{stem}.yaml", general(), [*SHIPPED], stem)


def said(text: str) -> list[str]:
    """The findings as ``line code``."""
    return [f"{problem.line} {problem.code}" for problem in found(text)]
