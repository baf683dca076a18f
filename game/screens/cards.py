"""The scenes of the title as cards: the short ones first, a scene that follows another one right after it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.library import scenario_files

if TYPE_CHECKING:
    from game.session.progress import Played

#: How much of a scene's file is looked at before it is read, in characters.
_HEAD: Final = 6000
_MINUTES, _FOLLOWS = re.compile(r"^minutes: *(\d+)", re.M), re.compile(r"^follows: *(\w+)", re.M)
_FIRST: Final = "flea_market"
"""The scene for somebody who has never done this."""


@dataclass
class Card:
    """One scene in the list: what is known of it so far."""

    id: str
    title: str
    text: str = ""
    stakes: str = ""
    practises: tuple[str, ...] = ()
    minutes: int = 0
    follows: str = ""
    seats: tuple[tuple[str, str], ...] = ()
    own: bool = False
    """Whether it is the user's, not one that came with the game."""
    results: str = ""
    broken: bool = False


def cards() -> list[Card]:
    """Every scene by what the head of its file says; it is read in full later."""
    files = scenario_files()
    found = [_glanced(name, path) for name, path in files.items()]
    return ordered(found)


def _glanced(name: str, path: Path) -> Card:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        head = ""
    minutes, follows = _MINUTES.search(head), _FOLLOWS.search(head)
    return Card(
        name, name.replace("_", " ").capitalize(), minutes=int(minutes[1]) if minutes else 0,
        follows=follows[1] if follows else "", own=path.parent.parent != _shipped(),
    )  # fmt: skip


def _shipped() -> Path:
    package = Path(__file__).resolve().parents[1]
    return package / "shipped" if (package / "shipped").is_dir() else package.parent


def ordered(found: Iterable[Card]) -> list[Card]:
    """By length, the first scene of all before the others of its length; the user's own come last."""
    every = sorted(found, key=lambda card: (card.own, card.minutes, card.id != _FIRST, card.id))
    ids = {card.id for card in every}
    after = [card for card in every if card.follows in ids - {card.id}]
    row = [card for card in every if card not in after]
    while after:
        left = [card for card in after if not _put_after(row, card)]
        if len(left) == len(after):  # they follow each other in a circle
            return [*row, *left]
        after = left
    return row


def _put_after(row: list[Card], card: Card) -> bool:
    at = next((n for n, each in enumerate(row) if each.id == card.follows), None)
    if at is not None:
        row.insert(at + 1, card)
    return at is not None


_ENDS: Final = {"deal": "a deal", "impasse_left": "you left", "impasse_walked": "they left",
                "impasse_time": "time ran out"}  # fmt: skip


def results(games: "Sequence[Played]") -> Mapping[str, str]:
    """Scene -> how often it was played, and how the last game ended: no grade, and no mean of things that differ."""
    found: dict[str, list[Played]] = {}
    for game in games:
        found.setdefault(game.scenario, []).append(game)
    return {scene: _said(of_it) for scene, of_it in found.items()}


def _said(games: "list[Played]") -> str:
    last, often = games[-1], len(games)
    times = {1: "once", 2: "twice"}.get(often, f"{often} times")
    end = _ENDS.get(last.outcome, last.outcome.replace("_", " "))
    worth = f", {last.deal_value:.0f} of 100 within reach" if last.outcome == "deal" else ""
    return f"Played {times}; last time: {end}{worth}"
