"""The door: every request passes here first. Host and origin, sizes, how many at once, and the headers of every answer.

Guesses are counted per address. Nothing here writes a log, so no name and no code ends up in one.
"""

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY: Final = 64 * 1024
MOST_ADDRESS: Final = 2048
MOST_AT_ONCE: Final = 900
HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser sends "Origin: null" with our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}


@dataclass
class Guesses:
    """Wrong guesses per address: at most ``most`` in ``seconds``; then nothing is looked up until they are old.

    Many students can share an address, so only wrong guesses count. There is a limit over all addresses, too.
    """

    now: Callable[[], float]
    most: int = 30
    seconds: float = 300
    over_all: int = 400
    wrong: dict[str, deque[float]] = field(default_factory=dict)

    def blocked(self, address: str) -> bool:
        """Whether an address has guessed too often."""
        self._forget()
        return len(self.wrong.get(address, ())) >= self.most or sum(map(len, self.wrong.values())) >= self.over_all

    def missed(self, address: str) -> None:
        """A wrong guess."""
        self.wrong.setdefault(address, deque()).append(self.now())

    def _forget(self) -> None:
        old = self.now() - self.seconds
        for address in list(self.wrong):
            times = self.wrong[address]
            while times and times[0] < old:
                times.popleft()
            if not times:
                del self.wrong[address]


class Guard:
    """ASGI middleware around the whole application. ``hosts`` are the names and addresses that we are known by."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app, self.hosts = app, frozenset(each.lower() for each in hosts)
        self.at_once = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what must not come in, or let it pass with the headers that every answer has."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no websockets here
            return
        refused = self._why_not(scope)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        self.at_once += 1
        try:
            await self.app(scope, _bounded(receive), _with_headers(send))
        finally:
            self.at_once -= 1

    def _why_not(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if _bare(headers.get("host", "")) not in self.hosts:
            return PlainTextResponse("This is not an address of this class.", 421)
        if len(scope["path"]) + len(scope["query_string"]) > MOST_ADDRESS:
            return PlainTextResponse("That address is too long.", 414)
        if self.at_once >= MOST_AT_ONCE:
            return PlainTextResponse("Too many at once; try again in a moment.", 503, {"retry-after": "2"})
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Not here.", 405)
        if scope["method"] == "POST":
            if not _same_origin(headers):
                return PlainTextResponse("That came from another page.", 403)
            if not headers.get("content-length", "0").isdigit() or int(headers.get("content-length", "0")) > MOST_BODY:
                return PlainTextResponse("That is too much at once.", 413)
        return None


class TooLarge(Exception):
    """A body grew past its bound while it came in; the application answers it with 413."""


def _same_origin(headers: Headers) -> bool:
    """A browser says where a form was; what says nothing is no browser, and carries no cookie of somebody else's."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _bare(host: str) -> str:
    """The name without its port; an IPv6 address keeps its brackets."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdigit() else host.lower()


def _bounded(receive: Receive) -> Receive:
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > MOST_BODY:
            raise TooLarge
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                if name != "cache-control" or name not in headers:
                    headers[name] = value
        await send(message)

    return sending
