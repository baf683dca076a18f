"""A fault that was planted is found at its turn under its name; in sound games hardly anything is called a mistake."""

import pytest

from game.review.marks import Decision
from game.review.review import Reviewing
from game.session.reviewing import record_of, standards
from tests.review.planted import Planted, planted

EVERY = planted()
#: In the normal run: every second row once, the scenes in turn.
SAMPLE = EVERY[::9]


def found(game: Planted) -> Decision:
    """The decision at the planted turn, reviewed."""
    session, since = game.play()
    return Reviewing(record_of(session.game, since=since), standards()).finish().decisions[-1]


@pytest.mark.parametrize("game", SAMPLE, ids=str)
def test_a_planted_fault_is_found_at_its_turn(game: Planted) -> None:
    decision = found(game)
    assert decision.fault == game.fault, (decision.faults, decision.signs)


@pytest.mark.soak
def test_of_all_planted_faults_19_in_20_are_found_under_their_name() -> None:
    assert len(EVERY) >= 40
    wrong = {str(game): each.faults for game in EVERY if (each := found(game)).fault != game.fault}
    assert len(wrong) <= len(EVERY) // 20, wrong
