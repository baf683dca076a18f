"""Two rational players who lose a share of the pie with every round: the one case with an answer in closed form.

Rubinstein 1982: alternating offers over a pie, discount factors d1 and d2 a round, nothing hidden. The first to speak
gets (1 - d2) / (1 - d1 d2), which is 1 / (1 + d) when both are equally patient, and the game is over in one round.
The players here do not know the formula: they reason from what the other would do to what they would do, until nothing
changes.
"""

import numpy as np

from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.tables import Tables
from game.engine.view import View
from game.players.policy import FLAT, Policy, begin_at_once
from game.scenario.model import Scenario

#: Slices of the pie; utilities are whole hundredths of a point, so a slice is a tenth of a point.
SLICES = 1000
_ROUNDS_OF_REASONING = 2000


def keeps(own: float, others: float) -> float:
    """The share a proposer keeps with these discount factors, both in [0, 1), found by best responses.

    >>> round(keeps(0.9, 0.9), 4), round(1 / 1.9, 4)
    (0.5263, 0.5263)
    """
    mine = yours = 0.5
    for _ in range(_ROUNDS_OF_REASONING):
        mine, yours = 1 - others * yours, 1 - own * mine
    return mine


def rational(own: float, others: float) -> Policy:
    """A policy for the pie: proposes what the other would just take, takes what is no worse than waiting a round."""
    ask, least = keeps(own, others), own * keeps(own, others)

    def policy(view: View, luck: Luck) -> Moves:
        draft = Draft(len(view), FLAT)
        received = view.worth(view.received[:, 0])
        worth = view.tables.worth[0].astype(int)
        package = int(np.where(worth >= round(10_000 * ask), -worth, -(10**9)).argmax())
        everywhere = np.ones(len(view), bool)
        draft.put(everywhere, "offer", package=package)
        draft.put(received >= round(10_000 * least) - 10_000 // SLICES, "accept", 0)
        begin_at_once(draft, view)
        return draft.moves

    return policy


def pie() -> Tables:
    """One thing to divide, two seats who want all of it, no reactions."""
    seat = {
        "pronouns": "they", "role": "half of a table", "public": "Wants the pie.", "brief": "You want the pie.",
        "objective": "Get as much as you can.", "interests": {"pie": "the pie"}, "batna": "No pie.",
    }  # fmt: skip
    hand = {
        "id": "plain", "brief": "You like pie.", "stated_reason": "I like pie.", "real_reason": "I like pie.",
        "reservation": 0, "opening": 100,
    }  # fmt: skip
    scenario = {
        "format": 1, "id": "pie", "title": "The pie", "setting": "A table.", "stakes": "A pie.", "minutes": 1,
        "practises": ["reasoning backwards"], "opens": "first",
        "meetings": [
            {"id": "only", "channel": "room", "turns": 40, "scene": "A table.",
             "moments": [{"id": "now", "label": "now"}]}
        ],
        "issues": [
            {"id": "share", "label": "the share", "unit": "{}", "price": True, "reference": SLICES, "status_quo": "0",
             "range": {"start": 0, "stop": SLICES, "step": 1}}
        ],
        "seats": [
            seat | {"id": "first", "name": "One", "points": {"share": {"0": 0, str(SLICES): 100}}, "hands": [hand]},
            seat | {"id": "second", "name": "Two", "points": {"share": {"0": 100, str(SLICES): 0}}, "hands": [hand]},
        ],
    }  # fmt: skip
    return compile_scenario(Scenario.model_validate(scenario), [])
