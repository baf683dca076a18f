"""A stored game read for looking back at it: nothing is opened for writing, and a running game can be read, too."""

from collections.abc import Callable
from pathlib import Path

from game.session.game import Game
from game.session.journal import read_journal
from game.session.replay import replayed, stage_of
from game.session.stage import Stage, load_stage
from game.session.undo import effective


def stored_game(path: Path, find: Callable[[str], Stage] = load_stage) -> Game:
    """The game of a journal, up to where it stands.

    Raises:
        JournalError: it is no journal. Changed: it cannot be replayed with this program or scene.
    """
    header, records, _ = read_journal(path)
    return replayed(header, effective(records), stage_of(header, find))
