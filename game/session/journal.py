"""A game's journal: an append-only file that a stop at any moment leaves in order. A save is a journal.

    with Journal.create(path, {"kind": "game", "format": 1, "scenario": "raise_request", ...}) as journal:
        journal.append({"kind": "move", ...})          # when this returns, the record is on the disk
    header, records, journal = Journal.open(path)      # later: read, and go on

Why a log and not a file that is replaced: in a thousand kills each, overwriting in place lost 869 acknowledged saves,
deleting and renaming 197, and an appended log with sums and fsync none; and a log keeps undone moves for the review.

What may change a file: an append; and at opening, cutting off one unfinished last line, which was never acknowledged.
A file damaged anywhere else is read up to the damage and never written to again. No clock here: a caller stores the
time it wants kept in the header's `when`. Lines and sums are in `sealing.py`, the list of journals in `shelf.py`.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from game.session import disk, lock
from game.session.sealing import Record, Scan, scan, seal

FORMAT: Final = 1
MAX_BYTES: Final = 16 * 1024 * 1024
"""A journal is read as a whole, so neither a reader nor an append goes past this. A long game takes about 1 MiB."""

_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_APPENDING: Final = os.O_RDWR | os.O_APPEND | _BINARY


class JournalError(ValueError):
    """A journal cannot be used as asked. The message is a sentence for the user."""


class JournalBusy(JournalError):
    """Another running game has the journal open."""


class Opened(NamedTuple):
    """A journal opened to go on with: what it starts with, what followed, and the journal itself."""

    header: Record
    records: tuple[Record, ...]
    journal: "Journal"


class Contents(NamedTuple):
    """A journal only looked at."""

    header: Record
    records: tuple[Record, ...]
    note: str
    """A sentence about damage, an unfinished last line or a foreign format; empty when all is well."""


@dataclass(frozen=True)
class _End:
    """Where the next line goes and what it is chained to. One value, so that it changes all at once."""

    size: int
    seal: str


def read_journal(path: Path) -> Contents:
    """What a journal holds, without locking or changing it. Raises JournalError when it is not a journal."""
    found = _scanned(path, _bytes_of(path))
    return Contents(found.records[0], found.records[1:], _note(path, found))


class Journal:
    """An open journal. Append to it from one thread; close it, or use it as a context manager."""

    def __init__(self, path: Path, fd: int | None, end: _End, note: str = "") -> None:
        self.path = path
        self.note = note
        """A sentence for the user about what was found at opening, or why it is read-only; else empty."""
        self._fd = fd
        self._end = end
        self._unfinished = False

    @classmethod
    def create(cls, path: Path, header: Record) -> Self:
        """Start a journal with its header (kind "game", format 1) and make its folder on need.

        Raises JournalError when the file is already there (it is left as it is) or cannot be written (none is left).
        """
        if header.get("kind") != "game" or header.get("format") != FORMAT:
            raise ValueError(f'A journal starts with a record of kind "game" and format {FORMAT}.')
        line, total = seal(header, "")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fd = os.open(path, _APPENDING | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError as error:
            raise JournalError(f"{path} is already there and is not overwritten. Choose another name.") from error
        except OSError as error:
            raise JournalError(f"{path} cannot be written: {error.strerror}. Choose another folder.") from error
        _lock_or_close(path, fd)
        try:
            disk.write_durably(fd, line)
        except OSError as error:
            _close(fd)
            path.unlink(missing_ok=True)
            raise JournalError(_unsaved(path, error)) from error
        disk.sync_folder(path.parent)
        return cls(path, fd, _End(len(line), total))

    @classmethod
    def open(cls, path: Path) -> Opened:
        """Open a journal to go on with it; an unfinished last line is cut off.

        It is read-only, with the records before the damage and a note, when it is damaged before its last line, has
        a format we do not know, or may not be written. Raises JournalBusy when another running game has it open, and
        JournalError when it is not a journal at all.
        """
        _check_file(path)
        try:
            fd = os.open(path, _APPENDING)
        except OSError as error:
            return cls._read_only(path, f"{path} may not be written ({error.strerror}); it can only be looked at.")
        _lock_or_close(path, fd)
        try:
            found = _scanned(path, disk.read_all(fd))
            if found.torn and not _must_not_grow(found):
                disk.cut_durably(fd, found.size)
        except OSError as error:
            _close(fd)
            return cls._read_only(path, f"{path} cannot be repaired ({error.strerror}); it can only be looked at.")
        except JournalError:
            _close(fd)
            raise
        journal = cls(path, fd, _End(found.size, found.seal), _note(path, found))
        if _must_not_grow(found):
            journal.freeze(journal.note)
        return Opened(found.records[0], found.records[1:], journal)

    @classmethod
    def _read_only(cls, path: Path, why: str) -> Opened:
        header, records, note = read_journal(path)
        return Opened(header, records, cls(path, None, _End(0, ""), f"{why} {note}".strip()))

    @property
    def read_only(self) -> bool:
        """Whether appending is refused: as found at opening, after `freeze` and after `close`."""
        return self._fd is None

    def append(self, record: Record) -> None:
        """Add a record; when this returns, it is on the disk.

        Raises JournalError when it could not be saved: the file then ends with the record before, and the same record
        may be tried again. Raises ValueError or TypeError, and writes nothing, for what cannot be a record.
        """
        line, total = seal(record, self._end.seal)
        fd = self._ready(len(line))
        self._unfinished = True  # Also stays so when Ctrl-C stops us in the middle: the next append tidies up first.
        try:
            disk.write_durably(fd, line)
        except OSError as error:
            self._tidy(fd)
            raise JournalError(_unsaved(self.path, error)) from error
        self._end = _End(self._end.size + len(line), total)
        self._unfinished = False

    def freeze(self, why: str) -> None:
        """Let go of the file and refuse to append from here on; `why` is the sentence shown for it."""
        self.close()
        self.note = why

    def close(self) -> None:
        """Let go of the file, so that another game may open it. Closing twice does no harm."""
        fd, self._fd = self._fd, None
        if fd is not None:
            _close(fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _ready(self, more: int) -> int:
        """The descriptor, once the file is known to end where we left it and to have room for `more` bytes."""
        if self._fd is None:
            raise JournalError(f"Nothing can be added to this game. {self.note or f'{self.path} is closed.'}")
        if self._unfinished and not self._tidy(self._fd):
            raise JournalError(f"{self.path} still cannot be written. Check its disk, then repeat the move.")
        if os.fstat(self._fd).st_size != self._end.size:
            self.freeze(f"{self.path} was changed by another program while it was open; it is left as it is.")
            raise JournalError(self.note)
        if self._end.size + more > MAX_BYTES:
            raise JournalError(f"{self.path} is full: a journal holds at most {MAX_BYTES:,} bytes. Start a new game.")
        return self._fd

    def _tidy(self, fd: int) -> bool:
        """Cut off an unfinished record; False when even that fails (the next append or opening tries again)."""
        try:
            disk.cut_durably(fd, self._end.size)
        except OSError:
            return False
        self._unfinished = False
        return True


def _lock_or_close(path: Path, fd: int) -> None:
    if not lock.take(fd):
        os.close(fd)
        raise JournalBusy(f"{path} is open in another running game. Close that one first, or start a new game.")


def _close(fd: int) -> None:
    lock.release(fd)
    os.close(fd)


def _check_file(path: Path) -> None:
    """Refuse what cannot be read as a file: opening a pipe would wait for ever."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise JournalError(f"There is no journal {path}. Check the path.") from error
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise JournalError(f"{path} is not a file, so it cannot be a journal.")
    if found.st_size > MAX_BYTES:
        raise JournalError(f"{path} is larger than any journal ({MAX_BYTES:,} bytes), so it is not read.")


def _bytes_of(path: Path) -> bytes:
    _check_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.") from error


def _scanned(path: Path, data: bytes) -> Scan:
    """What the bytes hold; at least a header, or JournalError."""
    if not data:
        raise JournalError(f"{path} is empty: no game was saved in it. It can be deleted.")
    found = scan(data)
    if not found.records or found.records[0].get("kind") != "game":
        raise JournalError(f"{path} is not a journal of this game, or its first line is damaged. It is left as it is.")
    return found


def _must_not_grow(found: Scan) -> bool:
    return found.damaged or found.records[0].get("format") != FORMAT


def _note(path: Path, found: Scan) -> str:
    if found.records[0].get("format") != FORMAT:
        return f"{path} was written by another version of the game; it can only be looked at."
    if found.damaged:
        line = len(found.records) + 1
        return f"{path} is damaged at line {line}: what stands before can be looked at, and the file is left as it is."
    if found.torn:
        return f"{path}: the last line was not finished when the game stopped; the game goes on from the line before."
    return ""


def _unsaved(path: Path, error: OSError) -> str:
    return (
        f"The last move could not be saved in {path}: {error.strerror}. Nothing before it is lost; free some space "
        "or check the disk, then repeat the move."
    )
