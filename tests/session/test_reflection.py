"""The player's own view beside the record: kept in the journal, compared, and answered by the next debrief."""

from pathlib import Path

import pytest

from game.session.debrief import debrief
from game.session.play import Session, parse
from game.session.progress import Habit, habits, last_aim, played
from game.session.reflection import Reflection, aims, answered_aim, beside_the_record, moved_most, reachable
from tests.session.games import session

MOVES = ("target 70", "begin", "ask reason", "acknowledge", "offer salary=63000 review_date=june", "leave")


def a_game(path: Path, when: str = "2026-01-02T10:00:00+00:00") -> Session:
    game = session(seed=3, hand="doubt", path=path, when=when)
    for move in MOVES:
        game.submit(parse(move))
    return game


def test_what_was_thought_is_kept_and_survives_a_reload(tmp_path: Path) -> None:
    game = a_game(tmp_path / "one.journal")
    game.reflect(Reflection({"goal": True}, limit=70, turn=2, aim="traded"))
    game.close()
    assert last_aim(tmp_path) == "traded"
    assert last_aim(tmp_path, but=tmp_path / "one.journal") == ""
    again = Session.resume(tmp_path / "one.journal")
    assert isinstance(again, Session) and again.game.over
    again.close()


def test_answers_stand_beside_what_the_record_shows() -> None:
    game = a_game_unsaved()
    found = debrief(game.game)
    lines = beside_the_record(game.game, found, Reflection({"goal": False, "flexible": True}, reachable(game.game), 1))
    assert lines[0].startswith("Did you know what you wanted") and "You: no." in lines[0]
    assert "close" in lines[2] and "turn 1" in lines[3]


@pytest.mark.parametrize(("off", "said"), [(-30, "more in it"), (30, "less than you thought"), (3, "close")])
def test_a_guess_at_the_limit_is_told_how_near_it_was(off: float, said: str) -> None:
    game = a_game_unsaved().game
    (line,) = beside_the_record(game, debrief(game), Reflection({}, limit=reachable(game) + off))
    assert said in line


def test_the_turn_that_moved_them_most_is_one_of_the_players() -> None:
    game = a_game_unsaved().game
    assert moved_most(game) in {entry.told.turn for entry in game.entries if entry.said.seat == game.player}


def test_an_aim_is_something_missing_and_the_next_debrief_answers_it() -> None:
    found = debrief(a_game_unsaved().game)
    missing = {practice.name for practice in found.practices if not practice.met}
    assert aims(found) and {name for name, _ in aims(found)} <= missing
    assert "Not yet" in answered_aim(aims(found)[0][0], found)
    met = next(practice.name for practice in found.practices if practice.met)
    assert "It showed" in answered_aim(met, found)
    assert answered_aim("nonsense", found) == answered_aim("", found) == ""


def test_progress_counts_behaviours_over_finished_games(tmp_path: Path) -> None:
    for number in (1, 2):
        a_game(tmp_path / f"{number}.journal", when=f"2026-01-0{number}T10:00:00+00:00").close()
    (tmp_path / "broken.journal").write_text("nothing of ours", encoding="utf-8")
    open_game = session(seed=3, path=tmp_path / "open.journal")
    open_game.close()
    games = played(tmp_path)
    assert [game.when[:10] for game in games] == ["2026-01-01", "2026-01-02"]
    assert played(tmp_path, scenario="bedtime") == []
    found = {habit.name: habit for habit in habits(games)}
    assert found["knew_aim_and_limit"].games == 2
    assert [h.shown / h.games for h in habits(games)] == sorted(h.shown / h.games for h in habits(games))


def test_a_trend_needs_games_on_both_sides() -> None:
    assert Habit("x", shown=4, games=10, recent=4, recent_games=5).trend == 1
    assert Habit("x", shown=5, games=10, recent=0, recent_games=5).trend == -1
    assert Habit("x", shown=5, games=6, recent=5, recent_games=5).trend == 0


def a_game_unsaved() -> Session:
    game = session(seed=3, hand="doubt")
    for move in MOVES:
        game.submit(parse(move))
    return game
