"""The balance report: the same on any number of processors; each verdict on a scene that was spoilt for it."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.author import verdicts
from game.author.balance import as_text, balance
from game.author.html import page
from game.author.jobs import BEST, SHARPLY, UNPREPARED
from game.author.tally import Tally
from game.players.policies import POLICIES
from game.scenario.load import read_scenario_text
from game.scenario.words import OUTCOMES
from tests.lint.scenes import START

GAMES = 60


_TOLD: list[tuple[int, int]] = []


def _quiet(done: int, of: int) -> None:
    _TOLD.append((done, of))


@cache
def report(*edits: tuple[str, str]) -> dict[str, Any]:
    """The report of the starting scene, with parts of it replaced."""
    text = START
    for old, new in edits:
        assert text.count(old) >= 1, old
        text = text.replace(old, new)
    folder = Path(_FOLDERS[0]) / str(abs(hash(edits)))
    folder.mkdir(exist_ok=True)
    path = folder / "my_scene.yaml"
    path.write_text(text, encoding="utf-8")
    return balance(path, GAMES, 1, 1, _quiet)


_FOLDERS: list[Path] = []


@pytest.fixture(autouse=True, scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    _FOLDERS[:] = [tmp_path_factory.mktemp("balance")]


def names(told: dict[str, Any]) -> set[str]:
    return {verdict["name"] for verdict in told["verdicts"]}


def test_the_starting_scene_is_balanced() -> None:
    told = report()
    assert told["verdicts"] == []
    assert set(told["policies"]) == set(POLICIES)
    best = told["policies"]["prepared_and_calm"]
    assert best["deal_value"]["mean"] > 50 and best["agreement_rate"] > 0.9
    assert abs(sum(best["histogram"]) - 1) < 0.01 and set(best["hands"]) == {"mother", "jam"}


def test_everything_of_the_starting_scene_happens_or_is_named() -> None:
    told = report()["coverage"]
    assert {part["kind"] for part in told} >= {"reactions", "situations", "questions", "evidence", "hands", "endings"}
    assert all(part["times"] for part in told if part["kind"] in ("reactions", "hands", "details", "favours"))


NEVER = "\n".join((
    "reactions:",
    "  - name: never_here",
    "    source: Nobody gives nine times in one talk.",
    '    when: {act: [give], times: ">= 9"}',
    "    then: {aspiration: 1}",
    "",
))  # fmt: skip


def test_what_never_happens_is_named_with_its_line() -> None:
    made = report(*DEAF)
    (part,) = [each for each in made["coverage"] if each["name"] == "never_here"]
    assert part["times"] == 0
    lines = Path(made["file"]).read_text(encoding="utf-8").split("\n")
    assert lines[part["line"] - 1].strip() == "- name: never_here"
    assert f"never: never_here (line {part['line']})" in "\n".join(as_text(made))


TEMPER = "    temper: {trust: 0.5, patience: 0.6}\n"
EASY = (("minutes: 6", "minutes: 40"), ("        reservation: 45\n", "        reservation: 5\n        opening: 30\n"),
        (TEMPER, "    temper: {trust: 0.9, patience: 1, defensiveness: 0}\n"))  # fmt: skip
SAME = (("until: {seven: 50, eight: 45, ten: 0}", "until: {seven: 25, eight: 20, ten: 0}"),
        ("          evenings: {one: 40, two: 30, four: 0}\n          until: {seven: 6, eight: 5, ten: 0}\n",
         "          until: {seven: 25, eight: 20, ten: 1}\n"),
        ("item: [shelf], hand: [jam]", "item: [shelf]"))  # fmt: skip
SETTLED = (("until: {seven: 0, eight: 25, ten: 45}", "until: {seven: 3, eight: 1, ten: 0}"),
           ("until: {seven: 50, eight: 45, ten: 0}", "until: {seven: 50, eight: 5, ten: 0}"),
           ("until: {seven: 6, eight: 5, ten: 0}", "until: {seven: 50, eight: 5, ten: 0}"))  # fmt: skip
#: Nobody hears how a thing is said; and one reaction waits for what never happens.
DEAF = (("reactions:\n", NEVER),
        (TEMPER, TEMPER + "    sensitivities: {hostile: 0, calm: 0, courteous: 0, hesitant: 0}\n"))  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "wanted"),
    [(EASY, {"too_easy", "other_length"}), (SAME, {"hands_play_the_same"}), (SETTLED, {"issue_never_traded"})],
    ids=["easy", "same", "settled"],
)
def test_verdicts_on_spoilt_scenes(edits: tuple[tuple[str, str], ...], wanted: set[str]) -> None:
    assert wanted <= names(report(*edits))


SCENE = read_scenario_text(START, "my_scene.yaml")


def told(policy: str, value: float, agreed: float = 1, relationship: float = 4) -> Tally:
    """A hundred games of which a share ends in a deal, all of the same value."""
    outcome = np.where(np.arange(100) < 100 * agreed, OUTCOMES.index("deal"), OUTCOMES.index("impasse_time"))
    same = np.ones(100)
    whole = np.zeros(100, np.int32)
    return Tally(policy, 0, whole, same * value, same * relationship, outcome.astype(np.int32), whole, whole + 20)


def judged(**values: float | tuple[float, float, float]) -> set[str]:
    """Verdicts on level, ways and effort for policies that get these values (or value, agreement, relationship)."""
    usual: dict[str, float | tuple[float, float, float]] = dict.fromkeys(POLICIES, 10.0)
    usual |= {BEST: 60.0, UNPREPARED: 40.0, SHARPLY: (20.0, 0.5, 2.0)} | values
    tallies = {name: told(name, *(value if isinstance(value, tuple) else (value,))) for name, value in usual.items()}
    return {
        each.name
        for each in (*verdicts._level(tallies), *verdicts._one_way(tallies), *verdicts._effort(SCENE, tallies))
    }


def test_a_good_scene_has_no_verdict() -> None:
    assert judged() == set()


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({BEST: 10.0, UNPREPARED: 0.0, SHARPLY: 0.0}, "too_hard"),
        ({BEST: (60.0, 0.3, 4.0)}, "too_hard"),
        ({"hardliner": 70.0}, "one_move_wins"),
        ({UNPREPARED: 59.0}, "preparation_idle"),
        ({SHARPLY: (59.0, 1.0, 4.0)}, "tone_idle"),
        (dict.fromkeys(verdicts.CARELESS, 50.0), "too_easy"),
    ],
)
def test_verdicts_on_figures(values: dict[str, Any], wanted: str) -> None:
    assert judged(**values) == {wanted}


def test_the_same_on_any_number_of_processors() -> None:
    told = report()
    again = balance(Path(told["file"]), GAMES, 1, 2, _quiet)
    assert json.dumps(again) == json.dumps(told)


def test_progress_is_told() -> None:
    report()
    assert [done for done, _ in _TOLD[: _TOLD[0][1]]] == list(range(1, _TOLD[0][1] + 1))


def test_a_sharp_tone_costs_less_where_nobody_hears_it() -> None:
    deaf, hearing = (each["variations"]["sharp_tone"]["deal_value"]["mean"] for each in (report(*DEAF), report()))
    assert deaf > hearing


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [value for name, value in attrs if value and name in ("src", "href", "data")]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = page(report())
    read = _Page()
    read.feed(text)
    assert read.outside == [] and not {"script", "link", "img", "iframe"} & set(read.tags)
    assert "url(" not in text and "@import" not in text
    assert read.tags.count("svg") == len(POLICIES) + 3
    for name in POLICIES:
        assert re.search(rf'aria-label="{name}: mean -?\d', text)


def test_names_are_escaped_in_the_page() -> None:
    assert "<b>" not in page(report() | {"verdicts": [{"name": "x", "text": "<b>bold</b>"}]})


def test_the_text_is_as_wide_as_a_terminal() -> None:
    assert max(map(len, as_text(report()))) < 120
