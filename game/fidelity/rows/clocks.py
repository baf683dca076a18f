"""Time (F7): a counterpart near its deadline concedes more, less so against a tough player; telling one's own deadline.

The last meeting is played from its second turn or from its second half; the player makes six offers and the
counterpart's way down from its opening is measured.
"""

from collections.abc import Mapping

import numpy as np

from game.fidelity.acting import Haggler, acting, asks, begins_with, says
from game.fidelity.lab import Effect, Experiment, Lab, Values, impasse, own, stand
from game.fidelity.stats import Estimate, difference, gap, standardised
from game.fidelity.trace import Arm, Trace

#: Turns of both seats that have passed when the talk starts, of 24.
FAR, NEAR = 2, 10
FLEXIBLE, TOUGH = (84, 80, 76, 72, 68, 64), (84, 83, 82, 81, 80, 79)
HIDES, TELLS = says("hold"), says("share_deadline")


def _talk(lab: Lab, offers: tuple[float, ...], clock: int) -> Trace:
    begin = begins_with(meeting=len(lab.tables.turns) - 1, turn=clock)
    return lab.run(Arm("", acting(Haggler(start=60), [asks(points) for points in offers]), begin=begin), turns=6)


def _down(trace: Trace) -> Values:
    opens = trace.tables.opening[1, trace.hand(1)] / 100
    down: Values = opens - stand(trace, 1, 5)
    return down


def _pressure(lab: Lab) -> Mapping[str, Estimate]:
    talks = {(offers, clock): _talk(lab, offers, clock) for offers in (FLEXIBLE, TOUGH) for clock in (FAR, NEAR)}
    flexible, tough = (
        standardised(_down(talks[offers, NEAR]), _down(talks[offers, FAR])) for offers in (FLEXIBLE, TOUGH)
    )
    return {
        "F7": flexible,
        "F7b": difference(tough, flexible),
        "F7c": gap(talks[FLEXIBLE, NEAR].deal, talks[FLEXIBLE, FAR].deal),
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
