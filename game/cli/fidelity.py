"""The ``fidelity`` command: published effects as experiments, one table."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.cli.problems import CannotDo, readable
from game.library import asset, find_scenario

MOST_GAMES = 100_000


def fidelity(asked: argparse.Namespace) -> int:
    """Run the experiments and print what came of them; 1 if a size is outside its band."""
    from game.fidelity.bench import chosen, measure  # noqa: PLC0415  # numpy only once there is work for it
    from game.fidelity.page import as_page  # noqa: PLC0415
    from game.fidelity.report import as_json, as_table  # noqa: PLC0415

    if not 2 <= asked.games <= MOST_GAMES:
        raise CannotDo(f"--games wants a whole number from 2 to {MOST_GAMES}, found {asked.games}")
    try:
        chosen(asked.only)
    except KeyError as unknown:
        raise CannotDo(f"There is no effect '{unknown.args[0]}'; there is: {', '.join(_rows())}") from None
    scenes, off = _scenes(asked), asked.without or []
    processes = asked.processes or min(os.cpu_count() or 1, 8)
    results = measure(scenes, asked.games, asked.seed, asked.only, processes)
    if asked.html:
        _write(Path(asked.html), as_page(results, asked.games, asked.seed, off))
    if asked.json:
        print(json.dumps(as_json(results, asked.games, asked.seed, off), indent=2))
    else:
        print("\n".join(as_table(results, asked.games, asked.seed)))
    return 0 if all(result.inside for result in results) else 1


def _rows() -> Sequence[str]:
    from game.fidelity.bench import chosen  # noqa: PLC0415

    return list(dict.fromkeys(effect.row for each in chosen() for effect in each.effects))


def _scenes(asked: argparse.Namespace) -> Mapping[str, Any]:
    from game.fidelity.bench import MAIN_SCENES, tables_of  # noqa: PLC0415
    from game.scenario.load import load_psychology, load_scenario  # noqa: PLC0415

    with readable():
        general = load_psychology(asset("psychology.yaml")).reactions
        scenarios = [load_scenario(find_scenario(name)) for name in asked.scenario or MAIN_SCENES]
    try:
        return {scenario.id: tables_of(scenario, general, asked.without or []) for scenario in scenarios}
    except KeyError as unknown:
        where = asset("psychology.yaml")
        raise CannotDo(f"There is no reaction '{unknown.args[0]}'; the general ones are in {where}") from None


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CannotDo(f"The page cannot be written to {path}: {error.strerror or error}") from None
