"""The web application of a class: routes, the stylesheet and our few lines of script, and the guard around it all."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from game.host import bots
from game.host.guard import Guard, Guesses, TooLarge
from game.host.host import Host
from game.host.live import Live
from game.host.pages import HERE, message
from game.host.store import StoreError
from game.host.student_pages import StudentPages
from game.host.teacher_pages import Address, TeacherPages

BOT_PACE: Final = 1.5
"""Seconds between two moves of a bot."""


def application(host: Host, hosts: Collection[str], where: Address, pace: float = BOT_PACE) -> ASGIApp:
    """The application. ``hosts`` are the names it answers to; ``where`` is what the wall shows."""
    live, guesses = Live(), Guesses(host.now)
    host.listeners.append(live.announce)
    routes: list[Route | Mount] = [
        *StudentPages(host, live, guesses).routes(),
        *TeacherPages(host, live, guesses, where).routes(),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        rehearsal = asyncio.create_task(_rehearse(host, pace))
        try:
            yield
        finally:
            rehearsal.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await rehearsal

    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={HTTPException: _plainly, TooLarge: _too_large, 500: _broken},
    )
    return Guard(app, hosts)


async def _rehearse(host: Host, pace: float) -> None:
    while True:
        await asyncio.sleep(pace)
        for room in list(host.rooms.values()):
            if any(each.bot for each in room.people.values()):
                with contextlib.suppress(StoreError):
                    bots.play_on(host, room)


async def _plainly(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    text = {404: "There is no such page.", 405: "Not here."}.get(status, "That cannot be done here.")
    return message("Not here", text, status)


async def _too_large(_request: Request, _error: Exception) -> Response:
    return message("Too much", "That is too much at once.", 413)


async def _broken(_request: Request, _error: Exception) -> Response:
    return message(
        "That went wrong", "It is our fault, not yours. Go back and try again; nothing that was sent is lost.", 500
    )
