"""Reasons given and the door in the face (F15)."""

from collections.abc import Mapping

import numpy as np

from game.engine.tables import Tables
from game.fidelity.acting import Haggler, Line, acting, after_somebody_else_asked, asks, begins_with, in_turn, says
from game.fidelity.lab import Effect, Experiment, Lab, Values, granted_by, stand
from game.fidelity.stats import Estimate, gap, standardised
from game.fidelity.trace import Arm, Trace

BIG, TARGET, CLOCK = 97, 60, 10


def best_evidence(tables: Tables, countered: bool, aimed: bool = False) -> int:
    """The strongest evidence of the first seat that is easily countered, or is not (and speaks to an interest)."""
    fits = [
        number
        for number in range(len(tables.names.evidence))
        if tables.evidence_seat[number] == 0
        and bool(tables.evidence_countered[number]) == countered
        and (bool(tables.evidence_aims[number]) or not aimed)
    ]
    return max(fits, key=lambda number: int(tables.evidence_strength[number]))


def _rationales(lab: Lab) -> Mapping[str, Estimate]:
    """Two offers, what is said, two offers: how good the counterpart's stand is for the player, and its trust."""
    tables = lab.tables
    said: dict[str, Line] = {
        "none": says("hold"),
        "constraint": says("share_constraint", 0),
        "disparage": says("disparage"),
        "argument": says("argue", best_evidence(tables, countered=True)),
        "relational": says("argue", best_evidence(tables, countered=False, aimed=True), rider="acknowledge"),
    }
    informed = begins_with(own_evidence=(1 << len(tables.names.evidence)) - 1)

    def talk(line: Line) -> Trace:
        lines = [asks(84), asks(82), line, asks(79), asks(76)]
        return lab.run(Arm("", acting(Haggler(), lines), begin=informed), turns=5)

    talks = {name: talk(line) for name, line in said.items()}
    good = {name: -stand(trace, 1, 4) for name, trace in talks.items()}
    trust = {name: trace.stance("trust", 1, 2) for name, trace in talks.items()}
    return {
        "F15": standardised(good["constraint"], good["disparage"]),
        "F15b": standardised(trust["constraint"], trust["disparage"]),
        "F15c": standardised(good["argument"], good["none"]),
        "F15d": standardised(good["relational"], good["none"]),
        "F15e": standardised(trust["relational"], trust["none"]),
    }


def _door(lab: Lab) -> Mapping[str, Estimate]:
    """The target is asked for and insisted on once, after a big request, after small talk, or after somebody else's."""
    insists = says("hold")

    def rate(first: Line, somebody: bool = False) -> Values:
        late = begins_with(meeting=len(lab.tables.turns) - 1, turn=CLOCK)
        begin = in_turn(late, after_somebody_else_asked(BIG)) if somebody else late
        lines = [first, asks(TARGET), insists]
        return granted_by(lab.run(Arm("", acting(Haggler(), lines), begin=begin), turns=3), 3)

    alone = rate(says("chat"))
    return {
        "F15f": gap(rate(asks(BIG)), alone),
        "F15g": gap(rate(says("chat"), somebody=True), alone),
    }


_LEE, _CIALDINI = "Lee and Ames 2017", "Cialdini et al. 1975; Genschow et al. 2021"
RATIONALES = Experiment(
    "rationales",
    (
        Effect("F15", "constraint against disparagement: counteroffer", _LEE, "+", 0, np.inf, 1),
        Effect("F15b", "constraint against disparagement: trust", _LEE, "+", 0, np.inf, 1),
        Effect("F15c", "contestable argument against none: counteroffer", "Maaravi, Ganzach and Pazy 2011", "-",
               -np.inf, 0, -1),
        Effect("F15d", "relational account against none: counteroffer", "Bowles and Babcock 2013", "+", 0, np.inf, 1),
        Effect("F15e", "relational account against none: trust", "Bowles and Babcock 2013", "+", 0, np.inf, 1),
    ),
    _rationales,
)  # fmt: skip
DOOR = Experiment(
    "door in the face",
    (
        Effect("F15f", "target granted after a refused big request, against the target alone", _CIALDINI,
               "50 % against 16.7 %", 0.10, 0.40, 1),
        Effect("F15g", "the same when somebody else had made the big request", _CIALDINI, "10.5 % against 16.7 %",
               -np.inf, 0, 0),
    ),
    _door,
)  # fmt: skip
