"""What is wrong with a file, as a value: where, in one sentence, how bad, under which code."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

#: More than this many sentences help nobody.
MOST_SHOWN = 100


@dataclass(frozen=True)
class Problem:
    """One finding. ``line`` and ``col`` count from 1; a file that could not be opened has 1:1."""

    file: str
    line: int
    col: int
    message: str
    severity: Literal["error", "warning"] = "error"
    code: str = "syntax"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}: {self.message}"


class BadFile(Exception):
    """A file that cannot be used; ``problems`` says why, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = _shortened(sorted(problems, key=lambda p: (p.line, p.col)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Unreadable(BadFile):
    """There is no text to judge: no such file, a folder, too large, not text."""


class Unsound(BadFile):
    """The text was read and has findings of severity error."""


def _shortened(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST_SHOWN:
        return problems
    last, more = problems[MOST_SHOWN - 1], len(problems) - MOST_SHOWN
    note = f"and {more} more problems in this file; mend these first"
    return [*problems[:MOST_SHOWN], Problem(last.file, last.line, last.col, note, code="more")]


def did_you_mean(found: str, allowed: Iterable[str]) -> str:
    """The end of a sentence that proposes the nearest allowed name; empty if none is near.

    >>> did_you_mean("emial", ["room", "email"])
    "; did you mean 'email'?"
    """
    near = difflib.get_close_matches(found.lower(), list(allowed), n=1, cutoff=0.6) if len(found) <= 60 else []
    return f"; did you mean '{near[0]}'?" if near else ""


def one_line(text: str) -> str:
    """The text without line breaks and with characters that nobody can see written out.

    >>> one_line("a\\n b\\u200b")
    'a b<U+200B>'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in line)


def quoted(text: str, most: int = 40) -> str:
    """The text in single quotes on one line, its end cut if it is long."""
    line = one_line(text)
    return f"'{line}'" if len(line) <= most else f"'{line[: most - 3]}...'"


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names with commas; a long list is cut with an ellipsis."""
    every = list(names)
    return ", ".join(every[:most]) + (", ..." if len(every) > most else "")
