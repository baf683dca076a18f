"""What a player's own wordings turned out to mean: picked once when the game asked back, remembered from then on.

One small JSON file beside the saved games, for this player alone: {"SCENE/SEAT": {"wording": "move in notation"}}.
A file that cannot be read or written is no reason to stop: then nothing is remembered.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: So many wordings are remembered for a scene and seat; the oldest give way.
_AT_MOST = 300
_LONGEST = 300


class Picks:
    """Remembered wordings. Without a place to keep them they last as long as the game runs."""

    def __init__(self, where: Callable[[], Path] | None = None) -> None:
        self._where = where
        self._known: dict[str, dict[str, str]] | None = None

    def of(self, place: str, wording: str) -> str | None:
        """The move, in notation, that this wording meant before; None if it is new."""
        return self._all().get(place, {}).get(_key(wording))

    def keep(self, place: str, wording: str, move: str) -> None:
        """Remember what a wording means."""
        if len(wording) > _LONGEST:
            return
        here = self._all().setdefault(place, {})
        here.pop(_key(wording), None)
        here[_key(wording)] = move
        while len(here) > _AT_MOST:
            del here[next(iter(here))]
        self._write()

    def _all(self) -> dict[str, dict[str, str]]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, dict[str, str]]:
        if self._where is None:
            return {}
        try:
            found = json.loads(self._where().read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return {place: _words(known) for place, known in found.items()} if isinstance(found, dict) else {}

    def _write(self) -> None:
        if self._where is None:
            return
        try:
            path = self._where()
            beside = path.with_suffix(".new")
            beside.write_text(json.dumps(self._all(), ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(path)
        except (OSError, ValueError):
            return


def _words(known: Any) -> dict[str, str]:
    return {str(k): str(v) for k, v in known.items()} if isinstance(known, dict) else {}


def _key(wording: str) -> str:
    """A wording without what does not matter: capitals, spacing, the stop at its end."""
    return " ".join(wording.casefold().split()).rstrip(" .!")
