"""Outside sentences for training (``--corpus DIR``): people bargaining over camping supplies, and over a donation.

They are not ours and do not come with the game (see assets/CREDITS.md); the weights trained on them do. Only what maps
plainly to an act of ours is used, and lightly: these people talk about other things.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.reader.training.sentences import UNCLEAR, Sentence

_FILES = ("casino_trainvalid", "p4g_persuadee_train", "p4g_persuader_train", "receptive_train", "warmtough_train_phone")
#: Dialogue acts of persuasion for a donation that are acts of ours; talk about the charity is off the subject.
_DONATION = {
    "greeting": "chat", "thank": "credit", "praise-user": "credit", "closing": "leave",
    "task-related-inquiry": UNCLEAR, "credibility-appeal": UNCLEAR, "donation-information": UNCLEAR,
    "provide-donation-procedure": UNCLEAR, "ask-org-info": UNCLEAR, "ask-donation-procedure": UNCLEAR,
    "emotion-appeal": UNCLEAR, "personal-story": UNCLEAR,
}  # fmt: skip
_WEIGHT = 0.25
#: At most so many lines of each act: there are thousands of some.
_AT_MOST = 150


def outside_sentences(folder: Path) -> list[Sentence]:
    """The outside lines that are an act of ours; an empty list where the files are missing."""
    counts: dict[str, int] = {}
    kept = []
    for row in (*_rows(folder, "p4g_persuadee_train"), *_rows(folder, "p4g_persuader_train")):
        kind = _DONATION.get(str(row["label"]))
        if kind is None or not 2 <= len(str(row["text"]).split()) <= 30 or counts.get(kind, 0) >= _AT_MOST:
            continue
        counts[kind] = counts.get(kind, 0) + 1
        kept.append(Sentence(str(row["text"]), kind, clear=kind != UNCLEAR, weight=_WEIGHT))
    return kept + [
        Sentence(str(row["text"]), "offer", signals={"warmth": 0.6 if row["warm"] else 0.15}, weight=0.0)
        for row in _rows(folder, "warmtough_train_phone")
    ]


def outside_texts(folder: Path) -> Iterator[str]:
    """Every outside line: the words that people know."""
    return (str(row["text"]) for name in _FILES for row in _rows(folder, name))


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
