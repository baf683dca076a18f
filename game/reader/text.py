"""What a line looks like before any rule sees it: folded, bounded, cut into sentences and clauses.

Folding never changes a character's position, so a span found in folded text is a span of what was typed.
"""

import re
from typing import NamedTuple

#: Characters that are read; the rest of a longer line is ignored.
READ_AT_MOST = 2000

#: Control characters, odd spaces, writing-direction marks and halves of characters; the joiners inside emoji stay.
_BLANK = (*range(32), *range(0x7F, 0xA1), *range(0x2000, 0x200C), *range(0x200E, 0x2010), *range(0x2028, 0x2030),
          *range(0x2060, 0x2070), 0xFEFF, *range(0xD800, 0xE000))  # fmt: skip
_CLEAN = {code: " " for code in _BLANK if code != ord("\n")}
_SAME = _CLEAN | {
    0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x201C: '"', 0x201D: '"',
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2026: ".",
}  # fmt: skip
_SENTENCE_END = re.compile(r"(?:(?<!\d)[.]|[.](?!\d)|[!?;]|\n)[.!?\"')\]]*")
_CLAUSE_BREAK = re.compile(
    r",? (?:but|however|though|although|yet)[ ,]|,? (?:because|since|as i)(?= )| [-–—]+ |—|: "
    r"|, (?=[\d€$£]{1,9}\S*[.!]*$)|, (?=(?:so|what|who|why|how|can|could"
    r"|would|will|and (?:i|could|can|thank)|i|thank you|thanks|i'd|i'll|i'm)\b)|,? and (?=(?:thank you"
    r"|thanks|i'd like|i would like|i propose"
    r"|could we|could you|can we|can you|who|why|how about)\b)"
)


class Clause(NamedTuple):
    """A stretch of one sentence: its folded text, where it starts, and how its sentence ends."""

    text: str
    start: int
    question: bool
    reason: bool
    """It gives a reason: it follows 'because', 'since' or the like."""
    sentence: int
    whole: bool


def fold(line: str) -> str:
    """The first 2,000 characters in lower case with plain quotes and no control characters, positions unchanged.

    >>> fold("I’d like\\t62")
    "i'd like 62"
    """
    text = line[:READ_AT_MOST].replace("\r", "\n").translate(_SAME)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def clean(line: str) -> str:
    """The line as it is shown and stored: at most 2,000 characters, on one line, nothing invisible in it.

    >>> clean("62,\\t please\\n now")
    '62, please now'
    """
    return " ".join(line[:READ_AT_MOST].translate(_CLEAN).split())


def sentences(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and 'is it a question' of every sentence of folded text.

    >>> sentences("no. why 1.5?")
    [(0, 3, False), (4, 12, True)]
    """
    found, start = [], 0
    for end in [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]:
        while start < end and text[start] == " ":
            start += 1
        if text[start:end].strip(" .\n"):
            found.append((start, end, "?" in text[max(start, end - 6) : end]))
        start = max(start, end)
    return found


def clauses(text: str) -> list[Clause]:
    """The clauses of folded text, in order.

    >>> [(c.text, c.reason) for c in clauses("i'd like 62 because the survey says so")]
    [("i'd like 62", False), ('because the survey says so', True)]
    """
    found = []
    for number, (start, end, question) in enumerate(sentences(text)):
        cuts = [match.start() for match in _CLAUSE_BREAK.finditer(text, start, end)]
        for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
            piece = text[begin:stop]
            stripped = piece.lstrip(" ,:-–—")
            if stripped.strip():
                offset = begin + len(piece) - len(stripped)
                reason = stripped.startswith(("because", "since", "as i "))
                found.append(Clause(stripped, offset, question, reason, number, not cuts))
    return found
