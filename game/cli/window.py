"""The window from the command line: whether there can be one, how its games are made, and pictures of its screens.

pygame is imported here and nothing heavier before the first frame: scenes are read after it.
"""

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.library import NotFound, data_folder, journals_folder, scenario_files

if TYPE_CHECKING:
    from game.screens.preferences import Preferences
    from game.screens.screen import Screen
    from game.screens.title import Opening
    from game.screens.window import Watching
    from game.session.play import Session
    from game.session.progress import Played

_SIZE = re.compile(r"^(\d{3,4})x(\d{3,4})$")


def wanted(asked: argparse.Namespace) -> bool:
    """Whether this is a game for the window: by hand, with a display, and the right library. Says the fix if not."""
    if asked.text or asked.json or asked.script is not None:
        return False
    try:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        from game.screens import window  # noqa: PLC0415
    except ImportError as error:
        print(f"The window cannot be opened ({error}); install the game again to get it back.", file=sys.stderr)
        return False
    if window.wrong_pygame():
        print(window.wrong_pygame(), file=sys.stderr)
        return False
    return window.available()


def play(asked: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; the exit code. Raises CannotDo for bad input."""
    from game.screens.screen import Screen  # noqa: PLC0415
    from game.screens.title import Title  # noqa: PLC0415
    from game.screens.window import run  # noqa: PLC0415

    Title.opening = _opening(asked)
    Screen.preferences = preferences = _preferences()
    first: Screen | int = _named(asked) if asked.scenario is not None or asked.resume is not None else Title()
    if isinstance(first, int):
        return first
    size = preferences.settings.width, preferences.settings.height
    run(first, size, _watching(asked, first))
    return 0


def _watching(asked: argparse.Namespace, first: "Screen") -> "Watching | None":
    """With --watch: shows the game anew when its scene is saved, or what is wrong with it."""
    session = getattr(first, "session", None)
    if not asked.watch or session is None:
        return None
    from game.author.watch import Watch  # noqa: PLC0415
    from game.screens.findings import Findings  # noqa: PLC0415
    from game.screens.ways import begin  # noqa: PLC0415

    watch = Watch(session.game.stage.path)

    def look(shown: "Screen") -> "Screen | None":
        saved = watch.look(session)
        if saved is None:
            return None
        behind = shown.back if isinstance(shown, Findings) else shown
        return begin(session) if saved.taken else Findings(saved.told, behind)

    return look


def _named(asked: argparse.Namespace) -> "Screen | int":
    """The first screen of the scene or the journal that was named; an exit code for one that can only be read."""
    from game.cli import play as by_hand  # noqa: PLC0415
    from game.cli.problems import readable  # noqa: PLC0415
    from game.screens.ways import begin  # noqa: PLC0415
    from game.session.play import Session  # noqa: PLC0415

    if asked.resume is None:
        return begin(by_hand.session_for(asked))
    with readable():
        session = Session.resume(by_hand.named_journal(asked.resume))
    return begin(session) if isinstance(session, Session) else by_hand.shown_past(session)


def _opening(asked: argparse.Namespace) -> "Opening":
    """How the title makes games."""
    from game.screens.title import Opening  # noqa: PLC0415

    def begun(scene: str, assist: str, earlier: Path | None, seat: str | None) -> "Session":
        from game.cli.play import session_for  # noqa: PLC0415
        from game.cli.problems import CannotDo  # noqa: PLC0415

        given = vars(asked) | {"scenario": scene, "assist": assist, "seat": seat, "hand": None, "save": None,
                              "after": str(earlier) if earlier is not None else None, "watch": False, "turn": None,
                              "lang": None}  # fmt: skip
        try:
            return session_for(argparse.Namespace(**given))
        except CannotDo as error:
            raise ValueError(str(error)) from None

    return Opening(begun, _resumed, _unfinished, _finished, _sequel, _played, _goal, _trial)


def _preferences() -> "Preferences":
    """What is set, from the data folder; where that cannot be written it holds until the window is closed."""
    from game.screens.preferences import Preferences  # noqa: PLC0415
    from game.session.settings import FILE, load_settings, save_settings  # noqa: PLC0415

    try:
        path = data_folder() / FILE
    except NotFound:
        return Preferences()
    return Preferences(load_settings(path), lambda settings: save_settings(settings, path))


def _played() -> "list[Played]":
    from game.session.progress import played  # noqa: PLC0415

    return played(journals_folder())


def _goal() -> str:
    from game.session.progress import last_aim  # noqa: PLC0415

    return last_aim(journals_folder())


def _trial(page: str) -> "Session":
    """A game at the moment of a page of the handbook. Raises ValueError."""
    from datetime import datetime  # noqa: PLC0415

    from game.cli.play import new_journal  # noqa: PLC0415
    from game.session.handbook import begin_trial, pages  # noqa: PLC0415

    found = pages()[page]
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return begin_trial(found, path=new_journal(found.trial.scenario), when=when, assist="coach")


def _resumed(path: Path) -> "Session":
    from game.session.play import Past, Session  # noqa: PLC0415

    session = Session.resume(path)
    if isinstance(session, Past):
        raise ValueError(session.note)
    return session


def _unfinished() -> list[tuple[str, Path]]:
    """Games to go on with, the newest first: scene and file."""
    from game.session.shelf import list_journals  # noqa: PLC0415

    found = [each for each in list_journals(journals_folder()) if each.outcome is None and not each.note and each.turns]
    return [(each.scenario, each.path) for each in found]


def _finished() -> list[tuple[str, Path]]:
    """Games that were played to their end, the newest first: scene and file."""
    from game.session.shelf import list_journals  # noqa: PLC0415

    found = [each for each in list_journals(journals_folder()) if each.outcome is not None and not each.note]
    return [(each.scenario, each.path) for each in found]


def _sequel(scene: str) -> tuple[str, str] | None:
    """The scene that follows one: id and title."""
    from game.scenario.load import load_scenario  # noqa: PLC0415

    for name, path in scenario_files().items():
        if f"\nfollows: {scene}\n" in path.read_text(encoding="utf-8", errors="replace"):
            return name, load_scenario(path).title
    return None


# -- pictures ------------------------------------------------------------------------------------------------------


def shot(asked: argparse.Namespace) -> int:
    """``counteroffer shot``: a screen as PNG, drawn without a display; with --words also as plain text."""
    from game.cli.play import by_script  # noqa: PLC0415
    from game.cli.problems import CannotDo  # noqa: PLC0415

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.screens.shot import shot as picture  # noqa: PLC0415
    from game.screens.theme import Style  # noqa: PLC0415
    from game.screens.title import Title  # noqa: PLC0415

    size = _SIZE.match(asked.size)
    if size is None:
        raise CannotDo(f"--size is written WIDTHxHEIGHT, such as 1280x720; found '{asked.size}'.")
    if not 80 <= asked.text_scale <= 200:
        raise CannotDo(f"--text-scale is a percentage from 80 to 200; found {asked.text_scale}.")
    Title.opening = _opening(asked)
    style = Style(asked.text_scale / 100, asked.theme, asked.easy_read)
    session = by_script(asked)
    try:
        words = picture(asked.screen, session, Path(asked.out), (int(size[1]), int(size[2])), style)
    except OSError as error:
        raise CannotDo(f"{asked.out} cannot be written: {error}") from None
    if asked.words:
        print(words)
    return 0
