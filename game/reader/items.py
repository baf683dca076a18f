"""From rules to read acts: which item an act names, and what it is called when it names none or several."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.reader.lexicon import Lexicon, find_item, find_items, lexicon
from game.reader.reading import ReadMove
from game.reader.rule import ActRule
from game.reader.text import Clause
from game.scenario.model import Scenario

#: What each act names.
ACT_ITEMS = {
    "ask_priority": "issue",
    "share_priority": "issue",
    "argue": "evidence",
    "give": "favour",
    "clarify": "detail",
    "propose": "process",
}
#: Share of a label's words that must be said before it counts as named.
NAMED_ENOUGH = 0.5
#: The same when it is said in another clause of the line.
NAMED_ELSEWHERE = 0.75
#: Rules so broad that the item must stand in the same clause.
_SAME_CLAUSE = frozenset({"evidence_named", "asks_detail", "evidence_cited"})
#: Rules so plain that a hint is enough to know what they are about, and how much of one.
_BY_HEART = frozenset({"asks_for_the_moment"})
_HINTED = 0.1
_WHICH = re.compile(r"\bthe (first|second|third)(?: (?:one|offer|option|package)\b|$|[.,!])")
_WHEN = re.compile(
    r"\b(?:tomorrow|another (?:day|time)|some other time|next (?:week|month|time|year|monday|tuesday"
    r"|wednesday|thursday|friday)"
    r"|in (?:a|two|three|four|one|a few) (?:days?|weeks?|months?)|on (?:monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday)|soon)\b"
)
_CONDITION = re.compile(
    r"\b(?:if|provided|as long as|on (?:one |the )?condition|condition|but|and|in return|one thing"
    r"|with|plus|in exchange|i'd ask|i need|i'd want|i want|at least)\b"
)


def find_in_clause(
    clause: Clause, rules: Iterable[ActRule], scenario: Scenario, seat: str, line: str
) -> list[ReadMove]:
    """The acts that the rules read in a clause, and a condition that it attaches."""
    names = lexicon(scenario)
    found = [move for rule in rules if (move := _apply(rule, clause, names, seat, line)) is not None]
    condition = _condition(clause, names, seat)
    return [*found, condition] if condition else found


def _apply(rule: ActRule, clause: Clause, names: Lexicon, seat: str, line: str) -> ReadMove | None:
    span = rule.find(clause)
    if span is None:
        return None
    kind = ACT_ITEMS.get(rule.act)
    if kind == "issue":
        return ReadMove(rule.act, {"item": _issue(clause, names, line)}, rule.confidence, span, rule.name)
    if kind is not None:
        return _about(rule, clause, span, names, kind, seat, line)
    extra = extra_args(rule.act, clause.text)
    vague = 0.05 if extra.get("when") == "later" else 0
    return ReadMove(rule.act, extra, round(rule.confidence - vague, 2), span, rule.name)


def _about(
    rule: ActRule, clause: Clause, span: tuple[int, int], names: Lexicon, kind: str, seat: str, line: str
) -> ReadMove | None:
    """An act about an item of the scene; None unless enough of one item's label is said."""
    items, score = find_item(names.items[kind], seat, clause.text)
    if score < NAMED_ENOUGH and rule.name not in _SAME_CLAUSE:
        items, score = find_item(names.items[kind], seat, line)
        score = score if score >= NAMED_ELSEWHERE else 0
    if score < NAMED_ENOUGH or len(items) != 1:
        items, score = find_items(names.index[kind], seat, clause.text)
        score = score if rule.name in _BY_HEART and score >= _HINTED else 0
    if len(items) != 1 or not score:
        return None
    confidence = round(min(rule.confidence + 0.2 * score, 0.95), 2)
    return ReadMove(rule.act, {"item": items[0]}, confidence, span, rule.name)


def _issue(clause: Clause, names: Lexicon, line: str) -> str:
    """The first issue that the clause mentions, or else the line; empty if none."""
    for text in (clause.text, line):
        places = [(match.start(), issue.id) for issue in names.issues if (match := issue.mention.search(text))]
        if places:
            return min(places)[1]
    return ""


def extra_args(act: str, text: str) -> dict[str, str]:
    """What an act says beside its name: when to meet again, which of their packages is accepted."""
    if act == "leave_next":
        match = _WHEN.search(text)
        return {"when": match[0].replace(" ", "_") if match else "later"}
    if act == "accept" and (match := _WHICH.search(text)):
        return {"item": {"first": "1", "second": "2", "third": "3"}[match[1]]}
    return {}


def _condition(clause: Clause, names: Lexicon, seat: str) -> ReadMove | None:
    items, score = find_item(names.items["condition"], seat, clause.text)
    enough = NAMED_ENOUGH if _CONDITION.search(clause.text) else NAMED_ELSEWHERE
    if score < enough or len(items) != 1:
        return None
    confidence = round(0.65 + 0.25 * score, 2)
    return ReadMove(
        "attach", {"item": items[0]}, confidence, (clause.start, clause.start + len(clause.text)), "condition_named"
    )


def with_candidates(moves: Sequence[ReadMove], names: Lexicon) -> list[ReadMove]:
    """The moves that can be taken as they are; one that lacks its issue becomes one for each issue."""
    whole: list[ReadMove] = []
    for move in moves:
        if "item" not in move.args or move.args["item"]:
            whole.append(move)
        else:
            whole += [replace(move, args={"item": issue.id}, confidence=0.4) for issue in names.issues]
    return whole


def issue_said(clauses: Iterable[Clause], names: Lexicon) -> str:
    """The label of an issue that is mentioned with nothing said about it; empty if none is."""
    labels = {named.id: named.label for named in names.items["issue"]}
    return next(
        (labels[issue.id] for clause in clauses for issue in names.issues if issue.mention.search(clause.text)), ""
    )
