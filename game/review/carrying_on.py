"""How rollouts go on for the player: as ``prepared_and_calm``, taking up its list of things to learn where it stands.

The policy itself goes by its own turns: reason, priority, telling, terms, telling, argument, one a turn. Taken up in
the middle of somebody else's game it would leave out whatever its turn count says is over, and the worth of a position
would hang on the parity of turns. So it is shown the number of its first step that the player has not done yet.
"""

import numpy as np

from game.engine.columns import KIND, TOLD
from game.engine.lanes import popcount
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.view import View
from game.players.policies.prepared_and_calm import learning_from
from game.players.policy import Bools, heaviest_issue

#: With so few own turns left in a meeting there is no time to learn: it bargains.
LATE = 5
STEPS = 6


def carrying_on(view: View, luck: Luck) -> Moves:
    """The policy's moves, at the first step of its list that is still to be done."""
    return learning_from(view, step_of(view))


def step_of(view: View) -> Ints:
    """The turn that the policy is to take itself to be in, ``[B]``."""
    done = _done(view)
    undone = ~done.all(axis=0) & (view.left > LATE)
    aside = np.minimum(view.times[:, KIND["propose"]], 1)  # it does not count its first proposal as a turn
    first = done.argmin(axis=0) + aside
    step: Ints = np.where(undone, first, np.maximum(view.own("turns"), STEPS + aside)).astype(np.int32)
    return step


def _done(view: View) -> Bools:
    """Which steps of the list are done, ``[6, B]``."""
    first, second = heaviest_issue(view), heaviest_issue(view, 1)
    told, known = view.own("told_priorities"), view.theirs("told_priorities") | view.own("learned")
    asked = view.own("asked_priorities")
    reasons = view.times[:, KIND["ask_reason"]]
    reason = view.theirs("told") >> TOLD["reason"] & 1 == 1
    settled = popcount(view.own("details") | view.theirs("details")) >= len(view.tables.names.details)
    return np.stack([
        (reasons > 0) | reason,
        ((asked | known) >> first & 1 == 1) & ((known >> first & 1 == 0) | (view.times[:, KIND["ask_constraint"]] > 0)),
        told >> first & 1 == 1,
        settled | (view.times[:, KIND["clarify"]] > 0),
        (told >> second & 1 == 1) & (reason | (reasons > 1)),
        view.times[:, KIND["argue"]] > 0,
    ])  # fmt: skip
