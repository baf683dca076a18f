"""A class of eight over the wire: from the code on the wall to the debrief, and nobody sees what is not theirs."""

import csv
import io
import re
from pathlib import Path

from game.host.classroom import Classroom
from game.host.shown import brief
from tests.host.classes import DEAL
from tests.host.web import Browser, web


def seat_of(room: Classroom, student: Browser) -> tuple[int, int]:
    person = next(each.id for each in room.people.values() if each.name == student.name)
    place = room.place(person)
    assert place is not None
    assert place.seat is not None
    return place.pair, place.seat


def plays(room: Classroom, students: list[Browser], said: dict[int, list[str]]) -> None:
    """Every pair but the last agrees; the last one's opener leaves."""
    last = len(room.rounds[-1].pairs) - 1
    for pair in range(last + 1):
        two = sorted((s for s in students if seat_of(room, s)[0] == pair), key=lambda s: seat_of(room, s))
        lines = DEAL if pair < last else ("ask reason", "leave")
        for number, line in enumerate(lines):
            who = next(each for each in two if each.has_the_word)
            words = f"Marker{pair}x{number}x{len(room.rounds)}"
            said.setdefault(pair, []).append(words)
            who.moves(line if line in ("accept", "leave") else f"{line} : {words}")
            assert who.status == 200, (who.problem, line)


def answers(students: list[Browser]) -> None:
    for number, student in enumerate(students):
        student.get("/seat")
        assert student.heading == "How was it?"
        names = re.findall(r'type="radio" name="(\w+)" value="1"', student.page)
        student.post("/seat/answers", form="after", **{name: str(3 + number % 5) for name in names})
        assert student.heading == "Your debrief"


def test_a_class_of_eight_from_join_code_to_projected_debrief(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        teacher = school.teacher
        teacher.post("/teacher/new", scene="flea_market", title="Monday", preset="fifty", how="random", odd="script")
        assert teacher.heading == "Monday"
        (room,) = school.school.host.rooms.values()
        assert "<svg" in teacher.get(f"/teacher/class/{room.id}/wall")
        students = school.students(room, 8)
        assert all(each.heading.startswith("You are in") for each in students)
        school.goes_to(room, "prepare")
        for student in students:
            student.get("/seat")
            assert student.heading == "Read and prepare"
            student.post("/seat/answers", form="before", confidence="3")
            student.post("/seat/do", act="target", value="80", id=student.field("id"), at="")
            assert "Your target: 80." in student.page
        school.goes_to(room, "negotiate")
        said: dict[int, list[str]] = {}
        plays(room, students, said)
        school.goes_to(room, "survey")
        answers(students)
        school.goes_to(room, "debrief")
        projected = teacher.get(f"/teacher/class/{room.id}/debrief")
        assert all(text in projected for text in ("Every deal", "How it felt", "To talk about", "Techniques used"))
        assert not any(student.name in projected for student in students)
        school.goes_to(room, "replay")
        assert students[0].get("/seat")
        assert students[0].heading == "Read and prepare"
        for student in students:
            student.moves("begin")
        plays(room, students, said)
        school.goes_to(room, "commit")
        for student in students:
            student.get("/seat")
            student.post("/seat/answers", form="aim", aim="ask first")
            assert "Kept: ask first" in student.page
        rows = list(csv.DictReader(io.StringIO(teacher.get(f"/teacher/class/{room.id}/class.csv"))))
        assert len(rows) == 16
        assert {row["outcome"] for row in rows} == {"deal", "impasse_left", "impasse_walked"}
        assert {row["felt_relationship"] for row in rows[:8]} == {"3.0", "4.0", "5.0", "6.0", "7.0"}
        nobody_peeked(room, students, said)


def nobody_peeked(room: Classroom, students: list[Browser], said: dict[int, list[str]]) -> None:
    """Every byte that each student was ever sent: own words are in it, another pair's and the other's secrets not."""
    for student in students:
        pair, _ = seat_of(room, student)
        own = b"".join((word.encode() in student.bytes and b"1") or b"0" for word in said[pair])
        assert b"1" in own
        for other, words in said.items():
            if other != pair:
                assert not any(word.encode() in student.bytes for word in words)


def test_neither_the_other_brief_nor_what_the_other_prepares_reaches_a_student(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        students = school.students(room, 4)
        school.goes_to(room, "prepare")
        secret: dict[tuple[int, int], list[bytes]] = {}
        for student in students:
            pair, seat = seat_of(room, student)
            student.post("/seat/do", act="target", value=f"{60 + pair * 2 + seat}.{pair}{seat}", id=f"t{seat}", at="")
            item = ("walk_the_row", "look_at_shoes")[seat]
            student.post("/seat/do", act="research", item=item, id=f"r{seat}", at="")
            game = room.rounds[0].games[pair].seen_by(seat)
            held = [
                text
                for heading, text in brief(game)
                if heading in ("For your eyes only", "What matters to you", "If you do not agree")
            ]
            found = next(each.found for each in room.stage.scenario.research if each.id == item)
            secret[pair, seat] = [text[:40].encode() for text in [*held, found]]
        school.goes_to(room, "negotiate")
        plays(room, students, {})
        school.goes_to(room, "survey")
        answers(students)
        for student in students:
            place = seat_of(room, student)
            sent = student.bytes.replace(b"&#39;", b"'").replace(b"&#34;", b'"')
            assert all(text in sent for text in secret[place])
            other = (place[0], 1 - place[1])
            leaked = [text for text in secret[other] if text in sent and text not in secret[place]]
            assert leaked == []
            names = [each.name.encode() for each in students if seat_of(room, each)[0] != place[0]]
            assert not any(name in sent for name in names)


def test_an_observer_sees_what_is_said_and_no_brief(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room(odd="observe")
        students = school.students(room, 3)
        school.goes_to(room, "negotiate")
        (watcher,) = [s for s in students if s.get("/seat") and s.heading == "You watch"]
        speaker = next(s for s in students if s is not watcher and s.has_the_word)
        speaker.moves("ask reason : What is it really about?")
        assert "What is it really about?" in watcher.get("/seat")
        for seat in (0, 1):
            assert room.stage.seat(seat).brief[:40] not in watcher.page
        watcher.post("/seat/answers", form="watch", questions="1", offers="0", turned="that one", unsaid="")
        assert 'value="that one"' in watcher.page
        assert watcher.post("/seat/do", move="leave", id="x", at="1", sure="1")
        assert "do not sit at a table" in watcher.problem


def test_the_seat_is_where_it_was_from_another_device_and_in_two_tabs(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        one, _two = school.students(room, 2)
        school.goes_to(room, "negotiate")
        speaker = next(s for s in (one, _two) if s.has_the_word)
        old_id, old_at = speaker.field("id"), speaker.at
        speaker.post("/seat/do", move="ask reason", id=old_id, at=old_at)
        count = len(room.rounds[0].games[0].game.entries)
        speaker.post("/seat/do", move="ask reason", id=old_id, at=old_at)
        assert speaker.status == 200
        speaker.post("/seat/do", move="chat", id="another-tab", at=old_at)
        assert "said something meanwhile" in speaker.problem
        assert len(room.rounds[0].games[0].game.entries) == count
        elsewhere = Browser(school.app, "same person")
        elsewhere.post("/back", personal=speaker.personal.lower())
        assert elsewhere.page.split("<main")[1].count("<li") == speaker.get("/seat").split("<main")[1].count("<li")
        assert elsewhere.heading == speaker.heading


def test_a_pair_that_talks_aloud_writes_down_first_offers_and_a_deal_that_both_confirm(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room(mode="aloud")
        one, two = school.students(room, 2)
        school.goes_to(room, "negotiate")
        sheet = {"issue-price": "40", "issue-shade": "glass", "issue-pickup": "now"}
        assert "Speak to each other" in one.get("/seat")
        assert "Type" not in one.page
        one.post("/seat/sheet", what="first", **{**sheet, "issue-price": "25"})
        one.post("/seat/sheet", what="deal", **sheet)
        one.post("/seat/sheet", what="confirm")
        assert "no sheet of the other side" in one.problem
        assert "The other side wrote down this deal" in two.get("/seat")
        two.post("/seat/sheet", what="confirm")
        assert two.heading == "How was it?"
        assert room.rounds[0].games[0].game.outcome == "deal"
        answers([one, two])
        assert "40" in two.page
        rows = list(csv.DictReader(io.StringIO(school.teacher.get(f"/teacher/class/{room.id}/class.csv"))))
        assert sorted(bool(row["first_offer_worth"]) for row in rows) == [False, True]


def test_a_class_of_bots_plays_from_the_rules_to_the_debrief(tmp_path: Path) -> None:
    from game.host.bots import play_on

    with web(tmp_path) as school:
        room = school.school.room()
        school.does(room, "bots", count="6")
        for kind in ("prepare", "negotiate", "survey", "debrief"):
            school.goes_to(room, kind)
            for _ in range(60):
                if not play_on(school.school.host, room):
                    break
        games = [game.game for game in room.rounds[0].games]
        assert all(game.over for game in games)
        assert "Every deal" in school.teacher.get(f"/teacher/class/{room.id}/debrief")
        assert school.teacher.page.count("<svg") >= 5


def test_pasted_names_get_codes_and_pairs_by_hand_hold(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        page = school.does(room, "names", names="Ann\nBob\n\nCem\nDee")
        codes = dict(re.findall(r"<td>(\w+)</td><td class=\"code\">(.*?)</td>", page))
        assert list(codes) == ["Ann", "Bob", "Cem", "Dee"]
        school.does(room, "by hand", couples="Dee, Ann")
        school.goes_to(room, "prepare")
        names = [tuple(room.people[p].name for p in pair.people) for pair in room.rounds[0].pairs]
        assert names == [("Dee", "Ann"), ("Bob", "Cem")]
        ann = Browser(school.app, "Ann")
        ann.post("/back", personal=codes["Ann"])
        assert ann.heading == "Before you begin, Ann"
        assert "Two names a line" in school.does(room, "by hand", couples="Dee, Zoe")


def test_delete_needs_a_tick_and_then_nothing_is_left(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        (student,) = school.students(room, 1)
        assert "Tick the box" in school.does(room, "delete")
        school.does(room, "delete", sure="yes")
        assert school.teacher.heading == "Your classes"
        student.get("/seat")
        assert student.heading == "Join a class"


def test_a_line_that_the_reader_does_not_know_can_be_said_to_a_person_all_the_same(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        two = school.students(room, 2)
        school.goes_to(room, "negotiate")
        speaker, listener = two if two[0].has_the_word else two[::-1]
        line = "Purple sings on the ceiling"
        speaker.get("/seat")
        speaker.post("/seat/say", line=line, id="zero", at="0")
        assert "said something meanwhile" in speaker.problem
        assert f">{line}</textarea>" in speaker.page
        speaker.post("/seat/say", line=line, id="one", at=speaker.at)
        assert "Say it just like that" in speaker.page
        assert line not in listener.get("/seat")
        said = re.findall(r'name="move" value="(chat [^"]*)"', speaker.page)
        speaker.post("/seat/do", move=said[0], id="two", at=speaker.field("at"))
        assert line in listener.get("/seat")


def test_everyone_against_the_script_and_a_partner_who_leaves(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room(how="script")
        alone, _other = school.students(room, 2)
        school.goes_to(room, "negotiate")
        alone.moves("ask reason : What is it really about?")
        assert alone.page.count("<b>Emil</b>") >= 1
        assert alone.has_the_word
        paired = school.school.room()
        stays, leaves = school.students(paired, 2)
        school.goes_to(paired, "negotiate")
        person = next(each.id for each in paired.people.values() if each.name == leaves.name)
        school.does(paired, "drop", person=person)
        leaves.get("/seat")
        assert leaves.heading == "You have left this class"
        assert stays.has_the_word
        stays.moves("ask reason : And what stands behind it?")
        assert stays.has_the_word
