r"""The page of a code: what the finding means, the smallest change that triggers it, how to mend it.

Pages are Markdown in ``assets/lint/CODE.md`` and always have the same parts, because a test runs them:

    # CODE (error)
    > the sentence as lint prints it
    Why it matters, in a few sentences.
    ## The smallest file that triggers it
    one block (a whole file), or pairs: what stands in the file that `counteroffer new` writes, and what to put there;
    the line that is reported, if it is there, ends in `# <- here`. A block marked `yaml escaped` writes odd characters
    as \uXXXX or \xXX, and \*N(text) for N times the text
    ## How to mend it
    a few sentences.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(
    r"^# (?P<code>[a-z0-9-]+) \((?P<severity>error|warning)\)\n\n> (?P<message>[^\n]+)\n\n(?P<why>.+?)\n\n## ",
    re.DOTALL,
)
_BLOCK = re.compile(r"^```(?P<kind>yaml|yaml escaped)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
HERE = "# <- here"


@dataclass(frozen=True)
class Page:
    """One code explained. ``blocks`` are the examples, ``escaped`` says that they write odd characters as \\uXXXX."""

    code: str
    severity: str
    message: str
    why: str
    blocks: tuple[str, ...]
    escaped: bool
    mend: str
    text: str


class NoPage(ValueError):
    """There is no page for a code; the message says which codes are near."""


def codes(folder: Path) -> list[str]:
    """Every code that has a page."""
    return sorted(path.stem for path in folder.glob("*.md"))


def page(folder: Path, code: str) -> Page:
    """The page of a code. Raises NoPage; ValueError if the page is not laid out as it should be."""
    path = folder / f"{code}.md"
    if not re.fullmatch(r"[a-z0-9-]+", code) or not path.is_file():
        raise NoPage(code)
    return parsed(path.read_text(encoding="utf-8"))


def parsed(text: str) -> Page:
    """A page from its text."""
    head, blocks = _HEAD.match(text), list(_BLOCK.finditer(text))
    _, mended, mend = text.partition("## How to mend it\n\n")
    if head is None or not (len(blocks) == 1 or (blocks and len(blocks) % 2 == 0)) or not mended:
        raise ValueError("a page has a heading, a message, why, one block or pairs of blocks, and how to mend it")
    return Page(
        code=head["code"],
        severity=head["severity"],
        message=head["message"],
        why=head["why"],
        blocks=tuple(block["text"] for block in blocks),
        escaped=any(block["kind"].endswith("escaped") for block in blocks),
        mend=mend.strip(),
        text=text,
    )


def example(found: Page, start: str) -> str:
    """The whole file that triggers the finding; ``start`` is the file that ``counteroffer new`` writes."""
    plain = [_unescaped(block) if found.escaped else block for block in found.blocks]
    if len(plain) == 1:
        return plain[0]
    for old, new in zip(plain[::2], plain[1::2], strict=True):
        if start.count(old.rstrip("\n")) != 1:
            raise ValueError(f"what the page of {found.code} wants to replace does not stand in the starting file once")
        start = start.replace(old.rstrip("\n"), new.rstrip("\n"))
    return start


def _unescaped(block: str) -> str:
    """``\\u202e`` and ``\\x07`` as the characters they name, ``\\*3(ab)`` as ``ababab``."""
    repeated = re.sub(r"\\\*(\d+)\(([^)]*)\)", lambda m: m[2] * int(m[1]), block)
    return re.sub(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))", lambda m: chr(int(m[1] or m[2], 16)), repeated)
