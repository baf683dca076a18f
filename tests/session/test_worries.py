"""A worry beside the record: it came true, it did not, or it is for the player to judge."""

import pytest

from game.session.debrief import debrief
from game.session.play import Session
from game.session.stage import load_stage
from tests.session.games import play


def judged(scene: str, worry: str, *moves: str, hand: str | None = None) -> str:
    game = Session.new(load_stage(scene), 3, hands=(None, hand))
    play(game, f"worry {worry}", "begin", *moves)
    assert game.game.over
    return debrief(game.game).worry[0]


@pytest.mark.parametrize(
    ("scene", "worry", "hand", "moves", "said"),
    [
        ("dealer_rebate", "lose_him", None, ("ask reason", "leave"), "it came true"),
        ("procurement_pressure", "third", "collecting", ("leave",), "it came true"),
        ("procurement_pressure", "third", "metric", ("leave",), "it did not come true"),
        ("bedtime", "shout", None, ("acknowledge", "leave"), "it did not come true"),
        ("raise_request", "greedy", None, ("leave",), "judge for yourself"),
    ],
)
def test_the_record_says_what_it_can(
    scene: str, worry: str, hand: str | None, moves: tuple[str, ...], said: str
) -> None:
    assert said in judged(scene, worry, *moves, hand=hand)
