"""What a person did, in the screen's own terms: a screen never sees a mouse position or a key code."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Press:
    """A button, tab or choice was pressed."""

    id: str


@dataclass(frozen=True)
class Slide:
    """A slider was moved to a place, 0..steps - 1."""

    id: str
    to: int


@dataclass(frozen=True)
class Write:
    """A field now says this."""

    id: str
    text: str


@dataclass(frozen=True)
class Send:
    """Enter was pressed in a field."""

    id: str


@dataclass(frozen=True)
class Key:
    """A key that no part took: ``escape``, ``f1``, a digit or letter."""

    name: str


@dataclass(frozen=True)
class Roll:
    """The wheel, or Page Up and Page Down: by so many logical units over a part (empty: the screen's main one)."""

    id: str
    by: float


@dataclass(frozen=True)
class Tick:
    """So many seconds went by; only to screens that move."""

    seconds: float


Event = Press | Slide | Write | Send | Key | Roll | Tick
