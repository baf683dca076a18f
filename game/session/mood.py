"""The mood a line is said in, read off the stance of who says it.

Thresholds by design; they only choose among lines, the rules never read them. The first that holds is the mood:
tense: defensiveness >= 0.55. cold: trust < 0.28. tired: patience < 0.3. warm: trust >= 0.58. even: everything else.
"""

from collections.abc import Mapping
from typing import Final

TENSE: Final = 0.55
COLD: Final = 0.28
TIRED: Final = 0.3
WARM: Final = 0.58

#: What can be read off a face.
FACES: Final = {
    "tense": "looks tense",
    "cold": "looks at you coolly",
    "tired": "looks tired of it",
    "warm": "looks friendly",
    "even": "looks composed",
}


def mood_of(stance: Mapping[str, float]) -> str:
    """The mood of a stance (each part 0..1): one of ``words.MOODS``.

    >>> mood_of({"trust": 0.7, "patience": 0.6, "defensiveness": 0.2})
    'warm'
    """
    if stance["defensiveness"] >= TENSE:
        return "tense"
    if stance["trust"] < COLD:
        return "cold"
    if stance["patience"] < TIRED:
        return "tired"
    return "warm" if stance["trust"] >= WARM else "even"
