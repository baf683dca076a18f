"""What a turn leaves behind to be shown, stored and looked back at."""

from dataclasses import dataclass, field
from typing import Any, Literal

from game.engine.notation import write
from game.engine.state import State
from game.engine.story import Told
from game.session.written import Said

#: line: somebody speaks. scene: where and when. event: something happens. news: the player learns something.
#: note: what a move came to. No text here is ever longer than a few sentences.
Kind = Literal["line", "scene", "event", "news", "note"]


@dataclass(frozen=True)
class Shown:
    """One thing to show or read out. ``seat`` is who speaks, None for the narrator."""

    kind: Kind
    text: str
    seat: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For the journal."""
        return {"kind": self.kind, "text": self.text} | ({} if self.seat is None else {"seat": self.seat})


@dataclass(frozen=True)
class Entry:
    """One move of one seat and what came of it.

    Attributes:
        words: what was said aloud; empty where nothing was. before, after: the game around the move.
        digest: hash of ``after``. happened: whatever ``step`` reported, for the journal.
    """

    said: Said
    told: Told
    words: str
    shown: tuple[Shown, ...]
    before: State = field(compare=False, repr=False)
    after: State = field(compare=False, repr=False)
    digest: str
    happened: dict[str, Any]

    def as_record(self, seat_id: str) -> dict[str, Any]:
        """The journal's record of it."""
        return {
            "kind": "move",
            "seat": seat_id,
            **self.said.as_record(),
            "words": self.words,
            "events": self.happened,
            "shown": [each.as_json() for each in self.shown],
            "state": self.digest,
        }

    @property
    def notation(self) -> str:
        """The move as it is written."""
        return write(self.said.move)
