"""Games by script: one move a line in notation; blank lines and lines that start with # are passed over."""

import sys
from pathlib import Path

from game.cli.problems import CannotDo, readable
from game.engine.notation import NotUnderstood, parse
from game.scenario.load import read_text
from game.session.feelings import other_of
from game.session.play import Refused, Session
from game.terminal.aloud import tell
from game.terminal.prepare import brief
from game.terminal.screen import Screen


def script_lines(name: str) -> list[tuple[int, str]]:
    """(line number, move) of a script file; '-' is standard input. Raises CannotDo."""
    if name == "-":
        text = sys.stdin.read()
    else:
        with readable():
            text = read_text(Path(name))
    numbered = enumerate((line.strip() for line in text.splitlines()), start=1)
    return [(number, line) for number, line in numbered if line and not line.startswith("#")]


def play_lines(
    session: Session, screen: Screen, lines: list[tuple[int, str]], name: str, to_the_end: bool = False
) -> None:
    """Play every line and read out what comes of it. Raises CannotDo at the first that cannot be played.

    With ``to_the_end`` lines after the end of the game are left out.
    """
    brief(screen, session)
    for number, line in lines:
        if to_the_end and session.game.over:
            break
        screen.gap()
        screen.say(f"> {line}")
        try:
            tell(screen, session, session.submit(parse(line)))
        except NotUnderstood as error:
            raise CannotDo(f"{name}:{number}: {str(error)[:1].upper()}{str(error)[1:]}.") from None
        except Refused as error:
            raise CannotDo(f"{name}:{number}: {error}") from None
    if not session.game.over:
        screen.gap()
        screen.say(f"{session.game.stage.name(other_of(session.game))} waits for what you say next.")
