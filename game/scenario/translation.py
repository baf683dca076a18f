"""A scene in another language: its texts with ids that stay, and a catalogue of translations in gettext's PO format.

A text's id is its path by ids (``issues/salary/label``); a line, which has no id, goes by a fingerprint of its words
(``seats/boss/lines/greet/5f3a2c1b``), so that reordering lines keeps translations and rewording one asks for a new one.
A text without a translation, or whose translation belongs to other words, stays as it is.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.scenario.problem import Problem, Unsound, quoted
from game.scenario.tree import Path

#: Keys whose values are read or said; below the ones that end in "/" every text is.
TOLD: Final = (
    *("title", "setting", "stakes", "practises", "teaching_note", "label", "unit", "synonyms", "epilogue", "found"),
    *("after", "scene", "text", "role", "public", "brief", "objective", "interests/", "constraints/", "batna"),
    *("worries/", "stated_reason", "real_reason", "who", "say", "lines/", "epilogues/"),
)
#: Below these nothing is read or said; issues stand there as keys, whatever they are called.
_SILENT: Final = (
    *("points", "betrays", "impossible", "interactions", "vague_costs", "aspiration", "alternative", "temper"),
    *("sensitivities", "reactions", "signals", "about", "hand"),
)
_PLACE = re.compile(r"\{[a-z0-9_]*\}")
#: Nothing but figures, signs and places: the same in every language.
_WORDLESS = re.compile(r"(\{[a-z0-9_]*\}|[^\w]|\d)*")


@dataclass(frozen=True)
class Text:
    """One text of a scene: its id, where it stands, and its words."""

    id: str
    path: Path
    words: str


@dataclass(frozen=True)
class Entry:
    """One translation of a catalogue: the words it was made for, the translation, and its line in the file."""

    words: str
    translation: str
    line: int


def texts(data: Any) -> list[Text]:
    """Everything in a scene (as plain data) that is read or said, in order; ids are unique."""
    found: dict[str, Text] = {}
    for id_, path, words in _walk(data, (), "", None):
        free = next(each for n in range(1, 10_000) if (each := id_ if n == 1 else f"{id_}-{n}") not in found)
        found[free] = Text(free, path, words)
    return list(found.values())


def _walk(data: Any, path: Path, id_: str, below: str | None) -> Iterator[tuple[str, Path, str]]:
    """(id, path, words); ``below`` is the last key if texts under it count."""
    if isinstance(data, dict):
        for key, value in data.items():
            if (
                key in _SILENT
                or (key == "options" and isinstance(value, dict))
                or (key == "found" and path[:1] == ("evidence",))
            ):
                continue
            told = key if key in TOLD else f"{key}/" if f"{key}/" in TOLD else None
            yield from _walk(value, (*path, key), f"{id_}/{key}" if id_ else key, told or _kept(below, value))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _walk(value, (*path, place), f"{id_}/{_name(value)}", _kept(below, value))
    elif isinstance(data, str) and below is not None and data.strip() and not _WORDLESS.fullmatch(data):
        yield id_, path, data


def _kept(below: str | None, value: Any) -> str | None:
    """Texts in a list count as the list does; keys of an entry of ``lines:`` speak for themselves, but for ``say``."""
    if isinstance(value, dict):
        return None if below is None or not below.endswith("/") or "say" in value else below
    return below if isinstance(value, str | list) else None


def _name(value: Any) -> str:
    if isinstance(value, dict):
        own = value.get("id", value.get("name"))
        return str(own) if own is not None else fingerprint(str(value.get("say", value)))
    return fingerprint(str(value))


def fingerprint(words: str) -> str:
    """Eight hexadecimal digits that stand for a text."""
    return hashlib.blake2b(words.encode("utf-8"), digest_size=4).hexdigest()


def translated(data: Any, catalogue: Mapping[str, Entry], name: str) -> Any:
    """A copy of a scene's plain data in the catalogue's words. Raises Unsound for a translation with other places."""
    made, wrong = _copy(data), []
    for text in texts(data):
        entry = catalogue.get(text.id)
        if entry is None or not entry.translation or entry.words != text.words:
            continue
        if sorted(_PLACE.findall(text.words)) != sorted(_PLACE.findall(entry.translation)):
            wanted = ", ".join(sorted(set(_PLACE.findall(text.words)))) or "none"
            message = f"the translation of {quoted(text.words)} has other places in braces than the text ({wanted})"
            wrong.append(Problem(name, entry.line, 1, message, code="translation"))
        _put(made, text.path, entry.translation)
    if wrong:
        raise Unsound(wrong)
    return made


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(each) for each in data] if isinstance(data, list) else data


def _put(data: Any, path: Path, words: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = words


# -- the PO format -------------------------------------------------------------------------------------------------

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_STRING = re.compile(r'^(?:(msgctxt|msgid|msgstr)\s+)?"((?:[^"\\]|\\.)*)"\s*$')


def po_text(
    found: Iterable[Text], scene: str, language: str, known: Mapping[str, Entry], lines: Mapping[str, int]
) -> str:
    """A catalogue (a template without a language), with the translations that are known already."""
    head = f"Project-Id-Version: {scene}\\nContent-Type: text/plain; charset=UTF-8\\nLanguage: {language}\\n"
    parts = [f'msgid ""\nmsgstr "{head}"\n']
    for text in found:
        old = known.get(text.id)
        new = old.translation if old is not None and old.words == text.words else ""
        place = f'#: {scene}.yaml:{lines[text.id]}\nmsgctxt "{_out(text.id)}"\n'
        parts.append(f'{place}msgid "{_out(text.words)}"\nmsgstr "{_out(new)}"\n')
    return "\n".join(parts)


def _out(words: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in words)


def _in(words: str) -> str:
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), words)


def po_entries(text: str, name: str) -> dict[str, Entry]:
    """The translations of a catalogue by id; those marked fuzzy are left out. Raises Unsound where it is none."""
    found: dict[str, Entry] = {}
    entry: dict[str, str] = {}
    field, fuzzy, start = "", False, 1

    def done() -> None:
        if "msgctxt" in entry and not fuzzy:
            found[entry["msgctxt"]] = Entry(entry.get("msgid", ""), entry.get("msgstr", ""), start)
        entry.clear()

    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if line.startswith("#"):
            if field == "msgstr":
                done()
                field, fuzzy = "", False
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        match = _STRING.match(line.strip())
        if match is None:
            raise Unsound(
                [Problem(name, number, 1, f"this is no line of a PO file: {quoted(line)}", code="translation")]
            )
        if match[1] is not None:
            if match[1] != "msgstr" and field == "msgstr":
                done()
                fuzzy = False
            field = match[1]
            start = number
            entry[field] = ""
        entry[field] = entry.get(field, "") + _in(match[2])
    done()
    return found
