"""What an act itself leaves behind, whoever hears it: marks, knowledge, packages, the speaker's own calm."""

from dataclasses import dataclass

import numpy as np

from game.engine.columns import ASKED, GAME, KIND, NONE, SEAT, TOLD
from game.engine.facts import FELT, cited
from game.engine.lanes import Column, Mask, Row, at_least, at_most, clip, look, no, some, where
from game.engine.tables import Tables
from game.engine.turn import Turn
from game.scenario.words import ACT_GROUPS, ACTS

#: For an act the column of the speaker's mask where its item is marked.
_MARKED = {KIND[act]: SEAT[column] for act, column in (
    ("ask_priority", "asked_priorities"), ("share_priority", "told_priorities"), ("argue", "cited"),
    ("give", "favours"), ("clarify", "details"), ("attach", "conditions"), ("propose", "processes"),
    ("research", "researched"))}  # fmt: skip
_ASKED_BIT = {KIND[act]: 1 << bit for act, bit in ASKED.items()}
#: For each act the column of ``evidence_asked``: what asking it brings to light.
_ASKED_COLUMN = np.array([ASKED.get(act, len(ASKED)) for act in ACTS] + [len(ASKED)], np.int32)
_TOLD_BIT = {KIND[act]: 1 << TOLD[what] for act, what in (
    ("share_need", "need"), ("share_alternative", "alternative"), ("share_deadline", "deadline"),
    ("share_constraint", "constraint"), ("claim_alternative", "alternative"))}  # fmt: skip
#: Items of ``share_need`` and ``share_constraint`` that mean something more particular.
REAL_REASON, FEEDBACK, WHO_DECIDES = 1, 2, 1
_MORE_PARTICULAR = {
    KIND["share_need"]: ((REAL_REASON, 1 << TOLD["reason"]), (FEEDBACK, 1 << TOLD["feedback"])),
    KIND["share_constraint"]: ((WHO_DECIDES, 1 << TOLD["decision"]),),
}
_DECLARED = {KIND[act]: SEAT[act] for act in ("target", "walk_away", "rank", "worry", "plan_no")}
#: Acts that answer a question, when they come right after one.
_ANSWERS = {KIND[act] for act in ("share_priority", "share_need", "share_alternative", "share_deadline",
                                  "share_constraint", "offer", "clarify")}  # fmt: skip
_ASKING = np.array([act in ACT_GROUPS["asking"] or act == "clarify" for act in ACTS] + [False])
#: What an act does to the speaker's own composure, x1000: pausing, naming a feeling and breaks restore it (Gross 1998
#: on labelling and reappraisal; Brooks and Schweitzer 2011 on anxiety), losing one's temper or begging costs a little.
_OWN_CALM = {"adjourn": 300, "silence": 80, "acknowledge": 50, "chat": 40, "ask_reason": 30, "summarise": 40,
             "vent": -60, "apologise": -30, "disparage": -30}  # fmt: skip
_CALM = tuple(_OWN_CALM.get(act, 0) for act in ACTS)
#: What must have been told before a favour can lift a limit: nobody writes a case without knowing for whom.
_KNOWN_TO_BE_BOUND = 1 << TOLD["reason"] | 1 << TOLD["decision"]
#: How many options can be barred.
NEVERS = 4
#: The trust (x1000) that being asked to bring in someone else takes.
ESCALATION_TRUST = 450


@dataclass(frozen=True, slots=True)
class Marks:
    """What recording found out: whether anything moved; whether a proposal is agreed and the moment it rebooks to."""

    moved: Mask
    agreed: Column
    rebooked: Column


def record(tables: Tables, turn: Turn) -> Marks:
    """Write what the act leaves behind into the speaker's rows (and, for answers and favours, the listener's)."""
    mine, theirs = turn.mine, turn.theirs
    cited_before = mine[SEAT["cited"]]
    for act, item in turn.said():
        _mark(turn, act, item)
    _tell(turn)
    _prepare(tables, turn)
    answered = _answer(tables, turn)
    agreed, rebooked = _agree(tables, turn)
    if turn.offered:
        _offer(tables, turn)
    mine[SEAT["composure"]] = clip(mine[SEAT["composure"]] + _CALM[turn.act], 0, 1000)
    for column, signal in enumerate(turn.signals, SEAT["heard_confidence"]):
        mine[column] = signal
    mine[SEAT["said"]], mine[SEAT["said_item"]] = turn.act, turn.item
    if turn.does("adjourn"):
        mine[SEAT["budget"]] = mine[SEAT["budget"]] + 1
    elif turn.does("hold"):
        theirs[SEAT["noes"]] = theirs[SEAT["noes"]] + 1
    moved = answered | (agreed == 1)
    if cited(turn) is not None:
        moved = moved | (mine[SEAT["cited"]] != cited_before)
    return Marks(moved | (turn.package != turn.previous) if turn.offered else moved, agreed, rebooked)


def _mark(turn: Turn, act: int, item: Column) -> None:
    if act in _MARKED:
        turn.mine[_MARKED[act]] = turn.mine[_MARKED[act]] | _bit(item)


def _bit(item: Column) -> Column:
    """The bit of an item's place in its list; 0 for NONE."""
    return where(item >= 0, 1 << at_least(item, 0), 0)


def _tell(turn: Turn) -> None:
    mine, act = turn.mine, turn.act
    if act in _ASKED_BIT:
        mine[SEAT["asked"]] = mine[SEAT["asked"]] | _ASKED_BIT[act]
    told: Column = _TOLD_BIT.get(act, 0) | _TOLD_BIT.get(turn.rider, 0)
    for item, bit in _MORE_PARTICULAR.get(act, ()):
        told = where(turn.item == item, bit, told)
    if some(told > 0):
        mine[SEAT["told"]] = mine[SEAT["told"]] | told


def _answer(tables: Tables, turn: Turn) -> Mask:
    """A question that gets its answer brings evidence to light and can be built on."""
    if turn.act not in _ANSWERS:
        return False
    theirs = turn.theirs
    question = theirs[SEAT["said"]]
    answered = look(_ASKING, question)
    if some(answered):
        theirs[SEAT["answer_turn"]] = where(answered, theirs[SEAT["turns"]], theirs[SEAT["answer_turn"]])
        column = look(_ASKED_COLUMN, question)
        found = look(tables.evidence_asked[turn.other], column) * (answered & (column < len(ASKED)))
        theirs[SEAT["evidence"]] = theirs[SEAT["evidence"]] | found
    return answered


def _agree(tables: Tables, turn: Turn) -> tuple[Column, Column]:
    """Favours lift limits; processes and conditions are taken on board or not. Returns agreed, moment rebooked to."""
    agreed: Column = NONE
    rebooked: Column = NONE
    if turn.does("give"):
        _lift(turn, look(tables.favour_lifts, turn.item) & (turn.theirs[SEAT["told"]] & _KNOWN_TO_BE_BOUND > 0))
    elif turn.does("escalate"):
        willing = turn.theirs[SEAT["trust"]] >= ESCALATION_TRUST
        _lift(turn, willing)
        agreed = 1 * willing
    elif turn.does("propose"):
        agreed, rebooked = _propose(tables, turn)
    for act, item in turn.said():
        if act == KIND["attach"]:
            agreed = _attach(tables, turn, item, agreed)
    return agreed, rebooked


def _lift(turn: Turn, here: Mask) -> None:
    turn.theirs[SEAT["lifted"]] = turn.theirs[SEAT["lifted"]] | here


def _propose(tables: Tables, turn: Turn) -> tuple[Column, Column]:
    mine, theirs, item = turn.mine, turn.theirs, turn.item
    yes = theirs[SEAT["trust"]] >= look(tables.process_trust, item)
    fresh = (mine[SEAT["agreed"]] | theirs[SEAT["agreed"]]) >> item & 1 == 0
    mine[SEAT["agreed"]] = mine[SEAT["agreed"]] | yes * _bit(item)
    _lift(turn, yes & look(tables.process_lifts, item))
    moment = look(tables.process_moment, item)
    here = yes & fresh & (moment >= 0) & (moment % 100 == turn.game[GAME["meeting"]])
    return 1 * yes, where(here & (moment // 100 != turn.game[GAME["moment"]]), moment // 100, NONE)


def _attach(tables: Tables, turn: Turn, item: Column, agreed: Column) -> Column:
    """A condition is taken on board unless it is hard on the listener's hand."""
    put = item >= 0
    hard = look(tables.condition_hard, item, turn.other, turn.theirs[SEAT["hand"]])
    yes = put & no(hard)
    turn.mine[SEAT["granted"]] = turn.mine[SEAT["granted"]] | yes * _bit(item)
    return where(put, 1 * yes, agreed)


def _offer(tables: Tables, turn: Turn) -> None:
    mine, first = turn.mine, turn.packages[0]
    worth, hand = tables.worth[turn.who], mine[SEAT["hand"]]
    asked, opening = look(worth, hand, first), mine[SEAT["opening"]]
    had, previous = turn.previous >= 0, turn.previous
    drop = (look(worth, hand, previous * had) - asked) * had
    moved = had & (turn.worth - turn.before > FELT)
    for place, package in enumerate(turn.packages):
        turn.table[place] = package
    mine[SEAT["conceded"]] = mine[SEAT["conceded"]] + at_least(drop, 0)
    mine[SEAT["steps"]] = (mine[SEAT["steps"]] + 1) * moved
    mine[SEAT["offers"]] = mine[SEAT["offers"]] + 1
    mine[SEAT["final"]] = at_least(turn.final, mine[SEAT["final"]] * (first == previous))
    mine[SEAT["standing"]] = 1
    mine[SEAT["opening"]] = where(opening < 0, asked, opening)


def _prepare(tables: Tables, turn: Turn) -> None:
    mine, act, item = turn.mine, turn.act, turn.item
    if act in _DECLARED:
        mine[_DECLARED[act]] = item
    elif turn.does("never"):
        _bar(mine, item)
    elif turn.does("research"):
        mine[SEAT["budget"]] = mine[SEAT["budget"]] - look(tables.research_cost, item)
        mine[SEAT["evidence"]] = mine[SEAT["evidence"]] | look(tables.research_evidence, item)
        mine[SEAT["learned"]] = mine[SEAT["learned"]] | look(tables.research_issues, item)
        mine[SEAT["moments"]] = mine[SEAT["moments"]] | look(tables.research_moments, item)
        mine[SEAT["reservation"]] = mine[SEAT["reservation"]] + look(tables.research_gain, item)
    elif turn.does("moment"):
        turn.game[GAME["moment"]] = item - look(tables.moment_base, turn.game[GAME["meeting"]])


def _bar(mine: Row, item: Column) -> None:
    """Write an option down as one never to take, in the first free place of four."""
    barred = mine[SEAT["nevers"]]
    for place in range(NEVERS):
        column = SEAT["never_0"] + place
        mine[column] = where(barred == place, item, mine[column])
    mine[SEAT["nevers"]] = at_most(barred + 1, NEVERS)
