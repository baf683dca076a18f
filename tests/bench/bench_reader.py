"""How long one reading takes on the small scene: p50, p99 and the slowest. Aim: p99 <= 5 ms.

``python -m tests.bench.bench_reader`` from the checkout.
"""

import time
from pathlib import Path

from game.library import asset
from game.reader.acts import read
from game.scenario.load import load_phrasebook, load_scenario
from tests.reader.typed_lines import FRESH, THEIRS, UNDER_THEIRS

SMALL = Path(__file__).resolve().parents[1] / "scenario" / "small_scene.yaml"


def main() -> None:
    scene = load_scenario(SMALL)
    book = load_phrasebook(asset("phrasebook.yaml")).wordings
    lines = [*FRESH, *UNDER_THEIRS, *(wording.say for wordings in book.values() for wording in wordings)]
    read("warm up", scene, "buyer")
    times = []
    for line in lines * 5:
        before = time.perf_counter()
        read(line, scene, "buyer", THEIRS)
        times.append(1000 * (time.perf_counter() - before))
    times.sort()
    print(f"{len(lines)} lines, {len(times)} readings: p50 {times[len(times) // 2]:.2f} ms, "
          f"p99 {times[len(times) * 99 // 100]:.2f} ms, slowest {times[-1]:.2f} ms")  # fmt: skip
    before = time.perf_counter()
    read("i'd like 120 if you do, um, " * 100, scene, "buyer", THEIRS)
    print(f"the longest line that is read (2,000 characters): {1000 * (time.perf_counter() - before):.1f} ms")


if __name__ == "__main__":
    main()
