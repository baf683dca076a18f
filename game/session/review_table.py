"""Reviews of many games as one table, for a teacher: how each went, which faults recur, which practices are missing."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.review.review import Review
from game.session.debrief import Debrief, debrief
from game.session.game import Game
from game.session.journal import JournalError
from game.session.phrases import phrases
from game.session.replay import Changed
from game.session.review_words import FAULTS
from game.session.reviewing import NotReviewable, review_of


@dataclass(frozen=True)
class Row:
    """One journal; ``note`` says why there is nothing else, if there is nothing else."""

    path: Path
    game: Game | None = None
    review: Review | None = None
    debrief: Debrief | None = None
    note: str = ""


def table_of(journals: Sequence[Path], read: Callable[[Path], Game], weight: float | None) -> list[Row]:
    """Review every journal; one that cannot be reviewed gets a note."""
    return [_row(path, read, weight) for path in journals]


def _row(path: Path, read: Callable[[Path], Game], weight: float | None) -> Row:
    try:
        game = read(path)
        return Row(path, game, review_of(game, weight), debrief(game))
    except (JournalError, Changed, NotReviewable) as error:
        return Row(path, note=str(error))


def fault_counts(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """For each fault: in how many games it was found, and how often; the commonest first."""
    times: Counter[str] = Counter()
    games: Counter[str] = Counter()
    for row in rows:
        found = [each.fault for each in row.review.decisions if each.fault] if row.review else []
        times.update(found)
        games.update(set(found))
    return {name: (games[name], times[name]) for name in sorted(FAULTS, key=lambda name: (-games[name], -times[name]))
            if times[name]}  # fmt: skip


def lacking(rows: Sequence[Row]) -> dict[str, int]:
    """For each practice: in how many games it was not shown; the commonest first."""
    missing = Counter(each.name for row in rows if row.debrief for each in row.debrief.practices if not each.met)
    return dict(sorted(missing.items(), key=lambda each: (-each[1], each[0])))


def table_json(rows: Sequence[Row]) -> dict[str, Any]:
    """The table as JSON."""
    return {
        "games": [_game_json(row) for row in rows],
        "faults": {name: {"games": games, "times": times} for name, (games, times) in fault_counts(rows).items()},
        "lacking": [
            {"practice": name, "title": phrases().practices[name].title, "games": count}
            for name, count in lacking(rows).items()
        ],
    }


def _game_json(row: Row) -> dict[str, Any]:
    if row.game is None or row.review is None or row.debrief is None:
        return {"file": str(row.path), "note": row.note}
    return {
        "file": str(row.path),
        "scenario": row.game.stage.scenario.id,
        "outcome": row.game.outcome,
        "deal_value": row.debrief.numbers.deal_value,
        "accuracy": None if row.review.accuracy is None else round(row.review.accuracy, 1),
        "turning_points": list(row.review.turning_points),
        "faults": sorted({each.fault for each in row.review.decisions if each.fault}),
    }


def as_table(rows: Sequence[Row]) -> list[str]:
    """The table as lines."""
    lines = ["game                            deal value  accuracy  faults"]
    for row in rows:
        if row.game is None or row.review is None or row.debrief is None:
            lines.append(f"{row.path.name[:30]:30}  {row.note}")
            continue
        faults = ", ".join(sorted({each.fault for each in row.review.decisions if each.fault})) or "none"
        sure = "-" if row.review.accuracy is None else f"{row.review.accuracy:.0f}"
        lines.append(f"{row.path.name[:30]:30}  {row.debrief.numbers.deal_value:10.0f}  {sure:>8}  {faults}")
    told = sum(row.review is not None for row in rows)
    lines += ["", f"Faults, in how many of {told} games (and how often):"]
    lines += [f"  {name}: {games} ({times})" for name, (games, times) in fault_counts(rows).items()] or ["  none"]
    lines += ["", "Practices not shown yet, in how many games:"]
    return lines + [f"  {phrases().practices[name].title}: {count}" for name, count in lacking(rows).items()]
