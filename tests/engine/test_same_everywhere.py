"""The same games, bit for bit: under eight hash seeds and, in the long form, two major versions of numpy."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.engine.digests import digest

SCRIPT = Path(__file__).with_name("digests.py")
HASH_SEEDS = range(8)
NUMPYS = ("numpy>=1.26,<1.27", "numpy>=2")
NEEDED = ("pydantic", "PyYAML", "platformdirs")
ALL = 200
FEW, SOME = 30, ("random", "prepared_and_calm")


def started(python: str, games: int, hash_seed: int, policies: Sequence[str] = ()) -> subprocess.Popen[str]:
    settings = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [python, str(SCRIPT), str(games), *policies]
    return subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def printed(process: "subprocess.Popen[str]") -> str:
    out, error = process.communicate(timeout=300)
    assert process.returncode == 0, error
    return out.strip()


def digests(games: int, seeds: Sequence[int], policies: Sequence[str] = ()) -> dict[int, str]:
    """Hash seed -> digest, two processes at a time."""
    found: dict[int, str] = {}
    for first in range(0, len(seeds), 2):
        running = {seed: started(sys.executable, games, seed, policies) for seed in seeds[first : first + 2]}
        found |= {seed: printed(process) for seed, process in running.items()}
    return found


def test_eight_hash_seeds_give_the_same_games() -> None:
    found = digests(FEW, HASH_SEEDS, SOME)
    assert set(found.values()) == {digest(FEW, SOME)}, found


def test_another_number_of_games_gives_another_digest() -> None:
    assert digest(2, ["random"]) != digest(3, ["random"]) and digest(2, ["random"]) == digest(2, ["random"])


@pytest.mark.soak
def test_eight_hash_seeds_give_the_same_two_hundred_games() -> None:
    found = digests(ALL, HASH_SEEDS)
    assert set(found.values()) == {digest(ALL)}, found


@pytest.mark.soak
def test_two_major_versions_of_numpy_give_the_same_games(tmp_path: Path) -> None:
    found = {
        wanted: printed(started(python_with(wanted, tmp_path / str(n)), ALL, 0)) for n, wanted in enumerate(NUMPYS)
    }
    assert set(found.values()) == {digest(ALL)}, found


def python_with(numpy: str, folder: Path) -> str:
    """The Python of a fresh environment with this numpy."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = next(path for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if path.exists())
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", numpy, *NEEDED]
    subprocess.run(install, check=True, capture_output=True, text=True)
    version = [str(python), "-c", "import numpy; print(numpy.__version__)"]
    major = subprocess.run(version, check=True, capture_output=True, text=True).stdout.partition(".")[0]
    assert major == ("1" if "<1.27" in numpy else "2"), major
    return str(python)
