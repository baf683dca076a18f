"""Everything on the debrief that is projected: pictures, numbers and talking points of one round. Without names."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from game.host.charts import bars, deal_space, histogram, scatter
from game.host.classroom import Classroom
from game.host.points import talking_points
from game.host.results import PairResult, average, results, space
from game.host.survey import FACTOR_LABELS, FACTORS
from game.session.phrases import phrases


def class_debrief(room: Classroom, number: int) -> dict[str, Any]:
    """What the page shows of a round."""
    found = [each for each in results(room, number) if each.began or each.deal]
    names = (room.stage.name(0), room.stage.name(1))
    deals = [each for each in found if each.deal]
    return {
        "points": talking_points(found),
        "facts": _facts(found, deals, names),
        "pictures": [(title, hint, Markup(drawn)) for title, hint, drawn in _pictures(room, found, deals, names)],
        "note": room.stage.scenario.teaching_note,
        "rounds": len(room.rounds),
    }


def _facts(found: Sequence[PairResult], deals: Sequence[PairResult], names: tuple[str, str]) -> list[tuple[str, str]]:
    joint = average([each.joint for each in deals if each.joint is not None])
    facts = [("pairs that talked", str(len(found))), ("deals", str(len(deals)))]
    facts += [("without a deal", str(len(found) - len(deals)))]
    facts += [("of what was there for both", f"{100 * joint:.0f} %")] if joint is not None else []
    for seat in (0, 1):
        worth = average([each.utility[seat] for each in found])
        facts += [(f"mean worth to {names[seat]}", f"{worth:.0f}")] if worth is not None else []
    sure = [pair for each in found for pair in each.confidence]
    both = [(before, after) for before, after in sure if before is not None and after is not None]
    if both:
        before, after = (sum(each[n] for each in both) / len(both) for n in (0, 1))
        facts.append(("how sure, before and after (1 to 7)", f"{before:.1f} → {after:.1f}"))
    return facts


_DEALS = (
    "A dot is a deal. The line is the best that was possible for both; the dashed lines are no deal, and the ring is "
    "the pairs without one. What was left vague has cost its points."
)
_FIRST = "A dot is one seat: what its first offer was worth to it, and what it has in the end."


def _pictures(
    room: Classroom, found: Sequence[PairResult], deals: Sequence[PairResult], names: tuple[str, str]
) -> list[tuple[str, str, str]]:
    """(title, what to look for, picture)."""
    dots = [each.utility for each in deals]
    made = [("Every deal", _DEALS, deal_space(space(room), dots, len(found) - len(deals), names))]
    for seat, name in enumerate(names):
        worth = [each.utility[seat] for each in found]
        drawn = histogram(worth, f"worth to {name}")
        made.append((f"What {name} has in the end", "Worth from 0 to 100.", drawn))
    joint = [100 * each.joint for each in deals if each.joint is not None]
    if joint:
        drawn = histogram(joint, "joint value")
        made.append(("Found for both", "Share of what was there for both, in per cent.", drawn))
    return [*made, *_against(room, deals), *_felt(found, names), *_practised(found)]


def _against(room: Classroom, deals: Sequence[PairResult]) -> list[tuple[str, str, str]]:
    """One measure against another, where there is something to draw."""
    made = []
    first = [
        (value, each.utility[seat]) for each in deals for seat, value in enumerate(each.first) if value is not None
    ]
    if first:
        drawn = scatter(first, "worth of the first offer", "worth in the end", (0, 100), (0, 100))
        made.append(("First offers and results", _FIRST, drawn))
    asked = [(float(sum(each.questions)), 100 * each.joint) for each in deals if each.joint is not None]
    if asked and room.mode == "typed":
        most = max(10.0, *(x for x, _ in asked))
        drawn = scatter(asked, "questions asked by both", "joint value in per cent", (0, most), (0, 100))
        made.append(("Questions and joint value", "A dot is a pair.", drawn))
    return made


def _felt(found: Sequence[PairResult], names: tuple[str, str]) -> list[tuple[str, str, str]]:
    rows = []
    for factor in FACTORS:
        for seat in (0, 1):
            values = [given[factor] for each in found if (given := each.factors[seat]) is not None]
            value = average(values)
            if value is not None:
                rows.append((f"{FACTOR_LABELS[factor]}, {names[seat]}", value, f"{value:.1f}"))
    return (
        [("How it felt", "Means of what you answered, from 1 to 7.", bars(rows, 7, "how both sides felt"))]
        if rows
        else []
    )


def _practised(found: Sequence[PairResult]) -> list[tuple[str, str, str]]:
    seen = [practices for each in found for practices in each.practices if practices is not None]
    if not seen:
        return []
    counts = [(words.title, sum(each.get(name, False) for each in seen)) for name, words in phrases().practices.items()]
    rows = [(title, float(count), f"{count} of {len(seen)}") for title, count in sorted(counts, key=lambda c: -c[1])]
    return [
        ("Techniques used and missed", "How many of you did it at least once.", bars(rows, len(seen), "techniques"))
    ]
