"""What a listener can say about the move just made: the facts that reactions ask about, as one integer table.

Row order is that of ``words.FACTS``. All facts describe how things stood before the move, except that counts include it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import ASKED, GAME, KIND, NONE, SEAT, TOLD
from game.engine.luck import Ints
from game.engine.moves import Moves
from game.engine.psychology import ABSENT, FACT_ROW, FLAGS_ROW, HAND_ROW, SINCE_ROW, TIMES_ROW
from game.engine.state import State
from game.engine.tables import Tables
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS

Bools = NDArray[np.bool_]
#: A change of utility below this (x100) is not felt as a concession.
FELT = 50
#: An answer is put to use if a move builds on it within so many own turns.
LISTENING_TURNS = 2
#: An alternative worth this much (x100) may be called good without lying.
GOOD_ALTERNATIVE = 5000

_IS_PACKAGE = np.array([act in PACKAGE_ACTS for act in ACTS] + [False])
_ASKS = slice(KIND["ask_priority"], KIND["ask_whatif"] + 1)
_BUILDS = np.array([act in (*PACKAGE_ACTS, "argue", "give", "attach", "propose", "acknowledge") for act in ACTS])
_ANSWERED_BY = {"ask_reason": "reason", "ask_decision": "decision", "ask_alternatives": "alternative",
                "ask_constraint": "constraint", "ask_feedback": "feedback"}  # fmt: skip
#: For each act the bit of the listener's ``told`` that shows the question was answered; for others a bit never set.
_ANSWER_BIT = np.array([TOLD[_ANSWERED_BY[act]] if act in _ANSWERED_BY else 30 for act in ACTS], np.int32)
#: For each act the column of the speaker's own mask of items it has raised before.
_RAISED = {"clarify": "details", "give": "favours", "attach": "conditions", "propose": "processes"}
_RAISED_COLUMN = np.array([SEAT[_RAISED.get(act, "scratch")] for act in ACTS])
_POP = np.array([bin(n).count("1") for n in range(1 << 15)], np.int32)


def popcount(masks: Ints) -> Ints:
    """How many bits are set, for masks below 2**30."""
    return _POP[masks & 0x7FFF] + _POP[masks >> 15]


@dataclass(frozen=True)
class Turn:
    """One turn as it is being worked out: rows gathered for the lanes' speaker and listener.

    Attributes:
        lanes, who, other: ``[B]`` lane numbers, the speaking seat, the listening seat.
        game: ``[B, game columns]``; mine, theirs: ``[B, seat columns]`` of speaker and listener. Copies, to be written.
        offered: ``[B]`` whether the move has a package; package ``[B]``: of those offered the best for the listener.
        worth: ``[B]`` its utility x100 to the listener; before: what the speaker's last offer was worth to them.
        previous: ``[B]`` the speaker's last offer, NONE if there is none.
    """

    lanes: NDArray[np.intp]
    who: Ints
    other: Ints
    game: Ints
    mine: Ints
    theirs: Ints
    offered: Bools
    package: Ints
    worth: Ints
    before: Ints
    previous: Ints


def take_turn(tables: Tables, state: State, moves: Moves) -> Turn:
    """Gather what a turn needs."""
    lanes, who = np.arange(len(state)), state.game[:, GAME["who"]].copy()
    other = 1 - who
    mine, theirs = state.seat[lanes, who], state.seat[lanes, other]
    hand = theirs[:, SEAT["hand"]]
    worth = tables.worth[other[:, None], hand[:, None], moves.packages]
    worth = np.where(moves.packages >= 0, worth, ABSENT)
    best = worth.argmax(axis=1)
    previous = state.table[lanes, who, 0]
    return Turn(
        lanes=lanes,
        who=who,
        other=other,
        game=state.game.copy(),
        mine=mine,
        theirs=theirs,
        offered=_IS_PACKAGE[moves.act],
        package=moves.packages[lanes, best],
        worth=worth[lanes, best],
        before=np.where(previous >= 0, tables.worth[other, hand, previous], 0),
        previous=previous,
    )


def facts_of(tables: Tables, state: State, moves: Moves, turn: Turn) -> Ints:
    """The fact table, int32 ``[rows, B]``."""
    table = np.empty((SINCE_ROW + len(tables.reactions.since_acts), len(state)), np.int32)
    table[:5] = moves.signals.T
    np.minimum(table[0], heard_confidence_cap(turn.mine[:, SEAT["composure"]]), out=table[0])
    table[5:12] = turn.theirs[:, :7].T
    rows = _offer_facts(tables, moves, turn) | _evidence_facts(tables, moves, turn) | _history_facts(moves, turn)
    rows |= _moment_facts(tables, turn) | _count_facts(tables, state, turn)
    rows["favour_cost"] = tables.favour_cost[np.where(moves.act == KIND["give"], moves.item, NONE)]
    for name, values in rows.items():
        table[FACT_ROW[name]] = values
    table[TIMES_ROW] = state.times[turn.lanes, turn.who, moves.act] + 1
    table[HAND_ROW] = turn.theirs[:, SEAT["hand"]]
    table[FLAGS_ROW : FLAGS_ROW + 2] = turn.theirs[:, SEAT["flags_0"] : SEAT["flags_1"] + 1].T
    done = state.last[turn.lanes[:, None], turn.who[:, None], tables.reactions.since_acts[None]]
    table[SINCE_ROW:] = (turn.mine[:, SEAT["turns"], None] - done).T
    return table


def heard_confidence_cap(composure: Ints) -> Ints:
    """The most confidence that can be heard from a speaker of such composure, both x1000: a shaken voice carries less."""
    return 350 + composure * 65 // 100


def _offer_facts(tables: Tables, moves: Moves, turn: Turn) -> dict[str, Ints]:
    absent = np.where(turn.offered, 0, ABSENT).astype(np.int32)
    had = turn.previous >= 0
    movement = np.where(had, turn.worth - turn.before, 0)
    base = np.where(had, turn.previous, tables.status_quo)
    new, old = tables.digits[turn.package], tables.digits[base]
    moved = new != old
    issues_moved = moved.sum(axis=1)
    gained = _issue_gains(tables, turn, new, old)
    mine, theirs = turn.mine, turn.theirs
    stepped = had & (movement > FELT)
    bid_again = _IS_PACKAGE[mine[:, SEAT["said"]]] & (theirs[:, SEAT["said"]] == KIND["hold"])
    facts = {
        "worth": turn.worth,
        "over_aspiration": turn.worth - theirs[:, SEAT["aspiration"]],
        "over_reservation": turn.worth - theirs[:, SEAT["reservation"]],
        "movement": movement,
        "first_offer": mine[:, SEAT["offers"]] == 0,
        "repeated": turn.package == turn.previous,
        "final": moves.final,
        "steps_in_a_row": np.where(stepped, mine[:, SEAT["steps"]] + 1, 0),
        "unprompted": stepped & bid_again,
        "issues_moved": issues_moved,
        "price_only": (issues_moved == 1) & (moved[:, tables.price_issue] if tables.price_issue >= 0 else False),
        "trades": (gained > FELT).any(axis=1) & (gained < -FELT).any(axis=1),
        "packages": (moves.packages >= 0).sum(axis=1),
    }
    return {name: np.where(turn.offered, values, absent) for name, values in facts.items()}


def _issue_gains(tables: Tables, turn: Turn, new: NDArray[np.int16], old: NDArray[np.int16]) -> Ints:
    """What the listener gains on each issue from ``old`` to ``new``, ``[B, I]``."""
    hand, other = turn.theirs[:, SEAT["hand"], None], turn.other[:, None]
    issues = np.arange(new.shape[1])[None]
    return tables.issue_worth[other, hand, issues, new] - tables.issue_worth[other, hand, issues, old]


def cited(moves: Moves) -> Ints:
    """The evidence a move cites, as act or as rider, NONE if none, ``[B]``."""
    argue = KIND["argue"]
    return np.where(moves.act == argue, moves.item, np.where(moves.rider == argue, moves.rider_item, NONE))


def _evidence_facts(tables: Tables, moves: Moves, turn: Turn) -> dict[str, Ints]:
    which = cited(moves)
    absent = which < 0
    asked = turn.mine[:, SEAT["asked"]] & (1 << ASKED["ask_reason"] | 1 << ASKED["ask_constraint"])
    known = (asked > 0) | (turn.mine[:, SEAT["asked_priorities"]] > 0)
    facts = {
        "evidence_strength": tables.evidence_strength[which],
        "easily_countered": tables.evidence_countered[which],
        "aimed": tables.evidence_aims[which] & known,
        "used_before": turn.mine[:, SEAT["cited"]] >> np.maximum(which, 0) & 1,
    }
    return {name: np.where(absent, ABSENT, values) for name, values in facts.items()}


def _history_facts(moves: Moves, turn: Turn) -> dict[str, Ints]:
    mine, theirs, act = turn.mine, turn.theirs, moves.act
    item = np.maximum(moves.item, 0)
    raised = mine[turn.lanes, _RAISED_COLUMN[act]] >> np.minimum(item, 30) & 1
    answered = theirs[:, SEAT["told"]] >> _ANSWER_BIT[act] & 1
    told = (theirs[:, SEAT["told_priorities"]] >> np.minimum(item, 30) & 1) * (act == KIND["ask_priority"])
    recent = mine[:, SEAT["turns"]] - mine[:, SEAT["answer_turn"]] < LISTENING_TURNS
    same = turn.offered & (turn.package == turn.previous)
    weak = mine[:, SEAT["reservation"]] < GOOD_ALTERNATIVE
    return {
        "asked_before": raised | answered | told,
        "used_answer": recent & (_BUILDS[act] | (moves.rider == KIND["acknowledge"])) & ~same,
        "false_claim": (act == KIND["claim_alternative"]) & weak,
        "broken_final": (mine[:, SEAT["final"]] == 1) & turn.offered & ~same,
        "instant": (act == KIND["accept"]) & (theirs[:, SEAT["offers"]] == 1) & (mine[:, SEAT["offers"]] == 0),
        "planned": theirs[:, SEAT["plan_no"]] >= 0,
        "their_alternative": mine[:, SEAT["reservation"]] * (act == KIND["share_alternative"]),
    }


def _moment_facts(tables: Tables, turn: Turn) -> dict[str, Ints]:
    game = turn.game
    meeting, played = game[:, GAME["meeting"]], game[:, GAME["turn"]]
    turns = tables.turns[meeting]
    return {
        "turn": played // 2 + 1,
        "time_left": 1000 - 500 * (played + 1) // turns,
        "meeting": meeting + 1,
        "bad_moment": tables.bad[meeting, game[:, GAME["moment"]]],
        "written": tables.written[meeting],
        "stalled": game[:, GAME["stalled"]],
        "event_passed": game[:, GAME["event"]],
    }


_COUNTED = np.array([SEAT[name] for name in ("favours", "cited", "told_priorities")])


def _count_facts(tables: Tables, state: State, turn: Turn) -> dict[str, Ints]:
    mine, theirs = turn.mine, turn.theirs
    details = popcount(mine[:, SEAT["details"]] | theirs[:, SEAT["details"]])
    counts = popcount(mine[:, _COUNTED])
    asked = state.times[turn.lanes, turn.who, _ASKS].sum(axis=1)
    return {
        "details_open": len(tables.names.details) - details,
        "details_settled": details,
        "questions_asked": asked,
        "offers_made": mine[:, SEAT["offers"]] + turn.offered,
        "reason_known": theirs[:, SEAT["told"]] >> TOLD["reason"] & 1,
        "priorities_known": popcount(theirs[:, SEAT["told_priorities"]]),
        "priorities_told": counts[:, 2],
        "favours_given": counts[:, 0],
        "evidence_used": counts[:, 1],
        "own_alternative": theirs[:, SEAT["reservation"]],
    }


assert ACT_GROUPS["asking"][0] == "ask_priority" and ACT_GROUPS["asking"][-1] == "ask_whatif"  # _ASKS is one run
