"""The course of a game in the terminal: brief, preparation, table, debrief; leaving at any prompt, resuming later."""

from dataclasses import replace
from pathlib import Path

from game.engine.notation import Move
from game.session.debrief import debrief
from game.session.debrief_text import as_text
from game.session.feelings import other_of
from game.session.past import Past
from game.session.play import Session
from game.terminal.again import say_again
from game.terminal.aloud import recap
from game.terminal.commands import commands_for, send
from game.terminal.lookback import choose_aim, look_back, what_was_aimed_at
from game.terminal.prepare import brief, prepare
from game.terminal.review import look_closer
from game.terminal.screen import Again, Left, Screen
from game.terminal.table import take_turn


def run(session: Session, screen: Screen, resumed: bool = False) -> None:
    """Play until the end or until the player stops; always ends by saying where the game is saved."""
    screen.command = commands_for(screen, session)
    try:
        _opening(session, screen, resumed)
        while not _finished(session, screen):
            pass
    except Left:
        screen.gap()
        _part(session, screen)
    finally:
        session.close()


def _finished(session: Session, screen: Screen) -> bool:
    """One step of the game; True once the debrief was read. What was taken back is gone on with."""
    try:
        if session.game.over:
            _after(session, screen)
            return True
        if session.game.talking:
            take_turn(screen, session)
        else:
            prepare(screen, session)
    except Again:
        recap(screen, session, "So this is where it stands:", last=3)
    return False


def farewell(session: Session) -> list[str]:
    """Where the game is, and how to go on; the command stands on a line of its own."""
    if session.journal is None:
        return ["This game was not saved."]
    path = _shown_path(session.journal.path)
    if session.game.over:
        return [f"The game is kept in {path}"]
    return ["Every move is saved. Go on with:", f"counteroffer play --resume {path}"]


def _shown_path(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text


def _opening(session: Session, screen: Screen, resumed: bool) -> None:
    if resumed and session.game.entries:
        recap(screen, session, "You stopped here:")
        return
    brief(screen, session)
    screen.say("At any prompt: ? says how things stand, help what can be typed, quit stops; everything is saved.")


def _after(session: Session, screen: Screen) -> None:
    """The end: feedback if wanted, then the debrief."""
    name = session.game.stage.name(other_of(session.game))
    screen.gap()
    heard = screen.confirm(f"It is over. Ask {name} how you came across?", "yes", "no, on to the debrief")
    if heard:
        send(screen, session, Move("ask_feedback"))
    look_back(session, screen)
    read_debrief(session, screen, heard)
    choose_aim(session, screen)
    screen.gap()
    say_again(screen, session)
    screen.gap()
    look_closer(session, screen)
    screen.gap()
    _part(session, screen)


def _part(session: Session, screen: Screen) -> None:
    for line in farewell(session):
        screen.exactly(line)


def read_debrief(session: Session, screen: Screen, heard: bool = False) -> None:
    """The debrief, a paragraph a line, with room before headings; what was set out to change comes first.

    Feedback that was ``heard`` right before is not read again.
    """
    found = debrief(session.game)
    found = replace(found, feedback=()) if heard else found
    screen.say(*what_was_aimed_at(session, found))
    for line in as_text(found, session.game.stage.name(other_of(session.game))):
        if line.endswith(":"):
            screen.gap()
        screen.say(line)


def read_past(past: Past, screen: Screen) -> None:
    """A game that can only be looked at, as it was stored."""
    screen.say(past.note, *past.lines())
    if past.outcome is not None:
        screen.say(f"It ended with: {str(past.outcome.get('outcome', '')).replace('_', ' ')}.")
