"""Alternatives (F5): what a seat can do without a deal raises its share and the number of impasses.

Both seats are scripted; what is manipulated is the first seat's alternative: none, weak or strong. A weak one drags the
first offer down, since it is what one thinks from (Schaerer, Swaab and Galinsky 2015).
"""

from collections.abc import Mapping

import numpy as np

from game.engine.script import script
from game.fidelity.acting import begins_with
from game.fidelity.lab import Effect, Experiment, Lab, impasse, opening, own
from game.fidelity.stats import Estimate, gap, standardised
from game.fidelity.trace import Arm, Trace

#: Utility x100 of the first seat's alternative.
NONE, WEAK, STRONG = 0, 2500, 5500


def _measure(lab: Lab) -> Mapping[str, Estimate]:
    def arm(worth: int) -> Trace:
        return lab.run(Arm(f"alternative {worth}", script, begin=begins_with(own_reservation=worth)))

    none, weak, strong = arm(NONE), arm(WEAK), arm(STRONG)
    return {
        "F5": standardised(own(strong, impasses=False), own(none, impasses=False)),
        "F5b": gap(impasse(strong), impasse(none)),
        "F5c": standardised(opening(weak, 0), opening(none, 0)),
    }


_SOURCE = "Pinkley, Neale and Bennett 1994; Brett, Pinkley and Jackofsky 1996"
ALTERNATIVES = Experiment(
    "alternatives",
    (
        Effect("F5", "strong alternative against none: own outcome", _SOURCE, "+", 0.4, 1.6, 1),
        Effect("F5b", "strong alternative against none: impasse", _SOURCE, "+", 0, np.inf, 1),
        Effect("F5c", "weak alternative against none: own first offer", "Schaerer, Swaab and Galinsky 2015", "-",
               -np.inf, 0, -1),
    ),
    _measure,
)  # fmt: skip
