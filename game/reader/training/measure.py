"""How well the reader reads: all figures, on lines that it was not trained on.

``python -m game.reader.training.measure`` prints them for the lines kept aside (``held``); with ``--second`` also the
agreement of the two labellings. The numbers are plain Python and numpy: measuring needs no development dependency.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from game.library import asset
from game.reader.acts import read
from game.reader.reading import Reading, as_move
from game.reader.training.calibrate import same_values
from game.reader.training.sentences import UNCLEAR, Sentence, load_sentences, scene
from game.scenario.words import PACKAGE_ACTS, SIGNALS

#: From here on a signal is present.
_PRESENT = 0.5
_NOISE = ("gibberish", "other_language", "off_topic")


def figures(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Every figure of the reader on labelled lines, each 0..1 (``confidence rank`` -1..1)."""
    readings = [read(s.text, scene(s.scene), s.seat or scene(s.scene).seats[0].id, s.theirs, s.mine) for s in sentences]
    return (
        {"lines": float(len(sentences))}
        | _kinds(sentences, readings)
        | _values(sentences, readings)
        | _sound(sentences, readings)
    )


def _kinds(sentences: Sequence[Sentence], readings: Sequence[Reading]) -> dict[str, float]:
    wanted = [s.kind for s in sentences]
    took = [UNCLEAR if r.unclear else r.moves[0].kind for r in readings]
    guess = [(r.moves or r.candidates)[0].kind if r.moves or r.candidates else UNCLEAR for r in readings]
    clear = [s.clear for s in sentences]
    wrong = [not r.unclear and t != w for r, t, w in zip(readings, took, wanted, strict=True)]
    sure = [w and r.moves[0].confidence >= 0.8 for r, w in zip(readings, wrong, strict=True)]
    return {
        "macro-F1 of kinds, asked back counts as a miss": macro_f1(wanted, took),
        "macro-F1 of kinds, with the likeliest meaning of what is asked back": macro_f1(wanted, guess),
        "read and wrong, of all lines": _share(wrong),
        "read wrong with a confidence of .8 or more": _share(sure),
        "asked back, of clear lines": _share([r.unclear for r, c in zip(readings, clear, strict=True) if c]),
        "asked back, of lines that need it": _share([r.unclear for r, c in zip(readings, clear, strict=True) if not c]),
        "asked back, of gibberish, other languages and talk off the subject": _share(
            [r.unclear for r, s in zip(readings, sentences, strict=True) if s.why_unclear in _NOISE]
        ),
        "right one among the choices, of clear lines asked back": _share(
            [
                any(c.kind == s.kind for c in r.candidates)
                for r, s in zip(readings, sentences, strict=True)
                if r.unclear and s.clear
            ]
        ),
    }


def _values(sentences: Sequence[Sentence], readings: Sequence[Reading]) -> dict[str, float]:
    offers = [
        same_values(s.wanted, as_move(r.moves[0]))
        for s, r in zip(sentences, readings, strict=True)
        if r.moves and r.moves[0].kind in PACKAGE_ACTS and s.kind in PACKAGE_ACTS
    ]
    return {"values right, of offers it claims to understand": _share(offers)}


def _sound(sentences: Sequence[Sentence], readings: Sequence[Reading]) -> dict[str, float]:
    rated = [(s, r) for s, r in zip(sentences, readings, strict=True) if s.signals]
    found = {}
    for name in SIGNALS:
        wanted = np.array([s.signals[name] for s, _ in rated])
        heard = np.array([r.signals[name] for _, r in rated])
        found[f"{name} rank"] = rank_correlation(wanted, heard)
        if name != "confidence":
            found[f"{name} AUC"] = auc(wanted >= _PRESENT, heard)
    return found


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else float("nan")


def macro_f1(wanted: Sequence[str], took: Sequence[str]) -> float:
    """The mean over the labels wanted of the harmonic mean of precision and recall.

    >>> macro_f1(["a", "a", "b"], ["a", "b", "b"]) == (2 / 3 + 2 / 3) / 2
    True
    """
    both = Counter(w for w, t in zip(wanted, took, strict=True) if w == t)
    count, taken = Counter(wanted), Counter(took)
    return float(np.mean([2 * both[label] / (count[label] + taken[label]) for label in count]))


def auc(present: Any, score: Any) -> float:
    """The chance that a line where it is present scores above one where it is not; ties count half.

    >>> auc(np.array([True, False]), np.array([0.2, 0.1]))
    1.0
    """
    yes, no = score[present], score[~present]
    if not len(yes) or not len(no):
        return float("nan")
    return float(np.mean((yes[:, None] > no[None, :]) + 0.5 * (yes[:, None] == no[None, :])))


def rank_correlation(one: Any, other: Any) -> float:
    """Spearman's rank correlation, -1..1; ties share their rank."""
    if len(set(one.tolist())) < 2 or len(set(other.tolist())) < 2:
        return float("nan")
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Any) -> Any:
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + 1 + ends) / 2)[where]


def kappa(one: Sequence[str], other: Sequence[str]) -> float:
    """Cohen's kappa: agreement beyond chance, at most 1.

    >>> kappa(["a", "b"], ["a", "b"])
    1.0
    """
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
    first, second = Counter(one), Counter(other)
    chance = sum(first[label] * second[label] for label in first) / len(one) ** 2
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def agreement(first: Sequence[Sentence], folder: Path) -> dict[str, float]:
    """How far a second labelling (``sentences_second.jsonl``, same ids) agrees: kappa for kinds, ranks for signals."""
    path = folder / "sentences_second.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    by_id = {s.id: s for s in first}
    pairs = [(by_id[row["id"]], row) for row in rows if row.get("id") in by_id]
    if not pairs:
        return {"lines labelled twice": 0.0}
    kinds = [row["kind"] if row.get("clear", True) and row.get("kind") else UNCLEAR for _, row in pairs]
    found = {"lines labelled twice": float(len(pairs)), "kappa of kinds": kappa([s.kind for s, _ in pairs], kinds)}
    for name in SIGNALS:
        both = [
            (s.signals[name], row["signals"][name]) for s, row in pairs if name in s.signals and name in row["signals"]
        ]
        found[f"{name} agreement"] = rank_correlation(np.array([a for a, _ in both]), np.array([b for _, b in both]))
    return found


def main(words: Sequence[str] | None = None) -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(prog="python -m game.reader.training.measure", description=__doc__)
    asked.add_argument("--folder", type=Path, help="where the sentences are; the shipped ones unless given")
    asked.add_argument("--all", action="store_true", help="all lines, not only those kept aside")
    asked.add_argument("--second", action="store_true", help="also the agreement of the two labellings")
    options = asked.parse_args(words)
    folder = options.folder or asset("reader")
    every = load_sentences(folder)
    found = figures([s for s in every if s.held or options.all])
    if options.second:
        found |= agreement(every, folder)
    for name, value in found.items():
        print(f"{value:8.3f}  {name}" if value < 2 else f"{value:8.0f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
