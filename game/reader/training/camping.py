"""The camping corpus (CaSiNo): nine negotiation strategies, many to a line, read with the reader's own features.

``python -m game.reader.training.camping --corpus DIR`` cross-validates by dialogue on ``casino_trainvalid.jsonl`` in
DIR. To measure on lines kept elsewhere: ``model = train(DIR)`` and ``model(rows)``, where a row has ``text``, ``prev``
(the line before, or "") and nothing else that matters, gives a list of label lists. Rows of one dialogue in order let
the model look at the neighbours too; when ``dialogue_id`` is missing, each row stands for itself.

The features are the n-grams of the line and of the line before, the names of act rules and cues that match, and the
shape of the line; the fit is the same ridge regression (``fit.regressed``), with a threshold for each label.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.reader.by_rules import RULES
from game.reader.cue_signals import by_cues
from game.reader.grams import bucket, counted, mask, words
from game.reader.signals import sound_traits
from game.reader.text import clauses, fold
from game.reader.training.fit import inverse_of, rarity_of, scaled, sparse

Row = Mapping[str, Any]
_RIDGE = 1.5
#: How much the line before counts beside the line itself.
_BEFORE = 0.4
_SUPPLIES = ("water", "food", "wood", "firewood")
#: What this corpus argues with: names of wishes and reasons, beside the reader's own rules.
_TOPICS = {
    "need": r"need|require|essential|necessary|survive|must",
    "no need": r"don't (?:really )?(?:need|want)|do not (?:need|want)|enough|plenty|extra|already have|not too concerned",  # noqa: E501
    "family": r"kids?|child(?:ren)?|son|daughter|wife|husband|famil(?:y|ies)|baby|dog|pets?",
    "body": r"thirst\w*|hungry|hunger|cold|freez\w*|sick|medic\w+|diabet\w+|dehydrat\w+|asthma|allerg\w+|pregnan\w+",
    "sorry": r"sorry|understand|feel|hope|that's (?:too bad|terrible|rough)|oh no",
    "fair": r"fair(?:er|ness)?|equal(?:ly)?|even(?:ly)?|same amount|split",
    "what about you": r"what (?:about|do|are|is|would)|how about you|which (?:item|one)|you (?:need|want|prefer|most)",
    "together": r"we both|both of us|work (?:something )?out|deal|compromise|let's|trade",
    "why you": r"why (?:do|would|are) you|do you really|are you sure|what do you need .{0,20}for",
}


def seen(row: Row) -> tuple[dict[int, float], dict[str, float]]:
    """What is looked at in a row: n-grams and traits."""
    text, before = str(row["text"]), str(row.get("prev") or "")
    folded = fold(text)
    grams = counted(mask(folded, []))
    for word in words(mask(fold(before), [])):
        number = bucket(f"before {word}")
        grams[number] = grams.get(number, 0.0) + _BEFORE / max(4, len(before.split())) ** 0.5
    traits = sound_traits(text, by_cues(text))
    parts = clauses(folded)
    traits |= {f"rule {rule.name}": 0.5 for rule in RULES if any(rule.find(part) for part in parts)}
    for name, pattern in _TOPICS.items():
        count = len(re.findall(rf"\b(?:{pattern})\b", folded))
        if count:
            traits[f"topic {name}"] = 0.7
            traits |= {f"topic {name} {supply}": 0.5 for supply in _SUPPLIES if supply in folded}
    traits |= {f"names {supply}": 0.4 for supply in _SUPPLIES if supply in folded}
    traits |= {f"before {name}": 0.3 for name in _before(before)}
    return grams, traits


def _before(before: str) -> list[str]:
    """What the line before was about."""
    folded = fold(before)
    found = [name for name, pattern in _TOPICS.items() if re.search(rf"\b(?:{pattern})\b", folded)]
    return [*found, *(["asks"] if "?" in before else []), *([] if before else ["nothing"])]


def _matrix(rows: Sequence[Row], names: Sequence[str] | None = None) -> tuple[Any, tuple[str, ...]]:
    found = [seen(row) for row in rows]
    known = tuple(names) if names is not None else tuple(sorted({name for _, traits in found for name in traits}))
    return sparse(found, known), known


def train(folder: Path) -> Callable[[Sequence[Row]], list[list[str]]]:
    """A predictor trained on ``casino_trainvalid.jsonl`` in a folder. Raises OSError when it is not there."""
    rows = _rows(folder)
    x, names = _matrix(rows)
    rarity = rarity_of(x)
    labels, wanted = _labels(rows)
    unseen, table, bias = _fitted(scaled(x, rarity), wanted, _groups(rows))
    limits = _limits(unseen, wanted)

    def predict(new: Sequence[Row]) -> list[list[str]]:
        scores = np.asarray(scaled(_matrix(new, names)[0], rarity) @ table) + bias
        return [_named(labels, row, limits) for row in scores]

    return predict


def _named(labels: Sequence[str], scores: NDArray[np.float64], limits: NDArray[np.float64]) -> list[str]:
    """The labels above their limits; the nearest one if none is."""
    over = scores - limits
    found = [label for label, by in zip(labels, over, strict=True) if by > 0]
    return found or [labels[int(over.argmax())]]


def _fitted(
    x: Any, wanted: NDArray[np.float64], groups: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Scores of each row by a fit without its dialogue, the table [features, labels] and the bias."""
    inverse = inverse_of(x, np.full(x.shape[0], _RIDGE), None)
    mean = wanted.mean(axis=0)
    alpha = inverse @ (wanted - mean)
    unseen = np.empty_like(alpha)
    for group in np.unique(groups):
        rows = np.flatnonzero(groups == group)
        unseen[rows] = wanted[rows] - np.linalg.solve(inverse[np.ix_(rows, rows)], alpha[rows])
    return unseen, np.asarray(x.T @ alpha), mean + 0.2 * alpha.sum(axis=0)


def _limits(scores: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each label the threshold with the best F1 on rows that were not seen."""
    tried = np.arange(0.1, 0.7, 0.01)
    best = []
    for column in range(wanted.shape[1]):
        f1 = [_f1(wanted[:, column] > 0, scores[:, column] > limit) for limit in tried]
        best.append(float(tried[int(np.argmax(f1))]))
    return np.array(best)


def _f1(wanted: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    both = float((wanted & found).sum())
    return 2 * both / max(1.0, float(wanted.sum() + found.sum()))


def _rows(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "casino_trainvalid.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _labels(rows: Sequence[Row]) -> tuple[list[str], NDArray[np.float64]]:
    """The label names, ``non-strategic`` among them, and which row has which."""
    names = sorted({label for row in rows for label in row["labels"]})
    return names, np.array([[name in row["labels"] for name in names] for row in rows], dtype=np.float64)


def _groups(rows: Sequence[Row]) -> NDArray[np.int64]:
    return np.array([int(row.get("dialogue_id", -number - 1)) for number, row in enumerate(rows)])


def crossvalidated(folder: Path, folds: int = 5) -> dict[str, float]:
    """F1 of each label and their mean without ``non-strategic``; thresholds come from the other dialogues."""
    rows = _rows(folder)
    x, _ = _matrix(rows)
    x = scaled(x, rarity_of(x))
    labels, wanted = _labels(rows)
    groups = _groups(rows)
    unseen, _, _ = _fitted(x, wanted, groups)
    part = groups % folds
    found = np.zeros_like(wanted)
    for number in range(folds):
        limits = _limits(unseen[part != number], wanted[part != number])
        for row in np.flatnonzero(part == number):
            found[row] = [label in _named(labels, unseen[row], limits) for label in labels]
    each = {label: 100 * _f1(wanted[:, n] > 0, found[:, n] > 0) for n, label in enumerate(labels)}
    nine = [value for label, value in each.items() if label != "non-strategic"]
    return {**each, "macro-F1 of the nine strategies": float(np.mean(nine))}


def main(asked: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m game.reader.training.camping", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR", help="where casino_trainvalid.jsonl is")
    for name, value in crossvalidated(parser.parse_args(asked).corpus).items():
        print(f"{value:6.1f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
