"""``counteroffer progress``: nothing yet, then a game, its practices and what to work on."""

import json
from pathlib import Path

from tests.cli.program import counteroffer


def test_there_is_nothing_to_show_until_a_game_is_finished(tmp_path: Path) -> None:
    done = counteroffer(tmp_path, "progress")
    assert done.returncode == 1 and "No finished game" in done.stdout


def test_a_finished_game_is_counted(tmp_path: Path) -> None:
    (tmp_path / "moves.txt").write_text("target 70\nbegin\nask reason\nleave\n", encoding="utf-8")
    journal = tmp_path / "journals" / "one.journal"
    journal.parent.mkdir(parents=True, exist_ok=True)
    counteroffer(tmp_path, "play", "bedtime", "--script", "moves.txt", "--seed", "3", "--save", str(journal))
    where = json.loads(counteroffer(tmp_path, "games", "--json").stdout)
    assert [game["scenario"] for game in where] == ["bedtime"]
    told = json.loads(counteroffer(tmp_path, "progress", "--json").stdout)
    assert told["games"][0]["scenario"] == "bedtime" and told["practices"] and told["aim"] is None
    assert "What you do, the rarest first:" in counteroffer(tmp_path, "progress").stdout
    assert counteroffer(tmp_path, "progress", "--scenario", "flea_market").returncode == 1
