"""Three lists: written as notes, kept in the journal, ticked as things are settled."""

from pathlib import Path

from game.session.play import Session
from game.session.three_lists import entries, note_of, on_list, ticked
from tests.session.games import play, session, to_a_deal
from tests.terminal.talk import talk


def test_a_detail_is_ticked_once_it_is_clarified() -> None:
    game = session()
    label = dict(entries(game.game, "settle"))["pay_start"]
    game.note(note_of("settle", label))
    game.note("buy milk")
    play(game, "begin")
    assert ticked(game.game, game.notes) == [f"To settle first: [ ] {label}."]
    play(game, "clarify pay_start")
    assert ticked(game.game, game.notes) == [f"To settle first: [x] {label}."]


def test_terms_are_ticked_by_a_deal() -> None:
    game = to_a_deal()
    game.note(note_of("get", "pay"))
    game.note(note_of("give", "scope"))
    assert ticked(game.game, game.notes) == ["You can give: [x] scope.", "You have to get: [x] pay."]


def test_a_term_is_open_while_only_one_side_has_named_it() -> None:
    game = session()
    game.note(note_of("get", "pay"))
    play(game, "begin", "offer salary=65000")
    assert ticked(game.game, game.notes) == ["You have to get: [ ] pay."]


def test_lists_are_made_in_preparation_and_outlive_the_game(tmp_path: Path) -> None:
    path = tmp_path / "g.journal"
    game = session(path=path)
    shown = talk(game, "9", "1", "0", "2", "0", "1", "0", "?")
    assert "You can give: [ ] pay" in shown.text
    again = Session.resume(path)
    assert [len(on_list(again.game, again.notes, which)) for which in ("give", "get", "settle")] == [1, 1, 1]
    again.close()
