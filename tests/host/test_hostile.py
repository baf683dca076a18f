"""What somebody who means harm can send has no effect, and nobody else is disturbed."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.host.export import plain
from game.host.guard import MOST_BODY, Guesses
from game.session.digest import state_hash
from tests.host.web import HOME, Browser, Web, web

TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "a",
    "body",
    "details",
    "math",
    "object",
    "embed",
    "style",
    "base",
    "form",
    "x",
)
ENDS = (
    "<{tag}>alert(1)</{tag}>", "<{tag} onload=alert(1)>", "<{tag} src=x onerror=alert(1)>",
    "'\"><{tag} onclick=alert(1)>",
    "</title><{tag} href=javascript:alert(1)>", "<{tag}/onmouseover=alert(1)//", "{{{{{tag}}}}}", "{{% {tag} %}}",
    "</textarea><{tag} autofocus onfocus=alert(1)>", "\"><{tag} style=position:fixed>", "<!--<{tag}>-->",
)  # fmt: skip
STRINGS = [end.format(tag=tag) for tag in TAGS for end in ENDS]
OURS = {"svg", "a", "details", "body", "form"}


class Parsed(HTMLParser):
    """Which tags a page has, and which attributes that could run something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "inline")
        if tag in ("iframe", "object", "embed", "base", "style", "img", "math", "x"):
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]
        places = [given.get(name) or "" for name in ("href", "src", "action", "formaction")]
        self.bad += [f"{tag} runs {place}" for place in places if "javascript:" in place]
        self.bad += [f"{tag} style" for name, _ in attrs if name == "style"]


def harmless(page: str) -> bool:
    found = Parsed(page)
    return found.scripts == ["/static/live.js"] and not found.bad


def begun(school: Web) -> tuple[list[Browser], object]:
    room = school.school.room()
    students = school.students(room, 2)
    school.goes_to(room, "negotiate")
    return students, room


def test_there_are_enough_strings() -> None:
    assert len(set(STRINGS)) >= 150
    assert not harmless("<script>1</script>")
    assert not harmless('<script src="/static/live.js"></script><p onclick=x>')


def test_injected_names_words_and_answers_stay_text(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        for text in STRINGS:
            each = Browser(school.app, text)
            each.post("/join", code=text, name=text)
            assert harmless(each.page)
            school.school.time.now += 20
        students = school.students(room, 2)
        for number, text in enumerate(STRINGS[:: len(STRINGS) // 12]):
            Browser(school.app, text).post("/join", code=room.code, name=f"{number}{text}"[:40])
        school.goes_to(room, "negotiate")
        assert harmless(school.teacher.get(f"/teacher/class/{room.id}"))
        seated = [s for s in students if s.get("/seat")]
        for text in STRINGS[::9]:
            who = next((s for s in seated if "Your turn. What do you say?" in s.get("/seat")), None)
            if who is None:
                break
            who.post("/seat/say", line=text, id=f"i{text[:8]}", at=who.at)
            assert harmless(who.page), text
            who.moves("chat : " + text.replace(":", " "))
            assert all(harmless(s.get("/seat")) for s in seated), text
        who = seated[0]
        for path, given in (
            ("/seat/answers", {"form": "aim", "aim": STRINGS[1]}),
            ("/seat/look", {"issue-price": STRINGS[2], "at": who.at}),
            ("/seat/do", {"move": STRINGS[3], "id": "q", "at": who.at}),
            ("/back", {"personal": STRINGS[4]}),
        ):
            assert harmless(who.post(path, **given)), path
        for path in ("", "/wall", "/debrief", "/print"):
            assert harmless(school.teacher.get(f"/teacher/class/{room.id}{path}")), path


def test_every_answer_has_a_strict_policy(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        for path in ("/", "/seat", "/nowhere", "/static/style.css", "/teacher"):
            answer = Browser(school.app, "x").client.get(path, follow_redirects=False)
            policy = answer.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; script-src 'self';")
            assert "unsafe" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_another_host_or_another_page_gets_nothing(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        (one, _two), room = begun(school)
        before = room.count  # type: ignore[attr-defined]
        for host in ("evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""):
            assert one.client.get("/seat", headers={"host": host}).status_code == 421
        for header in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
                       {"origin": "http://127.0.0.1:9999"}):  # fmt: skip
            for path in ("/seat/do", "/seat/rules", "/join", "/teacher/new"):
                assert one.client.post(path, data={"move": "leave"}, headers=header).status_code == 403
        assert one.client.post("/seat/do", data={}, headers={"origin": HOME}).status_code != 403
        assert room.count == before  # type: ignore[attr-defined]


def test_too_much_is_refused_and_the_others_go_on(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        (one, two), _room = begun(school)
        big = "x" * (MOST_BODY + 1)
        assert one.client.post("/seat/say", data={"line": big}).status_code == 413
        chunks = (b"line=" + b"x" * 8192 for _ in range(20))
        headers = {"content-type": "application/x-www-form-urlencoded"}
        assert one.client.post("/seat/say", content=chunks, headers=headers).status_code == 413
        many = {f"f{n}": "1" for n in range(500)}
        assert one.client.post("/seat/answers", data=many).status_code in (400, 409)
        assert one.client.get("/?code=" + "x" * 5000).status_code == 414
        assert one.client.put("/seat").status_code == 405
        one.post("/seat/say", line="y" * 5000, id="1", at=one.at)
        assert one.status in (200, 409)
        two.get("/seat")
        assert two.status == 200


FORGED = ["", "0" * 32, "../../etc", "a" * 5000, "' OR 1=1 --", "seat", "\x00"]


def test_forged_tokens_and_forged_pages_open_nothing(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        (_one, _two), room = begun(school)
        for token in FORGED:
            thief = Browser(school.app, "thief")
            cookie = re.sub(r"[^!-~]", "", token)[:3000]
            for path in ("/seat", "/seat/stream", "/teacher", "/teacher/class/1", "/teacher/class/1/class.csv",
                         "/teacher/class/1/debrief", "/teacher/class/1/stream", "/teacher/class/1/read/0"):  # fmt: skip
                page = thief.get(path, cookie=f"seat={cookie}; teacher={cookie}")
                assert "Pupil" not in page, path
                assert thief.heading in ("Join a class", "Not here"), path
            thief.post("/teacher/class/1/do", what="delete", sure="yes")
            assert thief.status == 404
        assert room.id in school.school.host.rooms  # type: ignore[attr-defined]


STRANGE = [
    "leave", "accept", "begin", "target 50", "offer price=20", "chat & credit", "nonsense", "offer price=1e9",
    "argue " + "x" * 500, "offers {price=20}", "leave next never", "#no", "accept 99999999999999999999",
]  # fmt: skip


def test_a_student_is_no_teacher_and_a_seat_moves_only_itself(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        (one, two), room = begun(school)
        game = room.rounds[0].games[0]  # type: ignore[attr-defined]
        before = state_hash(game.game.state)
        waits = two if one.has_the_word else one
        for move in STRANGE:
            waits.get("/seat")
            waits.post(
                "/seat/do", move=move, id=f"f{move[:9]}", at=str(len(game.game.entries)), sure="1", seat="0", pair="1"
            )
            assert waits.status in (200, 409), move
            assert waits.status == 409 or waits.heading, move
        assert state_hash(room.rounds[0].games[0].game.state) == before  # type: ignore[attr-defined]
        assert one.post("/teacher/class/1/do", what="end")
        assert one.status == 404


def test_codes_cannot_be_guessed(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        thief = Browser(school.app, "thief")
        statuses = set()
        for number in range(60):
            thief.post("/join", code=f"BBB{number:03}", name="t")
            statuses.add(thief.status)
        assert statuses == {409, 429}
        thief.post("/join", code=room.code, name="t")
        assert thief.status == 429
        assert not room.people
        school.school.time.now += 301
        thief.post("/join", code=room.code, name="t")
        assert thief.status == 200


def test_of_ten_thousand_guesses_nearly_all_are_not_even_looked_at() -> None:
    now = [0.0]
    guesses, looked = Guesses(lambda: now[0]), 0
    for number in range(10_000):
        now[0] += 0.02
        where = f"10.0.{number % 50}.1"
        if not guesses.blocked(where):
            looked += 1
            guesses.missed(where)
    assert looked <= 400
    now[0] += 301
    assert not guesses.blocked("10.0.1.1")
    assert not guesses.wrong


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "|x", "%x"])
def test_cells_that_start_a_formula_are_made_text(cell: str) -> None:
    assert plain(cell) == "'" + cell


def test_a_name_that_is_a_formula_is_text_in_the_export(tmp_path: Path) -> None:
    with web(tmp_path) as school:
        room = school.school.room()
        Browser(school.app, '=HYPERLINK("http://evil")').joins(room)
        Browser(school.app, "Ann").joins(room)
        school.goes_to(room, "negotiate")
        page = school.teacher.get(f"/teacher/class/{room.id}/class.csv")
        assert "'=HYPERLINK" in page
        assert not re.search(r"(^|,)\"?=", page, re.M)
