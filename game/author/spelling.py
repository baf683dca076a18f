"""Words that look like slips: seen once, unknown, and a swapped or doubled letter away from a word that is known.

The known words are those of everything that ships with the game, and those that the scene itself uses twice. So this
finds "recieve" beside "receive" and "occured" beside "occurred", and a word that stands twice in a row; it finds
neither a wrong word that is rightly spelt nor a slip that resembles nothing. Hardly anything is flagged wrongly.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from game.library import asset, scenario_files
from game.scenario.load import read_text
from game.scenario.problem import BadFile

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_TWICE = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
#: Words that may well stand twice in a row.
_MAY_REPEAT = (
    "no",
    "yes",
    "had",
    "that",
    "very",
    "really",
    "now",
    "so",
    "well",
    "oh",
    "ha",
    "please",
    "quite",
    "long",
    "you",
)
#: Shorter words have too many neighbours to say anything about.
_SHORTEST = 5
_ASSETS = ("phrasebook.yaml", "debrief.yaml", "spare_lines.yaml", "psychology.yaml", "handbook/pages.yaml",
           "handbook/author_guide.md", "handbook/reference.md", "handbook/cookbook.md")  # fmt: skip


@cache
def known_words(leaving_out: str = "") -> Counter[str]:
    """How often each word stands in what ships with the game, but for one scene."""
    counted: Counter[str] = Counter()
    for path in (
        *(asset(name) for name in _ASSETS),
        *(p for name, p in scenario_files().items() if name != leaving_out),
    ):
        try:
            counted.update(words_of(read_text(path)))
        except BadFile:  # somebody's own scene that is not to be read
            continue
    return counted


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def suspects(texts: Iterable[tuple[int, str]], known: Counter[str]) -> Iterator[tuple[int, str, str]]:
    """(line, what stands there, what may be meant) for texts with their lines."""
    every = list(texts)
    own = Counter(word for _, text in every for word in words_of(text))
    sure = {word for word, times in own.items() if times > 1} | {w for w, times in known.items() if times > 1}
    for line, text in every:
        for match in _TWICE.finditer(text):
            if match[1].lower() not in _MAY_REPEAT:
                yield line, match[0], match[1]
        for found in _WORD.findall(text):
            word = found.lower()
            if found == word and len(word) >= _SHORTEST and own[word] == 1 and word not in known:
                near = next((each for each in neighbours(word) if each in sure), None)
                if near is not None:
                    yield line, word, near


def neighbours(word: str) -> Iterator[str]:
    """Words one slip away: two letters swapped, or a letter single that should be double, or the other way round."""
    for at in range(len(word) - 1):
        if word[at] == word[at + 1]:
            yield word[:at] + word[at + 1 :]
        else:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    yield from (word[:at] + word[at] + word[at:] for at in range(1, len(word)))
