"""How turns pass, meetings follow one another and games end. An ending is a value: outcome, package, who ended it."""

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import AFTER, GAME, KIND, NONE, PREPARE, PREPARE_OTHER, SEAT, TALK
from game.engine.facts import Turn
from game.engine.luck import Ints, Luck, clip, some
from game.engine.moves import Moves
from game.engine.protocol import KEEPS_TURN, NEXT
from game.engine.record import Marks
from game.engine.state import State
from game.engine.tables import Tables
from game.scenario.words import ACTS, OUTCOMES

Bools = NDArray[np.bool_]
DEAL, WALKED, LEFT, TIME = (OUTCOMES.index(f) for f in ("deal", "impasse_walked", "impasse_left", "impasse_time"))
#: Willingness (x1000) that a second meeting takes.
MEET_AGAIN = 300
#: What the days between two meetings do, x1000: patience back, tempers down, calm back; and the research they allow.
BETWEEN = {"patience": 300, "defensiveness": -150, "composure": 250}
RESEARCH_BETWEEN = 3


def willingness(row: Ints) -> Ints:
    """How ready a seat is to sit down with the other again, x1000 ``[B]``, from its stance ``[B, seat columns]``.

    Trust above all (Curhan, Elfenbein and Xu 2006: feelings, not points, predict the wish to meet again).
    """
    trust, patience = row[:, SEAT["trust"]], row[:, SEAT["patience"]]
    face, guarded = row[:, SEAT["face"]], row[:, SEAT["defensiveness"]]
    return clip((6 * trust + 2 * patience + 3 * face - 2 * guarded) // 10, 0, 1000)


def settle(tables: Tables, state: State, moves: Moves, turn: Turn, marks: Marks, draws: Luck) -> Ints:
    """Work out phase, whose turn it is, event and outcome, into ``turn``. Returns approval ``[B]``: 1, 0 or NONE."""
    game, act = turn.game, moves.act
    before = state.game[:, GAME["phase"]]
    counts = np.bincount(act, minlength=len(ACTS))
    game[:, GAME["phase"]] = NEXT[before, act]
    talking = before == TALK
    passes = talking & ~KEEPS_TURN[act]
    game[:, GAME["turn"]] += passes
    game[:, GAME["who"]] = np.where(passes, turn.other, turn.who)
    stalled = np.where(marks.moved, 0, game[:, GAME["stalled"]] + passes)
    game[:, GAME["stalled"]] = stalled
    if counts[KIND["begin"]]:
        _begin(tables, game, before, act)
    approval = np.full(len(state), NONE, np.int32)
    if counts[KIND["accept"]] or counts[KIND["agree_subject_to_approval"]]:
        approval = _agree(tables, state, moves, turn, marks, draws)
    if counts[KIND["leave"]] or counts[KIND["leave_next"]]:
        _leave(tables, turn, act)
    _rebook(turn, marks)
    _event(tables, turn, talking)
    _time_up(tables, game, talking)
    return approval


def _begin(tables: Tables, game: Ints, before: Ints, act: Ints) -> None:
    begins = act == KIND["begin"]
    game[:, GAME["who"]] = np.where(begins & (before == PREPARE), 1, game[:, GAME["who"]])
    starts = begins & (before == PREPARE_OTHER)
    game[:, GAME["who"]] = np.where(starts, tables.opens, game[:, GAME["who"]])
    game[:, GAME["meetings_held"]] += starts


def _agree(tables: Tables, state: State, moves: Moves, turn: Turn, marks: Marks, draws: Luck) -> Ints:
    game, mine, theirs, lanes = turn.game, turn.mine, turn.theirs, turn.lanes
    asks = moves.act == KIND["agree_subject_to_approval"]
    accepts = moves.act == KIND["accept"]
    package = state.table[lanes, turn.other, clip(moves.item, 0, 2)]
    chance = np.where(
        can_promise(tables, turn.who, mine, package), 1000, tables.approval[turn.who, mine[:, SEAT["hand"]]]
    )
    approved = draws.below(1000, mine[:, SEAT["turns"]], "approval") < chance
    deal = accepts | (asks & approved)
    for seat, row, signs in ((turn.who, mine, accepts), (turn.other, theirs, deal)):
        row[:, SEAT["overpromised"]] |= signs & ~can_promise(tables, seat, row, package)
    end(game, deal, DEAL, turn.who)
    game[:, GAME["package"]] = np.where(deal, package, game[:, GAME["package"]])
    game[:, GAME["instant"]] = np.where(
        deal & (theirs[:, SEAT["offers"]] == 1) & (mine[:, SEAT["offers"]] == 0), 1, game[:, GAME["instant"]]
    )
    refused = asks & ~approved
    game[:, GAME["approval"]] += refused
    marks.table[lanes[refused], turn.other[refused]] = NONE
    return np.where(asks, approved, NONE).astype(np.int32)


def can_promise(tables: Tables, seat: Ints, row: Ints, package: Ints) -> Bools:
    """Whether a seat may sign a package alone: within its authority, or its limit was lifted. ``[B]``."""
    hand = row[:, SEAT["hand"]]
    return tables.promisable[seat, hand, package] | (row[:, SEAT["lifted"]] > 0)


def end(game: Ints, lanes: Bools, outcome: int, ender: Ints) -> None:
    """Write an outcome into some lanes."""
    game[:, GAME["phase"]] = np.where(lanes, AFTER, game[:, GAME["phase"]])
    game[:, GAME["outcome"]] = np.where(lanes, outcome, game[:, GAME["outcome"]])
    game[:, GAME["ender"]] = np.where(lanes, ender, game[:, GAME["ender"]])


def _leave(tables: Tables, turn: Turn, act: Ints) -> None:
    game = turn.game
    later = act == KIND["leave_next"]
    again = later & (willingness(turn.theirs) >= MEET_AGAIN)
    gone = (act == KIND["leave"]) | (later & ~again)
    for seat, outcome in ((0, LEFT), (1, WALKED)):
        end(game, gone & (turn.who == seat), outcome, turn.who)
    if some(again):
        game[:, GAME["meeting"]] += again
        for column, value in (("phase", PREPARE), ("who", 0), ("turn", 0), ("moment", 0), ("stalled", 0)):
            game[:, GAME[column]] = np.where(again, value, game[:, GAME[column]])
        for row in (turn.mine, turn.theirs):
            _days_pass(row, again)


def _days_pass(row: Ints, lanes: Bools) -> None:
    for column, change in BETWEEN.items():
        eased = clip(row[:, SEAT[column]] + change, 0, 1000)
        row[:, SEAT[column]] = np.where(lanes, eased, row[:, SEAT[column]])
    row[:, SEAT["budget"]] += RESEARCH_BETWEEN * lanes
    row[:, SEAT["said"]] = np.where(lanes, NONE, row[:, SEAT["said"]])
    row[:, SEAT["standing"]] *= ~lanes


def _rebook(turn: Turn, marks: Marks) -> None:
    moves_to = marks.rebooked >= 0
    if some(moves_to):
        game = turn.game
        game[:, GAME["moment"]] = np.where(moves_to, marks.rebooked, game[:, GAME["moment"]])
        game[:, GAME["turn"]] = np.where(moves_to, 0, game[:, GAME["turn"]])


def _event(tables: Tables, turn: Turn, talking: Bools) -> None:
    if tables.event_turn < 0:
        return
    game = turn.game
    now = talking & (game[:, GAME["event"]] == 0) & (game[:, GAME["turn"]] >= 2 * tables.event_turn)
    now &= game[:, GAME["phase"]] == TALK
    if not some(now):
        return
    game[:, GAME["event"]] |= now
    game[:, GAME["stalled"]] *= ~now
    for seat, row in ((turn.who, turn.mine), (turn.other, turn.theirs)):
        row[:, SEAT["evidence"]] |= np.where(now, tables.event_evidence[seat], 0)
        row[:, SEAT["shift"]] += np.where(now, tables.event_shift[seat], 0)
        row[:, SEAT["reservation"]] += np.where(now, tables.event_reservation[seat], 0)
        if tables.event_flag >= 0:
            column = SEAT["flags_0"] + tables.event_flag // 30
            row[:, column] |= np.where(now, 1 << tables.event_flag % 30, 0)


def _time_up(tables: Tables, game: Ints, talking: Bools) -> None:
    over = talking & (game[:, GAME["phase"]] == TALK)
    over &= game[:, GAME["turn"]] >= 2 * tables.turns[game[:, GAME["meeting"]]]
    end(game, over, TIME, np.full(len(game), NONE, np.int32))
