"""Exit codes, shapes and sentences of the command line; bad input never gives a traceback."""

import json
from pathlib import Path

import pytest

from game.library import asset
from game.session.play import parse
from tests.cli.program import ROOT, counteroffer

SCENE = str(ROOT / "scenarios" / "raise_request.yaml")
SCRIPT = "target 70\n# a comment\n\nbegin\nask reason\noffer salary=62000 : I'd like 62, please.\n"


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    done = counteroffer(tmp_path_factory.mktemp("demo"))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_without_a_terminal_a_demonstration_is_played_to_a_good_deal(demonstration: str) -> None:
    said = " ".join(demonstration.split())
    assert "this is a demonstration" in said and "It is agreed." in said
    assert "What happened:" in said and "How it went on:" in said
    value = float(said.partition("Deal value: ")[2].partition(". On")[0])
    assert value >= 60


def test_every_line_of_the_demonstration_is_notation() -> None:
    for line in asset("demo/raise_request.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert str(parse(line)) == line


def test_a_script_gives_the_documented_shape_and_leaves_the_game_open(tmp_path: Path) -> None:
    (tmp_path / "moves.txt").write_text(SCRIPT, encoding="utf-8")
    done = counteroffer(tmp_path, "play", "raise_request", "--script", "moves.txt", "--seed", "3", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["outcome"]["kind"] == "open" and found["outcome"]["package"] is None
    assert [turn["move"] for turn in found["turns"]] == ["ask reason", "offer salary=62000"]
    assert found["turns"][1]["words"] == "I'd like 62, please." and found["turns"][1]["reply"]
    again = counteroffer(tmp_path, "play", "--script", "-", "--seed", "3", "--json", typed=SCRIPT)
    assert json.loads(again.stdout) == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("begin\nfly away\n", "moves.txt:2: 'fly away' is not a move"),
        ("begin\n\naccept\n", "moves.txt:3: There is no offer of theirs on the table"),
        ("begin\noffer salary=1\n", "moves.txt:2: There is no option of salary '1' here"),
        ("begin\nleave\nchat\n", "moves.txt:3: It has ended"),
    ],
)
def test_a_line_that_cannot_be_played_stops_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "moves.txt").write_text(text, encoding="utf-8")
    done = counteroffer(tmp_path, "play", "--script", "moves.txt", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr and "Traceback" not in done.stderr


BAD = [
    (("play", "no_such_scene", "--text"), 2, "There is no scenario"),
    (("play", "raise_requst", "--text"), 2, "Did you mean raise_request?"),
    (("play", "--text", "--seat", "janitor"), 2, "There is no seat 'janitor'"),
    (("play", "--text", "--hand", "aces"), 2, "There is no hand 'aces'"),
    (("play", "--text", "--save", "."), 2, "is already there"),
    (("play", "--text", "--seed", "x"), 2, "invalid int value"),
    (("play", "--script", "nothing.txt"), 2, "no such file"),
    (("play", "--script", "."), 2, "this is a folder"),
    (("play", "--resume", "nothing.journal"), 2, "There is no journal"),
    (("play", "--resume", SCENE), 2, "is not a journal of this game"),
    (("play", "--json"), 2, "--json wants --script"),
    (("play", SCENE), 2, "There is no terminal to play in"),
    (("lint", "nothing.yaml"), 2, ""),
    (("read",), 2, "Give one sentence"),
    (("read", "hello", "--scenario", "nowhere"), 2, "There is no scenario"),
    (("read", "--file", "nothing.txt"), 2, "no such file"),
    (("fly",), 2, "invalid choice"),
]


@pytest.mark.parametrize(("words", "code", "sentence"), BAD)
def test_bad_input_is_a_sentence_and_a_code(tmp_path: Path, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = counteroffer(tmp_path, *words)
    assert done.returncode == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_lint_tells_sound_from_unsound_from_unreadable(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        Path(SCENE).read_text(encoding="utf-8").replace("opens: employee", "opens: nobody"), encoding="utf-8"
    )
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff")
    assert counteroffer(tmp_path, "lint", SCENE).returncode == 0
    assert json.loads(counteroffer(tmp_path, "lint", "raise_request", "--json").stdout) == []
    done = counteroffer(tmp_path, "lint", SCENE, str(broken), "--json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)
    assert {"code", "severity", "file", "line", "col", "message"} == found.keys() and "nobody" in found["message"]
    assert counteroffer(tmp_path, "lint", str(broken), str(tmp_path / "binary.yaml")).returncode == 2


@pytest.mark.parametrize("text", ["", "[]", "a: &x 1", "\x00", "title: 5\n" * 3, "{" * 100])
def test_a_bad_scene_cannot_be_played_and_says_why(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    done = counteroffer(tmp_path, "play", "bad.yaml", "--text")
    assert done.returncode == 2 and "bad.yaml:" in done.stderr and "Traceback" not in done.stderr


def test_listings_come_as_lines_and_as_json(tmp_path: Path) -> None:
    for name in ("scenarios", "policies", "games"):
        assert counteroffer(tmp_path, name).stdout.strip()
        assert isinstance(json.loads(counteroffer(tmp_path, name, "--json").stdout), list)


def test_read_prints_one_object_a_line(tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("Could we say 62?\n\nWhat's behind the no?\n", encoding="utf-8")
    lines = [json.loads(line) for line in counteroffer(tmp_path, "read", "--file", "said.txt").stdout.splitlines()]
    assert [line["moves"][0]["kind"] for line in lines] == ["offer", "ask_reason"]
    one = json.loads(counteroffer(tmp_path, "read", "Could we say 62?", "--scenario", "raise_request").stdout)
    assert {"moves", "signals", "unclear"} <= one.keys()


def test_a_game_is_played_from_a_pipe_listed_and_resumed(tmp_path: Path) -> None:
    done = counteroffer(tmp_path, "play", "--text", "--seed", "3", typed="1\nask reason\n")
    assert done.returncode == 0
    command = done.stdout.splitlines()[-1]
    path = command.removeprefix("counteroffer play --resume ").strip('"')
    (listed,) = json.loads(counteroffer(tmp_path, "games", "--json").stdout)
    assert Path(listed["file"]) == Path(path) and listed["outcome"] == "open"
    more = counteroffer(tmp_path, "play", "--resume", path, "--text", typed="leave\n1\n0\n0\n")
    assert more.returncode == 0 and "What happened:" in more.stdout
    ended = counteroffer(tmp_path, "play", "--resume", path)
    assert ended.returncode == 0 and "What happened:" in ended.stdout


def test_a_journal_of_a_changed_scene_is_read_out_with_code_1(tmp_path: Path) -> None:
    scene = tmp_path / "mine.yaml"
    scene.write_text(
        Path(SCENE).read_text(encoding="utf-8").replace("id: raise_request", "id: mine", 1), encoding="utf-8"
    )
    counteroffer(tmp_path, "play", "mine.yaml", "--text", "--save", "a.journal", typed="1\nask reason\n")
    scene.write_text(scene.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    done = counteroffer(tmp_path, "play", "--resume", "a.journal", "--text")
    assert done.returncode == 1
    assert "have changed since" in " ".join(done.stdout.split()) and "Traceback" not in done.stderr
