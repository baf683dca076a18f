"""What the reader hands back: moves with spans and reasons, the five signals, and whether it needs to ask back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.engine.notation import Move

Span = tuple[int, int]


@dataclass(frozen=True)
class Heard:
    """One cue that was heard: which signal, which rule, where, and by how much it moved the signal (-1..1)."""

    signal: str
    rule: str
    span: Span
    by: float


@dataclass(frozen=True)
class Signals:
    """How a line sounds, each value 0..1 in hundredths, and the cues that were heard."""

    values: dict[str, float]
    heard: tuple[Heard, ...] = ()

    def __getitem__(self, name: str) -> float:
        return self.values[name]


@dataclass(frozen=True)
class ReadMove:
    """One act (or rider) as read.

    ``args`` holds what the act names: ``item``, ``package`` (issue -> option), ``packages``, ``gives`` (issues),
    ``final``, ``when``. ``confidence`` is 0..1; ``span`` the characters it stands on; ``why`` the rule's name.
    """

    kind: str
    args: Mapping[str, Any]
    confidence: float
    span: Span
    why: str


@dataclass(frozen=True)
class Reading:
    """What was made of a line: an act and at most one rider, or ``unclear`` with up to three candidates."""

    words: str
    moves: tuple[ReadMove, ...]
    signals: dict[str, float]
    heard: tuple[Heard, ...] = ()
    unclear: bool = False
    candidates: tuple[ReadMove, ...] = ()
    question: str = ""
    """What to ask back when unclear."""
    later: tuple[ReadMove, ...] = ()
    """Further acts of a line that holds more than a turn can: the player may say one of them first instead."""


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading in the shape that ``counteroffer read`` prints.

    ``moves`` of an unclear line is the likeliest meaning: what would be asked about, never what is done.
    """
    return {
        "moves": [_move_json(move) for move in reading.moves or reading.candidates[:1]],
        "signals": dict(reading.signals),
        "unclear": reading.unclear,
        "candidates": [_move_json(move) for move in reading.candidates],
        "question": reading.question,
        "later": [_move_json(move) for move in reading.later],
        "heard": [{"signal": h.signal, "rule": h.rule, "span": list(h.span), "by": h.by} for h in reading.heard],
    }


def _move_json(move: ReadMove) -> dict[str, Any]:
    return {
        "kind": move.kind,
        "args": dict(move.args),
        "confidence": move.confidence,
        "span": list(move.span),
        "why": move.why,
    }


def to_move(reading: Reading) -> Move:
    """The move to submit, with the words and the signals of the line.

    Raises:
        ValueError: the reading is unclear; ask back with ``reading.question`` and its candidates.
    """
    if reading.unclear or not reading.moves:
        raise ValueError(reading.question or "this line is unclear; say it another way")
    rider = reading.moves[1] if len(reading.moves) > 1 else None
    return as_move(reading.moves[0], rider, reading.words, reading.signals)


def as_move(
    act: ReadMove, rider: ReadMove | None = None, words: str = "", signals: dict[str, float] | None = None
) -> Move:
    """A move made of one read act and a rider, as a candidate that was chosen needs it."""
    args = act.args
    packages = tuple(dict(p) for p in args.get("packages", ())) or (
        (dict(args["package"]),) if "package" in args else ()
    )
    named = args.get("item") or args.get("when")
    return Move(
        act.kind,
        items=(str(named),) if named else (),
        packages=packages,
        gives=tuple(args.get("gives", ())),
        final=bool(args.get("final")),
        rider=rider.kind if rider else None,
        rider_item=rider.args.get("item") if rider else None,
        words=words.strip() or None,
        signals=dict(signals) if signals is not None else None,
    )
