"""The list of journals in a folder. Whatever lies there, the list comes.

A file that cannot be read stands in it with a sentence that says why.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.session.journal import JournalError, read_journal
from game.session.sealing import Record
from game.session.undo import effective

SUFFIX: Final = ".journal"


@dataclass(frozen=True)
class Summary:
    """One journal in a list. Texts are empty where the file does not say."""

    path: Path
    scenario: str
    """Id, as in the header."""
    when: str
    """The header's own words for when the game began."""
    turns: int
    """Moves still standing after undo."""
    outcome: Record | None
    """The last outcome record that still counts, or None while the game is open."""
    note: str
    """What is wrong with the file, in a sentence; empty when nothing is."""


def list_journals(folder: Path) -> list[Summary]:
    """Every `*.journal` of a folder, newest first by the header's `when`; none when the folder cannot be read."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return []
    return sorted(map(summary, paths), key=lambda found: found.when, reverse=True)


def summary(path: Path) -> Summary:
    """One journal for a list. Never raises: a file that is not a journal gets a note."""
    try:
        header, records, note = read_journal(path)
    except JournalError as error:
        return Summary(path, "", "", 0, None, str(error))
    standing = effective(records)
    turns = sum(record["kind"] == "move" for record in standing)
    outcome = next((record for record in reversed(standing) if record["kind"] == "outcome"), None)
    return Summary(path, _text(header, "scenario"), _text(header, "when"), turns, outcome, note)


def _text(header: Record, key: str) -> str:
    value = header.get(key)
    return value if isinstance(value, str) else ""
