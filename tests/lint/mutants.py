"""Mutations of scenes: blind ones, ones that surely break the meaning, and rewrites that keep it.

Those that break something are made at places found in the file's own positions, so that it is known which line is
wrong. Each returns the new text, or None where it does not apply.
"""

import random
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from game.scenario.positions import read_tree
from game.scenario.tree import Path, Tree
from tests.scenario.test_mutations import MUTATIONS

Breaking = Callable[[random.Random, "Source"], "str | None"]
TEXTS = ("say", "brief", "public", "found", "text", "scene", "setting", "epilogue", "label", "stakes", "title")
NUMBERS = ("cost", "turns", "minutes", "strength", "value", "welcome", "reservation", "opening", "stubborn", "weight",
           "gain", "chance", "priority", "trust", "patience", "aspiration", "step", "turn", "disclosure")  # fmt: skip
#: Lists and values that name something else in the file, or one of a closed list of words.
NAMING = ("about", "hand", "item", "evidence", "moments", "priorities", "hard_for", "binds", "mood", "act", "rider",
          "seat", "meeting", "theme", "line", "tactic", "opens", "status_quo", "style", "channel", "aims_at", "moment",
          "found_by", "after_act")  # fmt: skip
QUESTIONS = (
    "answer_decision",
    "answer_alternatives",
    "answer_constraint",
    "answer_reason_stated",
    "answer_reason_real",
)


class Source:
    """A scene's text with the places of everything in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.tree: Tree = read_tree(text, "f", marks=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.paths = [path for path in self.tree.marks if path]
        self._found: dict[tuple[str, ...], list[Path]] = {}

    def value(self, path: Path) -> Any:
        data = self.tree.data
        for part in path:
            data = data[part]
        return data

    def at(self, path: Path, *, key: bool = False) -> int:
        line, col = self.tree.mark(path, key=key)
        return self.starts[line - 1] + col - 1

    def replaced(self, path: Path, new: str, *, key: bool = False) -> str | None:
        """The text with a scalar (or a key) that stands there in plain letters replaced."""
        old = str(path[-1]) if key else self.value(path)
        start = self.at(path, key=key)
        if not isinstance(old, str) or self.text[start : start + len(old)] != old:
            return None
        return self.text[:start] + new + self.text[start + len(old) :]

    def block(self, path: Path) -> tuple[int, int]:
        """First line and the line after the last (from 0) of a key in block style with all that belongs to it."""
        line, col = self.tree.mark(path, key=True)
        end = line
        while end < len(self.lines) and (
            not self.lines[end].strip() or self._indent(end) >= col or self._dash(end, col)
        ):
            end += 1
        return line - 1, end

    def _indent(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip())

    def _dash(self, line: int, col: int) -> bool:
        return self._indent(line) == col - 1 and self.lines[line].lstrip().startswith("- ")

    def without(self, path: Path) -> str | None:
        """The text without a key that starts its line."""
        line, col = self.tree.mark(path, key=True)
        if self.lines[line - 1][: col - 1].strip():
            return None
        first, end = self.block(path)
        return "\n".join([*self.lines[:first], *self.lines[end:]])

    def ending(self, *keys: str) -> list[Path]:
        """Paths whose last key (or that of the list they stand in) is one of these."""
        return [
            path
            for path in self.paths
            if path[-1] in keys or (len(path) > 1 and path[-2] in keys and isinstance(path[-1], int))
        ]

    def scalars(self, *keys: str) -> list[Path]:
        if keys not in self._found:
            self._found[keys] = [path for path in self.ending(*keys) if isinstance(self.value(path), str)]
        return self._found[keys]


@cache
def source(text: str) -> Source:
    return Source(text)


# -- what breaks the meaning -----------------------------------------------------------------------------------------

#: Parents whose keys are those of the model, not ids of the author's.
_FREE = ("points", "interests", "constraints", "worries", "impossible", "betrays", "vague_costs", "first", "second",
         "options", "aspiration", "alternative", "lines", "epilogues", "wordings", "temper", "sensitivities", "facts",
         "since", "signals", "stance")  # fmt: skip


def key_renamed(luck: random.Random, s: Source) -> str | None:
    path = luck.choice([p for p in s.paths if isinstance(p[-1], str) and not (len(p) > 1 and p[-2] in _FREE)])
    return s.replaced(path, str(path[-1]) + luck.choice(("s", "_q", "2")), key=True)


def word_renamed(luck: random.Random, s: Source) -> str | None:
    words = ("lines", "epilogues", "wordings", "temper", "sensitivities", "facts", "signals", "stance")
    path = luck.choice([p for p in s.paths if len(p) > 1 and p[-2] in words and isinstance(p[-1], str)])
    return s.replaced(path, str(path[-1]) + "_q", key=True)


def key_dropped(luck: random.Random, s: Source) -> str | None:
    required = {
        "": ("format", "id", "title", "setting", "stakes", "minutes", "opens", "meetings", "issues", "seats"),
        "meetings": ("id", "channel", "turns", "moments", "scene"),
        "issues": ("id", "label", "status_quo"),
        "details": ("id", "label", "vague_costs", "epilogue"),
        "evidence": ("id", "label", "seat", "strength"),
        "research": ("id", "seat", "label", "cost", "found"),
        "favours": ("id", "seat", "label", "cost"),
        "seats": ("id", "name", "role", "public", "brief", "objective", "interests", "batna", "points", "hands"),
        "hands": ("id", "brief", "stated_reason", "real_reason", "reservation"),
        "reactions": ("name", "source", "when", "then"),
    }
    paths = [p for p in s.paths if p[-1] in required.get(str(p[-3]) if len(p) > 2 else "" if len(p) == 1 else "-", ())]
    return s.without(luck.choice(paths))


def key_twice(luck: random.Random, s: Source) -> str | None:
    path = luck.choice([p for p in s.paths if isinstance(p[-1], str) and isinstance(s.value(p), str)])
    line, col = s.tree.mark(path, key=True)
    if s.lines[line - 1][: col - 1].strip():
        return None
    return "\n".join([*s.lines[: line - 1], f"{' ' * (col - 1)}{path[-1]}: x", *s.lines[line - 1 :]])


def type_changed(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars(*NUMBERS, "bad", "known", "once", "price", "easily_countered"))
    return s.replaced(path, luck.choice(("much", "[1, 2]", "{a: 1}", "''")))


def out_of_range(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars(*NUMBERS))
    return s.replaced(path, luck.choice(("-2000", "99999", "1e9", "nan")))


def dangling(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars(*NAMING))
    return s.replaced(path, s.value(path) + luck.choice(("_q", "s2", "x")))


def definition_renamed(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars("id"))
    if path[0] == "id" or path[0] == "wordings":
        return None
    name = s.value(path)
    uses = [
        p
        for p in s.paths
        if p != path and (p[-1] == name or (s.value(p) == name and p[-1] != "id" and p in _naming(s)))
    ]
    return s.replaced(path, name + "_q") if uses else None


@cache
def _naming(s: Source) -> frozenset[Path]:
    return frozenset(s.scalars(*NAMING))


def range_turned(luck: random.Random, s: Source) -> str | None:
    ranges = [p for p in s.paths if isinstance(s.value(p), str) and ".." in s.value(p) and p[-2:-1] == ("facts",)]
    if ranges and luck.random() < 0.5:
        path = luck.choice(ranges)
        low, _, high = s.value(path).partition("..")
        line = s.lines[s.tree.mark(path)[0] - 1]
        return s.text.replace(line, line.replace(f"{low}..{high}", f"{high}..{low}"), 1)
    path = luck.choice(s.scalars("reservation", "opening", "step"))
    return s.replaced(path, {"reservation": "99.5", "opening": "3", "step": "7.37"}[str(path[-1])])


def place_unknown(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(
        [p for p in s.paths if "lines" in p and isinstance(p[-1], int | str) and isinstance(s.value(p), str)]
    )
    line = s.tree.mark(path)[0] - 1
    text = s.lines[line]
    return (
        None if '"' not in text else "\n".join([*s.lines[:line], _into_quotes(text, "{nobody} "), *s.lines[line + 1 :]])
    )


def _into_quotes(line: str, what: str) -> str:
    """The line with something put at the start of its last quoted text."""
    at = [m.start() for m in re.finditer(r'(?<!\\)"', line)][-2 if line.count('"') > 1 else -1]
    return line[: at + 1] + what + line[at + 1 :]


def unseen(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars(*TEXTS))
    at = s.at(path) + 2
    return s.text[:at] + luck.choice("\u200b\u202e\u2066\u00ad\ufeff\u0007\u2028") + s.text[at:]


def unfinished(luck: random.Random, s: Source) -> str | None:
    path = luck.choice(s.scalars("label", "stakes", "title", "objective", "role"))
    return s.replaced(path, luck.choice(("TODO", "lorem ipsum", "your text here", "change me")))


def mute(luck: random.Random, s: Source) -> str | None:
    return s.without(luck.choice([p for p in s.paths if p[-1] in QUESTIONS and p[-2] == "lines"]))


def worthless(luck: random.Random, s: Source) -> str | None:
    path = luck.choice([p for p in s.scalars("strength", "welcome") if float(s.value(p)) > 0])
    return s.replaced(path, "0")


def never_so(luck: random.Random, s: Source) -> str | None:
    paths = [
        p
        for p in s.paths
        if p[-2:-1] == ("facts",) and p[-1] in ("trust", "desperation", "hostility", "reason_known", "turn")
    ]
    if not paths:
        return None
    path = luck.choice(paths)
    line, col = s.tree.mark(path)
    text = s.lines[line - 1]
    quoted = re.match(r'"[^"]*"', text[col - 1 :])
    if quoted is None:
        return None
    return "\n".join(
        [*s.lines[: line - 1], text[: col - 1] + '"> 100"' + text[col - 1 + quoted.end() :], *s.lines[line:]]
    )


BREAKING: tuple[Breaking, ...] = (
    key_renamed, word_renamed, key_dropped, key_twice, type_changed, out_of_range, dangling, definition_renamed,
    range_turned, place_unknown, unseen, unfinished, mute, worthless, never_so,
)  # fmt: skip


def broken(seed: int, texts: list[str]) -> tuple[str, str, str]:
    """(kind, original, mutant) of a mutation that breaks the meaning."""
    luck = random.Random(seed)
    while True:
        text, kind = luck.choice(texts), luck.choice(BREAKING)
        made = kind(luck, source(text))
        if made is not None and made != text:
            return kind.__name__, text, made


def blind(seed: int, texts: list[str]) -> str:
    """One to eight random changes of characters, lines, tokens, keys or values, or of bytes."""
    luck = random.Random(seed)
    text = luck.choice(texts)
    for _ in range(luck.choice((1, 1, 1, 2, 3, 8))):
        text = luck.choice(MUTATIONS)(luck, text) or "x"
    return text


# -- what keeps it ---------------------------------------------------------------------------------------------------


def rewritten(seed: int, text: str) -> str:
    """The same scene in another order of keys, in other quotes and styles, with comments."""
    luck = random.Random(seed)
    return _block(source(text).tree.data, 0, luck) + "\n"


def _block(data: Any, depth: int, luck: random.Random) -> str:
    pad = "  " * depth
    if luck.random() < 0.1 or not data or (depth > 2 and luck.random() < 0.5):
        return pad + _flow(data, luck)
    comment = f"{pad}# {luck.choice(('a note', 'key: value', '- x'))}\n" if luck.random() < 0.1 else ""
    if isinstance(data, dict):
        items = list(data.items())
        luck.shuffle(items)
        return comment + "\n".join(f"{pad}{_scalar(k, luck, key=True)}:{_after(v, depth, luck)}" for k, v in items)
    return comment + "\n".join(f"{pad}-{_after(v, depth, luck)}" for v in data)


def _after(value: Any, depth: int, luck: random.Random) -> str:
    if isinstance(value, dict | list):
        return "\n" + _block(value, depth + 1, luck)
    return " " + _scalar(value, luck) + ("  # noted" if luck.random() < 0.05 else "")


def _flow(data: Any, luck: random.Random) -> str:
    if isinstance(data, dict):
        items = list(data.items())
        luck.shuffle(items)
        return "{" + ", ".join(f"{_scalar(k, luck, key=True)}: {_flow(v, luck)}" for k, v in items) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(_flow(v, luck) for v in data) + "]"
    return _scalar(data, luck)


def _scalar(value: str, luck: random.Random, *, key: bool = False) -> str:
    plain = re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_ .]*[A-Za-z0-9_]|[A-Za-z0-9_]", value) and value.lower() not in (
        "null",
        "",
    )
    if plain and luck.random() < (0.9 if key else 0.5):
        return value
    if luck.random() < 0.5:
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
