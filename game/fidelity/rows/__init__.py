"""The experiments, a file for each kind of effect; each file says what it manipulates and what it measures."""

from game.fidelity.rows.alternatives import ALTERNATIVES
from game.fidelity.rows.anger import INTENSITY, SPIRAL, THREATS
from game.fidelity.rows.clocks import DEADLINE, PRESSURE
from game.fidelity.rows.feelings import SUPPLICATION
from game.fidelity.rows.first_offers import AMBITION, FIRST_OFFERS
from game.fidelity.rows.noise import NOISE
from game.fidelity.rows.priorities import PRIORITIES
from game.fidelity.rows.reasons import DOOR, RATIONALES
from game.fidelity.rows.satisfaction import INSTANT, STEPS, STRUCTURE
from game.fidelity.rows.style import RAPPORT, WORDING
from game.fidelity.rows.tactics import LINES, OFFERS, POWER
from game.fidelity.rows.theory import LIMIT

#: In the order in which they are reported.
EXPERIMENTS = (
    NOISE, FIRST_OFFERS, AMBITION, ALTERNATIVES, PRESSURE, DEADLINE, INSTANT, STEPS, PRIORITIES, SUPPLICATION,
    RATIONALES, DOOR, LIMIT, STRUCTURE, POWER, LINES, OFFERS, INTENSITY, THREATS, SPIRAL, WORDING, RAPPORT,
)  # fmt: skip
