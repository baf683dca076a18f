"""A play-through: what is refused changes nothing, what was played replays alike, what is taken back is gone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.notation import NotUnderstood
from game.session import header
from game.session.digest import state_hash
from game.session.game import Game
from game.session.journal import Journal, JournalError, read_journal
from game.session.play import Past, Refused, Session, parse
from game.session.stage import Stage
from tests.session.games import OFFER, PREPARED, TALK, play, session, stage, to_a_deal

REFUSED = [
    ("accept", "no offer of theirs"),
    ("argue quay_gap", "do not have this evidence"),
    ("argue nonsense", "there is no evidence 'nonsense' here".capitalize()),
    ("offer salary=99", "There is no option of salary '99' here"),
    ("offer colour=red", "There is no issue 'colour' here"),
    ("give stocktake_friday", "belongs to the other side"),
    ("target 80", "Preparation is over"),
    ("research pay_survey", "'adjourn' first"),
    ("leave next yesterday", "There is no meeting 'yesterday' here; write 'leave next second'"),
    ("chat #no_such_wording", "There is no wording '#no_such_wording'"),
    ("chat #ask_reason_calm_1", "it says 'ask reason'"),
    ("chat : " + "x" * 3000, "longer than anyone listens"),
]


def known(_name: str) -> Stage:
    """The scene, without reading it again."""
    return stage()


@pytest.mark.parametrize(("line", "sentence"), REFUSED)
def test_a_refused_move_changes_nothing(tmp_path: Path, line: str, sentence: str) -> None:
    game = session(path=tmp_path / "a.journal")
    play(game, "begin", "ask reason")
    before, stored = game.game, (tmp_path / "a.journal").read_bytes()
    with pytest.raises(Refused, match=sentence):
        game.submit(parse(line))
    assert game.game is before
    assert (tmp_path / "a.journal").read_bytes() == stored


@pytest.mark.parametrize("line", ["never scope=both title=manager", "rank salary salary", "accept", "argue quay_gap"])
def test_what_cannot_be_done_in_preparation_does_not_begin_either(line: str) -> None:
    game = session()
    before = game.game
    with pytest.raises(Refused):
        game.submit(parse(line))
    assert game.game is before


def test_a_fifth_never_is_refused() -> None:
    game = session()
    play(game, *(f"never salary={58000 + 500 * n}" for n in range(4)))
    with pytest.raises(Refused, match="as many as one can keep in mind"):
        play(game, "never scope=both")


def test_a_move_of_the_table_begins() -> None:
    game = session()
    (turn,) = play(game, "ask reason")
    assert [entry.said.move.act for entry in turn.entries][:3] == ["begin", "begin", "ask_reason"]
    assert game.game.talking
    assert [shown.kind for shown in turn.shown][:3] == ["scene", "scene", "line"]


def test_the_boss_can_be_played_and_sam_speaks_first() -> None:
    game = Session.new(stage(), 4, seats=("script", "person"))
    (turn,) = play(game, "begin")
    assert game.game.who == 1
    (opening,) = [entry for entry in turn.entries if entry.told.turn]
    assert opening.said.seat == 0 and not opening.said.line.startswith("refuse")
    play(game, "hold")
    assert game.game.own(1, "turns") == 1


def test_a_never_is_warned_about_and_offered_all_the_same() -> None:
    game = session()
    play(game, "never scope=both", "begin")
    (turn,) = play(game, "offer scope=both salary=62000")
    assert turn.warnings == ("You noted beforehand that you would never take all planning for both depots.",)
    assert game.game.own(0, "offers") == 1
    (turn,) = play(game, "offer scope=handovers")
    assert turn.warnings == ()


def test_signals_come_from_the_move_the_wording_the_words_or_the_default() -> None:
    game = session()
    wording = next(w for w in stage().general["chat"] if w.style == "hesitant")
    calm = replace(parse("chat"), signals={"confidence": 0.9})
    game.submit(parse("begin"))
    for move in (calm, parse(f"chat #{wording.id}"), parse("chat : Sorry, um, I'm not sure, maybe?"), parse("chat")):
        game.submit(move)
    own = [entry for entry in game.game.entries if entry.told.turn and entry.said.seat == 0]
    assert own[0].told.signals["confidence"] == 0.9
    assert own[1].told.signals["confidence"] == wording.signals["confidence"] and "{" not in own[1].words
    assert own[2].told.signals["confidence"] < 0.4
    assert own[2].words == "Sorry, um, I'm not sure, maybe?" and own[2].said.reading is not None
    assert own[3].told.signals["confidence"] == 0.7 and own[3].words


def test_the_same_moves_give_the_same_game_line_by_line() -> None:
    first, second = to_a_deal(11), to_a_deal(11)
    assert state_hash(first.game.state) == state_hash(second.game.state)
    assert [e.shown for e in first.game.entries] == [e.shown for e in second.game.entries]
    assert [e.shown for e in to_a_deal(12).game.entries] != [e.shown for e in first.game.entries]


def test_a_journal_stopped_after_any_record_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "whole.journal"
    game = session(path=path, hand="doubt")
    play(game, *PREPARED, *TALK, OFFER, "leave")
    game.close()
    lines = path.read_bytes().splitlines(keepends=True)
    assert read_journal(path).records[-1]["kind"] == "outcome"
    for count in range(1, len(lines) + 1):
        part = tmp_path / f"{count}.journal"
        part.write_bytes(b"".join(lines[:count]))
        resumed = Session.resume(part, known)
        assert isinstance(resumed, Session)
        resumed.close()
        stored = [record for record in read_journal(path).records[: count - 1] if record["kind"] == "move"]
        assert [e.digest for e in resumed.game.entries][: len(stored)] == [record["state"] for record in stored]
        assert resumed.game.over or resumed.game.kinds[resumed.game.who] == "person"
        # What a stop cut off is made up for: the answer, and at the end the outcome.
        assert resumed.game.over == (
            read_journal(part).records[-1:] != () and read_journal(part).records[-1]["kind"] == "outcome"
        )


def test_going_on_leads_where_playing_through_would_have(tmp_path: Path) -> None:
    whole = session(seed=8)
    play(whole, *PREPARED, *TALK, OFFER)
    path = tmp_path / "parts.journal"
    game = session(seed=8, path=path)
    for line in (*PREPARED, *TALK, OFFER):
        play(game, line)
        game.close()
        resumed = Session.resume(path, known)
        assert isinstance(resumed, Session)
        game = resumed
    assert [e.digest for e in game.game.entries] == [e.digest for e in whole.game.entries]
    assert [e.shown for e in game.game.entries] == [e.shown for e in whole.game.entries]


def test_undo_takes_back_the_last_move_and_its_answer_and_replays_alike(tmp_path: Path) -> None:
    path = tmp_path / "undo.journal"
    game = session(path=path)
    play(game, "begin", "ask reason")
    kept = game.game
    play(game, OFFER)
    assert game.undo() == 2
    assert game.game.entries == kept.entries and state_hash(game.game.state) == state_hash(kept.state)
    (turn,) = play(game, "acknowledge")
    game.close()
    assert read_journal(path).records[-3]["kind"] == "undo"
    resumed = Session.resume(path, known)
    assert isinstance(resumed, Session)
    assert resumed.game.entries[-1].shown == turn.entries[-1].shown


def test_an_ended_game_can_be_taken_back_and_ended_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "again.journal"
    game = session(path=path)
    play(game, "begin", "leave")
    game.undo()
    assert not game.game.over
    play(game, "leave next second")
    game.close()
    outcomes = [record["outcome"] for record in read_journal(path).records if record["kind"] == "outcome"]
    assert outcomes[0] == "impasse_left" and len(outcomes) == 1 + game.game.over


def test_undo_wants_something_to_take_back_and_a_level_that_allows_it() -> None:
    with pytest.raises(Refused, match="nothing to take back"):
        session().undo()
    game = session(assist="real")
    play(game, "begin")
    with pytest.raises(Refused, match="as in life"):
        game.undo()


def test_a_game_of_other_rules_or_of_a_changed_scene_is_only_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.journal"
    game = session(path=path)
    play(game, "begin", "ask reason")
    said = [shown.text for entry in game.game.entries for shown in entry.shown]
    game.close()
    stored = path.read_bytes()

    changed = Session.resume(path, lambda _name: replace(stage(), digest="another"))
    assert isinstance(changed, Past) and "have changed since" in changed.note
    assert changed.lines() == said
    monkeypatch.setattr(header, "RULES", -1)
    other = Session.resume(path, known)
    assert isinstance(other, Past) and "rules of the game have changed" in other.note
    assert path.read_bytes() == stored


@pytest.mark.parametrize(
    "damage",
    [
        {"move": "fly away"},
        {"state": "0" * 24},
        {"seat": "nobody"},
        {"move": 5},
        {"signals": [1]},
        {"line": "unheard_of"},
    ],
)
def test_a_move_that_cannot_be_replayed_opens_the_game_read_only(tmp_path: Path, damage: dict[str, object]) -> None:
    path, broken = tmp_path / "a.journal", tmp_path / "b.journal"
    game = session(path=path)
    play(game, "begin", "ask reason")
    game.close()
    first, *records = [read_journal(path).header, *read_journal(path).records]
    with Journal.create(broken, first) as journal:
        for record in records:
            journal.append(record | damage)
    found = Session.resume(broken, known)
    assert isinstance(found, Past) and found.note


def test_what_could_not_be_saved_did_not_happen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    game = session(path=tmp_path / "full.journal")
    play(game, "begin")
    before = game.game
    assert game.journal is not None
    append = game.journal.append

    def full(_record: dict[str, object]) -> None:
        raise JournalError("The last move could not be saved: no space left.")

    monkeypatch.setattr(game.journal, "append", full)
    with pytest.raises(JournalError, match="no space left"):
        play(game, "ask reason")
    assert game.game is before
    monkeypatch.setattr(game.journal, "append", append)
    play(game, "ask reason")
    assert len(game.game.entries) == len(before.entries) + 2


def test_an_answer_that_was_not_saved_comes_before_the_next_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = session(path=tmp_path / "half.journal")
    play(game, "begin")
    assert game.journal is not None
    append, calls = game.journal.append, []

    def once(record: dict[str, object]) -> None:
        calls.append(record)
        if len(calls) == 2:
            raise JournalError("full")
        append(record)

    monkeypatch.setattr(game.journal, "append", once)
    with pytest.raises(JournalError):
        play(game, "ask reason")
    (turn,) = play(game, "acknowledge")
    assert [entry.said.seat for entry in turn.entries] == [1] and turn.warnings
    assert game.game.entries[-2].said.move.act == "ask_reason"


def test_every_record_is_plain_json_with_the_words_and_the_reactions(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    game = session(path=path)
    play(game, "begin", "offer salary=62000 : Could we say 62, please?")
    game.close()
    records = [record for record in read_journal(path).records if record["kind"] == "move"]
    assert json.dumps(records)
    person = next(record for record in records if record["move"].startswith("offer"))
    assert person["words"] == "Could we say 62, please?"
    assert person["reading"]["signals"] == person["signals"]
    assert person["events"]["reactions"] and len(person["state"]) == 24
    assert {"seed", "digest", "rules", "hands", "assist"} <= read_journal(path).header.keys()


def test_feedback_can_be_asked_for_after_the_end_only_there() -> None:
    game = to_a_deal()
    before = game.game
    turn = game.submit(parse("ask feedback"))
    assert turn.shown and all(shown.seat == 1 for shown in turn.shown)
    assert game.game is before
    with pytest.raises(Refused, match="has not ended yet"):
        session().feedback()


def test_notes_survive_an_undo(tmp_path: Path) -> None:
    game = session(path=tmp_path / "n.journal")
    play(game, "begin", "ask reason")
    game.note("she counts crates")
    game.undo()
    game.close()
    resumed = Session.resume(tmp_path / "n.journal", known)
    assert isinstance(resumed, Session) and resumed.notes == ["she counts crates"]


def test_notation_that_is_none_is_told_apart() -> None:
    with pytest.raises(NotUnderstood):
        parse("fly away")


def test_a_game_value_never_changes() -> None:
    game = session()
    before: Game = game.game
    digest = state_hash(before.state)
    play(game, *PREPARED, *TALK)
    assert state_hash(before.state) == digest and before.entries == ()
