"""``counteroffer review``: text, JSON, a page, a table; and bad input answered in a sentence."""

import json
from pathlib import Path

import pytest

from tests.cli.program import counteroffer

MOVES = "begin\nask reason\noffer salary=66000\ndisparage : Your whole outfit is a joke.\nleave\n"


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("games")
    script, path = folder / "moves.txt", folder / "a.journal"
    script.write_text(MOVES, encoding="utf-8")
    played = counteroffer(folder, "play", "raise_request", "--script", str(script), "--save", str(path), "--json")
    assert played.returncode == 0, played.stderr
    return path


def test_the_review_as_json_has_the_promised_shape(journal: Path) -> None:
    told = counteroffer(journal.parent, "review", str(journal), "--json")
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert 0 <= found["accuracy"] <= 100
    wanted = ("turn", "move", "value_before", "value_played", "value_best", "best", "loss", "interval", "fault", "mark")
    for decision in found["decisions"]:
        assert all(name in decision for name in wanted)
        assert decision["loss"] >= 0 and decision["value_best"] >= decision["value_played"]
    assert [each["turn"] for each in found["decisions"]] == [1, 2, 3, 4]
    assert found["decisions"][3]["mark"] == "blunder" and found["decisions"][2]["fault"] == "damage"
    assert set(found["turning_points"]) <= {1, 2, 3, 4} and len(found["turning_points"]) <= 3


def test_the_review_as_a_page(journal: Path) -> None:
    page = journal.parent / "page.html"
    assert counteroffer(journal.parent, "review", str(journal), "--html", str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>") and "?? Turn 4, blunder" in text and "<svg" in text
    assert "http" not in text.replace("http-equiv", "")


def test_a_folder_becomes_a_table_and_a_broken_file_a_line_in_it(journal: Path) -> None:
    (journal.parent / "b.journal").write_text("not a journal\n", encoding="utf-8")
    told = counteroffer(journal.parent, "review", str(journal.parent))
    assert told.returncode == 0, told.stderr
    assert "a.journal" in told.stdout and "b.journal" in told.stdout and "damage: 1 (1)" in told.stdout
    assert "Practices not shown yet" in told.stdout


def test_bad_input_is_one_sentence(journal: Path, tmp_path: Path) -> None:
    for words in ((str(tmp_path / "none.journal"),), (str(journal), "--weight", "7"), (str(tmp_path),)):
        told = counteroffer(tmp_path, "review", *words)
        assert told.returncode == 2, words
        assert len(told.stderr.strip().splitlines()) == 1 and "Traceback" not in told.stderr
