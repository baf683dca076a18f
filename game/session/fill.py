"""Places in sentences: {offer}, {item}, {other} and {ISSUE} are replaced as they stand; nothing is evaluated."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def fill(text: str, places: Mapping[str, str]) -> str:
    """The text with its places filled; a place without a filling loses its braces. A sentence start gets its capital.

    >>> fill("{offer}, {other}?", {"offer": "two days at home", "other": "Ruth"})
    'Two days at home, Ruth?'
    """
    text = _PLACE.sub(lambda place: places.get(place[1], place[1].replace("_", " ")), text)
    return text[:1].upper() + text[1:]


def has_place(text: str, name: str) -> bool:
    """Whether the text has that place."""
    return "{" + name + "}" in text
