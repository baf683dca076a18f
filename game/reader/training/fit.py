"""Fitting the linear model: one table of weights for kinds, parts and signals from labelled lines.

Kinds and parts are logistic regressions, one against the rest; signals are ridge regressions. Where vectors of n-grams
are given (``vectors``), n-grams of like meaning share what they learn; their part is folded into the same table
afterwards, so that playing needs no vectors.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from game.reader.by_rules import Work, work
from game.reader.grams import BUCKETS, counted
from game.reader.model import WORD
from game.reader.traits import masked, traits
from game.reader.training.sentences import UNCLEAR, Sentence, scene
from game.reader.weights import WORD_BITS, Weights
from game.scenario.words import SIGNALS

#: An act gets a column of its own as a part of a line from so many lines on.
_PARTS_FROM = 12
#: Strength of the fit: larger trusts the lines more (logistic), smaller trusts them more (ridge).
_C, _RIDGE = 4.0, 2.0
#: How much the vectors count beside the n-grams themselves.
VECTORS_COUNT = 1.5


@dataclass(frozen=True)
class Examples:
    """Labelled lines as the model sees them: ``x`` [lines, buckets + traits] sparse, and what the rules found."""

    x: Any
    traits: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    works: tuple[Work, ...]

    def only(self, rows: NDArray[np.int64]) -> "Examples":
        """Some of the lines."""
        return Examples(
            self.x[rows], self.traits, tuple(self.sentences[n] for n in rows), tuple(self.works[n] for n in rows)
        )


def worked(sentence: Sentence) -> Work:
    """What the rules find in a labelled line, in its scene and after its offers."""
    where = scene(sentence.scene or "raise_request")
    return work(sentence.text, where, sentence.seat or where.seats[0].id, sentence.theirs, sentence.mine)


def examples(sentences: Sequence[Sentence]) -> Examples:
    """The lines as a sparse matrix; a trait seen in fewer than two lines is left out."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    works = [worked(sentence) for sentence in sentences]
    found = [traits(done) for done in works]
    counts = Counter(name for each in found for name in each)
    names = tuple(sorted(name for name, count in counts.items() if count > 1))
    at = {name: BUCKETS + number for number, name in enumerate(names)}
    data: list[float] = []
    where: list[int] = []
    ends = [0]
    for done, each in zip(works, found, strict=True):
        cells = {**counted(masked(done)), **{at[name]: weight for name, weight in each.items() if name in at}}
        where += cells.keys()
        data += cells.values()
        ends.append(len(data))
    shape = (len(works), BUCKETS + len(names))
    return Examples(csr_matrix((np.array(data), np.array(where), np.array(ends)), shape), names, tuple(sentences), tuple(works))


def fit(lines: Examples, vectors: NDArray[np.float32] | None = None, settings: dict[str, float] | None = None) -> Weights:
    """Weights from labelled lines; ``vectors`` [buckets, size] are those of the word n-grams. Deterministic."""
    x, fold = _with_vectors(lines.x, vectors)
    columns, rows, biases = [], [], []
    for name, wanted, weight in _targets(lines.sentences):
        coefficients, bias = _logistic(x, wanted, weight)
        columns.append(name)
        rows.append(coefficients)
        biases.append(bias)
    for name in SIGNALS:
        coefficients, bias = _ridge(x, lines.sentences, name)
        columns.append(f"signal {name}")
        rows.append(coefficients)
        biases.append(bias)
    table = fold(np.array(rows, dtype=np.float64).T)
    scale = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    return Weights(
        columns=tuple(columns),
        traits={name: BUCKETS + number for number, name in enumerate(lines.traits)},
        table=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=np.array(biases, dtype=np.float32),
        words=known_words(sentence.text for sentence in lines.sentences),
        settings=settings or {},
    )


def _with_vectors(x: Any, vectors: NDArray[np.float32] | None) -> tuple[Any, Any]:
    """The matrix with the lines' vectors beside it, and what folds their weights back into the n-grams' rows."""
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415

    if vectors is None:
        return x, lambda table: table
    means = x[:, :BUCKETS] @ (vectors * VECTORS_COUNT)
    width = x.shape[1]

    def fold(table: NDArray[np.float64]) -> NDArray[np.float64]:
        folded = table[:width].copy()
        folded[:BUCKETS] += (vectors * VECTORS_COUNT) @ table[width:]
        return folded

    return hstack([x, csr_matrix(means)]).tocsr(), fold


def _targets(sentences: Sequence[Sentence]) -> list[tuple[str, NDArray[np.bool_], NDArray[np.float64]]]:
    weight = np.array([sentence.weight for sentence in sentences])
    kinds = np.array([sentence.kind for sentence in sentences])
    counts = Counter(part for sentence in sentences for part in sentence.parts)
    found = [(f"kind {kind}", kinds == kind, weight) for kind in sorted(set(kinds.tolist()) | {UNCLEAR})]
    for part in sorted(name for name, count in counts.items() if count >= _PARTS_FROM):
        found.append((f"part {part}", np.array([part in sentence.parts for sentence in sentences]), weight))
    return found


def _logistic(x: Any, wanted: NDArray[np.bool_], weight: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    if not wanted.any():
        return np.zeros(x.shape[1]), -10.0
    model = LogisticRegression(C=_C, solver="liblinear", dual=True, random_state=0, max_iter=100, tol=1e-2)
    model.fit(x, wanted, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def _ridge(x: Any, sentences: Sequence[Sentence], name: str) -> tuple[NDArray[np.float64], float]:
    from sklearn.linear_model import Ridge  # noqa: PLC0415

    rated = np.array([n for n, sentence in enumerate(sentences) if name in sentence.signals])
    if not len(rated):
        return np.zeros(x.shape[1]), 0.0
    wanted = np.array([sentences[n].signals[name] for n in rated])
    model = Ridge(alpha=_RIDGE, solver="sparse_cg", tol=1e-3).fit(x[rated], wanted)
    return model.coef_, float(model.intercept_)


def known_words(texts: Any) -> NDArray[np.uint8]:
    """The bits of every word in the texts."""
    bits = np.zeros(WORD_BITS // 8, dtype=np.uint8)
    for text in texts:
        for word in WORD.findall(text.lower()):
            number = crc32(word.encode("utf-8", "replace")) % WORD_BITS
            bits[number >> 3] |= 1 << (number & 7)
    return bits
