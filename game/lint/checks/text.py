"""Texts anywhere in the scene: unfinished, or stuck in a place where they do not belong."""

import re
from collections.abc import Iterator

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.problem import quoted
from game.scenario.tree import Path

_PLACEHOLDER = re.compile(
    r"\b(TODO|FIXME|TBD|XXX+|lorem ipsum|placeholder|insert (text|name|line)s? here|write (me|this|something) here|"
    r"change me|sample text|your text)\b|\?\?\?|<(name|text|insert|your)[^>]*>",
    re.IGNORECASE,
)
#: What every placeholder has one of, to pass over a whole scene at once.
_PIECES = (
    *("todo", "fixme", "tbd", "xxx", "lorem", "placeholder", "change me", "sample text", "your text", "???"),
    *("text here", "texts here", "name here", "names here", "line here", "lines here", "me here", "this here"),
    *("something here", "<name", "<text", "<insert", "<your"),
)
_FOREIGN = re.compile("[\u0370-\u052f]")
_MIXED = re.compile(r"[^\W\d_]{3,}")
_LONG_BRIEF = 260


def texts(part: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of plain data with its path; lists and mappings are walked in order."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from texts(value, (*path, key))
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from texts(value, (*path, place))


@check("placeholder-text", "warning")
def placeholder_text(look: Look) -> Iterator[Said]:
    """A text that was meant to be written later."""
    whole = look.text.lower()
    for path, text in _all(look) if any(piece in whole for piece in _PIECES) else ():
        found = _PLACEHOLDER.search(text)
        if found:
            yield path, f"{quoted(found.group())} was to be replaced by a text of yours"


@check("lookalike-letters", "warning")
def lookalike_letters(look: Look) -> Iterator[Said]:
    """A word of Latin letters with a Cyrillic or Greek one in it that looks the same."""
    for path, text in _all(look) if _FOREIGN.search(look.text) else ():
        if not text.isascii():
            odd = next(
                (word for word in _MIXED.findall(text) if not word.isascii() and len({_script(c) for c in word}) > 1),
                None,
            )
            if odd:
                yield path, f"{quoted(odd)} mixes letters of two alphabets that look alike; type it again"


def _script(letter: str) -> str:
    code = ord(letter)
    return "cyrillic" if 0x400 <= code < 0x530 else "greek" if 0x370 <= code < 0x400 else "latin"


def _all(look: Look) -> list[tuple[Path, str]]:
    if "texts" not in look.worked_out:
        look.worked_out["texts"] = list(texts(look.data))
    found: list[tuple[Path, str]] = look.worked_out["texts"]
    return found


@check("brief-too-long", "warning")
def brief_too_long(look: Look) -> Iterator[Said]:
    """A brief that takes longer to read than a class waits."""
    for s, seat in enumerate(look.scenario.seats):
        count = len(seat.brief.split())
        if count > _LONG_BRIEF:
            yield (
                ("seats", s, "brief"),
                f"this brief has {count} words; more than {_LONG_BRIEF} are not read (two minutes)",
            )
