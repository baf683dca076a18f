"""``counteroffer handbook``: the pages as text, and a game at the moment that a page is about."""

import argparse
import json
import sys
from datetime import datetime

from game.cli.play import new_journal
from game.cli.problems import CannotDo, readable
from game.scenario.problem import did_you_mean
from game.session.handbook import Page, as_text, begin_trial, pages
from game.terminal.run import run
from game.terminal.screen import Screen


def handbook(asked: argparse.Namespace) -> int:
    """List the pages, read one out, or play its moment; the exit code."""
    screen = Screen()
    if asked.page is None:
        if asked.play:
            raise CannotDo("Say which page to try: counteroffer handbook PAGE --try.")
        return _list(screen, asked.json)
    page = _page(asked.page)
    if asked.play:
        return _try(screen, page)
    if asked.json:
        print(json.dumps(page.model_dump(by_alias=True), indent=2, ensure_ascii=False))
        return 0
    for paragraph in as_text(page):
        screen.say(paragraph)
        screen.gap()
    screen.exactly(f"counteroffer handbook {page.id} --try")
    return 0


def _list(screen: Screen, as_json: bool) -> int:
    if as_json:
        print(json.dumps([page.model_dump(by_alias=True) for page in pages().values()], indent=2, ensure_ascii=False))
        return 0
    for page in pages().values():
        screen.exactly(f"{page.id:20}  {page.title}")
    return 0


def _page(name: str) -> Page:
    if name not in pages():
        raise CannotDo(
            f"The handbook has no page '{name}'{did_you_mean(name, pages()) or '.'} 'counteroffer handbook' lists them."
        )
    return pages()[name]


def _try(screen: Screen, page: Page) -> int:
    if not sys.stdin.isatty():
        raise CannotDo("There is no terminal to play in.")
    with readable():
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        session = begin_trial(page, path=new_journal(page.trial.scenario), when=when)
    screen.say(page.title, page.trial.what)
    screen.gap()
    run(session, screen, resumed=bool(page.trial.moves))
    return 0
