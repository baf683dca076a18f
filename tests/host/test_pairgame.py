"""Two people at one table: they prepare unseen by each other, take turns, and a stored game is the game it was."""

import json

import pytest

from game.engine.notation import parse
from game.host.pairgame import Elsewhere, PairGame, Part
from game.session.digest import state_hash
from game.session.game import Refused
from tests.host.classes import DEAL, stage

PEOPLE = ("person", "person")


def new(kinds: tuple[str, str] = PEOPLE) -> PairGame:
    return PairGame.new(stage(), 7, kinds, (None, None))


def after(game: PairGame, *moves: tuple[int, str]) -> tuple[PairGame, list[list[Part]]]:
    stored = []
    for seat, line in moves:
        game, parts, _ = game.submitted(seat, parse(line))
        stored.append(json.loads(json.dumps(parts)))
    return game, stored


PREPARED = [
    (1, "target 80"), (0, "research walk_the_row"), (1, "research look_at_shoes"), (0, "target 70"), (1, "begin"),
    (0, "begin"),
]  # fmt: skip


def test_both_prepare_at_once_and_see_only_their_own() -> None:
    game, _ = after(new(), *PREPARED[:4])
    mine, theirs = game.seen_by(0), game.seen_by(1)
    assert (mine.player, theirs.player) == (0, 1)
    assert (mine.own(0, "target"), mine.own(1, "target")) == (7000, -1)
    assert (theirs.own(1, "target"), theirs.own(0, "target")) == (8000, -1)
    said = [shown.text for entry in theirs.entries for shown in entry.shown]
    assert said
    assert not any("Three tables on" in text for text in said)


def test_the_order_in_which_two_people_prepare_changes_nothing() -> None:
    one, _ = after(new(), *PREPARED)
    other, _ = after(new(), *[PREPARED[n] for n in (1, 3, 0, 2, 5, 4)])
    assert one.game.talking
    assert state_hash(one.game.state) == state_hash(other.game.state)
    assert [entry.said for entry in one.game.entries] == [entry.said for entry in other.game.entries]


def test_nobody_talks_before_both_are_ready_or_out_of_turn() -> None:
    game, _ = after(new(), (0, "begin"))
    for seat, line, sentence in (
        (0, "target 50", "wait for the other side"),
        (0, "ask reason", "wait for the other side"),
        (1, "ask reason", "Say first that you are ready"),
    ):
        with pytest.raises(Refused, match=sentence):
            game.submitted(seat, parse(line))
    game, _ = after(game, (1, "begin"))
    with pytest.raises(Refused, match="Yours comes after that"):
        game.submitted(1 - game.game.who, parse("ask reason"))
    with pytest.raises(Refused, match="no offer of theirs"):
        game.submitted(game.game.who, parse("accept"))


def test_two_people_agree_and_each_has_an_outcome_of_their_own() -> None:
    game, _ = after(new(), *PREPARED)
    for line in DEAL:
        game, _ = after(game, (game.game.who, line))
    assert game.game.over
    assert [game.seen_by(seat).outcome for seat in (0, 1)] == ["deal", "deal"]
    left, _ = after(after(new(), *PREPARED)[0], (0, "leave"))
    assert [left.seen_by(seat).outcome for seat in (0, 1)] == ["impasse_left", "impasse_walked"]
    with pytest.raises(Refused, match="has ended"):
        left.submitted(1, parse("chat"))


@pytest.mark.parametrize("kinds", [PEOPLE, ("person", "script"), ("script", "person")])
def test_what_was_stored_leads_to_the_same_game(kinds: tuple[str, str]) -> None:
    moves = [each for each in PREPARED if kinds[each[0]] == "person"]
    game, stored = after(new(kinds), *moves)
    assert game.game.talking
    for _ in range(3):
        game, more = after(game, (game.game.who, "ask reason : What stands in the way?"))
        stored += more
    again = new(kinds)
    for parts in stored:
        again = again.restored(parts)
    assert state_hash(again.game.state) == state_hash(game.game.state)
    assert [e.words for e in again.game.entries] == [e.words for e in game.game.entries]
    assert [e.shown for e in again.game.entries] == [e.shown for e in game.game.entries]


@pytest.mark.parametrize("gone", [0, 1])
@pytest.mark.parametrize("moves", [PREPARED[:2], PREPARED[:5], PREPARED, [*PREPARED, (0, "ask reason")]])
def test_the_script_takes_over_at_any_moment(gone: int, moves: list[tuple[int, str]]) -> None:
    game, stored = after(new(), *moves)
    game, parts = game.handed_over(gone)
    left = 1 - gone
    if game.preparing:
        game, more = after(game, (left, "begin"))
        stored += [parts, *more]
    else:
        stored.append(parts)
    assert game.game.talking
    assert game.game.who == left
    game, more = after(game, (left, "ask reason"))
    assert game.game.entries[-1].said.seat == gone
    with pytest.raises(Refused, match="script holds this seat"):
        game.submitted(gone, parse("chat"))
    again = new()
    for each in [*stored, *more]:
        again = again.restored(json.loads(json.dumps(each)))
    assert state_hash(again.game.state) == state_hash(game.game.state)


def test_a_stored_move_that_leads_elsewhere_is_found() -> None:
    _, stored = after(new(), *PREPARED, (0, "ask reason"))
    game = new()
    for parts in stored[:-1]:
        game = game.restored(parts)
    forged = [dict(stored[-1][0], state="0" * 16)]
    with pytest.raises(Elsewhere, match="leads elsewhere"):
        game.restored(forged)
