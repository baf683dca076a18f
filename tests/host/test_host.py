"""What a class does is stored before it happens; a stop at any moment loses nothing, and a retry changes nothing."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from game.engine.notation import parse
from game.host.host import Host, Visitor
from game.host.store import Store, StoreError, sqlite_url
from game.session.digest import state_hash
from game.session.game import Refused
from tests.host.classes import School, play_to_a_deal


def picture(host: Host) -> list[Any]:
    """Everything of a class that must survive a stop."""
    return [
        (room.id, room.code, room.clock, sorted(room.people), room.count, sorted(room.seen),
         [(each.pairs, each.closed, each.sheets) for each in room.rounds],
         [state_hash(game.game.state) for each in room.rounds for game in each.games],
         [(game.drafts, game.ready) for each in room.rounds for game in each.games])
        for room in host.rooms.values()
    ]  # fmt: skip


def test_a_class_from_the_first_code_to_the_last_phase_survives_a_stop_after_each_step(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room(people=5)
    for kind in ("prepare", "negotiate", "survey", "debrief", "replay", "commit", "over"):
        school.goes_to(school.host.rooms[room.id], kind)
        room = school.host.rooms[room.id]
        if kind in ("negotiate", "replay"):
            play_to_a_deal(school, room, 0)
            half = room.rounds[-1].games[1]
            school.says(school.at(room, 1, half.game.who), "begin" if half.preparing else "ask reason")
        before = picture(school.host)
        assert picture(school.again()) == before
        room = school.host.rooms[room.id]
    assert len(room.rounds) == 2
    assert room.rounds[1].pairs[0].seats == room.rounds[0].pairs[0].seats[::-1]
    assert [game.game.outcome for each in room.rounds for game in each.games[:1]] == ["deal", "deal"]


def test_a_move_sent_again_changes_nothing_also_after_a_stop(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room(people=2)
    school.goes_to(room, "negotiate")
    buyer = school.at(room, 0, 0)
    school.says(buyer, "ask reason", "m1")
    before = picture(school.host)
    assert school.says(buyer, "ask reason", "m1").entries == ()
    assert picture(school.host) == before
    host = school.again()
    (person,) = [p for p in host.rooms[room.id].rounds[0].pairs[0].seats[:1] if p]
    assert host.submit(Visitor(host.rooms[room.id], person), parse("ask reason"), "m1").entries == ()
    assert picture(host) == before


def test_what_cannot_be_stored_does_not_happen(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room(people=2)
    school.goes_to(room, "prepare")
    with school.host.store.engine.begin() as connection:
        connection.execute(
            text("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(FAIL, 'disk full'); END")
        )
    before = picture(school.host)
    with pytest.raises(StoreError):
        school.says(school.at(room, 0, 0), "target 80")
    assert picture(school.host) == before


def test_tokens_open_one_seat_and_personal_codes_lead_back_to_it(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room()
    secret, back = school.host.join(room, "  Ann\n")
    assert len(secret) * 6 >= 128
    assert room.people[school.host.visitor(secret).person].name == "Ann"
    host = school.again()
    other = host.come_back(back.lower())
    assert other is not None
    assert host.visitor(other).person == host.visitor(secret).person
    assert host.visitor(secret[:-1]) is None
    assert host.come_back("B" * 12) is None
    assert host.come_back("") is None
    assert host.by_code(room.code.lower()) is host.rooms[room.id]
    assert host.by_code("") is None
    stored = (tmp_path / "class.sqlite").read_bytes() + (tmp_path / "class.sqlite-wal").read_bytes()
    assert secret.encode() not in stored
    assert back.encode() not in stored


def test_only_the_newest_teacher_secret_is_good(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    assert not school.host.is_teacher("")
    school.host.admit_teacher("one")
    school.host.admit_teacher("two")
    assert (school.host.is_teacher("one"), school.host.is_teacher("two")) == (False, True)
    assert school.again().is_teacher("two")


def test_names_are_taken_once_and_a_class_has_an_end(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room(people=1)
    for name, sentence in (("pupil 0", "has that name already"), (" \t", "type a name")):
        with pytest.raises(Refused, match=sentence):
            school.host.join(room, name)
    school.goes_to(room, "over")
    with pytest.raises(Refused, match="takes nobody"):
        school.host.join(room, "Late")


def test_a_latecomer_and_a_drop_out(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    room = school.room(people=2)
    school.goes_to(room, "negotiate")
    pair = room.rounds[0].pairs[0]
    school.host.join(room, "Late")
    assert room.rounds[0].pairs[0] == pair
    assert room.rounds[0].pairs[1].kinds == ("person", "script")
    buyer = school.at(room, 0, 0)
    school.host.hand_over(room, pair.seats[1])
    assert room.rounds[0].pairs[0].kinds == ("person", "script")
    before = len(room.rounds[0].games[0].game.entries)
    school.says(buyer, "ask reason")
    assert len(room.rounds[0].games[0].game.entries) == before + 2
    assert picture(school.again()) == picture(school.host)


def test_a_deleted_class_leaves_nothing_behind(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    kept, gone = school.room(people=1), school.room()
    secret, _ = school.host.join(gone, "Quintessa Zyxwv")
    school.host.delete(gone.id)
    assert school.host.visitor(secret) is None
    assert list(school.again().rooms) == [kept.id]
    assert school.host.visitor(secret) is None
    school.host.store.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Quintessa" not in stored
    assert gone.code.encode() not in stored
    assert b"Pupil 0" in stored


def test_a_class_whose_scene_has_changed_is_named_and_the_others_open(tmp_path: Path) -> None:
    school = School(tmp_path / "class.sqlite")
    good, bad = school.room(), school.room()
    with school.host.store.engine.begin() as connection:
        change = 'UPDATE classes SET body = replace(body, \'"digest":"\', \'"digest":"x\') WHERE id = :id'
        connection.execute(text(change), {"id": bad.id})
    host = school.again()
    assert list(host.rooms) == [good.id]
    assert "scene has changed" in host.damaged[bad.id]


def test_a_database_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("this is not a database, and long enough to be looked at" * 20, encoding="utf-8")
    for url in (
        sqlite_url(tmp_path / "file"),
        sqlite_url(tmp_path / "no" / "where"),
        "nonsense",
        "oracle://u:secret@h/d",
    ):
        with pytest.raises(StoreError, match="cannot be opened") as found:
            Store(url)
        assert "secret" not in str(found.value)
