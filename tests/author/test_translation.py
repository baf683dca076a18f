"""Texts out to a catalogue, translations back in, and a game played in them."""

import json
import re
from pathlib import Path

import pytest

from game.author.extract import catalogue, listing
from game.cli import main
from game.engine.notation import parse
from game.library import find_scenario
from game.scenario.load import load_scenario, load_translated, read_scenario_text
from game.scenario.problem import Unreadable, Unsound
from game.scenario.translation import po_entries, texts
from game.session.play import Session
from game.session.stage import load_stage
from tests.lint.scenes import START


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "my_scene.yaml"
    file.write_text(START, encoding="utf-8")
    return file


def shouted(path: Path, language: str = "xx") -> Path:
    """A translation of everything into capitals, places kept."""
    text, _, _ = catalogue(path, language)

    def loud(match: "re.Match[str]") -> str:
        words = re.sub(r"\{[a-z_]*\}|\\.|[^{}\\]+", lambda m: m[0] if m[0][0] in "{\\" else m[0].upper(), match[1])
        return f'msgid "{match[1]}"\nmsgstr "{words}"'

    made = path.with_name(f"{path.stem}.{language}.po")
    made.write_text(re.sub(r'msgid "((?:[^"\\]|\\.)+)"\nmsgstr ""', loud, text), encoding="utf-8")
    return made


def test_every_text_of_the_scene_has_an_id_of_its_own(path: Path) -> None:
    found = listing(path)
    assert len({each["id"] for each in found}) == len(found) > 80
    ids = {str(each["id"]) for each in found}
    assert {"title", "issues/rent/label", "seats/owner/hands/jam/real_reason", "details/key/epilogue"} <= ids
    assert not any("points" in each or (each.endswith("/found") and each.startswith("evidence")) for each in ids)


def test_ids_stay_when_lines_change_places_and_change_with_the_words(path: Path) -> None:
    before = {each["text"]: each["id"] for each in listing(path)}
    path.write_text(
        START.replace('"Mind the polish. What is it?", "Yes? I have ice cream in here somewhere."',
                      '"Yes? I have ice cream in here somewhere.", "Mind the floor. What is it?"'),
        encoding="utf-8",
    )  # fmt: skip
    after = {each["text"]: each["id"] for each in listing(path)}
    assert {text for text in before if before[text] != after.get(text)} == {"Mind the polish. What is it?"}


def test_a_translation_is_the_same_scene_in_other_words(path: Path) -> None:
    shouted(path)
    plain, loud = load_scenario(path), load_translated(path, "xx")
    assert loud.title == "THE CELLAR ROOM"
    assert loud.seats[1].lines["counter"][0] == "I COULD THINK ABOUT {offer}."
    assert loud.seats[0].hands[0].points == plain.seats[0].hands[0].points
    assert [issue.id for issue in loud.issues] == [issue.id for issue in plain.issues]
    assert loud.reactions == plain.reactions


def test_a_game_in_a_translation_goes_the_same_way(path: Path) -> None:
    shouted(path)
    moves = ["begin", "ask reason", "credit", "offer rent=40 evenings=two until=eight", "ask whatif"]
    games = []
    for language in ("", "xx"):
        session = Session.new(load_stage(str(path), language), seed=5)
        for move in moves:
            session.submit(parse(move))
        games.append(session.game)
    plain, loud = games
    assert [entry.digest for entry in plain.entries] == [entry.digest for entry in loud.entries]
    said = [entry.words for entry in loud.entries if entry.said.seat == 1 and entry.words]
    assert said and said[1] == said[1].upper()


def test_a_stored_game_goes_on_in_its_language(path: Path, tmp_path: Path) -> None:
    shouted(path)
    journal = tmp_path / "game.jsonl"
    session = Session.new(load_stage(str(path), "xx"), seed=5, path=journal)
    session.submit(parse("ask reason"))
    session.close()
    again = Session.resume(journal)
    assert isinstance(again, Session)
    assert again.game.stage.scenario.title == "THE CELLAR ROOM"
    again.close()


def test_what_has_no_translation_stays(path: Path) -> None:
    made = shouted(path)
    text = made.read_text(encoding="utf-8").replace('msgstr "THE CELLAR ROOM"', 'msgstr ""')
    made.write_text(text, encoding="utf-8")
    assert load_translated(path, "xx").title == "The cellar room"


def test_a_translation_of_other_words_is_left_out(path: Path) -> None:
    shouted(path)
    path.write_text(START.replace("stakes: A place to practise,", "stakes: A room,"), encoding="utf-8")
    assert load_translated(path, "xx").stakes == "A room, and a neighbour you will meet every day."
    _, every, done = catalogue(path, "xx")
    assert done == every - 1


def test_a_translation_without_its_places_is_told_with_its_line(path: Path) -> None:
    made = shouted(path)
    text = made.read_text(encoding="utf-8").replace('"I COULD THINK ABOUT {offer}."', '"I COULD THINK ABOUT THAT."')
    made.write_text(text, encoding="utf-8")
    with pytest.raises(Unsound) as caught:
        load_translated(path, "xx")
    (problem,) = caught.value.problems
    assert "I COULD THINK ABOUT THAT" in text.split("\n")[problem.line - 1]
    assert "other places in braces" in problem.message


@pytest.mark.parametrize(("text", "line"), [("nonsense\n", 1), ('msgid "a"\nmsgstr b\n', 2)])
def test_a_file_that_is_no_catalogue(text: str, line: int) -> None:
    with pytest.raises(Unsound) as caught:
        po_entries(text, "f.po")
    assert caught.value.problems[0].line == line


def test_entries_as_gettext_writes_them() -> None:
    text = (
        'msgctxt "a"\nmsgid ""\n"two "\n"lines"\nmsgstr "zwei\\n"\n"Zeilen \\"so\\""\n'
        '#, fuzzy\nmsgctxt "b"\nmsgid "x"\nmsgstr "y"\n'
    )
    found = po_entries(text, "f")
    assert {name: (entry.words, entry.translation) for name, entry in found.items()} == {
        "a": ("two lines", 'zwei\nZeilen "so"')
    }


def test_a_language_that_is_not_there(path: Path) -> None:
    with pytest.raises(Unreadable, match=r"my_scene\.yy\.po:1:1: there is no such file"):
        load_translated(path, "yy")


def test_texts_of_the_whole_are_kept_by_a_round_trip(path: Path) -> None:
    made = shouted(path)
    entries = po_entries(made.read_text(encoding="utf-8"), "f")
    assert {name: entry.words for name, entry in entries.items()} == {
        text.id: text.words for text in texts(_data(path))
    }


def _data(path: Path) -> object:
    from game.scenario.positions import read_tree

    return read_tree(path.read_text(encoding="utf-8"), "f").data


def test_the_command_line(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["extract", str(path), "--json"]) == 0
    assert {"id", "line", "text"} == json.loads(capsys.readouterr().out)[0].keys()
    out = tmp_path / "out.po"
    assert main(["extract", str(path), "--lang", "de", "--out", str(out)]) == 0
    assert "0 of them translated" in capsys.readouterr().out
    assert "Language: de" in out.read_text(encoding="utf-8")
    script = tmp_path / "moves.txt"
    script.write_text("begin\nask reason\n", encoding="utf-8")
    shouted(path)
    assert main(["play", str(path), "--lang", "xx", "--script", str(script)]) == 0
    assert "THE STAIRS SMELL OF FLOOR POLISH" in capsys.readouterr().out
    assert main(["play", str(path), "--lang", "yy", "--script", str(script)]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert read_scenario_text(START, "f").title == "The cellar room"


def test_the_flea_market_is_wholly_in_german() -> None:
    path = find_scenario("flea_market")
    _, every, done = catalogue(path, "de")
    assert done == every > 400
    german, english = load_translated(path, "de"), load_scenario(path)
    assert german.title == "Die Lampe"
    same = [
        text.words
        for text, other in zip(
            texts(german.model_dump(mode="json")), texts(english.model_dump(mode="json")), strict=True
        )
        if text.words == other.words
    ]
    assert same == [], "these stand there as in English"


def test_a_game_at_the_flea_market_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    script = tmp_path / "moves.txt"
    script.write_text("begin\nask reason\nshare need\noffer price=35 shade=glass pickup=closing\n", encoding="utf-8")
    assert main(["play", "flea_market", "--lang", "de", "--script", str(script), "--seed", "2"]) == 0
    said = capsys.readouterr().out
    assert "Sonntag, halb elf" in said and "Sixty" not in said and "lamp " not in said
