"""What a verdict must be like: deterministic, steady under twice the rollouts, blind to what nobody could know."""

from dataclasses import replace
from functools import cache

import pytest

from game.engine.columns import SEAT
from game.review.marks import BAD, MARKS, Decision
from game.review.record import Record
from game.review.review import Review, Reviewing
from game.session.game import Game
from game.session.review_json import as_json
from game.session.reviewing import record_of, review_of, standards
from tests.review.games import SCENES, opened, played_out, said


@cache
def rough() -> Game:
    """A short game with something of everything."""
    session = said(opened("dealer_rebate", 5, 2), "offer {90}", "disparage", "offer {70}", "ask whatif")
    return played_out(session, "conceder").game


@cache
def reviewed() -> Review:
    return review_of(rough())


def test_every_decision_at_the_table_is_weighed() -> None:
    own = [entry for entry in rough().entries if entry.said.seat == 0 and entry.told.turn > 0]
    assert [each.turn for each in reviewed().decisions] == [entry.told.turn for entry in own]


def test_the_same_game_gets_the_same_review_however_it_is_sliced() -> None:
    work = Reviewing(record_of(rough()), standards(), together=1)
    steps = 0
    while work.advance():
        steps += 1
    assert steps > 20
    assert work.review is not None
    weight = rough().stage.scenario.relationship_weight
    assert as_json(rough(), work.review, weight) == as_json(rough(), reviewed(), weight)


def test_decisions_are_there_before_the_review_is_whole() -> None:
    work = Reviewing(record_of(rough()), standards(), together=1)
    while not work.decisions:
        assert work.advance()
    assert work.review is None
    assert [each.turn for each in work.decisions] == [reviewed().decisions[-1].turn]


def test_a_mark_is_given_only_where_the_interval_lies_beyond_its_threshold() -> None:
    limits = standards().marks
    least = {"inaccuracy": limits.inaccuracy, "mistake": limits.mistake, "blunder": limits.blunder}
    for decision in reviewed().decisions:
        low, high = decision.interval
        assert low <= decision.judged.loss.value <= high
        if decision.mark in BAD:
            assert low > least[decision.mark]


def _with_hand(record: Record, hand: int) -> Record:
    """The same record, the counterpart's hidden row that of another hand."""
    plies = []
    for ply in record.plies:
        seat = ply.before.seat.copy()
        seat[:, record.other, SEAT["hand"]] = hand
        seat[:, record.other, SEAT["aspiration"]] = 9999
        seat[:, record.other, SEAT["trust"]] = 1
        plies.append(replace(ply, before=replace(ply.before, seat=seat)))
    return replace(record, plies=tuple(plies))


def test_what_is_hidden_does_not_touch_the_verdict() -> None:
    """Only the line with hindsight may know the hand: until the real reason is told, nothing else depends on it."""
    record = record_of(said(opened("raise_request", 4, 1), "offer {85}", "hold").game)
    found = [Reviewing(_with_hand(record, hand), standards()).finish() for hand in (0, 2)]
    seen = [[_known(each) for each in review.decisions] for review in found]
    assert seen[0] == seen[1]


def _known(decision: Decision) -> tuple[object, ...]:
    judged = decision.judged
    return decision.mark, decision.fault, decision.best, judged.loss, judged.usual.value, judged.hardness


def test_the_weight_of_the_relationship_turns_the_verdict() -> None:
    game = said(opened("dealer_renewal", 3, 3), "disparage").game
    since = len(game.entries) - 2
    losses = [
        Reviewing(record_of(game, weight, since), standards()).finish().decisions[-1].judged.loss.value
        for weight in (0.0, 1.0)
    ]
    assert losses[1] > losses[0] + 5


def test_an_open_game_and_one_without_a_word_can_be_reviewed() -> None:
    begun = opened("raise_request", 1, 0).game
    review = review_of(begun)
    assert (review.accuracy, review.decisions, review.turning_points) == (None, (), ())
    assert len(review_of(said(opened("raise_request", 1, 1), "silence").game).decisions) == 2


def test_at_most_three_turning_points_and_all_of_them_stand_out() -> None:
    review = reviewed()
    marks = {each.turn: each.mark for each in review.decisions}
    assert len(review.turning_points) <= 3
    assert all(marks[turn] in ("brilliant", *BAD) for turn in review.turning_points)
    assert review.accuracy is not None
    assert 0 <= review.accuracy < 100


@pytest.mark.soak
def test_twice_the_rollouts_change_hardly_any_mark_by_more_than_a_step() -> None:
    jumps, count = 0, 0
    for n, scene in enumerate(SCENES):
        for policy in ("conceder", "price_first", "desperate", "prepared_and_calm", "logroller"):
            game = played_out(opened(scene, 40 + n, 0), policy).game
            once = Reviewing(record_of(game), standards()).finish()
            twice = Reviewing(record_of(game), standards().doubled()).finish()
            for first, second in zip(once.decisions, twice.decisions, strict=True):
                count += 1
                jumps += abs(MARKS.index(first.mark) - MARKS.index(second.mark)) > 1
    assert jumps <= count // 100, (jumps, count)
