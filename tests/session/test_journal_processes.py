"""The journal among processes: one that is killed loses nothing it acknowledged; two never both append."""

import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from game.session.journal import Journal, JournalBusy
from game.session.sealing import Record

ROOT = Path(__file__).resolve().parents[2]
HEADER: Record = {"kind": "game", "format": 1, "scenario": "raise_request"}

OTHER = """
    import sys
    from pathlib import Path
    from game.session.journal import Journal, JournalBusy, read_journal
    try:
        Journal.open(Path(sys.argv[1]))
    except JournalBusy as refusal:
        print(refusal)
    print(len(read_journal(Path(sys.argv[1])).records))
"""


def test_a_second_process_may_read_but_not_append(tmp_path: Path) -> None:
    path = tmp_path / "one.journal"
    with Journal.create(path, HEADER):
        with pytest.raises(JournalBusy):
            Journal.open(path)
        said = subprocess.run(child(OTHER, path), capture_output=True, text=True, check=True).stdout.splitlines()
        assert "is open in another running game" in said[0]
    assert said[1:] == ["0"]
    assert subprocess.run(child(OTHER, path), capture_output=True, text=True, check=True).stdout.split() == said[1:]


def child(code: str, path: Path) -> list[str]:
    """A command that runs `code` on a journal, with the game found from the checkout."""
    return [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + textwrap.dedent(code), str(path)]


WRITER = """
    import os, sys, time
    from pathlib import Path
    from game.session.journal import Journal
    write = os.write

    def slow(fd, data):  # Small pieces with pauses, so that many a kill falls between them.
        time.sleep(0.0003)
        return write(fd, data[:200])

    os.write = slow
    _, records, journal = Journal.open(Path(sys.argv[1]))
    for number in range(len(records), 1_000_000):
        journal.append({"kind": "move", "number": number, "words": "x" * 800})
        print("ack", number, flush=True)
"""


def killed_at_random(path: Path, chance: random.Random) -> int:
    """Let a process append until it is killed; the number of the last record it acknowledged."""
    with subprocess.Popen(child(WRITER, path), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.01)
        process.kill()
        acknowledged = (first + process.stdout.read()).splitlines()
    return max(int(line[4:]) for line in acknowledged if line.startswith("ack ") and line[4:].isdigit())


def kill_often(path: Path, kills: int) -> None:
    chance = random.Random(kills)
    torn = 0
    Journal.create(path, HEADER).close()
    for _ in range(kills):
        last = killed_at_random(path, chance)
        _, records, journal = Journal.open(path)
        with journal:
            assert not journal.read_only, journal.note
        assert [record["number"] for record in records] == list(range(len(records)))
        assert len(records) > last
        torn += "not finished" in journal.note
    assert torn, "no kill fell into a write, so this showed nothing"


def test_no_acknowledged_record_is_lost_when_the_game_is_killed(tmp_path: Path) -> None:
    kill_often(tmp_path / "killed.journal", 20)


@pytest.mark.soak
def test_no_acknowledged_record_is_lost_in_many_kills(tmp_path: Path) -> None:
    for part in range(10):
        kill_often(tmp_path / f"{part}.journal", 20)
