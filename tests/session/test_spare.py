"""The spare lines: for every situation, in plain words, filled as the situation allows."""

import pytest

from game.lint.situations import WITH_PACKAGE
from game.scenario.words import SITUATIONS, THEMES
from game.session.spare import spare_lines


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_two(situation: str) -> None:
    lines = spare_lines(situation)
    assert len(lines) >= 2
    assert len({line.say for line in lines}) == len(lines)
    if situation.startswith("counter") or situation == "answer_whatif":
        assert all("{offer}" in line.say for line in lines)
    assert all("{offer}" not in line.say for line in lines if situation not in WITH_PACKAGE)


def test_feedback_has_every_theme() -> None:
    assert {line.theme for line in spare_lines("feedback")} == set(THEMES)
