"""Engine moves and written ones: how a scripted move is put in words of notation, and how both become numbers again.

A journal stores names, never engine numbers, except for ``item`` where a scripted seat tells something that notation
has no word for (which kind of need it shares).
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.engine.columns import NONE, SITUATION_ID
from game.engine.moves import Moves, resolve
from game.engine.notation import Move, parse, write
from game.engine.state import State
from game.engine.tables import ACT_FAMILY, Tables
from game.scenario.words import ACTS, SIGNALS, SITUATIONS

_LINES = tuple(SITUATIONS)
#: Acts outside the families of items whose item is written in notation.
_NAMES_ITSELF = ("accept", "plan_no", "moment", "worry")


@dataclass(frozen=True)
class Said:
    """A move that a seat makes, ready for the record.

    Attributes:
        move: as written, its words taken out. words: what is said; empty for a scripted seat until it has spoken.
        item: for a scripted seat's telling, the engine's item; None otherwise. line: the situation it speaks from.
        reading: what the reader made of own words, as JSON; None without own words.
    """

    seat: int
    move: Move
    words: str = ""
    item: int | None = None
    line: str = ""
    reading: dict[str, Any] | None = None

    def as_record(self) -> dict[str, Any]:
        """The part of a journal record that a replay needs."""
        signals = self.move.signals
        record: dict[str, Any] = {"move": write(replace(self.move, words=None))}
        optional = {"signals": signals, "item": self.item, "line": self.line or None, "reading": self.reading}
        return record | {key: value for key, value in optional.items() if value is not None}


def from_record(record: dict[str, Any], seat: int) -> Said:
    """What a journal's move record says. Raises ValueError (or TypeError, KeyError) when it does not say a move."""
    signals = record.get("signals")
    move = replace(parse(record["move"]), signals=dict(signals) if signals is not None else None)
    item, line, words = record.get("item"), record.get("line", ""), record.get("words", "")
    return Said(seat, move, str(words), int(item) if item is not None else None, str(line), record.get("reading"))


def numbers(tables: Tables, state: State, said: Said) -> Moves:
    """The move as a batch of one. Raises Unknown for an id that the scenario does not have."""
    moves = resolve(tables, state, said.move, said.seat)
    if said.item is not None:
        moves = replace(moves, item=np.array([said.item], np.int32))
    if said.line:
        moves = replace(moves, line=np.array([SITUATION_ID[said.line]], np.int32))
    return moves


def written(tables: Tables, state: State, moves: Moves, seat: int) -> Said:
    """A move of a policy, one lane, written down; ``rank`` and ``never`` no policy makes."""
    act, item = ACTS[int(moves.act[0])], int(moves.item[0])
    line, rider = int(moves.line[0]), int(moves.rider[0])
    packages = tuple(tables.options_of(int(package)) for package in moves.packages[0] if package >= 0)
    if act in ("target", "walk_away"):
        return Said(seat, Move(act, value=item / 100))
    move = Move(
        act,
        items=_items(tables, state, act, item, seat),
        packages=packages,
        final=bool(moves.final[0]),
        rider=ACTS[rider] if rider >= 0 else None,
        rider_item=_name(tables, ACTS[rider], int(moves.rider_item[0])) if rider >= 0 else None,
        signals={name: int(value) / 1000 for name, value in zip(SIGNALS, moves.signals[0], strict=True)},
    )
    told = item if item != NONE and act not in ACT_FAMILY and act not in _NAMES_ITSELF else None
    return Said(seat, move, item=told, line=_LINES[line] if line >= 0 else "")


def _items(tables: Tables, state: State, act: str, item: int, seat: int) -> tuple[str, ...]:
    if act == "leave_next":
        meeting = int(state.of("meeting")[0])
        return (tables.names.meetings[min(meeting + 1, len(tables.names.meetings) - 1)],)
    if act == "accept":
        several = int(state.table[0, 1 - seat, 1]) >= 0
        return (str(item + 1),) if several and item >= 0 else ()
    if act == "plan_no":
        return (ACTS[item],)
    if act == "moment":
        return ([moment for moments in tables.names.moments for moment in moments][item],)
    if act == "worry":
        return (tables.names.worries[seat][item],)
    name = _name(tables, act, item)
    return (name,) if name else ()


def _name(tables: Tables, act: str, item: int) -> str | None:
    return tables.names.of(ACT_FAMILY[act])[item] if act in ACT_FAMILY and item >= 0 else None
