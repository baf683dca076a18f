"""Which situations a scripted seat can come into in a given scene, and which need something that it lacks."""

from game.lint.firing import effective, never
from game.lint.look import Look
from game.scenario.words import INSTEAD, SITUATIONS

#: Situations that only a reaction's ``line`` brings about.
_BY_REACTION = ("bad_moment", "refuse_repeat", "bluff_called", "asked_again")
#: Situations in which a package is put or taken: only here {offer} says something.
WITH_PACKAGE = (
    "counter",
    "counter_moved",
    "counter_last",
    "answer_whatif",
    "accept",
    "accept_reluctant",
    "accept_subject",
)
#: What a line's ``about`` may name, by situation; elsewhere nothing is being talked about that a scene could name.
ABOUT = {
    "answer_priority": "issues", "probe": "issues", "told_priority": "issues", "answer_clarify": "details",
    "argue_weighs": "evidence", "argue_shrugs": "evidence", "argue_countered": "evidence", "favour": "favours",
    "attach_yes": "conditions", "attach_no": "conditions", "process_yes": "processes", "process_no": "processes",
}  # fmt: skip


def reached(look: Look, seat: int) -> set[str]:
    """Situations in which the seat can find itself when a script holds it."""
    key = f"reached {seat}"
    if key not in look.worked_out:
        look.worked_out[key] = _reached(look, seat)
    found: set[str] = look.worked_out[key]
    return found


def _reached(look: Look, seat: int) -> set[str]:
    found = set(SITUATIONS) - set(_BY_REACTION) - set(lacking(look, seat))
    dead = never(look)
    found |= {str(r.then.line) for r in effective(look) if r.then.line and r.name not in dead}
    silent = [situation for situation in found if situation not in look.by_situation[seat]]
    for name in silent:
        spare = name
        while spare in INSTEAD and spare not in look.by_situation[seat]:
            spare = INSTEAD[spare]
            found.add(spare)
    return found


def lacking(look: Look, seat: int) -> dict[str, str]:
    """Situation -> what the scene lacks for it to come up (but for a reaction that says it anyway)."""
    scene, other = look.scenario, 1 - seat
    rules = {
        **_about_limits(look, seat),
        **_about_items(look, seat),
        "there are no processes": (("process_yes", "process_no"), bool(scene.processes)),
        "there are no details": (("answer_clarify",), bool(scene.details)),
        "there is no event": (("event",), scene.event is not None),
        "there is one meeting only": (("greet_again", "postpone", "postponed"), len(scene.meetings) > 1),
        "the other side has no favour to give": (("favour",), look.owned_by("favours", other) > 0),
    }
    return {situation: why for why, (situations, there) in rules.items() if not there for situation in situations}


#: Why a situation may be out of reach -> (the situations, whether the scene has what they need).
Rules = dict[str, tuple[tuple[str, ...], bool]]


def _about_limits(look: Look, seat: int) -> Rules:
    """Agreement subject to approval, and what becomes of it."""
    limits = [
        (s, hand.authority.chance)
        for s, each in enumerate(look.scenario.seats)
        for hand in each.hands
        if hand.authority and hand.authority.chance > 0
    ]
    here = any(s == seat for s, _ in limits)
    return {
        "no hand here has a limit to its authority": (("accept_subject",), here),
        "no hand has a limit to its authority": (("approval_granted", "approval_refused"), bool(limits)),
        "every approval is sure": (("approval_refused",), not limits or any(chance < 1 for _, chance in limits)),
    }


def _about_items(look: Look, seat: int) -> Rules:
    """Evidence and conditions of the other side."""
    scene, other = look.scenario, 1 - seat
    arguments = [x for x in scene.evidence if look.owner_of.get(x.id) == other]
    plain = [x.strength >= 0.5 for x in arguments if not x.easily_countered]
    asks = [set(x.hard_for) for x in scene.conditions if look.owner_of.get(x.id) == other]
    hands = {hand.id for hand in scene.seats[seat].hands}
    return {
        "the other side has no strong evidence": (("argue_weighs",), any(plain)),
        "none of the other side's evidence is weak": (("argue_shrugs",), not all(plain)),
        "none of the other side's evidence is easily countered": (("argue_countered",), len(plain) < len(arguments)),
        "the other side asks for nothing that a hand here would grant": (("attach_yes",), any(hands - x for x in asks)),
        "the other side asks for nothing that is hard for a hand here": (("attach_no",), any(hands & x for x in asks)),
    }
