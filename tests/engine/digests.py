"""One number for how games end, to be compared between processes.

``python tests/engine/digests.py GAMES [POLICY..]`` prints it.

Every policy (or those named) plays both scenes against the script; the end states are hashed as
little-endian 32-bit integers, whatever the machine's byte order or the arrays' own widths.
"""

import sys
from collections.abc import Sequence
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from game.engine.compile import compile_scenario
from game.engine.script import script
from game.engine.state import State
from game.players.policies import POLICIES
from game.players.simulate import Played, play_out
from game.scenario.load import load_psychology, load_scenario

ROOT = Path(__file__).parents[2]
FILES = (ROOT / "scenarios" / "raise_request.yaml", ROOT / "tests" / "scenario" / "small_scene.yaml")


def digest(games: int, names: Sequence[str] = ()) -> str:
    """The digest over some policies, or all, and both scenes."""
    general = load_psychology(ROOT / "assets" / "psychology.yaml").reactions
    hashed = blake2b(digest_size=16)
    for file in FILES:
        tables = compile_scenario(load_scenario(file), general)
        for name in names or POLICIES:
            hashed.update(name.encode())
            add(hashed, play_out(tables, (POLICIES[name], script), 2024, np.arange(games)))
    return hashed.hexdigest()


def add(hashed: blake2b, played: Played) -> None:
    """Add end states, scores and lengths."""
    arrays = [getattr(played.state, field.name) for field in fields(State)]
    arrays += [getattr(played.scores, field.name) for field in fields(played.scores)]
    for array in (*arrays, played.turns):
        hashed.update(repr(array.shape).encode())
        hashed.update(np.ascontiguousarray(array).astype("<i4").tobytes())


if __name__ == "__main__":
    print(digest(int(sys.argv[1]), sys.argv[2:]))
