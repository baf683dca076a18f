"""Who may do what when: a table (phase, act) -> phase, the same for both seats.

What may live here: which acts a phase knows and which phase follows when the act itself decides it. Endings that depend
on more (time, approval, a refused second meeting) are in ``step.py``; conditions on items are in ``legal.py``.
"""

from typing import Final

import numpy as np

from game.engine.columns import AFTER, KIND, NONE, PREPARE, PREPARE_OTHER, TALK
from game.scenario.words import ACT_GROUPS, ACTS

_PREPARING = ACT_GROUPS["preparing"]
_TABLE = tuple(act for act in ACTS if act not in _PREPARING)

PROTOCOL: Final[dict[tuple[int, str], int]] = (
    {(PREPARE, act): PREPARE for act in _PREPARING}
    | {(PREPARE_OTHER, act): PREPARE_OTHER for act in _PREPARING}
    | {(PREPARE, "begin"): PREPARE_OTHER, (PREPARE_OTHER, "begin"): TALK}
    | {(TALK, act): TALK for act in _TABLE}
    | {(TALK, "research"): TALK}  # in a break: legal.py asks for one
    | {(TALK, "accept"): AFTER, (TALK, "leave"): AFTER, (TALK, "leave_next"): PREPARE}
    | {(AFTER, "ask_feedback"): AFTER}
)
#: The table as an array ``[phases, acts]``, NONE where the act does not exist in the phase.
NEXT: Final = np.full((4, len(ACTS)), NONE, np.int32)
for (_phase, _act), _then in PROTOCOL.items():
    NEXT[_phase, KIND[_act]] = _then

#: Acts after which it is still the same seat's turn.
KEEPS_TURN: Final = np.array([act in _PREPARING for act in ACTS])
