"""The shape of a cue: one named thing that can be heard in a line, and by how much it moves one signal."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Cue:
    """A rule for one signal.

    ``by`` is in hundredths for each time it is heard, at most ``at_most`` times, the first ``free`` times not counted.
    ``examples`` must match, ``counter_examples`` must not.
    """

    name: str
    signal: str
    by: int
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    at_most: int = 2
    free: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled when the first line is read: starting the game need not wait for it."""
        return re.compile(self.pattern)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it counts in folded text: without the free ones, at most ``at_most``."""
        found = [match.span() for match in self.compiled.finditer(text)]
        return found[self.free : self.free + self.at_most]
