"""May I? One check, used to answer the question and to guard ``step``.

``why_illegal`` gives a code for each lane, 0 where the move is legal. ``SENTENCES`` turns a code into what to do.
"""

import numpy as np

from game.engine.columns import GAME, KIND, NONE, SEAT, TALK
from game.engine.lanes import Column, Mask, at_least, look, some, where
from game.engine.luck import Ints
from game.engine.moves import Moves
from game.engine.protocol import NEXT
from game.engine.state import State
from game.engine.tables import Tables
from game.engine.turn import Turn, pick, take_turns
from game.scenario.words import PACKAGE_ACTS

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
_NEEDS_ITEM = {KIND[act] for act in _NAMING}
_NEEDS_PACKAGE = {KIND[act] for act in PACKAGE_ACTS}
_BY_PHASE = (NOT_BEGUN, NOT_BEGUN, NOT_NOW, ENDED)
#: Acts whose item has an owner, and the table that says whose; acts done once at most, and the mask that says so.
_OWNED = {"argue": "evidence_seat", "give": "favour_seat", "attach": "condition_seat", "research": "research_seat"}
_ONCE = {"give": "favours", "research": "researched"}


def why_illegal(tables: Tables, state: State, moves: Moves) -> Ints:
    """For each lane why the move is not allowed now, as an index of ``SENTENCES``; 0 where it is. ``[B]``."""
    codes = np.zeros(len(state), np.int32)
    for turn in take_turns(state, moves):
        codes[slice(None) if turn.lanes is None else turn.lanes] = why(tables, turn)
    return codes


def why(tables: Tables, turn: Turn) -> Column:
    """The same for the lanes of one turn."""
    if NEXT[turn.phase, turn.act] == NONE:
        return _BY_PHASE[turn.phase]
    code: Column = OK
    if turn.act in _NEEDS_ITEM:
        code = _first(code, turn.item < 0, NO_ITEM)
    if turn.act in _NEEDS_PACKAGE:
        code = _first(code, turn.packages[0] < 0, NO_ITEM)
    said = turn.said()
    for name in _CHECKS:
        for act, item in said:
            if act == KIND[name]:
                code = _check(name, tables, turn, item, code)
    return code


def _first(code: Column, wrong: Mask, reason: int) -> Column:
    return where((code == OK) & wrong, reason, code) if some(wrong) else code


_CHECKS = ("accept", "agree_subject_to_approval", "argue", "give", "attach", "research", "moment", "leave_next")


def _check(name: str, tables: Tables, turn: Turn, item: Column, code: Column) -> Column:
    mine, game, place = turn.mine, turn.game, at_least(item, 0)
    if name in ("accept", "agree_subject_to_approval"):
        stands = (turn.their_table[0] >= 0) & (turn.theirs[SEAT["standing"]] > 0)
        code = _first(code, stands == 0, NO_OFFER)
        return _first(code, pick(turn.their_table, place) < 0, NO_SUCH_PACKAGE)
    if name in _OWNED:
        code = _first(code, item < 0, NO_ITEM)
        code = _first(code, look(getattr(tables, _OWNED[name]), item) != turn.who, NOT_YOURS)
    if name in _ONCE:
        code = _first(code, mine[SEAT[_ONCE[name]]] >> place & 1 == 1, DONE)
    if name == "argue":
        code = _first(code, mine[SEAT["evidence"]] >> place & 1 == 0, NOT_HELD)
    if name == "research":
        code = _first(code, look(tables.research_cost, item) > mine[SEAT["budget"]], TOO_DEAR)
        if turn.phase == TALK:
            code = _first(code, mine[SEAT["said"]] != KIND["adjourn"], NO_BREAK)
    if name == "moment":
        code = _first(code, mine[SEAT["moments"]] >> place & 1 == 0, MOMENT_UNKNOWN)
        inside = _in_meeting(tables, item, game[GAME["meeting"]])
        code = _first(code, inside == 0, MOMENT_ELSEWHERE)
    if name == "leave_next":
        code = _first(code, game[GAME["meeting"]] + 1 >= len(tables.turns), NO_MEETING)
    return code


def _in_meeting(tables: Tables, moment: Column, meeting: Column) -> Mask:
    """Whether a moment is one of the meeting's."""
    counts = np.array([len(moments) for moments in tables.names.moments], np.int32)
    place = moment - look(tables.moment_base, meeting)
    return (place >= 0) & (place < look(counts, meeting))


def can(tables: Tables, state: State, moves: Moves) -> bool:
    """Whether every lane's move is allowed."""
    return not why_illegal(tables, state, moves).any()
