"""The `counteroffer` command: reads the command line, calls what was asked for, returns the exit code.

0 fine, 1 the answer is no, 2 bad input; never a traceback for bad input. What a command needs is imported when it is
asked for, so that `--help` and listings are quick.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from game.cli.parser import parser

__all__ = ["main"]

# A batch of games multiplies many small matrices; a second thread only makes each wait for the other.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, by default the program's own arguments; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream that a test put there
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    asked = parser().parse_args(words or ["play"])
    in_window = asked.command == "play" and _window_wanted(asked)  # asked first: its first frame needs none of the rest
    from game.cli.problems import CannotDo  # noqa: PLC0415  # only now: --help needs none of it

    try:
        return _run(asked, in_window)
    except CannotDo as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has stopped; nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 0


def _window_wanted(asked: argparse.Namespace) -> bool:
    if asked.text or asked.json or asked.script is not None:
        return False
    from game.cli import window  # noqa: PLC0415

    return window.wanted(asked)


def _run(asked: argparse.Namespace, in_window: bool) -> int:
    if in_window:
        from game.cli import window  # noqa: PLC0415

        return window.play(asked)
    from game.cli.commands import COMMANDS  # noqa: PLC0415

    return COMMANDS[asked.command](asked)
