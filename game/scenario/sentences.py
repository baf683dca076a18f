"""pydantic's errors as sentences for people who write scenes, not programs."""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ValidationError

from game.scenario.problem import did_you_mean, listed, quoted
from game.scenario.shape import Place, alternatives, is_model, keys_of, locate, words_of
from game.scenario.tree import Path


class Finding(NamedTuple):
    """Something wrong at a place in the data; ``key`` says that its key is meant, not its value."""

    path: Path
    code: str
    message: str
    key: bool = False


#: More errors than this are one mistake made again and again; the others would only cost time.
MOST_TOLD: Final = 400
_WANTS: Final = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number of ordinary size",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "an ordinary number",
    "bool_type": "yes or no",
    "bool_parsing": "yes or no",
}
_BOUNDS: Final = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "greater_than": ("more than", "gt"),
    "less_than": ("less than", "lt"),
}


def findings_of(error: ValidationError, model: type[BaseModel], data: Any) -> list[Finding]:
    """All findings of one validation, without what merely follows from another."""
    found: list[Finding] = []
    for detail in error.errors(include_url=False)[:MOST_TOLD]:
        place = locate(model, detail["loc"])
        if place.branch is None or is_right_branch(model, detail, place, data):
            found.append(_finding(detail, place, model, data))
        elif not isinstance(value_at(data, place.path), str | dict) and place.path not in {f.path for f in found}:
            found.append(_wants(place, value_at(data, place.path), data, "text, or keys and values"))
    return list(_without_echoes(found))


def is_right_branch(model: type[BaseModel], detail: Any, place: Place, data: Any) -> bool:
    """Of ``Line | str``: whether this error belongs to the kind of value that stands there."""
    depth = next(n for n in range(len(detail["loc"])) if locate(model, detail["loc"][: n + 1]).branch)
    value = value_at(data, locate(model, detail["loc"][:depth]).path)
    union = locate(model, detail["loc"][:depth]).wanted
    branch = next((choice for choice in alternatives(union) if choice.__name__ == place.branch), None)
    return isinstance(value, dict) if is_model(branch) else isinstance(value, str)


def value_at(data: Any, path: Path) -> Any:
    """What stands at a path, None if nothing does."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def name_of(data: Any, path: Path) -> str:
    """What to call the thing at ``path`` in a sentence: its id, its key, or its place in a list."""
    value = value_at(data, path)
    own = value.get("id", value.get("name")) if isinstance(value, dict) else None
    if isinstance(own, str) and path:
        return quoted(own)
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {name_of(data, path[:-1])}"
    return quoted(path[-1])


def unknown(name: str, allowed: list[str], what: str) -> str:
    """The sentence for a name that is not among the allowed ones."""
    allowed = list(dict.fromkeys(allowed))
    near = did_you_mean(name, allowed)
    if not allowed:
        return f"{quoted(name)} is not {what}; there is none"
    if len(allowed) <= 6:
        return f"{quoted(name)} is not {what} ({listed(allowed)}){near}"
    return (
        f"{quoted(name)} is not {what}{near}" if near else f"{quoted(name)} is not {what}; use one of {listed(allowed)}"
    )


# -- one kind of error each ----------------------------------------------------------------------------------------


def _finding(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    kind: str = detail["type"]
    if kind in _WANTS:
        return _wants(place, value_at(data, place.path), data, _WANTS[kind])
    teller = _TELLERS.get(kind)
    if teller is not None:
        return teller(detail, place, model, data)
    return Finding(place.path, "wrong-type", f"{name_of(data, place.path)}: {detail['msg']}", place.is_key)


def _wants(place: Place, value: Any, data: Any, wanted: str) -> Finding:
    name = name_of(data, place.path) if not isinstance(value, dict) else _key_name(data, place.path)
    if value is None:
        return Finding(place.path, "empty", f"{name} is empty; it wants {wanted}", key=True)
    if isinstance(value, str):
        if "keys" not in wanted and wanted != "a list":
            return Finding(place.path, "wrong-type", f"{quoted(value)} is not {wanted}")
        return Finding(place.path, "wrong-type", f"{name} wants {wanted}, found {quoted(value)}")
    found = "keys and values" if isinstance(value, dict) else "a list"
    return Finding(place.path, "wrong-type", f"{name} wants {wanted}, found {found}")


def _key_name(data: Any, path: Path) -> str:
    return quoted(path[-1]) if path and isinstance(path[-1], str) else name_of(data, path)


def _missing(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del detail, model
    owner, field = place.path[:-1], str(place.path[-1])
    return Finding((*owner, field), "missing", f"{name_of(data, owner)} is missing '{field}'", key=True)


def _extra(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del data
    allowed = keys_of(locate(model, detail["loc"][:-1]).wanted)
    name = str(place.path[-1])
    near = did_you_mean(name, allowed) or f"; keys here are {listed(allowed, 30)}"
    return Finding(place.path, "unknown-key", f"{quoted(name)} is not a key here{near}", key=True)


def _literal(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    if place.is_key:
        name, words = str(place.path[-1]), keys_of(locate(model, detail["loc"][:-2]).wanted)
        near = did_you_mean(name, words) or f"; keys here are {listed(words, 30)}"
        return Finding(place.path, "unknown-key", f"{quoted(name)} is not a key here{near}", key=True)
    value, words = value_at(data, place.path), words_of(place.wanted)
    if not isinstance(value, str):
        return _wants(place, value, data, f"one of {listed(words)}")
    near = did_you_mean(value, words)
    if len(words) == 1:
        return Finding(place.path, "unknown-word", f"{quoted(value)} is not known here; write {words[0]}")
    if near and len(words) > 12:
        return Finding(place.path, "unknown-word", f"{quoted(value)} is not known here{near}")
    return Finding(place.path, "unknown-word", f"{quoted(value)} is not one of {listed(words, 60)}{near}")


def _bound(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del model
    words, limit = _BOUNDS[detail["type"]]
    value = value_at(data, place.path)
    return Finding(
        place.path,
        "out-of-range",
        f"{name_of(data, place.path)} must be {words} {detail['ctx'][limit]:g}, found {quoted(str(value))}",
    )


def _pattern(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del detail, model
    value = place.path[-1] if place.is_key else value_at(data, place.path)
    hint = "use a word in lower case, digits and _, such as 'market_data'"
    return Finding(place.path, "bad-id", f"{quoted(str(value))} cannot be an id; {hint}", place.is_key)


def _length(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del model
    value = str(place.path[-1] if place.is_key else value_at(data, place.path))
    name = name_of(data, place.path)
    if detail["type"] == "string_too_short":
        return Finding(place.path, "empty", f"{name} is empty; write some text", place.is_key)
    most = detail["ctx"]["max_length"]
    message = f"{name} is too long: {len(value)} characters where {most} fit; shorten it"
    return Finding(place.path, "out-of-range", message, place.is_key)


def _entries(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del model
    context = detail["ctx"]
    least = detail["type"] == "too_short"
    limit = f"at least {context['min_length']}" if least else f"at most {context['max_length']}"
    found = len(value_at(data, place.path))
    name = _key_name(data, place.path)
    return Finding(place.path, "out-of-range", f"{name} needs {limit} entries, found {found}", key=True)


def _own_words(detail: Any, place: Place, model: type[BaseModel], data: Any) -> Finding:
    del model, data
    return Finding(place.path, "wrong-type", str(detail["ctx"]["error"]), place.is_key)


_TELLERS: Final[dict[str, Callable[[Any, Place, type[BaseModel], Any], Finding]]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    **dict.fromkeys(_BOUNDS, _bound),
    "string_pattern_mismatch": _pattern,
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _entries,
    "too_long": _entries,
    "value_error": _own_words,
}


def _without_echoes(found: list[Finding]) -> Iterator[Finding]:
    """Leave out "is missing 'issues'" where "'isues' is not a key; did you mean 'issues'" is said already."""
    meant = {
        (f.path[:-1], f.message.rpartition("did you mean ")[2].strip("'?")) for f in found if f.code == "unknown-key"
    }
    for finding in found:
        if finding.code != "missing" or (finding.path[:-1], finding.path[-1]) not in meant:
            yield finding
