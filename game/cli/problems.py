"""Bad input as one sentence and exit code 2."""

from collections.abc import Iterator
from contextlib import contextmanager

from game.library import NotFound
from game.scenario.problem import BadFile
from game.session.journal import JournalError


class CannotDo(Exception):
    """The command cannot be done as asked; the message says why and what to do."""


@contextmanager
def readable() -> Iterator[None]:
    """What files and names can be wrong with becomes ``CannotDo``."""
    try:
        yield
    except (NotFound, BadFile, JournalError) as error:
        raise CannotDo(str(error)) from None
