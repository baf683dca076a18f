"""What the rules alone make of a line: one act, at most one rider, or a question back.

Every clause is held against every rule; what names something needs its item found in the scene; offers are read
apart. Then one act is chosen by the order below. What is not understood asks back: nothing is guessed that moves
money or ends the game. ``acts.read`` weighs this against the linear model's opinion.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.reader.cue_signals import by_cues
from game.reader.items import find_in_clause, issue_said, with_candidates
from game.reader.lexicon import Lexicon, lexicon
from game.reader.offers import Table, read_offer
from game.reader.reading import Reading, ReadMove
from game.reader.references import with_references
from game.reader.rule import ActRule
from game.reader.rules_answering import ANSWERING, EASING, ENDING, PROCESS
from game.reader.rules_asking import ASKING
from game.reader.rules_telling import PRESSING, TELLING
from game.reader.text import Clause, clauses, clean, fold
from game.reader.values import Named, named_in
from game.scenario.model import Scenario
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS, RIDERS

RULES: tuple[ActRule, ...] = (*ASKING, *TELLING, *PRESSING, *ANSWERING, *EASING, *PROCESS, *ENDING)
#: Which act a line is, when it could be several: the first of these.
ORDER = (
    "leave_next", "leave", "agree_subject_to_approval", *PACKAGE_ACTS, "accept", "escalate", "adjourn", "propose",
    "warn", "claim_alternative", "gloat", "ask_feedback", "ask_decision", "ask_alternatives", "ask_constraint",
    "ask_priority", "ask_reason", "ask_whatif", "clarify", "summarise", "give", "disparage", "vent", "decline",
    "hold", "share_constraint", "share_alternative", "share_deadline", "share_priority", "argue", "appeal_fairness",
    "share_need", "apologise", "acknowledge", "credit", "chat", "silence", "attach",
)  # fmt: skip
#: What a rider is worth beside another: the first of these rides along.
RIDER_ORDER = (
    "attach", "argue", "share_deadline", "share_alternative", "share_constraint", "share_priority", "apologise",
    "acknowledge", "credit", "share_need",
)  # fmt: skip
#: Acts that commit: two of different kinds in one line are asked about.
COMMITTING = (*PACKAGE_ACTS, "accept", "agree_subject_to_approval", "leave", "leave_next")
#: Signal -> the act of a line in which nothing else but a strong signal is heard.
TONES = (("gloating", "gloat"), ("hostility", "vent"), ("desperation", "share_need"))
#: Words by which a yes may not be a plain one.
_RESERVES = re.compile(r"\b(?:but|if|only|unless|except|although|provided|not|never|also|until|first|want|need)\b|\d")
_UNLESS = re.compile(r"\b(?:if|unless|except|provided|as long as)\b")
#: Acts that are part of an offer when their words stand beside it: "what if we said 62", "I need 62".
WITHIN_OFFERS = ("ask_whatif", "clarify", "give", "share_need", "ask_priority")
#: From this hostility on, an alternative that is told is used as pressure.
PRESSING_FROM = 0.3
#: Below this confidence it is asked about.
SURE_ENOUGH = 0.55


@dataclass(frozen=True)
class Work:
    """Everything the rules found in a line: what ``acts`` decides on and what the model looks at."""

    folded: str
    parts: tuple[Clause, ...]
    found: tuple[tuple[ReadMove, ...], ...]
    """The acts read in each clause."""
    named: tuple[Named, ...]
    """The options that each clause names."""
    table: Table
    reading: Reading
    """What the rules alone make of it."""
    names: Lexicon
    scenario: Scenario
    seat: str
    last_offer: Mapping[str, str] | None


def work(
    text: str,
    scenario: Scenario,
    seat_id: str,
    last_offer: Mapping[str, str] | None = None,
    own_offer: Mapping[str, str] | None = None,
) -> Work:
    """What the rules find in a line. Any text can be read; nothing raises. For the offers see ``acts.read``."""
    folded = fold(text)
    heard = by_cues(text)
    parts = clauses(folded)
    names = lexicon(scenario)
    base = Reading(words=clean(text), moves=(), signals=heard.values, heard=heard.heard)
    named = [named_in(clause.text, names, last_offer, clause.start, own_offer) for clause in parts]
    named = with_references(folded, parts, named, names, last_offer, own_offer)
    found = [find_in_clause(clause, RULES, scenario, seat_id, folded) for clause in parts]
    table = read_offer(folded, parts, found, named, names)
    if parts:
        reading = _decided(base, parts, found, table, names, last_offer)
    else:
        reading = replace(base, moves=(ReadMove("silence", {}, 0.9, (0, len(folded)), "nothing_said"),))
    return Work(
        folded,
        tuple(parts),
        tuple(map(tuple, found)),
        tuple(named),
        table,
        reading,
        names,
        scenario,
        seat_id,
        last_offer,
    )


def _decided(
    base: Reading,
    parts: Sequence[Clause],
    found: list[list[ReadMove]],
    table: Table,
    names: Lexicon,
    last_offer: Mapping[str, str] | None,
) -> Reading:
    moves = [move for read_here in found for move in read_here]
    if table.doubts:
        return _ask(base, _doubted(table), "Which of these do you mean?")
    if table.move is not None:
        moves.append(table.move)
    moves = _sorted_out(_best_of_each(moves), base, last_offer)
    acts = [move for move in moves if move.kind != "attach"] or moves
    if not acts:
        return _by_tone(base) or _ask(base, [], _nothing_read(issue_said(parts, names)))
    chosen = min(acts, key=lambda move: ORDER.index(move.kind))
    question = _objection(chosen, acts, moves, parts, found, last_offer)
    if question:
        return _ask(base, with_candidates([chosen, *(move for move in acts if move is not chosen)], names), question)
    rider = _rider(moves, chosen)
    return replace(base, moves=(chosen, rider) if rider else (chosen,))


def _by_tone(base: Reading) -> Reading | None:
    """A line without a known act but with an unmistakable tone is the act of that tone; none of these moves money."""
    for signal, kind in TONES:
        cue = next((heard for heard in base.heard if heard.signal == signal), None)
        if cue is not None and base.signals[signal] >= 0.5:
            return replace(base, moves=(ReadMove(kind, {}, 0.6, cue.span, cue.rule),))
    return None


def _nothing_read(issue: str) -> str:
    if issue:
        return f"I heard something about {issue}. What exactly?"
    return "I did not understand that. Say it another way, or choose from the menu."


def _best_of_each(moves: list[ReadMove]) -> list[ReadMove]:
    best: dict[str, ReadMove] = {}
    for move in moves:
        known = best.get(move.kind)
        if known is None or move.confidence > known.confidence:
            best[move.kind] = move
    return list(best.values())


def _sorted_out(moves: list[ReadMove], base: Reading, last_offer: Mapping[str, str] | None) -> list[ReadMove]:
    """Of acts that say the same thing twice, the one that is meant."""
    kinds = {move.kind: move for move in moves}
    gone = _outranked(kinds) | _yes_or_offer(kinds, last_offer)
    alternative = kinds.get("share_alternative")
    if alternative and ("claim_alternative" in kinds or base.signals["hostility"] >= PRESSING_FROM):
        gone.add("share_alternative")
        kinds.setdefault("claim_alternative", replace(alternative, kind="claim_alternative", why="pressed_alternative"))
    return [move for kind, move in kinds.items() if kind not in gone]


def _outranked(kinds: Mapping[str, ReadMove]) -> set[str]:
    gone: set[str] = set()
    if "warn" in kinds:
        gone |= {"claim_alternative", "share_alternative", "leave"}
    if "agree_subject_to_approval" in kinds:
        gone |= {"accept", "escalate", "hold"}
    offers = [kinds[kind] for kind in PACKAGE_ACTS if kind in kinds]
    if offers:
        gone |= {"hold"} | {kind for kind in WITHIN_OFFERS if kind in kinds and _near(kinds[kind].span, offers[0].span)}
    if offers and offers[0].why in ("i_want", "could_we"):
        gone.add("ask_whatif")
    return gone


def _yes_or_offer(kinds: Mapping[str, ReadMove], last_offer: Mapping[str, str] | None) -> set[str]:
    """A yes beside a package: the same package is a yes; a bare yes without an offer of theirs is only a start."""
    yes, offer = kinds.get("accept"), kinds.get("offer")
    if yes is None or offer is None:
        return set()
    if last_offer is None:
        return {"accept"} if yes.why == "bare_yes" else set()
    same = all(last_offer.get(issue) == option for issue, option in offer.args["package"].items())
    return {"offer"} if same else set()


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] + 12 and other[0] - 12 < one[1]


def _objection(
    chosen: ReadMove,
    acts: list[ReadMove],
    moves: list[ReadMove],
    parts: Sequence[Clause],
    found: list[list[ReadMove]],
    last_offer: Mapping[str, str] | None,
) -> str:
    """Why the act cannot be taken as said, as a question; empty if it can."""
    committing = [move.kind for move in acts if move.kind in COMMITTING]
    if len(committing) > 1:
        return "That says two things at once. Which one do you mean?"
    if "item" in chosen.args and not chosen.args["item"]:
        return "What is it about? Name one thing."
    if chosen.kind == "accept":
        return _accept_objection(chosen, moves, parts, found, last_offer)
    return "Did I get you right?" if chosen.confidence < SURE_ENOUGH else ""


def objection(done: Work, move: ReadMove) -> str:
    """Why a move cannot be taken as said although it was understood, as a question; empty if it can."""
    moves = [each for read_here in done.found for each in read_here]
    committing = {each.kind for each in moves if each.kind in COMMITTING} - {move.kind}
    if move.kind in COMMITTING and committing - _allowed_beside(move.kind):
        return "That says two things at once. Which one do you mean?"
    if _names_another(done, move):
        return "You said yes, and named something else. Which is it?"
    if move.kind.startswith("leave") and done.table.move is not None:
        return "That says two things at once. Which one do you mean?"
    if move.kind == "accept":
        return _accept_objection(move, moves, done.parts, [list(each) for each in done.found], done.last_offer)
    return ""


def _names_another(done: Work, move: ReadMove) -> bool:
    """A yes that names terms which are not those on the table."""
    if move.kind not in ("accept", "agree_subject_to_approval") or not done.last_offer:
        return False
    values = [value for named in done.named for value in named.values]
    return any(done.last_offer.get(value.issue, value.option) != value.option for value in values)


def _allowed_beside(kind: str) -> set[str]:
    """Committing acts whose words may stand in a line that is another: a yes in an offer, a boss in a yes."""
    return {"accept", "agree_subject_to_approval"} if kind in (*PACKAGE_ACTS, "agree_subject_to_approval") else set()


def _accept_objection(
    chosen: ReadMove,
    acts: list[ReadMove],
    parts: Sequence[Clause],
    found: list[list[ReadMove]],
    last_offer: Mapping[str, str] | None,
) -> str:
    if last_offer is not None and not last_offer:
        return "Yes to what? There is no offer of theirs on the table."
    if any(move.kind in ("hold", "warn", *ACT_GROUPS["asking"]) for move in acts):
        return "Is that a yes?"
    unread = [
        part for part, read_here in zip(parts, found, strict=True) if not read_here and len(part.text.split()) > 1
    ]
    if not any(move.kind == "attach" for move in acts) and any(_UNLESS.search(part.text) for part in parts):
        return "Is it a plain yes, or yes with a condition?"
    if chosen.why != "bare_yes":
        unread = [part for part in unread if part.question or _RESERVES.search(part.text)]
    return "You said yes, and something more that I did not understand. Is it a plain yes?" if unread else ""


def _rider(moves: list[ReadMove], chosen: ReadMove) -> ReadMove | None:
    riders = [
        move
        for move in moves
        if move.kind in RIDERS and move.kind != chosen.kind and ("item" not in move.args or move.args["item"])
    ]
    return min(riders, key=lambda move: RIDER_ORDER.index(move.kind), default=None)


def _doubted(table: Table) -> list[ReadMove]:
    return [
        ReadMove("offer", {"package": {issue: option}}, 0.4, doubt.span, "several_fit")
        for doubt in table.doubts
        for issue, option in doubt.pairs
    ]


def _ask(base: Reading, candidates: Sequence[ReadMove], question: str) -> Reading:
    return replace(base, unclear=True, candidates=tuple(candidates[:3]), question=question)
