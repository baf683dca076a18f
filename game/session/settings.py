"""How a person wants the game to look and behave, kept as JSON in their data folder.

A file that is missing, broken or from another version never stops anything: what can be understood of it counts, and
the rest is as it comes from the box. Standard library only, because the window needs it before its first frame.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

FILE: Final = "settings.json"
THEMES: Final = ("light", "dark", "contrast")
LEVELS: Final = ("coach", "practice", "real")
#: Sizes to choose from, in per cent; a file may hold any whole number between the first and the last.
SCALES: Final = (80, 90, 100, 125, 150, 175, 200)
_LIMITS: Final = {"text_scale": (SCALES[0], SCALES[-1]), "width": (640, 16384), "height": (480, 16384)}
_CHOICES: Final = {"theme": THEMES, "assist": LEVELS}
_MOST: Final = 65536
"""Bytes that are read of a file: settings are far smaller."""


@dataclass(frozen=True)
class Settings:
    """``text_scale`` in per cent, 80..200; ``width`` and ``height`` of the window in pixels."""

    text_scale: int = 100
    theme: str = "light"
    easy_read: bool = False
    animation: bool = True
    assist: str = "coach"
    fullscreen: bool = False
    width: int = 1280
    height: int = 720


def sound(name: str, value: Any) -> bool:
    """Whether a setting can be that.

    >>> sound("text_scale", 150), sound("text_scale", 900), sound("theme", "pink"), sound("unheard_of", 1)
    (True, False, False, False)
    """
    kinds = {field.name: field.type for field in fields(Settings)}
    if name not in kinds or type(value) is not kinds[name]:
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    low, high = _LIMITS.get(name, (value, value))
    return bool(low <= value <= high)


def load_settings(path: Path) -> Settings:
    """What a file says, as far as it can be understood. Never raises."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_MOST).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    known = {name: value for name, value in found.items() if sound(name, value)} if isinstance(found, dict) else {}
    return replace(Settings(), **known)


def save_settings(settings: Settings, path: Path) -> None:
    """Write them beside the old file and put them in its place. Raises OSError; the old file then still stands."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        fresh.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
