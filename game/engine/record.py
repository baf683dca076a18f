"""What an act itself leaves behind, whoever hears it: marks, knowledge, packages, the speaker's own calm."""

from dataclasses import dataclass

import numpy as np

from game.engine.columns import ASKED, GAME, KIND, NONE, SEAT, TOLD
from game.engine.facts import FELT, Turn, cited
from game.engine.luck import Ints, clip, some
from game.engine.moves import Moves
from game.engine.state import State
from game.engine.tables import Bools, Tables
from game.scenario.words import ACT_GROUPS, ACTS

_MARKED = {"ask_priority": "asked_priorities", "share_priority": "told_priorities", "argue": "cited", "give": "favours",
           "clarify": "details", "attach": "conditions", "propose": "processes", "research": "researched"}  # fmt: skip
#: For each act the mask of the speaker's where its item is marked; the last entry is for "no rider".
_MARK_COLUMN = np.array([SEAT[_MARKED.get(act, "scratch")] for act in ACTS] + [SEAT["scratch"]])
_ASKED_MASK = np.array([1 << ASKED[act] if act in ASKED else 0 for act in ACTS], np.int32)
_ASKED_COLUMN = np.array([ASKED.get(act, len(ASKED)) for act in ACTS] + [len(ASKED)])
_TELLS = {"share_need": "need", "share_alternative": "alternative", "share_deadline": "deadline",
          "share_constraint": "constraint", "claim_alternative": "alternative"}  # fmt: skip
_TOLD_MASK = np.array([1 << TOLD[_TELLS[act]] if act in _TELLS else 0 for act in ACTS] + [0], np.int32)
_DECLARED = ("target", "walk_away", "rank", "worry", "plan_no")
_PREPARING = len(ACT_GROUPS["preparing"])
#: Items of ``share_need`` and ``share_constraint`` that mean something more particular.
REAL_REASON, FEEDBACK, WHO_DECIDES = 1, 2, 1
#: Acts that answer a question, when they come right after one.
_ANSWERS = np.array([act in ("share_priority", "share_need", "share_alternative", "share_deadline", "share_constraint",
                             "offer", "clarify") for act in ACTS])  # fmt: skip
_ASKING = np.array([act in ACT_GROUPS["asking"] or act == "clarify" for act in ACTS] + [False])
#: What an act does to the speaker's own composure, x1000: pausing, naming a feeling and breaks restore it (Gross 1998
#: on labelling and reappraisal; Brooks and Schweitzer 2011 on anxiety), losing one's temper or begging costs a little.
_OWN_CALM = {"adjourn": 300, "silence": 80, "acknowledge": 50, "chat": 40, "ask_reason": 30, "summarise": 40,
             "vent": -60, "apologise": -30, "disparage": -30}  # fmt: skip
_CALM = np.array([_OWN_CALM.get(act, 0) for act in ACTS], np.int32)
#: The bit of an item's place in its list; NONE falls on the last entry.
_BITS = np.array([1 << place for place in range(30)] + [0], np.int32)
#: What must have been told before a favour can lift a limit: nobody writes a case without knowing for whom.
_KNOWN_TO_BE_BOUND = 1 << TOLD["reason"] | 1 << TOLD["decision"]
#: The trust (x1000) that being asked to bring in someone else takes.
ESCALATION_TRUST = 450


@dataclass(frozen=True)
class Marks:
    """What recording found out: the new table ``[B, 2, 3]``, whether anything moved, whether a proposal is agreed."""

    table: Ints
    moved: Bools
    agreed: Ints
    rebooked: Ints


def record(tables: Tables, state: State, moves: Moves, turn: Turn) -> Marks:
    """Write what the act leaves behind into the speaker's row (and, for answers and favours, the listener's)."""
    mine = turn.mine
    counts = np.bincount(moves.act, minlength=len(ACTS))
    evidence_before = mine[:, SEAT["cited"]].copy()
    _mark(moves.act, moves.item, turn)
    if some(moves.rider >= 0):
        _mark(moves.rider, moves.rider_item, turn)
    if counts[:_PREPARING].any():
        _prepare(tables, moves, turn, counts)
    _tell(moves, turn, counts)
    answered = _answer(tables, moves, turn)
    agreed, rebooked = _agree(tables, moves, turn, counts)
    table = _offer(tables, state, moves, turn)
    mine[:, SEAT["composure"]] = clip(mine[:, SEAT["composure"]] + _CALM[moves.act], 0, 1000)
    mine[:, SEAT["budget"]] += moves.act == KIND["adjourn"]
    mine[:, SEAT["heard_confidence"] : SEAT["heard_gloating"] + 1] = moves.signals
    mine[:, SEAT["said"]], mine[:, SEAT["said_item"]] = moves.act, moves.item
    turn.theirs[:, SEAT["noes"]] += moves.act == KIND["hold"]
    new_evidence = (cited(moves) >= 0) & (mine[:, SEAT["cited"]] != evidence_before)
    moved = answered | new_evidence | (agreed == 1) | (turn.offered & (turn.package != turn.previous))
    return Marks(table, moved, agreed, rebooked)


def _mark(act: Ints, item: Ints, turn: Turn) -> None:
    column = _MARK_COLUMN[act]
    turn.mine[turn.lanes, column] |= _BITS[np.where(column == SEAT["scratch"], NONE, item)]


def _tell(moves: Moves, turn: Turn, counts: Ints) -> None:
    mine = turn.mine
    mine[:, SEAT["asked"]] |= _ASKED_MASK[moves.act]
    said = _TOLD_MASK[moves.act] | _TOLD_MASK[moves.rider]
    if counts[KIND["share_need"]]:
        need = moves.act == KIND["share_need"]
        said = np.where(need & (moves.item == REAL_REASON), 1 << TOLD["reason"], said)
        said = np.where(need & (moves.item == FEEDBACK), 1 << TOLD["feedback"], said)
    if counts[KIND["share_constraint"]]:
        decides = (moves.act == KIND["share_constraint"]) & (moves.item == WHO_DECIDES)
        said = np.where(decides, 1 << TOLD["decision"], said)
    mine[:, SEAT["told"]] |= said


def _answer(tables: Tables, moves: Moves, turn: Turn) -> Bools:
    """A question that gets its answer brings evidence to light and can be built on."""
    theirs = turn.theirs
    question = theirs[:, SEAT["said"]]
    answered: Bools = _ANSWERS[moves.act] & _ASKING[question]
    if some(answered):
        theirs[:, SEAT["answer_turn"]] = np.where(answered, theirs[:, SEAT["turns"]], theirs[:, SEAT["answer_turn"]])
        column = _ASKED_COLUMN[question]
        found = tables.evidence_asked[turn.other, column] * (column < len(ASKED))
        theirs[:, SEAT["evidence"]] |= np.where(answered, found, 0)
    return answered


def _agree(tables: Tables, moves: Moves, turn: Turn, counts: Ints) -> tuple[Ints, Ints]:
    """Favours lift limits; processes and conditions are taken on board or not. Returns agreed, moment rebooked to."""
    mine, theirs, act = turn.mine, turn.theirs, moves.act
    agreed = np.full(len(act), NONE, np.int32)
    rebooked = np.full(len(act), NONE, np.int32)
    if counts[KIND["give"]]:
        given = np.where(act == KIND["give"], moves.item, NONE)
        theirs[:, SEAT["lifted"]] |= tables.favour_lifts[given] & (theirs[:, SEAT["told"]] & _KNOWN_TO_BE_BOUND > 0)
    if counts[KIND["escalate"]]:
        asked = act == KIND["escalate"]
        willing = asked & (theirs[:, SEAT["trust"]] >= ESCALATION_TRUST)
        theirs[:, SEAT["lifted"]] |= willing
        agreed = np.where(asked, willing, agreed).astype(np.int32)
    if counts[KIND["propose"]]:
        put = act == KIND["propose"]
        item = np.where(put, moves.item, NONE)
        yes = put & (theirs[:, SEAT["trust"]] >= tables.process_trust[item])
        fresh = (mine[:, SEAT["agreed"]] | theirs[:, SEAT["agreed"]]) >> np.maximum(item, 0) & 1 == 0
        mine[:, SEAT["agreed"]] |= np.where(yes, 1 << np.maximum(item, 0), 0).astype(np.int32)
        theirs[:, SEAT["lifted"]] |= yes & tables.process_lifts[item]
        agreed = np.where(put, yes, agreed).astype(np.int32)
        moment = tables.process_moment[item]
        here = yes & fresh & (moment >= 0) & (moment % 100 == turn.game[:, GAME["meeting"]])
        rebooked = np.where(here & (moment // 100 != turn.game[:, GAME["moment"]]), moment // 100, NONE).astype(
            np.int32
        )
    for acts, items in ((act, moves.item), (moves.rider, moves.rider_item)):
        put = (acts == KIND["attach"]) & (items >= 0)
        if some(put):
            which = np.where(put, items, NONE)
            yes = put & ~tables.condition_hard[which, turn.other, theirs[:, SEAT["hand"]]]
            mine[:, SEAT["granted"]] |= _BITS[np.where(yes, which, NONE)]
            agreed = np.where(put, yes, agreed).astype(np.int32)
    return agreed, rebooked


def _offer(tables: Tables, state: State, moves: Moves, turn: Turn) -> Ints:
    table = state.table.copy(order="K")
    lanes = np.flatnonzero(turn.offered)
    if not len(lanes):
        return table
    who, previous, packages = turn.who[lanes], turn.previous[lanes], moves.packages[lanes]
    columns = turn.mine.T
    mine = columns[_BARGAINING][:, lanes]
    hand, conceded, steps, offers, opening, final = mine
    table[lanes, who] = packages
    asked = tables.worth[who, hand, packages[:, 0]]
    had = previous >= 0
    drop = (tables.worth[who, hand, previous] - asked) * had
    moved = had & (turn.worth[lanes] - turn.before[lanes] > FELT)
    columns[SEAT["conceded"], lanes] = conceded + np.maximum(drop, 0)
    columns[SEAT["steps"], lanes] = (steps + 1) * moved
    columns[SEAT["offers"], lanes] = offers + 1
    same = packages[:, 0] == previous
    columns[SEAT["final"], lanes] = np.maximum(moves.final[lanes], final * same)
    columns[SEAT["standing"], lanes] = 1
    columns[SEAT["opening"], lanes] = np.where(opening < 0, asked, opening)
    return table


_BARGAINING = np.array([SEAT[name] for name in ("hand", "conceded", "steps", "offers", "opening", "final")])


def _prepare(tables: Tables, moves: Moves, turn: Turn, counts: Ints) -> None:
    mine, act, item = turn.mine, moves.act, moves.item
    for name in _DECLARED:
        if counts[KIND[name]]:
            mine[:, SEAT[name]] = np.where(act == KIND[name], item, mine[:, SEAT[name]])
    if counts[KIND["never"]]:
        barred = np.flatnonzero((act == KIND["never"]) & (mine[:, SEAT["nevers"]] < 4))
        mine[barred, SEAT["never_0"] + mine[barred, SEAT["nevers"]]] = item[barred]
        mine[barred, SEAT["nevers"]] += 1
    if counts[KIND["research"]]:
        done = act == KIND["research"]
        what = np.where(done, item, NONE)
        mine[:, SEAT["budget"]] -= tables.research_cost[what]
        mine[:, SEAT["evidence"]] |= tables.research_evidence[what]
        mine[:, SEAT["learned"]] |= tables.research_issues[what]
        mine[:, SEAT["moments"]] |= tables.research_moments[what]
        mine[:, SEAT["reservation"]] += tables.research_gain[what]
    if counts[KIND["moment"]]:
        chosen = act == KIND["moment"]
        place = item - tables.moment_base[turn.game[:, GAME["meeting"]]]
        turn.game[:, GAME["moment"]] = np.where(chosen, place, turn.game[:, GAME["moment"]])
