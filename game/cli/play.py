"""``counteroffer play``: by hand, by script, resumed, or as a demonstration where there is no terminal."""

import argparse
import json
import os
import secrets
import sys
from datetime import datetime
from pathlib import Path

from game.author.watch import Watch, played_until
from game.cli.problems import CannotDo, readable
from game.cli.scene import hands_of, seat_number
from game.cli.scripted import play_lines, script_lines
from game.engine.notation import Move
from game.library import asset, journals_folder
from game.session.after import after
from game.session.debrief import debrief
from game.session.debrief_text import game_json
from game.session.play import Past, Session
from game.session.shelf import SUFFIX, list_journals
from game.session.stage import Stage, load_stage
from game.terminal.run import read_debrief, read_past, run
from game.terminal.screen import Screen
from game.terminal.watched import run_watched

NO_DISPLAY = "There is no display here, so the game goes on in the terminal."
#: The latest turn that a game can begin at.
MOST_TURNS = 100
#: The scene that is played when none is named, and the demonstration of it.
DEFAULT, DEMO, DEMO_SEED, DEMO_HAND = "raise_request", "demo/raise_request.txt", 4, "doubt"


def play(asked: argparse.Namespace) -> int:
    """Play as asked; the exit code."""
    if asked.json and asked.script is None:
        raise CannotDo("--json wants --script FILE: it prints what came of a scripted game.")
    if asked.resume is not None:
        return _resume(asked)
    if asked.script is not None:
        return _script(asked, script_lines(asked.script), asked.script, asked.seed)
    if not _typing(asked):
        return _demonstration(asked)
    if not asked.text:
        print(NO_DISPLAY)
    session = session_for(asked)
    if asked.watch:
        run_watched(session, Watch(session.game.stage.path))
    else:
        run(session, Screen())
    return 0


def session_for(asked: argparse.Namespace) -> Session:
    """A new game, journaled unless its scene is watched; at the turn asked for. Raises CannotDo."""
    if asked.turn is not None and not 1 <= asked.turn <= MOST_TURNS:
        raise CannotDo(f"--from wants the number of a turn, 1 to {MOST_TURNS}; found {asked.turn}.")
    with readable():
        stage = load_stage(asked.scenario or DEFAULT, asked.lang or "")
        session = _session(asked, stage, asked.seed, None if asked.watch else _where(asked))
    if asked.turn is not None:
        _play_until(session, asked.turn)
    return session


def _play_until(session: Session, turn: int) -> None:
    """Let the prepared, calm player play until it is the person's turn of that number."""
    for _ in played_until(session, turn):
        pass
    if session.game.over:
        print(f"The game is over before turn {turn}; this is how it ended.")


def by_script(asked: argparse.Namespace) -> Session:
    """A game that is not saved, played by its script (or not at all) in silence. Raises CannotDo."""
    with readable():
        session = _session(asked, load_stage(asked.scenario or DEFAULT), asked.seed, None)
    if asked.script is not None:
        lines = script_lines(asked.script)
        play_lines(session, Screen(write=lambda _text: None), lines, asked.script, to_the_end=True)
    elif asked.screen in ("table", "debrief", "review"):
        session.submit(Move("begin"))
    return session


def named_journal(name: str) -> Path:
    """A journal by its file, by the name of its file, or by its number in ``counteroffer games``."""
    if Path(name).exists() or len(Path(name).parts) > 1:
        return Path(name)
    if name.isascii() and name.isdigit():
        every = list_journals(journals_folder())
        if not 1 <= int(name) <= len(every):
            raise CannotDo(f"There is no game number {name}; 'counteroffer games' lists {len(every)}.")
        return every[int(name) - 1].path
    return journals_folder() / f"{name.removesuffix(SUFFIX)}{SUFFIX}"


def shown_past(past: Past) -> int:
    """A game that can only be looked at, read out; the exit code."""
    read_past(past, Screen())
    return 1


def _typing(asked: argparse.Namespace) -> bool:
    """Whether somebody (or a pipe that was asked for) answers at the prompts."""
    return bool(asked.text) or sys.stdin.isatty()


def _session(asked: argparse.Namespace, stage: Stage, seed: int | None, path: Path | None) -> Session:
    seat = seat_number(stage.scenario, asked.seat)
    earlier = getattr(asked, "after", None)
    return Session.new(
        stage,
        seed if seed is not None else secrets.randbelow(1 << 31),
        seats=("person", "script") if seat == 0 else ("script", "person"),
        hands=hands_of(stage.scenario, asked.hand),
        assist=asked.assist,
        path=path,
        when=datetime.now().astimezone().isoformat(timespec="seconds"),
        carried=after(named_journal(earlier), stage) if earlier is not None else None,
    )


def _where(asked: argparse.Namespace) -> Path:
    """The journal to write: as asked, or a new one in the data folder."""
    if asked.save is not None:
        return Path(asked.save)
    return new_journal(Path(asked.scenario or DEFAULT).stem)


def new_journal(name: str) -> Path:
    """Where a new game of a scene is saved, in the data folder."""
    stamp = datetime.now().strftime("%Y-%m-%d_%H%M%S")
    return journals_folder() / f"{name}_{stamp}_{os.getpid()}{SUFFIX}"


def _script(asked: argparse.Namespace, lines: list[tuple[int, str]], name: str, seed: int | None) -> int:
    """A game by script; saved only where --save says."""
    with readable():
        stage = load_stage(asked.scenario or DEFAULT, asked.lang or "")
        session = _session(asked, stage, seed if seed is not None else 1, Path(asked.save) if asked.save else None)
    screen = Screen(write=(lambda _text: None) if asked.json else print)
    try:
        with readable():
            play_lines(session, screen, lines, name, to_the_end=name == DEMO)
    finally:
        session.close()
    _came_of_it(asked, session, screen)
    return 0


def _came_of_it(asked: argparse.Namespace, session: Session, screen: Screen) -> None:
    found = debrief(session.game)
    if asked.json:
        print(json.dumps(game_json(session.game, found), indent=2, ensure_ascii=False))
    elif session.game.over:
        read_debrief(session, screen)
    else:
        screen.gap()
        screen.say("The script ends here; the game is still open.")


def _demonstration(asked: argparse.Namespace) -> int:
    """A game played aloud where nobody can type."""
    if asked.scenario not in (None, DEFAULT) or asked.seat is not None:
        raise CannotDo("There is no terminal to play in. Give --script FILE, or --text to read moves from input.")
    print("There is no terminal here, so this is a demonstration: a prepared, calm game, played aloud.\n")
    asked.hand = asked.hand or DEMO_HAND
    with readable():
        lines = script_lines(str(asset(DEMO)))
    return _script(asked, lines, DEMO, asked.seed if asked.seed is not None else DEMO_SEED)


def _resume(asked: argparse.Namespace) -> int:
    with readable():
        session = Session.resume(named_journal(asked.resume))
    screen = Screen()
    if isinstance(session, Past):
        return shown_past(session)
    if session.game.over and not _typing(asked):
        session.close()
        read_debrief(session, screen)
        return 0
    if _typing(asked):
        run(session, screen, resumed=True)
        return 0
    session.close()
    raise CannotDo("There is no terminal to play in. Give --text to read moves from input.")
