"""The scripted seat: an ordinary policy that answers, refuses, counters, presses and ends as its stance has it.

Reactions have already decided how it feels, what it asks for and perhaps a tactic; here that becomes one move. It never
searches packages: a counteroffer is one rung of the ladder. Nothing here limits the other seat.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import KIND, NONE, SITUATION_ID, TACTIC_ID, TALK, TOLD
from game.engine.luck import Ints, Luck, clip, some
from game.engine.moves import Draft, Moves
from game.engine.record import FEEDBACK, REAL_REASON, WHO_DECIDES
from game.engine.view import View
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS, SIGNALS

Bools = NDArray[np.bool_]
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
TELLS_AT = {"ask_priority": 560, "ask_constraint": 600, "ask_decision": 700, "ask_alternatives": 1500,
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
                "acknowledge", "silence", "hold", "summarise", "share_need", "share_alternative", "share_constraint",
                "appeal_fairness", "apologise", "vent", "warn", "claim_alternative")  # fmt: skip
_PROBES = ("chat", "acknowledge", "credit", "share_constraint", "summarise")
#: Per thousand: how often it answers small talk with a question of its own.
CURIOUS = 250
#: Per thousand: how often it answers an offer with such a question before it says more.
WONDERS = 220
#: A script keeps a game of its own going if the other agrees; below this trust (x1000) it does not care to.
POSTPONES_AT = 350
#: Own turns after which the seat that opens, and the other one, name terms if nobody has.
OPENS_AFTER = (1, 3)
#: Of 1000 defensiveness above what is ordinary, how much is heard as hostility; of 1000 trust, as warmth.
ANGER_BACK, WARMTH_BACK = 900, 500
HOSTILE, WARM = SIGNALS.index("hostility"), SIGNALS.index("warmth")
_SIGNALS = (650, 50, 300, 50, 0)


def script(view: View, luck: Luck) -> Moves:
    """The move of a scripted seat in each of B lanes."""
    draft = Draft(len(view), _SIGNALS)
    preparing = view.game("phase") != TALK
    if not some(~preparing):
        draft.put(preparing, "begin", line="greet")
        return draft.moves
    heard = view.theirs("said")
    offer, worth = _best_offer(view)
    _reply(draft, view, luck, heard)
    _answer(draft, view, luck, heard)
    _bargain(draft, view, heard, worth)
    _wonder(draft, view, luck, heard)
    _reconsider(draft, view, heard, worth)
    _open(draft, view, heard)
    _apply_tactic(draft, view, luck)
    _reaction_lines(draft, view)
    _take(draft, view, heard, offer, worth)
    _only_collects(draft, view)
    _finish(draft, view, worth)
    _sound(draft, view)
    draft.put(preparing, "begin", line="greet")
    draft.moves.packages[preparing, 0] = NONE
    return draft.moves


def _best_offer(view: View) -> tuple[Ints, Ints]:
    """Which of their packages is best, and its worth x100; -1 where there is none that a constraint allows."""
    worths = np.where(view.tables.possible[view.received], view.worth(view.received), -1)
    best = worths.argmax(axis=1)
    return best.astype(np.int32), worths[np.arange(len(view)), best]


def _proposal(view: View) -> Ints:
    """The package it would propose now: worth a little more to it than what it would accept."""
    return view.rung(view.own("aspiration") + ASKS_MORE)


def _among(acts: Ints, names: tuple[str, ...]) -> Bools:
    return _set_of(names)[acts]


@cache
def _set_of(names: tuple[str, ...]) -> Bools:
    return np.array([act in names for act in ACTS] + [False])


def _reply(draft: Draft, view: View, luck: Luck, heard: Ints) -> None:
    moves = draft.moves
    moves.act[:], moves.line[:] = _REPLY_ACT[heard], _REPLY_LINE[heard]
    item = view.theirs("said_item")
    moves.item[:] = np.where(heard == KIND["clarify"], item, NONE)
    bit = 1 << clip(item, 0, 29)
    yes = (heard == KIND["propose"]) & (view.theirs("agreed") & bit > 0)
    draft.put(yes, "acknowledge", item, line="process_yes")
    yes = (heard == KIND["attach"]) & (view.theirs("granted") & bit > 0)
    draft.put(yes, "acknowledge", item, line="attach_yes")
    draft.put((heard == KIND["escalate"]) & (view.own("lifted") > 0), "acknowledge", line="escalate")
    argued = heard == KIND["argue"]
    if some(argued):
        fact = np.where(argued, item, NONE)
        weighed = argued & (view.tables.evidence_strength[fact] >= 500)
        countered = argued & view.tables.evidence_countered[fact]
        draft.put(weighed & ~countered, "acknowledge", line="argue_weighs")
        draft.put(countered, "hold", line="argue_countered")
    curious = _among(heard, _PROBES)
    if some(curious):
        curious &= luck.below(1000, view.own("turns"), "curious") < CURIOUS
        _probe(draft, view, curious)


def _probe(draft: Draft, view: View, where: Bools) -> None:
    """Ask about the first issue the other has not spoken of."""
    told = view.theirs("told_priorities") | view.own("asked_priorities")
    issues = np.arange(len(view.tables.sizes))
    unknown = (told[:, None] >> issues & 1) == 0
    draft.put(where & unknown.any(axis=1), "ask_priority", unknown.argmax(axis=1).astype(np.int32), line="probe")


def _answer(draft: Draft, view: View, luck: Luck, heard: Ints) -> None:
    asked = _among(heard, ACT_GROUPS["asking"])
    if not some(asked):
        return
    open_ = view.own("disclosure") + view.own("trust")
    item = view.theirs("said_item")
    for question, (act, what, line) in _ANSWERS.items():
        where = heard == KIND[question]
        if some(where):
            tells = where & (open_ >= TELLS_AT[question])
            draft.put(where, "decline", line="decline")
            draft.put(tells, act, item if question == "ask_priority" else what, line=line)
    where = heard == KIND["ask_reason"]
    if some(where):
        draft.put(where, "share_need", 0, line="answer_reason_stated")
        today = REAL_REASON_AT + luck.below(2 * OPENNESS + 1, np.zeros(1, np.int32), "openness") - OPENNESS
        draft.put(where & (open_ >= today), "share_need", REAL_REASON, line="answer_reason_real")
    where = heard == KIND["ask_whatif"]
    if some(where):
        draft.put(where, "decline", line="decline")
        package = _proposal(view)
        draft.put(where & (open_ >= TELLS_AT["ask_whatif"]), "offer", NONE, package, line="answer_whatif")


def _bargain(draft: Draft, view: View, heard: Ints, worth: Ints) -> None:
    """Answer an offer, or a refusal of one's own, with a no or with another package."""
    offered = _among(heard, PACKAGE_ACTS)
    stayed = heard == KIND["hold"]
    if not some(offered | stayed):
        return
    package = _proposal(view)
    had = view.offered[:, 0]
    moved = (had < 0) | (view.worth(package) < view.worth(had))
    first_no = view.times[:, KIND["hold"]] == 0
    extreme = offered & (worth < view.own("reservation") - EXTREME)
    counters = (offered & ~first_no & ~extreme & moved) | (stayed & moved & (had >= 0))
    draft.put(offered, "hold", line="refuse")
    explained = view.own("told") >> TOLD["reason"] & 1 == 1
    draft.put(offered & first_no & ~explained, "hold", line="refuse_first")
    draft.put(extreme, "hold", line="refuse_extreme")
    draft.put(counters, "offer", NONE, package, line="counter_moved")
    draft.put(counters & (had < 0), "offer", NONE, package, line="counter")
    near = view.own("aspiration") - view.own("reservation") < 1200
    draft.put(counters & near, "offer", NONE, package, line="counter_last")


def _wonder(draft: Draft, view: View, luck: Luck, heard: Ints) -> None:
    """Now and then it answers an offer with a question: it would like to know what matters before it moves."""
    offered = _among(heard, PACKAGE_ACTS) & (view.times[:, KIND["hold"]] > 0) & (view.left > 2)
    if some(offered):
        _probe(draft, view, offered & (luck.below(1000, view.own("turns"), "wonder") < WONDERS))


def _reconsider(draft: Draft, view: View, heard: Ints, worth: Ints) -> None:
    """After a move that may have changed its mind: with an offer of theirs standing, come towards it if it can."""
    again = _among(heard, _RECONSIDERS) & (worth >= 0) & (view.offered[:, 0] >= 0)
    if not some(again):
        return
    package = _proposal(view)
    gain = view.worth(view.offered[:, 0]) - view.worth(package)
    draft.put(again & (gain >= 200), "offer", NONE, package, line="counter_moved")


def _open(draft: Draft, view: View, heard: Ints) -> None:
    """Put the first package where nobody does: the seat that opens in its second turn, the other in its fourth."""
    nothing = (view.received[:, 0] < 0) & (view.offered[:, 0] < 0) & ~_among(heard, ACT_GROUPS["asking"])
    patient = OPENS_AFTER[int(view.tables.seat != view.tables.opens)]
    due = nothing & (view.own("turns") >= patient)
    if some(due):
        draft.put(due, "offer", NONE, _proposal(view), line="counter")


def _apply_tactic(draft: Draft, view: View, luck: Luck) -> None:
    tactic = view.own("tactic")
    if not some(tactic >= 0):
        return
    draft.put(tactic == TACTIC_ID["hold"], "hold", line="refuse")
    draft.put(tactic == TACTIC_ID["push"], "hold", line="push")
    draft.put(tactic == TACTIC_ID["stall"], "chat", line="stall")
    draft.put(tactic == TACTIC_ID["escalate"], "acknowledge", line="escalate")
    _probe(draft, view, tactic == TACTIC_ID["probe"])
    where = tactic == TACTIC_ID["counter"]
    if some(where):
        draft.put(where, "offer", NONE, _proposal(view), line="counter")


def _reaction_lines(draft: Draft, view: View) -> None:
    line = view.own("line")
    draft.moves.line[:] = np.where(line >= 0, line, draft.moves.line)


def _take(draft: Draft, view: View, heard: Ints, offer: Ints, worth: Ints) -> None:
    """Agree where what lies on the table is at least what it asks for."""
    fresh = _among(heard, (*PACKAGE_ACTS, *_RECONSIDERS))
    last = view.left <= 1
    wanted = view.own("aspiration") - np.where(last, LAST_CALL, 0)
    good = (fresh | last) & (worth >= np.maximum(wanted, view.own("reservation"))) & (worth >= 0)
    good &= (view.times[:, KIND["hold"]] > 0) | (worth >= wanted + 1000) | last
    if not some(good):
        return
    package = view.received[np.arange(len(view)), offer]
    hand = view.own("hand")
    alone = view.tables.promisable[hand, package] | (view.own("lifted") > 0)
    draft.put(good & alone, "accept", offer, line="accept")
    draft.put(good & alone & (worth < wanted + GRUDGING), "accept", offer, line="accept_reluctant")
    asks = good & ~alone & (view.tables.approval[hand] > 0) & (view.game("approval") < 2)
    draft.put(asks, "agree_subject_to_approval", offer, line="accept_subject")
    draft.put(good & ~alone & ~asks, "hold", line="stall")


def _only_collects(draft: Draft, view: View) -> None:
    """A seat that is only collecting quotes puts no package on the table until whoever decides is brought in."""
    bound = view.tables.collecting[view.own("hand")] & (view.own("lifted") == 0)
    draft.put(bound & _among(draft.moves.act, PACKAGE_ACTS), "hold", line="stall")


def _sound(draft: Draft, view: View) -> None:
    """Anger is shown back, and so is trust (Hale et al. 2025; Kopelman, Rosette and Thompson 2006)."""
    guarded, trust = view.own("defensiveness"), view.own("trust")
    signals = draft.moves.signals
    signals[:, HOSTILE] = clip(signals[:, HOSTILE] + ANGER_BACK * np.maximum(guarded - 350, 0) // 1000, 0, 1000)
    signals[:, WARM] = clip(signals[:, WARM] + WARMTH_BACK * (trust - 500) // 1000, 0, 1000)


def _finish(draft: Draft, view: View, worth: Ints) -> None:
    """Leave, or put it off, when patience is gone or a reaction says so."""
    tactic, trust = view.own("tactic"), view.own("trust")
    agreeing = _among(draft.moves.act, ("accept", "agree_subject_to_approval"))
    out = (view.own("patience") <= 0) | (tactic == TACTIC_ID["leave"])
    more = view.game("meeting") + 1 < len(view.tables.turns)
    later = more & (trust >= POSTPONES_AT) & (out | (view.left <= 1) | (tactic == TACTIC_ID["postpone"]))
    draft.put(out & ~agreeing, "leave", line="leave")
    draft.put(later & ~agreeing, "leave_next", line="postpone")
