"""The program as a process of its own, with a data folder of its own, no terminal and no display."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(home: Path) -> dict[str, str]:
    """What the program sees: the checkout, plain output, a data folder for tests."""
    return os.environ | {
        "PYTHONPATH": str(ROOT), "COUNTEROFFER_HOME": str(home), "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8",
        "SDL_VIDEODRIVER": "dummy",
    }  # fmt: skip


def counteroffer(home: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command with some lines as input; never fails by itself."""
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        input=typed, cwd=home, env=environment(home), capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
