"""How fast the window is: first frame against a bare one, a frame in a scripted game, and what idling costs."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.window import Window

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

_BARE = """
import pygame
pygame.display.init(); pygame.font.init()
pygame.display.set_mode((1280, 720)).fill("#efe7d8"); pygame.display.flip()
"""
_OURS = """
import sys; sys.argv = ["counteroffer"]
from game.cli.parser import parser
asked = parser().parse_args(["play"])
from game.cli import window
from game.screens import window as w
import pygame
w.available = lambda: True
assert window.wanted(asked)
from game.screens.title import Title
Title.opening = window._opening(asked)
pygame.display.init(); pygame.font.init(); pygame.display.set_mode((1280, 720))
w.Window(Title()).draw()
assert not {"numpy", "yaml", "pydantic"} & set(sys.modules), "imported too early"
"""


def seconds(source: str) -> tuple[float, float]:
    """One start of a program: seconds on the clock, and of processor time."""
    clock, used = time.perf_counter(), sum(os.times()[2:4])
    subprocess.run([sys.executable, "-c", source], check=True)
    return time.perf_counter() - clock, sum(os.times()[2:4]) - used


def start() -> None:
    """First frame of the title against a bare window of the same library: started by turns, the medians compared."""
    pairs = [(seconds(_BARE), seconds(_OURS)) for _ in range(9)]
    for name, which in (("on the clock", 0), ("of processor time", 1)):
        bare, ours = (statistics.median(pair[side][which] for pair in pairs) for side in (0, 1))
        print(f"first frame {name}: {1000 * ours:.0f} ms, a bare window {1000 * bare:.0f} ms: {ours / bare:.2f} times")


def keys() -> Iterator[str]:
    """Keys of a game of twelve turns: menus opened and closed, focus moved, sentences chosen."""
    for turn in range(12):
        yield from (str(1 + turn % 2), "1", "1", "1", "escape", "escape", "tab", "tab")


def frames_and_idling() -> None:
    """Every frame of three such games as the loop draws it, what a step of the loop takes, then five quiet seconds.

    Processor time of the drawing thread, and of three games the best: other programs share this machine.
    """
    rows = [_played(seed) for seed in (3, 4, 5)]
    for name, place in (("frames", 0), ("steps of the loop, the answer of the other side included", 1)):
        best = min((sorted(row[place]) for row in rows), key=lambda each: each[int(len(each) * 0.99)])
        middle, high = best[len(best) // 2], best[int(len(best) * 0.99)]
        print(f"{len(best)} {name}: median {middle:.1f} ms, p99 {high:.1f} ms, most {best[-1]:.1f} ms")


def _played(seed: int) -> tuple[list[float], list[float]]:
    from game.screens import window as w
    from game.screens.table import Table
    from tests.screens.hand import KEYS
    from tests.screens.stages import session

    pygame = w.pygame
    window = w.opened(Table(session("target 75", "walk-away 45", "begin", seed=seed)), (1280, 720))
    frames: list[float] = []
    steps: list[float] = []
    _timed(window, "draw", frames)
    _timed(window, "step", steps)
    for _ in range(40):  # the first picture, and what is drawn ahead of the game
        window.step()
    del frames[:], steps[:]
    for key in keys():
        code = KEYS.get(key) or pygame.key.key_code(key)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
        for _ in range(6):
            window.step()
    if seed == 5:
        _idle(window)
    window.close()
    return frames, steps


def _timed(window: "Window", name: str, into: list[float]) -> None:
    plain = getattr(window, name)

    def timed(*given: float) -> None:
        begun = time.thread_time()
        plain(*given)
        into.append(1000 * (time.thread_time() - begun))

    setattr(window, name, timed)


def _idle(window: "Window") -> None:
    for _ in range(90):
        window.step()
    used, begun = time.process_time(), time.perf_counter()
    while time.perf_counter() - begun < 5:
        window.step()
    print(f"idle: {100 * (time.process_time() - used) / 5:.2f} % of a core")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    start()
    frames_and_idling()
