"""Train the reader: ``python -m game.reader.training [--corpus DIR] [--vectors FILE]``; writes the weights.

Trained on our own sentences but for those kept aside, on the authored wordings and the rules' examples; with
``--corpus`` also on outside sentences (``outside``), with ``--vectors`` helped by n-gram vectors (``vectors``). The
calibration and the thresholds come from reading every line of ours with a model that has not seen it. The same files
give the same weights.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from game.library import asset
from game.reader.training.authored import authored
from game.reader.training.calibrate import calibration, judged, unseen_figures
from game.reader.training.fit import Help, examples, fit, known_words
from game.reader.training.outside import outside_sentences, outside_texts
from game.reader.training.sentences import load_sentences

#: How sharply scores become probabilities.
_SHARPNESS = 1.0


def main(words: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    asked = argparse.ArgumentParser(prog="python -m game.reader.training", description=__doc__)
    asked.add_argument("--corpus", type=Path, metavar="DIR", help="a folder with outside sentences")
    asked.add_argument("--vectors", type=Path, metavar="FILE", help="vectors of word n-grams (.npz)")
    asked.add_argument("--out", type=Path, metavar="FILE", help="where to write; the shipped file unless given")
    options = asked.parse_args(words)
    own = [sentence for sentence in load_sentences(asset("reader")) if not sentence.held]
    outside = outside_sentences(options.corpus) if options.corpus else []
    lines = examples([*own, *authored(), *outside])
    vectors = np.load(options.vectors, allow_pickle=False)["vectors"] if options.vectors else None
    settings = {"sharpness": _SHARPNESS}
    print(f"{len(own)} lines of our own, {len(lines.sentences)} in all, {lines.x.shape[1]} features")
    helped = Help(vectors, known_words(outside_texts(options.corpus)) if options.corpus else None)
    fitted = fit(lines, helped, settings)
    found = judged(lines, fitted)
    settings = calibration(found, settings)
    weights = replace(fitted.weights, settings=settings)
    for name, value in unseen_figures(found, settings).items():
        print(f"{value:8.3f}  {name} (lines not seen in fitting)")
    out = options.out or asset("reader") / "weights.npz"
    weights.save(out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB; " + ", ".join(f"{k} {v:.2f}" for k, v in settings.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
