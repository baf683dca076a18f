"""The teacher's pages, behind a secret link: classes, clocks, the live board, the wall, the debrief, export, delete."""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.host import board, bots, shown
from game.host.class_debrief import class_debrief
from game.host.classroom import MOST_PEOPLE, Classroom, Mode, swapped_pairs
from game.host.clock import PRESETS
from game.host.export import as_csv
from game.host.guard import Guesses
from game.host.host import MOST_NAME, Host, Wanted, rearranged
from game.host.live import Live, mark
from game.host.pages import KEPT, address, fields, message, page, to
from game.host.results import results
from game.host.seating import Arrangement, CannotSeat, Odd
from game.host.store import StoreError
from game.library import NotFound, scenario_files
from game.scenario.load import load_scenario
from game.scenario.problem import BadFile
from game.session.game import Refused

COOKIE: Final = "teacher"
Handler = Callable[[Request, Classroom], Awaitable[Response]]


@dataclass(frozen=True)
class Address:
    """Where students come in, as it is shown on the wall."""

    shown: str
    url: str


class TeacherPages:
    """The routes of teachers."""

    def __init__(self, host: Host, live: Live, guesses: Guesses, where: Address) -> None:
        self.host, self.live, self.guesses, self.where = host, live, guesses, where
        self._titles: list[tuple[str, str]] = []

    def routes(self) -> list[Route]:
        """Every address of a teacher."""
        one = "/teacher/class/{number:int}"
        return [
            Route("/teacher/open/{secret}", self.open),
            Route("/teacher", self._for_teacher(self.classes)),
            Route("/teacher/new", self._for_teacher(self.new), methods=["POST"]),
            Route("/teacher/damaged", self._for_teacher(self.delete_damaged), methods=["POST"]),
            Route(one, self._of_class(self.one)),
            Route(one + "/do", self._of_class(self.do), methods=["POST"]),
            Route(one + "/wall", self._of_class(self.wall)),
            Route(one + "/debrief", self._of_class(self.debrief)),
            Route(one + "/read/{pair:int}", self._of_class(self.read)),
            Route(one + "/print", self._of_class(self.printed)),
            Route(one + "/class.csv", self._of_class(self.export)),
            Route(one + "/stream", self._of_class(self.stream)),
        ]

    def _for_teacher(
        self, handler: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            if not self.host.is_teacher(request.cookies.get(COOKIE, "")[:100]):
                return message("Not here", "This page opens with the link that the host printed when it started.", 404)
            return await handler(request)

        return handle

    def _of_class(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            room = self.host.rooms.get(int(request.path_params["number"]))
            if room is None:
                return message("No such class", "It was deleted, or never was.", 404)
            return await handler(request, room)

        return self._for_teacher(handle)

    async def open(self, request: Request) -> Response:
        """The secret link: it leaves a cookie, so that the secret does not stand on the wall."""
        where, secret = address(request), str(request.path_params["secret"])[:100]
        if self.guesses.blocked(where) or not self.host.is_teacher(secret):
            self.guesses.missed(where)
            return message(
                "Not here", "This link is not, or no longer, the teacher's. The host prints it at its start.", 404
            )
        answer = to("/teacher")
        answer.set_cookie(COOKIE, secret, max_age=KEPT, httponly=True, samesite="lax", path="/teacher")
        return answer

    # -- classes ---------------------------------------------------------------------------------------------------

    async def classes(self, _request: Request) -> Response:
        """All classes, and the form for a new one."""
        return self._classes()

    def _classes(self, problem: str = "", status: int = 200) -> Response:
        if not self._titles:
            self._titles = list(_scenes())
        return page("classes.html", status, rooms=list(self.host.rooms.values()), damaged=self.host.damaged,
                    scenes=self._titles, presets=PRESETS, problem=problem)  # fmt: skip

    async def new(self, request: Request) -> Response:
        """A new class."""
        given = await fields(request)
        try:
            room = self.host.create(_wanted(given))
        except (Refused, NotFound, BadFile, StoreError) as error:
            return self._classes(str(error), 409)
        return to(f"/teacher/class/{room.id}")

    async def delete_damaged(self, request: Request) -> Response:
        """Delete a class that cannot be opened."""
        number = (await fields(request)).get("number", "")
        if number.isdigit() and int(number) in self.host.damaged:
            self.host.delete(int(number))
        return to("/teacher")

    # -- one class -------------------------------------------------------------------------------------------------

    async def one(self, _request: Request, room: Classroom) -> Response:
        """Clock, board, pairing."""
        return self._one(room)

    def _one(self, room: Classroom, problem: str = "", status: int = 200) -> Response:
        stage = room.stage
        return page(
            "class.html", status, **self._context(room), problem=problem, where=self.where,
            loose=board.loose(room, self._here(room)), people=[room.people[each] for each in room.present],
            note=stage.scenario.teaching_note, seats=[stage.name(seat) for seat in (0, 1)],
        )  # fmt: skip

    def _context(self, room: Classroom) -> dict[str, Any]:
        clock = room.clock
        left = round(clock.seconds(self.host.now()))
        return {
            "room": room, "rows": board.rows(room, self._here(room)), "seen": mark(self._stamp(room)),
            "clock": {"label": clock.label, "left": left, "running": clock.running, "kind": clock.kind},
            "next": clock.ended(0).label,
        }  # fmt: skip

    def _here(self, room: Classroom) -> Callable[[str], bool]:
        return lambda person: self.live.holds(f"{room.id}:{person}")

    async def do(self, request: Request, room: Classroom) -> Response:
        """One of the buttons."""
        given = await fields(request)
        try:
            return self._done(room, given)
        except (Refused, CannotSeat, StoreError) as error:
            return self._one(room, str(error), 409)

    def _done(self, room: Classroom, given: dict[str, str]) -> Response:
        what = given.get("what", "")
        if what in ("pause", "resume", "end"):
            self.host.tick(room, what)
        elif what == "extend":
            self.host.tick(room, what, _number(given.get("minutes", ""), 1, 60))
        elif what in ("pair", "swap"):
            self._pair(room, what)
        elif what == "by hand":
            self.host.happen(room, rearranged(room, how="hand", couples=_couples(room, given.get("couples", ""))))
        elif what == "drop" and given.get("person", "") in room.people:
            self.host.hand_over(room, given["person"])
        elif what == "names":
            return self._names(room, given.get("names", ""))
        elif what == "bots":
            bots.add_bots(self.host, room, round(_number(given.get("count", ""), 1, bots.MOST_BOTS)))
        elif what == "delete":
            if given.get("sure") != "yes":
                raise Refused("Tick the box to delete the class: nothing of it can be brought back.")
            self.host.delete(room.id)
            return to("/teacher")
        else:
            raise Refused("There is no such button.")
        return to(f"/teacher/class/{room.id}")

    def _pair(self, room: Classroom, what: str) -> None:
        """Everybody anew; the round before is closed, and stays in the debrief."""
        if room.round is not None and not room.round.closed:
            self.host.happen(room, {"kind": "closed"})
        self.host.pair(room, swapped_pairs(room) if what == "swap" else room.new_pairs())

    def _names(self, room: Classroom, names: str) -> Response:
        """Seats for pasted names: each gets a personal code, shown once to be handed out."""
        lines = [line.strip() for line in names.splitlines() if line.strip()]
        if not lines:
            raise Refused("Paste names, one a line.")
        handed = [(line[:MOST_NAME], self.host.join(room, line)[1]) for line in lines[:MOST_PEOPLE]]
        return page("names.html", room=room, handed=handed, where=self.where)

    async def wall(self, _request: Request, room: Classroom) -> Response:
        """The page to project while students come in and talk."""
        link = f"{self.where.url}/?code={room.code}"
        drawn = segno.make(link, error="m").svg_inline(border=3, omitsize=True)
        return page("wall.html", **self._context(room), where=self.where, qr=Markup(drawn), count=len(room.present))

    async def debrief(self, request: Request, room: Classroom) -> Response:
        """The debrief to project, by round, without names."""
        if not room.rounds:
            return message("Nothing yet", "The debrief is there once pairs have talked.", 409)
        wanted = request.query_params.get("round", "")
        number = int(wanted) - 1 if wanted.isdigit() else len(room.rounds) - 1
        number = max(0, min(number, len(room.rounds) - 1))
        return page("debrief.html", **self._context(room), number=number, **class_debrief(room, number))

    async def read(self, request: Request, room: Classroom) -> Response:
        """What a pair has said, only where the class was told."""
        number, now = int(request.path_params["pair"]), room.round
        if not room.watched or now is None or number >= len(now.games):
            return message("Not here", "This class was told that nobody reads along.", 403)
        return page("read.html", room=room, number=number, lines=shown.transcript(now.games[number].game, None))

    async def printed(self, _request: Request, room: Classroom) -> Response:
        """Every student's own debrief of the round now, a sheet each, to print."""
        sheets: list[dict[str, Any]] = []
        for number, now in enumerate(room.rounds):
            for found in results(room, number):
                for seat, person in enumerate(found.people):
                    if person is not None and found.began:
                        game = now.games[found.pair].seen_by(seat)
                        lines = shown.own_debrief(game, room.mode == "aloud")
                        sheets.append({"name": room.people[person].name, "round": number + 1, "lines": lines})
        return page("print.html", room=room, sheets=sheets)

    async def export(self, _request: Request, room: Classroom) -> Response:
        """One row per seat."""
        name = f"attachment; filename=class-{room.id}.csv"
        return Response(as_csv(room), media_type="text/csv; charset=utf-8", headers={"content-disposition": name})

    async def stream(self, _request: Request, room: Classroom) -> Response:
        """Says when to look again."""
        return self.live.stream(f"teacher {secrets.token_hex(2)}", lambda: self._stamp(room))

    def _stamp(self, room: Classroom) -> str:
        here = [self.live.holds(f"{room.id}:{person}") for person in room.people]
        return str((room.count, here, room.id in self.host.rooms))


def _scenes() -> Sequence[tuple[str, str]]:
    """(id, title and length) of every scene that can be played."""
    found = []
    for name, path in scenario_files().items():
        try:
            scene = load_scenario(path)
        except BadFile:
            continue
        found.append((name, f"{scene.title} ({scene.minutes} minutes)"))
    return found


def _wanted(given: dict[str, str]) -> Wanted:
    if given.get("scene", "") not in scenario_files():
        raise Refused("Choose one of the scenes that are installed.")
    how: Any = given.get("how") if given.get("how") in ("random", "hand", "script") else "random"
    odd: Odd = "observe" if given.get("odd") == "observe" else "script"
    mode: Mode = "aloud" if given.get("mode") == "aloud" else "typed"
    arrangement = Arrangement(how, odd, 1 if given.get("seat") == "1" else 0)
    preset, title = given.get("preset", "fifty"), given.get("title", "")
    return Wanted(given["scene"], title, preset, mode, arrangement, given.get("watched") == "1")


def _couples(room: Classroom, text: str) -> list[list[str]]:
    """Pairs typed one a line, names parted by a comma or a plus. Raises Refused."""
    by_name = {each.name.casefold(): each.id for each in room.people.values() if not each.gone}
    found = []
    for line in text.splitlines():
        names = [name.strip() for name in line.replace("+", ",").split(",") if name.strip()]
        if not names:
            continue
        unknown = next((name for name in names if name.casefold() not in by_name), None)
        if len(names) != 2 or unknown is not None:
            raise Refused(f"Two names a line, as they joined; found: {(unknown or line)[:40]}")
        found.append([by_name[name.casefold()] for name in names])
    return found


def _number(text: str, low: float, high: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise Refused(f"Please type a number from {low:g} to {high:g}.")
    return value
