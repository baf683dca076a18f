"""Growth over games, read from the journals: behaviours, deals and relationship. There is no single grade."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.session.journal import JournalError, read_journal
from game.session.shelf import Summary, list_journals
from game.session.undo import effective

#: How many of the last games are held against those before.
RECENT = 5


@dataclass(frozen=True)
class Played:
    """One finished game: deal value in points, the relationship as they feel it (1..7), practice -> shown or not."""

    scenario: str
    when: str
    outcome: str
    deal_value: float
    relationship: float
    practices: dict[str, bool]


@dataclass(frozen=True)
class Habit:
    """One practice over games: in how many of how many it showed, before and in the last ones."""

    name: str
    shown: int
    games: int
    recent: int
    recent_games: int

    @property
    def trend(self) -> int:
        """1 more often lately, -1 less often, 0 as before or too few games to say."""
        before = self.games - self.recent_games
        if before < 2 or self.recent_games < 2:
            return 0
        gap = self.recent / self.recent_games - (self.shown - self.recent) / before
        return (gap > 0.2) - (gap < -0.2)


def played(folder: Path, scenario: str | None = None) -> list[Played]:
    """The finished games of a folder, oldest first; files that cannot be read are passed over."""
    found = [_played(each) for each in reversed(list_journals(folder)) if scenario in (None, each.scenario)]
    return [each for each in found if each is not None]


def _played(summary: Summary) -> Played | None:
    told = (summary.outcome or {}).get("debrief")
    if not isinstance(told, dict):
        return None
    try:
        outcome = told["outcome"]
        return Played(
            summary.scenario,
            summary.when,
            str(outcome["kind"]),
            float(outcome["deal_value"]),
            float(outcome["subjective_value"]["relationship"]),
            {str(each["name"]): bool(each["met"]) for each in told["process"]},
        )
    except (KeyError, TypeError, ValueError):  # written by another version, or by hand
        return None


def habits(games: Iterable[Played]) -> list[Habit]:
    """Every practice, those shown least often first."""
    every = list(games)
    late = every[-RECENT:]
    names = dict.fromkeys(name for game in every for name in game.practices)
    found = [
        Habit(name, _shown(name, every), _known(name, every), _shown(name, late), _known(name, late)) for name in names
    ]
    return sorted(found, key=lambda habit: habit.shown / habit.games)


def _shown(name: str, games: list[Played]) -> int:
    return sum(game.practices.get(name, False) for game in games)


def _known(name: str, games: list[Played]) -> int:
    return sum(name in game.practices for game in games)


def last_aim(folder: Path, but: Path | None = None) -> str:
    """The practice chosen after the last game that was looked back on; empty if none was. ``but`` is left out."""
    for each in list_journals(folder):
        if each.path == but or each.outcome is None:
            continue
        aim = _aim_of(each.path)
        if aim is not None:
            return aim
    return ""


def _aim_of(path: Path) -> str | None:
    try:
        _, records, _ = read_journal(path)
    except JournalError:
        return None
    told: list[Any] = [record.get("aim") for record in effective(records) if record["kind"] == "reflection"]
    return str(told[-1] or "") if told else None
