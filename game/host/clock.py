"""The phases of a class and its clock, as a value: the time now is always an argument, in seconds.

A phase that has run out of time stays where it is until the teacher goes on: a class is never cut off by a machine.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Literal, Self, get_args

Kind = Literal["join", "huddle", "prepare", "negotiate", "survey", "debrief", "replay", "commit", "over"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
#: What a phase is called on a page.
LABELS: Final[dict[str, str]] = {
    "join": "Join", "huddle": "Meet those who hold your seat", "prepare": "Read and prepare", "negotiate": "Negotiate",
    "survey": "How was it?", "debrief": "Debrief", "replay": "Again, with seats swapped",
    "commit": "One thing to do differently", "over": "The class has ended",
}  # fmt: skip
#: The longest phase, in minutes: a school day.
MOST_MINUTES: Final = 480


@dataclass(frozen=True)
class Phase:
    """One part of a class and how long it is meant to take."""

    kind: Kind
    minutes: float

    @property
    def label(self) -> str:
        """What it is called."""
        return LABELS[self.kind]


def _phases(*parts: tuple[Kind, float]) -> tuple[Phase, ...]:
    return tuple(Phase(*part) for part in parts)


#: Ready-made courses of a class. "fifty" is a lesson of fifty minutes, "short" fits into half of one.
PRESETS: Final[dict[str, tuple[Phase, ...]]] = {
    "fifty": _phases(("join", 4), ("prepare", 5), ("negotiate", 12), ("survey", 3), ("debrief", 12), ("replay", 9),
                     ("commit", 5)),
    "huddle": _phases(("join", 4), ("huddle", 5), ("prepare", 5), ("negotiate", 15), ("survey", 3), ("debrief", 13),
                      ("commit", 5)),
    "short": _phases(("join", 3), ("prepare", 4), ("negotiate", 8), ("survey", 2), ("debrief", 8)),
}  # fmt: skip


@dataclass(frozen=True)
class Clock:
    """Where a class is in its phases.

    Attributes:
        at: the phase now; one past the last when the class is over. left: seconds left at ``since``.
        since: when it began to run; None while it stands still.
    """

    phases: tuple[Phase, ...]
    at: int = 0
    left: float = 0.0
    since: float | None = None

    @classmethod
    def started(cls, phases: tuple[Phase, ...], now: float) -> Self:
        """A clock at the start of the first phase, running."""
        return cls(phases, 0, phases[0].minutes * 60, now)

    @property
    def kind(self) -> Kind:
        """The kind of the phase now."""
        return self.phases[self.at].kind if self.at < len(self.phases) else "over"

    @property
    def label(self) -> str:
        """What the phase now is called."""
        return LABELS[self.kind]

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self.since is not None

    def seconds(self, now: float) -> float:
        """What is left of this phase, never below 0."""
        gone = max(0.0, now - self.since) if self.since is not None else 0.0
        return max(0.0, self.left - gone)

    def paused(self, now: float) -> Self:
        """The clock stands still."""
        return replace(self, left=self.seconds(now), since=None)

    def resumed(self, now: float) -> Self:
        """The clock goes on; one that runs is left as it is."""
        return self if self.running or self.kind == "over" else replace(self, since=now)

    def extended(self, minutes: float, now: float) -> Self:
        """A few minutes more, counted from now if the time was up."""
        left = min(self.seconds(now) + 60 * minutes, 60.0 * MOST_MINUTES)
        return replace(self, left=max(0.0, left), since=now if self.running else None)

    def ended(self, now: float) -> Self:
        """The next phase, running; after the last one the class is over and nothing runs."""
        at = min(self.at + 1, len(self.phases))
        if at == len(self.phases):
            return replace(self, at=at, left=0.0, since=None)
        return replace(self, at=at, left=self.phases[at].minutes * 60, since=now)

    def as_json(self) -> dict[str, Any]:
        """For the store."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """What ``as_json`` gave."""
        phases = tuple(Phase(each["kind"], float(each["minutes"])) for each in data["phases"])
        since = data["since"]
        return cls(phases, int(data["at"]), float(data["left"]), None if since is None else float(since))
