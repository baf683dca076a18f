"""The JSON schema of a scenario file, for editors: completion, help on hovering, and squiggles under mistakes.

pydantic makes it from the model; here it is made to fit files as people write them. YAML reads ``58000`` as a number
and ``yes`` as a word, where the loader takes both as the author meant them; and one word may stand for a list of one.
"""

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

from game.author.docs import about_keys
from game.author.parts import PARTS
from game.scenario.model import Scenario
from game.scenario.words import FACTS, SITUATIONS

_NUMBER_TEXT = {"type": "string", "pattern": r"^[-+]?(\d+\.?\d*|\.\d+)$"}
_YES_OR_NO = {"enum": [True, False, "yes", "no"]}
#: What is said about keys that are words of the game, by one of those words.
_HELP: dict[str, dict[str, str]] = {
    "greet": dict(SITUATIONS),
    "worth": {name: fact.meaning for name, fact in FACTS.items()},
}


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


@cache
def schema() -> dict[str, Any]:
    """The schema as data."""
    raw = Scenario.model_json_schema()
    parts = {part.__name__: part for part in PARTS}
    made: dict[str, Any] = _fitted(raw)
    for name, part in {**{name: made["$defs"].get(name) for name in parts}, "Scenario": made}.items():
        if part is not None:
            _explain(part, parts[name])
    made["$schema"] = "http://json-schema.org/draft-07/schema#"
    made["title"] = "A scene for Counteroffer"
    return made


def _explain(part: dict[str, Any], model: type[BaseModel]) -> None:
    for key, text in about_keys(model).items():
        if key in part.get("properties", {}):
            part["properties"][key] = part["properties"][key] | {"description": text.replace("``", "")}


def _fitted(node: Any) -> Any:
    """The schema with everything taken in that the loader takes."""
    if isinstance(node, list):
        return [_fitted(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: value for key, value in node.items() if key != "title" or not isinstance(value, str)}
    node = {key: _fitted(value) for key, value in node.items()}
    if "propertyNames" in node and "enum" in node["propertyNames"]:
        return _named_keys(node)
    return _KINDS.get(node.get("type", ""), lambda same: same)(node)


def _named_keys(node: dict[str, Any]) -> dict[str, Any]:
    """Keys from a closed list as properties, so that an editor can complete and explain them."""
    words = node.pop("propertyNames")["enum"]
    value = node.pop("additionalProperties", {})
    told = next((texts for word, texts in _HELP.items() if word in words), {})
    made = {word: ({"description": told[word]} | value if word in told else value) for word in words}
    return node | {"properties": made, "additionalProperties": False}


def _text(node: dict[str, Any]) -> dict[str, Any]:
    """A number is fine where a short text is wanted; a word of a closed list is not."""
    if "enum" in node or "const" in node:
        return node
    return node | {"type": ["string", "number", "boolean"]}


def _number(node: dict[str, Any]) -> dict[str, Any]:
    if "const" in node:
        return node
    rest = {key: node.pop(key) for key in ("default", "description") if key in node}
    return {"anyOf": [node, _NUMBER_TEXT]} | rest


def _truth(node: dict[str, Any]) -> dict[str, Any]:
    rest = {key: node[key] for key in ("default", "description") if key in node}
    return _YES_OR_NO | rest


def _list(node: dict[str, Any]) -> dict[str, Any]:
    """One scalar may stand for a list of one."""
    item = node.get("items", {})
    if "$ref" in item or any("$ref" in each for each in item.get("anyOf", ())):
        return node
    rest = {key: node.pop(key) for key in ("default", "description") if key in node}
    return {"anyOf": [node, item]} | rest


_KINDS = {"string": _text, "number": _number, "integer": _number, "boolean": _truth, "array": _list}
