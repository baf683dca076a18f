"""What the author's guide shows is so: its scene is sound and balanced, its commands exist, its reactions fire."""

import re
import shlex
from pathlib import Path

import pytest

from game.author.balance import balance
from game.author.reference import reference
from game.cli.parser import parser
from game.library import asset, find_scenario, scenario_files
from game.lint.pages import codes
from game.lint.run import lint_text
from game.scenario.load import load_scenario, read_scenario_text
from tests.lint.scenes import START, found, general

GUIDE = asset("handbook/author_guide.md").read_text(encoding="utf-8")
COOKBOOK = asset("handbook/cookbook.md").read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


SCENE = "".join(blocks(GUIDE, "yaml scene"))
RECIPES = dict(zip(re.findall(r"^## (.+)$", COOKBOOK, re.MULTILINE), blocks(COOKBOOK, "yaml reaction"), strict=True))
COMMANDS = [line for text in (GUIDE, COOKBOOK) for block in blocks(text, "console") for line in block.splitlines()]


def test_the_scene_of_the_guide_has_no_findings() -> None:
    assert lint_text(SCENE, "my_van.yaml", general(), [], "my_van") == []


def test_it_has_no_findings_before_the_last_parts_are_added() -> None:
    """Until section 6 it is what a first sitting makes: no errors, and only the teaching note still to write."""
    early = "".join(blocks(GUIDE[: GUIDE.index("## 7.")], "yaml scene"))
    assert {p.code for p in lint_text(early, "my_van.yaml", general(), [], "my_van")} == {"no-teaching-note"}


def test_the_scene_of_the_guide_is_balanced(tmp_path: Path) -> None:
    path = tmp_path / "my_van.yaml"
    path.write_text(SCENE, encoding="utf-8")
    told = balance(path, 50, 1, 1, lambda _done, _of: None)
    assert told["verdicts"] == []
    assert told["policies"]["prepared_and_calm"]["deal_value"]["mean"] >= 50


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_a_command_of_the_guide_exists(command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "counteroffer"
    asked = parser().parse_args(words[1:])
    explained = getattr(asked, "explain", None)
    assert explained is None or explained in codes(asset("lint"))


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_can_be_copied_into_the_starting_scene(recipe: str) -> None:
    text = START + RECIPES[recipe]
    assert [str(problem) for problem in found(text)] == []
    before = {reaction.name for reaction in read_scenario_text(START, "f").reactions}
    assert {reaction.name for reaction in read_scenario_text(text, "f").reactions} > before


def test_there_are_a_dozen_recipes() -> None:
    assert len(RECIPES) >= 12


def test_every_verdict_of_the_balance_report_is_in_the_guide() -> None:
    table = GUIDE[GUIDE.index("| it says") : GUIDE.index("Careless players")]
    for piece in (
        "too easy",
        "too hard",
        "one move always wins",
        "preparation",
        "tone",
        "never traded",
        "play the same",
    ):
        assert piece in table


def test_the_reference_is_what_the_model_says() -> None:
    assert asset("handbook/reference.md").read_text(encoding="utf-8") == reference(), (
        "write it again: python -m game.author.reference > assets/handbook/reference.md"
    )


@pytest.mark.parametrize("scene", scenario_files())
def test_every_scene_has_a_teaching_note(scene: str) -> None:
    """Aim, a typical deal for each hand of the other side, mistakes, and questions for the board."""
    told = load_scenario(find_scenario(scene))
    note = told.teaching_note
    assert note.startswith("Aim: ")
    assert "Common mistakes: " in note
    assert note[note.index("For the board: ") :].count("?") >= 2
    for hand in told.seats[1].hands:
        names = (hand.id.replace("_", " "), *hand.id.split("_"))
        assert any(f'"{name}"' in note.lower() for name in names), f"{hand.id} has no typical deal in the note"
