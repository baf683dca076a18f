"""A typed line on its way to a move, for every front end: notation, own words, or a question back.

What comes out is a move to make, or an ``AskedBack``: a question with at most three meanings to pick from by one
key, or to say it again. Nothing is guessed. A meaning that was picked is remembered for that wording (``picks``).
"""

import re
from dataclasses import dataclass, replace

from game.engine.notation import Move, NotUnderstood, parse, write
from game.reader.reading import Reading, ReadMove, as_move, to_move
from game.session.choices import items, may
from game.session.game import Refused
from game.session.labels import described
from game.session.play import Session

#: What nobody writes in a sentence: it was meant as notation, so its mistakes are named.
_NOTATION = re.compile(r"\b[a-z_]+=\S|#[a-z]|^\s*(?:trade|offers)\b.*[={]")
NONE_OF_THESE = "none of these; say it again"
WHICH_FIRST = "That is more than one turn can hold. Which do you say first?"


@dataclass(frozen=True)
class AskedBack:
    """A question back: ``choices`` are (what it would be, the move); there may be none."""

    question: str
    choices: tuple[tuple[str, Move], ...]
    line: str


def understood(session: Session, line: str) -> Move | AskedBack:
    """The move that a line means, or what to ask back. Raises Refused with a sentence for bad notation."""
    try:
        return parse(line)
    except NotUnderstood as error:
        if _NOTATION.search(line):
            raise Refused(f"{str(error)[:1].upper()}{str(error)[1:]}.") from None
    return in_own_words(session, line.strip().strip('"'))


def in_own_words(session: Session, line: str) -> Move | AskedBack:
    """The same for a line that is no notation."""
    reading: Reading = session.reading(line)
    known = session.picks.of(_place(session), line)
    if known is not None and (move := _remembered(session, known, line, reading)) is not None:
        return move
    if reading.unclear or not reading.moves:
        return _asked(session, line, reading, reading.candidates, reading.question)
    if reading.later:
        return _asked(session, line, reading, (reading.moves[0], *reading.later), WHICH_FIRST)
    return _in_this_scene(session, to_move(reading))


def picked(session: Session, asked: AskedBack, number: int) -> Move:
    """The move that was picked from a question back; the wording is remembered with it."""
    move = asked.choices[number][1]
    if asked.question != WHICH_FIRST:
        session.picks.keep(_place(session), asked.line, write(replace(move, words=None, signals=None)))
    return move


def _place(session: Session) -> str:
    """What a remembered wording belongs to: the same words name other things in another scene or seat."""
    return f"{session.game.stage.scenario.id}/{session.game.stage.seat(session.seat).id}"


def _remembered(session: Session, written: str, line: str, reading: Reading) -> Move | None:
    """A remembered move with today's words and sound; None when it cannot be made any more."""
    try:
        move = parse(written)
    except NotUnderstood:
        return None
    return replace(move, words=line, signals=dict(reading.signals)) if may(session.game, move) else None


def _asked(session: Session, line: str, reading: Reading, meanings: tuple[ReadMove, ...], question: str) -> AskedBack:
    moves = [_in_this_scene(session, as_move(each, None, line, reading.signals)) for each in meanings[:3]]
    labels = [described(session.game.stage, move) for move in moves]
    return AskedBack(question or "I did not understand that.", tuple(zip(labels, moves, strict=True)), line)


def _in_this_scene(session: Session, move: Move) -> Move:
    """A later day is the next meeting, whatever the scene calls that."""
    later = items(session.game, move.act) if move.act == "leave_next" else []
    return replace(move, items=(later[0][0],)) if later else move
