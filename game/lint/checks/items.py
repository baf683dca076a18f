"""Evidence, research, favours, conditions, processes, details and the event: does each of them do anything?"""

from collections.abc import Iterator

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.problem import quoted


@check("detail-without-cost")
def detail_without_cost(look: Look) -> Iterator[Said]:
    """A detail that costs nobody anything when it is left vague."""
    for place, detail in enumerate(look.scenario.details):
        if not any(detail.vague_costs.values()):
            yield ("details", place, "vague_costs"), f"leaving {quoted(detail.id)} vague costs nobody anything"


@check("evidence-without-strength")
def evidence_without_strength(look: Look) -> Iterator[Said]:
    """Evidence that can move nobody."""
    for place, evidence in enumerate(look.scenario.evidence):
        if evidence.strength <= 0:
            yield ("evidence", place, "strength"), f"{quoted(evidence.id)} has no strength; it will move nobody"


@check("evidence-only-weak", "warning")
def evidence_only_weak(look: Look) -> Iterator[Said]:
    """The player's seat has arguments, and not one that would be taken seriously."""
    first = [x for x in look.scenario.evidence if x.seat == look.scenario.seats[0].id]
    if first and not any(x.strength >= 0.5 and not x.easily_countered for x in first):
        yield (
            ("evidence",),
            f"no evidence of {quoted(first[0].seat)} is strong (0.5) and hard to counter; preparing cannot pay",
            True,
        )


@check("favour-worthless")
def favour_worthless(look: Look) -> Iterator[Said]:
    """A favour that costs nothing and helps nobody."""
    for place, favour in enumerate(look.scenario.favours):
        if favour.value <= 0 and not favour.lifts_authority:
            yield ("favours", place, "value"), f"{quoted(favour.id)} helps the other side with nothing; give it a value"
        elif favour.cost <= 0:
            yield (
                ("favours", place, "cost"),
                f"{quoted(favour.id)} costs nothing, and a favour that costs nothing does little",
            )


@check("condition-does-nothing")
def condition_does_nothing(look: Look) -> Iterator[Said]:
    """A condition that brings neither side anything."""
    for place, condition in enumerate(look.scenario.conditions):
        if not condition.gain and not condition.benefit:
            yield (
                ("conditions", place, "gain"),
                f"{quoted(condition.id)} changes nothing for either side; give it a gain",
            )


@check("condition-always-refused")
def condition_always_refused(look: Look) -> Iterator[Said]:
    """Hard for every hand of the other seat: nobody ever grants it."""
    for place, condition in enumerate(look.scenario.conditions):
        other = look.scenario.seats[1 - look.owner_of[condition.id]]
        if condition.hard_for and {hand.id for hand in other.hands} <= set(condition.hard_for):
            yield (
                ("conditions", place, "hard_for"),
                f"every hand of {quoted(other.id)} refuses {quoted(condition.id)}",
                True,
            )


@check("condition-hard-and-easy")
def condition_hard_and_easy(look: Look) -> Iterator[Said]:
    """A hand for which the same condition is hard and easy."""
    for place, condition in enumerate(look.scenario.conditions):
        for n, hand in enumerate(condition.binds):
            if hand in condition.hard_for:
                yield (
                    ("conditions", place, "binds", n),
                    f"{quoted(hand)} finds {quoted(condition.id)} hard and easy; choose one",
                )


@check("process-never-agreed")
def process_never_agreed(look: Look) -> Iterator[Said]:
    """A process that would take complete trust."""
    for place, process in enumerate(look.scenario.processes):
        if process.welcome <= 0:
            yield (
                ("processes", place, "welcome"),
                f"nobody ever agrees to {quoted(process.id)}: a welcome of 0 takes perfect trust",
            )


@check("process-moment-is-now")
def process_moment_is_now(look: Look) -> Iterator[Said]:
    """A process that moves the meeting to where it takes place anyway."""
    alone = {m.moments[0].id for m in look.scenario.meetings if len(m.moments) == 1}
    for place, process in enumerate(look.scenario.processes):
        if process.moment in alone:
            message = (
                f"{quoted(process.moment or '')} is the only moment of its meeting; {quoted(process.id)} moves nothing"
            )
            yield ("processes", place, "moment"), message


@check("moments-all-bad", "warning")
def moments_all_bad(look: Look) -> Iterator[Said]:
    """A meeting whose every moment is a bad one: the player cannot choose better."""
    for m, meeting in enumerate(look.scenario.meetings):
        if all(moment.bad for moment in meeting.moments):
            yield (
                ("meetings", m, "moments"),
                f"every moment of {quoted(meeting.id)} is a bad one; give it a better one to find",
                True,
            )


@check("event-changes-nothing")
def event_changes_nothing(look: Look) -> Iterator[Said]:
    """An event after which everything is as it was."""
    event = look.scenario.event
    if event is None or event.evidence or any(event.aspiration.values()) or any(event.alternative.values()):
        return
    reads = {flag for r in look.scenario.reactions for flag in (*r.when.remembered, *r.when.not_remembered)}
    passed = any("event_passed" in r.when.facts for r in look.scenario.reactions)
    if event.remember not in reads and not passed:
        yield ("event",), "the event changes nothing: no evidence, no demand, no alternative, no reaction", True


@check("research-brings-nothing")
def research_brings_nothing(look: Look) -> Iterator[Said]:
    """Research that costs effort and brings nothing."""
    for place, item in enumerate(look.scenario.research):
        if not (item.evidence or item.priorities or item.moments or item.alternative or item.reason_hint):
            yield ("research", place), f"{quoted(item.id)} costs {item.cost} and brings nothing"


@check("research-brings-what-is-known")
def research_brings_what_is_known(look: Look) -> Iterator[Said]:
    """Research for evidence or a moment that everybody has from the start."""
    known = {x.id for x in look.scenario.evidence if x.found == "known"}
    known |= {m.id for meeting in look.scenario.meetings for n, m in enumerate(meeting.moments) if m.known or n == 0}
    for place, item in enumerate(look.scenario.research):
        for kind in ("evidence", "moments"):
            for n, name in enumerate(getattr(item, kind)):
                if name in known:
                    yield (
                        ("research", place, kind, n),
                        f"{quoted(name)} is known from the start; {quoted(item.id)} cannot bring it",
                    )


@check("preparation-without-choice", "warning")
def preparation_without_choice(look: Look) -> Iterator[Said]:
    """The budget pays for all research there is: choosing is no part of preparing."""
    for s, seat in enumerate(look.scenario.seats):
        costs = [item.cost for item in look.scenario.research if item.seat == seat.id]
        if len(costs) > 1 and sum(costs) <= seat.budget:
            path = ("seats", s, "budget")
            yield (
                path,
                f"a budget of {seat.budget} pays for all that {quoted(seat.id)} could find out ({sum(costs)})",
            )
