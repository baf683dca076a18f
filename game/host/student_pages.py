"""The student's pages: in by a code, one address for the seat whatever happens, plain forms."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.engine.notation import Move, NotUnderstood, parse
from game.host import shown, survey
from game.host.codes import PERSONAL_LENGTH
from game.host.guard import Guesses
from game.host.host import Host, Visitor
from game.host.live import Live, mark
from game.host.pages import KEPT, address, fields, message, page, to
from game.host.store import StoreError
from game.host.typed import Heard, hear
from game.scenario.words import ACTS, PACKAGE_ACTS
from game.session.game import Refused
from game.session.play import Session

__all__ = ["StudentPages", "move_of"]
COOKIE: Final = "seat"
_ASKED_FIRST: Final = ("accept", "agree_subject_to_approval", "leave")
_LONGEST: Final = 600
_MEANWHILE: Final = "The other side has said something meanwhile. Read it, then send yours again."

Handler = Callable[[Request, Visitor], Awaitable[Response]]


class StudentPages:
    """The routes of students."""

    def __init__(self, host: Host, live: Live, guesses: Guesses) -> None:
        self.host, self.live, self.guesses = host, live, guesses

    def routes(self) -> list[Route]:
        """Every address of a student."""
        return [
            Route("/", self.door),
            Route("/join", self.join, methods=["POST"]),
            Route("/back", self.back, methods=["POST"]),
            Route("/seat", self._seated(self.seat)),
            Route("/seat/say", self._seated(self.say), methods=["POST"]),
            Route("/seat/do", self._seated(self.do), methods=["POST"]),
            Route("/seat/look", self._seated(self.look), methods=["POST"]),
            Route("/seat/rules", self._seated(self.rules), methods=["POST"]),
            Route("/seat/answers", self._seated(self.answer), methods=["POST"]),
            Route("/seat/sheet", self._seated(self.sheet), methods=["POST"]),
            Route("/seat/stream", self._seated(self.stream)),
        ]

    def _seated(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        """Only for holders of a seat token; what cannot be done comes back as the page with a sentence."""

        async def handle(request: Request) -> Response:
            visitor = self.host.visitor(request.cookies.get(COOKIE, "")[:100])
            if visitor is None:
                return to("/")
            try:
                return await handler(request, visitor)
            except (Refused, NotUnderstood, survey.Unanswered) as error:
                return self._show(visitor, problem=f"{str(error)[:1].upper()}{str(error)[1:]}", status=409)
            except StoreError:
                return self._show(visitor, problem="That could not be saved. Please send it again.", status=503)

        return handle

    # -- coming in -------------------------------------------------------------------------------------------------

    async def door(self, request: Request) -> Response:
        """Join by a code, or come back by a personal one."""
        known = self.host.visitor(request.cookies.get(COOKIE, "")[:100])
        return page(
            "door.html", code=request.query_params.get("code", "")[:12], problem="", known=known is not None, name=""
        )

    async def join(self, request: Request) -> Response:
        """A new student."""
        given, where = await fields(request), address(request)
        if self.guesses.blocked(where):
            return message("Wait a little", "Too many wrong codes came from here. Try again in five minutes.", 429)
        room = self.host.by_code(given.get("code", ""))
        if room is None:
            self.guesses.missed(where)
            problem = "There is no class with this code. Look at the wall again: six letters and digits."
        else:
            try:
                secret, personal = self.host.join(room, given.get("name", ""))
                return _with_seat(page("code.html", personal=personal, title=room.title), secret)
            except (Refused, StoreError) as error:
                problem = str(error)
        return page("door.html", 409, code=given.get("code", "")[:12], problem=problem, known=False,
                    name=given.get("name", "")[:60])  # fmt: skip

    async def back(self, request: Request) -> Response:
        """Back to one's seat from another device."""
        given, where = await fields(request), address(request)
        if self.guesses.blocked(where):
            return message("Wait a little", "Too many wrong codes came from here. Try again in five minutes.", 429)
        try:
            secret = self.host.come_back(given.get("personal", ""))
        except StoreError:
            return message("Not yet", "That could not be saved. Please go back and send it again.", 503)
        if secret is None:
            self.guesses.missed(where)
            said = f"That is nobody's personal code. It has {PERSONAL_LENGTH} letters and digits."
            return page("door.html", 409, code="", problem=said, known=False, name="")
        return _with_seat(to("/seat"), secret)

    # -- the seat --------------------------------------------------------------------------------------------------

    async def seat(self, request: Request, visitor: Visitor) -> Response:
        """Where a student is now. ``?act=..&about=..`` opens the sentences for an act."""
        act, about = request.query_params.get("act", ""), request.query_params.get("about")
        game = shown.own_game(visitor)
        at_table = game is not None and shown.step_of(visitor) == "table" and game.who == game.player
        if act in ACTS and at_table and game is not None:
            found = shown.sentences(game, act, about)
            return page("sentences.html", move_id=_new_id(), at=len(game.entries), **self._aside(visitor), **found)
        return self._show(visitor)

    def _show(self, visitor: Visitor, problem: str = "", status: int = 200, said: str = "") -> Response:
        step, game = shown.step_of(visitor), shown.own_game(visitor)
        me, room = shown.person_of(visitor), visitor.room
        number = len(room.rounds) - 1
        context: dict[str, Any] = {
            "step": step, "problem": problem, "said": said, "me": me.name, "title": room.title, "mode": room.mode,
            "watched": room.watched, "clock": self._clock(visitor), "move_id": _new_id(), "survey": survey,
            "before": me.answers.get((number, "before")), "after": me.answers.get((number, "after")),
            "watch": me.answers.get((number, "watch")), "aim": me.answers.get((0, "aim")),
            "first": me.answers.get((number, "first")), "brief": shown.brief(game) if game is not None else [],
            "with": self._partner(visitor), "phase": room.clock.kind, "scene": room.stage.scenario.title,
            "seen": mark(shown.stamp(visitor)),
        }  # fmt: skip
        context |= self._of_step(step, visitor)
        return page("seat.html", status, **context)

    def _of_step(self, step: str, visitor: Visitor) -> dict[str, Any]:
        game, room, place = shown.own_game(visitor), visitor.room, visitor.place
        if step == "prepare" and game is not None:
            return {"prepare": shown.preparing(game)}
        if step == "table" and game is not None:
            return {"talk": shown.talk(visitor, game)}
        if step == "watch" and visitor.game is not None and place is not None:
            return {"lines": shown.transcript(visitor.game.game, None), "over": visitor.game.game.over}
        if step == "after" and game is not None:
            return {
                "debrief": shown.own_debrief(game, room.mode == "aloud"),
                "lines": shown.transcript(game, game.player),
            }
        if step == "aim":
            return {"aims": shown.aims_of(game) if game is not None else [],
                    "debrief": shown.own_debrief(game, room.mode == "aloud") if game is not None else []}  # fmt: skip
        return {}

    def _partner(self, visitor: Visitor) -> str:
        place, now = visitor.place, visitor.room.round
        if place is None or place.seat is None or now is None:
            return ""
        other = now.pairs[place.pair].seats[1 - place.seat]
        return visitor.room.people[other].name if other is not None else ""

    def _aside(self, visitor: Visitor) -> dict[str, Any]:
        """What a page beside the table needs: it is left only when the class has gone on, not at every word."""
        return {"clock": self._clock(visitor), "seen": mark(shown.step_stamp(visitor))}

    def _clock(self, visitor: Visitor) -> dict[str, Any]:
        clock = visitor.room.clock
        left = round(clock.seconds(self.host.now()))
        return {"label": clock.label, "left": left, "running": clock.running, "kind": clock.kind}

    # -- doing -----------------------------------------------------------------------------------------------------

    async def say(self, request: Request, visitor: Visitor) -> Response:
        """A typed line: sent when it is plain, shown first when it puts something on the table, else asked back."""
        given, game = await fields(request), _at_table(visitor)
        line = given.get("line", "")[:_LONGEST].strip()
        if not line:
            raise Refused("Type what you say, or pick a sentence.")
        if _stale(given, game) and not self._taken(visitor, given):
            return self._show(visitor, _MEANWHILE, 409, said=line)
        heard: Heard = hear(Session(game), line)
        if heard.move is None:
            return page("ask_back.html", heard=heard, line=line, at=len(game.entries), move_id=given.get("id", ""),
                        **self._aside(visitor))  # fmt: skip
        return self._asked_or_sent(visitor, heard.move, given)

    async def do(self, request: Request, visitor: Visitor) -> Response:
        """A move in notation or from a form of preparation; with ``sure`` also one that is asked about first."""
        given = await fields(request)
        move = move_of(given)
        place = visitor.place
        if visitor.game is not None and not visitor.game.preparing and not self._taken(visitor, given):
            if _stale(given, _at_table(visitor)):
                raise Refused(_MEANWHILE)
            if visitor.room.mode == "aloud" and move.act != "leave":
                raise Refused("You talk aloud in this class; write down only what you agree on.")
        if given.get("sure") or place is None:
            return self._sent(visitor, move, given)
        return self._asked_or_sent(visitor, move, given)

    async def look(self, request: Request, visitor: Visitor) -> Response:
        """An offer from its form, completed and priced before it is made."""
        given, game = await fields(request), _at_table(visitor)
        package = {
            issue.id: given[f"issue-{issue.id}"] for issue in game.stage.scenario.issues if f"issue-{issue.id}" in given
        }
        move = Move(
            "offer",
            packages=(package,),
            final=bool(given.get("final")),
            words=given.get("words", "")[:_LONGEST] or None,
        )
        return self._asked(visitor, replace(move, words=move.words.strip() or None if move.words else None), given)

    def _asked_or_sent(self, visitor: Visitor, move: Move, given: dict[str, str]) -> Response:
        game = visitor.game
        if game is not None and not game.preparing and (move.act in PACKAGE_ACTS or move.act in _ASKED_FIRST):
            return self._asked(visitor, move, given)
        return self._sent(visitor, move, given)

    def _asked(self, visitor: Visitor, move: Move, given: dict[str, str]) -> Response:
        game = _at_table(visitor)
        found = shown.looked_at(game, move) if move.act in PACKAGE_ACTS else shown.agreeing(game, move)
        return page("sure.html", at=given.get("at", ""), move_id=given.get("id", ""), words=move.words or "",
                    final=move.final, **self._aside(visitor), **found)  # fmt: skip

    def _sent(self, visitor: Visitor, move: Move, given: dict[str, str]) -> Response:
        turn = self.host.submit(visitor, move, given.get("id", "")[:48])
        if turn.warnings:
            return self._show(visitor, problem=" ".join(turn.warnings))
        return to("/seat#now")

    def _taken(self, visitor: Visitor, given: dict[str, str]) -> bool:
        return f"{visitor.person}:{given.get('id', '')[:48]}" in visitor.room.seen

    # -- forms -----------------------------------------------------------------------------------------------------

    async def rules(self, request: Request, visitor: Visitor) -> Response:
        """The ground rules agreed to, or the scene declined."""
        agreed = (await fields(request)).get("agreed") == "yes"
        if not agreed and visitor.place is not None and visitor.place.seat is not None:
            self.host.hand_over(visitor.room, visitor.person)
        self.host.happen(visitor.room, {"kind": "rules", "person": visitor.person, "agreed": agreed})
        return to("/seat")

    async def answer(self, request: Request, visitor: Visitor) -> Response:
        """One of the forms: confidence, survey, watch sheet, aim."""
        given = await fields(request)
        form, room = given.get("form", ""), visitor.room
        values = survey.answers(form, given)
        number = 0 if form == "aim" else max(0, len(room.rounds) - 1)
        self.host.happen(
            room, {"kind": "answered", "person": visitor.person, "round": number, "form": form, "values": values}
        )
        return to("/seat")

    async def sheet(self, request: Request, visitor: Visitor) -> Response:
        """Talk-aloud: put down the own first offer or a deal, confirm the other's sheet, or take it back."""
        given, game = await fields(request), _at_table(visitor)
        what = given.get("what", "")
        package = {issue.id: given.get(f"issue-{issue.id}", "") for issue in game.stage.scenario.issues}
        if what in ("deal", "first"):
            shown.looked_at(game, Move("offer", packages=(package,)))
        self.host.write_sheet(visitor, what, package)
        return to("/seat")

    async def stream(self, request: Request, visitor: Visitor) -> Response:
        """Says when to look again."""
        stamp = shown.step_stamp if request.query_params.get("of") == "step" else shown.stamp

        def now() -> str:
            return stamp(visitor) if visitor.room.id in self.host.rooms else "gone"

        return self.live.stream(f"{visitor.room.id}:{visitor.person}", now)


def move_of(given: dict[str, str]) -> Move:
    """The move of a form: notation, or the fields of preparation. Raises NotUnderstood, Refused."""
    if "move" in given:
        return parse(given["move"][:2000])
    act = given.get("act", "")
    if act in ("target", "walk_away"):
        return Move(act, value=_points(given.get("value", "")))
    if act == "rank":
        ranked = [given[name] for name in ("first", "second", "third") if given.get(name)]
        if not ranked:
            raise Refused("Choose what matters most first.")
        return Move(act, items=tuple(ranked))
    if act == "never":
        issue, _, option = given.get("item", "").partition("=")
        return Move(act, packages=({issue: option},))
    if act in ("research", "worry", "plan_no", "moment"):
        return Move(act, items=(given.get("item", ""),))
    raise Refused("That is not a move.")


def _points(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1
    if not 0 <= value <= 100:
        raise Refused("Please type a number from 0 to 100.")
    return value


def _at_table(visitor: Visitor) -> Any:
    game = shown.own_game(visitor)
    if game is None or visitor.game is None:
        raise Refused("You do not sit at a table now.")
    if visitor.game.preparing:
        raise Refused("The talk has not begun yet.")
    return game


def _stale(given: dict[str, str], game: Any) -> bool:
    return given.get("at", "") != str(len(game.entries))


def _new_id() -> str:
    return secrets.token_hex(8)


def _with_seat(response: Response, secret: str) -> Response:
    response.set_cookie(COOKIE, secret, max_age=KEPT, httponly=True, samesite="lax", path="/")
    return response
