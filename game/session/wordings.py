"""The ways a person can say an act: which sentences to put before them, and which one a move means.

A menu shows sentences, never styles. With little composure fewer calm ones come to mind, but never none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.columns import SEAT
from game.engine.luck import Luck
from game.engine.state import State
from game.scenario.model import Wording
from game.session.stage import Stage

#: How many sentences a menu shows.
SHOWN = 5
_CALM = ("calm", "warm")


@dataclass(frozen=True)
class Asked:
    """What is to be said: the act, what it names, by which seat."""

    act: str
    item: str | None
    seat: int


def candidates(stage: Stage, asked: Asked) -> list[Wording]:
    """Every wording that fits, the most particular first: the scene's for this item, the scene's, the general ones.

    In a translated scene the general ones, which may be in another language, are left out where it has its own.
    """
    seat_id = stage.seat(asked.seat).id

    def fits(wording: Wording) -> bool:
        return (not wording.seat or seat_id in wording.seat) and (not wording.about or asked.item in wording.about)

    own = [wording for wording in stage.scenario.wordings.get(asked.act, ()) if fits(wording)]
    general = [wording for wording in stage.general.get(asked.act, ()) if fits(wording)]
    fitting = own if stage.language and own else [*own, *general]
    return sorted(fitting, key=lambda wording: not wording.about)


def find(stage: Stage, wording_id: str) -> tuple[str, Wording] | None:
    """The wording of that id and the act it says, or None."""
    for wordings in (stage.scenario.wordings, stage.general):
        for act, each in wordings.items():
            for wording in each:
                if wording.id == wording_id:
                    return act, wording
    return None


def plain(stage: Stage, asked: Asked) -> list[Wording]:
    """The sentences that can stand for a move without words: its calm wordings, or all if none is calm."""
    fitting = candidates(stage, asked)
    return [wording for wording in fitting if wording.style == "calm"] or fitting


def calm_shown(composure: int) -> int:
    """How many calm wordings come to mind at a composure (x1000): 1 to 3."""
    return 3 if composure >= 500 else 2 if composure >= 300 else 1


def menu(stage: Stage, state: State, luck: Luck, asked: Asked, used: Sequence[str] = ()) -> list[Wording]:
    """Four to six sentences to choose from, shuffled the same way whenever the same game comes here.

    ``used`` are ids said before in this game; they come up again only when fresh ones run out.
    """
    row = state.seat[0, asked.seat]
    fitting = sorted(candidates(stage, asked), key=lambda wording: wording.id in used)
    calm = [wording for wording in fitting if wording.style in _CALM]
    other = [wording for wording in fitting if wording.style not in _CALM]
    count = calm_shown(int(row[SEAT["composure"]]))
    chosen = calm[:count] + other[: SHOWN - min(count, len(calm))]
    chosen += calm[count : count + max(0, 4 - len(chosen))] if count == 3 else []
    turn = np.array([row[SEAT["turns"]]], np.int32)
    own = luck.own("wordings")
    return sorted(chosen, key=lambda wording: int(own.below(1 << 20, turn, wording.id)[0]))
