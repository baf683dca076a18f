"""Findings as text for people, as JSON, and as GitHub's workflow commands, which mark the lines of a change."""

import json
from collections.abc import Sequence
from typing import Any

from game.scenario.problem import Problem

FORMATS = ("text", "json", "github")


def as_json(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """One object a finding."""
    return [
        {"code": p.code, "severity": p.severity, "file": p.file, "line": p.line, "col": p.col, "message": p.message}
        for p in problems
    ]


def as_text(problems: Sequence[Problem], files: int) -> str:
    """One line a finding, then a line that counts them."""
    lines = [f"{p.file}:{p.line}:{p.col}: {_warning(p)}{p.message} [{p.code}]" for p in problems]
    return "\n".join([*lines, _count(problems, files)])


def _warning(problem: Problem) -> str:
    return "warning: " if problem.severity == "warning" else ""


def _count(problems: Sequence[Problem], files: int) -> str:
    checked = f"{files} file{'s' if files != 1 else ''} checked"
    if not problems:
        return f"{checked}, no findings."
    warnings = sum(p.severity == "warning" for p in problems)
    errors = len(problems) - warnings
    parts = [f"{n} {what}{'s' if n != 1 else ''}" for n, what in ((errors, "error"), (warnings, "warning")) if n]
    return f"{checked}: {', '.join(parts)}. What a code means: counteroffer lint --explain {problems[0].code}"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands; see GitHub's documentation of ``::error file=..,line=..``."""
    return "\n".join(
        f"::{p.severity} file={_property(p.file)},line={p.line},col={p.col},title={p.code}::{_data(p.message)}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def written(problems: Sequence[Problem], files: int, how: str) -> str:
    """The findings in one of ``FORMATS``."""
    if how == "json":
        return json.dumps(as_json(problems), indent=2, ensure_ascii=False)
    return as_github(problems) if how == "github" else as_text(problems, files)
