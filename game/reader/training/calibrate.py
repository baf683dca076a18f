"""Cross-validation: every line read by a model that was not trained on it; from that the calibration and thresholds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.engine.notation import Move
from game.reader.by_rules import COMMITTING
from game.reader.judge import CLUES, Verdict, judge, sureness
from game.reader.model import UNCLEAR, opinion
from game.reader.reading import ReadMove, as_move
from game.reader.training.fit import Examples, fit
from game.reader.training.sentences import Sentence
from game.reader.weights import Weights
from game.scenario.words import PACKAGE_ACTS

FOLDS = 4
#: The share of clear lines that may be asked about; the thresholds are as high as this allows.
ASKED_AT_MOST = 0.19
#: Committing acts must be surer than others by so much.
_SURER = 0.1


@dataclass(frozen=True)
class Judged:
    """A labelled line and what it was taken for."""

    sentence: Sentence
    verdict: Verdict

    @property
    def right(self) -> bool:
        """Whether the act, and what it puts on the table, is as labelled."""
        return is_right(self.sentence, self.verdict.move)


def is_right(sentence: Sentence, move: ReadMove | None) -> bool:
    """Whether a move is the labelled one: its kind and, in an offer, its values."""
    if move is None or move.kind != sentence.kind:
        return False
    return move.kind not in PACKAGE_ACTS or same_values(sentence.wanted, as_move(move))


def same_values(wanted: Move | None, move: Move) -> bool:
    """Whether two offers put the same packages on the table, in any order."""
    if wanted is None:
        return False
    return sorted(sorted(p.items()) for p in wanted.packages) == sorted(sorted(p.items()) for p in move.packages)


def folds(sentences: Sequence[Sentence]) -> NDArray[np.int64]:
    """The fold of each line; lines that are only ever trained on (authored, outside) have -1. No luck in it."""
    seen: dict[str, int] = {}
    found = []
    for sentence in sentences:
        if not sentence.id:
            found.append(-1)
            continue
        seen[sentence.kind] = seen.get(sentence.kind, -1) + 1
        found.append(seen[sentence.kind] * 7 % FOLDS if FOLDS != 7 else seen[sentence.kind] % FOLDS)
    return np.array(found)


def crossvalidated(lines: Examples, vectors: NDArray[np.float32] | None, settings: dict[str, float]) -> list[Judged]:
    """Every line of ours judged by a model fitted to the other folds."""
    fold = folds(lines.sentences)
    out: list[Judged] = []
    for number in range(FOLDS):
        weights = fit(lines.only(np.flatnonzero(fold != number)), vectors, settings)
        out += judged(lines.only(np.flatnonzero(fold == number)), weights)
    return out


def judged(lines: Examples, weights: Weights) -> list[Judged]:
    """What a model takes the lines for."""
    return [
        Judged(sentence, judge(done, opinion(done, weights), weights))
        for sentence, done in zip(lines.sentences, lines.works, strict=True)
        if done.parts
    ]


def calibration(found: Sequence[Judged], settings: dict[str, float]) -> dict[str, float]:
    """The settings that turn clues into a chance of being right, and the thresholds below which it is asked."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    counted = [each for each in found if each.verdict.kind != UNCLEAR and each.verdict.move is not None]
    model = LogisticRegression(C=1.0, max_iter=500).fit(
        np.array([each.verdict.clues for each in counted]), [each.right for each in counted]
    )
    new = settings | {"sure": float(model.intercept_[0])}
    new |= {f"sure {name}": float(by) for name, by in zip(CLUES, model.coef_[0], strict=True)}
    return new | _thresholds(found, new)


def _thresholds(found: Sequence[Judged], settings: dict[str, float]) -> dict[str, float]:
    """As high as the share of clear lines that may be asked about allows."""
    clear = [each for each in found if each.sentence.clear]
    for limit in np.arange(0.95, 0.05, -0.01):
        if sum(asks(each, settings, float(limit)) for each in clear) <= ASKED_AT_MOST * len(clear):
            break
    return {"ask below": round(float(limit), 2), "ask below committing": round(min(float(limit) + _SURER, 0.95), 2)}


def asks(each: Judged, settings: dict[str, float], limit: float) -> bool:
    """Whether a line is asked about at a threshold."""
    verdict = each.verdict
    if verdict.kind == UNCLEAR or verdict.move is None:
        return True
    return sureness(verdict.clues, settings) < limit + (_SURER if verdict.kind in COMMITTING else 0)


def with_settings(weights: Weights, settings: dict[str, float]) -> Weights:
    """The same weights with other settings."""
    return replace(weights, settings=settings)
