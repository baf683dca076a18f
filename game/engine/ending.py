"""How turns pass, meetings follow one another and games end. An ending is a value: outcome, package, who ended it."""

from game.engine.columns import AFTER, GAME, NONE, PREPARE, PREPARE_OTHER, SEAT, TALK
from game.engine.lanes import Column, Mask, Row, clip, look, no, some, where
from game.engine.protocol import KEEPS_TURN, NEXT
from game.engine.record import Marks
from game.engine.tables import Tables
from game.engine.triggers import FLAG_BITS
from game.engine.turn import Turn, pick
from game.scenario.words import OUTCOMES

DEAL, WALKED, LEFT, TIME = (OUTCOMES.index(f) for f in ("deal", "impasse_walked", "impasse_left", "impasse_time"))
#: Willingness (x1000) that a second meeting takes.
MEET_AGAIN = 300
#: What the days between two meetings do, x1000: patience back, tempers down, calm back; and the research they allow.
BETWEEN = {"patience": 300, "defensiveness": -150, "composure": 250}
RESEARCH_BETWEEN = 3


def willingness(row: Row) -> Column:
    """How ready a seat is to sit down with the other again, x1000, from its row ``[seat columns, B]``.

    Trust above all (Curhan, Elfenbein and Xu 2006: feelings, not points, predict the wish to meet again).
    """
    trust, patience = row[SEAT["trust"]], row[SEAT["patience"]]
    face, guarded = row[SEAT["face"]], row[SEAT["defensiveness"]]
    return clip((6 * trust + 2 * patience + 3 * face - 2 * guarded) // 10, 0, 1000)


def settle(tables: Tables, turn: Turn, marks: Marks) -> Column:
    """Work out phase, whose turn it is, event and outcome, into ``turn``. Returns approval: 1, 0 or NONE."""
    game = turn.game
    passes = turn.talking and not KEEPS_TURN[turn.act]
    game[GAME["phase"]] = NEXT.item(turn.phase, turn.act)
    game[GAME["turn"]] = game[GAME["turn"]] + passes
    game[GAME["who"]] = turn.other if passes else turn.who
    game[GAME["stalled"]] = where(marks.moved, 0, game[GAME["stalled"]] + passes)
    approval: Column = NONE
    if turn.does("begin"):
        _begin(tables, turn)
    elif turn.does("accept") or turn.does("agree_subject_to_approval"):
        approval = _agree(tables, turn)
    elif turn.does("leave") or turn.does("leave_next"):
        _leave(turn)
    _rebook(turn, marks)
    if turn.talking:
        _event(tables, turn)
        _time_up(tables, game)
    return approval


def _begin(tables: Tables, turn: Turn) -> None:
    game = turn.game
    if turn.phase == PREPARE:
        game[GAME["who"]] = 1
    elif turn.phase == PREPARE_OTHER:
        game[GAME["who"]] = tables.opens
        game[GAME["meetings_held"]] = game[GAME["meetings_held"]] + 1


def _agree(tables: Tables, turn: Turn) -> Column:
    """Sign the package accepted, at once or if whoever decides approves."""
    game, mine, theirs, asks = turn.game, turn.mine, turn.theirs, turn.does("agree_subject_to_approval")
    package = pick(turn.their_table, turn.item)
    approved: Mask = True
    if asks:
        free = can_promise(tables, turn.who, mine, package)
        chance = where(free, 1000, look(tables.approval, turn.who, mine[SEAT["hand"]]))
        approved = turn.draws.below(1000, mine[SEAT["turns"]], "approval") < chance
    else:
        _overpromise(tables, turn.who, mine, package, True)
    _overpromise(tables, turn.other, theirs, package, approved)
    end(game, approved, DEAL, turn.who)
    game[GAME["package"]] = where(approved, package, game[GAME["package"]])
    at_once = approved & (theirs[SEAT["offers"]] == 1) & (mine[SEAT["offers"]] == 0)
    game[GAME["instant"]] = game[GAME["instant"]] | at_once
    if not asks:
        return NONE
    game[GAME["approval"]] = game[GAME["approval"]] + no(approved)
    for place in range(3):
        turn.their_table[place] = where(approved, turn.their_table[place], NONE)
    return 1 * approved


def _overpromise(tables: Tables, seat: int, row: Row, package: Column, signs: Mask) -> None:
    row[SEAT["overpromised"]] = row[SEAT["overpromised"]] | signs & no(can_promise(tables, seat, row, package))


def can_promise(tables: Tables, seat: int, row: Row, package: Column) -> Mask:
    """Whether a seat may sign a package alone: within its authority, or its limit was lifted."""
    return look(tables.promisable[seat], row[SEAT["hand"]], package) | (row[SEAT["lifted"]] > 0)


def end(game: Row, here: Mask, outcome: int, ender: int) -> None:
    """Write an outcome into some lanes."""
    for column, value in ((GAME["phase"], AFTER), (GAME["outcome"], outcome), (GAME["ender"], ender)):
        game[column] = where(here, value, game[column])


def _leave(turn: Turn) -> None:
    game = turn.game
    again: Mask = turn.does("leave_next") & (willingness(turn.theirs) >= MEET_AGAIN)
    end(game, no(again), LEFT if turn.who == 0 else WALKED, turn.who)
    if some(again):
        game[GAME["meeting"]] = game[GAME["meeting"]] + again
        for column, value in (("phase", PREPARE), ("who", 0), ("turn", 0), ("moment", 0), ("stalled", 0)):
            game[GAME[column]] = where(again, value, game[GAME[column]])
        for row in (turn.mine, turn.theirs):
            _days_pass(row, again)


def _days_pass(row: Row, here: Mask) -> None:
    for column, change in BETWEEN.items():
        eased = clip(row[SEAT[column]] + change, 0, 1000)
        row[SEAT[column]] = where(here, eased, row[SEAT[column]])
    row[SEAT["budget"]] = row[SEAT["budget"]] + RESEARCH_BETWEEN * here
    row[SEAT["said"]] = where(here, NONE, row[SEAT["said"]])
    row[SEAT["standing"]] = row[SEAT["standing"]] * no(here)


def _rebook(turn: Turn, marks: Marks) -> None:
    moves_to = marks.rebooked >= 0
    if some(moves_to):
        game = turn.game
        game[GAME["moment"]] = where(moves_to, marks.rebooked, game[GAME["moment"]])
        game[GAME["turn"]] = where(moves_to, 0, game[GAME["turn"]])


def _event(tables: Tables, turn: Turn) -> None:
    game = turn.game
    if tables.event_turn < 0:
        return
    now = (game[GAME["event"]] == 0) & (game[GAME["turn"]] >= 2 * tables.event_turn) & (game[GAME["phase"]] == TALK)
    if not some(now):
        return
    game[GAME["event"]] = game[GAME["event"]] | now
    game[GAME["stalled"]] = game[GAME["stalled"]] * no(now)
    for seat, row in ((turn.who, turn.mine), (turn.other, turn.theirs)):
        row[SEAT["evidence"]] = row[SEAT["evidence"]] | now * tables.event_evidence.item(seat)
        row[SEAT["shift"]] = row[SEAT["shift"]] + now * tables.event_shift.item(seat)
        row[SEAT["reservation"]] = row[SEAT["reservation"]] + now * tables.event_reservation.item(seat)
        if tables.event_flag >= 0:
            column = SEAT["flags_0"] + tables.event_flag // FLAG_BITS
            row[column] = row[column] | now * (1 << tables.event_flag % FLAG_BITS)


def _time_up(tables: Tables, game: Row) -> None:
    over = game[GAME["phase"]] == TALK
    over = over & (game[GAME["turn"]] >= 2 * look(tables.turns, game[GAME["meeting"]]))
    if some(over):
        end(game, over, TIME, NONE)
