"""Things in words: what an act is called in a menu, what an item, an option, a package and a seat are called."""

from collections.abc import Iterable, Mapping
from typing import Final

from game.engine.notation import Move
from game.engine.tables import ACT_FAMILY
from game.scenario.model import Issue, Scenario, Seat
from game.scenario.options import option_label
from game.session.stage import Stage

#: What a menu calls an act. None of these says whether it is wise.
ACT_LABELS = {
    "target": "set your target", "walk_away": "set your walk-away", "rank": "rank what matters to you",
    "never": "note an option you will never take", "research": "look into something",
    "moment": "choose the moment", "worry": "name a worry", "plan_no": "plan your answer to the first no",
    "begin": "begin the meeting",
    "ask_priority": "ask what a term means to them", "ask_reason": "ask what stands behind their no",
    "ask_decision": "ask how it gets decided", "ask_alternatives": "ask what they would do without a deal",
    "ask_constraint": "ask what they cannot change", "ask_feedback": "ask how you are coming across",
    "ask_whatif": "ask what they could say yes to",
    "share_priority": "say what a term means to you", "share_need": "say what you need it for",
    "share_alternative": "say what you would do without a deal", "share_deadline": "tell them your deadline",
    "share_constraint": "say what you cannot change", "decline": "decline to answer",
    "argue": "cite evidence", "appeal_fairness": "say what would be fair",
    "offer": "make an offer", "offers": "offer two packages to choose from", "trade": "trade one term for another",
    "attach": "ask for a condition", "accept": "accept their offer", "hold": "stay where you are",
    "agree_subject_to_approval": "agree, if somebody above you does",
    "chat": "make small talk", "acknowledge": "say that you see their side", "credit": "thank or give credit",
    "give": "do them a favour", "apologise": "apologise", "silence": "say nothing and wait",
    "clarify": "settle a detail", "summarise": "sum up", "propose": "propose a way to go about it",
    "adjourn": "ask for a short break", "escalate": "ask to bring in somebody else",
    "warn": "warn them", "claim_alternative": "press them with another offer you have",
    "disparage": "run down what they have", "vent": "let your anger out", "gloat": "enjoy your advantage aloud",
    "leave": "leave without a deal: ends the game", "leave_next": "end this meeting and meet again later",
}  # fmt: skip
#: Said before a meeting is ended: whether there is another one is not the player's alone to say.
MAY_END: Final = "If they do not want to meet again, this ends the game without a deal."
#: What a menu calls a group of acts.
GROUP_LABELS = {
    "asking": "ask", "telling": "tell", "arguing": "argue", "offering": "offer", "answering": "answer",
    "easing": "ease", "process": "process", "pressing": "press", "ending": "end",
}  # fmt: skip


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """Parts as a list in a sentence: ``a, b and c``.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', '')
    """
    every = list(parts)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {joint} {every[-1]}"


def introduced(seat: Seat) -> str:
    """Who somebody is: name, role and what everybody knows; the role only if that does not begin with it anyway."""
    known = seat.public.lower().startswith(seat.role.lower())
    return f"{seat.name}{'' if known else f', {seat.role}'}. {seat.public}"


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end, if it has neither.

    >>> sentence("a review in June"), sentence("Really?")
    ('A review in June.', 'Really?')
    """
    text = text.strip()
    closed = text if text.endswith((".", "!", "?", "…", '"')) else text + "."
    return closed[:1].upper() + closed[1:]


def issue(scenario: Scenario, issue_id: str) -> Issue:
    """The issue of that id."""
    return next(each for each in scenario.issues if each.id == issue_id)


def term(scenario: Scenario, issue_id: str, option: str) -> str:
    """One option as it is said in a list of terms: ``€61,000``, ``a review in June``."""
    found = issue(scenario, issue_id)
    said = option_label(found, option)
    return said if found.range is None or found.price else f"{said} for {found.label}"


def terms(scenario: Scenario, options: Mapping[str, str], since: Mapping[str, str] | None = None) -> str:
    """Options as a list in a sentence; with ``since`` only those that differ from it, all if none does."""
    changed = {i: o for i, o in options.items() if since is None or since.get(i) != o} or dict(options)
    return listed(term(scenario, i, o) for i, o in changed.items())


def sheet(scenario: Scenario, options: Mapping[str, str]) -> str:
    """A package term by term: ``pay €61,000; title: the present title; ...``."""
    return "; ".join(f"{issue(scenario, i).label}: {option_label(issue(scenario, i), o)}" for i, o in options.items())


_LISTS = ("issues", "evidence", "research", "favours", "details", "conditions", "processes")


def item(stage: Stage, item_id: str, family: str | None = None) -> str:
    """The label of an issue, evidence, research item, favour, detail, condition or process; the id if unknown."""
    for name in [family] if family else _LISTS:
        for each in getattr(stage.scenario, name):
            if each.id == item_id:
                return str(each.label)
    return item_id


def described(stage: Stage, move: Move) -> str:
    """A move in plain words, for lists to choose from: ``make an offer: €62,000 and a review in June``."""
    text = ACT_LABELS[move.act]
    if move.packages:
        said = [terms(stage.scenario, package) for package in move.packages]
        text += ": " + ("; or ".join(said))
    elif move.item and move.act in ACT_FAMILY:
        text += ": " + item(stage, move.item, ACT_FAMILY[move.act])
    elif move.item and move.act == "plan_no":
        text += ": " + ACT_LABELS[move.item]
    if move.final:
        text += ", as your last word"
    if move.rider:
        text += f", and {ACT_LABELS[move.rider]}"
        text += f": {item(stage, move.rider_item, ACT_FAMILY[move.rider])}" if move.rider_item else ""
    return text
