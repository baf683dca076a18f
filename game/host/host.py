"""All classes of one laptop: looks up, checks, stores, applies, and tells who listens. One thread, no locks.

``happen`` is the way anything changes: the event is committed to the store first, then applied, then announced.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from game.engine.notation import Move
from game.host import codes
from game.host.classroom import MOST_PEOPLE, Classroom, Event, Mode, apply, swapped_pairs
from game.host.clock import PRESETS, Clock
from game.host.pairgame import PairGame
from game.host.seating import Arrangement, Pairs, Place
from game.host.store import Store, StoreError, Taken
from game.session.checks import one_line
from game.session.game import Refused
from game.session.play import Turn
from game.session.stage import Stage, load_stage

MOST_NAME: Final = 40
MOST_CLASSES: Final = 200


@dataclass(frozen=True)
class Wanted:
    """What a teacher asks for in a new class."""

    scene: str
    title: str = ""
    preset: str = "fifty"
    mode: Mode = "typed"
    arrangement: Arrangement = field(default_factory=Arrangement)
    watched: bool = False


@dataclass(frozen=True)
class Visitor:
    """Somebody whose token was right."""

    room: Classroom
    person: str

    @property
    def place(self) -> Place | None:
        """Where they sit in this round."""
        return self.room.place(self.person)

    @property
    def game(self) -> PairGame | None:
        """Their pair's game."""
        place, now = self.place, self.room.round
        return now.games[place.pair] if place is not None and now is not None else None


class Host:
    """The classes of one laptop."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], float] = time.time,
        find: Callable[[str], Stage] = load_stage,
        seed: Callable[[], int] = lambda: secrets.randbelow(1 << 31),
    ) -> None:
        self.store, self.now, self._find, self._seed = store, now, find, seed
        self.rooms: dict[int, Classroom] = {}
        self.damaged: dict[int, str] = {}
        """Classes that cannot be opened, with a sentence that says why."""
        self.listeners: list[Callable[[int, str | None], None]] = []
        self._stages: dict[str, Stage] = {}
        self._tokens = store.tokens()
        for number, code, body in store.classes():
            self._rebuild(number, code, body)

    # -- coming back -----------------------------------------------------------------------------------------------

    def _rebuild(self, number: int, code: str, body: dict[str, Any]) -> None:
        try:
            room = self._room(number, code, body)
            if body["digest"] != room.stage.digest:
                raise ValueError("Its scene has changed since; it can only be deleted.")
            for event in self.store.events(number):
                apply(room, event)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            self.damaged[number] = f"{body.get('title', code)}: {error}"
            return
        self.rooms[number] = room

    def _room(self, number: int, code: str, body: dict[str, Any]) -> Classroom:
        stage = self.stage(body["scene"])
        given = dict(body["arrangement"])
        given["couples"] = tuple((a, b) for a, b in given["couples"])
        first, second = body["hands"]
        return Classroom(
            number, body["title"], code, stage, int(body["seed"]), body["mode"], Arrangement(**given),
            Clock.from_json(body["clock"]), (first, second), bool(body["watched"]),
        )  # fmt: skip

    def stage(self, name: str) -> Stage:
        """A scene made ready, read once. Raises NotFound or BadFile."""
        if name not in self._stages:
            self._stages[name] = self._find(name)
        return self._stages[name]

    # -- what a teacher does ---------------------------------------------------------------------------------------

    def create(self, wanted: Wanted) -> Classroom:
        """A new class, its clock standing at the start. Raises Refused, NotFound, BadFile, StoreError."""
        if wanted.preset not in PRESETS:
            raise Refused("There is no such course of a lesson.")
        if len(self.rooms) >= MOST_CLASSES:
            raise Refused(f"There are {MOST_CLASSES} classes; delete one first.")
        stage, seed = self.stage(wanted.scene), self._seed()
        hands = PairGame.new(stage, seed, ("person", "person"), (None, None)).game
        names = stage.tables.names.hands
        body = {
            "title": one_line(wanted.title)[:80] or stage.scenario.title, "scene": wanted.scene, "seed": seed,
            "mode": wanted.mode, "watched": wanted.watched, "digest": stage.digest,
            "arrangement": {"how": wanted.arrangement.how, "odd": wanted.arrangement.odd,
                            "seat": wanted.arrangement.seat, "couples": list(wanted.arrangement.couples)},
            "hands": [names[seat][hands.own(seat, "hand")] for seat in (0, 1)],
            "clock": Clock.started(PRESETS[wanted.preset], self.now()).paused(self.now()).as_json(),
        }  # fmt: skip
        code = codes.join_code()
        number = self.store.create(code, body)
        self.rooms[number] = self._room(number, code, body)
        return self.rooms[number]

    def delete(self, number: int) -> None:
        """Everything of a class, for good."""
        self.store.delete(number)
        self.rooms.pop(number, None)
        self.damaged.pop(number, None)
        self._tokens = {mark: who for mark, who in self._tokens.items() if who[0] != number}
        self._announce(number, None)

    def tick(self, room: Classroom, what: str, minutes: float = 0) -> None:
        """Pause, resume, extend or end the phase; what a new phase needs is done with it. Raises CannotSeat."""
        now, clock = self.now(), room.clock
        if what == "end":
            self._enter(room, clock.ended(now))
            return
        changed = {"pause": clock.paused, "resume": clock.resumed}.get(what)
        after = changed(now) if changed else clock.extended(minutes, now)
        self.happen(room, {"kind": "clock", "clock": after.as_json()})

    def _enter(self, room: Classroom, clock: Clock) -> None:
        kind = clock.kind
        if kind in ("huddle", "prepare", "negotiate") and room.round is None:
            self.pair(room, room.new_pairs())
        if kind == "replay":
            self.happen(room, {"kind": "closed"})
            self.pair(room, swapped_pairs(room))
        if kind in ("survey", "debrief", "commit", "over") and room.round is not None and not room.round.closed:
            self.happen(room, {"kind": "closed"})
        self.happen(room, {"kind": "clock", "clock": clock.as_json()})
        if kind == "negotiate":
            self._begin_all(room)

    def pair(self, room: Classroom, pairs: Pairs) -> None:
        """A new round with these pairs."""
        told = [[*pair.seats, list(pair.observers)] for pair in pairs]
        self.happen(room, {"kind": "paired", "pairs": told})

    def hand_over(self, room: Classroom, person: str) -> None:
        """Somebody has left: the script takes the seat, and the partner can go on."""
        place, now = room.place(person), room.round
        if place is not None and place.seat is not None and now is not None:
            _, parts = now.games[place.pair].handed_over(place.seat)
            self._played(room, place.pair, parts, "")
        self.happen(room, {"kind": "left", "person": person})

    # -- what a student does ---------------------------------------------------------------------------------------

    def by_code(self, code: str) -> Classroom | None:
        """The class of a join code."""
        wanted = codes.tidy(code)
        return next((room for room in self.rooms.values() if secrets.compare_digest(room.code, wanted)), None)

    def join(self, room: Classroom, name: str, bot: bool = False) -> tuple[str, str]:
        """Somebody comes in; their token and their personal code. Raises Refused."""
        said = one_line(name)[:MOST_NAME]
        if not said:
            raise Refused("Please type a name; it need not be your own.")
        if len(room.people) >= MOST_PEOPLE or room.clock.kind == "over":
            raise Refused("This class takes nobody any more.")
        if any(each.name.casefold() == said.casefold() and not each.gone for each in room.people.values()):
            raise Refused("Somebody here has that name already; add a letter to yours.")
        person, secret, back = secrets.token_hex(6), codes.token(), codes.personal_code()
        marks = [(codes.fingerprint(each), person) for each in (secret, back)]
        event = {"kind": "joined", "person": person, "name": said, "bot": bot}
        self.happen(room, event, *(() if bot else marks))
        if not bot:
            self._tokens.update({mark: (room.id, who) for mark, who in marks})
        return secret, back

    def visitor(self, secret: str) -> Visitor | None:
        """Whom a token or a personal code stands for, None for nobody."""
        number, person = self._tokens.get(codes.fingerprint(secret), (None, None))
        room = self.rooms.get(number) if number is not None else None
        if room is None or person is None or person not in room.people:
            return None
        return Visitor(room, person)

    def come_back(self, code: str) -> str | None:
        """A new token for the holder of a personal code; None when it is nobody's."""
        found = self.visitor(codes.tidy(code)) if len(codes.tidy(code)) == codes.PERSONAL_LENGTH else None
        if found is None:
            return None
        secret = codes.token()
        mark = codes.fingerprint(secret)
        self.happen(found.room, {"kind": "returned", "person": found.person}, (mark, found.person))
        self._tokens[mark] = (found.room.id, found.person)
        return secret

    def admit_teacher(self, secret: str) -> None:
        """From now on this secret opens the teacher's pages, and no other."""
        mark = codes.fingerprint(secret)
        self.store.admit_teacher(mark)
        self._tokens = {each: who for each, who in self._tokens.items() if who[0] is not None} | {mark: (None, None)}

    def is_teacher(self, secret: str) -> bool:
        """Whether a secret opens the teacher's pages."""
        return self._tokens.get(codes.fingerprint(secret), (0, "")) == (None, None)

    def submit(self, visitor: Visitor, move: Move, move_id: str) -> Turn:
        """A move of a student. A move id that was taken before changes nothing. Raises Refused, StoreError."""
        room, place, game = visitor.room, visitor.place, visitor.game
        if move_id and f"{visitor.person}:{move_id}" in room.seen:
            return Turn(())
        if place is None or place.seat is None or game is None or room.round is None:
            raise Refused("You do not sit at a table now.")
        if room.round.closed:
            raise Refused("The time for this game is over.")
        if not game.preparing and room.clock.kind not in ("negotiate", "replay"):
            raise Refused("Talking begins when your teacher says so.")
        seat = game.game.who if room.mode == "aloud" and move.act == "leave" and not game.preparing else place.seat
        _, parts, turn = game.submitted(seat, move)
        self._played(room, place.pair, parts, f"{visitor.person}:{move_id}" if move_id else "")
        return turn

    def write_sheet(self, visitor: Visitor, what: str, package: dict[str, str]) -> None:
        """Talk-aloud: note the own first offer; put down, confirm or take back a deal. Raises Refused."""
        room, place, game = visitor.room, visitor.place, visitor.game
        if room.mode != "aloud" or place is None or place.seat is None or game is None or room.round is None:
            raise Refused("There is no deal sheet here.")
        if room.round.closed:
            raise Refused("The time for this game is over.")
        at = {"round": len(room.rounds) - 1, "pair": place.pair, "seat": place.seat}
        if what == "first":
            values = {"first": package}
            told = {"kind": "answered", "person": visitor.person, "round": at["round"], "form": what, "values": values}
            self.happen(room, told)
        elif what == "deal":
            self.happen(room, {"kind": "sheet", **at, "package": package})
        elif what == "back":
            self.happen(room, {"kind": "sheet", **at, "package": None})
        elif what == "confirm":
            self._agree(visitor, place, game)
        else:
            raise Refused("That is not what a deal sheet is for.")

    def _agree(self, visitor: Visitor, place: Place, game: PairGame) -> None:
        """Both have the same sheet: an offer of the one whose turn it is, and the other's yes."""
        now = visitor.room.round
        waiting = now.sheets.get(place.pair) if now is not None else None
        if waiting is None or waiting[0] == place.seat:
            raise Refused("There is no sheet of the other side to confirm.")
        who = game.game.who
        game, offered, _ = game.submitted(who, Move("offer", packages=(waiting[1],)))
        _, agreed, _ = game.submitted(1 - who, Move("accept"))
        self._played(visitor.room, place.pair, [*offered, *agreed], "")

    def _begin_all(self, room: Classroom) -> None:
        """The time to prepare is over: everybody who still prepares is ready."""
        for number, pair in enumerate(room.round.pairs if room.round is not None else ()):
            for seat in (0, 1):
                game = room.rounds[-1].games[number]
                if game.preparing and pair.seats[seat] is not None and not game.ready[seat]:
                    self._played(room, number, game.submitted(seat, Move("begin"))[1], "")

    def _played(self, room: Classroom, pair: int, parts: list[dict[str, Any]], move_id: str) -> None:
        event = {"kind": "played", "round": len(room.rounds) - 1, "pair": pair, "parts": parts}
        self.happen(room, event | ({"move": move_id} if move_id else {}))

    # -- the one way -----------------------------------------------------------------------------------------------

    def happen(self, room: Classroom, event: Event, *tokens: tuple[str, str]) -> None:
        """Commit an event, then let it happen, then announce it. Raises StoreError, and then nothing has happened."""
        try:
            self.store.append(room.id, room.count, event, *tokens)
        except Taken:
            if event.get("move") in room.seen:
                return
            raise StoreError("Another program has changed this class; start the host again.") from None
        apply(room, event)
        self._announce(room.id, None)

    def _announce(self, number: int, person: str | None) -> None:
        for listener in self.listeners:
            listener(number, person)


def rearranged(room: Classroom, **changes: Any) -> Event:
    """The event that changes how a class is to be paired."""
    new = replace(room.arrangement, **changes)
    told = {"how": new.how, "odd": new.odd, "seat": new.seat, "couples": [list(each) for each in new.couples]}
    return {"kind": "arranged", "arrangement": told}
