"""First offers: how far the opening decides the price (F1), and what ambition is worth (F3)."""

from collections.abc import Mapping

import numpy as np

from game.engine.columns import SEAT
from game.fidelity.acting import Haggler, acting, begins_by_drawing
from game.fidelity.lab import Effect, Experiment, Lab, impasse, opening, own
from game.fidelity.stats import Estimate, correlation, gap, slope, standardised
from game.fidelity.trace import Arm

#: Openings from .40 to .95 of the reference (CraigslistBargain's range), then one way of conceding for all.
DRAWN = Haggler(start=67.5, spread=27.5)
AMBITIOUS, MODEST = Haggler(start=90), Haggler(start=62)


def _drawn(lab: Lab) -> Mapping[str, Estimate]:
    """The goal is drawn apart from the opening: a better alternative makes a higher floor."""
    trace = lab.run(Arm("opening drawn", acting(DRAWN), begin=begins_by_drawing("own_reservation", 3000, 4500)))
    first, final = opening(trace, 0) / 100, own(trace, impasses=False) / 100
    goal = trace.state.seat[:, 0, SEAT["reservation"]]
    return {"F1": correlation(first, final), "F1b": slope(first, final, [goal])}


def _ambition(lab: Lab) -> Mapping[str, Estimate]:
    high, low = (lab.run(Arm(name, acting(h))) for name, h in (("ambitious", AMBITIOUS), ("modest", MODEST)))
    return {
        "F3": standardised(own(high, impasses=False), own(low, impasses=False)),
        "A2": gap(impasse(high), impasse(low)),
    }


FIRST_OFFERS = Experiment(
    "first offers",
    (
        Effect("F1", "first offer and price: r", "Orr and Guthrie 2006; IACM 2023 meta-analysis; CraigslistBargain",
               "r .50 / .53 / .69", 0.40, 0.75, 1),
        Effect("F1b", "first offer and price: slope, goal held", "CraigslistBargain", "slope .44", 0.25, 0.60, 1),
    ),
    _drawn,
)  # fmt: skip
AMBITION = Experiment(
    "ambition",
    (
        Effect("F3", "ambitious against modest opening: own outcome, impasses left out", "IACM 2023 meta-analysis",
               "g 1.30", 0.70, 2.0, 1),
        Effect("A2", "ambitious against modest opening: impasse", "Maaravi, Pazy and Ganzach 2014", "+", 0, np.inf, 1),
    ),
    _ambition,
)  # fmt: skip
