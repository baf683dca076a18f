"""The commands but ``play``: each takes what was asked and returns the exit code."""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from game.cli.problems import CannotDo, readable
from game.library import journals_folder, scenario_files

__all__ = ["COMMANDS", "CannotDo"]


def _print(found: list[dict[str, Any]], as_json: bool, line: Callable[[dict[str, Any]], str], empty: str) -> int:
    """A listing, as JSON or one line each."""
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print("\n".join(map(line, found)) or empty)
    return 0


def _scenarios(asked: argparse.Namespace) -> int:
    from game.scenario.load import load_scenario  # noqa: PLC0415
    from game.scenario.problem import BadFile  # noqa: PLC0415

    def title(path: Path) -> str:
        try:
            return load_scenario(path).title
        except BadFile:
            return f"(has findings: counteroffer lint {path})"

    found = [{"id": name, "title": title(path), "file": str(path)} for name, path in scenario_files().items()]
    return _print(found, asked.json, lambda s: f"{s['id']}  {s['title']}  {s['file']}", "No scenario is installed.")


def _policies(asked: argparse.Namespace) -> int:
    from game.players.policies import POLICIES  # noqa: PLC0415

    found = [{"name": name, "about": _first_sentence(policy.__doc__)} for name, policy in POLICIES.items()]
    return _print(found, asked.json, lambda p: f"{p['name']}  {p['about']}".rstrip(), "No policy is installed.")


def _first_sentence(text: str | None) -> str:
    return " ".join((text or "").strip().partition("\n\n")[0].split())


def _games(asked: argparse.Namespace) -> int:
    from game.session.shelf import list_journals  # noqa: PLC0415

    with readable():
        every = list_journals(journals_folder())
    found = [
        {
            "file": str(each.path), "scenario": each.scenario, "when": each.when, "turns": each.turns,
            "outcome": str(each.outcome.get("outcome")) if each.outcome else "open", "note": each.note,
            "number": number,
        }
        for number, each in enumerate(every, start=1)
    ]  # fmt: skip
    return _print(found, asked.json, _game_line, "No game has been saved yet.")


def _game_line(game: dict[str, Any]) -> str:
    if game["note"] and not game["scenario"]:
        return str(game["note"])
    state = game["outcome"].replace("_", " ")
    resume = f"counteroffer play --resume {game['number']}" if game["outcome"] == "open" else game["file"]
    moves = f"{game['turns']} move{'s' if game['turns'] != 1 else ''} of both sides"
    told = (f"{game['number']:3}", game["when"], game["scenario"], moves, state, resume, game["note"])
    return "  ".join(told).rstrip()


def _read(asked: argparse.Namespace) -> int:
    from game.cli.scene import scenario_and_seat  # noqa: PLC0415
    from game.reader.acts import read  # noqa: PLC0415
    from game.reader.reading import as_json  # noqa: PLC0415

    if (asked.sentence is None) == (asked.file is None):
        raise CannotDo("Give one sentence in quotes, or --file FILE with a sentence a line.")
    scenario, seat = scenario_and_seat(asked.scenario, asked.seat)
    theirs, mine = _offer_of(asked.theirs), _offer_of(asked.mine)
    lines: Iterable[str] = [asked.sentence] if asked.file is None else _lines_of(asked.file)
    for line in lines:
        found = {"text": line} if asked.file is not None else {}
        print(json.dumps(found | as_json(read(line, scenario, seat.id, theirs, mine)), ensure_ascii=False))
    return 0


def _offer_of(written: str | None) -> dict[str, str] | None:
    """``salary=60000 remote=one`` as a package."""
    if written is None:
        return None
    parts = [part.partition("=") for part in written.split()]
    if any(not issue or not option for issue, _, option in parts):
        raise CannotDo(f"'{written}' is no offer; write it as in salary=60000 remote=one.")
    return {issue: option for issue, _, option in parts}


def _lines_of(name: str) -> list[str]:
    from game.scenario.load import read_text  # noqa: PLC0415

    with readable():
        return [line for line in read_text(Path(name)).splitlines() if line.strip()]


def _play(asked: argparse.Namespace) -> int:
    from game.cli.play import play  # noqa: PLC0415

    return play(asked)


def _simulate(asked: argparse.Namespace) -> int:
    from game.cli.simulate import simulate  # noqa: PLC0415

    return simulate(asked)


def _authoring(asked: argparse.Namespace) -> int:
    from game.cli.author import AUTHORING  # noqa: PLC0415

    return AUTHORING[asked.command](asked)


def _review(asked: argparse.Namespace) -> int:
    from game.cli.review import review  # noqa: PLC0415

    return review(asked)


def _shot(asked: argparse.Namespace) -> int:
    from game.cli.window import shot  # noqa: PLC0415

    return shot(asked)


def _handbook(asked: argparse.Namespace) -> int:
    from game.cli.handbook import handbook  # noqa: PLC0415

    return handbook(asked)


def _progress(asked: argparse.Namespace) -> int:
    from game.cli.progress import progress  # noqa: PLC0415

    return progress(asked)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "shot": _shot,
    "handbook": _handbook,
    "progress": _progress,
    "games": _games,
    "scenarios": _scenarios,
    "policies": _policies,
    **dict.fromkeys(("lint", "new", "schema", "balance", "graph", "words", "extract"), _authoring),
    "read": _read,
    "review": _review,
    "simulate": _simulate,
}
