"""A file to everything there is to say about it: what the loader refuses, then what it means."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from game.lint import checks
from game.lint.look import Look
from game.lint.raw import invisible
from game.lint.registry import CHECKS
from game.scenario.load import Examined, examine_scenario, read_text
from game.scenario.problem import BadFile, Problem, Unreadable
from game.scenario.reaction import Reaction
from game.scenario.tree import control_character

__all__ = ["checks", "lint_file", "lint_text", "severity_of"]
_CONTROL = "control-character"
_SEVERITY = {each.code: each.severity for each in CHECKS}


def lint_file(path: Path, general: Sequence[Reaction] = (), known: Collection[str] = ()) -> tuple[list[Problem], bool]:
    """All problems of a file in order, and whether there was a text to judge at all."""
    try:
        text = read_text(path)
    except Unreadable as error:
        return error.problems, False
    return lint_text(text, str(path), general, known, path.stem), True


def lint_text(
    text: str, name: str, general: Sequence[Reaction] = (), known: Collection[str] = (), stem: str = ""
) -> list[Problem]:
    """All problems of a text, in its order.

    Args:
        name: the file to name in problems. general: the general reactions. known: ids of installed scenarios.
        stem: the file's name without folder and ending, which the scene's id should be; "" does not compare.
    """
    stray = control_character(text)
    if stray is not None:  # in a file this is found on reading it; the YAML reader would take it for a line's end
        return [Problem(name, *stray[0], f"a control character ({stray[1]}) stands here; take it out", code=_CONTROL)]
    examined = examine_scenario(text, name)
    found = [*examined.problems, *invisible(text, name), *_meaning(examined, _look_of(examined, general, known, stem))]
    return BadFile(found).problems


def _look_of(examined: Examined, general: Sequence[Reaction], known: Collection[str], stem: str) -> Look | None:
    if examined.scenario is None:
        return None
    return Look(examined.scenario, general, known, stem, examined.tree.data, examined.text)


def _meaning(examined: Examined, look: Look | None) -> Iterable[Problem]:
    if look is None:
        return []
    found = [(finding, each.severity) for each in CHECKS for finding in each.findings(look)]
    placed = []
    for severity in ("error", "warning"):
        of_it = examined.placed(finding for finding, how in found if how == severity)
        placed += [Problem(p.file, p.line, p.col, p.message, severity, p.code) for p in of_it]
    return placed


def severity_of(code: str) -> str:
    """How bad a finding of that code is: what the loader refuses is always an error."""
    return _SEVERITY.get(code, "error")
