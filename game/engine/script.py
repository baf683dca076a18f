"""The scripted seat: an ordinary policy that answers, refuses, counters, presses and ends as its stance has it.

Reactions have already decided how it feels, what it asks for and perhaps a tactic; here that becomes one move. It never
searches packages: a counteroffer is one rung of the ladder. Nothing here limits the other seat.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SITUATION_ID, TACTIC_ID, TALK, TOLD
from game.engine.lanes import Column, Mask, at_least, clip, look, no, some, where
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.record import FEEDBACK, REAL_REASON, WHO_DECIDES
from game.engine.turn import pick
from game.engine.view import View
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS

#: What each kind of move gets by default: the act in reply, and the situation it is said from.
REPLIES = {
    "begin": ("chat", "chat"),  # it opens, and nothing has been said yet
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
_REPLY_ACT = np.array(
    [KIND[REPLIES[act][0]] if act in REPLIES else KIND["chat"] for act in ACTS] + [KIND["chat"]], np.int32
)
_REPLY_LINE = np.array(
    [SITUATION_ID[REPLIES[act][1]] if act in REPLIES else SITUATION_ID["refuse"] for act in ACTS]
    + [SITUATION_ID["greet"]],
    np.int32,
)
#: What it takes (disclosure + trust, x1000) to answer each question.
TELLS_AT = {"ask_priority": 700, "ask_constraint": 600, "ask_decision": 700, "ask_alternatives": 1500,
            "ask_whatif": 650, "ask_feedback": 600}  # fmt: skip
#: And to give the real reason rather than the stated one; how far a day's mood moves that, either way.
REAL_REASON_AT, OPENNESS = 1050, 300
_ANSWERS = {
    "ask_priority": ("share_priority", NONE, "answer_priority"),
    "ask_constraint": ("share_constraint", 0, "answer_constraint"),
    "ask_decision": ("share_constraint", WHO_DECIDES, "answer_decision"),
    "ask_alternatives": ("share_alternative", NONE, "answer_alternatives"),
    "ask_feedback": ("share_need", FEEDBACK, "answer_feedback"),
}
#: An offer this far below the limit (x100) is out of range; one this close to what is asked is taken with a sigh.
EXTREME, GRUDGING = 2200, 350
#: What it proposes is worth this much (x100) more to it than what it would say yes to.
ASKS_MORE = 300
#: In its last turn it takes what it would not have taken before: this much less (x100) than it asks for.
LAST_CALL = 1000
#: Moves after which it looks again at the other's standing offer.
_RECONSIDERS = ("argue", "give", "attach", "propose", "share_priority", "share_deadline", "clarify", "credit",
                "acknowledge", "silence", "hold", "summarise")  # fmt: skip
_PROBES = ("chat", "acknowledge", "credit", "share_constraint", "summarise")
#: Per thousand: how often it answers small talk with a question of its own.
CURIOUS = 250
#: Per thousand: how often it answers an offer with such a question before it says more.
WONDERS = 220
#: A script keeps a game of its own going if the other agrees; below this trust (x1000) it does not care to.
POSTPONES_AT = 350
_SIGNALS = (650, 50, 300, 50, 0)


class _Reply:
    """A move being worked out; what is put later overwrites what was put earlier. Columns, as in ``engine.lanes``."""

    def __init__(self) -> None:
        self.act: Column = KIND["chat"]
        self.item: Column = NONE
        self.package: Column = NONE
        self.line: Column = NONE

    def put(self, here: Mask, act: str, item: Column = NONE, package: Column = NONE, line: str = "") -> None:
        """Write a move where the mask holds."""
        if some(here):
            self.act = where(here, KIND[act], self.act)
            self.item = where(here, item, self.item)
            self.package = where(here, package, self.package)
            self.line = where(here, SITUATION_ID[line], self.line)


def script(view: View, luck: Luck) -> Moves:
    """The move of a scripted seat in each of B lanes."""
    lanes = len(view)
    if lanes == 1:
        view, luck = view.plain(), luck.alone()
    reply = _Reply()
    talking = view.game("phase") == TALK
    if some(talking):
        _talk(reply, view, luck)
    reply.put(no(talking), "begin", line="greet")
    return Moves.of(lanes, reply.act, reply.item, (reply.package, NONE, NONE), _SIGNALS, line=reply.line)


def _talk(reply: _Reply, view: View, luck: Luck) -> None:
    heard = view.theirs("said")
    offer, worth = _best_offer(view)
    _reply(reply, view, luck, heard)
    _answer(reply, view, luck, heard)
    _bargain(reply, view, heard, worth)
    _wonder(reply, view, luck, heard)
    _reconsider(reply, view, heard, worth)
    _apply_tactic(reply, view)
    _reaction_lines(reply, view)
    _take(reply, view, heard, offer, worth)
    _only_collects(reply, view)
    _finish(reply, view)


def _best_offer(view: View) -> tuple[Column, Column]:
    """Which of their packages is best, and its worth x100; -1 where there is none that a constraint allows."""
    best: Column = 0
    most: Column = -1
    for place, package in enumerate(view.received_row):
        if some(package >= 0):
            worth = where(look(view.tables.possible, package), view.worth(package), -1)
            best, most = where(worth > most, place, best), at_least(worth, most)
    return best, most


def _proposal(view: View) -> Column:
    """The package it would propose now: worth a little more to it than what it would accept."""
    return view.rung(view.own("aspiration") + ASKS_MORE)


def _among(acts: Column, names: tuple[str, ...]) -> Mask:
    return look(_set_of(names), acts)


@cache
def _set_of(names: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.array([act in names for act in ACTS] + [False])


def _reply(reply: _Reply, view: View, luck: Luck, heard: Column) -> None:
    reply.act, reply.line = look(_REPLY_ACT, heard), look(_REPLY_LINE, heard)
    item = view.theirs("said_item")
    bit = 1 << clip(item, 0, 29)
    reply.item = where(heard == KIND["clarify"], item, NONE)
    yes = (heard == KIND["propose"]) & (view.theirs("agreed") & bit > 0)
    reply.put(yes, "acknowledge", item, line="process_yes")
    yes = (heard == KIND["attach"]) & (view.theirs("granted") & bit > 0)
    reply.put(yes, "acknowledge", item, line="attach_yes")
    reply.put((heard == KIND["escalate"]) & (view.own("lifted") > 0), "acknowledge", line="escalate")
    argued = heard == KIND["argue"]
    if some(argued):
        fact = where(argued, item, NONE)
        weighed = argued & (look(view.tables.evidence_strength, fact) >= 500)
        countered = argued & look(view.tables.evidence_countered, fact)
        reply.put(weighed & no(countered), "acknowledge", line="argue_weighs")
        reply.put(countered, "hold", line="argue_countered")
    curious = _among(heard, _PROBES)
    if some(curious):
        _probe(reply, view, curious & (luck.below(1000, view.own("turns"), "curious") < CURIOUS))


def _probe(reply: _Reply, view: View, here: Mask) -> None:
    """Ask about the first issue the other has not spoken of."""
    told = view.theirs("told_priorities") | view.own("asked_priorities")
    for issue in reversed(range(len(view.tables.sizes))):
        reply.put(here & (told >> issue & 1 == 0), "ask_priority", issue, line="probe")


def _answer(reply: _Reply, view: View, luck: Luck, heard: Column) -> None:
    if not some(_among(heard, ACT_GROUPS["asking"])):
        return
    open_ = view.own("disclosure") + view.own("trust")
    item = view.theirs("said_item")
    for question, (act, what, line) in _ANSWERS.items():
        here = heard == KIND[question]
        if some(here):
            reply.put(here, "decline", line="decline")
            tells = here & (open_ >= TELLS_AT[question])
            reply.put(tells, act, item if question == "ask_priority" else what, line=line)
    here = heard == KIND["ask_reason"]
    if some(here):
        reply.put(here, "share_need", 0, line="answer_reason_stated")
        today = REAL_REASON_AT + luck.below(2 * OPENNESS + 1, 0, "openness") - OPENNESS
        reply.put(here & (open_ >= today), "share_need", REAL_REASON, line="answer_reason_real")
    here = heard == KIND["ask_whatif"]
    if some(here):
        reply.put(here, "decline", line="decline")
        reply.put(here & (open_ >= TELLS_AT["ask_whatif"]), "offer", NONE, _proposal(view), line="answer_whatif")


def _bargain(reply: _Reply, view: View, heard: Column, worth: Column) -> None:
    """Answer an offer, or a refusal of one's own, with a no or with another package."""
    offered = _among(heard, PACKAGE_ACTS)
    stayed = heard == KIND["hold"]
    if not some(offered | stayed):
        return
    package, had = _proposal(view), view.offered_row[0]
    moved = (had < 0) | (view.worth(package) < view.worth(had))
    first_no = view.done("hold") == 0
    extreme = offered & (worth < view.own("reservation") - EXTREME)
    counters = (offered & no(first_no | extreme) & moved) | (stayed & moved & (had >= 0))
    reply.put(offered, "hold", line="refuse")
    unexplained = view.own("told") >> TOLD["reason"] & 1 == 0
    reply.put(offered & first_no & unexplained, "hold", line="refuse_first")
    reply.put(extreme, "hold", line="refuse_extreme")
    reply.put(counters, "offer", NONE, package, line="counter_moved")
    reply.put(counters & (had < 0), "offer", NONE, package, line="counter")
    near = view.own("aspiration") - view.own("reservation") < 1200
    reply.put(counters & near, "offer", NONE, package, line="counter_last")


def _wonder(reply: _Reply, view: View, luck: Luck, heard: Column) -> None:
    """Now and then it answers an offer with a question: it would like to know what matters before it moves."""
    offered = _among(heard, PACKAGE_ACTS) & (view.done("hold") > 0) & (view.left > 2)
    if some(offered):
        _probe(reply, view, offered & (luck.below(1000, view.own("turns"), "wonder") < WONDERS))


def _reconsider(reply: _Reply, view: View, heard: Column, worth: Column) -> None:
    """After a move that may have changed its mind: with an offer of theirs standing, come towards it if it can."""
    again = _among(heard, _RECONSIDERS) & (worth >= 0) & (view.offered_row[0] >= 0)
    if not some(again):
        return
    package = _proposal(view)
    gain = view.worth(view.offered_row[0]) - view.worth(package)
    reply.put(again & (gain >= 200), "offer", NONE, package, line="counter_moved")


def _apply_tactic(reply: _Reply, view: View) -> None:
    tactic = view.own("tactic")
    if not some(tactic >= 0):
        return
    reply.put(tactic == TACTIC_ID["hold"], "hold", line="refuse")
    reply.put(tactic == TACTIC_ID["push"], "hold", line="push")
    reply.put(tactic == TACTIC_ID["stall"], "chat", line="stall")
    reply.put(tactic == TACTIC_ID["escalate"], "acknowledge", line="escalate")
    _probe(reply, view, tactic == TACTIC_ID["probe"])
    here = tactic == TACTIC_ID["counter"]
    if some(here):
        reply.put(here, "offer", NONE, _proposal(view), line="counter")


def _reaction_lines(reply: _Reply, view: View) -> None:
    line = view.own("line")
    reply.line = where(line >= 0, line, reply.line)


def _take(reply: _Reply, view: View, heard: Column, offer: Column, worth: Column) -> None:
    """Agree where what lies on the table is at least what it asks for."""
    fresh = _among(heard, (*PACKAGE_ACTS, *_RECONSIDERS))
    last = view.left <= 1
    wanted = view.own("aspiration") - LAST_CALL * last
    good = (fresh | last) & (worth >= at_least(wanted, view.own("reservation"))) & (worth >= 0)
    good = good & ((view.done("hold") > 0) | (worth >= wanted + 1000) | last)
    if not some(good):
        return
    hand, package = view.own("hand"), pick(view.received_row, offer)
    alone = look(view.tables.promisable, hand, at_least(package, 0)) | (view.own("lifted") > 0)
    signs, bound = good & alone, good & no(alone)
    reply.put(signs, "accept", offer, line="accept")
    reply.put(signs & (worth < wanted + GRUDGING), "accept", offer, line="accept_reluctant")
    asks = bound & (look(view.tables.approval, hand) > 0) & (view.game("approval") < 2)
    reply.put(asks, "agree_subject_to_approval", offer, line="accept_subject")
    reply.put(bound & no(asks), "hold", line="stall")


def _only_collects(reply: _Reply, view: View) -> None:
    """A seat that is only collecting quotes puts no package on the table until whoever decides is brought in."""
    bound = look(view.tables.collecting, view.own("hand")) & (view.own("lifted") == 0)
    reply.put(bound & _among(reply.act, PACKAGE_ACTS), "hold", line="stall")


def _finish(reply: _Reply, view: View) -> None:
    """Leave, or put it off, when patience is gone or a reaction says so."""
    tactic, trust = view.own("tactic"), view.own("trust")
    free = no(_among(reply.act, ("accept", "agree_subject_to_approval")))
    out = (view.own("patience") <= 0) | (tactic == TACTIC_ID["leave"])
    more = view.game("meeting") + 1 < len(view.tables.turns)
    later = more & (trust >= POSTPONES_AT) & (out | (view.left <= 1) | (tactic == TACTIC_ID["postpone"]))
    reply.put(out & free, "leave", line="leave")
    reply.put(later & free, "leave_next", line="postpone")
