"""How a line sounds by its cues alone: five signals, each 0..1, by adding up what was heard. Whole hundredths.

``signals.signals`` is what the game uses: it weighs these cues with the linear model's ear.
"""

from collections.abc import Iterable
from functools import lru_cache

from game.reader.cue import Cue
from game.reader.cues_confidence import CONFIDENCE
from game.reader.cues_desperation import DESPERATION
from game.reader.cues_hostility import GLOATING, HOSTILITY
from game.reader.cues_warmth import WARMTH
from game.reader.reading import Heard, Signals
from game.reader.text import READ_AT_MOST, fold
from game.scenario.words import SIGNALS

CUES: tuple[Cue, ...] = (*CONFIDENCE, *DESPERATION, *WARMTH, *HOSTILITY, *GLOATING)

#: A plain calm sentence, in hundredths.
BASE = {"confidence": 70, "desperation": 5, "warmth": 30, "hostility": 0, "gloating": 0}
#: No line sounds surer than this: certainty is for people who know.
SUREST = 85
#: One more hundredth of hostility or gloating takes this share of warmth; of desperation, of confidence.
WARMTH_LOST_TO_HOSTILITY, WARMTH_LOST_TO_GLOATING, CONFIDENCE_LOST_TO_DESPERATION = 0.5, 0.3, 0.5
#: Over-explaining: beyond so many words, every step of words more costs so many hundredths of confidence.
LONG_LINE, WORD_STEP, LENGTH_COST, LENGTH_COST_AT_MOST = 28, 6, 4, 32
#: A second reason is one too many: each after the first costs so many hundredths.
REASONS = Cue(
    "many_reasons",
    "confidence",
    -8,
    r"\b(?:because|since|also|plus|so that|and i've|as well as|which|considering|given that|besides)\b",
    ("Because it rains, and also because it is late.",),
    ("Because it rains.",),
    at_most=4,
    free=1,
)


@lru_cache(maxsize=8)
def by_cues(text: str) -> Signals:
    """The five signals of a line by the cues that were heard in it.

    >>> by_cues("I'd like 62, and here is why.")["confidence"] > by_cues("Um, sorry, maybe 62?")["confidence"]
    True
    """
    folded = fold(text)
    heard = [*_cues_heard(folded), *_length_heard(folded), *_shouted(text)]
    total = {name: BASE[name] + round(100 * sum(h.by for h in heard if h.signal == name)) for name in SIGNALS}
    _let_signals_touch(total)
    return Signals({name: min(max(value, 0), 100) / 100 for name, value in total.items()}, tuple(heard))


def _cues_heard(folded: str) -> Iterable[Heard]:
    for cue in (*CUES, REASONS):
        for span in cue.spans(folded):
            yield Heard(cue.signal, cue.name, span, cue.by / 100)


def _length_heard(folded: str) -> Iterable[Heard]:
    words = folded.split()
    steps = max(0, len(words) - LONG_LINE + WORD_STEP - 1) // WORD_STEP
    if steps:
        yield Heard("confidence", "long_line", (0, len(folded)), -min(steps * LENGTH_COST, LENGTH_COST_AT_MOST) / 100)


def _shouted(text: str) -> Iterable[Heard]:
    """Two long words in capitals in a line that is not all short forms."""
    shouted = [word for word in text[:READ_AT_MOST].split() if len(word) > 3 and word.isalpha() and word.isupper()]
    if len(shouted) > 1:
        start = text.index(shouted[0])
        yield Heard("hostility", "capitals", (start, start + len(shouted[0])), 0.25)


def _let_signals_touch(total: dict[str, int]) -> None:
    hostility, gloating = (min(max(total[name], 0), 100) for name in ("hostility", "gloating"))
    pleading = min(max(total["desperation"] - BASE["desperation"], 0), 95)
    total["warmth"] -= round(hostility * WARMTH_LOST_TO_HOSTILITY + gloating * WARMTH_LOST_TO_GLOATING)
    total["confidence"] = min(total["confidence"], SUREST) - round(pleading * CONFIDENCE_LOST_TO_DESPERATION)
