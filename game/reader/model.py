"""What the linear model thinks of a line: how likely each act is, which acts are in it, how it sounds, and why.

The model sees n-grams and the traits that the rules left (``traits``); it knows no scene and sets no value.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.reader.by_rules import Work
from game.reader.grams import bucket, counted, words
from game.reader.traits import masked, traits
from game.reader.weights import Weights

UNCLEAR = "unclear"
WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Opinion:
    """Probabilities of the kinds (with ``unclear``) and of each act being in the line; raw scores of the signals."""

    kinds: Mapping[str, float]
    parts: Mapping[str, float]
    signals: Mapping[str, float]
    strange: float
    """Share of the words that were never seen in training, 0..1."""


def opinion(done: Work, weights: Weights) -> Opinion:
    """The model's opinion of a line."""
    scores = weights.scores(counted(masked(done)), traits(done))
    by_group: dict[str, dict[str, float]] = {"kind": {}, "part": {}, "signal": {}}
    for column, score in scores.items():
        group, _, name = column.partition(" ")
        by_group[group][name] = score
    return Opinion(
        kinds=softmax(by_group["kind"], weights.settings.get("sharpness", 1.0)),
        parts={name: 1 / (1 + math.exp(-min(max(score, -30), 30))) for name, score in by_group["part"].items()},
        signals=by_group["signal"],
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


def telling_words(done: Work, weights: Weights, kind: str) -> tuple[tuple[int, int], tuple[str, ...]]:
    """Which words spoke most for an act, and the span of the strongest; the whole line if none did."""
    column = weights.columns.index(f"kind {kind}")
    pulls = {word: weights.pull(bucket(word), column) for word in dict.fromkeys(words(masked(done)))}
    best = [word for word, pull in sorted(pulls.items(), key=lambda pair: -pair[1])[:3] if pull > 0]
    for word in best:
        at = done.folded.find(word)
        if at >= 0:
            return (at, at + len(word)), tuple(best)
    return (0, len(done.folded)), tuple(best)
