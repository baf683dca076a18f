"""A typed line on a phone: notation if it is notation, else own words for the reader; what is unclear is asked back."""

import re
from dataclasses import dataclass, replace
from typing import Final

from game.engine.notation import Move, NotUnderstood, parse, write
from game.reader.reading import as_move
from game.session.choices import items
from game.session.labels import described
from game.session.play import Session

#: What nobody writes in a sentence: it was meant as notation.
_NOTATION: Final = re.compile(r"\b[a-z_]+=\S|#[a-z]|^\s*(?:trade|offers)\b.*[={]")


@dataclass(frozen=True)
class Heard:
    """What was made of a line: a move, or a question with the moves it could mean as (notation, label)."""

    move: Move | None
    question: str = ""
    candidates: tuple[tuple[str, str], ...] = ()


def hear(session: Session, line: str) -> Heard:
    """The move that a line means. Raises NotUnderstood for notation with a mistake in it."""
    try:
        return Heard(parse(line))
    except NotUnderstood:
        if _NOTATION.search(line):
            raise
    words = line.strip().strip('"')
    reading = session.reading(words)
    if not reading.unclear and reading.moves:
        rider = reading.moves[1] if len(reading.moves) > 1 else None
        return Heard(_in_this_scene(session, as_move(reading.moves[0], rider, words, reading.signals)))
    moves = [_in_this_scene(session, as_move(each, None, words, reading.signals)) for each in reading.candidates]
    found = [(write(move), described(session.game.stage, move)) for move in moves]
    if session.game.kinds[1 - session.game.who] == "person":  # who understands what the reader does not
        found.append((write(Move("chat", words=words)), "say it just like that"))
    return Heard(None, reading.question or "I did not understand that.", tuple(found))


def _in_this_scene(session: Session, move: Move) -> Move:
    later = items(session.game, move.act) if move.act == "leave_next" else []
    return replace(move, items=(later[0][0],)) if later else move
