"""Calibration: every line read by a model that was not trained on it; from that the sureness and the thresholds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.notation import Move
from game.reader.by_rules import COMMITTING
from game.reader.judge import CLUES, Verdict, judge, sureness
from game.reader.model import UNCLEAR, from_scores
from game.reader.reading import ReadMove, as_move
from game.reader.training.fit import Examples, Fitted, logistic
from game.reader.training.sentences import Sentence
from game.scenario.words import PACKAGE_ACTS

#: The share of clear lines that may be asked about; the thresholds are as high as this allows.
ASKED_AT_MOST = 0.175
#: Committing acts must be surer than others by so much.
_SURER = 0.18


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


def judged(lines: Examples, fitted: Fitted) -> list[Judged]:
    """Our own lines, each judged by a model that has not seen it."""
    names = fitted.weights.columns
    return [
        Judged(
            sentence,
            judge(done, from_scores(dict(zip(names, row, strict=False)), done, fitted.weights), fitted.weights),
        )
        for sentence, done, row in zip(lines.sentences, lines.works, fitted.unseen.tolist(), strict=True)
        if sentence.id and done.parts
    ]


def calibration(found: Sequence[Judged], settings: dict[str, float]) -> dict[str, float]:
    """The settings that turn clues into a chance of being right, and the thresholds below which it is asked."""
    counted = [each for each in found if each.verdict.kind != UNCLEAR and each.verdict.move is not None]
    clues, start = logistic(
        np.array([each.verdict.clues for each in counted]), np.array([each.right for each in counted])
    )
    new = settings | {"sure": start}
    new |= {f"sure {name}": float(by) for name, by in zip(CLUES, clues, strict=True)}
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


def unseen_figures(found: Sequence[Judged], settings: dict[str, float]) -> dict[str, float]:
    """The main figures on lines that the model had not seen, each 0..1."""
    asked = [asks(each, settings, settings["ask below"]) for each in found]
    kind = [each.verdict.kind == each.sentence.kind for each in found]
    clear = [each.sentence.clear for each in found]
    count = len(found)
    return {
        "kind right": sum(kind) / count,
        "read and wrong": sum(not a and not k for a, k in zip(asked, kind, strict=True)) / count,
        "asked back, clear": sum(a and c for a, c in zip(asked, clear, strict=True)) / sum(clear),
        "asked back, unclear": sum(a and not c for a, c in zip(asked, clear, strict=True)) / max(1, count - sum(clear)),
    }
