"""The list of journals comes, whatever lies in the folder."""

import os
import sys
from pathlib import Path

import pytest

from game.session.journal import Journal
from game.session.sealing import Record
from game.session.shelf import Summary, list_journals
from game.session.undo import undo_record

OUTCOME: Record = {"kind": "outcome", "outcome": {"kind": "deal"}}


def saved(path: Path, when: object, *records: Record) -> Path:
    header = {"kind": "game", "format": 1, "scenario": "flea_market", "when": when}
    with Journal.create(path, header) as journal:
        for record in records:
            journal.append(record)
    return path


def move(text: str) -> Record:
    return {"kind": "move", "move": text}


def test_newest_first_with_what_a_list_shows(tmp_path: Path) -> None:
    old = saved(tmp_path / "b.journal", "2026-01-01", move("hold"), move("warn"), undo_record(1))
    new = saved(tmp_path / "a.journal", "2026-02-01", move("accept"), OUTCOME)
    assert list_journals(tmp_path) == [
        Summary(new, "flea_market", "2026-02-01", 1, OUTCOME, ""),
        Summary(old, "flea_market", "2026-01-01", 1, None, ""),
    ]


def test_an_outcome_that_was_undone_no_longer_shows(tmp_path: Path) -> None:
    saved(tmp_path / "a.journal", "", move("hold"), move("accept"), OUTCOME, undo_record(1))
    assert [(found.turns, found.outcome) for found in list_journals(tmp_path)] == [(1, None)]


def test_damaged_and_foreign_files_are_listed_with_a_sentence_and_left_alone(tmp_path: Path) -> None:
    torn = saved(tmp_path / "torn.journal", "2026-03-01", move("hold"), move("warn"))
    torn.write_bytes(torn.read_bytes()[:-3])
    damaged = saved(tmp_path / "damaged.journal", "2026-02-01", move("hold"), move("warn"))
    damaged.write_bytes(damaged.read_bytes().replace(b"hold", b"hole"))
    (tmp_path / "empty.journal").touch()
    (tmp_path / "folder.journal").mkdir()
    (tmp_path / "picture.journal").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "notes.txt").write_text("not looked at", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    found = {entry.path.stem: entry for entry in list_journals(tmp_path)}
    assert list(found) == ["torn", "damaged", "empty", "folder", "picture"]
    assert [entry.turns for entry in found.values()] == [1, 0, 0, 0, 0]
    whys = ("not finished", "damaged at line 2", "is empty", "not a file", "not a journal")
    assert all(why in entry.note for why, entry in zip(whys, found.values(), strict=True))
    assert {path: path.read_bytes() for path in before} == before


def test_an_unreadable_file_or_a_pipe_does_not_hold_the_list_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path / "kept.journal", "2026-01-01")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.journal")

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    assert list_journals(tmp_path)[0].note == ""
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert "Permission denied" in list_journals(tmp_path)[0].note


@pytest.mark.parametrize("when", [None, 5, ["x"]])
def test_a_header_with_odd_types_is_listed_too(tmp_path: Path, when: object) -> None:
    saved(tmp_path / "odd.journal", when)
    assert list_journals(tmp_path)[0].when == ""


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert list_journals(tmp_path / "nowhere") == []
