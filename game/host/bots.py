"""A class of bots to rehearse with: simulated players in the seats of people, one move at a time.

They come in, agree, prepare, talk and answer the survey by the same way as anybody, so what a teacher sees while
rehearsing is what will be seen in class.
"""

import contextlib
from random import Random
from typing import Any, Final

from game.engine.notation import Move
from game.engine.view import view_of
from game.host import shown, survey
from game.host.classroom import Classroom, Person
from game.host.host import Host, Visitor
from game.players.policies import POLICIES
from game.session.game import Game, Refused
from game.session.written import written

MOST_BOTS: Final = 40
_STYLES: Final = ("prepared_and_calm", "logroller", "tit_for_tat", "conceder", "price_first", "apologetic", "hardliner")


def add_bots(host: Host, room: Classroom, count: int) -> None:
    """Some bots come in. Raises Refused when the class is full."""
    there = sum(each.bot for each in room.people.values())
    for number in range(there, there + max(0, min(count, MOST_BOTS - there))):
        host.join(room, f"Bot {number + 1}", bot=True)


def play_on(host: Host, room: Classroom) -> bool:
    """Every bot does the next thing it can do; whether any did."""
    did = False
    for person in [each for each in room.people.values() if each.bot]:
        with contextlib.suppress(Refused):
            did = _act(host, Visitor(room, person.id), person) or did
    return did


def _act(host: Host, visitor: Visitor, bot: Person) -> bool:
    room, step = visitor.room, shown.step_of(visitor)
    number = max(0, len(room.rounds) - 1)
    if step == "rules":
        host.happen(room, {"kind": "rules", "person": bot.id, "agreed": True})
        return True
    if step in ("prepare", "ready") and visitor.place is not None and (number, "before") not in bot.answers:
        return _answer(host, visitor, "before", number)
    if step == "after" and (number, "after") not in bot.answers:
        return _answer(host, visitor, "after", number)
    if step == "aim" and (0, "aim") not in bot.answers:
        return _answer(host, visitor, "aim", 0)
    if step == "prepare" and room.clock.kind in ("prepare", "negotiate", "replay"):
        return _move(host, visitor)
    game = shown.own_game(visitor)
    return step == "table" and game is not None and game.who == game.player and _move(host, visitor)


def _move(host: Host, visitor: Visitor) -> bool:
    game = shown.own_game(visitor)
    assert game is not None
    if visitor.room.mode == "aloud" and game.talking:
        return False
    for move in (_chosen(visitor, game), Move("begin" if not game.talking else "hold"), Move("silence"), Move("leave")):
        with contextlib.suppress(Refused):
            host.submit(visitor, move, "")
            return True
    return False


def _chosen(visitor: Visitor, game: Game) -> Move:
    """What this bot's policy would do here."""
    style = POLICIES[Random(visitor.person).choice(_STYLES)]
    tables = game.stage.tables
    luck = game.luck.own(f"bot {visitor.person}")
    moves = style(view_of(tables, game.stage.own[game.player], game.state), luck)
    return written(tables, game.state, moves, game.player).move


def _answer(host: Host, visitor: Visitor, form: str, number: int) -> bool:
    luck = Random(f"{visitor.person} {form} {number}")
    values: dict[str, Any] = {
        name: luck.randint(3, 7) if kind == "scale" else "ask once more before I name a figure"
        for name, kind in survey.FORMS[form].items()
    }
    told = {"kind": "answered", "person": visitor.person, "round": number, "form": form, "values": values}
    host.happen(visitor.room, told)
    return True
