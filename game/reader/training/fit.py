"""Fitting the linear model: one ridge regression for all kinds, parts and signals at once, and what it would have said.

For n lines with similarities K = X X' the weights are X' a with (K + L) a = y, L the diagonal of ridge / weight. From
the same inverse comes what a model fitted without a line says of it: y - a / diag((K + L)^-1). So calibration sees
every line as a new one, and nothing has to be fitted twice (Rifkin and Lippert 2007, leave-one-out of regularised
least squares). Where vectors of n-grams are given (``vectors``), n-grams of like meaning share what they learn; their
part is folded into the same table, so that playing needs no vectors.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from game.reader.by_rules import Work, work
from game.reader.cue_signals import by_cues
from game.reader.grams import BUCKETS, counted
from game.reader.model import WORD
from game.reader.signals import sound_grams, sound_traits
from game.reader.training.sentences import UNCLEAR, Sentence, scene
from game.reader.traits import masked, traits
from game.reader.weights import WORD_BITS, Weights
from game.scenario.words import SIGNALS

Table = NDArray[np.float64]
#: An act gets a column of its own as a part of a line from so many lines on.
_PARTS_FROM = 12
#: Strength of the ridge: larger trusts the lines less.
RIDGE, SOUND_RIDGE = 1.0, 2.0
#: 0: every line counts the same; 1: every act does.
RARE_COUNTS = 0.5
#: How much the vectors count beside the n-grams themselves.
VECTORS_COUNT = 1.5


@dataclass(frozen=True)
class Examples:
    """Labelled lines as the model sees them: ``x`` [lines, buckets + traits] sparse, and what the rules found."""

    x: Any
    sounds: Any
    """The same lines as the signals see them: without the scene."""
    traits: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    works: tuple[Work, ...]


@dataclass(frozen=True)
class Help:
    """What helps fitting beside the lines: vectors of word n-grams [buckets, size], and the bits of known words."""

    vectors: NDArray[np.float32] | None = None
    words: NDArray[np.uint8] | None = None


@dataclass(frozen=True)
class Fitted:
    """The weights, and for every line [lines, columns] the scores by a model that has not seen the line."""

    weights: Weights
    unseen: Table


def worked(sentence: Sentence) -> Work:
    """What the rules find in a labelled line, in its scene and after its offers."""
    where = scene(sentence.scene or "raise_request")
    return work(sentence.text, where, sentence.seat or where.seats[0].id, sentence.theirs, sentence.mine)


def examples(sentences: Sequence[Sentence]) -> Examples:
    """The lines as sparse matrices; a trait seen in fewer than two lines is left out."""
    works = [worked(sentence) for sentence in sentences]
    acts = [(counted(masked(done)), traits(done)) for done in works]
    sounds = [(sound_grams(s.text), sound_traits(s.text, by_cues(s.text))) for s in sentences]
    counts = Counter(name for _, found in (*acts, *sounds) for name in found)
    names = tuple(sorted(name for name, count in counts.items() if count > 1))
    return Examples(sparse(acts, names), sparse(sounds, names), names, tuple(sentences), tuple(works))


def sparse(rows: Sequence[tuple[dict[int, float], dict[str, float]]], names: Sequence[str]) -> Any:
    """n-grams and traits of lines as one sparse matrix."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    at = {name: BUCKETS + number for number, name in enumerate(names)}
    data: list[float] = []
    where: list[int] = []
    ends = [0]
    for grams, found in rows:
        cells = {**grams, **{at[name]: weight for name, weight in found.items() if name in at}}
        where += cells.keys()
        data += cells.values()
        ends.append(len(data))
    return csr_matrix((np.array(data), np.array(where), np.array(ends)), (len(rows), BUCKETS + len(names)))


def fit(lines: Examples, helped: Help, settings: dict[str, float]) -> Fitted:
    """Weights from labelled lines. Deterministic."""
    weight = _weights_of(lines.sentences)
    names, wanted = _targets(lines.sentences)
    acts, act_bias, unseen = regressed(lines.x, wanted, RIDGE / weight, helped.vectors)
    kinds = sum(name.startswith("kind ") for name in names)
    mix, start, sharp = sharpened(unseen, wanted[:, :kinds].argmax(axis=1), weight)
    acts = np.hstack([acts @ mix, acts[:, kinds:]])
    act_bias = np.concatenate([act_bias @ mix + start, act_bias[kinds:]])
    unseen = np.hstack([sharp, unseen[:, kinds:]])
    rated = np.array([n for n, sentence in enumerate(lines.sentences) if len(sentence.signals) == len(SIGNALS)])
    levels = np.array([[lines.sentences[n].signals[name] for name in SIGNALS] for n in rated])
    sound, sound_bias, _ = regressed(lines.sounds[rated], levels, SOUND_RIDGE / weight[rated], helped.vectors)
    table = np.hstack([acts, sound])
    scale = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    words = known_words(sentence.text for sentence in lines.sentences)
    weights = Weights(
        columns=(*names, *(f"signal {name}" for name in SIGNALS)),
        traits={name: BUCKETS + number for number, name in enumerate(lines.traits)},
        table=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=np.concatenate([act_bias, sound_bias]).astype(np.float32),
        words=words if helped.words is None else words | helped.words,
        settings=settings,
    )
    return Fitted(weights, unseen)


def _weights_of(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """What each line counts: rare acts more, so that no act is taken for a frequent one merely because it is rare."""
    counts = Counter(sentence.kind for sentence in sentences)
    usual = float(np.median(list(counts.values())))
    return np.array([max(s.weight, 1e-6) * min(2.0, (usual / counts[s.kind]) ** RARE_COUNTS) for s in sentences])


def regressed(
    x: Any, wanted: Table, ridge: NDArray[np.float64], vectors: NDArray[np.float32] | None = None
) -> tuple[Table, NDArray[np.float64], Table]:
    """Ridge regression of all columns of ``wanted`` on sparse x: weights, bias, and the scores of lines not seen."""
    rarity = rarity_of(x)
    x = scaled(x, rarity)
    inverse = inverse_of(x, ridge, vectors)
    mean = wanted.mean(axis=0)
    alpha = inverse @ (wanted - mean)
    unseen = wanted - alpha / np.diag(inverse)[:, None]
    table = np.asarray(x.T @ alpha)
    if vectors is not None:
        table[:BUCKETS] += vectors_of(vectors) @ (vectors_of(vectors).T @ table[:BUCKETS])
    table *= rarity[:, None]
    return table, mean + alpha.sum(axis=0) * _CONSTANT, unseen


def rarity_of(x: Any) -> NDArray[np.float64]:
    """How much more a rare n-gram says than a frequent one [features]; traits all say as much as they weigh."""
    count = np.asarray((x > 0).sum(axis=0)).ravel()
    rare = np.log((x.shape[0] + 1) / (count + 1))
    factor = np.asarray(np.sqrt(rare / np.average(rare, weights=count)))
    factor[BUCKETS:] = 1.0
    return factor


def scaled(x: Any, rarity: NDArray[np.float64]) -> Any:
    """The matrix with each feature as loud as it is rare; folded into the weights afterwards."""
    from scipy.sparse import diags  # noqa: PLC0415

    return (x @ diags(rarity)).tocsr()


#: A constant beside the features lets the mean of a column move.
_CONSTANT = 0.2


def vectors_of(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The vectors as strong as they count."""
    return vectors.astype(np.float64) * VECTORS_COUNT


def sharpened(
    scores: Table, kind: NDArray[np.int64], weight: NDArray[np.float64]
) -> tuple[Table, NDArray[np.float64], Table]:
    """Scores of kinds and parts mixed into scores whose softmax is a probability: mix, start, and the mixed scores.

    Ridge regression says how much like an act a line is; a softmax regression on what it says of unseen lines learns
    how much each of these counts for each act. Each line's mixed scores come from a mix that was not fitted to it.
    """
    fold = np.arange(len(kind)) * 7 % MIX_FOLDS
    mixed = np.zeros((len(kind), int(kind.max()) + 1))
    for number in range(MIX_FOLDS):
        mix, start = _softmax_regression(scores[fold != number], kind[fold != number], weight[fold != number])
        mixed[fold == number] = scores[fold == number] @ mix + start
    return (*_softmax_regression(scores, kind, weight), mixed)


#: How many parts the lines are cut into for ``sharpened``, and the strength of its ridge.
MIX_FOLDS, MIX_RIDGE = 5, 0.02


def _softmax_regression(
    scores: Table, kind: NDArray[np.int64], weight: NDArray[np.float64]
) -> tuple[Table, NDArray[np.float64]]:
    from scipy.optimize import minimize  # noqa: PLC0415

    count, kinds = scores.shape[1], int(kind.max()) + 1
    wanted = np.eye(kinds)[kind]
    share = weight / weight.sum()
    first = np.vstack([8 * np.eye(count, kinds), np.zeros((1, kinds))])

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(count + 1, kinds)
        raw = scores @ table[:-1] + table[-1]
        raw -= raw.max(axis=1, keepdims=True)
        chance = np.exp(raw)
        chance /= chance.sum(axis=1, keepdims=True)
        off = (chance - wanted) * share[:, None]
        away = table[:-1] - first[:-1]
        value = -float(share @ np.log(np.maximum(chance[np.arange(len(kind)), kind], 1e-12)))
        penalty = MIX_RIDGE / 100
        return value + penalty * float((away**2).sum()), np.vstack(
            [scores.T @ off + 2 * penalty * away, off.sum(axis=0)]
        ).ravel()

    found = minimize(loss, first.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x.reshape(
        count + 1, kinds
    )
    return found[:-1], found[-1]


def inverse_of(x: Any, ridge: NDArray[np.float64], vectors: NDArray[np.float32] | None) -> Table:
    """(K + L)^-1 of the lines."""
    alike = np.asarray((x @ x.T).todense()) + _CONSTANT
    if vectors is not None:
        means = x[:, :BUCKETS] @ vectors_of(vectors)
        alike += means @ means.T
    alike[np.diag_indices_from(alike)] += ridge
    return np.asarray(np.linalg.inv(alike))


def _targets(sentences: Sequence[Sentence]) -> tuple[list[str], Table]:
    """The columns and, for each line, whether it is so: 0 or 1."""
    kinds = sorted({sentence.kind for sentence in sentences} | {UNCLEAR})
    counts = Counter(part for sentence in sentences for part in sentence.parts)
    parts = sorted(name for name, count in counts.items() if count >= _PARTS_FROM)
    rows = [[s.kind == kind for kind in kinds] + [part in s.parts for part in parts] for s in sentences]
    return [*(f"kind {kind}" for kind in kinds), *(f"part {part}" for part in parts)], np.array(rows, dtype=np.float64)


def logistic(clues: Table, right: NDArray[np.bool_], ridge: float = 1.0) -> tuple[NDArray[np.float64], float]:
    """A small logistic regression by Newton's method: coefficients and intercept."""
    x = np.hstack([clues, np.ones((len(clues), 1))])
    beta = np.zeros(x.shape[1])
    penalty = np.diag([ridge] * clues.shape[1] + [1e-6])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        step = np.linalg.solve(
            (x * (chance * (1 - chance))[:, None]).T @ x + penalty, x.T @ (right - chance) - penalty @ beta
        )
        beta = beta + step
    return beta[:-1], float(beta[-1])


def known_words(texts: Iterable[str], often: int = 2) -> NDArray[np.uint8]:
    """The bits of every word that stands in so many of the texts or more."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(WORD.findall(text.lower())))
    bits = np.zeros(WORD_BITS // 8, dtype=np.uint8)
    for word, count in counts.items():
        if count >= often:
            number = crc32(word.encode("utf-8", "replace")) % WORD_BITS
            bits[number >> 3] |= 1 << (number & 7)
    return bits
