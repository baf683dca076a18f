"""The real host as a process of its own: started, killed, started again, over the same files."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """``counteroffer host`` on a port; ``url`` is where students go, ``link`` the teacher's own."""

    def __init__(self, home: Path, port: int = 0) -> None:
        self.home, self.port = home, port
        self.start()

    def start(self) -> None:
        environment = os.environ | {
            "COUNTEROFFER_HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "host", "--port", str(self.port)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            cwd=self.home,
        )  # fmt: skip
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if "Start with --lan" in line:
                break
        else:
            raise AssertionError(said)
        self.link = re.search(r"http://127\S+/teacher/open/\S+", said)[0]  # type: ignore[index]
        self.port = int(re.search(r"127.0.0.1:(\d+)", said)[1])  # type: ignore[index]
        self.url = f"http://127.0.0.1:{self.port}"
        self._until_it_answers()

    def _until_it_answers(self) -> None:
        for _ in range(200):
            try:
                if httpx.get(self.url, timeout=5).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the host does not answer")

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        self.process.wait()

    def stop(self) -> str:
        """As Ctrl-C would; what it still said."""
        self.process.terminate()
        said, _ = self.process.communicate(timeout=20)
        return said
