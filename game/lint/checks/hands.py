"""Hands that differ, that can be told apart, and whose real reason can be reached."""

from collections.abc import Iterator

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.model import Hand, Scenario
from game.scenario.problem import quoted

_FLAVOUR = {"id", "weight", "brief", "stated_reason", "real_reason"}


@check("hands-play-the-same")
def hands_play_the_same(look: Look) -> Iterator[Said]:
    """Two hands of a seat with the same numbers: they want the same and bargain alike."""
    for s, seat in enumerate(look.scenario.seats):
        for h, hand in enumerate(seat.hands):
            twin = next((x for x in seat.hands[:h] if _numbers(x, look) == _numbers(hand, look)), None)
            if twin is not None:
                yield (
                    ("seats", s, "hands", h),
                    f"{quoted(hand.id)} plays just like {quoted(twin.id)}: same points, same limits",
                )


def _numbers(hand: Hand, look: Look) -> dict[str, object]:
    fields = hand.model_dump(exclude=_FLAVOUR)
    about = [
        [hand.id in reaction.when.hand for reaction in look.scenario.reactions],
        [hand.id in condition.hard_for for condition in look.scenario.conditions],
    ]
    return {**fields, "about": about}


@check("hands-sound-the-same")
def hands_sound_the_same(look: Look) -> Iterator[Said]:
    """Two hands of a seat that say exactly the same, whatever they are asked: nothing tells them apart."""
    for s, seat in look.scripted():
        marked = [x for x in look.lines if x.seat == s and x.line.hand]
        says = {
            hand.id: frozenset((x.situation, x.text) for x in marked if hand.id in x.line.hand) for hand in seat.hands
        }
        for h, hand in enumerate(seat.hands):
            twin = next((x for x in seat.hands[:h] if says[x.id] == says[hand.id]), None)
            if twin is not None:
                message = (
                    f"nothing that is said tells {quoted(hand.id)} from {quoted(twin.id)}; give one a line with 'hand:'"
                )
                yield ("seats", s, "hands", h, "id"), message


@check("reason-not-hidden")
def reason_not_hidden(look: Look) -> Iterator[Said]:
    """The real reason is the stated one: there is nothing to ask for."""
    for s, seat in enumerate(look.scenario.seats):
        for h, hand in enumerate(seat.hands):
            if _plain(hand.stated_reason) == _plain(hand.real_reason):
                yield (
                    ("seats", s, "hands", h, "real_reason"),
                    f"the real reason of {quoted(hand.id)} is the one it states anyway",
                )


@check("reason-unreachable")
def reason_unreachable(look: Look) -> Iterator[Said]:
    """A hand has no words for its real reason: asking leads nowhere."""
    for s, seat in look.scripted():
        said = look.by_situation[s].get("answer_reason_real", [])
        for h, hand in enumerate(seat.hands):
            if not any(not x.line.hand or hand.id in x.line.hand for x in said):
                message = f"{quoted(hand.id)} can never say its real reason: 'answer_reason_real' has no line for it"
                yield ("seats", s, "hands", h, "real_reason"), message


@check("reason-too-soon", "warning")
def reason_too_soon(look: Look) -> Iterator[Said]:
    """The real reason stands word for word in a line for the stated one, or in what the other side knows beforehand."""
    for s, seat in enumerate(look.scenario.seats):
        for h, hand in enumerate(seat.hands):
            real = _plain(hand.real_reason)
            told = [x.text for x in look.by_situation[s].get("answer_reason_stated", [])]
            if len(real) > 12 and any(real in _plain(text) for text in (seat.public, *told)):
                yield (
                    ("seats", s, "hands", h, "real_reason"),
                    f"the real reason of {quoted(hand.id)} is told before anybody asks",
                )


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!?")


@check("authority-cannot-be-lifted")
def authority_cannot_be_lifted(look: Look) -> Iterator[Said]:
    """A limit that no favour and no process lifts, and no approval comes for."""
    for s, seat in enumerate(look.scenario.seats):
        if _lifted(look.scenario, s):
            continue
        for h, hand in enumerate(seat.hands):
            path = ("seats", s, "hands", h)
            if hand.authority is not None and hand.authority.chance <= 0:
                message = f"nothing lifts the limit of {quoted(hand.id)}: no favour, no process, no chance of approval"
                yield (*path, "authority", "chance"), message
            if hand.collecting:
                message = f"{quoted(hand.id)} only collects, and no favour or process brings in whoever decides"
                yield (*path, "collecting"), message


def _lifted(scenario: Scenario, seat: int) -> bool:
    other = scenario.seats[1 - seat].id
    return any(x.lifts_authority for x in scenario.processes) or any(
        x.lifts_authority and x.seat == other for x in scenario.favours
    )


@check("lifts-no-authority")
def lifts_no_authority(look: Look) -> Iterator[Said]:
    """A favour or process that brings in whoever can say yes, where everybody can say yes alone."""
    bound = [any(hand.authority or hand.collecting for hand in seat.hands) for seat in look.scenario.seats]
    seats = [seat.id for seat in look.scenario.seats]
    for kind in ("favours", "processes"):
        for place, each in enumerate(getattr(look.scenario, kind)):
            helped = [1 - seats.index(each.seat)] if kind == "favours" else [0, 1]
            if each.lifts_authority and not any(bound[s] for s in helped):
                yield (
                    (kind, place, "lifts_authority"),
                    f"{quoted(each.id)} lifts a limit, and no hand over there has one",
                )


@check("authority-limits-nothing")
def authority_limits_nothing(look: Look) -> Iterator[Said]:
    """A limit on options that the seat could not agree to anyway."""
    for s, seat in enumerate(look.scenario.seats):
        for h, hand in enumerate(seat.hands):
            if hand.authority is None:
                continue
            open_ = any(
                option not in seat.impossible.get(issue, ())
                for issue, options in hand.authority.options.items()
                for option in options
            )
            if not open_:
                path = ("seats", s, "hands", h, "authority", "options")
                yield path, f"the limit of {quoted(hand.id)} is on nothing it could agree to anyway", True
