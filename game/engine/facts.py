"""What a listener can say about the move just made: the facts that reactions ask about, as one integer table.

Row order is that of ``words.FACTS``. Facts describe how things stood before the move; counts include it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import ASKED, GAME, KIND, NONE, SEAT, TOLD
from game.engine.luck import Ints, some
from game.engine.moves import Moves
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.triggers import ABSENT, FACT_ROW, FLAGS_ROW, SINCE_ROW, TIMES_ROW
from game.scenario.words import ACTS, EVIDENCE_FACTS, OFFER_FACTS, PACKAGE_ACTS

Bools = NDArray[np.bool_]
#: A change of utility below this (x100) is not felt as a concession.
FELT = 50
#: An answer is put to use if a move builds on it within so many own turns.
LISTENING_TURNS = 2
#: An alternative worth this much (x100) may be called good without lying.
GOOD_ALTERNATIVE = 5000

_IS_PACKAGE = np.array([act in PACKAGE_ACTS for act in ACTS] + [False])
_ASKS = slice(KIND["ask_priority"], KIND["ask_whatif"] + 1)
_BUILDING = (*PACKAGE_ACTS, "argue", "give", "attach", "propose", "acknowledge", "summarise")
_BUILDS = np.array([act in _BUILDING for act in ACTS])
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
    counts: Ints = _POP[masks & 0x7FFF] + _POP[masks >> 15]
    return counts


@dataclass(frozen=True)
class Turn:
    """One turn as it is being worked out: rows gathered for the lanes' speaker and listener.

    Attributes:
        lanes, who, other: ``[B]`` lane numbers, the speaking seat, the listening seat.
        game: ``[B, game columns]``; mine, theirs: ``[B, seat columns]`` of speaker and listener. Copies, to be written.
        offered: ``[B]`` whether the move has a package; package ``[B]``: of those offered the best for the listener.
        worth: ``[B]`` its utility x100 to the listener; before: what the speaker's last offer was worth to them.
        previous: ``[B]`` the speaker's last offer (of several the best for the listener), NONE if there is none.
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


def rows_of(seat: Ints, who: Ints) -> Ints:
    """A copy of the row of one seat in each lane, ``[B, columns]`` in the memory order of the state."""
    columns = seat.T
    if not some(who != who[0]):
        return columns[:, who[0]].copy().T
    return np.where(who == 0, columns[:, 0], columns[:, 1]).T


def rows_back(who: Ints, mine: Ints, theirs: Ints) -> Ints:
    """The ``seat`` array of a state in which each lane's seat ``who`` has the row ``mine``, the other ``theirs``."""
    seat = np.empty((mine.shape[1], 2, len(who)), np.int32)
    if not some(who != who[0]):
        seat[:, who[0]], seat[:, 1 - who[0]] = mine.T, theirs.T
    else:
        first = who == 0
        np.copyto(seat[:, 0], theirs.T)
        np.copyto(seat[:, 0], mine.T, where=first)
        np.copyto(seat[:, 1], mine.T)
        np.copyto(seat[:, 1], theirs.T, where=first)
    return seat.T


def take_turn(tables: Tables, state: State, moves: Moves) -> Turn:
    """Gather what a turn needs."""
    lanes, who = np.arange(len(state)), state.game[:, GAME["who"]].copy()
    other = 1 - who
    mine, theirs = rows_of(state.seat, who), rows_of(state.seat, other)
    hand = theirs[:, SEAT["hand"]]
    offered = _IS_PACKAGE[moves.act]
    best, previous = moves.packages[:, 0], state.table[lanes, who, 0]
    worth = before = np.zeros(len(lanes), np.int32)
    if some(offered):
        best, worth = _best_for(tables, other, hand, moves.packages)
        previous, before = _best_for(tables, other, hand, state.table[lanes, who])
    return Turn(
        lanes=lanes,
        who=who,
        other=other,
        game=state.game.copy(order="K"),
        mine=mine,
        theirs=theirs,
        offered=offered,
        package=best,
        worth=worth,
        before=np.where(previous >= 0, before, 0),
        previous=previous,
    )


def _best_for(tables: Tables, seat: Ints, hand: Ints, packages: Ints) -> tuple[Ints, Ints]:
    """Of the packages ``[B, 3]`` that lie together the one best for a seat, NONE if there is none, and its worth."""
    worths = np.where(packages >= 0, tables.worth[seat[:, None], hand[:, None], packages], ABSENT)
    lanes, place = np.arange(len(packages)), worths.argmax(axis=1)
    return packages[lanes, place], worths[lanes, place]


def facts_of(tables: Tables, state: State, moves: Moves, turn: Turn) -> Ints:
    """The fact table, int32 ``[rows, B]``."""
    table = np.zeros((SINCE_ROW + len(tables.reactions.since_acts), len(state)), np.int32)
    table[_OFFER_ROWS] = ABSENT
    table[_EVIDENCE_ROWS] = ABSENT
    table[:5] = moves.signals.T
    np.minimum(table[0], heard_confidence_cap(turn.mine[:, SEAT["composure"]]), out=table[0])
    table[5:12] = turn.theirs[:, :7].T
    if (offers := np.flatnonzero(turn.offered)).size:
        _fill(table, _offer_facts(tables, moves, turn, offers), offers)
    which = cited(moves)
    if (arguing := np.flatnonzero(which >= 0)).size:
        _fill(table, _evidence_facts(tables, which[arguing], turn.mine[arguing]), arguing)
    _history_facts(tables, moves, turn, table)
    _moment_facts(tables, turn, table)
    _count_facts(tables, state, turn, table)
    table[TIMES_ROW] = state.times[turn.lanes, turn.who, moves.act] + np.int32(1)
    table[FLAGS_ROW : FLAGS_ROW + 2] = turn.theirs[:, SEAT["flags_0"] : SEAT["flags_1"] + 1].T
    if len(tables.reactions.since_acts):
        done = state.last[turn.lanes, turn.who][:, tables.reactions.since_acts]
        table[SINCE_ROW:] = (turn.mine[:, SEAT["turns"], None] - done).T
    return table


def _fill(table: Ints, facts: dict[str, NDArray[Any]], lanes: NDArray[np.intp]) -> None:
    for name, values in facts.items():
        table[FACT_ROW[name], lanes] = values


def heard_confidence_cap(composure: Ints) -> Ints:
    """The most confidence to be heard from a speaker of such composure, both x1000: a shaken voice carries less."""
    return 350 + composure * 65 // 100


def _offer_facts(tables: Tables, moves: Moves, turn: Turn, lanes: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    mine, theirs = turn.mine.T[:, lanes], turn.theirs.T[:, lanes]
    package, previous, worth = turn.package[lanes], turn.previous[lanes], turn.worth[lanes]
    had = previous >= 0
    movement = (worth - turn.before[lanes]) * had
    new, old = tables.digits[package], tables.digits[np.where(had, previous, tables.status_quo)]
    moved = new != old
    issues_moved = moved.sum(axis=1)
    gained = _issue_gains(tables, turn.other[lanes], theirs[SEAT["hand"]], new, old)
    stepped = had & (movement > FELT)
    bid_again = _IS_PACKAGE[mine[SEAT["said"]]] & (theirs[SEAT["said"]] == KIND["hold"])
    price = moved[:, tables.price_issue] if tables.price_issue >= 0 else np.zeros(len(lanes), bool)
    return {
        "worth": worth,
        "over_aspiration": worth - theirs[SEAT["aspiration"]],
        "over_reservation": worth - theirs[SEAT["reservation"]],
        "movement": movement,
        "first_offer": mine[SEAT["offers"]] == 0,
        "repeated": package == previous,
        "final": moves.final[lanes],
        "steps_in_a_row": (mine[SEAT["steps"]] + 1) * stepped,
        "unprompted": stepped & bid_again,
        "issues_moved": issues_moved,
        "price_only": price & (issues_moved == 1),
        "trades": (gained > FELT).any(axis=1) & (gained < -FELT).any(axis=1),
        "packages": (moves.packages[lanes] >= 0).sum(axis=1),
        "spread": _spread(tables, turn.other[lanes], theirs[SEAT["hand"]], moves.packages[lanes]),
        "precise": price & tables.precise[np.maximum(new[:, tables.price_issue], 0) if tables.price_issue >= 0 else 0],
    }


def _spread(tables: Tables, seat: Ints, hand: Ints, packages: Ints) -> Ints:
    """Points x100 between the best and the worst for a seat of packages ``[B, 3]`` put at once, ``[B]``."""
    worths = tables.worth[seat[:, None], hand[:, None], packages]
    there = packages >= 0
    spread: Ints = np.where(there, worths, ABSENT).max(axis=1) - np.where(there, worths, -ABSENT).min(axis=1)
    return spread


def _issue_gains(tables: Tables, seat: Ints, hand: Ints, new: NDArray[np.int16], old: NDArray[np.int16]) -> Ints:
    """What a seat gains on each issue from ``old`` to ``new``, ``[B, I]``."""
    worth, issues = tables.issue_worth, np.arange(new.shape[1])[None]
    seat, hand = seat[:, None], hand[:, None]
    return worth[seat, hand, issues, new] - worth[seat, hand, issues, old]


def cited(moves: Moves) -> Ints:
    """The evidence a move cites, as act or as rider, NONE if none, ``[B]``."""
    argue = KIND["argue"]
    return np.where(moves.act == argue, moves.item, np.where(moves.rider == argue, moves.rider_item, NONE))


def _evidence_facts(tables: Tables, which: Ints, mine: Ints) -> dict[str, NDArray[Any]]:
    asked = mine[:, SEAT["asked"]] & (1 << ASKED["ask_reason"] | 1 << ASKED["ask_constraint"])
    known = (asked | mine[:, SEAT["asked_priorities"]]) > 0
    return {
        "evidence_strength": tables.evidence_strength[which],
        "easily_countered": tables.evidence_countered[which],
        "aimed": tables.evidence_aims[which] & known,
        "used_before": mine[:, SEAT["cited"]] >> which & 1,
    }


def _history_facts(tables: Tables, moves: Moves, turn: Turn, table: Ints) -> None:
    mine, theirs, act = turn.mine, turn.theirs, moves.act
    item = np.minimum(np.maximum(moves.item, 0), 30)
    asked_before = mine[turn.lanes, _RAISED_COLUMN[act]] >> item | theirs[:, SEAT["told"]] >> _ANSWER_BIT[act]
    questions = act == KIND["ask_priority"]
    asked_before |= theirs[:, SEAT["told_priorities"]] >> item & questions
    table[FACT_ROW["asked_before"]] = asked_before & 1
    recent = mine[:, SEAT["turns"]] - mine[:, SEAT["answer_turn"]] < LISTENING_TURNS
    same = turn.offered & (turn.package == turn.previous)
    builds = _BUILDS[act] | (moves.rider == KIND["acknowledge"])
    table[FACT_ROW["used_answer"]] = recent & builds & ~same
    table[FACT_ROW["planned"]] = theirs[:, SEAT["plan_no"]] >= 0
    table[FACT_ROW["broken_final"]] = mine[:, SEAT["final"]] * turn.offered * ~same
    rare = _RARE[act]
    if some(rare):
        own = mine[:, SEAT["reservation"]]
        table[FACT_ROW["false_claim"]] = (act == KIND["claim_alternative"]) & (own < GOOD_ALTERNATIVE)
        table[FACT_ROW["their_alternative"]] = own * (act == KIND["share_alternative"])
        first = (theirs[:, SEAT["offers"]] == 1) & (mine[:, SEAT["offers"]] == 0)
        table[FACT_ROW["instant"]] = (act == KIND["accept"]) & first
        table[FACT_ROW["favour_cost"]] = tables.favour_cost[np.where(act == KIND["give"], moves.item, NONE)]


def _moment_facts(tables: Tables, turn: Turn, table: Ints) -> None:
    game = turn.game
    meeting, played = game[:, GAME["meeting"]], game[:, GAME["turn"]]
    table[FACT_ROW["turn"]] = played // 2 + 1
    table[FACT_ROW["time_left"]] = 1000 - 500 * (played + 1) // tables.turns[meeting]
    table[FACT_ROW["meeting"]] = meeting + 1
    table[FACT_ROW["bad_moment"]] = tables.bad[meeting, game[:, GAME["moment"]]]
    table[FACT_ROW["written"]] = tables.written[meeting]
    table[FACT_ROW["stalled"]] = game[:, GAME["stalled"]]
    table[FACT_ROW["event_passed"]] = game[:, GAME["event"]]


_COUNTED = np.array([SEAT[name] for name in ("favours", "cited", "told_priorities", "details")])
_COUNT_ROWS = np.array([FACT_ROW[name] for name in ("favours_given", "evidence_used", "priorities_told")])


def _count_facts(tables: Tables, state: State, turn: Turn, table: Ints) -> None:
    mine, theirs = turn.mine, turn.theirs
    masks = mine[:, _COUNTED].T
    masks[3] |= theirs[:, SEAT["details"]]
    counts = popcount(masks)
    table[_COUNT_ROWS] = counts[:3]
    table[FACT_ROW["details_settled"]] = counts[3]
    table[FACT_ROW["details_open"]] = len(tables.names.details) - counts[3]
    table[FACT_ROW["questions_asked"]] = state.times[turn.lanes, turn.who, _ASKS].sum(axis=1)
    table[FACT_ROW["offers_made"]] = mine[:, SEAT["offers"]] + turn.offered
    table[FACT_ROW["reason_known"]] = theirs[:, SEAT["told"]] >> TOLD["reason"] & 1
    table[FACT_ROW["priorities_known"]] = popcount(theirs[:, SEAT["told_priorities"]])
    table[FACT_ROW["own_alternative"]] = theirs[:, SEAT["reservation"]]
    table[FACT_ROW["expert"]] = tables.expert[turn.other]


_RARE = np.array([act in ("claim_alternative", "share_alternative", "accept", "give") for act in ACTS])
_OFFER_ROWS = slice(FACT_ROW[OFFER_FACTS[0]], FACT_ROW[OFFER_FACTS[-1]] + 1)
_EVIDENCE_ROWS = slice(FACT_ROW[EVIDENCE_FACTS[0]], FACT_ROW[EVIDENCE_FACTS[-1]] + 1)
