"""Anger and threats (A12): what they win once, from whom, and what they cost.

Two offers, the display, two more offers; how far the counterpart comes down in between, and its trust afterwards.
"""

from collections.abc import Mapping

import numpy as np

from game.fidelity.acting import Haggler, Line, acting, asks, begins_with, in_turn, says, sounding
from game.fidelity.lab import Effect, Experiment, Lab, Values, impasse, satisfaction, stand
from game.fidelity.stats import Estimate, gap, standardised
from game.fidelity.trace import Arm, Trace
from game.players.policy import FLAT, Signals

IRRITATED: Signals = (700, 50, 50, 450, 0)
FURIOUS: Signals = (700, 50, 50, 850, 0)
POISED: Signals = (750, 50, 200, 150, 0)
WEAK, STRONG = 4000, 6500
EARLY, LATE = 0, 14


def _talk(lab: Lab, line: Line, alternative: int | None = None, clock: int = 6) -> Trace:
    begins = [begins_with(meeting=len(lab.tables.turns) - 1, turn=clock)]
    if alternative is not None:
        begins.append(begins_with(other_reservation=alternative))
    lines = [asks(84), asks(82), line, asks(79), asks(76)]
    return lab.run(Arm("", acting(Haggler(), lines), begin=in_turn(*begins)), turns=5)


def _came(trace: Trace) -> Values:
    return stand(trace, 1, 1) - stand(trace, 1, 4)


def _intensity(lab: Lab) -> Mapping[str, Estimate]:
    calm, some, much = (_talk(lab, says("hold", signals=how), WEAK) for how in (FLAT, IRRITATED, FURIOUS))
    calm_strong, some_strong = (_talk(lab, says("hold", signals=how), STRONG) for how in (FLAT, IRRITATED))
    return {
        "A12": standardised(_came(some), _came(calm)),
        "A12b": standardised(_came(much), _came(some)),
        "A12c": standardised(_came(some_strong), _came(calm_strong)),
        "A12d": standardised(*(trace.stance("trust", 1, 2) for trace in (some, calm))),
    }


def _threats(lab: Lab) -> Mapping[str, Estimate]:
    threat, anger = (_talk(lab, line) for line in (says("warn", signals=POISED), says("hold", signals=IRRITATED)))
    silent = {clock: _talk(lab, says("hold"), clock=clock) for clock in (EARLY, LATE)}
    said = {clock: _talk(lab, says("warn", signals=POISED), clock=clock) for clock in (EARLY, LATE)}
    return {
        "A12e": standardised(_came(threat), _came(anger)),
        "A12f": standardised(_came(said[LATE]), _came(silent[LATE])),
        "A12g": standardised(_came(said[EARLY]), _came(silent[EARLY])),
    }


def _spiral(lab: Lab) -> Mapping[str, Estimate]:
    angry, calm = (lab.run(Arm("", sounding(acting(Haggler()), how)), share=0.5) for how in (IRRITATED, FLAT))
    heard = [np.where(trace.had(1, 5), trace.signals[:, 1, 5, 3], np.nan) for trace in (angry, calm)]
    return {
        "A12h": standardised(*heard),
        "A12i": gap(impasse(angry), impasse(calm)),
        "A12j": standardised(satisfaction(angry), satisfaction(calm)),
    }


_ADAM, _SINACEUR = "Adam and Brett 2018", "Sinaceur et al. 2011"
INTENSITY = Experiment(
    "anger",
    (
        Effect("A12", "moderate anger against none, at one with a weak alternative: concession",
               "Van Kleef, De Dreu and Manstead 2004", "+", 0, np.inf, 1),
        Effect("A12b", "high anger against moderate: concession", _ADAM, "-", -np.inf, 0, -1),
        Effect("A12c", "moderate anger at one with a strong alternative: concession", "Sinaceur and Tiedens 2006",
               "0 or -", -np.inf, 0.15),
        Effect("A12d", "moderate anger against none: trust", _ADAM, "-", -np.inf, 0, -1),
    ),
    _intensity,
)  # fmt: skip
THREATS = Experiment(
    "threats",
    (
        Effect("A12e", "threat with poise against anger: concession", _SINACEUR, "+", 0, np.inf, 1),
        Effect("A12f", "explicit threat late: concession", "Sinaceur and Neale 2005", "+", 0, np.inf, 1),
        Effect("A12g", "explicit threat early: concession", "Sinaceur and Neale 2005", "0 or -", -np.inf, 0.1),
    ),
    _threats,
)
SPIRAL = Experiment(
    "anger all along",
    (
        Effect("A12h", "anger shown back", "Hale et al. 2025 (KODIS)", "+", 0, np.inf, 1),
        Effect("A12i", "anger all along: impasse", "Hale et al. 2025; CaSiNo", "+", 0, np.inf, 1),
        Effect("A12j", "anger all along: satisfaction of the other", "CaSiNo (3.59 against 4.18)", "-", -np.inf, 0, -1),
    ),
    _spiral,
)
