"""A follow-up scene goes on from a journal, keeps what it was given, and says so when it cannot."""

from pathlib import Path

import pytest

from game.session.after import after
from game.session.carried import from_json
from game.session.journal import JournalError, read_journal
from game.session.play import Session, parse
from tests.screens.stages import stage

SCENES = {name: stage(name) for name in ("dealer_rebate", "dealer_renewal", "raise_request")}


def played(path: Path, *moves: str, scene: str = "dealer_rebate") -> Path:
    session = Session.new(SCENES[scene], 5, path=path)
    for move in moves:
        session.submit(parse(move))
    session.close()
    return path


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    return played(tmp_path / "first.journal", "begin", "disparage", "leave")


def test_what_is_carried_is_stored_and_replays_the_same(ended: Path, tmp_path: Path) -> None:
    carried = after(ended, SCENES["dealer_renewal"])
    assert carried.scenario == "dealer_rebate" and "earlier_impasse" in carried.flags[1]
    path = tmp_path / "second.journal"
    session = Session.new(SCENES["dealer_renewal"], 7, path=path, carried=carried)
    for move in ("begin", "ask reason", "acknowledge"):
        session.submit(parse(move))
    said = [entry.words for entry in session.game.entries]
    session.close()
    assert from_json(read_journal(path).header["after"]) == carried
    ended.unlink()  # the follow-up does not need it any more
    again = Session.resume(path)
    assert isinstance(again, Session)
    assert [entry.words for entry in again.game.entries] == said and again.game.carried == carried
    again.undo()
    assert again.game.carried == carried and again.game.state.of("trust").tolist() is not None
    again.close()


def test_it_makes_a_difference(ended: Path) -> None:
    carried = after(ended, SCENES["dealer_renewal"])
    plain, following = (
        Session.new(SCENES["dealer_renewal"], 7, hands=(None, None), carried=each) for each in (None, carried)
    )
    for session in (plain, following):
        session.submit(parse("begin"))
        session.submit(parse("ask reason"))
    stances = [session.game.state.of("trust")[0, 1] for session in (plain, following)]
    assert stances[1] < stances[0]


def test_a_journal_that_cannot_be_followed_is_named(ended: Path, tmp_path: Path) -> None:
    still_open = played(tmp_path / "open.journal", "begin")
    other = played(tmp_path / "other.journal", "begin", "leave", scene="raise_request")
    for path, scene, sentence in (
        (ended, "raise_request", "follows no other scene"),
        (other, "dealer_renewal", "Give one of dealer_rebate"),
        (still_open, "dealer_renewal", "has not ended yet"),
        (tmp_path / "none.journal", "dealer_renewal", "There is no journal"),
    ):
        with pytest.raises(JournalError, match=sentence):
            after(path, SCENES[scene])


def test_a_damaged_record_of_it_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="damaged"):
        from_json({"trust": 3})
