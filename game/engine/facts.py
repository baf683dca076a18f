"""What a listener can say about the move just made: the facts that reactions ask about, a column each.

Row order is that of ``words.FACTS``. Facts describe how things stood before the move; counts include it.
"""

from typing import TypeAlias

import numpy as np

from game.engine.columns import ASKED, GAME, KIND, SEAT, TOLD
from game.engine.lanes import Column, at_most, clip, look, look_flat, no, popcount, where
from game.engine.tables import Tables
from game.engine.triggers import ABSENT, FACT_ROW, FLAGS_ROW, ONCE_ROW, SINCE_ROW, TIMES_ROW
from game.engine.turn import Turn
from game.scenario.words import ACTS, EVIDENCE_FACTS, OFFER_FACTS, PACKAGE_ACTS

#: A column for each fact, by row; a number counts for all lanes.
Facts: TypeAlias = list[Column]
#: A change of utility below this (x100) is not felt as a concession.
FELT = 50
#: An answer is put to use if a move builds on it within so many own turns.
LISTENING_TURNS = 2
#: An alternative worth this much (x100) may be called good without lying.
GOOD_ALTERNATIVE = 5000

_IS_PACKAGE = np.array([act in PACKAGE_ACTS for act in ACTS] + [False])
_ASKS = range(KIND["ask_priority"], KIND["ask_whatif"] + 1)
_BUILDS = {KIND[act] for act in (*PACKAGE_ACTS, "argue", "give", "attach", "propose", "acknowledge", "summarise")}
_ANSWERED_BY = {"ask_reason": "reason", "ask_decision": "decision", "ask_alternatives": "alternative",
                "ask_constraint": "constraint", "ask_feedback": "feedback"}  # fmt: skip
#: For a question the bit of the listener's ``told`` that shows it was answered.
_ANSWER_BIT = {KIND[act]: TOLD[what] for act, what in _ANSWERED_BY.items()}
#: For an act the column of the speaker's own mask of items it has raised before.
_RAISED = {KIND["clarify"]: SEAT["details"], KIND["give"]: SEAT["favours"], KIND["attach"]: SEAT["conditions"],
           KIND["propose"]: SEAT["processes"]}  # fmt: skip
#: Before anything has been said: facts of offers and evidence are absent, the others 0.
_BLANK = tuple(ABSENT if name in (*OFFER_FACTS, *EVIDENCE_FACTS) else 0 for name in FACT_ROW)


def facts_of(tables: Tables, turn: Turn) -> Facts:
    """The fact table."""
    table = [*_BLANK, *[0] * (SINCE_ROW + len(tables.reactions.since_acts) - len(_BLANK))]
    _heard_and_felt(turn, table)
    if turn.offered:
        _offer_facts(tables, turn, table)
    if cited(turn) is not None:
        _evidence_facts(tables, turn, table)
    _history_facts(turn, table)
    _rare_facts(tables, turn, table)
    _moment_facts(tables, turn, table)
    _count_facts(tables, turn, table)
    _memory_rows(tables, turn, table)
    return table


def _heard_and_felt(turn: Turn, table: Facts) -> None:
    for row, signal in enumerate(turn.signals):
        table[row] = signal
    table[0] = at_most(table[0], heard_confidence_cap(turn.mine[SEAT["composure"]]))
    for column in range(SEAT["composure"] + 1):
        table[len(turn.signals) + column] = turn.theirs[column]


def heard_confidence_cap(composure: Column) -> Column:
    """The most confidence to be heard from a speaker of such composure, both x1000: a shaken voice carries less."""
    return 350 + composure * 65 // 100


def _offer_facts(tables: Tables, turn: Turn, table: Facts) -> None:
    mine, theirs, worth = turn.mine, turn.theirs, turn.worth
    had = turn.previous >= 0
    movement = (worth - turn.before) * had
    stepped = had & (movement > FELT)
    bid_again = _among_packages(mine[SEAT["said"]]) & (theirs[SEAT["said"]] == KIND["hold"])
    table[FACT_ROW["worth"]] = worth
    table[FACT_ROW["over_aspiration"]] = worth - theirs[SEAT["aspiration"]]
    table[FACT_ROW["over_reservation"]] = worth - theirs[SEAT["reservation"]]
    table[FACT_ROW["movement"]] = movement
    table[FACT_ROW["first_offer"]] = mine[SEAT["offers"]] == 0
    table[FACT_ROW["repeated"]] = turn.package == turn.previous
    table[FACT_ROW["final"]] = turn.final
    table[FACT_ROW["steps_in_a_row"]] = (mine[SEAT["steps"]] + 1) * stepped
    table[FACT_ROW["unprompted"]] = stepped & bid_again
    table[FACT_ROW["packages"]] = sum(1 * (package >= 0) for package in turn.packages)
    _issue_facts(tables, turn, where(had, turn.previous, tables.status_quo), table)


def _among_packages(act: Column) -> Column:
    return look(_IS_PACKAGE, act)


def _issue_facts(tables: Tables, turn: Turn, last: Column, table: Facts) -> None:
    """What changes, issue by issue, from the ``last`` package to the one now offered."""
    worth = tables.issue_worth[turn.other]
    issues, options = worth.shape[1:]
    of_hand = turn.theirs[SEAT["hand"]] * (issues * options)
    now, before = turn.package * issues, last * issues
    moved, gives, takes, price = 0, False, False, False
    for issue in range(issues):
        new, old = look_flat(tables.digits, now + issue), look_flat(tables.digits, before + issue)
        here = of_hand + issue * options
        gained = look_flat(worth, here + new) - look_flat(worth, here + old)
        gives, takes = gives | (gained > FELT), takes | (gained < -FELT)
        moves = new != old
        moved = moves + moved
        if issue == tables.price_issue:
            price = moves
    table[FACT_ROW["issues_moved"]] = moved
    table[FACT_ROW["price_only"]] = price & (moved == 1)
    table[FACT_ROW["trades"]] = gives & takes


def cited(turn: Turn) -> Column:
    """The evidence a move cites, as act or as rider; None if the move does not argue."""
    if turn.does("argue"):
        return turn.item
    return turn.rider_item if turn.rider == KIND["argue"] else None


def _evidence_facts(tables: Tables, turn: Turn, table: Facts) -> None:
    which, mine = cited(turn), turn.mine
    asked = mine[SEAT["asked"]] & (1 << ASKED["ask_reason"] | 1 << ASKED["ask_constraint"])
    known = (asked | mine[SEAT["asked_priorities"]]) > 0
    table[FACT_ROW["evidence_strength"]] = look(tables.evidence_strength, which)
    table[FACT_ROW["easily_countered"]] = look(tables.evidence_countered, which)
    table[FACT_ROW["aimed"]] = look(tables.evidence_aims, which) & known
    table[FACT_ROW["used_before"]] = mine[SEAT["cited"]] >> which & 1


def _history_facts(turn: Turn, table: Facts) -> None:
    mine, theirs = turn.mine, turn.theirs
    table[FACT_ROW["asked_before"]] = _asked_before(turn)
    table[FACT_ROW["planned"]] = theirs[SEAT["plan_no"]] >= 0
    new = no(turn.package == turn.previous) if turn.offered else True
    if turn.act in _BUILDS or turn.rider == KIND["acknowledge"]:
        recent = mine[SEAT["turns"]] - mine[SEAT["answer_turn"]] < LISTENING_TURNS
        table[FACT_ROW["used_answer"]] = recent & new
    if turn.offered:
        table[FACT_ROW["broken_final"]] = mine[SEAT["final"]] * new


def _asked_before(turn: Turn) -> Column:
    item = clip(turn.item, 0, 30)
    if turn.act in _RAISED:
        return turn.mine[_RAISED[turn.act]] >> item & 1
    if turn.act in _ANSWER_BIT:
        return turn.theirs[SEAT["told"]] >> _ANSWER_BIT[turn.act] & 1
    return turn.theirs[SEAT["told_priorities"]] >> item & 1 if turn.does("ask_priority") else 0


def _rare_facts(tables: Tables, turn: Turn, table: Facts) -> None:
    """Facts of one act each."""
    own = turn.mine[SEAT["reservation"]]
    if turn.does("claim_alternative"):
        table[FACT_ROW["false_claim"]] = own < GOOD_ALTERNATIVE
    elif turn.does("share_alternative"):
        table[FACT_ROW["their_alternative"]] = own
    elif turn.does("accept"):
        table[FACT_ROW["instant"]] = (turn.theirs[SEAT["offers"]] == 1) & (turn.mine[SEAT["offers"]] == 0)
    elif turn.does("give"):
        table[FACT_ROW["favour_cost"]] = look(tables.favour_cost, turn.item)


def _moment_facts(tables: Tables, turn: Turn, table: Facts) -> None:
    game = turn.game
    meeting, played = game[GAME["meeting"]], game[GAME["turn"]]
    table[FACT_ROW["turn"]] = played // 2 + 1
    table[FACT_ROW["time_left"]] = 1000 - 500 * (played + 1) // look(tables.turns, meeting)
    table[FACT_ROW["meeting"]] = meeting + 1
    table[FACT_ROW["bad_moment"]] = look(tables.bad, meeting, game[GAME["moment"]])
    table[FACT_ROW["written"]] = look(tables.written, meeting)
    table[FACT_ROW["stalled"]] = game[GAME["stalled"]]
    table[FACT_ROW["event_passed"]] = game[GAME["event"]]


def _count_facts(tables: Tables, turn: Turn, table: Facts) -> None:
    mine, theirs = turn.mine, turn.theirs
    settled = popcount(mine[SEAT["details"]] | theirs[SEAT["details"]])
    table[FACT_ROW["details_settled"]] = settled
    table[FACT_ROW["details_open"]] = len(tables.names.details) - settled
    table[FACT_ROW["favours_given"]] = popcount(mine[SEAT["favours"]])
    table[FACT_ROW["evidence_used"]] = popcount(mine[SEAT["cited"]])
    table[FACT_ROW["priorities_told"]] = popcount(mine[SEAT["told_priorities"]])
    table[FACT_ROW["priorities_known"]] = popcount(theirs[SEAT["told_priorities"]])
    table[FACT_ROW["questions_asked"]] = sum(turn.times[act] for act in _ASKS)
    table[FACT_ROW["offers_made"]] = mine[SEAT["offers"]] + turn.offered
    table[FACT_ROW["reason_known"]] = theirs[SEAT["told"]] >> TOLD["reason"] & 1
    table[FACT_ROW["own_alternative"]] = theirs[SEAT["reservation"]]


def _memory_rows(tables: Tables, turn: Turn, table: Facts) -> None:
    """The rows after the facts: how often this was done, what is remembered, how long ago each act was done."""
    table[TIMES_ROW] = turn.times[turn.act] + 1
    table[FLAGS_ROW], table[FLAGS_ROW + 1] = turn.theirs[SEAT["flags_0"]], turn.theirs[SEAT["flags_1"]]
    table[ONCE_ROW] = turn.theirs[SEAT["once"]]
    for place, act in enumerate(tables.reactions.since_acts):
        table[SINCE_ROW + place] = turn.mine[SEAT["turns"]] - turn.last[act]
