"""The scripted seat: an ordinary policy that answers, refuses, counters, presses and ends as its stance has it.

Reactions have already decided how it feels, what it asks for and perhaps a tactic; here that becomes one move. It never
searches packages: a counteroffer is one rung of the ladder. Nothing here limits the other seat.
"""

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SEAT, SITUATION_ID, TACTIC_ID, TALK
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves
from game.engine.record import FEEDBACK, REAL_REASON, WHO_DECIDES
from game.engine.view import View
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS

Bools = NDArray[np.bool_]
#: What each kind of move gets by default: the act in reply, and the situation it is said from.
REPLIES = {
    "chat": ("chat", "chat"),
    "acknowledge": ("chat", "acknowledged"),
    "credit": ("chat", "credited"),
    "give": ("acknowledge", "favour"),
    "apologise": ("chat", "apology"),
    "silence": ("silence", "silence"),
    "summarise": ("acknowledge", "summary"),
    "adjourn": ("acknowledge", "adjourn"),
    "clarify": ("clarify", "answer_clarify"),
    "propose": ("decline", "process_no"),
    "escalate": ("decline", "escalate"),
    "attach": ("decline", "attach_no"),
    "argue": ("hold", "argue_shrugs"),
    "appeal_fairness": ("hold", "fairness"),
    "share_priority": ("acknowledge", "told_priority"),
    "share_need": ("acknowledge", "told_need"),
    "share_alternative": ("acknowledge", "told_alternative"),
    "share_deadline": ("acknowledge", "told_deadline"),
    "share_constraint": ("acknowledge", "told_constraint"),
    "decline": ("chat", "chat"),
    "hold": ("hold", "refuse"),
    "warn": ("hold", "warned"),
    "claim_alternative": ("hold", "claim_heard"),
    "disparage": ("hold", "disparaged"),
    "vent": ("hold", "vented_at"),
    "gloat": ("hold", "gloated_at"),
    "agree_subject_to_approval": ("hold", "refuse"),
}
_REPLY_ACT = np.array([KIND[REPLIES[act][0]] if act in REPLIES else KIND["chat"] for act in ACTS] + [KIND["chat"]], np.int32)
_REPLY_LINE = np.array(
    [SITUATION_ID[REPLIES[act][1]] if act in REPLIES else SITUATION_ID["refuse"] for act in ACTS] + [SITUATION_ID["greet"]],
    np.int32,
)
#: What it takes (disclosure + trust, x1000) to answer each question.
TELLS_AT = {"ask_priority": 700, "ask_constraint": 600, "ask_decision": 700, "ask_alternatives": 1500,
            "ask_whatif": 650, "ask_feedback": 600}  # fmt: skip
#: And to give the real reason rather than the stated one.
REAL_REASON_AT = 1050
_ANSWERS = {
    "ask_priority": ("share_priority", NONE, "answer_priority"),
    "ask_constraint": ("share_constraint", 0, "answer_constraint"),
    "ask_decision": ("share_constraint", WHO_DECIDES, "answer_decision"),
    "ask_alternatives": ("share_alternative", NONE, "answer_alternatives"),
    "ask_feedback": ("share_need", FEEDBACK, "answer_feedback"),
}
#: An offer this far below the limit (x100) is called out of range; one this close to what is asked is taken with a sigh.
EXTREME, GRUDGING = 2200, 350
#: In its last turn it takes what it would not have taken before: this much less (x100) than it asks for.
LAST_CALL = 400
#: Moves after which it looks again at the other's standing offer.
_RECONSIDERS = ("argue", "give", "attach", "propose", "share_priority", "share_deadline", "clarify", "credit",
                "acknowledge", "silence", "hold", "summarise")  # fmt: skip
_PROBES = ("chat", "acknowledge", "credit", "share_constraint", "summarise")
#: Per thousand: how often it answers small talk with a question of its own.
CURIOUS = 250
#: A script keeps a game of its own going if the other agrees; below this trust (x1000) it does not care to.
POSTPONES_AT = 350
_SIGNALS = (650, 50, 300, 50, 0)


class _Draft:
    """A move being written for B lanes; later lines overwrite earlier ones."""

    def __init__(self, lanes: int) -> None:
        self.moves = Moves.all(lanes, "chat", signals=_SIGNALS)

    def put(self, where: Bools, act: str, line: str, item: Ints | int = NONE, package: Ints | int = NONE) -> None:
        if not where.any():
            return
        moves = self.moves
        moves.act[where] = KIND[act]
        moves.line[where] = SITUATION_ID[line]
        moves.item[where] = item if isinstance(item, int) else item[where]
        moves.packages[where, 0] = package if isinstance(package, int) else package[where]


def script(view: View, luck: Luck) -> Moves:
    """The move of a scripted seat in each of B lanes."""
    draft = _Draft(len(view))
    preparing = view.game("phase") != TALK
    if preparing.all():
        draft.put(preparing, "begin", "greet")
        return draft.moves
    heard = view.theirs("said")
    offer, worth = _best_offer(view)
    _reply(draft, view, luck, heard)
    _answer(draft, view, heard)
    _bargain(draft, view, heard, worth)
    _reconsider(draft, view, heard, worth)
    _apply_tactic(draft, view, luck)
    _reaction_lines(draft, view)
    _take(draft, view, heard, offer, worth)
    _finish(draft, view, worth)
    draft.put(preparing, "begin", "greet")
    draft.moves.packages[preparing, 0] = NONE
    return draft.moves


def _best_offer(view: View) -> tuple[Ints, Ints]:
    """Which of their packages is best, and its worth x100; (-1) where there is none."""
    worths = view.worth(view.received)
    best = worths.argmax(axis=1)
    return best.astype(np.int32), worths[np.arange(len(view)), best]


def _among(acts: Ints, names: tuple[str, ...]) -> Bools:
    return _SETS.setdefault(names, np.array([act in names for act in ACTS] + [False]))[acts]


_SETS: dict[tuple[str, ...], Bools] = {}


def _reply(draft: _Draft, view: View, luck: Luck, heard: Ints) -> None:
    moves = draft.moves
    moves.act[:], moves.line[:] = _REPLY_ACT[heard], _REPLY_LINE[heard]
    item = view.theirs("said_item")
    moves.item[:] = np.where(heard == KIND["clarify"], item, NONE)
    bit = 1 << np.clip(item, 0, 29)
    yes = (heard == KIND["propose"]) & (view.theirs("agreed") & bit > 0)
    draft.put(yes, "acknowledge", "process_yes", item)
    yes = (heard == KIND["attach"]) & (view.theirs("granted") & bit > 0)
    draft.put(yes, "acknowledge", "attach_yes", item)
    draft.put((heard == KIND["escalate"]) & (view.own("lifted") > 0), "acknowledge", "escalate")
    argued = heard == KIND["argue"]
    if argued.any():
        weighed = argued & (view.tables.evidence_strength[item] >= 500)
        countered = argued & view.tables.evidence_countered[item]
        draft.put(weighed & ~countered, "acknowledge", "argue_weighs")
        draft.put(countered, "hold", "argue_countered")
    curious = _among(heard, _PROBES)
    if curious.any():
        curious &= luck.below(1000, view.own("turns"), "curious") < CURIOUS
        _probe(draft, view, curious)


def _probe(draft: _Draft, view: View, where: Bools) -> None:
    """Ask about the first issue the other has not spoken of."""
    told = view.theirs("told_priorities") | view.own("asked_priorities")
    issues = np.arange(len(view.tables.sizes))
    unknown = (told[:, None] >> issues & 1) == 0
    draft.put(where & unknown.any(axis=1), "ask_priority", "probe", unknown.argmax(axis=1).astype(np.int32))


def _answer(draft: _Draft, view: View, heard: Ints) -> None:
    asked = _among(heard, ACT_GROUPS["asking"])
    if not asked.any():
        return
    open_ = view.own("disclosure") + view.own("trust")
    item = view.theirs("said_item")
    for question, (act, what, line) in _ANSWERS.items():
        where = heard == KIND[question]
        if where.any():
            tells = where & (open_ >= TELLS_AT[question])
            draft.put(where, "decline", "decline")
            draft.put(tells, act, line, item if question == "ask_priority" else what)
    where = heard == KIND["ask_reason"]
    if where.any():
        draft.put(where, "share_need", "answer_reason_stated", 0)
        draft.put(where & (open_ >= REAL_REASON_AT), "share_need", "answer_reason_real", REAL_REASON)
    where = heard == KIND["ask_whatif"]
    if where.any():
        draft.put(where, "decline", "decline")
        package = view.rung(view.own("aspiration"))
        draft.put(where & (open_ >= TELLS_AT["ask_whatif"]), "offer", "answer_whatif", NONE, package)


def _bargain(draft: _Draft, view: View, heard: Ints, worth: Ints) -> None:
    """Answer an offer, or a refusal of one's own, with a no or with another package."""
    offered = _among(heard, PACKAGE_ACTS)
    stayed = heard == KIND["hold"]
    if not (offered | stayed).any():
        return
    package = view.rung(view.own("aspiration"))
    had = view.offered[:, 0]
    moved = (had < 0) | (view.worth(package) < view.worth(had))
    first_no = view.times[:, KIND["hold"]] == 0
    extreme = offered & (worth < view.own("reservation") - EXTREME)
    counters = (offered & ~first_no & ~extreme & moved) | (stayed & moved & (had >= 0))
    draft.put(offered, "hold", "refuse")
    draft.put(offered & first_no, "hold", "refuse_first")
    draft.put(extreme, "hold", "refuse_extreme")
    draft.put(counters, "offer", "counter_moved", NONE, package)
    draft.put(counters & (had < 0), "offer", "counter", NONE, package)
    near = view.own("aspiration") - view.own("reservation") < 700
    draft.put(counters & near, "offer", "counter_last", NONE, package)


def _reconsider(draft: _Draft, view: View, heard: Ints, worth: Ints) -> None:
    """After a move that may have changed its mind: with an offer of theirs standing, come towards it if it can."""
    again = _among(heard, _RECONSIDERS) & (worth >= 0) & (view.offered[:, 0] >= 0)
    if not again.any():
        return
    package = view.rung(view.own("aspiration"))
    gain = view.worth(view.offered[:, 0]) - view.worth(package)
    draft.put(again & (gain >= 200), "offer", "counter_moved", NONE, package)


def _apply_tactic(draft: _Draft, view: View, luck: Luck) -> None:
    tactic = view.own("tactic")
    if (tactic < 0).all():
        return
    draft.put(tactic == TACTIC_ID["hold"], "hold", "refuse")
    draft.put(tactic == TACTIC_ID["push"], "hold", "push")
    draft.put(tactic == TACTIC_ID["stall"], "chat", "stall")
    draft.put(tactic == TACTIC_ID["escalate"], "acknowledge", "escalate")
    _probe(draft, view, tactic == TACTIC_ID["probe"])
    where = tactic == TACTIC_ID["counter"]
    if where.any():
        draft.put(where, "offer", "counter", NONE, view.rung(view.own("aspiration")))


def _reaction_lines(draft: _Draft, view: View) -> None:
    line = view.own("line")
    draft.moves.line[:] = np.where(line >= 0, line, draft.moves.line)


def _take(draft: _Draft, view: View, heard: Ints, offer: Ints, worth: Ints) -> None:
    """Agree where what lies on the table is at least what it asks for."""
    fresh = _among(heard, (*PACKAGE_ACTS, *_RECONSIDERS))
    last = view.left <= 1
    wanted = view.own("aspiration") - np.where(last, LAST_CALL, 0)
    good = (fresh | last) & (worth >= np.maximum(wanted, view.own("reservation"))) & (worth >= 0)
    good &= (view.times[:, KIND["hold"]] > 0) | (worth >= wanted + 1000) | last
    if not good.any():
        return
    package = view.received[np.arange(len(view)), offer]
    hand = view.own("hand")
    alone = view.tables.promisable[hand, package] | (view.own("lifted") > 0)
    draft.put(good & alone, "accept", "accept", offer)
    draft.put(good & alone & (worth < wanted + GRUDGING), "accept", "accept_reluctant", offer)
    asks = good & ~alone & (view.tables.approval[hand] > 0) & (view.game("approval") == 0)
    draft.put(asks, "agree_subject_to_approval", "accept_subject", offer)
    draft.put(good & ~alone & ~asks, "hold", "stall")


def _finish(draft: _Draft, view: View, worth: Ints) -> None:
    """Leave, or put it off, when patience is gone or a reaction says so."""
    tactic, trust = view.own("tactic"), view.own("trust")
    agreeing = _among(draft.moves.act, ("accept", "agree_subject_to_approval"))
    out = (view.own("patience") <= 0) | (tactic == TACTIC_ID["leave"])
    more = view.game("meeting") + 1 < len(view.tables.turns)
    later = more & (trust >= POSTPONES_AT) & (out | (view.left <= 1) | (tactic == TACTIC_ID["postpone"]))
    draft.put(out & ~agreeing, "leave", "leave")
    draft.put(later & ~agreeing, "leave_next", "postpone")


SAID = SEAT["said"]
