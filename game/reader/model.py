"""What the linear model thinks of a line: how likely each act is, which acts are in it, how it sounds, and why.

The model sees n-grams and the traits that the rules left (``traits``); it knows no scene and sets no value.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.reader.by_rules import Work
from game.reader.grams import bucket, counted, words
from game.reader.traits import masked, traits
from game.reader.weights import Weights

UNCLEAR = "unclear"
WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Opinion:
    """Probabilities of the kinds (with ``unclear``), and of each act being somewhere in the line."""

    kinds: Mapping[str, float]
    parts: Mapping[str, float]
    strange: float
    """Share of the words that were never seen in training, 0..1."""
    words: tuple[str, ...] = ()
    """The different words of the line as the model saw them."""


def opinion(done: Work, weights: Weights) -> Opinion:
    """The model's opinion of a line."""
    seen = masked(done)
    found = from_scores(weights.scores(counted(seen), traits(done), sound=False), done, weights)
    return replace(found, words=tuple(dict.fromkeys(words(seen))))


def from_scores(scores: Mapping[str, float], done: Work, weights: Weights) -> Opinion:
    """The opinion that a model's scores amount to."""
    kinds = {name.removeprefix("kind "): score for name, score in scores.items() if name.startswith("kind ")}
    parts = {name.removeprefix("part "): score for name, score in scores.items() if name.startswith("part ")}
    return Opinion(
        kinds=softmax(kinds, weights.settings.get("sharpness", 1.0)),
        parts={name: min(max(score, 0.0), 1.0) for name, score in parts.items()},
        strange=strange(done.folded, weights),
    )


def softmax(scores: Mapping[str, float], sharpness: float) -> dict[str, float]:
    """Scores as probabilities that add up to 1, the likeliest first.

    >>> list(softmax({"offer": 0.0, "hold": 2.0}, 1.0))
    ['hold', 'offer']
    """
    top = max(scores.values())
    raised = {name: math.exp(sharpness * (score - top)) for name, score in scores.items()}
    total = sum(raised.values())
    return dict(sorted(((name, value / total) for name, value in raised.items()), key=lambda pair: -pair[1]))


def strange(folded: str, weights: Weights) -> float:
    """Share of the words of folded text that training never met; 0 without words."""
    found = WORD.findall(folded)
    return sum(not weights.knows(word) for word in found) / len(found) if found else 0.0


def telling_words(done: Work, heard: Opinion, weights: Weights, kind: str) -> tuple[tuple[int, int], tuple[str, ...]]:
    """Which words spoke most for an act, and the span of the strongest; the whole line if none did."""
    column = weights.columns.index(f"kind {kind}")
    pulls = {word: weights.pull(bucket(word), column) for word in heard.words}
    best = [word for word, pull in sorted(pulls.items(), key=lambda pair: -pair[1])[:3] if pull > 0]
    for word in best:
        at = done.folded.find(word)
        if at >= 0:
            return (at, at + len(word)), tuple(best)
    return (0, len(done.folded)), tuple(best)
