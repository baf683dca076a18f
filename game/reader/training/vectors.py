"""Vectors of word n-grams, so that words of like meaning learn together: ``--vectors`` of the trainer.

``python -m game.reader.training.vectors --model DIR --corpus DIR --out FILE`` puts every word, and every pair of words
that is said often, through a small published sentence encoder (all-MiniLM-L6-v2, Apache-2.0; DIR holds its
model.safetensors and tokenizer.json) and keeps their main components. Playing needs none of this: what the vectors
teach is folded into the weights. Takes some minutes; the encoder is computed here in numpy alone.
"""

import argparse
import json
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.library import asset
from game.reader.grams import BUCKETS, bucket, mask, words
from game.reader.text import fold
from game.reader.training.authored import authored
from game.reader.training.fit import worked
from game.reader.training.outside import outside_texts
from game.reader.training.sentences import load_sentences
from game.reader.traits import masked

Floats = NDArray[np.float32]
#: Main components kept; a pair of words counts from so many lines of ours, or of others, on.
SIZE, _OWN_PAIRS, _OTHER_WORDS, _OTHER_PAIRS = 96, 2, 2, 25
_MASKS = {"_value_": "this offer", "_number_": "ten", "_issue_": "the price", "_doubt_": "something"}
_LAYERS, _HEADS, _LONGEST = 6, 12, 32


class Encoder:
    """A BERT-like sentence encoder with mean pooling, as published; texts in, unit vectors out."""

    def __init__(self, folder: Path) -> None:
        self.weights = _safetensors(folder / "model.safetensors")
        vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
        self.vocabulary: dict[str, int] = vocabulary

    def encode(self, texts: Sequence[str]) -> Floats:
        """[texts, width] vectors of length 1."""
        ids = [self.pieces(text) for text in texts]
        longest = max(map(len, ids))
        padded = np.array([each + [0] * (longest - len(each)) for each in ids])
        there = np.array([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in ids], dtype=np.float32)
        x = self._layers(padded, there)
        mean = (x * there[:, :, None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)

    def pieces(self, text: str) -> list[int]:
        """Word pieces, the longest that fit first."""
        found = [self.vocabulary["[CLS]"]]
        for word in _split(text):
            found += self._word(word)
        return [*found[: _LONGEST - 1], self.vocabulary["[SEP]"]]

    def _word(self, word: str) -> list[int]:
        found, at = [], 0
        while at < len(word):
            head = "##" if at else ""
            stop = next((end for end in range(len(word), at, -1) if head + word[at:end] in self.vocabulary), 0)
            if not stop:
                return [self.vocabulary["[UNK]"]]
            found.append(self.vocabulary[head + word[at:stop]])
            at = stop
        return found

    def _layers(self, ids: NDArray[np.int64], there: Floats) -> Floats:
        w, name = self.weights, "embeddings."
        x = w[name + "word_embeddings.weight"][ids] + w[name + "position_embeddings.weight"][: ids.shape[1]]
        x = self._norm(x + w[name + "token_type_embeddings.weight"][0], name + "LayerNorm")
        hidden = (1 - there)[:, None, None, :] * np.float32(-1e4)
        for number in range(_LAYERS):
            layer = f"encoder.layer.{number}."
            seen = self._attention(x, layer + "attention.self.", hidden)
            x = self._norm(
                x + self._linear(seen, layer + "attention.output.dense"), layer + "attention.output.LayerNorm"
            )
            wide = _gelu(self._linear(x, layer + "intermediate.dense"))
            x = self._norm(x + self._linear(wide, layer + "output.dense"), layer + "output.LayerNorm")
        return x

    def _attention(self, x: Floats, name: str, hidden: Floats) -> Floats:
        lines, length, width = x.shape

        def heads(part: str) -> Floats:
            return self._linear(x, name + part).reshape(lines, length, _HEADS, -1).transpose(0, 2, 1, 3)

        alike = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32((width / _HEADS) ** 0.5) + hidden
        share = np.exp(alike - alike.max(axis=-1, keepdims=True))
        share /= share.sum(axis=-1, keepdims=True)
        return np.asarray((share @ heads("value")).transpose(0, 2, 1, 3).reshape(lines, length, width))

    def _linear(self, x: Floats, name: str) -> Floats:
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def _norm(self, x: Floats, name: str) -> Floats:
        middle = x.mean(axis=-1, keepdims=True)
        spread = np.sqrt(x.var(axis=-1, keepdims=True) + np.float32(1e-12))
        return np.asarray((x - middle) / spread * self.weights[name + ".weight"] + self.weights[name + ".bias"])


def _gelu(x: Floats) -> Floats:
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x**3)
    return np.asarray(np.float32(0.5) * x * (1 + np.tanh(inner)))


def _split(text: str) -> list[str]:
    """Words and marks apart, as the encoder wants them."""
    spaced = "".join(c if c.isalnum() else f" {c} " for c in text.lower())
    return spaced.split()


def _safetensors(path: Path) -> dict[str, Floats]:
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + size])
    return {
        name: np.frombuffer(raw, np.float32, offset=8 + size + part["data_offsets"][0],
                            count=int(np.prod(part["shape"]))).reshape(part["shape"])
        for name, part in head.items()
        if name != "__metadata__" and part["dtype"] == "F32"
    }  # fmt: skip


def vocabulary(own: Iterable[list[str]], others: Iterable[list[str]]) -> list[str]:
    """The words, and the pairs of words that are said often."""
    mine, theirs = (Counter(gram for found in lines for gram in set(_grams(found))) for lines in (own, others))
    grams = [gram for gram, count in mine.items() if " " not in gram or count >= _OWN_PAIRS]
    grams += [
        gram
        for gram, count in theirs.items()
        if gram not in mine and count >= (_OTHER_PAIRS if " " in gram else _OTHER_WORDS)
    ]
    return sorted(set(grams))


def _grams(found: list[str]) -> Iterator[str]:
    yield from found
    yield from (f"{one} {other}" for one, other in pairwise(found))


def table(grams: Sequence[str], vectors: Floats) -> Floats:
    """[buckets, SIZE]: the main components of each n-gram's vector, in its bucket."""
    centred = vectors - vectors.mean(axis=0)
    single = np.array([" " not in gram for gram in grams])
    axes = np.linalg.svd(centred[single], full_matrices=False)[2][:SIZE]
    found = np.zeros((BUCKETS, SIZE), dtype=np.float32)
    np.add.at(found, [bucket(gram) for gram in grams], centred @ axes.T)
    return found


def _plain(gram: str) -> str:
    for name, said in _MASKS.items():
        gram = gram.replace(name, said)
    return gram


def main(asked: Sequence[str] | None = None) -> int:
    """Make the file."""
    parser = argparse.ArgumentParser(prog="python -m game.reader.training.vectors", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, metavar="DIR")
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    options = parser.parse_args(asked)
    own = [sentence for sentence in load_sentences(asset("reader")) if not sentence.held]
    lines = [words(masked(worked(sentence))) for sentence in [*own, *authored()]]
    grams = vocabulary(lines, (words(mask(fold(text), [])) for text in outside_texts(options.corpus)))
    encoder = Encoder(options.model)
    found = [encoder.encode([_plain(gram) for gram in grams[at : at + 64]]) for at in range(0, len(grams), 64)]
    np.savez_compressed(options.out, vectors=table(grams, np.concatenate(found)))
    print(f"{options.out}: {len(grams)} words and pairs of words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
