"""Words and minutes by speaker, slips, and the picture of a scene."""

import json
import xml.etree.ElementTree as Xml
from collections import Counter
from pathlib import Path

import pytest

from game.author.graph import nodes_and_edges, svg
from game.author.spelling import suspects
from game.author.words import as_text, count
from game.cli import main
from game.library import find_scenario, scenario_files
from game.scenario.load import load_scenario, read_scenario_text
from tests.lint.scenes import START

KNOWN = Counter({"receive": 5, "occurred": 5, "necessary": 5, "calm": 5})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I recieve it.", [(1, "recieve", "receive")]),
        ("It occured.", [(1, "occured", "occurred")]),
        ("Not neccessary.", [(1, "neccessary", "necessary")]),
        ("Recieve is a name here.", []),
        ("I said the the thing.", [(1, "the the", "the")]),
        ("No, no, no. I had had enough.", []),
        ("A clam.", []),
        ("The zorblax hums.", []),
    ],
)
def test_slips(text: str, wanted: list[tuple[int, str, str]]) -> None:
    assert list(suspects([(1, text)], KNOWN)) == wanted


def test_a_word_used_twice_is_meant() -> None:
    assert list(suspects([(1, "recieve"), (2, "recieve")], KNOWN)) == []


def test_words_by_speaker(tmp_path: Path) -> None:
    path = tmp_path / "my_scene.yaml"
    path.write_text(START.replace("Mind the polish.", "Mind the polish, neighbuor."), encoding="utf-8")
    told = count(path)
    assert {"narrator", "player (brief)", "owner (lines)", "owner (about)", "teacher"} <= told["speakers"].keys()
    lines = told["speakers"]["owner (lines)"]
    assert lines["words"] > 150 and abs(lines["minutes"] - lines["words"] / 140) < 0.06
    assert [each["found"] for each in told["suspects"]] == ["neighbuor"]
    assert any(f":{told['suspects'][0]['line']}: 'neighbuor'" in line for line in as_text(told))


@pytest.mark.parametrize("scene", scenario_files())
def test_shipped_scenes_have_hardly_a_suspect(scene: str) -> None:
    assert len(count(find_scenario(scene))["suspects"]) <= 2


def test_the_graph_has_every_hand_reaction_and_situation() -> None:
    scene = read_scenario_text(START, "f")
    nodes, edges = nodes_and_edges(scene)
    names = {(node.kind, node.name) for node in nodes}
    assert {("hand", "mother"), ("hand", "jam"), ("reaction", "shelf_for_the_jam"), ("situation", "greet")} <= names
    assert ("hand jam", "reaction shelf_for_the_jam") in edges
    assert ("reaction thanked_for_the_exception", "situation credited") in edges


@pytest.mark.parametrize("scene", scenario_files())
def test_the_picture_is_sound_and_its_boxes_lie_apart(scene: str) -> None:
    told = load_scenario(find_scenario(scene))
    root = Xml.fromstring(svg(told))
    space = "{http://www.w3.org/2000/svg}"
    boxes = [
        tuple(float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
        for rect in root.iter(f"{space}rect")
        if rect.get("rx")
    ]
    assert len(boxes) == len(nodes_and_edges(told)[0])
    assert len(set(boxes)) == len(boxes)
    wide, tall = float(root.get("width", "0")), float(root.get("height", "0"))
    assert all(x >= 0 and y >= 0 and x + w <= wide and y + h <= tall for x, y, w, h in boxes)
    flags = {flag for r in told.reactions for flag in (*r.when.remembered, r.then.remember) if flag}
    assert flags <= {node.name for node in nodes_and_edges(told)[0]}


def test_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["words", "raise_request", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scenario"] == "raise_request"
    assert main(["graph", "raise_request", "--out", str(tmp_path / "g.svg")]) == 0
    assert (tmp_path / "g.svg").read_text(encoding="utf-8").startswith("<svg")
    capsys.readouterr()
    assert main(["graph", "raise_request", "--json"]) == 0
    assert {"nodes", "edges"} == json.loads(capsys.readouterr().out).keys()
    assert main(["words", "no_such_scene"]) == 2
