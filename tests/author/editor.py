"""An editor that speaks to a language server: requests and notifications over stdio, as an editor sends them."""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

PATIENCE = 60.0
#: Seconds without a word after which the server is taken to have finished.
QUIET = 1.0


def server() -> list[str]:
    """The command that starts the server; the test fails where there is none."""
    named = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
    node = shutil.which("node")
    if not named or not Path(named).exists() or node is None:
        pytest.fail(
            "there is no yaml-language-server; run .ci/yaml-language-server and name it in YAML_LANGUAGE_SERVER"
        )
    return [node, str(Path(named).resolve()), "--stdio"]


class Editor:
    """One open file in one editor."""

    def __init__(self, path: Path) -> None:
        self.path, self.uri = path, path.as_uri()
        self._number = 0
        self._answers: dict[int, queue.Queue[Any]] = {}
        self.diagnostics: queue.Queue[list[dict[str, Any]]] = queue.Queue()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": self.path.parent.as_uri(), "capabilities": {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {}},
        }})  # fmt: skip
        self.tell("initialized", {})
        settings = {"yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    def open(self, text: str) -> list[dict[str, Any]]:
        """Show a text; what the server underlines."""
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self._underlined()

    def change(self, text: str) -> list[dict[str, Any]]:
        """Type something else; what is underlined then."""
        self._number += 1
        document = {"uri": self.uri, "version": self._number + 1}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self._underlined()

    def _underlined(self) -> list[dict[str, Any]]:
        """The last word of the server: it may speak of an earlier text first."""
        found = self.diagnostics.get(timeout=PATIENCE)
        with contextlib.suppress(queue.Empty):
            while True:
                found = self.diagnostics.get(timeout=QUIET)
        return found

    def complete(self, line: int, col: int) -> list[dict[str, Any]]:
        """What is proposed at a place, counted from 0."""
        found = self.ask("textDocument/completion", self._at(line, col))
        items: list[dict[str, Any]] = found["items"] if isinstance(found, dict) else found
        return items

    def hover(self, line: int, col: int) -> str:
        """The help shown over a place."""
        found = self.ask("textDocument/hover", self._at(line, col))
        return json.dumps(found, ensure_ascii=False)

    def _at(self, line: int, col: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": col}}

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._answers[self._number] = queue.Queue()
        self._send({"id": self._number, "method": method, "params": params})
        answer = self._answers[self._number].get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        out = self._process.stdout
        assert out is not None
        while header := out.readline():
            length = int(header.split(b":")[1])
            while out.readline().strip():
                pass
            self._heard(json.loads(out.read(length)))

    def _heard(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            if message["params"]["uri"] == self.uri:
                self.diagnostics.put(message["params"]["diagnostics"])
        elif "method" in message and "id" in message:
            asked = message.get("params", {}).get("items", [None])
            answer = [{"completion": True, "hover": True, "validate": True}] * len(asked)
            self._send(
                {"id": message["id"], "result": answer if message["method"] == "workspace/configuration" else None}
            )
        elif message.get("id") in self._answers:
            self._answers[message["id"]].put(message)
