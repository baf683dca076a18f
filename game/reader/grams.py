"""Word and character n-grams of a line as numbered buckets: what the linear model sees of the wording itself.

A bucket is a checksum of the n-gram, so no vocabulary is stored and any word has a place. What the scene can name is
masked first (``mask``): "could we do 62 and a review in June" and "could we do 2 % and 45 days" look alike.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 15
#: Only so many characters of a line are looked at.
LOOK_AT = 500
_TOKEN = re.compile(r"[^\W_]+(?:'[a-z]+)?|_[a-z]+_|\.\.+|[?!€$£%()]+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
Span = tuple[int, int]


def mask(folded: str, named: Iterable[tuple[Span, str]]) -> str:
    """Folded text with each span replaced by its name: ``_value_``, ``_issue_``; other numbers become ``_number_``.

    >>> mask("could we do 62 by 4?", [((12, 14), "value")])
    'could we do _value_ by _number_?'
    """
    out, at = [], 0
    for (start, end), name in sorted(named):
        if start >= at:
            out += [folded[at:start], f"_{name}_"]
            at = end
    return _DIGITS.sub("_number_", "".join([*out, folded[at:]]))


def words(masked: str) -> list[str]:
    """The words and telling marks of masked text.

    >>> words("could we do _value_?")
    ['could', 'we', 'do', '_value_', '?']
    """
    return _TOKEN.findall(masked[:LOOK_AT])


@lru_cache(maxsize=1 << 15)
def bucket(gram: str) -> int:
    """The bucket of one n-gram; the same on every machine."""
    return crc32(gram.encode("utf-8", "replace")) % BUCKETS


def word_grams(found: list[str]) -> list[str]:
    """Runs of one to three words, the start and the end of the line included."""
    bound = ["^", *found, "$"]
    grams = list(found)
    grams += [f"{a} {b}" for a, b in pairwise(bound)]
    grams += [f"{a} {b} {c}" for a, b, c in zip(bound, bound[1:], bound[2:], strict=False)]
    return grams


def character_grams(found: list[str]) -> list[str]:
    """Runs of three to five characters within a word and its edges; masks have none."""
    grams: list[str] = []
    for word in found:
        if word[0].isalpha() and len(word) > 2:
            edged = f"<{word}>"
            for size in (3, 4, 5):
                grams += [edged[at : at + size] for at in range(len(edged) - size + 1)]
    return grams


def counted(masked: str) -> dict[int, float]:
    """Bucket -> weight of all n-grams of masked text; words and characters each have length 1 as a vector.

    >>> round(sum(weight * weight for weight in counted("who decides?").values()), 3)
    2.0
    """
    found = words(masked)
    total: dict[int, float] = {}
    for prefix, grams in (("", word_grams(found)), ("#", character_grams(found))):
        counts: dict[int, int] = {}
        for gram in grams:
            number = bucket(prefix + gram)
            counts[number] = counts.get(number, 0) + 1
        weights = {number: 1 + math.log(count) for number, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for number, weight in weights.items():
            total[number] = total.get(number, 0.0) + weight / length
    return total
