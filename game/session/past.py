"""A stored game that can only be looked at: what it stored, as it was."""

from dataclasses import dataclass
from typing import Any

from game.session.sealing import Record


@dataclass(frozen=True)
class Past:
    """A game opened read-only. ``note`` says why, in a sentence."""

    header: Record
    records: tuple[Record, ...]
    note: str

    @property
    def moves(self) -> list[Record]:
        """The moves that stand."""
        return [record for record in self.records if record["kind"] == "move"]

    @property
    def outcome(self) -> Record | None:
        """The outcome record, or None while the game was open."""
        return next((record for record in reversed(self.records) if record["kind"] == "outcome"), None)

    def lines(self) -> list[str]:
        """Everything that was said and shown, one text an event."""
        shown: list[Any] = [each for record in self.moves for each in record.get("shown", ()) if isinstance(each, dict)]
        return [str(each.get("text", "")) for each in shown]
