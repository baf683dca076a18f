"""How long reading and checking a complete scene takes, after imports. Run: ``python tests/bench/bench_load.py``."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from game.scenario.check import check_scenario
from game.scenario.load import load_scenario, read_text
from game.scenario.model import Scenario
from game.scenario.positions import read_tree

ROOT = Path(__file__).parents[2]
TIMES = 30
WANTED_MS = 20.0


def milliseconds(what: str, work: Callable[[], object]) -> float:
    """Print the first, the best and the middle time of a piece of work; the middle one is returned."""
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    first, middle, best = times[0], sorted(times)[TIMES // 2], min(times)
    print(f"{what:10} first {first:6.2f} ms   best {best:6.2f} ms   middle {middle:6.2f} ms")
    return middle


def main() -> None:
    shipped = ROOT / "scenarios" / "raise_request.yaml"
    path = shipped if shipped.exists() else ROOT / "tests" / "scenario" / "small_scene.yaml"
    text = read_text(path)
    print(f"{path.name}: {len(text.encode()) / 1024:.0f} KiB, {text.count(chr(10))} lines")
    whole = milliseconds("all", lambda: load_scenario(path))
    scene = load_scenario(path)
    data = read_tree(text, path.name).data | {"format": 1}
    milliseconds("read", lambda: read_text(path))
    milliseconds("walk", lambda: read_tree(text, path.name))
    milliseconds("positions", lambda: read_tree(text, path.name, marks=True))
    milliseconds("validate", lambda: Scenario.model_validate(data))
    milliseconds("check", lambda: check_scenario(scene))
    print(f"wanted: at most {WANTED_MS:.0f} ms for all; measured {whole:.1f} ms")


if __name__ == "__main__":
    main()
