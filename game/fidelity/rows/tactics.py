"""Ways of bargaining: extremes and power (A2), precision (A3), hard and soft lines (A7), crediting (A9),
several offers at once (A10), broken finals (A24), appeals to fairness (contradiction 4)."""

from collections.abc import Mapping

import numpy as np

from game.engine.luck import Ints, Luck
from game.engine.moves import Draft
from game.engine.view import View
from game.fidelity.acting import Haggler, Line, acting, asks, begins_with, says
from game.fidelity.lab import Effect, Experiment, Lab, Values, impasse, own, satisfaction, stand
from game.fidelity.stats import Estimate, difference, gap, standardised
from game.fidelity.trace import Arm, Trace
from game.players.policy import Bools

POWERLESS, POWERFUL = 2500, 5500


def _power(lab: Lab) -> Mapping[str, Estimate]:
    def walks(points: float, alternative: int) -> Values:
        begin = begins_with(other_reservation=alternative)
        lines = [asks(points), asks(points - 1), asks(points - 2)]
        return impasse(lab.run(Arm("", acting(Haggler(start=86), lines), begin=begin), share=0.5))

    weak, strong = (gap(walks(100, power), walks(82, power)) for power in (POWERLESS, POWERFUL))
    calm = begins_with(own_reservation=0)
    shift = [lab.run(Arm("", acting(Haggler(), [asks(p), asks(p - 1)]), begin=calm), turns=2) for p in (100, 82)]
    return {
        "A2b": weak,
        "A2c": difference(weak, strong),
        "A2d": standardised(*(trace.stance("trust", 1, 1) for trace in shift)),
    }


def several(points: float, apart: int = 7) -> Line:
    """Three packages worth about the same to the player, as different as the ladder has them."""

    def line(draft: Draft, view: View, luck: Luck, where: Bools) -> None:
        first = view.rung(np.full(len(view), round(100 * points), np.int32))
        others = [_as_good(view, first, skip) for skip in (apart, 3 * apart)]
        draft.put(where, "offers", package=first)
        for place, package in enumerate(others, 1):
            draft.moves.packages[where, place] = package[where]

    return line


def _as_good(view: View, first: Ints, skip: int) -> Ints:
    """Another package worth nearly as much to the player as ``first``."""
    worth = view.tables.worth[view.own("hand")]
    near = np.abs(worth - view.worth(first)[:, None])
    near[np.arange(len(view)), first] = 10**6
    order = np.argpartition(near, skip, axis=1)[:, :skip]
    found: Ints = order[:, -1].astype(np.int32)
    return found


def _offers(lab: Lab) -> Mapping[str, Estimate]:
    def stands(first: list[Line | None]) -> tuple[Values, Trace]:
        trace = lab.run(Arm("", acting(Haggler(), [*first, asks(78), asks(75)])), turns=4)
        return -stand(trace, 1, 3), trace

    one, one_trace = stands([asks(82), asks(80)])
    three, three_trace = stands([asks(82), several(80)])
    credit, _ = stands([asks(82), asks(80, rider="credit")])
    _, broken_trace = stands([asks(82), asks(80, final=True)])
    fair, _ = stands([asks(82), says("appeal_fairness")])
    silent, _ = stands([asks(82), says("hold")])
    return {
        "A10": standardised(three, one),
        "A10b": standardised(*(t.stance("trust", 1, 1) for t in (three_trace, one_trace))),
        "A9": standardised(credit, one),
        "A24": standardised(*(t.stance("trust", 1, 3) for t in (broken_trace, one_trace))),
        "C4": standardised(fair, silent),
    }


def _lines(lab: Lab) -> Mapping[str, Estimate]:
    ways = (Haggler(start=94, margin=12, late=2), Haggler(start=80, margin=2, late=0.7))
    hard, soft = (lab.run(Arm("", acting(way))) for way in ways)
    return {
        "A7": standardised(own(hard, impasses=False), own(soft, impasses=False)),
        "A7b": standardised(satisfaction(hard), satisfaction(soft)),
        "A7c": gap(impasse(hard), impasse(soft)),
    }


POWER = Experiment(
    "extreme offers and power",
    (
        Effect("A2b", "extreme against moderate, at one with little power: impasse", "Schweinsberg et al. 2012", "+",
               0, np.inf, 1),
        Effect("A2c", "the same, minus that at one with much power", "Schweinsberg et al. 2012", "+", 0, np.inf, 1),
        Effect("A2d", "extreme against moderate: trust", "Maaravi, Pazy and Ganzach 2014", "-", -np.inf, 0, -1),
    ),
    _power,
)  # fmt: skip
OFFERS = Experiment(
    "kinds of offers",
    (
        Effect("A10", "three packages at once against one: counteroffer", "Leonardelli et al. 2019", "+", 0, np.inf, 1),
        Effect("A10b", "three packages at once against one: trust", "Leonardelli et al. 2019", "+", 0, np.inf, 1),
        Effect("A9", "offer crediting the other's part against a bare one", "Ward et al. 2008", "+", 0, np.inf, 1),
        Effect("A24", "a final offer that was not final: trust", "Rose and Dickson 1988", "-", -np.inf, 0, -1),
        Effect("C4", "appeal to fairness against none: counteroffer", "CaSiNo", "0 or -", -np.inf, 0.1),
    ),
    _offers,
)
LINES = Experiment(
    "hard and soft lines",
    (
        Effect("A7", "hard line against soft, impasses left out: own outcome", "Huffmeier et al. 2014", "+",
               0, np.inf, 1),
        Effect("A7b", "hard line against soft: satisfaction of the other", "Huffmeier et al. 2014", "-",
               -np.inf, 0, -1),
        Effect("A7c", "hard line against soft: impasse", "Collabra 2023", "+", 0, np.inf, 1),
    ),
    _lines,
)  # fmt: skip
