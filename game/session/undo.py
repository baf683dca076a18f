"""Undo without deleting: taking moves back is a record too, so that a journal keeps everything that was tried."""

from collections.abc import Iterable

from game.session.sealing import Record


def undo_record(count: int) -> Record:
    """The record that takes back the last `count` moves still standing, 1 or more. Raises ValueError otherwise."""
    if count < 1:
        raise ValueError("At least one move is taken back.")
    return {"kind": "undo", "count": count}


def effective(records: Iterable[Record]) -> list[Record]:
    """The records that still count, in order: what undo took back is gone, and so are the undo records.

    What was recorded after a move (a reply, an outcome) falls with it. Taking back more moves than stand takes back
    all of them. A record without a usable count takes back one.
    """
    standing: list[Record] = []
    for record in records:
        if record["kind"] == "undo":
            _take_back(standing, record.get("count", 1))
        else:
            standing.append(record)
    return standing


def _take_back(standing: list[Record], count: object) -> None:
    wanted = count if isinstance(count, int) and count > 0 else 1
    moves = [at for at, record in enumerate(standing) if record["kind"] == "move"]
    if moves:
        del standing[moves[-min(wanted, len(moves))] :]
