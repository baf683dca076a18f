"""A scene that is saved while it is played; games that begin at a later turn."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.author.watch import Watch, played_until
from game.engine.notation import parse
from game.session.play import Session
from game.session.stage import load_stage
from tests.lint.scenes import START

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "my_scene.yaml"
    file.write_text(START, encoding="utf-8")
    return file


def save(path: Path, *edits: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    later = time.time_ns() + 10_000_000_000
    os.utime(path, ns=(later, later))


def playing(path: Path, *moves: str) -> Session:
    session = Session.new(load_stage(str(path)), seed=3, hands=(None, "jam"))
    for move in moves:
        session.submit(parse(move))
    return session


def words(session: Session) -> str:
    return "\n".join(shown.text for entry in session.game.entries for shown in entry.shown)


def test_nothing_happens_until_the_file_is_saved(path: Path) -> None:
    session = playing(path, "begin")
    before = session.game
    assert Watch(path).look(session) is None
    assert session.game is before


def test_a_save_is_taken_and_the_moves_are_played_again(path: Path) -> None:
    session = playing(path, "begin", "ask reason", "credit")
    watch = Watch(path)
    assert "Mind the pudding" not in words(session)
    count = len(session.game.entries)
    save(path, ('greet: ["Mind the polish. What is it?", "Yes? I have ice cream in here somewhere."]',
                'greet: ["Mind the pudding."]'))  # fmt: skip
    saved = watch.look(session)
    assert saved is not None and saved.taken and saved.told == ("my_scene.yaml was saved; the game goes on with it.",)
    assert "Mind the pudding" in words(session)
    assert len(session.game.entries) == count
    assert session.game.stage.tables.names.hands[1][session.game.own(1, "hand")] == "jam"
    assert watch.look(session) is None


def test_a_broken_save_keeps_the_old_scene(path: Path) -> None:
    session = playing(path, "begin", "ask reason")
    watch, before = Watch(path), session.game
    save(path, ("opens: player ", "opens: plyer "))
    saved = watch.look(session)
    assert saved is not None and not saved.taken
    assert "saved with findings" in saved.told[0]
    assert any("'plyer' is not a seat" in line for line in saved.told)
    assert session.game is before
    save(path, ("opens: plyer ", "opens: player "))
    mended = watch.look(session)
    assert mended is not None and mended.taken


def test_a_move_that_is_gone_is_taken_back_with_what_follows(path: Path) -> None:
    session = playing(path, "begin", "ask reason", "give shelf", "credit")
    watch = Watch(path)
    save(path, ("id: shelf,", "id: cupboard,"), ("item: [shelf]", "item: [cupboard]"))
    saved = watch.look(session)
    assert saved is not None and saved.taken
    assert "Your last 2 moves are taken back" in saved.told[1]
    own = [entry.said.move.act for entry in session.game.entries if entry.said.seat == 0]
    assert own == ["begin", "ask_reason"]


def test_a_file_that_is_away_for_a_moment_is_waited_for(path: Path) -> None:
    session, watch = playing(path, "begin"), Watch(path)
    path.rename(path.with_suffix(".old"))
    assert watch.look(session) is None
    path.with_suffix(".old").rename(path)
    assert watch.look(session) is None


@pytest.mark.parametrize("turn", [1, 2, 5])
def test_a_game_begins_at_a_turn(path: Path, turn: int) -> None:
    session = playing(path)
    list(played_until(session, turn))
    assert session.game.own(0, "turns") + 1 == turn
    session.submit(parse("ask whatif"))
    assert session.game.own(0, "turns") == turn


def test_a_game_that_ends_before_the_turn_stays_ended(path: Path) -> None:
    session = playing(path)
    list(played_until(session, 99))
    assert session.game.over


def test_in_the_terminal_the_open_game_goes_on_with_the_saved_scene(path: Path) -> None:
    """The real program: it waits at its prompt, the file is saved twice, once broken, and then one line is typed."""
    command = [sys.executable, "-u", "-m", "game", "play", str(path), "--text", "--watch", "--seed", "3", "--from", "2"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT, text=True,
        encoding="utf-8", env=os.environ | {"COUNTEROFFER_HOME": str(path.parent), "PYTHONIOENCODING": "utf-8"},
    ) as game:  # fmt: skip
        assert game.stdin is not None and game.stdout is not None
        try:
            heard = _until(game, "At any prompt")
            save(path, ("title: The cellar room", "title:"))
            heard += _until(game, "'title' is empty")
            save(path, ("title:\n", "title: Jam\n"), ("I go to bed at eleven.", "I go to bed at noon."))
            heard += _until(game, "the game goes on with it")
            game.stdin.write("quit\n")
            game.stdin.close()
            heard += game.stdout.read()
        finally:
            game.kill()
    assert "saved with findings" in heard
    assert "This game was not saved" in heard


def _until(game: "subprocess.Popen[str]", piece: str) -> str:
    heard = ""
    assert game.stdout is not None
    while piece not in heard:
        line = game.stdout.readline()
        assert line, heard
        heard += line
    return heard


def test_findings_are_shown_over_the_game_in_the_window(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    from argparse import Namespace

    from game.cli.window import _watching
    from game.screens.events import Key, Press
    from game.screens.findings import Findings
    from game.screens.parts import twin
    from game.screens.shot import drawn
    from game.screens.ways import begin

    session = playing(path, "begin", "ask reason")
    table = begin(session)
    look = _watching(Namespace(watch=True), table)
    assert look is not None and look(table) is None
    save(path, ("opens: player ", "opens: plyer "))
    shown = look(table)
    assert isinstance(shown, Findings)
    assert "'plyer' is not a seat" in twin(drawn(shown, (1280, 720))[1].parts)
    assert shown.take(Press("back")) is table and shown.take(Key("escape")) is table
    save(path, ("opens: plyer ", "opens: player "), ("title: The cellar room", "title: The jam room"))
    anew = look(shown)
    assert anew is not None and anew.name == "table" and anew is not table
    assert session.game.stage.scenario.title == "The jam room"
