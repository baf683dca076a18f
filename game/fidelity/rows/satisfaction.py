"""How it feels afterwards: an offer accepted at once and concessions in steps (F9), and what goes with what (L2)."""

from collections.abc import Callable, Mapping

import numpy as np

from game.engine.script import script
from game.fidelity.acting import Haggler, Line, acting, asks, saying_first, says, takes
from game.fidelity.lab import Effect, Experiment, Lab, Values, liking, own, satisfaction
from game.fidelity.stats import Estimate, correlation, difference, standardised
from game.fidelity.trace import Arm, Trace
from game.players.policies import POLICIES

WAITS = says("hold")


def _talk(lab: Lab, player: list[Line | None], other: list[Line | None]) -> Trace:
    """Both seats say their lines; the second is the scripted one, and the one that is asked afterwards."""
    return lab.run(Arm("", acting(Haggler(), player), other=saying_first(script, other)))


def _instant(lab: Lab) -> Mapping[str, Estimate]:
    """The counterpart's offer is taken: at once, or after one counteroffer of the player's; the same package."""
    at_once = _talk(lab, [says("chat"), takes()], [asks(70)])
    later = _talk(lab, [says("chat"), asks(85), takes()], [asks(70), WAITS])
    same = at_once.deal & later.deal & (at_once.scores.package == later.scores.package)
    return {"F9": standardised(*(np.where(same, satisfaction(trace), np.nan) for trace in (at_once, later)))}


def _steps(lab: Lab) -> Mapping[str, Estimate]:
    """The player comes down to the same package in three steps or in one; then the counterpart takes it."""
    takes_it: list[Line | None] = [WAITS, WAITS, WAITS, WAITS, takes()]
    three = _talk(lab, [asks(84), asks(78), asks(72), asks(66), WAITS], takes_it)
    one = _talk(lab, [asks(84), asks(66), WAITS, WAITS, WAITS], takes_it)
    same = three.deal & one.deal & (three.scores.package == one.scores.package)
    return {"F9b": standardised(*(np.where(same, satisfaction(trace), np.nan) for trace in (three, one)))}


def _structure(lab: Lab) -> Mapping[str, Estimate]:
    """All ten policies; both seats are asked, as in the studies."""
    traces = [lab.run(Arm(name, policy, suited=False), share=0.25) for name, policy in POLICIES.items()]

    def every(value: Callable[[Trace, int], Values]) -> Values:
        return np.concatenate([value(trace, seat) for trace in traces for seat in (0, 1)])

    points, felt, liked = every(own), every(satisfaction), every(liking)
    willing = every(lambda trace, seat: trace.scores.willingness[:, seat] / 1000)
    return {
        "L2": correlation(points, felt),
        "L2b": correlation(felt, liked),
        "L2c": difference(correlation(felt, willing), correlation(points, willing)),
    }


_GALINSKY, _CASINO = "Galinsky, Seiden, Kim and Medvec 2002", "CaSiNo, 2,060 ratings"
INSTANT = Experiment(
    "accepted at once",
    (
        Effect("F9", "accepted at once against after a counteroffer, same price: satisfaction of who had offered",
               _GALINSKY, "-", -1.0, -0.2, -1),
    ),
    _instant,
)  # fmt: skip
STEPS = Experiment(
    "concessions in steps",
    (
        Effect("F9b", "three steps against one drop, same price: satisfaction of the receiver",
               "Kwon and Weingart 2004", "+", 0.1, 0.8, 1),
    ),
    _steps,
)  # fmt: skip
STRUCTURE = Experiment(
    "structure",
    (
        Effect("L2", "points and subjective value: r", _CASINO, "r .38", 0.2, 0.55, 1),
        Effect("L2b", "subjective value and liking: r", _CASINO, "r .70", 0.5, 0.85, 1),
        Effect("L2c", "willingness to meet again: r with subjective value minus r with points",
               "Curhan, Elfenbein and Xu 2006", "+", 0, np.inf, 1),
    ),
    _structure,
)  # fmt: skip
