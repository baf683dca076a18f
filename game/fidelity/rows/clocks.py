"""Time (F7): a counterpart near its deadline concedes more, less so against a tough player; telling one's own deadline.

The first meeting is played from its second turn or from its middle; the player makes six offers and the counterpart's
way down from its opening is measured.
"""

from collections.abc import Mapping

import numpy as np

from game.fidelity.acting import Haggler, Line, acting, asks, begins_with, says
from game.fidelity.lab import Effect, Experiment, Lab, Values, granted_by, impasse, own, stand
from game.fidelity.stats import Estimate, difference, gap, standardised
from game.fidelity.trace import Arm, Trace

#: Turns of both seats that have passed when the talk starts, of 24.
FAR, NEAR = 2, 10
FLEXIBLE: list[Line | None] = [asks(points) for points in (88, 84, 80, 76, 73, 70)]
TOUGH: list[Line | None] = [asks(88), asks(86), *[says("hold")] * 4]
HIDES, TELLS = says("hold"), says("share_deadline")


def _talk(lab: Lab, lines: list[Line | None], clock: int) -> Trace:
    return lab.run(Arm("", acting(Haggler(start=60), lines), begin=begins_with(turn=clock)), turns=6)


def _down(trace: Trace) -> Values:
    opens = trace.tables.opening[1, trace.hand(1)] / 100
    down: Values = opens - stand(trace, 1, 5)
    return down


def _pressure(lab: Lab) -> Mapping[str, Estimate]:
    (far, near), (tough_far, tough_near) = (
        [_talk(lab, how, clock) for clock in (FAR, NEAR)] for how in (FLEXIBLE, TOUGH)
    )
    flexible, tough = standardised(_down(near), _down(far)), standardised(_down(tough_near), _down(tough_far))
    return {
        "F7": flexible,
        "F7b": difference(tough, flexible),
        "F7c": gap(granted_by(near, 6), granted_by(far, 6)),
    }


def _deadline(lab: Lab) -> Mapping[str, Estimate]:
    told, hidden = (lab.run(Arm("", acting(Haggler(), [None, None, line]))) for line in (TELLS, HIDES))
    return {"F7d": standardised(own(told), own(hidden)), "F7e": gap(impasse(told), impasse(hidden))}


_PRESSURE, _MOORE = "Stuhlmacher, Gillespie and Champagne 1998", "Moore 2004; Gino and Moore 2008"
PRESSURE = Experiment(
    "time pressure",
    (
        Effect("F7", "deadline near against far: the counterpart's concession", _PRESSURE, "+", 0.2, 1.0, 1),
        Effect("F7b", "the same against a tough player, minus against a flexible one", _PRESSURE, "-", -np.inf, 0, -1),
        Effect("F7c", "deadline near against far: agreed within six offers", _PRESSURE, "+", 0, np.inf, 1),
    ),
    _pressure,
)
DEADLINE = Experiment(
    "own deadline",
    (
        Effect("F7d", "own deadline told against hidden: own outcome", _MOORE, "+", 0, np.inf, 1),
        Effect("F7e", "own deadline told against hidden: impasse", _MOORE, "-", -np.inf, 0, -1),
    ),
    _deadline,
)
