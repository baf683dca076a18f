"""A class over the wire without a network: one client a student, every byte that came back kept."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from starlette.testclient import TestClient

from game.host.classroom import Classroom
from game.host.teacher_pages import Address
from game.host.web import application
from tests.host.classes import School

HOME = "http://127.0.0.1:8765"
SECRET = "a-secret-of-the-teacher-that-nobody-guesses"


class Browser:
    """A client with its own cookies; ``bytes`` is everything it was ever sent."""

    def __init__(self, app: object, name: str) -> None:
        self.client = TestClient(app, base_url=HOME, follow_redirects=True)  # type: ignore[arg-type]
        self.name, self.bytes, self.page, self.status, self.personal = name, b"", "", 0, ""

    def get(self, path: str, **headers: str) -> str:
        return self._got(self.client.get(path, headers=headers))

    def post(self, path: str, **given: str) -> str:
        return self._got(self.client.post(path, data=given))

    def _got(self, answer: object) -> str:
        for each in [*answer.history, answer]:  # type: ignore[attr-defined]
            self.bytes += repr(each.headers).encode() + each.content
        self.status, self.page = answer.status_code, answer.text  # type: ignore[attr-defined]
        return self.page

    @property
    def heading(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.page, re.S)
        return unescape(re.sub(r"<.*?>", "", found[1])).strip() if found else ""

    @property
    def problem(self) -> str:
        found = re.search(r'class="problem" role="alert">(.*?)</p>', self.page, re.S)
        return unescape(found[1]) if found else ""

    def field(self, name: str, action: str = "") -> str:
        """The value of the first hidden field of that name, in the form with that action."""
        page = self.page[self.page.index(f'action="{action}"') :] if action else self.page
        found = re.search(rf'name="{name}" value="([^"]*)"', page)
        assert found, f"no {name} in {self.heading}"
        return unescape(found[1])

    def joins(self, room: Classroom) -> "Browser":
        page = self.post("/join", code=room.code, name=self.name)
        self.personal = re.search(r'class="big code">(.*?)<', page)[1]  # type: ignore[index]
        self.post("/seat/rules", agreed="yes")
        return self

    def moves(self, line: str, **more: str) -> str:
        """A move sent from the page as it is now."""
        self.get("/seat")
        given = {"move": line, "id": self.field("id"), "at": self.at, "sure": "1"} | more
        return self.post("/seat/do", **given)

    @property
    def at(self) -> str:
        found = re.findall(r'name="at" value="(\d+)"', self.page)
        return found[0] if found else ""

    @property
    def has_the_word(self) -> bool:
        self.get("/seat")
        return "Your turn. What do you say?" in self.page


class Web:
    """A school with its application, a teacher and students."""

    def __init__(self, school: School) -> None:
        self.school = school
        school.host.admit_teacher(SECRET)
        self.app = application(school.host, ["127.0.0.1", "localhost"], Address("127.0.0.1:8765", HOME))
        self.teacher = Browser(self.app, "Teacher")
        self.teacher.get(f"/teacher/open/{SECRET}")

    def students(self, room: Classroom, count: int) -> list[Browser]:
        return [Browser(self.app, f"Pupil {n}").joins(room) for n in range(count)]

    def does(self, room: Classroom, what: str, **given: str) -> str:
        return self.teacher.post(f"/teacher/class/{room.id}/do", what=what, **given)

    def goes_to(self, room: Classroom, kind: str) -> None:
        while self.school.host.rooms[room.id].clock.kind != kind:
            self.does(room, "end")


@contextmanager
def web(path: Path) -> Iterator[Web]:
    yield Web(School(path / "class.sqlite"))
