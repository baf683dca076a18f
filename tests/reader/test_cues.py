"""Every cue matches its examples and leaves its counter-examples alone."""

import pytest

from game.reader.signals import CUES, REASONS
from game.reader.text import fold

ALL = (*CUES, REASONS)


@pytest.mark.parametrize("cue", ALL, ids=lambda cue: cue.name)
def test_examples_match_and_counter_examples_do_not(cue):
    assert [line for line in cue.examples if not cue.spans(fold(line))] == []
    assert [line for line in cue.counter_examples if cue.spans(fold(line))] == []
    assert cue.examples and cue.counter_examples


def test_names_are_unique():
    names = [cue.name for cue in ALL]
    assert len(names) == len(set(names))
