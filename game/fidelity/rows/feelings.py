"""Feelings shown (F13): disappointment draws concessions and guilt invites fewer, but only from those who trust."""

from collections.abc import Mapping

from game.fidelity.acting import Haggler, Line, acting, asks, begins_with, says
from game.fidelity.lab import Effect, Experiment, Lab, Values, stand
from game.fidelity.stats import Estimate, standardised
from game.fidelity.trace import Arm
from game.players.policy import Signals

SAD: Signals = (600, 150, 300, 150, 0)
SHOWN = {"nothing": says("hold"), "disappointment": says("vent", signals=SAD), "guilt": says("apologise")}
HIGH, LOW = 750, 250


def after(line: Line) -> list[Line | None]:
    """Two offers, the line, two more offers."""
    return [asks(84), asks(82), line, asks(79), asks(76)]


def _measure(lab: Lab) -> Mapping[str, Estimate]:
    def came_down(line: Line, trust: int) -> Values:
        begin = begins_with(other_trust=trust)
        trace = lab.run(Arm("", acting(Haggler(), after(line)), begin=begin), turns=5)
        return stand(trace, 1, 1) - stand(trace, 1, 4)

    down = {(name, trust): came_down(line, trust) for name, line in SHOWN.items() for trust in (HIGH, LOW)}
    return {
        id: standardised(down[name, trust], down["nothing", trust])
        for id, name, trust in (
            ("F13", "disappointment", HIGH),
            ("F13b", "guilt", HIGH),
            ("F13c", "disappointment", LOW),
            ("F13d", "guilt", LOW),
        )
    }


_SOURCE = "Van Kleef, De Dreu and Manstead 2006"
SUPPLICATION = Experiment(
    "disappointment and guilt",
    (
        Effect("F13", "disappointment shown to one who trusts: concession", _SOURCE, "+", 0.1, 0.7, 1),
        Effect("F13b", "guilt shown to one who trusts: concession", _SOURCE, "-", -0.7, -0.1, -1),
        Effect("F13c", "disappointment shown to one who does not trust", _SOURCE, "0", -0.15, 0.15),
        Effect("F13d", "guilt shown to one who does not trust", _SOURCE, "0", -0.15, 0.15),
    ),
    _measure,
)
