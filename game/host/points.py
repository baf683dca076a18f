"""Three talking points for a class, computed from its own games. Each says what was, never who, and asks something.

A point is only made where the numbers carry it: a difference needs at least two pairs on each side.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.host.results import PairResult, average, correlation
from game.session.phrases import phrases

MOST: Final = 3
_ENOUGH: Final = 2
_CLEAR: Final = 0.35


@dataclass(frozen=True)
class TalkingPoint:
    """What the class's own data says, the question to ask, and how much it stands out (to choose among them)."""

    said: str
    ask: str
    weight: float


def talking_points(found: Sequence[PairResult]) -> list[TalkingPoint]:
    """The three that stand out most; none before anybody has talked."""
    talked = [each for each in found if each.began or each.deal]
    if not talked:
        return []
    every = [point for make in _POINTS for point in make(talked)]
    return sorted(every, key=lambda point: -point.weight)[:MOST]


def _agreed(found: Sequence[PairResult]) -> list[TalkingPoint]:
    deals = [each for each in found if each.deal]
    without = len(found) - len(deals)
    if not without:
        return []
    said = f"{without} of {len(found)} pairs ended without a deal."
    ask = "What lay on the table last, and what would have made it worth a yes? For whom was leaving right?"
    return [TalkingPoint(said, ask, 0.3 + without / len(found) / 2)]


def _spread(found: Sequence[PairResult]) -> list[TalkingPoint]:
    joint = [each.joint for each in found if each.joint is not None]
    if len(joint) < _ENOUGH:
        return []
    low, high = min(joint), max(joint)
    said = (
        f"Pairs with the same two briefs found between {100 * low:.0f} and {100 * high:.0f} per cent of what was there "
        "for both."
    )
    return [
        TalkingPoint(
            said, "What did the pairs near the line know about each other that the others did not?", 0.2 + high - low
        )
    ]


def _questions(found: Sequence[PairResult]) -> list[TalkingPoint]:
    deals = [(float(sum(each.questions)), each.joint) for each in found if each.joint is not None]
    points = [(asked, joint) for asked, joint in deals if joint is not None]
    strength = correlation(points)
    if strength is not None and abs(strength) >= _CLEAR:
        more = "more" if strength > 0 else "less"
        said = f"Pairs that asked more questions found {more} for both (r = {strength:.2f} over {len(points)} deals)."
        return [TalkingPoint(said, "Which question changed an offer? Which ones changed nothing?", abs(strength))]
    asked = average([asked for asked, _ in points])
    if asked is None:
        return []
    said = f"A deal took {asked:.1f} questions on average, from both sides together."
    return [TalkingPoint(said, "What did you find out by asking, and what only when it was over?", 0.25)]


def _first_offers(found: Sequence[PairResult]) -> list[TalkingPoint]:
    points = [
        (first, each.utility[seat])
        for each in found
        if each.deal
        for seat, first in enumerate(each.first)
        if first is not None
    ]
    strength = correlation(points)
    if strength is None or abs(strength) < _CLEAR:
        return []
    way = "more" if strength > 0 else "less"
    said = f"Those who opened higher ended with {way} (r = {strength:.2f} over {len(points)} first offers)."
    return [
        TalkingPoint(said, "Where did your first figure come from, and what did it do to theirs?", abs(strength) * 0.9)
    ]


def _felt(found: Sequence[PairResult]) -> list[TalkingPoint]:
    points = [
        (each.utility[seat], factor["relationship"])
        for each in found
        for seat, factor in enumerate(each.factors)
        if factor is not None
    ]
    strength = correlation(points)
    if strength is None:
        return []
    if abs(strength) < _CLEAR:
        said = f"Who got more did not feel better about the other for it (r = {strength:.2f})."
    else:
        said = f"Who got more felt {'better' if strength > 0 else 'worse'} about the other (r = {strength:.2f})."
    return [
        TalkingPoint(said, "What made you willing to sit down with them again?", 0.3 + abs(abs(strength) - _CLEAR) / 2)
    ]


def _missed(found: Sequence[PairResult]) -> list[TalkingPoint]:
    seen = [practices for each in found for practices in each.practices if practices is not None]
    if len(seen) < _ENOUGH:
        return []
    titles = {name: words.title for name, words in phrases().practices.items()}
    share = {name: sum(practices.get(name, False) for practices in seen) / len(seen) for name in titles}
    rarest = min(share, key=lambda name: share[name])
    said = f"Fewest managed this: {titles[rarest].lower()} ({round(share[rarest] * len(seen))} of {len(seen)})."
    return [
        TalkingPoint(
            said, "At which moment could it have been said, and in which words?", 0.35 + (1 - share[rarest]) / 4
        )
    ]


_POINTS: Final[tuple[Callable[[Sequence[PairResult]], list[TalkingPoint]], ...]] = (
    _agreed, _spread, _questions, _first_offers, _felt, _missed,
)  # fmt: skip
