"""Names that do not exist, found in a file that also has errors of shape, so that all come out at once.

The wrong parts of a copy are taken out or filled with stand-ins until the model accepts it; then the names are checked.
Findings near a mended part are left out, and nothing is said at all if what is wrong could be what others refer to.
"""

import copy
from collections.abc import Callable, Iterable
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from game.scenario.sentences import MOST_TOLD, Finding, value_at
from game.scenario.shape import Place, locate, words_of
from game.scenario.tree import Path

_ROUNDS = 3
#: Numbers of a mended file mean nothing; names do.
_TRUSTED: Final = ("unknown-name", "duplicate-id")
#: Others depend on these: what they should be cannot be guessed.
_PIVOTS: Final = ("id", "name", "seat", "range", "options")
_FILL: Final = {
    "string_type": "x",
    "string_too_short": "x",
    "string_too_long": "x",
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "float_type", "float_parsing"), "1"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "no"),
}


class _Hopeless(Exception):
    """A part that cannot be mended without guessing."""


def names_despite(
    error: ValidationError, model: type[BaseModel], data: Any, check: Callable[[Any], Iterable[Finding]]
) -> list[Finding]:
    """What ``check`` says about names in the parts of ``data`` that have the right shape."""
    if error.error_count() > MOST_TOLD:
        return []
    rest, mended = copy.deepcopy(data), set[Path]()
    for _ in range(_ROUNDS):
        try:
            for detail in error.errors(include_url=False):
                mended.add(_mend(rest, locate(model, detail["loc"]), detail))
            found = check(model.model_validate(rest))
        except _Hopeless:
            return []
        except ValidationError as more:
            error = more
            continue
        return [f for f in found if f.code in _TRUSTED and not any(_near(f.path, path) for path in mended)]
    return []


def _mend(rest: Any, place: Place, detail: Any) -> Path:
    """Make one part acceptable, in place; the path of what was changed."""
    if not place.path or any(part in _PIVOTS for part in place.path):
        raise _Hopeless
    filling = _filling(place, detail)
    path = place.path if filling is not None else _nearest_key(place.path)
    parent, last = value_at(rest, path[:-1]), path[-1]
    if not isinstance(parent, dict | list):
        return path  # taken out together with another part
    if detail["type"] == "missing":
        _put(parent, last, None)
    elif filling is not None:
        _put(parent, last, filling)
    elif isinstance(parent, dict) and not _defines(parent.get(last)):
        parent.pop(last, None)
    else:
        raise _Hopeless
    return path


def _put(parent: Any, last: str | int, value: str | None) -> None:
    parent[last] = value


def _filling(place: Place, detail: Any) -> str | None:
    """A stand-in for a wrong value, None if it is better taken out."""
    if place.is_key or place.branch is not None:
        return None
    if detail["type"] == "literal_error":
        return words_of(place.wanted)[0]
    context = detail.get("ctx", {})
    limit = context.get("ge", context.get("le"))
    return str(limit) if limit is not None else _FILL.get(detail["type"])


def _nearest_key(path: Path) -> Path:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return path


def _defines(value: Any) -> bool:
    """Whether something has an id that others may refer to."""
    if isinstance(value, dict):
        return "id" in value or any(_defines(child) for child in value.values())
    return isinstance(value, list) and any(_defines(child) for child in value)


def _near(path: Path, other: Path) -> bool:
    shared = min(len(path), len(other))
    return path[:shared] == other[:shared]
