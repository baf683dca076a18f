"""Lines out and lines in. Everything the terminal shows goes through ``Screen``; so tests can talk to it.

What is typed at any prompt may be a command (``?``, ``undo``, ``quit`` ...): those are handled by whoever set
``Screen.command`` before the prompt gets to see the line.
"""

import shutil
import textwrap
from collections.abc import Callable, Sequence

WIDEST, NARROWEST = 88, 20
BACK = ("0", "b", "back")
YES, NO = ("y", "yes"), ("n", "no")


def width() -> int:
    """How long a line may be: as wide as the window is now, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


class Left(Exception):
    """The player stops here: end of input, Ctrl-C, or ``quit``."""


class Again(Exception):
    """What was going on is dropped; start over from how things stand now."""


class Sentence(Exception):
    """Instead of a number the player said what they want to say."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class Screen:
    """One conversation with a player."""

    def __init__(self, read: Callable[[str], str] = input, write: Callable[[str], None] = print) -> None:
        self.read = read
        self._write = write
        self.sentences = False
        """Whether words typed where a number is asked for are what the player says, instead of a choice."""
        self.command: Callable[[str], bool] = lambda _line: False

    def say(self, *texts: str) -> None:
        """Each text as a paragraph of its own, wrapped."""
        for text in texts:
            for line in text.splitlines() or [""]:
                self._write(textwrap.fill(line, width(), break_long_words=False, break_on_hyphens=False))

    def exactly(self, text: str) -> None:
        """A line as it is, however long: something to copy."""
        self._write(text)

    def gap(self) -> None:
        """An empty line before a new turn."""
        self._write("")

    def ask(self, prompt: str) -> str:
        """A line from the player that is no command. Raises Left when there is none to come."""
        while True:
            try:
                line = self.read(f"{prompt} ").strip()
            except (EOFError, KeyboardInterrupt):
                raise Left from None
            except UnicodeDecodeError:
                self.say("That could not be read as text; please type it again.")
                continue
            if not self.command(line):
                return line

    def choose(
        self,
        title: str,
        options: Sequence[str],
        back: str = "go back",
        no: Sequence[str] = BACK,
        yes: Sequence[str] = (),
    ) -> int | None:
        """One of some numbered options, or None to go back. Words in ``yes`` are the first option."""
        self.say(title, *(f"{number}. {text}" for number, text in enumerate(options, start=1)), f"0. {back}")
        while True:
            line = self.ask("Number:")
            if line.lower().rstrip(".!") in no:
                return None
            if line.lower().rstrip(".!") in yes:
                return 0
            if line.isascii() and line.isdigit() and 1 <= int(line) <= len(options):
                return int(line) - 1
            if self.sentences and " " in line and any(letter.isalpha() for letter in line):
                raise Sentence(line)
            self.say(f"Please type a number from 0 to {len(options)}. 0 means: {back}.")

    def confirm(self, question: str, yes: str, no: str) -> bool:
        """Whether the player says yes."""
        return self.choose(question, [yes], back=no, no=(*BACK, *NO), yes=YES) == 0
