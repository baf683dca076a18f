"""Regenerating signals changes signals and nothing else; what is stored is what the reader hears."""

import pytest
import yaml

from game.library import scenario_files
from game.reader.regenerate import _flow, main, regenerated, wording_signals

THANKS = _flow(wording_signals("Thank you, {other}."))
FILE = """\
# a comment: signals: {confidence: 1}
title: "signals: {warmth: 1}"   # stays
wordings:
  credit:
    - {id: a, say: "Thank you, {other}.", style: warm, signals: {warmth: 0.9}}   # and this
    - id: b
      say: I win.   # odd
      signals: {
        hostility: 1,
      }
      style: calm
    - {id: c, say: Um, style: calm}
    - id: d
      style: calm
      say: Fine.
"""


def test_only_signals_change():
    old, new = FILE.splitlines(), regenerated(FILE).splitlines()
    assert new[:4] == old[:4]
    assert new[4] == old[4].replace("{warmth: 0.9}", THANKS)
    assert [line for line in new if "#" in line] == [
        line.replace("{warmth: 0.9}", THANKS) for line in old if "#" in line
    ]


def test_every_wording_gets_its_signals_and_a_second_run_changes_nothing():
    new = regenerated(FILE)
    read = yaml.safe_load(new)["wordings"]["credit"]
    assert [wording["signals"] for wording in read] == [wording_signals(wording["say"]) for wording in read]
    assert regenerated(new) == new


def test_line_ends_stay_as_they_are(tmp_path):
    path = tmp_path / "scene.yaml"
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    assert main([str(path)]) == 0
    assert path.read_bytes().count(b"\r\n") >= FILE.count("\n") - 2
    assert yaml.safe_load(path.read_bytes())["wordings"]["credit"][0]["signals"] == yaml.safe_load(THANKS)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: [", b"- &a [*a]\n: :", None])
def test_what_cannot_be_read_is_left_alone_and_said(tmp_path, capsys, content):
    path = tmp_path / "bad.yaml"
    if content is not None:
        path.write_bytes(content)
    assert main([str(path)]) == 2
    assert "left alone" in capsys.readouterr().err
    assert content is None or path.read_bytes() == content


@pytest.mark.parametrize("path", scenario_files().values(), ids=lambda path: path.stem)
def test_the_signals_stored_in_a_scenario_are_what_the_reader_hears(path):
    text = path.read_text(encoding="utf-8")
    assert regenerated(text) == text, f"run: python -m game.reader.regenerate {path.name}"
