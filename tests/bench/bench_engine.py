"""How fast the engine is. Run: ``python tests/bench/bench_engine.py``. Prints figures and never fails.

Quote the ratios to the yardsticks timed in the same run, not the absolute figures: machines differ.
"""

# ruff: noqa: E402 - the number of threads is set before numpy is imported
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from game.engine.columns import GAME
from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.script import script
from game.engine.state import start
from game.engine.step import step
from game.engine.tables import Tables
from game.engine.view import own_tables, view_of
from game.players.policies import POLICIES
from game.players.simulate import play, play_out
from game.scenario.load import load_psychology, load_scenario

ROOT = Path(__file__).parents[2]
LANES, GAMES_ALONE, ROUNDS = 8_000, 40, 3
WANTED_P50, WANTED_P99, WANTED_TURNS, WANTED_GAMES = 0.3, 1.0, 0.8, 1.5

Clock = Callable[[], float]
#: Time that passed, and time the processor worked for this process: on a machine that does other things they differ.
WALL, WORK = time.perf_counter, time.process_time


def milliseconds(work: Callable[[], object], times: int, clock: Clock = WORK) -> list[float]:
    """Sorted times of some work."""
    found = []
    for _ in range(times):
        started = clock()
        work()
        found.append(1000 * (clock() - started))
    return sorted(found)


def at(times: list[float], share: float) -> float:
    """The time below which that share of them lies."""
    ordered = sorted(times)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def small_yardstick() -> float:
    """A hundred times ``np.where`` on one element, ms."""
    one, yes = np.ones(1, np.int32), np.ones(1, bool)
    return at(milliseconds(lambda: [np.where(yes, one, 0) for _ in range(100)], 300), 0.5)


def loop_yardstick() -> float:
    """An empty Python loop of ten thousand rounds, ms."""

    def empty() -> None:
        for _ in range(10_000):
            pass

    return at(milliseconds(empty, 100), 0.5)


def large_yardstick() -> float:
    """One 512 x 512 float32 matrix product, ms."""
    square = np.ones((512, 512), np.float32)
    return at(milliseconds(lambda: square @ square, 60), 0.5)


def alone(tables: Tables, clock: Clock) -> tuple[list[float], list[float]]:
    """Milliseconds of each ``step``, and of each turn of the script (view, move and step), in games of one lane."""
    steps, turns = [], []
    own = (own_tables(tables, 0), own_tables(tables, 1))
    players = (POLICIES["prepared_and_calm"], script)
    for game in range(GAMES_ALONE):
        luck = Luck.of(11, np.array([game]))
        streams = (luck.own("seat 0"), luck.own("seat 1"))
        state = start(tables, luck)
        while not state.ended[0]:
            who = int(state.game[0, GAME["who"]])
            begun = clock()
            moves = players[who](view_of(tables, own[who], state), streams[who])
            moved = clock()
            state, _ = step(tables, state, moves, luck)
            ended = clock()
            steps.append(1000 * (ended - moved))
            if who == 1:
                turns.append(1000 * (ended - begun))
    return steps, turns


def together(tables: Tables, policy: str) -> float:
    """Million turns a second of a policy against the script in one batch, the best of a few rounds, by its own work."""
    best = 0.0
    for seed in range(ROUNDS):
        luck, count = Luck.of(seed, np.arange(LANES)), 0
        started = WORK()
        for _, before, _, _ in play(tables, (POLICIES[policy], script), luck):
            count += len(before) - int(before.ended.sum())
        best = max(best, count / (WORK() - started) / 1e6)
    return best


def whole_process() -> str:
    """What ``counteroffer simulate`` takes for ten thousand games: seconds, and memory where the system tells."""
    command = [sys.executable, "-m", "game", "simulate", "raise_request", "--policy", "prepared_and_calm"]
    started = WALL()
    subprocess.run([*command, "--games", "10000"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    told = f"{WALL() - started:.2f} s"
    try:
        import resource
    except ImportError:  # Windows
        return told
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{told} ({used.ru_utime + used.ru_stime:.2f} s of work), {used.ru_maxrss * unit / 2**20:.0f} MiB"


def print_alone(tables: Tables, small: float, loop: float) -> None:
    """What a turn takes in a game of one lane, by the clock and by the work done."""
    by_clock = [alone(tables, clock) for clock in (WALL, WORK)]
    for what, *found in zip(("step", "step + script"), *by_clock, strict=True):
        (wall, wall_99), (work, work_99) = ((at(times, 0.5), at(times, 0.99)) for times in found)
        ratios = f"{work / small:.2f} x 100 np.where, {work / loop:.2f} x 10,000 empty rounds"
        print(f"{what:14} at B=1: p50 {work:.3f} ms = {ratios}; p99 {work_99:.3f} ms", end="; ")
        print(f"by the clock p50 {wall:.3f}, p99 {wall_99:.3f} ms ({len(found[0])} turns)")
    print(f"wanted: p50 <= {WANTED_P50} ms, p99 <= {WANTED_P99} ms a turn")


def main() -> None:
    """Print everything."""
    scene = load_scenario(ROOT / "scenarios" / "raise_request.yaml")
    general = load_psychology(ROOT / "assets" / "psychology.yaml").reactions
    tables = compile_scenario(scene, general)
    small, loop, large = small_yardstick(), loop_yardstick(), large_yardstick()
    print(
        f"numpy {np.__version__}; yardsticks: 100 np.where {small:.3f} ms, 10,000 empty rounds {loop:.3f} ms, ", end=""
    )
    print(f"512 x 512 product {large:.2f} ms; times are the processor's own unless said otherwise")
    compiling = at(milliseconds(lambda: compile_scenario(scene, general), 7), 0.5)
    print(f"compile {scene.id} ({tables.packages} packages): {compiling:.0f} ms = {compiling / large:.0f} products")
    print_alone(tables, small, loop)
    for policy in ("hardliner", "random", "prepared_and_calm"):
        millions = together(tables, policy)
        ratio = 1e6 * millions * large / 1000
        print(f"{policy:18} {LANES} lanes, one core: {millions:.2f} million turns/s = {ratio:.0f} turns a product")
    print(f"wanted: >= {WANTED_TURNS} million turns/s")
    games = at(milliseconds(lambda: play_out(tables, (POLICIES["hardliner"], script), 1, np.arange(10_000)), 3), 0)
    print(f"10,000 games of hardliner, played and scored: {games / 1000:.2f} s")
    print(f"10,000 games of prepared_and_calm, whole process: {whole_process()}; wanted: <= {WANTED_GAMES} s, 200 MiB")


if __name__ == "__main__":
    main()
