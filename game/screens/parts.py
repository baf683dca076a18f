"""What a screen put up: parts (what a person can press, read or hear) and inks (where letters stand).

The list of parts is Tab order, what tests click by label, the plain-text twin, and later what a screen reader gets.
The inks are there so that a program can tell text that was cut off or lies on other text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

#: Roles that take the focus.
PRESSED: Final = ("button", "tab", "choice", "field", "slider")


class Rect(NamedTuple):
    """A rectangle in logical units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """Smaller by so much on each side; negative: larger."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def overlap(self, other: "Rect") -> "Rect":
        """What both cover; no width or height where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


@dataclass(frozen=True)
class Part:
    """One thing on a screen.

    Attributes:
        role: heading, text, line, meter, picture; or one of ``PRESSED``. value: what it is set to, in words.
        at, steps: for sliders and fields: where it stands, and how many places there are.
        clip: where it can be seen and pressed.
    """

    id: str
    role: str
    label: str
    value: str
    rect: Rect
    at: int = 0
    steps: int = 0
    clip: Rect | None = None

    @property
    def pressed(self) -> bool:
        """Whether it takes the focus."""
        return self.role in PRESSED

    @property
    def seen(self) -> Rect:
        """The part of its rectangle that shows."""
        return self.rect.overlap(self.clip) if self.clip else self.rect


@dataclass(frozen=True)
class Ink:
    """One run of letters: where it stands, and the room it had (a width; None where it could grow)."""

    text: str
    rect: Rect
    room: float | None
    clip: Rect | None = None


def twin(parts: Iterable[Part]) -> str:
    """The screen as plain text: one line a part, in Tab order."""
    return "\n".join(_said(part) for part in parts)


def _said(part: Part) -> str:
    if part.role == "heading":
        return f"\n{part.label}"
    said = f"{part.label}: {part.value}" if part.value and part.label else part.label or part.value
    return f"[{part.role}] {said}" if part.pressed else said
