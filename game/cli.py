"""The `counteroffer` command: reads the command line, calls what was asked for, returns the exit code.

0 fine, 1 the answer is no, 2 bad input.
"""

import argparse
import json
from collections.abc import Sequence

from game.library import scenario_files


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, by default the program's own arguments; the exit code."""
    asked = _parser().parse_args(argv)
    return _scenarios(as_json=asked.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="counteroffer", description="Practise negotiating.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    scenarios = commands.add_parser("scenarios", help="list the scenarios that are installed")
    scenarios.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _scenarios(as_json: bool) -> int:
    found = [{"id": name, "file": str(path)} for name, path in scenario_files().items()]
    print(json.dumps(found, indent=2) if as_json else "\n".join(f"{entry['id']}  {entry['file']}" for entry in found))
    return 0
