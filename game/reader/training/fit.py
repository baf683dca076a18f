"""Fitting the linear model: one table of weights for kinds, parts and signals from labelled lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.reader.by_rules import work
from game.reader.grams import BUCKETS, counted
from game.reader.traits import masked, traits
from game.reader.training.sentences import Sentence, scene
from game.reader.weights import WORD_BITS, Floats, Weights
from game.scenario.words import RIDERS, SIGNALS


@dataclass(frozen=True)
class Examples:
    """Lines as the model sees them: ``x`` [lines, rows] sparse, with the names of the trait rows."""

    x: Any
    traits: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def seen(sentence: Sentence, number: int = 0) -> tuple[dict[int, float], dict[str, float]]:
    """The n-grams and traits of a labelled line."""
    where = scene(sentence.scene or "raise_request")
    seat = sentence.seat or where.seats[0].id
    done = work(sentence.text, where, seat, sentence.theirs)
    return counted(masked(done)), traits(done)


def examples(sentences: Sequence[Sentence]) -> Examples:
    """The lines as a sparse matrix; a trait seen in fewer than two lines is left out."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    rows = [seen(sentence) for sentence in sentences]
    counts: dict[str, int] = {}
    for _, found in rows:
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    names = tuple(sorted(name for name, count in counts.items() if count > 1))
    at = {name: BUCKETS + number for number, name in enumerate(names)}
    data, where, ends = [], [], [0]
    for grams, found in rows:
        cells = {**grams, **{at[name]: weight for name, weight in found.items() if name in at}}
        where += cells.keys()
        data += cells.values()
        ends.append(len(data))
    x = csr_matrix((np.array(data, dtype=np.float64), np.array(where), np.array(ends)), (len(rows), BUCKETS + len(names)))
    return Examples(x, names, tuple(sentences))
