"""Which reactions can fire in a scene, and why one cannot: conditions that nothing in it can meet, or that exclude
each other. Flags are followed to the end: one that only a reaction which never fires would remember is never set."""

from collections.abc import Iterator
from functools import cache

from game.lint.bounds import bounds
from game.lint.look import NAMED_BY, Look
from game.scenario.problem import listed, quoted
from game.scenario.reaction import Reaction, When, parse_range
from game.scenario.words import ACT_GROUPS, ACTS, EVIDENCE_FACTS, FACTS, OFFER_FACTS, PACKAGE_ACTS, RIDERS, acts_in

_AT_THE_TABLE = frozenset(ACTS) - frozenset(ACT_GROUPS["preparing"])
#: Facts that are true of a single act only, and the act.
_OF_ACT = {"instant": "accept", "false_claim": "claim_alternative"}
Why = tuple[str, str]


def never(look: Look) -> dict[str, Why]:
    """Name of every reaction that can never fire -> (the key under ``when`` to blame, why)."""
    if "never" not in look.worked_out:
        look.worked_out["never"] = _never(look)
    found: dict[str, Why] = look.worked_out["never"]
    return found


def _never(look: Look) -> dict[str, Why]:
    kept = effective(look)
    limits = bounds(look)
    blamed = {r.name: why for r in kept if (why := next(_impossible(r.when, look, limits), None))}
    while True:
        alive = [r for r in kept if r.name not in blamed]
        flags = {r.then.remember for r in alive if r.then.remember}
        if look.scenario.event and look.scenario.event.remember:
            flags.add(look.scenario.event.remember)
        new = {r.name: ("remembered", _unset(r, flags)) for r in alive if not flags.issuperset(r.when.remembered)}
        if not new or look.scenario.follows:
            return blamed
        blamed |= new


def effective(look: Look) -> list[Reaction]:
    """The general reactions and the scene's own; one of the scene's replaces a general one of its name."""
    return list({r.name: r for r in (*look.general, *look.scenario.reactions)}.values())


def _unset(reaction: Reaction, flags: set[str]) -> str:
    missing = next(flag for flag in reaction.when.remembered if flag not in flags)
    return f"nothing ever remembers {quoted(missing)}"


def acts_of(when: When) -> frozenset[str]:
    """The acts at the table that a condition allows."""
    return _named(tuple(when.act)) if when.act else _AT_THE_TABLE


@cache
def _named(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(act for name in names for act in acts_in(name)) & _AT_THE_TABLE


def _impossible(when: When, look: Look, limits: dict[str, tuple[float, float]]) -> Iterator[Why]:
    acts = acts_of(when)
    if not acts:
        yield "act", f"{listed(when.act)} happens in preparation, where nobody listens"
    if when.after and not {act for name in when.after for act in acts_in(name)} & _AT_THE_TABLE:
        yield "after", f"{listed(when.after)} happens in preparation only"
    if when.rider and not set(when.rider) & set(RIDERS):
        yield "rider", f"{listed(when.rider)} cannot ride along with another act"
    if when.chance <= 0:
        yield "chance", "its chance is 0"
    both = set(when.remembered) & set(when.not_remembered)
    if both:
        yield "not_remembered", f"{quoted(min(both))} must be remembered and not remembered"
    yield from _wrong_numbers(when, limits)
    yield from _wrong_facts(when, acts)
    yield from _wrong_items(when, look, acts)


def _wrong_numbers(when: When, limits: dict[str, tuple[float, float]]) -> Iterator[Why]:
    if when.times and parse_range(when.times, 1).high < 1:
        yield "times", f"'times: {when.times}' leaves out this time, and this time counts"
    for act, text in when.since.items():
        if parse_range(text, 1).high < 1:
            yield "since", f"'since {act}: {text}' is over before it starts; a turn ago is 1"
    for fact, text in when.facts.items():
        span, scale = parse_range(text, FACTS[fact].scale), FACTS[fact].scale
        low, high = (round(end * scale) for end in limits[fact])
        if low > high:
            yield "facts", f"'{fact}' needs evidence, and this scene has none"
        elif span.low > high or span.high < low:
            reach = (
                f"is always {low / scale:g}" if low == high else f"lies between {low / scale:g} and {high / scale:g}"
            )
            yield "facts", f"'{fact}: {text}' asks too much: here it {reach}"


def _wrong_facts(when: When, acts: frozenset[str]) -> Iterator[Why]:
    riders = set(when.rider)
    for fact in when.facts:
        if fact in OFFER_FACTS and not acts & set(PACKAGE_ACTS):
            yield "facts", f"'{fact}' is about an offer, and {_said(when)} puts none on the table"
        if fact in EVIDENCE_FACTS and "argue" not in acts and riders and "argue" not in riders:
            yield "facts", f"'{fact}' is about evidence, and {_said(when)} cites none"
        if fact in _OF_ACT and _OF_ACT[fact] not in acts:
            yield "facts", f"'{fact}' is about {_OF_ACT[fact]}, and {_said(when)} is not that"


def _said(when: When) -> str:
    return listed(when.act) or "this"


def _wrong_items(when: When, look: Look, acts: frozenset[str]) -> Iterator[Why]:
    if not when.item:
        return
    named = set(acts) | (set(when.rider) if when.rider else set(RIDERS))
    able = [x for x in when.item if named & set(NAMED_BY[look.family_of[x]])] if _all_known(when, look) else when.item
    if not able:
        yield "item", f"{_said(when)} does not name {listed(map(quoted, when.item))}"
        return
    listeners = {s for hand in when.hand for s in look.seat_of_hand.get(hand, ())}
    speakers = {look.owner_of[x] for x in able if x in look.owner_of}
    if when.hand and speakers and len(speakers) == 1 and listeners == speakers:
        owner = look.scenario.seats[min(speakers)].id
        yield (
            "item",
            f"{listed(map(quoted, able))} belongs to {quoted(owner)}, who would have to hear it from the other side",
        )


def _all_known(when: When, look: Look) -> bool:
    return all(x in look.family_of for x in when.item)
