"""Does anything that is allowed: the floor to measure others against, and a fuzzer for the rules."""

import numpy as np

from game.engine.columns import KIND, NONE
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import begin_at_once
from game.scenario.words import ACT_GROUPS, SIGNALS

_FREE = ("ask_reason", "ask_decision", "ask_alternatives", "ask_constraint", "ask_feedback", "ask_whatif", "share_need",
         "share_alternative", "share_deadline", "share_constraint", "decline", "appeal_fairness", "hold", "chat",
         "acknowledge", "credit", "apologise", "silence", "summarise", "adjourn", "escalate", "warn",
         "claim_alternative", "disparage", "vent", "gloat", "offer", "offer", "offer", "offers", "trade",
         "ask_priority", "share_priority", "clarify", "propose", "argue", "give", "attach", "accept", "accept",
         "agree_subject_to_approval", "leave", "leave_next")  # fmt: skip
_NAMES = {"ask_priority": "issues", "share_priority": "issues", "clarify": "details", "propose": "processes"}
_OWN = {"argue": "evidence", "give": "favours", "attach": "conditions"}
_MANY = 6


def chance(view: View, luck: Luck) -> Moves:
    """A random act in random tones, with a random item or package; small talk where that would not be allowed."""
    turn, lanes = view.own("turns"), len(view)
    draft = Draft(lanes, (0, 0, 0, 0, 0))
    drawn = luck.below(len(_FREE), turn, "act")
    for number, act in enumerate(_FREE):
        _put(draft, view, luck, act, drawn == number)
    for column, name in enumerate(SIGNALS):
        draft.moves.signals[:, column] = luck.below(1001, turn, name)
    begin_at_once(draft, view)
    return draft.moves


def _put(draft: Draft, view: View, luck: Luck, act: str, where: np.ndarray) -> None:
    if not where.any():
        return
    turn, tables = view.own("turns"), view.tables
    pick = luck.below(1 << 20, turn, f"item {act}")
    if act in ("offer", "offers", "trade"):
        draft.put(where, act, package=pick % len(tables.digits))
        if act == "offers":
            second = luck.below(len(tables.digits), turn, "second package")
            draft.moves.packages[where, 1] = second[where]
        draft.moves.final[where] = (act == "offer") * (pick[where] % 8 == 0)
    elif act in ("accept", "agree_subject_to_approval"):
        draft.put(where & (view.received[:, 0] >= 0), act, 0)
    elif act == "leave":
        draft.put(where & (pick % _MANY == 0), act)
    elif act == "leave_next":
        draft.put(where & (view.game("meeting") + 1 < len(tables.turns)) & (pick % 2 == 0), act)
    elif act in _NAMES:
        count = len(tables.names.of(_NAMES[act]))
        draft.put(where & (count > 0), act, pick % max(count, 1))
    elif act in _OWN:
        _put_own(draft, view, act, where, pick)
    else:
        draft.put(where, act)


def _put_own(draft: Draft, view: View, act: str, where: np.ndarray, pick: np.ndarray) -> None:
    """An item of one's own that may be used: held evidence, a favour not yet given, any condition."""
    own: np.ndarray = getattr(view.tables, _OWN[act])
    if not len(own):
        return
    item = own[pick % len(own)]
    held = view.own("evidence") >> item & 1 == 1 if act == "argue" else np.ones(len(view), bool)
    fresh = view.own("favours") >> item & 1 == 0 if act == "give" else np.ones(len(view), bool)
    draft.put(where & held & fresh, act, item)


assert set(_FREE) <= {a for g in ACT_GROUPS.values() for a in g} and KIND["chat"] != NONE  # the names above exist
