"""Noise first: without ordinary variation between games every standardised size is meaningless.

The price of a package of several issues is what it is worth to the player, as a share of the player's best package: the
reference. Ordinary players are the four policies that neither prepare nor attack nor plead.
"""

from collections.abc import Mapping

from game.fidelity.lab import Effect, Experiment, Lab, impasse, joint, own
from game.fidelity.stats import Estimate, mean, spread, together
from game.fidelity.trace import Arm
from game.players.policies import POLICIES

ORDINARY = ("tit_for_tat", "conceder", "price_first", "logroller")
_SOURCE = "CraigslistBargain (price, no-deal rate); CaSiNo, DealOrNoDeal (share of the joint maximum)"


def _measure(lab: Lab) -> Mapping[str, Estimate]:
    traces = [lab.run(Arm(name, POLICIES[name], suited=False), share=0.5) for name in ORDINARY]
    return {
        "N1": together([spread(own(trace, impasses=False) / 100) for trace in traces]),
        "N3": together([mean(joint(trace)) for trace in traces]),
    } | {f"N2{letter}": mean(impasse(trace)) for letter, trace in zip("abcd", traces, strict=True)}


NOISE = Experiment(
    "noise",
    (
        Effect("N1", "within-arm SD of the price", _SOURCE, ".075 / .097 / .144", 0.07, 0.15),
        *(
            Effect(f"N2{letter}", f"no-deal rate of {name}", _SOURCE, ".22 to .32", 0.15, 0.35)
            for letter, name in zip("abcd", ORDINARY, strict=True)
        ),
        Effect("N3", "joint utility, share of its maximum", _SOURCE, ".95 to .96", 0.88, 0.97),
    ),
    _measure,
)
