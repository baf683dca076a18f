"""``counteroffer simulate``: the shape outsiders rely on, and what it says to bad input."""

import json
from pathlib import Path

import pytest

from tests.cli.program import counteroffer

HOME = Path(__file__).parent


def figures(*arguments: str) -> dict[str, object]:
    done = counteroffer(HOME, "simulate", "raise_request", "--games", "60", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_the_shape_that_outsiders_rely_on() -> None:
    found = figures("--policy", "conceder", "hardliner", "--seed", "5")
    assert (found["scenario"], found["games"], found["seed"]) == ("raise_request", 60, 5)
    policies = found["policies"]
    assert isinstance(policies, dict) and list(policies) == ["conceder", "hardliner"]
    one = policies["conceder"]
    assert 0 <= one["agreement_rate"] <= 1
    for measure in (
        "deal_value",
        "joint_value",
        "joint_share_of_max",
        "subjective_value",
        "willingness",
        "turns",
        "meetings",
    ):
        assert {"mean", "sd"} <= set(one[measure])
    assert {"instrumental", "self", "process", "relationship"} <= set(one["subjective_value"])


def test_the_same_seed_gives_the_same_figures_and_another_seed_does_not() -> None:
    assert figures("--policy", "tit_for_tat") == figures("--policy", "tit_for_tat")
    assert figures("--policy", "tit_for_tat") != figures("--policy", "tit_for_tat", "--seed", "2")


def test_a_reaction_can_be_switched_off() -> None:
    without = figures("--policy", "apologetic", "--without", "hears_faltering")
    assert without["policies"] != figures("--policy", "apologetic")["policies"]


def test_a_follow_up_is_played_after_each_game() -> None:
    done = counteroffer(
        HOME,
        "simulate",
        "dealer_rebate",
        "--then",
        "dealer_renewal",
        "--games",
        "40",
        "--policy",
        "logroller",
        "--json",
    )
    found = json.loads(done.stdout)
    assert found["then"] == "dealer_renewal"
    assert "agreement_rate" in found["policies"]["logroller"]["then"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--policy", "conceeder"], "did you mean 'conceder'?"),
        (["--hand", "bugdet"], "it has: budget, authority, doubt"),
        (["--games", "0"], "--games wants a whole number"),
        (["--without", "nothing_like_it"], "There is no reaction 'nothing_like_it'"),
        (["--then", "nowhere"], "nowhere"),
    ],
)
def test_bad_input_is_one_sentence(arguments: list[str], sentence: str) -> None:
    done = counteroffer(HOME, "simulate", "raise_request", "--games", "20", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr and "Traceback" not in done.stderr
