"""The shape of an act rule: one named pattern that makes a clause an act."""

import re
from dataclasses import dataclass
from functools import cached_property

from game.reader.text import Clause, clauses, fold


@dataclass(frozen=True)
class ActRule:
    """A rule that reads one act out of one clause.

    ``confidence`` is 0..1 when nothing speaks against it. ``asks``: True only in a question, False only outside one,
    None anywhere. ``whole``: only if the clause is its whole sentence. ``examples`` must match,
    ``counter_examples`` must not.
    """

    name: str
    act: str
    confidence: float
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    asks: bool | None = None
    whole: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled when the first line is read: starting the game need not wait for it."""
        return re.compile(self.pattern)

    def find(self, clause: Clause) -> tuple[int, int] | None:
        """The span of the match in the line, or None."""
        if (self.asks is not None and self.asks != clause.question) or (self.whole and not clause.whole):
            return None
        match = self.compiled.search(clause.text)
        return None if match is None else (clause.start + match.start(), clause.start + match.end())

    def matches(self, line: str) -> bool:
        """Whether any clause of a line matches."""
        return any(self.find(clause) is not None for clause in clauses(fold(line)))
