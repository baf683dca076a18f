"""A wheel, installed where nothing else is and run from another folder, finds everything that a checkout has."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_an_installed_wheel_lists_its_scenarios_from_any_folder(tmp_path: Path) -> None:
    run("-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT))
    (wheel,) = tmp_path.glob("counteroffer-*.whl")
    bin_folder = empty_environment(tmp_path / "venv")
    python = bin_folder / "python"
    run("-m", "pip", "--python", str(python), "install", "--quiet", str(wheel))

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shipped = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))
    said = run("-m", "game", "scenarios", "--json", program=python, folder=elsewhere)
    assert sorted(entry["id"] for entry in json.loads(said)) == shipped
    listed = run("scenarios", program=bin_folder / "counteroffer", folder=elsewhere)
    assert all(name in listed for name in shipped)
    pages = "import game; print(game.__path__[0])"
    package = Path(run("-c", pages, program=python, folder=elsewhere).strip())
    for folder in ("templates", "static"):
        assert files_in(package / "host" / folder) == files_in(ROOT / "game" / "host" / folder)
    where = "from game import library; print(library.asset('').resolve())"
    assets = Path(run("-c", where, program=python, folder=elsewhere).strip())
    assert assets.is_relative_to(tmp_path.resolve())
    assert files_in(assets) == files_in(ROOT / "assets")


def empty_environment(folder: Path) -> Path:
    """A virtual environment with nothing in it, not even pip; the folder of its programs."""
    venv.create(folder, with_pip=False)
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


def run(*words: str, program: Path | str = sys.executable, folder: Path = ROOT) -> str:
    """What a program prints; fails with all it said when its exit code is not 0."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env["COUNTEROFFER_HOME"] = str(folder / "home")
    command = [str(program), *words]
    done = subprocess.run(command, check=False, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
