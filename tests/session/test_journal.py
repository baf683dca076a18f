"""The journal keeps every record through torn ends, full disks and damage, and never writes over what it did not."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.session import disk
from game.session.journal import Journal, JournalError, read_journal
from game.session.sealing import Record

HEADER: Record = {"kind": "game", "format": 1, "scenario": "raise_request", "seed": 7, "when": "2026-01-02T03:04:05Z"}
MOVES: list[Record] = [
    {"kind": "move", "move": "ask reason", "words": "Pourquoi\u2028\ud800 « non »?"},
    {"kind": "move", "move": "offer salary=62000", "signals": {"confidence": 0.1 + 0.2, "sum": "0123456789ab"}},
    {"kind": "undo", "count": 1},
    {"kind": "outcome", "outcome": {"kind": "deal", "package": [1, 2, None]}},
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a header and four records, closed."""
    return written(tmp_path / "games" / "one.journal")


def written(path: Path) -> Path:
    with Journal.create(path, HEADER) as journal:
        for move in MOVES:
            journal.append(move)
    return path


def line_starts(data: bytes) -> list[int]:
    return [0] + [at + 1 for at, byte in enumerate(data) if byte == 0x0A]


def test_a_round_trip_gives_back_what_was_appended_and_goes_on(path: Path) -> None:
    header, records, journal = Journal.open(path)
    assert (header, list(records), journal.note, journal.read_only) == (HEADER, MOVES, "", False)
    with journal:
        journal.append({"kind": "move", "move": "hold"})
    assert read_journal(path).records == (*MOVES, {"kind": "move", "move": "hold"})


def test_a_journal_is_plain_text_with_one_record_a_line(path: Path) -> None:
    assert path.read_bytes().isascii()
    assert len(path.read_text(encoding="ascii").splitlines()) == 1 + len(MOVES)


def test_an_existing_file_is_never_overwritten_by_a_new_game(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(JournalError, match="already there"):
        Journal.create(path, HEADER)
    assert path.read_bytes() == before


@pytest.mark.parametrize("header", [{}, {"kind": "move", "format": 1}, {"kind": "game"}, {"kind": "game", "format": 2}])
def test_a_journal_starts_with_a_header_of_its_format(tmp_path: Path, header: Record) -> None:
    with pytest.raises(ValueError, match="starts with"):
        Journal.create(tmp_path / "new.journal", header)
    assert not (tmp_path / "new.journal").exists()


@pytest.mark.parametrize(
    "record",
    [{}, {"kind": 3}, {"kind": "move", "sum": ""}, {"kind": "move", "x": float("nan")}, {"kind": "m", "x": {1}}],
)
def test_what_cannot_be_a_record_is_refused_and_nothing_is_written(path: Path, record: Record) -> None:
    before = path.read_bytes()
    with Journal.open(path).journal as journal, pytest.raises((ValueError, TypeError)):
        journal.append(record)
    assert path.read_bytes() == before


def test_a_last_line_torn_at_any_byte_is_cut_off_and_the_game_goes_on(path: Path) -> None:
    whole = path.read_bytes()
    last = line_starts(whole)[-2]
    for cut in range(last + 1, len(whole)):
        path.write_bytes(whole[:cut])
        header, records, journal = Journal.open(path)
        with journal:
            assert (header, list(records)) == (HEADER, MOVES[:-1])
            assert "not finished" in journal.note
            assert path.read_bytes() == whole[:last]
            journal.append(MOVES[-1])
        assert path.read_bytes() == whole


def test_a_complete_last_line_with_a_wrong_sum_counts_as_torn(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-4] + b"?" + whole[-3:])
    with Journal.open(path).journal as journal:
        assert not journal.read_only
    assert path.read_bytes() == whole[: line_starts(whole)[-2]]


def test_one_flipped_bit_before_the_last_line_makes_it_read_only_and_nothing_is_cut(path: Path) -> None:
    whole = path.read_bytes()
    starts = line_starts(whole)
    for at in range(starts[1], starts[-2]):
        damaged = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        path.write_bytes(damaged)
        _, records, journal = Journal.open(path)
        sound = sum(start <= at for start in starts) - 2
        assert list(records) == MOVES[:sound], at
        assert journal.read_only and f"damaged at line {sound + 2}" in journal.note
        with pytest.raises(JournalError, match="damaged"):
            journal.append(MOVES[0])
        assert path.read_bytes() == damaged


def test_lines_lost_repeated_or_swapped_break_the_chain(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    for changed in ([*lines[:2], *lines[3:]], [*lines[:2], *lines[1:]], [lines[0], lines[2], lines[1], *lines[3:]]):
        path.write_bytes(b"".join(changed))
        assert Journal.open(path).journal.read_only


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}\n", b"\x00" * 5000, b'{"kind":"game","format":1}\n', b"[" * 90_000]
)
def test_a_foreign_file_is_refused_with_a_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.journal"
    path.write_bytes(content)
    for use in (Journal.open, read_journal):
        with pytest.raises(JournalError, match=r"foreign\.journal"):
            use(path)
    assert path.read_bytes() == content


def test_a_folder_a_missing_file_and_a_huge_one_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.journal"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    for path, why in ((tmp_path, "not a file"), (tmp_path / "no.journal", "no journal"), (huge, "larger than any")):
        for use in (Journal.open, read_journal):
            with pytest.raises(JournalError, match=why):
                use(path)


def test_another_format_can_only_be_looked_at_even_with_a_torn_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = path.read_bytes()[:-5]
    path.write_bytes(torn)
    monkeypatch.setattr("game.session.journal.FORMAT", 2)
    header, records, journal = Journal.open(path)
    assert (header, list(records)) == (HEADER, MOVES[:-1])
    assert journal.read_only and "another version" in journal.note
    assert path.read_bytes() == torn


def test_a_frozen_journal_refuses_with_the_given_sentence_and_lets_others_in(path: Path) -> None:
    journal = Journal.open(path).journal
    journal.freeze("The rules have changed since.")
    with pytest.raises(JournalError, match=r"The rules have changed since\."):
        journal.append(MOVES[0])
    with Journal.open(path).journal as again:
        assert not again.read_only


class FullDisk:
    """Stands in for os.write: stores `room` bytes in all, then `room` is used up."""

    def __init__(self, room: int, then_zero: bool = False) -> None:
        self.room = room
        self.then_zero = then_zero
        self.write = os.write

    def __call__(self, fd: int, data: bytes) -> int:
        if not self.room and not self.then_zero:
            raise OSError(errno.ENOSPC, "No space left on device")
        stored = self.write(fd, data[: self.room]) if self.room else 0
        self.room -= stored
        return stored


@pytest.mark.parametrize("then_zero", [False, True])
@pytest.mark.parametrize("room", [0, 1, 20, 54])
def test_a_full_disk_is_noticed_and_the_file_ends_with_the_last_good_record(
    path: Path, monkeypatch: pytest.MonkeyPatch, room: int, then_zero: bool
) -> None:
    before = path.read_bytes()
    with Journal.open(path).journal as journal:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", FullDisk(room, then_zero))
            with pytest.raises(JournalError, match="could not be saved") as refused:
                journal.append(MOVES[0])
        assert "free some space" in str(refused.value)
        assert path.read_bytes() == before
        journal.append(MOVES[0])
    assert read_journal(path) == (HEADER, (*MOVES, MOVES[0]), "")


def test_short_writes_alone_are_carried_to_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:7]))
    with Journal.open(path).journal as journal:
        journal.append(MOVES[0])
    assert read_journal(path) == (HEADER, (*MOVES, MOVES[0]), "")


def test_a_failing_sync_takes_the_record_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    answers = iter([OSError(errno.EIO, "Input/output error"), None])

    def fsync(_fd: int) -> None:
        if (answer := next(answers)) is not None:
            raise answer

    with Journal.open(path).journal as journal:
        monkeypatch.setattr(os, "fsync", fsync)
        with pytest.raises(JournalError, match="Input/output error"):
            journal.append(MOVES[0])
    assert path.read_bytes() == before


def test_no_header_can_be_saved_on_a_full_disk_and_no_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", FullDisk(30))
    with pytest.raises(JournalError, match="could not be saved"):
        Journal.create(tmp_path / "new.journal", HEADER)
    assert list(tmp_path.iterdir()) == []


def test_a_stop_by_the_user_in_the_middle_of_a_write_leaves_no_half_line_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(fd: int, data: bytes) -> None:
        os.write(fd, data[:10])
        raise KeyboardInterrupt

    with Journal.open(path).journal as journal:
        with monkeypatch.context() as patch:
            patch.setattr(disk, "write_durably", stopped)
            with pytest.raises(KeyboardInterrupt):
                journal.append(MOVES[0])
        journal.append(MOVES[1])
    assert read_journal(path) == (HEADER, (*MOVES, MOVES[1]), "")


def test_while_the_disk_cannot_even_be_tidied_appends_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_fd: int, _size: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with Journal.open(path).journal as journal:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", FullDisk(10))
            patch.setattr(os, "ftruncate", fails)
            with pytest.raises(JournalError, match="could not be saved"):
                journal.append(MOVES[0])
            with pytest.raises(JournalError, match="still cannot be written"):
                journal.append(MOVES[0])
        journal.append(MOVES[0])
    assert read_journal(path) == (HEADER, (*MOVES, MOVES[0]), "")


def test_an_end_that_cannot_be_cut_off_makes_it_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = path.read_bytes()[:-5]
    path.write_bytes(torn)

    def fails(_fd: int, _size: int) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "ftruncate", fails)
    _, records, journal = Journal.open(path)
    assert list(records) == MOVES[:-1]
    assert journal.read_only and "Read-only file system" in journal.note and "not finished" in journal.note
    assert path.read_bytes() == torn


def test_a_file_that_may_not_be_written_can_still_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("game.session.journal.os.open", refused)
    _, records, journal = Journal.open(path)
    assert list(records) == MOVES
    assert journal.read_only and "Permission denied" in journal.note


def test_what_another_program_wrote_is_not_overwritten(path: Path) -> None:
    with Journal.open(path).journal as journal:
        with path.open("ab") as other:
            other.write(b"a line of someone else's\n")
        after = path.read_bytes()
        with pytest.raises(JournalError, match="another program"):
            journal.append(MOVES[0])
    assert path.read_bytes() == after


def test_a_closed_journal_refuses_and_may_be_closed_again(path: Path) -> None:
    journal = Journal.open(path).journal
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="is closed"):
        journal.append(MOVES[0])


def test_a_full_journal_is_refused_before_it_could_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.session.journal.MAX_BYTES", path.stat().st_size + 10)
    with Journal.open(path).journal as journal, pytest.raises(JournalError, match="is full"):
        journal.append(MOVES[0])


CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 60), st.binary(max_size=60)), min_size=1, max_size=4
)


@settings(max_examples=150, deadline=None)
@given(changes=CHANGES)
def test_whatever_happens_to_the_bytes_only_true_records_come_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int, bytes]]
) -> None:
    path = written(tmp_path_factory.mktemp("mutated") / "one.journal")
    whole = data = path.read_bytes()
    for share, length, new in changes:
        at = int(share * len(data))
        data = data[:at] + new + data[at + length :]
    path.write_bytes(data)
    try:
        header, records, journal = Journal.open(path)
    except JournalError as refusal:
        assert str(path) in str(refusal)
        assert path.read_bytes() == data
        return
    assert header == HEADER and list(records) == MOVES[: len(records)]
    with journal:
        after = path.read_bytes()
        assert after == data if journal.read_only else whole.startswith(after)
