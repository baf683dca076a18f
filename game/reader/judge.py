"""What a line is taken for: the model's likeliest act that can be built, how sure that is, and what else it may be.

Sureness is calibrated: lines that were read with 0.9 were right nine times in ten, measured on lines that the model
had not been trained on (``training/calibrate.py``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from game.reader.building import build, choices, package_of
from game.reader.by_rules import COMMITTING, Work
from game.reader.model import UNCLEAR, Opinion, telling_words
from game.reader.reading import ReadMove
from game.reader.weights import Weights
from game.scenario.words import PACKAGE_ACTS

#: How many of the model's likeliest acts are looked at.
_LOOK_AT = 4
#: What is left of an offer's chance when nothing that could be offered is named.
_NOTHING_NAMED = 0.1
#: The model overrules the rules' trade when an offer is so many times likelier.
_CLEARLY = 2.0
#: What sureness is made of, in the order of the calibration's settings.
CLUES = (
    "certainty", "lead", "rules agree", "rules object", "rules ask", "item at hand", "strange", "commits",
    "values", "left out", "long offer",
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """The likeliest act; ``move`` is None when it cannot be built or the line is no move at all."""

    kind: str
    move: ReadMove | None
    candidates: tuple[ReadMove, ...]
    clues: tuple[float, ...]
    """The numbers behind the sureness, as ``CLUES``."""


def judge(done: Work, heard: Opinion, weights: Weights) -> Verdict:
    """What the line is taken for before anything is decided about asking back."""
    kinds = list(_packages_as_one(done, heard.kinds).items())
    kind, likely = kinds[0]
    runner_up = kinds[1][1] if len(kinds) > 1 else 0.0
    built = {name: _built(done, heard, name, weights) for name, _ in kinds[:_LOOK_AT] if name != UNCLEAR}
    move = built.get(kind)
    candidates = choices(done, "offer", (0, 0), "") if done.table.doubts else []
    for name, each in built.items() if not done.table.doubts else ():
        candidates += [each] if each is not None else choices(done, name, *_why(done, heard, name, weights))
    return Verdict(
        kind if move is None else move.kind,
        move,
        tuple(_distinct(candidates))[:3],
        _clues(done, heard, kind, likely, runner_up, move),
    )


def _packages_as_one(done: Work, kinds: Mapping[str, float]) -> dict[str, float]:
    """The acts with a package as one, under the name of the structure that was found or that the model hears."""
    move = package_of(done)
    name = _structure(move, kinds)
    named = move is not None or any(each.doubts for each in done.named) or bool(done.table.doubts)
    joined: dict[str, float] = {}
    for kind, likely in kinds.items():
        key = name if kind in PACKAGE_ACTS else kind
        joined[key] = joined.get(key, 0.0) + likely * (_NOTHING_NAMED if key == name and not named else 1.0)
    return dict(sorted(joined.items(), key=lambda pair: -pair[1]))


def _structure(move: ReadMove | None, kinds: Mapping[str, float]) -> str:
    """Offer, offers or trade: the rules' structure, unless the model is clearly for the other of offer and trade."""
    if move is None:
        return "offer"
    offer, trade = kinds.get("offer", 0.0), kinds.get("trade", 0.0)
    if move.kind == "offer" and len(move.args.get("package", ())) > 1 and trade > offer:
        return "trade"
    return "offer" if move.kind == "trade" and offer > _CLEARLY * trade else move.kind


def _why(done: Work, heard: Opinion, kind: str, weights: Weights) -> tuple[tuple[int, int], str]:
    if kind in PACKAGE_ACTS or any(move.kind == kind for read_here in done.found for move in read_here):
        return (0, len(done.folded)), "model"  # the rule that heard it says why
    span, words = telling_words(done, heard, weights, kind)
    return span, "model: " + ", ".join(words) if words else "model"


def _built(done: Work, heard: Opinion, kind: str, weights: Weights) -> ReadMove | None:
    return build(done, kind, *_why(done, heard, kind, weights))


def _distinct(moves: list[ReadMove]) -> list[ReadMove]:
    kept: list[ReadMove] = []
    for move in moves:
        if all((move.kind, move.args) != (other.kind, other.args) for other in kept):
            kept.append(move)
    return kept


def _clues(
    done: Work, heard: Opinion, kind: str, likely: float, runner_up: float, move: ReadMove | None
) -> tuple[float, ...]:
    ruled = done.reading.moves[0].kind if done.reading.moves else ""
    return (
        math.log(max(likely, 1e-4) / max(1 - likely, 1e-4)),
        math.log(max(likely, 1e-4) / max(runner_up, 1e-4)),
        float(ruled == kind),
        float(bool(ruled) and ruled != kind),
        float(done.reading.unclear),
        float(move is not None and move.why != "named" and not move.why.startswith("model")),
        heard.strange,
        float(kind in COMMITTING),
        *_offer_clues(done, move),
    )


def _offer_clues(done: Work, move: ReadMove | None) -> tuple[float, float, float]:
    """How many terms an offer names, how many that were named it leaves out, and whether it is said at length."""
    if move is None or move.kind not in PACKAGE_ACTS:
        return (0.0, 0.0, 0.0)
    packages = move.args.get("packages") or [move.args.get("package", {})]
    used = {issue for package in packages for issue in package}
    said = {value.issue for named in done.named for value in named.values}
    return (float(min(len(used), 4)), float(len(said - used)), float(len(done.folded.split()) > 16))


def sureness(clues: tuple[float, ...], settings: Mapping[str, float]) -> float:
    """The calibrated chance, 0..1, that the reading is right."""
    score = settings.get("sure", 0.0)
    score += sum(settings.get(f"sure {name}", 0.0) * clue for name, clue in zip(CLUES, clues, strict=True))
    return 1 / (1 + math.exp(-min(max(score, -30.0), 30.0)))
