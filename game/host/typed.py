"""A typed line on a phone: as everywhere; and what the reader does not know can still be said to a person."""

from dataclasses import dataclass

from game.engine.notation import Move, write
from game.session.play import Session
from game.session.typed import AskedBack, understood


@dataclass(frozen=True)
class Heard:
    """What was made of a line: a move, or a question with the moves it could mean as (notation, label)."""

    move: Move | None
    question: str = ""
    candidates: tuple[tuple[str, str], ...] = ()


def hear(session: Session, line: str) -> Heard:
    """The move that a line means. Raises Refused for notation with a mistake in it."""
    found = understood(session, line)
    if not isinstance(found, AskedBack):
        return Heard(found)
    choices = [(write(move), label) for label, move in found.choices]
    if session.game.kinds[1 - session.game.who] == "person":  # who understands what the reader does not
        choices.append((write(Move("chat", words=found.line)), "say it just like that"))
    return Heard(None, found.question, tuple(choices))
