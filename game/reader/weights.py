"""The linear model's weights: one column for every act, rider and signal; read from one .npz file, without pickle.

Rows are the n-gram buckets (``grams``), then the named traits. They are stored as whole numbers -127..127, a scale
for each column beside them: two bytes' worth of precision changes no reading, and the file stays small.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from game.library import asset
from game.reader.grams import BUCKETS

Floats = NDArray[np.float32]
#: Size of the table of known words, in bits.
WORD_BITS = 1 << 17


@dataclass(frozen=True)
class Weights:
    """A score is ``scale * (x @ table) + bias`` for x [rows] and table [rows, columns] of int8."""

    columns: tuple[str, ...]
    """``kind NAME``, ``part NAME`` (the act is somewhere in the line), ``signal NAME``."""
    traits: Mapping[str, int]
    """Trait -> row."""
    table: NDArray[np.int8]
    scale: Floats
    bias: Floats
    words: NDArray[np.uint8]
    """Which words were seen in training, ``WORD_BITS`` bits."""
    settings: Mapping[str, float]
    """Numbers found in training: calibration and thresholds."""

    def scores(self, grams: Mapping[int, float], traits: Mapping[str, float], sound: bool) -> dict[str, float]:
        """The score of every signal's column, or of all the others."""
        some = slice(self.sounds, None) if sound else slice(0, self.sounds)
        at = [*grams, *(self.traits[name] for name in traits if name in self.traits)]
        by = [*grams.values(), *(weight for name, weight in traits.items() if name in self.traits)]
        x = np.asarray(by, dtype=np.float32)
        bias = self.bias[some]
        found = (x @ self.table[at, some].astype(np.float32)) * self.scale[some] + bias if at else bias
        return dict(zip(self.columns[some], found.tolist(), strict=True))

    @cached_property
    def sounds(self) -> int:
        """The first of the signals' columns; they stand last."""
        return next(number for number, name in enumerate(self.columns) if name.startswith("signal "))

    def knows(self, word: str) -> bool:
        """Whether training met the word."""
        number = crc32(word.encode("utf-8", "replace")) % WORD_BITS
        return bool(self.words[number >> 3] >> (number & 7) & 1)

    def pull(self, row: int, column: int) -> float:
        """How strongly a row speaks for a column."""
        return float(self.table[row, column] * self.scale[column])

    def save(self, path: Path) -> None:
        """Write the file; the same weights make the same bytes."""
        parts: dict[str, Any] = {
            "columns": np.array(self.columns), "traits": np.array(list(self.traits)), "table": self.table,
            "scale": self.scale, "bias": self.bias, "words": self.words,
            "names": np.array(list(self.settings)), "numbers": np.array(list(self.settings.values())),
        }  # fmt: skip
        with path.open("wb") as file:
            np.savez_compressed(file, **parts)


def load_weights(path: Path) -> Weights:
    """The weights of a file. Raises OSError or ValueError when it is none."""
    with np.load(path, allow_pickle=False) as parts:
        names = [str(name) for name in parts["traits"]]
        return Weights(
            columns=tuple(str(name) for name in parts["columns"]),
            traits={name: BUCKETS + number for number, name in enumerate(names)},
            table=parts["table"],
            scale=parts["scale"],
            bias=parts["bias"],
            words=parts["words"],
            settings={str(name): float(at) for name, at in zip(parts["names"], parts["numbers"], strict=True)},
        )


@cache
def shipped() -> Weights:
    """The weights that come with the game, read at the first line."""
    return load_weights(asset("reader/weights.npz"))
