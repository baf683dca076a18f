"""How well lines are read that the model was not trained on: a sample of those kept aside, with room below the figures.

The figures themselves: ``python -m game.reader.training.measure``.
"""

import pytest

from game.library import asset
from game.reader.training.measure import figures
from game.reader.training.sentences import load_sentences

HELD = [sentence for sentence in load_sentences(asset("reader")) if sentence.held]


@pytest.fixture(scope="module")
def found():
    return figures(HELD[::3])


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("macro-F1 of kinds, asked back counts as a miss", 0.70),
        ("values right, of offers it claims to understand", 0.90),
        ("asked back, of lines that need it", 0.83),
        ("right one among the choices, of clear lines asked back", 0.60),
        ("desperation AUC", 0.88),
        ("hostility AUC", 0.85),
        ("confidence rank", 0.42),
    ],
)
def test_at_least(found, name, least):
    assert found[name] >= least


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("read and wrong, of all lines", 0.14),
        ("read wrong with a confidence of .8 or more", 0.05),
        ("asked back, of clear lines", 0.26),
    ],
)
def test_at_most(found, name, most):
    assert found[name] <= most


def test_a_fifth_of_the_lines_is_kept_aside():
    every = load_sentences(asset("reader"))
    assert 0.18 < len(HELD) / len(every) < 0.22
