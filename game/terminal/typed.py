"""A typed line: notation if it is notation, else own words for the reader; what is unclear is asked back."""

import re
from dataclasses import replace

from game.engine.notation import Move, NotUnderstood, parse
from game.reader.reading import Reading, as_move
from game.session.choices import items, may
from game.session.labels import described
from game.session.play import Session
from game.terminal.screen import Screen

#: What nobody writes in a sentence: it was meant as notation, so its mistakes are named.
_NOTATION = re.compile(r"\b[a-z_]+=\S|#[a-z]|^\s*(?:trade|offers)\b.*[={]")


def move_of(screen: Screen, session: Session, line: str) -> Move | None:
    """The move that a line means; None when it was read out why it is none, or the player thought better of it."""
    try:
        return parse(line)
    except NotUnderstood as error:
        if _NOTATION.search(line):
            screen.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return None
    return _in_own_words(screen, session, line.strip().strip('"'))


def _in_own_words(screen: Screen, session: Session, line: str) -> Move | None:
    reading: Reading = session.reading(line)
    if not reading.unclear and reading.moves:
        rider = reading.moves[1] if len(reading.moves) > 1 else None
        move = _in_this_scene(session, as_move(reading.moves[0], rider, line, reading.signals))
        screen.say(f"(Heard as: {described(session.game.stage, move)}.)")
        return move
    return _asked_back(screen, session, line, reading)


def _in_this_scene(session: Session, move: Move) -> Move:
    """A later day is the next meeting, whatever the scene calls that."""
    later = items(session.game, move.act) if move.act == "leave_next" else []
    return replace(move, items=(later[0][0],)) if later else move


def _asked_back(screen: Screen, session: Session, line: str, reading: Reading) -> Move | None:
    every = [_in_this_scene(session, as_move(each, None, line, reading.signals)) for each in reading.candidates]
    moves = [move for move in every if move.packages or may(session.game, move)]
    texts = [described(session.game.stage, move) for move in moves]
    question = reading.question or "I did not understand that."
    if not texts:
        screen.say(question)
        return None
    number = screen.choose(f"{question} Did you mean:", texts, back="none of these; say it again")
    return None if number is None else moves[number]
