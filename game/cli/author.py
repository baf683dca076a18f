"""The authoring commands: lint, new, schema."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from game.cli.problems import CannotDo, readable
from game.library import NotFound, asset, find_scenario, scenario_files
from game.scenario.problem import Problem, did_you_mean

__all__ = ["AUTHORING"]


def _lint(asked: argparse.Namespace) -> int:
    from game.lint.run import lint_file  # noqa: PLC0415
    from game.lint.shown import written  # noqa: PLC0415
    from game.scenario.load import load_psychology  # noqa: PLC0415

    how = asked.format or ("json" if asked.json else "text")
    if asked.explain is not None:
        return _explain(asked.explain, how, asked.example)
    if not asked.files:
        raise CannotDo("Name a scenario file: counteroffer lint my_scene.yaml (or: counteroffer lint --explain CODE).")
    with readable():
        general = load_psychology(asset("psychology.yaml")).reactions
    problems: list[Problem] = []
    readable_all = True
    for name in asked.files:
        found, was_text = lint_file(file_of(name), general, [*scenario_files()])
        problems += found
        readable_all &= was_text
    said = written(problems, len(asked.files), how)
    if said:
        print(said)
    return 2 if not readable_all else int(any(p.severity == "error" for p in problems))


def file_of(name: str) -> Path:
    """A file as named, or an installed scenario's; a name that is neither is left for the loader to report."""
    if Path(name).suffix or len(Path(name).parts) > 1:
        return Path(name)
    try:
        return find_scenario(name)
    except NotFound:
        return Path(name)


def _explain(code: str, how: str, whole: bool) -> int:
    from game.author.new import starting_file  # noqa: PLC0415
    from game.lint.pages import NoPage, codes, example, page  # noqa: PLC0415

    with readable():
        folder = asset("lint")
    if code == "all":
        return _every_code(folder, codes(folder), how)
    try:
        found = page(folder, code)
    except NoPage:
        near = did_you_mean(code, codes(folder)) or "; 'counteroffer lint --explain all' lists them"
        raise CannotDo(f"There is no code '{code}'{near}.") from None
    if whole:
        print(example(found, starting_file()), end="")
    elif how == "json":
        told = {"code": found.code, "severity": found.severity, "message": found.message, "why": found.why}
        print(json.dumps(told | {"example": example(found, starting_file()), "mend": found.mend}, indent=2))
    else:
        print(found.text, end="")
    return 0


def _every_code(folder: Path, every: list[str], how: str) -> int:
    from game.lint.pages import page  # noqa: PLC0415

    found = [page(folder, code) for code in every]
    if how == "json":
        print(json.dumps([{"code": p.code, "severity": p.severity, "message": p.message} for p in found], indent=2))
    else:
        print("\n".join(f"{p.code} ({p.severity}): {p.message}" for p in found))
    return 0


def _new(asked: argparse.Namespace) -> int:
    from game.author.new import CannotStart, write_new  # noqa: PLC0415

    try:
        path, schema = write_new(asked.name, Path())
    except CannotStart as error:
        raise CannotDo(str(error)) from None
    if asked.json:
        print(json.dumps({"file": str(path), "schema": str(schema)}))
        return 0
    print(f"{path} is a scene to start from; {schema} tells your editor its keys.")
    print(f"Play it:    counteroffer play {path}")
    print(f"Check it:   counteroffer lint {path}")
    return 0


def _schema(asked: argparse.Namespace) -> int:
    from game.author.schema import schema_text  # noqa: PLC0415

    if asked.out is None:
        print(schema_text(), end="")
        return 0
    write(Path(asked.out), schema_text())
    print(f"{asked.out} is written; name it in a scene's first line: # yaml-language-server: $schema={asked.out}")
    return 0


def write(path: Path, text: str) -> None:
    """Write a text file. Raises CannotDo."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotDo(f"{path} cannot be written: {error.strerror or error}") from None


def _balance(asked: argparse.Namespace) -> int:
    from game.author.balance import as_text, balance  # noqa: PLC0415
    from game.author.html import page  # noqa: PLC0415

    if not 50 <= asked.games <= 100_000:
        raise CannotDo(f"--games wants a whole number from 50 to 100000, found {asked.games}.")
    workers = os.cpu_count() or 1 if asked.workers is None else asked.workers
    if not 1 <= workers <= 256:
        raise CannotDo(f"--workers wants a whole number from 1 to 256, found {workers}.")
    with readable():
        report = balance(find_scenario(asked.file), asked.games, asked.seed, workers, _progress())
    if asked.html is not None:
        write(Path(asked.html), page(report))
    print(json.dumps(report, indent=2, ensure_ascii=False) if asked.json else "\n".join(as_text(report)))
    return 0


def _progress() -> Callable[[int, int], None]:
    """Says on the terminal how far it is; says nothing where nobody looks."""

    def said(done: int, of: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == of else ""
            print(f"\rplayed {done} of {of} policies", end=end, file=sys.stderr, flush=True)

    return said


def _graph(asked: argparse.Namespace) -> int:
    from game.author.graph import nodes_and_edges, svg  # noqa: PLC0415
    from game.scenario.load import load_scenario  # noqa: PLC0415

    with readable():
        scene = load_scenario(find_scenario(asked.file))
    if asked.json:
        nodes, edges = nodes_and_edges(scene)
        told = [{"kind": node.kind, "name": node.name, "about": node.about} for node in nodes]
        print(json.dumps({"nodes": told, "edges": edges}, indent=2, ensure_ascii=False))
        return 0
    return _put_out(asked.out, svg(scene))


def _put_out(name: str | None, text: str) -> int:
    """To a file, or to whoever reads our output."""
    if name is None:
        print(text, end="")
    else:
        write(Path(name), text)
        print(f"{name} is written.")
    return 0


def _words(asked: argparse.Namespace) -> int:
    from game.author.words import as_text, count  # noqa: PLC0415

    with readable():
        report = count(find_scenario(asked.file))
    print(json.dumps(report, indent=2, ensure_ascii=False) if asked.json else "\n".join(as_text(report)))
    return 0


def _extract(asked: argparse.Namespace) -> int:
    from game.author.extract import catalogue, listing  # noqa: PLC0415

    with readable():
        path = find_scenario(asked.file)
        if asked.json:
            print(json.dumps(listing(path), indent=2, ensure_ascii=False))
            return 0
        text, every, done = catalogue(path, asked.lang or "")
    _put_out(asked.out, text)
    if asked.out is not None:
        print(f"{every} texts, {done} of them translated.")
    return 0


AUTHORING: dict[str, Callable[[argparse.Namespace], int]] = {
    "lint": _lint,
    "new": _new,
    "schema": _schema,
    "balance": _balance,
    "graph": _graph,
    "words": _words,
    "extract": _extract,
}
