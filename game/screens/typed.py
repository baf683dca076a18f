"""A typed line: notation if it is notation, else own words for the reader; what is unclear is asked back."""

import re

from game.engine.notation import Move, NotUnderstood, parse
from game.reader.reading import Reading, to_move
from game.scenario.words import PACKAGE_ACTS
from game.screens.pages import FINAL_ACTS, Page, meaning_page, sure_page
from game.session.play import Refused, Session

#: What nobody writes in a sentence: it was meant as notation, so its mistakes are named.
_NOTATION = re.compile(r"\b[a-z_]+=\S|#[a-z]|^\s*(?:trade|offers)\b.*[={]")


def understood(session: Session, line: str) -> Move | Page:
    """The move that a line means, or the page that asks back. Raises Refused with a sentence for bad notation."""
    try:
        return _sure(session, parse(line))
    except NotUnderstood as error:
        if _NOTATION.search(line):
            raise Refused(f"{str(error)[:1].upper()}{str(error)[1:]}.") from None
    reading: Reading = session.reading(line.strip().strip('"'))
    if reading.unclear or not reading.moves:
        return meaning_page(session, reading)
    return _sure(session, to_move(reading))


def _sure(session: Session, move: Move) -> Move | Page:
    asked = move.act in (*PACKAGE_ACTS, *FINAL_ACTS)
    return sure_page(session, move, lambda: move) if asked else move
