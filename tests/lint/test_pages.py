"""Every code has a page, every page is true: its example triggers the finding, with these words, in this line."""

import re
from pathlib import Path

import pytest

from game.author.new import starting_file
from game.library import asset
from game.lint.pages import HERE, NoPage, Page, codes, example, page, parsed
from game.lint.registry import CHECKS
from game.lint.run import lint_file, severity_of
from game.scenario.problem import Problem
from tests.lint.scenes import SHIPPED, found, general

FOLDER = asset("lint")
CODES = codes(FOLDER)


def reported(told: Page, text: str, folder: Path) -> list[Problem]:
    """What lint says about the example. The page about unreadable files shows a text that is not UTF-8."""
    if told.code != "unreadable":
        return found(text)
    path = folder / "my_scene.yaml"
    path.write_bytes(text.encode("latin-1"))
    return lint_file(path, general())[0]


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_true(code: str, tmp_path: Path) -> None:
    told = page(FOLDER, code)
    text = example(told, starting_file())
    problems = reported(told, text, tmp_path)
    mine = [problem for problem in problems if problem.code == code]
    assert mine, problems
    assert mine[0].message == told.message
    assert told.code == code
    assert told.severity == severity_of(code) == mine[0].severity
    lines = text.split("\n")
    assert 1 <= mine[0].line <= len(lines)
    assert 1 <= mine[0].col <= len(lines[mine[0].line - 1]) + 1
    if HERE in text:
        assert HERE in lines[mine[0].line - 1]


@pytest.mark.parametrize("code", CODES)
def test_a_page_explains_and_mends(code: str) -> None:
    told = page(FOLDER, code)
    assert len(told.why.split()) > 5 and len(told.mend.split()) >= 2
    assert len(told.text) < 2600, "a page is read at one glance"


def test_the_starting_file_has_no_findings() -> None:
    assert found(starting_file()) == []


def test_every_check_has_a_page_of_its_own() -> None:
    assert len(CHECKS) >= 35
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    assert {check.code for check in CHECKS} <= set(CODES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in CODES)


def test_every_code_that_the_loader_says_has_a_page() -> None:
    """Codes are the words in quotes that follow a path or a mark in the rooms that report; they are all of one form."""
    rooms = [*Path("game/scenario").glob("*.py"), *Path("game/lint").rglob("*.py")]
    source = "".join((asset("lint").parents[1] / each).read_text(encoding="utf-8") for each in rooms)
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    words = {"utf-8", "utf-8-sig", "market-data"}
    assert used - words <= set(CODES)


@pytest.mark.parametrize("scene", SHIPPED)
def test_no_finding_in_a_shipped_scene(scene: str) -> None:
    assert found(SHIPPED[scene], scene) == []


@pytest.mark.parametrize("code", ["", "../lint/alias", "no-such-code", "ALIAS"])
def test_no_page(code: str) -> None:
    with pytest.raises(NoPage):
        page(FOLDER, code)


@pytest.mark.parametrize("text", ["", "# a (error)\n\n> b\n\nc\n\n## The\n\n## How to mend it\n\nd\n"])
def test_a_page_that_is_not_laid_out_as_one(text: str) -> None:
    with pytest.raises(ValueError, match="a page has"):
        parsed(text)


def test_an_example_that_no_longer_fits_is_noticed() -> None:
    with pytest.raises(ValueError, match="does not stand in the starting file"):
        example(page(FOLDER, "empty"), "title: Another\n")
