"""The program as a user starts it, under a real X server, played by real key presses from the title to the way out.

The keys are found with a hand at a window nobody sees (same seed, same program); then the same keys go to the real one,
and what it wrote down must be the same game.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pygame
import pytest

from game.cli import window
from game.cli.parser import parser
from game.screens.title import Title
from game.session.journal import read_journal
from tests.cli.program import ROOT
from tests.screens.hand import Hand
from tests.screens.x_server import Desk, until, x_server

SEED = ("--seed", "3")


class Noted(Hand):
    """A hand that notes every key."""

    keys: list[str]

    def key(self, *names: str) -> None:
        self.keys = [*getattr(self, "keys", []), *names]
        super().key(*names)

    def type(self, text: str) -> None:
        self.keys = [*self.keys, *text]
        for letter in text:
            super().type(letter)


def play(hand: Hand) -> None:
    """Title, brief, preparation; two turns by menu, a typed line, a built offer, the end, the debrief."""
    hand.key("6", "enter", "enter")
    hand.key("right", "right")
    hand.tab_to("rank.remote")
    hand.key("enter")
    hand.tab_to("begin")
    hand.key("enter")
    assert hand.screen.name == "table"
    hand.key("1", "2", "3")
    hand.key("6", "2", "1")
    hand.key("/")
    hand.type("What would work for you?")
    hand.key("enter")
    hand.tab_to("issue.remote")
    hand.key("right")
    hand.tab_to("put")
    hand.key("enter", "1")
    hand.tab_to("leave")
    hand.key("enter", "1", "1")
    hand.tab_to("debrief")
    hand.key("enter", "enter")


def moves(journals: Path) -> list[tuple[str, str]]:
    """Who did what and said what, in the only journal of a folder."""
    found = list(journals.glob("*.journal"))
    records = read_journal(found[0]).records if found else ()
    return [(str(r["move"]), str(r["words"])) for r in records if r["kind"] == "move"]


def rehearsed(home: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], bytes, list[str]]:
    """The keys of a whole game played out of sight, its debrief as pixels, and the keys that lead out from there."""
    monkeypatch.setenv("COUNTEROFFER_HOME", str(home))
    asked: argparse.Namespace = parser().parse_args(["play", *SEED])
    Title.opening = window._opening(asked)
    hand = Noted(Title())
    try:
        hand.ready()
        play(hand)
        assert hand.screen.name == "debrief"
        surface, count = pygame.display.get_surface(), len(hand.keys)
        assert surface is not None
        picture = surface.get_buffer().raw
        hand.tab_to("title")
        hand.key("enter")
        hand.tab_to("quit")
        hand.key("enter")
        assert hand.window.screen is None
        return hand.keys[:count], picture, hand.keys[count:]
    finally:
        hand.window.close()


def started(home: Path, display: str) -> "subprocess.Popen[bytes]":
    given = {"COUNTEROFFER_HOME": str(home), "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    kept = {name: value for name, value in os.environ.items() if name not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")}
    return subprocess.Popen([sys.executable, "-m", "game", "play", *SEED], cwd=home, env=kept | given)


def alike(one: bytes, other: bytes) -> float:
    """The share of equal pixels of two pictures, looked at in every seventh place."""
    pairs = [(one[n : n + 3], other[n : n + 3]) for n in range(0, min(len(one), len(other)), 28)]
    return sum(a == b for a, b in pairs) / len(pairs)


def test_a_whole_game_by_keyboard_under_a_real_x_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, real = tmp_path / "alone", tmp_path / "real"
    alone.mkdir()
    real.mkdir()
    with x_server() as display:
        keys, picture, way_out = rehearsed(alone, monkeypatch)
        expected = moves(alone / "journals")
        assert len(expected) > 8
        desk = Desk(display)
        with started(real, display) as program:
            try:
                until(desk.window)
                blank = desk.look()
                until(lambda: len({desk.look()[n : n + 3] for n in range(0, 3_000_000, 44444)}) > 2)
                pressed(desk, keys)
                until(lambda: moves(real / "journals") == expected)
                until(lambda: alike(desk.look(), picture) > 0.98)
                assert alike(desk.look(), blank) < 0.9
                pressed(desk, way_out)
                assert program.wait(20) == 0
            finally:
                program.terminate()


def pressed(desk: Desk, keys: Sequence[str]) -> None:
    for key in keys:
        desk.press(key)
