"""Many phones at once against the real program: no move lost, none doubled, and how long an answer takes."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import httpx
import pytest

from tests.host.server import Server


@dataclass
class Phone:
    """One student's client: what was acknowledged, and how long each acknowledgement took (seconds)."""

    client: httpx.AsyncClient
    number: int
    kept: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    async def join(self, code: str) -> None:
        await self.client.post("/join", data={"code": code, "name": f"Pupil {self.number}"})
        await self.client.post("/seat/rules", data={"agreed": "yes"})

    async def play(self, until: float, pace: float) -> None:
        async with self.client.stream("GET", "/seat/stream", timeout=None):
            while time.monotonic() < until:
                await self.turn()
                await asyncio.sleep(pace * (0.5 + (self.number * 7 % 10) / 10))

    async def turn(self) -> None:
        page = (await self.client.get("/seat")).text
        if "Your turn. What do you say?" not in page:
            return
        words = f"Word{len(self.kept)}of{self.number}."
        given = {name: unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1]) for name in ("id", "at")}  # type: ignore[index]
        given |= {"move": f"silence : {words}", "sure": "1"}
        since = time.perf_counter()
        answer = await self.client.post("/seat/do", data=given)
        self.waits.append(time.perf_counter() - since)
        again = await self.client.post("/seat/do", data=given)
        if answer.status_code == 303 or again.status_code == 303:
            self.kept.append(words)


async def crowd(server: Server, count: int, seconds: float, pace: float) -> list[Phone]:
    limits = httpx.Limits(max_connections=4)
    async with httpx.AsyncClient(base_url=server.url, timeout=60, follow_redirects=True) as teacher:
        await teacher.get(server.link)
        made = await teacher.post("/teacher/new", data={"scene": "raise_request", "preset": "fifty"})
        code = re.search(r'class="code">(.*?)<', made.text)[1].replace(" ", "")  # type: ignore[index]
        phones = [
            Phone(httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits), number) for number in range(count)
        ]
        for phone in phones:
            await phone.join(code)
        for _ in range(2):
            await teacher.post("/teacher/class/1/do", data={"what": "end"})
        until = time.monotonic() + seconds
        await asyncio.gather(*(phone.play(until, pace) for phone in phones))
        for phone in phones:
            page = (await phone.client.get("/seat")).text
            counts = [page.count(f"<span>{words}</span>") for words in phone.kept]
            assert "How was it?" in page or counts == [1] * len(counts), (phone.number, counts)
            await phone.client.aclose()
        return phones


def part(waits: list[float], share: float) -> float:
    return sorted(waits)[int(share * (len(waits) - 1))]


def memory_of(server: Server) -> int | None:
    """Resident memory in MiB; None where the system does not tell."""
    path = Path(f"/proc/{server.process.pid}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", path.read_text(encoding="utf-8")) if path.exists() else None
    return int(found[1]) // 1024 if found else None


def stored_once(home: Path, phones: list[Phone]) -> None:
    """Every acknowledged line is in the database exactly once."""
    from game.host.store import Store, sqlite_url

    store = Store(sqlite_url(home / "classes.sqlite"))
    said = [part.get("words", "") for event in store.events(1) for part in event.get("parts", ())]
    store.close()
    assert sorted(words for words in said if words.startswith("Word")) == sorted(w for p in phones for w in p.kept)


def load(home: Path, count: int, seconds: float, pace: float) -> tuple[list[float], int | None]:
    server = Server(home)
    try:
        phones = asyncio.run(crowd(server, count, seconds, pace))
        memory = memory_of(server)
    finally:
        server.stop()
    stored_once(home, phones)
    return [wait for phone in phones for wait in phone.waits], memory


def test_a_few_phones_lose_and_double_nothing(tmp_path: Path) -> None:
    waits, _ = load(tmp_path, count=6, seconds=1.5, pace=0.1)
    assert len(waits) >= 6


@pytest.mark.soak
def test_two_hundred_phones_for_two_minutes(tmp_path: Path) -> None:
    waits, memory = load(tmp_path, count=200, seconds=120, pace=8)
    p95, p99 = 1000 * part(waits, 0.95), 1000 * part(waits, 0.99)
    print(f"{len(waits)} moves, p95 {p95:.0f} ms, p99 {p99:.0f} ms, {memory} MiB")
    assert memory is None or memory <= 300
    assert p95 <= 50
    assert p99 <= 150
