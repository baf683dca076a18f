"""What can be typed at any prompt, and how a move is sent and read out."""

from collections.abc import Callable

from game.engine.notation import Move
from game.session.heard import last_heard
from game.session.journal import JournalError
from game.session.play import Refused, Session
from game.session.set_off import set_off
from game.session.standing import standing
from game.terminal.aloud import tell
from game.terminal.screen import Again, Left, Screen

HELP = (
    "Type the number of a choice; or a move in notation, such as: offer salary=62000 review_date=june; "
    "or simply what you would say, in your own words.",
    "These work at any prompt. ? : how things stand. help : this text. undo : take back your last move. "
    "why : what your last line set off, hint : something to think about, twice a turn (both level coach). "
    "heard : which of your own words were noticed. "
    "notes TEXT : write something down; notes : read it. "
    "save or quit : stop here; every move is saved already, and you can go on later.",
    "In notation: ask priority ISSUE, ask reason, ask decision, ask alternatives, ask constraint, ask whatif; "
    "share priority ISSUE, share need, share alternative, share deadline; argue EVIDENCE; offer ISSUE=OPTION ..; "
    "trade GIVE=OPTION for GET=OPTION; accept; hold; acknowledge; credit; give FAVOUR; apologise; silence; chat; "
    "clarify DETAIL; summarise; propose PROCESS; adjourn; warn; leave; leave next MEETING. "
    "A rider comes after '&', your own words after a colon.",
)


def send(screen: Screen, session: Session, move: Move) -> bool:
    """Submit a move and read out what came of it; False, with the reason read out, when it was refused."""
    try:
        turn = session.submit(move)
    except (Refused, JournalError) as error:
        screen.say(str(error))
        return False
    tell(screen, session, turn)
    return True


def commands_for(screen: Screen, session: Session) -> Callable[[str], bool]:
    """The handler of commands: True when a line was one. ``undo`` raises Again, ``quit`` raises Left."""

    def handle(line: str) -> bool:
        word, _, rest = line.partition(" ")
        word = word.lower()
        if word in ("notes", "note"):
            _notes(screen, session, rest.strip())
        elif rest or word not in _COMMANDS:
            return False
        else:
            _COMMANDS[word](screen, session)
        return True

    return handle


def _stop(_screen: Screen, _session: Session) -> None:
    raise Left


def _undo(screen: Screen, session: Session) -> None:
    try:
        session.undo()
    except (Refused, JournalError) as error:
        screen.say(str(error))
        return
    screen.say("Your last move is taken back, and what followed it.")
    raise Again


def _help(screen: Screen, _session: Session) -> None:
    screen.say(*HELP)


def _standing(screen: Screen, session: Session) -> None:
    screen.say(*standing(session.game, session.assist))


def _why(screen: Screen, session: Session) -> None:
    game = session.game
    if session.assist != "coach" and not game.over:
        screen.say("Only the level 'coach' says that during play; the debrief says it for every line.")
        return
    own = [entry for entry in game.entries if entry.said.seat == game.player and entry.told.turn > 0]
    screen.say(set_off(game, own[-1]) if own else "You have not said anything yet.")


def _heard(screen: Screen, session: Session) -> None:
    screen.say(*last_heard(session.game))


def _hint(screen: Screen, session: Session) -> None:
    if session.assist != "coach" or session.game.over:
        screen.say("Only the level 'coach' gives hints, and only during play; the review says it all afterwards.")
        return
    screen.say(session.hint())


def _notes(screen: Screen, session: Session, text: str) -> None:
    if not text:
        screen.say(*(session.notes or ["You have no notes yet. Write one: notes TEXT"]))
        return
    try:
        session.note(text)
    except JournalError as error:
        screen.say(str(error))
        return
    screen.say("Noted.")


_COMMANDS: dict[str, Callable[[Screen, Session], None]] = {
    "?": _standing, "help": _help, "undo": _undo, "why": _why, "hint": _hint, "heard": _heard,
    "save": _stop, "quit": _stop, "exit": _stop,
}  # fmt: skip
