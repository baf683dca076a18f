"""The house keeps its storeys: a file imports only from its own line or the lines above it, and never in a circle.

The engine has rules of its own: numpy, the standard library and the scenario only, and no files, clock, luck or
output. Imports are read from the source, so one that stands inside a function counts too. A new room under game/
takes a place in LINES.
"""

import ast
import sys
import textwrap
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

LINES = (
    ("__init__",),
    ("scenario",),
    ("engine",),
    ("library",),
    ("players", "reader"),
    ("review", "lint"),
    ("session", "author"),
    ("screens", "terminal", "host"),
    ("cli", "__main__"),
)
APART = {"screens", "terminal", "host"}
"""Rooms of one line that never import one another."""
ALONE = {"library"}
"""Rooms that import nothing of ours."""

FILES = {"os", "io", "pathlib", "shutil", "tempfile", "glob", "fileinput", "mmap", "pickle", "shelve", "sqlite3"}
WORLD = {"sys", "subprocess", "socket", "threading", "multiprocessing", "asyncio", "logging", "warnings", "importlib"}
CLOCK_AND_LUCK = {"time", "datetime", "random", "secrets", "uuid"}
NOT_IN_ENGINE = FILES | WORLD | CLOCK_AND_LUCK
NOT_CALLED_IN_ENGINE = {"print", "open", "input", "eval", "exec", "__import__"}
NOT_OF_NUMPY = {"random", "load", "save", "savez", "savez_compressed", "loadtxt", "savetxt", "genfromtxt", "fromfile"}


def faults(root: Path) -> list[str]:
    """Everything that breaks the storeys under `root`/game, as `file:line: sentence`; circles come last."""
    files = {_name(path, root): path for path in sorted((root / "game").rglob("*.py"))}
    graph: dict[str, set[str]] = {name: set() for name in files}
    found: list[str] = []
    for name, path in files.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(root).as_posix()
        if _line(name) is None:
            found.append(f"{where}:1: {_room(name)} stands on no line")
        for at, target in _imports(tree, name, path.stem == "__init__"):
            ours = _file_of(target, files)
            if ours is not None:
                graph[name].add(ours)
            found += [f"{where}:{at}: {why}" for why in _why_not(name, ours or target)]
        if _room(name) == "engine":
            found += [f"{where}:{at}: the engine may not use {what}" for at, what in _impure(tree)]
    return found + _circles(graph)


def _name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _line(name: str) -> int | None:
    return next((number for number, rooms in enumerate(LINES) if _room(name) in rooms), None)


def _imports(tree: ast.Module, name: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """(line, full dotted name) of everything imported; `from a import b` gives a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [node.module] if node.module else []
            if node.level:
                up = node.level - is_package
                base = [*name.split(".")[: len(name.split(".")) - up], *base]
            yield from ((node.lineno, ".".join([*base, alias.name])) for alias in node.names)


def _file_of(target: str, files: dict[str, Path]) -> str | None:
    """The module of ours that an imported name belongs to: itself, or the nearest above it that is a file."""
    while target and target not in files:
        target = target.rpartition(".")[0]
    return target or None


def _why_not(name: str, target: str) -> Iterator[str]:
    """Why the module `name` may not import `target` (a module of ours, or a full name of someone else's)."""
    top = target.partition(".")[0]
    room, other = _room(name), _room(target)
    if top == "pygame" and room != "screens":
        yield "only screens imports pygame"
    if room == "engine" and top not in ({"game", "numpy"} | sys.stdlib_module_names) - NOT_IN_ENGINE:
        yield f"the engine may not import {target}"
    if top != "game":
        return
    if (_line(target) or 0) > (_line(name) or 0):
        yield f"{room} may not import {target}, which stands below it"
    if {room, other} <= APART and room != other:
        yield f"{room} and {other} never import one another"
    if room in ALONE:
        yield f"{room} imports nothing of ours, but found {target}"


def _impure(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NOT_CALLED_IN_ENGINE:
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy"):
            if node.attr in NOT_OF_NUMPY:
                yield node.lineno, f"numpy.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "numpy":
            names = {*(node.module or "").split("."), *(alias.name for alias in node.names)}
            yield from ((node.lineno, f"numpy.{what}") for what in sorted(names & NOT_OF_NUMPY))


def _circles(graph: dict[str, set[str]]) -> list[str]:
    """The first circle of imports, if there is one. A module that imports itself is one."""
    selfish = [f"circle: {name} -> {name}" for name, targets in graph.items() if name in targets]
    try:
        TopologicalSorter({name: sorted(targets - {name}) for name, targets in graph.items()}).prepare()
    except CycleError as error:
        return [*selfish, "circle: " + " -> ".join(reversed(error.args[1]))]
    return selfish


def test_the_house_keeps_its_storeys() -> None:
    assert faults(ROOT) == []


def house(root: Path, files: dict[str, str]) -> Path:
    """A small house at `root`: sources by their path under game/; every package gets an empty `__init__.py`."""
    for name, source in files.items():
        path = root / "game" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        (root / "game" / "__init__.py").touch()
        path.write_text(textwrap.dedent(source), encoding="utf-8")
    return root


SOUND = {
    "scenario/words.py": "import re",
    "scenario/model.py": "from game.scenario.words import ACTS",
    "engine/luck.py": "import numpy as np\nfrom . import step\nx = np.add(1, 2)",
    "engine/step.py": "from math import sqrt\nfrom game.scenario import model",
    "players/random.py": "import random\nfrom game.engine.step import step\nfrom ..scenario import model",
    "session/play.py": "from game import __version__\nfrom game.library import asset\nimport game.players.random",
    "library.py": "from pathlib import Path",
    "screens/window.py": "import pygame\nfrom game.session import play",
    "terminal.py": "from game.session.play import submit",
    "cli.py": "def main():\n    from game import terminal\n    from game.screens import window",
    "__main__.py": "from game.cli import main",
}


def test_a_sound_house_has_no_faults(tmp_path: Path) -> None:
    assert faults(house(tmp_path, SOUND)) == []


PLANTED = [
    ("scenario/words.py", "import game.engine.step", "scenario may not import game.engine.step, which stands below"),
    ("scenario/words.py", "from ..engine import step", "scenario may not import game.engine.step, which stands below"),
    ("players/random.py", "def f():\n    from game.session import play", "players may not import game.session.play"),
    ("scenario/words.py", "from game import library", "scenario may not import game.library, which stands below"),
    ("engine/step.py", "from game.library import asset", "engine may not import game.library, which stands below"),
    ("session/play.py", "from game.terminal import show", "session may not import game.terminal, which stands below"),
    ("terminal.py", "from game.screens.window import Window", "terminal and screens never import one another"),
    ("screens/window.py", "import game.terminal", "screens and terminal never import one another"),
    ("library.py", "from game.scenario import words", "library imports nothing of ours"),
    ("__init__.py", "from game.scenario import words", "__init__ may not import game.scenario.words"),
    ("cellar/rats.py", "", "cellar stands on no line"),
    ("session/play.py", "import pygame.font", "only screens imports pygame"),
    ("engine/step.py", "import pydantic", "the engine may not import pydantic"),
    ("engine/step.py", "from pathlib import Path", "the engine may not import pathlib.Path"),
    ("engine/step.py", "import os.path", "the engine may not import os.path"),
    ("engine/step.py", "from time import monotonic", "the engine may not import time.monotonic"),
    ("engine/step.py", "import random", "the engine may not import random"),
    ("engine/step.py", "import numpy as np\ndef f():\n    return np.random.default_rng()", "may not use numpy.random"),
    ("engine/step.py", "from numpy.random import default_rng", "may not use numpy.random"),
    ("engine/step.py", "from numpy import load", "may not use numpy.load"),
    ("engine/step.py", "def f():\n    print('hello')", "game/engine/step.py:2: the engine may not use print"),
    ("engine/step.py", "x = open('file')", "the engine may not use open"),
    ("engine/step.py", "from game.engine.luck import draw", "circle: game.engine.luck -> game.engine.step -> game."),
    ("scenario/words.py", "def f():\n    from .model import M", "circle: "),
    ("engine/step.py", "import game.engine.step", "circle: game.engine.step -> game.engine.step"),
]


@pytest.mark.parametrize(("file", "source", "fault"), PLANTED)
def test_a_planted_fault_is_found(tmp_path: Path, file: str, source: str, fault: str) -> None:
    found = faults(house(tmp_path, SOUND | {file: source}))
    assert any(fault in sentence for sentence in found), found
