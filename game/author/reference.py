"""The reference of every key, made from the model and its docstrings: ``python -m game.author.reference`` prints it.

A test compares ``assets/handbook/reference.md`` with what this prints, so that it never says anything else.
"""

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.author.docs import about, about_keys
from game.author.parts import PARTS
from game.scenario.words import ACT_GROUPS, FACTS, SITUATIONS, THEMES

_INTRO = """# Reference: every key of a scene

Made from the program itself. A key marked * must be there; the others have a value of their own when they are left out.
Ids are lower-case words with digits and `_`. "Seat -> points" means keys and values: `{employee: 2, boss: 1}`.
"""
_SIMPLE = {"str": "text", "int": "whole number", "float": "number", "bool": "yes or no", "Any": "anything"}
_BOUNDS = {"ge": "from {}", "gt": "above {}", "le": "to {}", "max_length": "at most {} characters"}


def reference() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_INTRO, *(line for part in PARTS for line in _part(part)), *_words()]) + "\n"


def _part(model: type[BaseModel]) -> Iterator[str]:
    yield f"## {_title(model)}\n"
    yield f"{_plain(about(model))}\n"
    told = about_keys(model)
    for name, field in model.model_fields.items():
        star = "*" if field.is_required() else ""
        text = f" {_plain(told[name])}" if name in told else ""
        yield f"- **{name}**{star} ({_kind(field)}).{text}"
    yield ""


def _title(model: type[BaseModel]) -> str:
    name = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()
    return name.capitalize()


def _plain(text: str) -> str:
    return text.replace("``", "`")


def _kind(field: FieldInfo) -> str:
    limits = _limits(field.metadata)
    kind = "id" if any("pattern" in str(each) for each in field.metadata) else _name(field.annotation)
    many = get_origin(field.annotation) is list
    said = [each.replace("characters", "entries") if many else each for each in limits] if kind != "id" else []
    default = field.get_default(call_default_factory=True)
    usual = not field.is_required() and default not in (None, "", [], {})
    return " ".join([kind, *said]) + (f"; {_shown(default)} unless given" if usual else "")


def _limits(metadata: Iterable[Any]) -> list[str]:
    flat = [meta for each in metadata for meta in getattr(each, "metadata", [each])]
    return [
        text.format(f"{getattr(meta, key):g}")
        for meta in flat
        for key, text in _BOUNDS.items()
        if getattr(meta, key, None) is not None
    ]


def _shown(default: Any) -> str:
    return ("yes" if default else "no") if isinstance(default, bool) else str(default)


def _name(kind: Any) -> str:
    """What a type is called: 'list of text', 'id -> number', 'one of room, phone, email'."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(args)
    if origin is Literal:
        return "one of " + ", ".join(map(str, args)) if len(args) <= 8 else "a word from a list below"
    if origin in (Union, types.UnionType):
        return " or ".join(_name(each) for each in args if each is not type(None))
    if origin is list:
        return f"list of {_name(args[0])}"
    if origin is dict:
        return f"{_name(args[0])} -> {_name(args[1])}"
    name = str(getattr(kind, "__name__", kind))
    return _SIMPLE.get(name, f"[{name.lower()}](#{_title(kind).lower().replace(' ', '-')})" if kind in PARTS else name)


def _annotated(args: tuple[Any, ...]) -> str:
    name = _name(args[0])
    if any("pattern" in str(each) for each in args[1:]):
        return "id"
    return " ".join([name, *(each for each in _limits(args[1:]) if "characters" not in each)])


def _words() -> Iterator[str]:
    """The closed lists: acts, facts, situations, themes."""
    yield "## Acts\n\nWhat can be done, by group; a reaction may name an act or a whole group, or `any_offer`.\n"
    for group, acts in ACT_GROUPS.items():
        yield f"- **{group}**: {', '.join(acts)}"
    yield "\n## Facts\n\nWhat a reaction may ask about, with a range in quotes: >= 0.5, < 3, 0.2..0.6, 2, yes, no.\n"
    for name, fact in FACTS.items():
        yield f"- **{name}**: {fact.meaning}"
    yield "\n## Situations\n\nThe keys of `lines:`. What stands in braces there can be named with `about:`.\n"
    for name, meaning in SITUATIONS.items():
        yield f"- **{name}**: {meaning}"
    yield f"\n## Themes\n\n{', '.join(THEMES)}."


if __name__ == "__main__":
    print(reference(), end="")
