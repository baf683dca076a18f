"""A player at a keyboard that is not there: lines in, everything that was shown out."""

from collections.abc import Iterable, Iterator

from game.session.play import Session
from game.terminal.run import run
from game.terminal.screen import Screen


class Keyboard:
    """Answers prompts from a list; after the last it is the end of input. Keeps what was shown."""

    def __init__(self, lines: Iterable[str | type[BaseException]]) -> None:
        self.lines: Iterator[str | type[BaseException]] = iter(lines)
        self.shown: list[str] = []

    def read(self, prompt: str) -> str:
        """The next line, or what a keyboard does instead."""
        self.shown.append(prompt)
        line = next(self.lines, EOFError)
        if isinstance(line, str):
            return line
        raise line

    @property
    def text(self) -> str:
        """Everything shown, line ends as spaces, so that wrapping does not matter."""
        return " ".join(" ".join(self.shown).split())


def talk(session: Session, *lines: str | type[BaseException], resumed: bool = False) -> Keyboard:
    """Play with these lines typed; what was shown."""
    keyboard = Keyboard(lines)
    run(session, Screen(keyboard.read, keyboard.shown.append), resumed)
    return keyboard
