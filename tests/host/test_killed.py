"""The real program, killed in the middle of a class: what was acknowledged is there, and everybody is back."""

import os
import re
import socket
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import httpx
import pytest

from tests.host.server import ROOT, Server


def page_of(client: httpx.Client) -> str:
    answer = client.get("/seat", follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def field(page: str, name: str) -> str:
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])  # type: ignore[index]


def joined(server: Server, code: str, name: str) -> httpx.Client:
    client = httpx.Client(base_url=server.url, timeout=20)
    assert client.post("/join", data={"code": code, "name": name}).status_code == 200
    client.post("/seat/rules", data={"agreed": "yes"})
    return client


def says(client: httpx.Client, words: str) -> bool:
    """Whether it was this client's turn, and the move was acknowledged."""
    page = page_of(client)
    if "Your turn. What do you say?" not in page:
        return False
    given = {"move": f"chat : {words}", "id": field(page, "id"), "at": field(page, "at"), "sure": "1"}
    return client.post("/seat/do", data=given).status_code == 303


def class_of(server: Server, people: int) -> tuple[httpx.Client, list[httpx.Client]]:
    teacher = httpx.Client(base_url=server.url, timeout=20, follow_redirects=True)
    teacher.get(server.link)
    made = teacher.post("/teacher/new", data={"scene": "raise_request", "preset": "fifty"})
    code = re.search(r'class="code">(.*?)<', made.text)[1].replace(" ", "")  # type: ignore[index]
    students = [joined(server, code, f"Pupil {n}") for n in range(people)]
    for _ in range(2):
        teacher.post("/teacher/class/1/do", data={"what": "end"})
    return teacher, students


def back_after(server: Server, students: list[httpx.Client]) -> float:
    """Seconds from the kill until everybody has their page again."""
    server.kill()
    since = time.monotonic()
    server.start()
    for student in students:
        page_of(student)
    return time.monotonic() - since


def play(tmp_path: Path, people: int, kills: int) -> list[float]:
    server = Server(tmp_path)
    try:
        _, students = class_of(server, people)
        known: dict[int, list[str]] = {n: [] for n in range(people)}
        times = []
        for kill in range(kills + 1):
            for number, student in enumerate(students):
                words = f"Word{kill}of{number}"
                if says(student, words):
                    known[number].append(words)
            if kill < kills:
                times.append(back_after(server, students))
            for number, student in enumerate(students):
                page = page_of(student)
                assert all(page.count(f"<span>{words}</span>") == 1 for words in known[number])
        assert sum(map(len, known.values())) >= kills * people // 2
    finally:
        said = server.stop()
    assert "Pupil" not in said
    assert "Word" not in said
    return times


def test_a_host_killed_in_the_middle_of_a_class_loses_nothing(tmp_path: Path) -> None:
    play(tmp_path, people=2, kills=1)


@pytest.mark.soak
def test_a_host_killed_five_times_is_back_within_five_seconds_of_work(tmp_path: Path) -> None:
    times = play(tmp_path, people=8, kills=5)
    assert sorted(times)[2] < 5, times


def test_a_port_in_use_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = [sys.executable, "-m", "game", "host", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(words, check=False, capture_output=True, text=True, cwd=tmp_path, env=_home(tmp_path))
    assert done.returncode == 2
    assert "Choose another: --port" in done.stderr
    assert "Traceback" not in done.stderr


def _home(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"COUNTEROFFER_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    hide = "import sys; sys.modules['uvicorn'] = None; from game.cli import main; sys.exit(main(['host']))"
    done = subprocess.run(
        [sys.executable, "-c", hide], check=False, capture_output=True, text=True, env=_home(tmp_path)
    )
    assert done.returncode == 2
    assert "pip install 'counteroffer[class]'" in done.stderr
