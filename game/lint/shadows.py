"""Reactions whose tactic or line is never taken, because another always fires with them and goes before."""

from collections.abc import Collection, Iterator, Mapping

from game.lint.firing import acts_of, effective, never
from game.lint.look import Look
from game.scenario.reaction import Reaction, When, parse_range
from game.scenario.words import FACTS, acts_in


def shadowed(look: Look) -> Iterator[tuple[str, str, str]]:
    """(reaction of the scene, the one that goes before it, "tactic" or "line")."""
    kept = [reaction for reaction in effective(look) if reaction.name not in never(look)]
    own = {reaction.name for reaction in look.scenario.reactions}
    sure = [(place, r) for place, r in enumerate(kept) if not r.once and r.when.chance >= 1]
    for what in ("tactic", "line"):
        deciding = [(place, r) for place, r in sure if getattr(r.then, what)]
        for place, reaction in enumerate(kept):
            if reaction.name in own and getattr(reaction.then, what):
                above = next((a for at, a in deciding if _goes_before(a, reaction, at < place, what)), None)
                if above is not None:
                    yield reaction.name, above.name, what


def _goes_before(above: Reaction, reaction: Reaction, earlier: bool, what: str) -> bool:
    """Whether ``above`` decides instead of ``reaction``, and decides something else."""
    if getattr(above.then, what) == getattr(reaction.then, what):
        return False
    rank = above.priority - reaction.priority
    return (rank > 0 or (rank == 0 and earlier)) and includes(above.when, reaction.when)


def includes(wide: When, narrow: When) -> bool:
    """Whether ``wide`` holds every time that ``narrow`` does (as far as that can be told from how they are written)."""
    return (
        narrow.facts.keys() >= wide.facts.keys()
        and acts_of(wide) >= acts_of(narrow)
        and _wider(wide.rider, narrow.rider)
        and _wider(_acts(wide.after), _acts(narrow.after))
        and _wider(wide.item, narrow.item)
        and _wider(wide.hand, narrow.hand)
        and _ranges({**wide.facts}, {**narrow.facts})
        and _ranges({"": wide.times} if wide.times else {}, {"": narrow.times} if narrow.times else {})
        and _ranges({**wide.since}, {**narrow.since})
        and set(wide.remembered) <= set(narrow.remembered)
        and set(wide.not_remembered) <= set(narrow.not_remembered)
    )


def _acts(names: Collection[str]) -> set[str]:
    return {act for name in names for act in acts_in(name)}


def _wider(wide: Collection[str], narrow: Collection[str]) -> bool:
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def _ranges(wide: Mapping[str, str], narrow: Mapping[str, str]) -> bool:
    for name, text in wide.items():
        if name not in narrow:
            return False
        scale = FACTS[name].scale if name in FACTS else 1
        outer, inner = parse_range(text, scale), parse_range(narrow[name], scale)
        if not (outer.low <= inner.low and inner.high <= outer.high):
            return False
    return True
