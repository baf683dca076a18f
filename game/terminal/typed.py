"""A typed line in the terminal: what it was heard as is read out; what is unclear is asked back."""

from game.engine.notation import Move, NotUnderstood, parse
from game.session.labels import described
from game.session.play import Refused, Session
from game.session.typed import NONE_OF_THESE, AskedBack, picked, understood
from game.terminal.screen import Screen


def move_of(screen: Screen, session: Session, line: str) -> Move | None:
    """The move that a line means; None when it was read out why it is none, or the player thought better of it."""
    try:
        found = understood(session, line)
    except Refused as error:
        screen.say(str(error))
        return None
    if isinstance(found, AskedBack):
        return _asked_back(screen, session, found)
    if not _is_notation(line):
        screen.say(f"(Heard as: {described(session.game.stage, found)}.)")
    return found


def _is_notation(line: str) -> bool:
    try:
        return bool(parse(line))
    except NotUnderstood:
        return False


def _asked_back(screen: Screen, session: Session, asked: AskedBack) -> Move | None:
    if not asked.choices:
        screen.say(asked.question)
        return None
    number = screen.choose(f"{asked.question} Did you mean:", [label for label, _ in asked.choices], back=NONE_OF_THESE)
    return None if number is None else picked(session, asked, number)
