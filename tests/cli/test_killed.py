"""A game that is killed while being played loses no turn that was shown."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.session.play import Session
from tests.cli.program import environment
from tests.session.games import stage

MOVES = ["1", "chat", "ask reason", "acknowledge", "clarify pay_start", "ask priority salary", "credit", "summarise",
         "clarify bonus_base", "ask decision", "silence"]  # fmt: skip


def killed_game(path: Path, after: float, turns: int) -> int:
    """Play through the command line and kill it some time after its so-many-th turn; how many turns were shown."""
    child = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "--text", "--seed", "7", "--save", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(path.parent), text=True, encoding="utf-8",
    )  # fmt: skip
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write("\n".join(MOVES) + "\n")
    child.stdin.flush()
    shown = 0
    killer = threading.Timer(after, child.kill)
    for line in child.stdout:
        # A turn is shown only once it is saved; a prompt stands before the line when input is piped.
        shown += 'You: "' in line
        if shown == turns and killer.ident is None:
            killer.start()
    killer.cancel()
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    return shown


def check(folder: Path, times: int) -> None:
    luck = random.Random(times)
    for number in range(times):
        path = folder / f"{number}.journal"
        shown = killed_game(path, luck.uniform(0, 0.01), luck.randint(1, 8))
        resumed = Session.resume(path, lambda _name: stage())
        assert isinstance(resumed, Session), resumed
        stored = [entry for entry in resumed.game.entries if entry.said.seat == 0 and entry.told.turn]
        resumed.close()
        assert 0 < shown <= len(stored)


def test_a_killed_game_loses_no_turn_that_was_shown(tmp_path: Path) -> None:
    check(tmp_path, 10)


@pytest.mark.soak
def test_two_hundred_killed_games_lose_nothing(tmp_path: Path) -> None:
    check(tmp_path, 200)
