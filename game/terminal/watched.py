"""A terminal game whose scene is being written: between two prompts, and while one waits, the file is looked at.

A prompt that waits cannot be taken back; so the news is printed under it, and the prompt again. What is typed then goes
to the new game; only in the middle of a menu it is dropped, since the menu was the old scene's.
"""

import threading
from collections.abc import Callable

from game.author.watch import EVERY, Saved, Watch
from game.session.play import Session
from game.terminal.aloud import recap
from game.terminal.run import run
from game.terminal.screen import Again, Screen

_MOVE = "Your move:"


def run_watched(session: Session, watch: Watch, screen: Screen | None = None, every: float = EVERY) -> None:
    """Play as ``run`` does, and go on with the file whenever it is saved."""
    watched = Watched(session, watch, screen or Screen())
    looking = threading.Thread(target=watched.look_on, args=(every,), daemon=True)
    looking.start()
    try:
        run(session, watched.screen)
    finally:
        watched.done.set()
        looking.join()


class Watched:
    """The game on the screen and the file behind it. The lock is held whenever the game may change."""

    def __init__(self, session: Session, watch: Watch, screen: Screen) -> None:
        self.session, self.watch, self.screen = session, watch, screen
        self.done = threading.Event()
        self._lock = threading.RLock()
        self._lock.acquire()
        self._owner = threading.current_thread()
        self._taken = False
        self._prompt = ""
        self._read: Callable[[str], str] = screen.read
        screen.read = self.ask

    def ask(self, prompt: str) -> str:
        """Read a line; while it is waited for the scene may be taken."""
        self._prompt, self._taken = prompt, False
        self._lock.release()
        try:
            line = self._read(prompt)
        finally:
            self._lock.acquire()
        if self._taken and not prompt.startswith(_MOVE):
            raise Again
        return line

    def look_on(self, every: float) -> None:
        """Look at the file again and again until the game is left."""
        while not self.done.wait(every):
            if self._lock.acquire(timeout=every):
                try:
                    saved = self.watch.look(self.session)
                    if saved is not None:
                        self._tell(saved)
                finally:
                    self._lock.release()

    def _tell(self, saved: Saved) -> None:
        self._taken |= saved.taken
        self.screen.gap()
        self.screen.say(*saved.told)
        if saved.taken and self.session.game.entries:
            recap(self.screen, self.session, "So this is where it stands:", last=2)
        self.screen.exactly(self._prompt)
