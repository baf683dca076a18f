"""Our own labelled sentences: one JSON object a line, in assets/reader/sentences_*.jsonl.

A line's ``held`` says that it is kept aside: training leaves it out, and only ``measure`` reads it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from game.engine.notation import Move, NotUnderstood, parse
from game.library import find_scenario
from game.scenario.load import load_scenario
from game.scenario.model import Scenario

#: The label of a line that asks for asking back: gibberish, off the subject, or truly open.
UNCLEAR = "unclear"


@dataclass(frozen=True)
class Sentence:
    """A line, who says it in which scene after which offers, and what it is labelled as."""

    text: str
    kind: str
    scene: str = ""
    """Empty: no scene of ours; then it is read in a scene of the reader's choosing."""
    seat: str = ""
    rider: str = ""
    also: str = ""
    move: str = ""
    theirs: Mapping[str, str] | None = None
    mine: Mapping[str, str] | None = None
    clear: bool = True
    why_unclear: str = ""
    """Why a line has to be asked back: gibberish, other_language, off_topic, half, ambiguous, off_grid."""
    signals: Mapping[str, float] = field(default_factory=dict)
    held: bool = False
    id: str = ""
    weight: float = 1.0

    @property
    def parts(self) -> set[str]:
        """Every act that is in the line."""
        return {name for name in (self.kind, self.rider, self.also) if name and name != UNCLEAR}

    @property
    def wanted(self) -> Move | None:
        """The labelled move, if it is one that notation can write."""
        try:
            return parse(self.move)
        except NotUnderstood:
            return None


def load_sentences(folder: Path) -> list[Sentence]:
    """All our sentences in a folder, the second labelling apart, in the files' order."""
    files = sorted(path for path in folder.glob("sentences*.jsonl") if "second" not in path.stem)
    return [
        _sentence(json.loads(line))
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _sentence(row: Mapping[str, Any]) -> Sentence:
    context = row.get("context") or {}
    clear = bool(row.get("clear", True))
    return Sentence(
        text=str(row["text"]),
        kind=str(row["kind"]) if clear and row.get("kind") else UNCLEAR,
        scene=str(row.get("scene") or ""),
        seat=str(row.get("seat") or ""),
        rider=str(row.get("rider") or ""),
        also=str(row.get("also") or ""),
        move=str(row.get("move") or ""),
        theirs=package(context.get("theirs")),
        mine=package(context.get("mine")),
        clear=clear,
        why_unclear=str(row.get("why_unclear") or ""),
        signals=row.get("signals") or {},
        held=bool(row.get("held")),
        id=str(row.get("id", "")),
    )


def package(written: str | None) -> dict[str, str] | None:
    """``salary=60000 remote=one`` as a package; None when nothing is written.

    >>> package("salary=60000 remote=one")
    {'salary': '60000', 'remote': 'one'}
    """
    return dict(part.split("=", 1) for part in written.split()) if written else None


@cache
def scene(name: str) -> Scenario:
    """An installed scene, read once."""
    return load_scenario(find_scenario(name))
