"""How it is said: hedging (A14), warmth inside an offer (A15), small talk before it (A16), a friendly manner (A12)."""

from collections.abc import Mapping

import numpy as np

from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.view import View
from game.fidelity.acting import Haggler, Line, acting, asks, says, sounding
from game.fidelity.lab import Effect, Experiment, Lab, impasse, own, satisfaction, stand
from game.fidelity.stats import Estimate, gap, standardised
from game.fidelity.trace import Arm, Trace
from game.players.policy import FLAT, HESITANT, PLEADING, Policy, Signals

KIND: Signals = (640, 50, 750, 0, 0)
OFFERS = (84, 81, 78, 75, 72)


def _said(lab: Lab, how: Signals) -> Trace:
    return lab.run(Arm("", acting(Haggler(), [asks(points, signals=how) for points in OFFERS])), turns=5)


def _wording(lab: Lab) -> Mapping[str, Estimate]:
    plain, unsure, needy, kind = (_said(lab, how) for how in (FLAT, HESITANT, PLEADING, KIND))
    stands = {name: -stand(t, 1, 4) for name, t in (("p", plain), ("u", unsure), ("n", needy), ("k", kind))}
    return {
        "A14": standardised(stands["u"], stands["p"]),
        "A14b": standardised(*(t.stance("seen_confidence", 1, 4) for t in (unsure, plain))),
        "A13b": standardised(stands["n"], stands["p"]),
        "A15": standardised(stands["k"], stands["p"]),
        "A15b": standardised(*(t.stance("trust", 1, 4) for t in (kind, plain))),
    }


def _rapport(lab: Lab) -> Mapping[str, Estimate]:
    lines: list[list[Line | None]] = [[says("chat")] * 2, [says("decline"), says("hold")]]
    talked, not_talked = (lab.run(Arm("", acting(Haggler(), said))) for said in lines)
    bargains = acting(Haggler(), [says("summarise"), None] * 3)
    friendly, flat = (lab.run(Arm("", sounding_between(bargains, how))) for how in (KIND, FLAT))
    return {
        "A16": standardised(*(t.stance("trust", 1, 1) for t in (talked, not_talked))),
        "A16b": standardised(own(talked), own(not_talked)),
        "A16c": standardised(satisfaction(talked), satisfaction(not_talked)),
        "A12k": standardised(satisfaction(friendly), satisfaction(flat)),
        "A12l": gap(impasse(friendly), impasse(flat)),
    }


def sounding_between(policy: Policy, how: Signals) -> Policy:
    """The same moves; the lines that are no offers said otherwise."""
    said = sounding(policy, how)

    def policy_said(view: View, luck: Luck) -> Moves:
        moves = said(view, luck)
        moves.signals[moves.packages[:, 0] >= 0] = FLAT
        return moves

    return policy_said


WORDING = Experiment(
    "wording of offers",
    (
        Effect("A14", "offers hedged against plain: counteroffer", "Erickson et al. 1978; Hosman 1989", "-",
               -np.inf, 0, -1),
        Effect("A14b", "offers hedged against plain: credibility", "Erickson et al. 1978", "-", -np.inf, 0, -1),
        Effect("A13b", "offers pleading against plain: counteroffer", "Brooks and Schweitzer 2011", "-",
               -np.inf, 0, -1),
        Effect("A15", "offers worded warmly against plain: counteroffer", "Jeong et al. 2019", "-", -np.inf, 0, -1),
        Effect("A15b", "offers worded warmly against plain: liking", "Jeong et al. 2019", "0", -0.2, 0.2),
    ),
    _wording,
)  # fmt: skip
RAPPORT = Experiment(
    "rapport",
    (
        Effect("A16", "small talk first: trust", "Morris et al. 2002; Nadler 2004", "+", 0, np.inf, 1),
        Effect("A16b", "small talk first: own outcome", "Morris et al. 2002", "+", 0, np.inf, 1),
        Effect("A16c", "small talk first: satisfaction of the other", "CaSiNo (r .13)", "+", 0, np.inf, 1),
        Effect("A12k", "friendly between offers: satisfaction of the other", "Kopelman et al. 2006", "+", 0, np.inf, 1),
        Effect("A12l", "friendly between offers: impasse", "Kopelman et al. 2006", "-", -np.inf, 0, -1),
    ),
    _rapport,
)  # fmt: skip
