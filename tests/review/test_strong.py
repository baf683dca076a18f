"""Following the review pays, avoiding what it calls a mistake pays, and a sound game is told to be one."""

from functools import cache

import numpy as np
import pytest

from game.engine.notation import write
from game.engine.script import script
from game.players.policies import POLICIES
from game.players.simulate import play_out
from game.review.marks import BAD
from game.review.review import Reviewing
from game.review.rollouts import ends
from game.session.game import Game
from game.session.play import parse
from game.session.reviewing import record_of, standards
from game.session.suggesting import suggested
from tests.review.games import SCENES, opened, played_out, said, stage
from tests.review.strong import careful, follow, value

#: Games of the strong player in each scene.
GAMES = 5


@cache
def strong(scene: str, seed: int) -> Game:
    return follow(opened(scene, seed, 0)).game


def usually(scene: str) -> float:
    """The mean value of prepared_and_calm's games."""
    played = play_out(stage(scene).tables, (POLICIES["prepared_and_calm"], script), 7, np.arange(2000))
    record = record_of(strong(scene, 300))
    return float(ends(record, played.state).value.mean()) / 100


@pytest.mark.parametrize("scene", SCENES[::2])
def test_a_suggestion_can_be_made_as_it_is_written(scene: str) -> None:
    session = said(opened(scene, 301, 2), "offer {88}")
    move = suggested(session.game).move
    assert parse(write(move)) == move
    session.submit(move)
    assert session.game.entries[-1].said.seat == 1 or session.game.over or not session.game.talking


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_following_the_review_beats_prepared_and_calm(scene: str) -> None:
    values = [value(strong(scene, 300 + n)) for n in range(GAMES)]
    assert np.mean(values) > usually(scene) + 3, values


@pytest.mark.soak
def test_in_sound_games_one_move_in_a_hundred_at_most_is_called_a_mistake() -> None:
    bad, count = [], 0
    for scene in SCENES:
        for n in range(GAMES):
            review = Reviewing(record_of(strong(scene, 300 + n)), standards()).finish()
            count += len(review.decisions)
            bad += [(scene, n, d.turn, d.move, d.mark) for d in review.decisions if d.mark in BAD[1:]]
    assert count >= 100
    assert len(bad) <= max(1, count // 100), bad


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_avoiding_what_is_called_a_mistake_pays(scene: str) -> None:
    seeds = range(400, 404)
    plain = [value(played_out(opened(scene, seed, 0, "conceder"), "conceder").game) for seed in seeds]
    better = [value(careful(scene, seed, "conceder").game) for seed in seeds]
    assert np.mean(better) > np.mean(plain) + 5, (plain, better)
