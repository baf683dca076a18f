"""How a line sounds: five signals, each 0..1 in hundredths, from named cues and the linear model's ear for the rest.

The same words sound the same in every scene: nothing of a scenario is looked at. Each signal keeps the cues that were
heard, and, where the model moved it further than they do, the words that weighed most.
"""

import re

from game.reader.cue_signals import CUES, REASONS, by_cues
from game.reader.grams import bucket, counted, mask, words
from game.reader.reading import Heard, Signals
from game.reader.text import fold, sentences
from game.reader.weights import Weights, shipped
from game.scenario.words import SIGNALS

__all__ = ["CUES", "REASONS", "signals", "sound_grams", "sound_traits"]
#: How far the model must move a signal beyond its cues before its words are named, and how many are.
_WORTH_NAMING, _NAMED_AT_MOST = 0.15, 2
#: What a plain sentence sounds like; only what lies off it is worth a word.
PLAIN = {"confidence": 0.75, "desperation": 0.0, "warmth": 0.25, "hostility": 0.0, "gloating": 0.0}
_STILL_PLAIN, _SPREAD = 0.05, 1.5
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def signals(text: str, weights: Weights | None = None) -> Signals:
    """The five signals of a line and what was heard.

    >>> signals("I'd like 62, and here is why.")["confidence"] > signals("Um, sorry, maybe 62?")["confidence"]
    True
    """
    heard = by_cues(text)
    weights = weights or shipped()
    grams = sound_grams(text)
    scores = weights.scores(grams, sound_traits(text, heard), sound=True)
    values = {name: _spread(name, scores[f"signal {name}"]) for name in SIGNALS}
    return Signals(values, (*_off_plain(heard, values), *_by_model(fold(text), heard, values, weights)))


def _spread(name: str, score: float) -> float:
    """A score as a signal in hundredths: what lies close to plain is plain; what lies off it is as far as it sounds.

    A regression draws every line towards the middle; this undoes it.
    """
    off = score - PLAIN[name]
    far = max(0.0, abs(off) - _STILL_PLAIN) * _SPREAD
    return round(min(max(PLAIN[name] + (far if off > 0 else -far), 0.0), 1.0), 2)


def sound_grams(text: str) -> dict[int, float]:
    """The n-grams of a line that the model listens to."""
    return counted(mask(fold(text), []))


def sound_traits(text: str, heard: Signals) -> dict[str, float]:
    """The cues of a line, what they add up to, and how it is written down."""
    found = {f"cue {each.rule}": 1.0 for each in heard.heard}
    found |= {f"signal {name}": 2 * value for name, value in heard.values.items()}
    folded = fold(text)
    length = len(folded.split())
    found |= {f"sound words from {count}": 0.5 for count in (2, 4, 8, 16, 24, 32, 48) if length >= count}
    found |= {f"sound sentences from {count}": 0.5 for count in (2, 3, 4) if len(sentences(folded)) >= count}
    for name, holds in (
        ("exclaims", "!" in text), ("asks", "?" in text), ("asks and exclaims", "?!" in text or "!?" in text),
        ("capitals", len(_CAPITALS.findall(text[:2000])) > 0), ("trails off", "..." in text or "…" in text),
    ):  # fmt: skip
        if holds:
            found[f"sound {name}"] = 1.0
    return found


def _off_plain(heard: Signals, values: dict[str, float]) -> list[Heard]:
    """The cues whose signal did move: a cue that the model overruled was not heard."""
    return [
        each
        for each in heard.heard
        if (each.by > 0) == (values[each.signal] >= PLAIN[each.signal])
        and abs(values[each.signal] - PLAIN[each.signal]) >= 0.1
    ]


def _by_model(folded: str, heard: Signals, values: dict[str, float], weights: Weights) -> list[Heard]:
    """The words that moved a signal which no cue explains."""
    found: list[Heard] = []
    for name, value in values.items():
        off = value - PLAIN[name]
        told = any(each.signal == name and (each.by > 0) == (off > 0) for each in heard.heard)
        if abs(off) >= _WORTH_NAMING and not told:
            found += _words(folded, name, off, weights)
    return found


def _words(folded: str, name: str, off: float, weights: Weights) -> list[Heard]:
    column = weights.columns.index(f"signal {name}")
    pulls = {word: weights.pull(bucket(word), column) for word in dict.fromkeys(words(folded)) if word[0].isalpha()}
    best = sorted(pulls, key=lambda word: -pulls[word] if off > 0 else pulls[word])[:_NAMED_AT_MOST]
    return [
        Heard(name, "model", (at, at + len(word)), round(pulls[word], 2))
        for word in best
        if pulls[word] * off > 0 and (at := folded.find(word)) >= 0
    ]
