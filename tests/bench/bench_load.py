"""How long reading and checking a complete scene takes, after imports. Run: ``python tests/bench/bench_load.py``.

Times are the processor's own for this process; quote the ratios to the yardstick timed in the same run.
"""

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


def yardstick() -> float:
    """An empty Python loop of a hundred thousand rounds, ms: the middle of several."""
    times = []
    for _ in range(TIMES):
        started = time.process_time()
        for _ in range(100_000):
            pass
        times.append(1000 * (time.process_time() - started))
    return sorted(times)[TIMES // 2]


def milliseconds(what: str, work: Callable[[], object], loop: float) -> float:
    """Print the first, the best and the middle time of a piece of work; the middle one is returned."""
    times = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        times.append(1000 * (time.process_time() - started))
    first, middle, best = times[0], sorted(times)[TIMES // 2], min(times)
    told = f"first {first:6.2f} ms   best {best:6.2f} ms   middle {middle:6.2f} ms = {middle / loop:5.2f} loops"
    print(f"{what:10} {told}")
    return middle


def main() -> None:
    shipped = ROOT / "scenarios" / "raise_request.yaml"
    path = shipped if shipped.exists() else ROOT / "tests" / "scenario" / "small_scene.yaml"
    text = read_text(path)
    print(f"{path.name}: {len(text.encode()) / 1024:.0f} KiB, {text.count(chr(10))} lines")
    loop = yardstick()
    print(f"yardstick: 100,000 empty rounds {loop:.2f} ms")
    whole = milliseconds("all", lambda: load_scenario(path), loop)
    scene = load_scenario(path)
    data = read_tree(text, path.name).data | {"format": 1}
    milliseconds("read", lambda: read_text(path), loop)
    milliseconds("walk", lambda: read_tree(text, path.name), loop)
    milliseconds("positions", lambda: read_tree(text, path.name, marks=True), loop)
    milliseconds("validate", lambda: Scenario.model_validate(data), loop)
    milliseconds("check", lambda: check_scenario(scene), loop)
    print(f"wanted: at most {WANTED_MS:.0f} ms for all; measured {whole:.1f} ms")


if __name__ == "__main__":
    main()
