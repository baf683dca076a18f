"""The limit (L1): without noise and with full rationality alternating offers end where theory says."""

from collections.abc import Mapping

import numpy as np

from game.fidelity.lab import Effect, Experiment, Lab
from game.fidelity.rational import pie, rational
from game.fidelity.stats import Estimate
from game.fidelity.trace import Arm, run

DISCOUNTS = (0.5, 0.7, 0.8, 0.9, 0.95)


def error(discount: float) -> float:
    """How far the first speaker's share of the pie is from 1 / (1 + d), 0..1; not-a-number without a deal."""
    player = rational(discount, discount)
    trace = run(pie(), Arm("rational", player, player), games=1)
    return float(trace.scores.utility[0, 0]) / 10_000 - 1 / (1 + discount) if trace.deal[0] else float("nan")


def _measure(_: Lab) -> Mapping[str, Estimate]:
    errors = [error(discount) for discount in DISCOUNTS]
    worst = max(errors, key=abs) if np.isfinite(errors).all() else float("nan")
    return {"L1": Estimate(worst, 0.0)}


LIMIT = Experiment(
    "rational limit",
    (Effect("L1", "share of the pie minus 1 / (1 + d), worst of d = .5 to .95", "Rubinstein 1982", "0", -0.01, 0.01),),
    _measure,
)
