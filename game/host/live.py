"""Server-sent events: a stream says "look again" when the page behind it would look different, and nothing else.

What is new is then fetched as the page itself, so a stream can never carry what a page would not show.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Final

from starlette.responses import Response, StreamingResponse

MOST_PER_HOLDER: Final = 6
MOST_STREAMS: Final = 600
_BREATH: Final = 15.0


def mark(stamp: str) -> str:
    """A stamp as it is told: a hash, which says nothing but "other than before"."""
    return hashlib.sha256(stamp.encode()).hexdigest()[:16]


class Live:
    """Everybody who listens."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()
        self._held: Counter[str] = Counter()

    def announce(self, _number: int, _person: str | None) -> None:
        """Something happened somewhere: everybody looks whether their page is another now."""
        for each in self._waiting:
            each.set()

    def holds(self, holder: str) -> bool:
        """Whether a page of this holder is open."""
        return self._held[holder] > 0

    def stream(self, holder: str, stamp: Callable[[], str]) -> Response:
        """A stream for one page. ``stamp`` says what it looks like; only a change of it is told, and only as a hash."""
        if self._held[holder] >= MOST_PER_HOLDER or self._held.total() >= MOST_STREAMS:
            return Response(status_code=503, headers={"retry-after": "5"})
        headers = {"x-accel-buffering": "no"}
        return StreamingResponse(self._told(holder, stamp), media_type="text/event-stream", headers=headers)

    async def _told(self, holder: str, stamp: Callable[[], str]) -> AsyncIterator[str]:
        woken, last = asyncio.Event(), ""
        self._waiting.add(woken)
        self._held[holder] += 1
        self.announce(0, None)
        try:
            yield "retry: 1000\n\n"
            while True:
                now = mark(stamp())
                yield f"data: {now}\n\n" if now != last else ": here\n\n"
                last = now
                try:
                    await asyncio.wait_for(woken.wait(), _BREATH)
                except TimeoutError:
                    continue
                woken.clear()
        finally:
            self._waiting.discard(woken)
            self._held[holder] -= 1
            self._held += Counter()
            self.announce(0, None)
