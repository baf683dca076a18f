"""May I? One check, used to answer the question and to guard ``step``.

``why_illegal`` gives a code for each lane, 0 where the move is legal. ``SENTENCES`` turns a code into what to do.
"""

import numpy as np

from game.engine.columns import GAME, KIND, NONE, SEAT, TALK
from game.engine.luck import Ints, some
from game.engine.moves import Moves
from game.engine.protocol import NEXT
from game.engine.state import State
from game.engine.tables import Tables
from game.scenario.words import ACTS, PACKAGE_ACTS

SENTENCES = (
    "",
    "This has to wait until both have begun; type 'begin' when you are prepared.",
    "Preparation is over; this can be done before the next meeting.",
    "It has ended; you can still 'ask feedback'.",
    "There is no offer of theirs on the table; ask for one, or make your own.",
    "That package is not on the table; accept 1 unless they offered several.",
    "You do not have this evidence; research or a question may bring it to light.",
    "That is not yours to use; it belongs to the other side.",
    "You have done this already.",
    "Your preparation budget does not reach that far; begin, or choose something cheaper.",
    "That moment is not known to you; research or a question may reveal it.",
    "That moment is not in the coming meeting.",
    "There is no further meeting to leave to; settle it now or 'leave'.",
    "Research needs a break: 'adjourn' first, then look into one thing.",
    "Nothing of that name can be named here.",
)
(OK, NOT_BEGUN, NOT_NOW, ENDED, NO_OFFER, NO_SUCH_PACKAGE, NOT_HELD, NOT_YOURS, DONE, TOO_DEAR, MOMENT_UNKNOWN,
 MOMENT_ELSEWHERE, NO_MEETING, NO_BREAK, NO_ITEM) = range(len(SENTENCES))  # fmt: skip

_NAMING = ("ask_priority", "share_priority", "argue", "give", "clarify", "attach", "propose", "research", "moment",
           "worry", "plan_no", "target", "walk_away")  # fmt: skip
_NEEDS_ITEM = np.array([act in _NAMING for act in ACTS])
_NEEDS_PACKAGE = np.array([act in PACKAGE_ACTS for act in ACTS])
_BY_PHASE = np.array([NOT_BEGUN, NOT_BEGUN, NOT_NOW, ENDED], np.int32)
#: Acts whose item has an owner, and the table that says whose; acts done once at most, and the mask that says so.
_OWNED = {"argue": "evidence_seat", "give": "favour_seat", "attach": "condition_seat", "research": "research_seat"}
_ONCE = {"give": "favours", "research": "researched"}


def why_illegal(tables: Tables, state: State, moves: Moves) -> Ints:
    """For each lane why the move is not allowed now, as an index of ``SENTENCES``; 0 where it is. ``[B]``."""
    phase, act = state.game[:, GAME["phase"]], moves.act
    code: Ints = _BY_PHASE[phase] * (NEXT[phase, act] == NONE)
    code = _first(code, _NEEDS_ITEM[act] & (moves.item < 0), NO_ITEM)
    code = _first(code, _NEEDS_PACKAGE[act] & (moves.packages[:, 0] < 0), NO_ITEM)
    counts = np.bincount(act, minlength=len(ACTS)) + np.bincount(moves.rider + 1, minlength=len(ACTS) + 1)[1:]
    for name in _CHECKS:
        if counts[KIND[name]]:
            for acts, items in ((act, moves.item), (moves.rider, moves.rider_item)):
                doing = acts == KIND[name]
                if some(doing):
                    code = _check(name, tables, state, np.where(doing, items, NONE), doing, code)
    return code


def _first(code: Ints, wrong: np.ndarray, reason: int) -> Ints:
    return np.where((code == OK) & wrong, reason, code).astype(np.int32) if some(wrong) else code


_CHECKS = ("accept", "agree_subject_to_approval", "argue", "give", "attach", "research", "moment", "leave_next")


def _check(name: str, tables: Tables, state: State, item: Ints, doing: np.ndarray, code: Ints) -> Ints:
    who, lanes = state.game[:, GAME["who"]], np.arange(len(state))
    if name in ("accept", "agree_subject_to_approval"):
        theirs = state.table[lanes, 1 - who]
        stands = state.seat[lanes, 1 - who, SEAT["standing"]] > 0
        code = _first(code, doing & ~((theirs[:, 0] >= 0) & stands), NO_OFFER)
        return _first(code, doing & (theirs[lanes, np.maximum(item, 0)] < 0), NO_SUCH_PACKAGE)
    if name in _OWNED:
        code = _first(code, doing & (item < 0), NO_ITEM)
        code = _first(code, doing & (getattr(tables, _OWNED[name])[item] != who), NOT_YOURS)
    if name in _ONCE:
        code = _first(code, doing & (state.seat[lanes, who, SEAT[_ONCE[name]]] >> np.maximum(item, 0) & 1 == 1), DONE)
    if name == "argue":
        code = _first(
            code, doing & (state.seat[lanes, who, SEAT["evidence"]] >> np.maximum(item, 0) & 1 == 0), NOT_HELD
        )
    if name == "research":
        code = _first(code, doing & (tables.research_cost[item] > state.seat[lanes, who, SEAT["budget"]]), TOO_DEAR)
        in_talk = state.game[:, GAME["phase"]] == TALK
        code = _first(code, doing & in_talk & (state.seat[lanes, who, SEAT["said"]] != KIND["adjourn"]), NO_BREAK)
    if name == "moment":
        code = _first(
            code, doing & (state.seat[lanes, who, SEAT["moments"]] >> np.maximum(item, 0) & 1 == 0), MOMENT_UNKNOWN
        )
        place = item - tables.moment_base[state.game[:, GAME["meeting"]]]
        inside = (place >= 0) & (place < _moment_counts(tables)[state.game[:, GAME["meeting"]]])
        code = _first(code, doing & ~inside, MOMENT_ELSEWHERE)
    if name == "leave_next":
        code = _first(code, doing & (state.game[:, GAME["meeting"]] + 1 >= len(tables.turns)), NO_MEETING)
    return code


def _moment_counts(tables: Tables) -> Ints:
    return np.array([len(moments) for moments in tables.names.moments], np.int32)


def can(tables: Tables, state: State, moves: Moves) -> bool:
    """Whether every lane's move is allowed."""
    return not why_illegal(tables, state, moves).any()
