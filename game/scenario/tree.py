"""What reading YAML yields: plain data, what was refused, and where everything stands."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from game.scenario.problem import Problem

MOST_DEPTH = 32
MOST_NODES = 50_000

#: Where something stands in the data: keys and list indices from the root.
Path = tuple[str | int, ...]
#: Line and column, both from 1.
Mark = tuple[int, int]

#: What an empty value looks like when it is not in quotes.
NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
#: Characters that have no place in a text: they hide, or move the cursor.
CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass
class Tree:
    """What was read: ``data`` (dict, list, str or None), what was refused, and where things stand.

    ``spoiled`` holds the paths whose content was refused: what the model says about them is noise. ``marks`` maps a
    path to the mark of its key and of its value; it is empty unless asked for.
    """

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    spoiled: set[Path] = field(default_factory=set)
    marks: dict[Path, tuple[Mark, Mark]] = field(default_factory=dict)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Where the value (or key) at ``path`` stands, else its nearest existing parent."""
        while path and path not in self.marks:
            path, key = path[:-1], True
        return self.marks.get(path, ((1, 1), (1, 1)))[0 if key else 1]


def control_character(text: str) -> tuple[Mark, str] | None:
    """The first character that has no place in a text file: its mark and its name such as U+0007."""
    found = CONTROL.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return (line, found.start() - text.rfind("\n", 0, found.start())), f"U+{ord(found.group()):04X}"
