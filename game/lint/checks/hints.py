"""Do briefs and answers say what the points say? Only plain statements are understood; the rest is left alone."""

import re
from collections.abc import Iterator

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.model import Hand, Issue, Seat
from game.scenario.options import points_of
from game.scenario.problem import quoted

_MOST = re.compile(
    r"\b(matters? (the )?most|most important|above all|more than anything|(comes?|stands?) first)\b",
    re.I,
)
_LEAST = re.compile(
    r"\b(matters? (the )?least|least important|mean(s)? nothing to|(do|does) ?n[o']t care (about|for|how|when|what)|"
    r"(do|does) not matter|doesn't matter|couldn't care less|could not care less|all the same to)\b",
    re.I,
)
_NOT = re.compile(r"\b(not|never|n't|nothing|nobody|less than|who|whom|says?|thinks?|if)\b", re.I)
_SENTENCE = re.compile(r"[.!?;]+\s+|[.!?;]+$")
#: An issue that makes up at least this share of what is at stake cannot be called unimportant.
_LARGE = 0.34


@check("hint-contradicts-points")
def hint_contradicts_points(look: Look) -> Iterator[Said]:
    """A brief says what matters most or least, and the points say otherwise."""
    for s, seat in enumerate(look.scenario.seats):
        for hand in seat.hands:
            for issue, most in _hints(seat.brief, look):
                own = any(issue.id in x.points for x in seat.hands)
                if not own and (wrong := _wrong(look, seat, hand, issue, most)):
                    yield ("seats", s, "brief"), wrong
                    break
        for h, hand in enumerate(seat.hands):
            for issue, most in _hints(hand.brief, look):
                if wrong := _wrong(look, seat, hand, issue, most):
                    yield ("seats", s, "hands", h, "brief"), wrong


@check("answer-contradicts-points")
def answer_contradicts_points(look: Look) -> Iterator[Said]:
    """Asked about an issue, a hand says that it matters most or not at all, and its points say otherwise."""
    for s, seat in look.scripted():
        for said in look.by_situation[s].get("answer_priority", []):
            hands = [hand for hand in seat.hands if not said.line.hand or hand.id in said.line.hand]
            for issue in (x for x in look.scenario.issues if x.id in said.line.about):
                found = _says_most(said.text)
                wrong = next(
                    (w for hand in hands if found is not None and (w := _wrong(look, seat, hand, issue, found))), None
                )
                if wrong:
                    yield said.path, wrong


def _hints(text: str, look: Look) -> Iterator[tuple[Issue, bool]]:
    """(issue, whether it is said to matter most rather than least) of every sentence that names one issue."""
    for sentence in _SENTENCE.split(text):
        found = _says_most(sentence)
        if found is not None:
            named = [issue for issue in look.scenario.issues if _names(sentence, issue)]
            if len(named) == 1:
                yield named[0], found


def _says_most(sentence: str) -> bool | None:
    """True for "matters most", False for "does not matter", None for anything less plain."""
    least, most = _LEAST.search(sentence), _MOST.search(sentence)
    if least and not most:
        return False
    if most and not least and not _NOT.search(sentence):
        return True
    return None


def _names(sentence: str, issue: Issue) -> bool:
    words = [issue.label, *issue.synonyms]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.I) for word in words)


def _wrong(look: Look, seat: Seat, hand: Hand, issue: Issue, most: bool) -> str:
    """What is wrong with the statement; empty if the points bear it out."""
    at_stake = {x.id: _spread(points_of(seat, hand, x)) for x in look.scenario.issues}
    top = max(at_stake, key=lambda name: at_stake[name])
    if most and at_stake[issue.id] < at_stake[top]:
        return (
            f"this says that {quoted(issue.id)} matters most, and for hand {quoted(hand.id)} {quoted(top)} does "
            f"({at_stake[top]:g} points against {at_stake[issue.id]:g})"
        )
    share = at_stake[issue.id] / max(sum(at_stake.values()), 1e-9)
    if not most and len(at_stake) > 1 and share >= _LARGE:
        what = f"it is {share:.0%} of what hand {quoted(hand.id)} can win"
        return f"this says that {quoted(issue.id)} hardly matters, and {what}"
    return ""


def _spread(points: list[float]) -> float:
    return max(points) - min(points)
