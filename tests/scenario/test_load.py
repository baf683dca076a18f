"""Bad files: each gives sentences with positions, soon, and never another exception."""

import time
from pathlib import Path

import pytest

from game.scenario.load import load_phrasebook, load_psychology, load_scenario
from game.scenario.problem import MOST_SHOWN, BadFile, Unreadable, Unsound
from tests.scenario.scenes import SMALL, SMALL_FILE, assert_well_placed, edited, problems, sentences


def test_the_small_scene_is_sound() -> None:
    scene = load_scenario(SMALL_FILE)
    assert [seat.id for seat in scene.seats] == ["buyer", "seller"]
    assert scene.issues[0].price is True
    assert scene.seats[1].hands[1].opening == 90


# -- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind", "wanted"),
    [
        (None, Unreadable, "1:1: there is no such file; check the name"),
        (
            b"",
            Unsound,
            "1:1: the file is empty; start from a copy of a shipped one ('counteroffer scenarios')",
        ),
        (
            b"# only this\n",
            Unsound,
            "1:1: the file is empty; start from a copy of a shipped one ('counteroffer scenarios')",
        ),
        (b"a: 1\nb: \x00\x01\x02\n", Unreadable, "2:4: a control character (U+0000) stands here; is this a text file?"),
        (b"a: 1\nb: \xff\xfe\n", Unreadable, "2:4: this is not UTF-8 text; save the file as UTF-8"),
        (b"a" * (2 << 20), Unreadable, "1:1: the file is larger than 1024 KiB; a scenario is far smaller"),
        (b"[" * 30_000, Unsound, "1:33: nested deeper than 32 levels; is a bracket never closed?"),
        (b"just words", Unsound, "1:1: the file should be keys and values, such as 'format: 1'"),
        (b"- 1\n- 2\n", Unsound, "1:1: the file should be keys and values, such as 'format: 1'"),
    ],
    ids=["missing", "empty", "comment", "nul", "not-utf8", "2MiB", "deep", "words", "list"],
)
def test_files_that_are_no_scenes(tmp_path: Path, content: bytes | None, kind: type[BadFile], wanted: str) -> None:
    path = tmp_path / "scene.yaml"
    if content is not None:
        path.write_bytes(content)
    started = time.process_time()
    for load in (load_scenario, load_psychology, load_phrasebook):
        with pytest.raises(kind) as caught:
            load(path)
        assert [str(problem) for problem in caught.value.problems] == [f"{path}:{wanted}"]
        assert str(caught.value) == f"{path}:{wanted}"
    assert time.process_time() - started < 1


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="this is a folder"):
        load_scenario(tmp_path)


def test_a_name_the_system_refuses(tmp_path: Path) -> None:
    for name in ("x" * 5000, "a\0b"):
        with pytest.raises(Unreadable):
            load_scenario(tmp_path / name)


def test_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "scene.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert load_scenario(path) == load_scenario(SMALL_FILE)


NO_ID = "cannot be an id; use a word in lower case, digits and _, such as 'market_data'"
NO_LIST = "'meetings' wants a list, found '3'"
MEETINGS = "is not a key here; did you mean 'meetings'?"

# -- shape ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("issues:", "isues:", ["32:1: 'isues' is not a key here; did you mean 'issues'?"]),
        ("    status_quo: none\n", "", ["40:5: 'service' is missing 'status_quo'"]),
        ("turns: 8", "turns: fast", ["13:12: 'fast' is not a whole number"]),
        ("turns: 8", "turns: 8.5", ["13:12: '8.5' is not a whole number"]),
        ("turns: 8", "turns: 2", ["13:12: 'turns' must be at least 3, found '2'"]),
        ("turns: 8", "turns: [8]", ["13:12: 'turns' wants a whole number, found a list"]),
        ("phone", "emial", ["19:14: 'emial' is not one of room, phone, email; did you mean 'email'?"]),
        ("known: false", "known: maybe", ["16:51: 'maybe' is not yes or no"]),
        ("strength: 0.7", "strength: fast", ["59:79: 'fast' is not a number"]),
        ("title: The bicycle", "title:", ["4:1: 'title' is empty; it wants text"]),
        ("title: The bicycle", "title: ''", ["4:8: 'title' is empty; write some text"]),
        ("opens: buyer", "opens: [buyer]", ["9:8: 'opens' wants text, found a list"]),
        ("id: listing", "id: Li Sting", [f"59:10: 'Li Sting' {NO_ID}"]),
        ("trust: 0.1", "trsut: 0.1", ["167:21: 'trsut' is not a key here; did you mean 'trust'?"]),
        ('">= 0.2"', '">= x"', ["166:57: '>= x' is not a range; write one of: >= 0.5, < 3, 0.2..0.6, 2, yes, no"]),
        ("stakes:", "stake:", ["6:1: 'stake' is not a key here; did you mean 'stakes'?"]),
        ("meetings:", "meetings: 3\nmeetngs:", [f"10:11: {NO_LIST}", f"11:1: 'meetngs' {MEETINGS}"]),
        ("greet: [", "greet: [{sya: x}, ", ["148:16: 'sya' is not a key here; did you mean 'say'?"]),
        ("greet: [", "greet: [[x], ", ["148:15: entry 1 of 'greet' wants text, or keys and values, found a list"]),
        ("- No, sorry.", "-", ["151:10: entry 2 of 'refuse_first' is empty; it wants text, or keys and values"]),
        ("format: 1", "format: 2", ["2:9: '2' is not known here; write 1"]),
        ("listening", "listenin", ["165:12: 'listenin' is not known here; did you mean 'listening'?"]),
    ],
)  # fmt: skip
def test_wrong_shape(old: str, new: str, wanted: list[str]) -> None:
    assert sentences(edited((old, new))) == wanted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("act: [credit]", "act: credit"),
        ("feedback: [{say: You asked before you offered., theme: asking}]", "feedback: You asked."),
        ("impossible: {price: [160]}", "impossible: {price: 160}"),
        ("practises: [asking before offering]", "practises: asking before offering"),
    ],
)
def test_one_entry_stands_for_a_list_of_one(old: str, new: str) -> None:
    assert problems(edited((old, new))) == []


def test_one_entry_does_not_stand_for_a_list_of_parts() -> None:
    assert sentences(edited(("reactions:\n", "reactions: none\nxreactions:\n")))[0].endswith(
        "wants a list, found 'none'"
    )


# -- together ------------------------------------------------------------------------------------------------------


def test_refused_syntax_wrong_shape_and_unknown_names_come_out_at_once() -> None:
    text = edited(
        ("title: The bicycle", "title: &t The bicycle"),
        ("opens: buyer", "opens: byer"),
        ("turns: 8", "turns: fast"),
        ("channel: phone", "channel: emial"),
        ("evidence: [rust]", "evidence: [rst]"),
        ("greet: [", "gret: ["),
        ("budget: 4", "budget: 4\n    budget: 5"),
    )
    assert [problem.code for problem in problems(text)] == [
        "anchor", "unknown-name", "wrong-type", "unknown-word", "unknown-name", "duplicate-key", "unknown-key",
    ]  # fmt: skip


def test_no_noise_about_what_was_refused_already() -> None:
    text = edited(("strength: 0.7", "strength: *x"))
    assert [problem.code for problem in problems(text)] == ["alias"]


def test_mending_invents_no_findings() -> None:
    """Where the wrong part could be what others refer to, only the wrong part is named."""
    for edit in (
        ("id: listing", "id: 7x!"),
        ("step: 10", "step: ten"),
        ("{id: none,", "{idd: none,"),
        ("id: proud", "id:"),
    ):
        assert {problem.code for problem in problems(edited(edit))} <= {
            "bad-id",
            "wrong-type",
            "unknown-key",
            "empty",
        }, edit


def test_a_flood_is_cut() -> None:
    text = "a: &x [1]\n" + "".join(f"b{n}: *x\n" for n in range(3000))
    started = time.process_time()
    found = problems(text)
    assert time.process_time() - started < 1
    assert len(found) == MOST_SHOWN + 1
    assert "more problems" in found[-1].message
    assert_well_placed(found, text)


def test_problems_stand_in_the_order_of_the_file() -> None:
    found = problems(edited(("opens: buyer", "opens: q"), ("strength: 0.7", "strength: 7"), ("turns: 8", "turns: 99")))
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert len(found) == 3


# -- the other two files -------------------------------------------------------------------------------------------

REACTION = "format: 1\nreactions:\n  - name: a\n    source: design\n    when: {act: offer}\n    then: {aspiration: 1}\n"
WORDING = "format: 1\nwordings:\n  chat:\n    - {id: a, say: 'Hi.', style: calm, signals: {warmth: 0.5}}\n"


def _said(load: object, path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    try:
        load(path)  # type: ignore[operator]
    except Unsound as error:
        return [str(problem).removeprefix(f"{path}:") for problem in error.problems]
    return []


def test_psychology(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    assert _said(load_psychology, path, REACTION) == []
    again = REACTION + "  - name: a\n    source: x\n    when: {hand: [b]}\n    then: {}\n"
    assert _said(load_psychology, path, again) == [
        "7:11: 'a' is the name of entry 1 already; rename one reaction",
        "9:12: 'hand' belongs in a scenario's own reactions; the general ones know none",
    ]


def test_phrasebook(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    assert _said(load_phrasebook, path, WORDING) == []
    found = _said(load_phrasebook, path, WORDING.replace("Hi.", "Hi {nam}.").replace("}}", "}, seat: [x]}"))
    assert found == [
        "4:20: nothing fills in '{nam}'; use one of offer, item, other",
        "4:77: 'x' is not a seat; there is none",
    ]
