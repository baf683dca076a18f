"""A class as CSV, one row per seat. Cells that a spreadsheet would take for a formula are made plain text."""

import csv
import io
from typing import Any, Final

from game.host.classroom import Classroom
from game.host.results import PairResult, results
from game.host.survey import FACTORS
from game.session.labels import sheet
from game.session.phrases import phrases

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def plain(cell: Any) -> Any:
    """A cell that no spreadsheet executes: text that starts like a formula gets an apostrophe before it.

    >>> plain("=1+1"), plain(" @x"), plain(-3.5), plain("Ann")
    ("'=1+1", "' @x", -3.5, 'Ann')
    """
    if isinstance(cell, str) and cell.lstrip().startswith(_STARTS):
        return f"'{cell}"
    return "" if cell is None else cell


def columns() -> list[str]:
    """The first row."""
    return [
        "round", "pair", "seat", "name", "held_by", "outcome", "agreed", "worth", "deal_value", "joint_value",
        "first_offer_worth", "questions", "offers", "turns", "confidence_before", "confidence_after",
        *(f"felt_{factor}" for factor in FACTORS), *(f"practice_{name}" for name in phrases().practices),
        "turned", "aim",
    ]  # fmt: skip


def as_csv(room: Classroom) -> str:
    """Every round of a class."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns())
    for number in range(len(room.rounds)):
        for found in results(room, number):
            for seat in (0, 1):
                writer.writerow([plain(cell) for cell in _row(room, number, found, seat)])
    return out.getvalue()


def _row(room: Classroom, number: int, found: PairResult, seat: int) -> list[Any]:
    person = room.people.get(found.people[seat] or "")
    factors, practices = found.factors[seat], found.practices[seat]
    aim = person.answers.get((0, "aim"), {}).get("aim", "") if person else ""
    watched = person.answers.get((number, "watch"), {}).get("turned", "") if person else ""
    return [
        number + 1, found.pair + 1, room.stage.seat(seat).id, person.name if person else "",
        "script" if person is None else "bot" if person.bot else "person", found.outcome[seat],
        sheet(room.stage.scenario, found.package) if found.package else "", found.utility[seat],
        found.deal_value[seat], found.joint, found.first[seat], found.questions[seat], found.offers[seat], found.turns,
        *found.confidence[seat], *(factors[factor] if factors else None for factor in FACTORS),
        *((int(practices.get(name, False)) if practices else None) for name in phrases().practices), watched, aim,
    ]  # fmt: skip
