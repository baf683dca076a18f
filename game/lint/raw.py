"""Checks of the text itself, before it means anything: characters that nobody can see. Positions are exact."""

import re
import unicodedata
from collections.abc import Iterator

from game.scenario.problem import Problem

#: Zero-width and invisible characters, soft hyphens, and everything that turns the direction of writing around.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0e\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"


def invisible(text: str, name: str) -> Iterator[Problem]:
    """A problem for every invisible character, except joiners inside emoji and inside scripts that write with them."""
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        at = found.start()
        if found.group() in _JOINERS and _joins(text, at):
            continue
        line = text.count("\n", 0, at) + 1
        what = unicodedata.name(found.group(), "unnamed").lower()
        message = f"an invisible character (U+{ord(found.group()):04X}, {what}) stands here; take it out"
        yield Problem(name, line, at - text.rfind("\n", 0, at), message, "error", "invisible-character")


def _joins(text: str, at: int) -> bool:
    """Whether the characters beside a joiner are ones that it can join."""
    before, after = text[max(at - 1, 0)], text[min(at + 1, len(text) - 1)]
    return all(ord(each) > 0x2190 or 0x600 <= ord(each) < 0x1000 for each in (before, after))
