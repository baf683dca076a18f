"""Which keys and which words the model allows at a place: read off the pydantic annotations, nothing repeated.

A place is a path of keys and list indices. pydantic's own locations also name the branch of a union; ``locate`` takes
those out.
"""

import types
from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from game.scenario.tree import Path

_KEY = "[key]"  # how pydantic marks that a key, not its value, is meant


class Place(NamedTuple):
    """A location in the data: its path, whether the key is meant, which branch of a union, what belongs there."""

    path: Path
    is_key: bool
    branch: str | None
    wanted: Any


def locate(model: type[BaseModel], location: Sequence[str | int]) -> Place:
    """Translate a location of a pydantic error."""
    wanted: Any = model
    path: Path = ()
    branch = None
    for part in location:
        if part == _KEY:
            return Place(path, True, branch, wanted)
        choices = alternatives(wanted)
        if len(choices) > 1:
            branch = str(part)
            wanted = next((choice for choice in choices if _name(choice) == branch), Any)
            continue
        path += (part,)
        wanted = _below(choices[0], part)
    return Place(path, False, branch, wanted)


def alternatives(wanted: Any) -> list[Any]:
    """The types a value may have, None left out: ``Line | str`` -> [Line, str]."""
    origin = get_origin(wanted)
    if origin is Annotated:
        return alternatives(get_args(wanted)[0])
    if origin in (Union, types.UnionType):
        return [choice for arg in get_args(wanted) if arg is not type(None) for choice in alternatives(arg)]
    return [wanted]


def keys_of(wanted: Any) -> list[str]:
    """The keys that a mapping may have; empty if any may stand there."""
    keys: list[str] = []
    for choice in alternatives(wanted):
        if is_model(choice):
            keys += choice.model_fields
        elif get_origin(choice) is dict:
            keys += words_of(get_args(choice)[0])
    return keys


def words_of(wanted: Any) -> list[str]:
    """The words that a value may be; empty if it is free."""
    literals = (choice for choice in alternatives(wanted) if get_origin(choice) is Literal)
    return [str(word) for literal in literals for word in get_args(literal)]


def is_list_of_scalars(wanted: Any) -> bool:
    """Whether one scalar can stand for a list of one here."""
    return any(
        get_origin(choice) is list and not all(is_model(item) for item in alternatives(get_args(choice)[0]))
        for choice in alternatives(wanted)
    )


def is_model(wanted: Any) -> bool:
    """Whether it is a pydantic model class."""
    return isinstance(wanted, type) and issubclass(wanted, BaseModel)


def _name(choice: Any) -> str:
    return str(getattr(choice, "__name__", choice))


def _below(wanted: Any, part: str | int) -> Any:
    if is_model(wanted):
        field = wanted.model_fields.get(part)
        return Any if field is None else field.annotation
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is list:
        return args[0]
    return args[1] if origin is dict else Any
