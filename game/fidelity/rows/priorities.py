"""Priorities (F11): asking what matters to the other, or telling what matters to oneself, makes more of the deal."""

from collections.abc import Mapping

from game.engine.luck import Luck
from game.engine.moves import Draft
from game.engine.view import View
from game.fidelity.acting import Haggler, Line, acting, says
from game.fidelity.lab import Effect, Experiment, Lab, joint, split
from game.fidelity.stats import Estimate, mean, standardised
from game.fidelity.trace import Arm
from game.players.policy import Bools, heaviest_issue


def about(act: str, rank: int) -> Line:
    """Ask or tell about the issue that comes so far down the player's own list; stay put where the list is shorter."""

    def line(draft: Draft, view: View, luck: Luck, where: Bools) -> None:
        if rank < len(view.tables.sizes):
            draft.put(where, act, heaviest_issue(view, rank))
        else:
            draft.put(where, "hold")

    return line


#: Six turns in which nothing is asked or told, of kinds that nobody minds.
NEITHER: list[Line | None] = [says("decline"), *[says("hold")] * 3, says("chat"), says("chat")]
ASKS: list[Line | None] = [about("ask_priority", rank) for rank in range(6)]
TELLS: list[Line | None] = [about("share_priority", rank) for rank in range(6)]


def _measure(lab: Lab) -> Mapping[str, Estimate]:
    neither, asked, told = (lab.run(Arm("", acting(Haggler(), lines))) for lines in (NEITHER, ASKS, TELLS))
    return {
        "F11": standardised(joint(asked), joint(neither)),
        "F11b": standardised(joint(told), joint(neither)),
        "F11c": standardised(split(asked), split(neither)),
        "F11d": standardised(split(told), split(neither)),
        "F11e": mean(joint(neither)),
    }


_THOMPSON = "Thompson 1991"
PRIORITIES = Experiment(
    "priorities",
    (
        Effect("F11", "asked for priorities against neither: joint utility", _THOMPSON, "+", 0.3, 1.2, 1),
        Effect("F11b", "told own priorities against neither: joint utility", _THOMPSON, "+", 0.3, 1.2, 1),
        Effect("F11c", "asked: own share", _THOMPSON, "0", -0.2, 0.2),
        Effect("F11d", "told: own share", _THOMPSON, "0", -0.2, 0.2),
        Effect("F11e", "neither: joint utility, share of its maximum", "CaSiNo .96; DealOrNoDeal .95", ".95 to .96",
               0.88, 0.97),
    ),
    _measure,
)  # fmt: skip
