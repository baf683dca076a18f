"""Every act rule matches its examples and leaves its counter-examples alone."""

import pytest

from game.reader.by_rules import RULES
from game.scenario.words import ACTS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_match_and_counter_examples_do_not(rule):
    assert [line for line in rule.examples if not rule.matches(line)] == []
    assert [line for line in rule.counter_examples if rule.matches(line)] == []
    assert rule.examples and rule.counter_examples
    assert rule.act in ACTS and 0 < rule.confidence <= 1


def test_names_are_unique():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
