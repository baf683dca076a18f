"""How fast the window is: first frame against a bare one, a frame in a scripted game, and what idling costs."""

import os
import subprocess
import sys
import time
from pathlib import Path

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


def seconds(source: str) -> float:
    """The best of some starts of a program."""
    best = 9.0
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", source], check=True)
        best = min(best, time.perf_counter() - start)
    return best


def start() -> None:
    """First frame of the title against a bare window of the same library."""
    bare, ours = seconds(_BARE), seconds(_OURS)
    print(f"first frame: {1000 * ours:.0f} ms, a bare window {1000 * bare:.0f} ms: {ours / bare:.2f} times")


def frames_and_idling() -> None:
    """Frames of a game of twelve turns with every menu opened, then five seconds of nothing."""
    from game.screens.table import Table
    from game.screens.window import Window
    from tests.screens.hand import Hand
    from tests.screens.stages import session

    hand, taken = Hand(Table(session("target 75", "walk-away 45", "begin"))), []
    plain = Window.draw

    def timed(window: Window) -> None:
        begun = time.process_time()
        plain(window)
        taken.append(1000 * (time.process_time() - begun))

    Window.draw = timed  # type: ignore[method-assign]
    for turn in range(12):
        hand.key(str(1 + turn % 2), "1", "1", "1")
        hand.key("escape", "escape", "tab", "tab")
        for _ in range(4):
            hand.window.step()
    taken.sort()
    middle, high = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    print(f"{len(taken)} frames, processor time: median {middle:.1f} ms, p99 {high:.1f} ms, most {taken[-1]:.1f} ms")
    while hand.screen.moving:
        hand.window.step()
    used, begun = time.process_time(), time.perf_counter()
    while time.perf_counter() - begun < 5:
        hand.window.step()
    print(f"idle: {100 * (time.process_time() - used) / 5:.2f} % of a core")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    start()
    frames_and_idling()
