"""``counteroffer review``: the review of one game, or a table over a folder of them."""

import argparse
import json
from pathlib import Path

from game.cli.problems import CannotDo, readable
from game.session.game import Game
from game.session.replay import Changed
from game.session.review_html import as_html
from game.session.review_json import as_json
from game.session.review_table import as_table, table_json, table_of
from game.session.review_text import as_lines
from game.session.reviewing import NotReviewable, review_of, weight_of
from game.session.shelf import SUFFIX
from game.session.stored import stored_game
from game.terminal.screen import Screen


def review(asked: argparse.Namespace) -> int:
    """Review what was asked for; the exit code."""
    if asked.weight is not None and not 0 <= asked.weight <= 1:
        raise CannotDo(f"--weight wants a number from 0 (the deal alone) to 1, found {asked.weight:g}.")
    path = Path(asked.journal)
    return _folder(asked, path) if path.is_dir() else _game(asked, path)


def _game(asked: argparse.Namespace, path: Path) -> int:
    try:
        with readable():
            game = stored_game(path)
            found = review_of(game, asked.weight)
    except (Changed, NotReviewable) as error:
        raise CannotDo(str(error)) from None
    weight = weight_of(game, asked.weight)
    if asked.html is not None:
        _write(Path(asked.html), as_html(game, found, weight))
    if asked.json:
        print(json.dumps(as_json(game, found, weight), indent=2, ensure_ascii=False))
    elif asked.html is None:
        _say(as_lines(game, found))
    else:
        print(f"The page is in {asked.html}")
    return 0


def _folder(asked: argparse.Namespace, path: Path) -> int:
    journals = sorted(each for each in path.iterdir() if each.suffix == SUFFIX)
    if not journals:
        raise CannotDo(f"There is no journal in {path}; a journal's name ends with {SUFFIX}.")
    if asked.html is not None:
        raise CannotDo("--html is for one journal; a folder gives a table, as text or with --json.")
    with readable():
        table = table_of(journals, _read, asked.weight)
    if asked.json:
        print(json.dumps(table_json(table), indent=2, ensure_ascii=False))
    else:
        print("\n".join(as_table(table)))
    return 0


def _read(path: Path) -> Game:
    return stored_game(path)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotDo(f"{path} could not be written: {error.strerror or error}.") from None


def _say(lines: list[str]) -> None:
    screen = Screen()
    for line in lines:
        if line.endswith(":"):
            screen.gap()
        screen.say(line)
