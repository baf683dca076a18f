"""Reactions that never fire, do nothing, or are never heard."""

from collections.abc import Iterator

from game.lint.firing import never
from game.lint.look import Look
from game.lint.registry import Said, check
from game.lint.shadows import shadowed
from game.scenario.problem import quoted
from game.scenario.words import INSTEAD

#: Situations for which there are no spare words, since only the scene can know the answer.
_OWN_WORDS = ("answer_priority", "answer_reason_stated", "answer_reason_real", "answer_decision", "answer_alternatives",
              "answer_constraint")  # fmt: skip


@check("reaction-never-fires")
def reaction_never_fires(look: Look) -> Iterator[Said]:
    """Its conditions exclude each other, or ask for something that cannot be in this scene."""
    dead = never(look)
    for place, reaction in enumerate(look.scenario.reactions):
        if reaction.name in dead:
            key, why = dead[reaction.name]
            yield ("reactions", place, "when", key), f"{quoted(reaction.name)} can never fire: {why}", True


@check("reaction-shadowed")
def reaction_shadowed(look: Look) -> Iterator[Said]:
    """Another reaction always fires with it and decides what is done or said."""
    places = {reaction.name: place for place, reaction in enumerate(look.scenario.reactions)}
    for name, above, what in shadowed(look):
        does = "say its line" if what == "line" else "use its tactic"
        message = f"{quoted(name)} never gets to {does}: {quoted(above)} fires with it every time and goes before it"
        yield ("reactions", places[name], "then", what), message, True


@check("reaction-does-nothing")
def reaction_does_nothing(look: Look) -> Iterator[Said]:
    """No effect at all."""
    for place, reaction in enumerate(look.scenario.reactions):
        then = reaction.then
        moves = any(then.stance.values()) or then.aspiration or then.disclosure
        if not (moves or then.tactic or then.line or then.remember):
            yield (
                ("reactions", place, "then"),
                f"{quoted(reaction.name)} does nothing: give it a stance, an aspiration or a line",
                True,
            )


@check("reaction-without-words")
def reaction_without_words(look: Look) -> Iterator[Said]:
    """Its line is an answer that no seat which could give it has words for."""
    for place, reaction in enumerate(look.scenario.reactions):
        line = reaction.then.line
        if line not in _OWN_WORDS:
            continue
        seats = {s for hand in reaction.when.hand for s in look.seat_of_hand.get(hand, ())} or {0, 1}
        mute = [seat for s, seat in look.scripted() if s in seats and not _has(seat.lines, str(line))]
        if mute and len(mute) == sum(s in seats for s, _ in look.scripted()):
            message = (
                f"{quoted(reaction.name)} wants to say {quoted(str(line))}, and {quoted(mute[0].id)} has no such lines"
            )
            yield ("reactions", place, "then", "line"), message


def _has(lines: object, situation: str) -> bool:
    assert isinstance(lines, dict)
    return situation in lines or INSTEAD.get(situation) in lines


@check("reaction-without-reason", "warning")
def reaction_without_reason(look: Look) -> Iterator[Said]:
    """``source`` says nothing; whoever reads the scene cannot tell why this person reacts so."""
    for place, reaction in enumerate(look.scenario.reactions):
        if len(reaction.source.split()) < 2 and reaction.source.strip() != "design":
            yield (
                ("reactions", place, "source"),
                f"say in 'source' why this person reacts so to {quoted(reaction.name)}",
            )


@check("reaction-every-turn", "warning")
def reaction_every_turn(look: Look) -> Iterator[Said]:
    """No condition at all: it fires at every move of the other side."""
    for place, reaction in enumerate(look.scenario.reactions):
        if not (reaction.when.model_fields_set - {"hand", "chance"}) and not reaction.once:
            yield (
                ("reactions", place, "when"),
                f"{quoted(reaction.name)} fires at every move of the other side; say after which",
                True,
            )
