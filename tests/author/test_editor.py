"""The starting scene in a real editor's hands: completion, help and squiggles, by yaml-language-server over stdio."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.author.new import write_new
from game.library import scenario_files
from tests.author.editor import Editor

pytestmark = pytest.mark.editor


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Editor, str]]:
    path, _ = write_new("my_scene", tmp_path_factory.mktemp("scenes"))
    text = path.read_text(encoding="utf-8")
    with Editor(path) as editor:
        assert editor.open(text) == [], "the starting scene is underlined somewhere"
        yield editor, text


def place(text: str, piece: str) -> tuple[int, int]:
    """Line and column, from 0, right after the one place where the piece stands."""
    assert text.count(piece) == 1, piece
    before = text[: text.index(piece) + len(piece)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def typed(text: str, after: str, new: str) -> tuple[str, int, int]:
    """The text with something typed after a piece, and where the cursor stands then."""
    line, col = place(text, after)
    made = text.replace(after, after + new)
    lines = new.split("\n")
    return made, line + len(lines) - 1, len(lines[-1]) if len(lines) > 1 else col + len(new)


@pytest.mark.parametrize(
    ("after", "new", "wanted"),
    [
        ("opens: player                     # who speaks first: the id of a seat", "\np", {"processes"}),
        ("    status_quo: one", "\n    sy", {"synonyms"}),
        ("    budget: 2", "\n    be", {"betrays"}),
        ("        reservation: 35           # what no deal is worth, 0 to 100", "\n        st", {"stubborn"}),
        ("    lines:                        # what she says; {offer} becomes the package. Situations without lines"
         " get plain ones", "\n      told_", {"told_need", "told_deadline"}),
        ("    theme: generous", "\n    pri", {"priority"}),
    ],
)  # fmt: skip
def test_keys_are_completed(started: tuple[Editor, str], after: str, new: str, wanted: set[str]) -> None:
    editor, text = started
    made, line, col = typed(text, after, new)
    editor.change(made)
    assert wanted <= {item["label"] for item in editor.complete(line, col)}


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("channel: room                 # room, phone or email", "channel: ", {"room", "phone", "email"}),
        ("theme: generous", "theme: ", {"generous", "listening"}),
    ],
)
def test_words_are_completed(started: tuple[Editor, str], old: str, new: str, wanted: set[str]) -> None:
    editor, text = started
    line, col = place(text, old)
    editor.change(text.replace(old, new))
    assert wanted <= {item["label"] for item in editor.complete(line, col - len(old) + len(new))}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("channel: room ", "channel: roam ", "room"),
        ("theme: generous", "theme: generus", "generous"),
        ("stakes: A place", "stake: A place", "stake"),
        ("minutes: 6", "minutes: six", "Incorrect type"),
        ("turns: 10", "turns: 100", "40"),
        ("line: credited", "line: creditd", "credited"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(started: tuple[Editor, str], old: str, new: str, said: str) -> None:
    editor, text = started
    line, col = place(text, old)
    found = editor.change(text.replace(old, new))
    here = [each for each in found if each["range"]["start"]["line"] == line]
    assert here, found
    assert here[0]["range"]["start"]["character"] <= col <= here[0]["range"]["end"]["character"] + len(old)
    assert any(said in each["message"] for each in here), here


@pytest.mark.parametrize(
    ("piece", "said"),
    [("opens: ", "The seat that speaks first"), ("        reservation: 35", "Utility of the alternative"),
     ("      refuse_first: ", "the first no"), ("status_quo: 80 ", "What holds while nothing is agreed")],
)  # fmt: skip
def test_a_key_is_explained(started: tuple[Editor, str], piece: str, said: str) -> None:
    editor, text = started
    editor.change(text + "\n")
    line, _ = place(text, piece)
    col = len(text.split("\n")[line]) - len(text.split("\n")[line].lstrip()) + 1
    assert said in editor.hover(line, col)


@pytest.mark.parametrize("scene", scenario_files())
def test_nothing_is_underlined_in_a_shipped_scene(started: tuple[Editor, str], scene: str) -> None:
    editor, _ = started
    text = Path(scenario_files()[scene]).read_text(encoding="utf-8")
    assert editor.change("# yaml-language-server: $schema=./counteroffer.schema.json\n" + text) == []
