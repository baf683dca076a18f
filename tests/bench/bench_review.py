"""How quick a review is: the first decision, a game of twelve decisions, rollouts and turns a second. On one core.

python tests/bench/bench_review.py
"""

# ruff: noqa: E402 - the number of threads is set before numpy is imported
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.review import judge
from game.review.record import Record
from game.review.review import Reviewing
from game.session.reviewing import record_of, standards
from tests.review.games import SCENES, opened, played_out

DECISIONS, REPEATS = 12, 3
_counted = {"rollouts": 0, "turns": 0}


def counting() -> None:
    """Count the lanes of every batch of rollouts, and the turns they go on for."""
    plain = judge.played_on

    def counted(record, state, moves, luck, later=None):  # type: ignore[no-untyped-def]
        _counted["rollouts"] += len(state)
        return (yield from plain(record, state, moves, luck, later))

    judge.played_on = counted
    from game.review import rollouts

    play = rollouts.play

    def watched(*args, **named):  # type: ignore[no-untyped-def]
        for turn in play(*args, **named):
            _counted["turns"] += int((~turn[1].ended).sum())
            yield turn

    rollouts.play = watched


def records() -> Iterator[tuple[str, Record]]:
    """The last twelve decisions of a game in each scene, the first that is long enough."""
    for scene in SCENES:
        for policy, seed in product(("tit_for_tat", "conceder", "hardliner", "apologetic"), range(4)):
            record = record_of(played_out(opened(scene, seed, 0, policy), policy).game)
            if len(record.decisions) >= DECISIONS:
                yield scene, replace(record, since=record.decisions[-DECISIONS])
                break


def timed(record: Record) -> tuple[float, float]:
    """Processor seconds to the first decision, worked on one at a time, and to the whole review at once."""
    start = time.process_time()
    one = Reviewing(record, standards(), together=1)
    while not one.decisions:
        one.advance()
    first = time.process_time() - start
    start = time.process_time()
    Reviewing(record, standards()).finish()
    return first, time.process_time() - start


def main() -> None:
    """Print the figures."""
    chosen = list(records())
    for scene, record in chosen:
        timed(record)
        runs = [timed(record) for _ in range(REPEATS)]
        first, whole = (statistics.median(each) for each in zip(*runs, strict=True))
        print(f"{scene:20} {DECISIONS} decisions: the first after {1000 * first:4.0f} ms, all after {whole:.2f} s")
    counting()
    start = time.process_time()
    for _, record in chosen:
        Reviewing(record, standards()).finish()
    spent = time.process_time() - start
    print(f"{_counted['rollouts'] / spent:,.0f} rollouts/s, {_counted['turns'] / spent:,.0f} turns/s, "
          f"{_counted['rollouts'] / max(1, len(chosen)):,.0f} rollouts a game")  # fmt: skip


if __name__ == "__main__":
    main()
