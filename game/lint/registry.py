"""The list of meaning checks. Adding one means one function under ``checks/`` and one page in ``assets/lint``.

A check takes a ``Look`` at a scenario that the loader accepts and yields ``Finding`` values with its own code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from game.lint.look import Look
from game.scenario.sentences import Finding
from game.scenario.tree import Path

Severity = Literal["error", "warning"]
#: What a check yields: where, a sentence, and whether the key rather than the value is meant.
Said = tuple[Path, str] | tuple[Path, str, bool]
Check = Callable[[Look], Iterator[Said]]


@dataclass(frozen=True)
class Registered:
    """A check with its code. An error means that something cannot work as it is written; a warning asks to look."""

    code: str
    severity: Severity
    find: Check

    def findings(self, look: Look) -> Iterator[Finding]:
        """What it finds, as the loader's own findings are."""
        for path, message, *key in self.find(look):
            yield Finding(path, self.code, message, bool(key and key[0]))


CHECKS: list[Registered] = []


def check(code: str, severity: Severity = "error") -> Callable[[Check], Check]:
    """Register the function below as the check of that code."""

    def register(find: Check) -> Check:
        CHECKS.append(Registered(code, severity, find))
        return find

    return register
