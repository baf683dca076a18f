"""What the game teaches, as a player: prepares, asks, settles terms, argues, trades, stays calm, leaves well.

Asking and telling priorities: Thompson 1991. Evidence: Bowles and Babcock 2013. Reciprocity and gradual concessions:
Kwon and Weingart 2004. Plans for the first no: Gollwitzer 1999; Brooks and Schweitzer 2011.
"""

import numpy as np

from game.engine.columns import KIND, TOLD
from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves
from game.engine.view import View
from game.players.policy import CALM, Bools, Manner, answer, bargain, demand, first_unknown, heaviest_issue, preparing

MANNER = Manner(start=92, margin=22, late=2.5, signals=CALM)
#: In its last turn it takes what lies this much (x100) above its alternative; otherwise it comes back or leaves.
ENOUGH = 300
#: As long as there is another meeting it holds out for this much (x100) above its alternative.
FIRST_TIME = 2600


def prepared_and_calm(view: View, luck: Luck) -> Moves:
    """Learn first, then move in packages with a reason, never twice the same; settle the terms before signing."""
    return learning_from(view, view.own("turns"))


def learning_from(view: View, turn: Ints) -> Moves:
    """The same by somebody who has come to that turn of the list of things to learn, ``[B]``."""
    draft = Draft(len(view), MANNER.signals)
    if preparing(view).all():
        _prepare(draft, view)
        return draft.moves
    asks, floor = demand(view, MANNER), view.own("reservation") + ENOUGH
    more = view.game("meeting") + 1 < len(view.tables.turns)
    asks = np.where(more, np.maximum(asks, view.own("reservation") + FIRST_TIME), asks).astype(np.int32)
    bargain(draft, view, asks, np.where(more, asks, floor))
    accepting = draft.moves.act == KIND["accept"]
    _ask_why_not(draft, view, ~accepting)
    _learn(draft, view, turn, ~accepting & (view.left > 1))
    _settle_terms(draft, view, accepting & (view.left > 1))
    answer(draft, view, ~accepting & (view.left > 1))
    _say_why(draft, view)
    _leave_well(draft, view)
    _prepare(draft, view)
    return draft.moves


def _prepare(draft: Draft, view: View) -> None:
    """Spend the budget in the order listed, what opens a better moment first; plan for a no; then begin."""
    getting_ready = preparing(view)
    if not getting_ready.any():
        return
    tables, done, budget = view.tables, view.own("researched"), view.own("budget")
    draft.put(getting_ready, "begin")
    better = _better_moment(view)
    draft.put(getting_ready & (better >= 0) & (view.game("moment") == 0) & _bad_now(view), "moment", better)
    for item in sorted(tables.research.tolist(), key=lambda r: (_usefulness(view, r), r), reverse=True)[::-1]:
        free = getting_ready & (done >> item & 1 == 0) & (tables.research_cost[item] <= budget)
        draft.put(free, "research", item)
    draft.put(getting_ready & (view.own("plan_no") < 0), "plan_no", KIND["ask_whatif"])
    draft.put(getting_ready & (view.own("walk_away") < 0), "walk_away", view.own("reservation"))
    draft.put(getting_ready & (view.own("target") < 0), "target", np.full(len(view), 8000, np.int32))


def _usefulness(view: View, item: int) -> float:
    """Worth of a research item for its cost: strength of the evidence it brings, and better alternatives."""
    tables = view.tables
    brings = int(tables.research_evidence[item])
    strength = sum(
        int(tables.evidence_strength[e]) * (0 if tables.evidence_countered[e] else 1)
        for e in range(len(tables.names.evidence))
        if brings >> e & 1
    )
    moment = 400 if int(tables.research_moments[item]) else 0
    return (strength + moment + int(tables.research_gain[item])) / int(tables.research_cost[item])


def _bad_now(view: View) -> Bools:
    return view.tables.bad[view.game("meeting"), view.game("moment")]


def _better_moment(view: View) -> Ints:
    """A known moment of the coming meeting that is not bad, -1 if there is none, ``[B]``."""
    tables, meeting = view.tables, view.game("meeting")
    best = np.full(len(view), -1, np.int32)
    for m, moments in enumerate(tables.names.moments):
        for j in range(len(moments)):
            number = int(tables.moment_base[m]) + j
            fits = (meeting == m) & (view.own("moments") >> number & 1 == 1) & ~tables.bad[m, j]
            best = np.where(fits, number, best)
    return best


def _learn(draft: Draft, view: View, turn: Ints, where: Bools) -> None:
    """The first turns of a game: reason, priorities, terms, the strongest argument; later lines overwrite."""
    turns = turn - np.minimum(view.times[:, KIND["propose"]], 1)
    first, second = heaviest_issue(view), heaviest_issue(view, 1)
    known = view.theirs("told_priorities") | view.own("learned")
    reason = view.theirs("told") >> TOLD["reason"] & 1 == 1
    fact = _best_fact(view)
    draft.put(where & (turns == 0), "ask_reason")
    draft.put(where & (turns == 1), "ask_constraint")
    draft.put(where & (turns == 1) & (known >> first & 1 == 0), "ask_priority", first)
    draft.put(where & (turns == 2), "share_priority", first)
    _settle_terms(draft, view, where & (turns == 3))
    draft.put(where & (turns == 4), "share_priority", second)
    draft.put(where & (turns == 4) & ~reason, "ask_reason")
    draft.put(where & (turns == 5) & (fact >= 0), "argue", fact)
    again = (turns > 5) & ~reason & (view.times[:, KIND["ask_reason"]] < 4) & (turns % 3 == 1) & (view.left > 3)
    draft.put(where & again, "ask_reason")
    _rebook(draft, view, where)


def _settle_terms(draft: Draft, view: View, where: Bools) -> None:
    """Clarify the next detail that is still vague; what lies on the table stays there meanwhile."""
    details = len(view.tables.names.details)
    detail = first_unknown(view.own("details") | view.theirs("details"), details)
    draft.put(where & (detail < details), "clarify", detail)


def _rebook(draft: Draft, view: View, where: Bools) -> None:
    """At a bad moment, propose the process that moves the meeting, once."""
    tables = view.tables
    for process in range(len(tables.names.processes)):
        code = int(tables.process_moment[process])
        if code >= 0:
            here = (view.game("meeting") == code % 100) & _bad_now(view)
            fresh = view.own("processes") >> process & 1 == 0
            draft.put(where & here & fresh, "propose", process)


def _best_fact(view: View) -> Ints:
    """The strongest evidence held, not cited and not easily countered, -1 if none, ``[B]``."""
    best, strength = np.full(len(view), -1, np.int32), np.full(len(view), 350, np.int32)
    held = view.own("evidence") & ~view.own("cited")
    for item in view.tables.evidence.tolist():
        if not view.tables.evidence_countered[item]:
            power = int(view.tables.evidence_strength[item])
            stronger = (held >> item & 1 == 1) & (power > strength)
            best, strength = np.where(stronger, item, best), np.where(stronger, power, strength)
    return best.astype(np.int32)


def _ask_why_not(draft: Draft, view: View, where: Bools) -> None:
    """After a no, ask what would work; when nothing moves, give something or help them get to yes."""
    refused = where & (view.theirs("said") == KIND["hold"]) & (view.own("said") != KIND["ask_whatif"])
    draft.put(refused & (view.times[:, KIND["ask_whatif"]] < 3) & (view.left > 1), "ask_whatif")
    for favour in view.tables.favours.tolist():
        fresh = view.own("favours") >> favour & 1 == 0
        cheap = (view.tables.favour_cost[favour] <= 400) & (view.times[:, KIND["give"]] < 2)
        helps = bool(view.tables.favour_lifts[favour])
        due = refused & (view.times[:, KIND["ask_whatif"]] >= 1) & (view.left > 2)
        draft.put(due & fresh & (cheap | helps), "give", favour)


def _say_why(draft: Draft, view: View) -> None:
    """Offers carry a reason or a word for the other side."""
    offering = draft.moves.packages[:, 0] >= 0
    fact = _best_fact(view)
    draft.ride(offering & (fact >= 0), "argue", np.maximum(fact, 0).astype(np.int32))
    draft.ride(offering & (fact < 0) & (view.own("offers") % 2 == 0), "acknowledge")


def _leave_well(draft: Draft, view: View) -> None:
    """Sign with a condition that keeps one's face."""
    conditions = view.tables.conditions
    if len(conditions):
        draft.ride(draft.moves.act == KIND["accept"], "attach", int(conditions[0]))
