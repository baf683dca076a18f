"""A typed line in the window: a move, or the page that asks back or makes sure."""

from game.engine.notation import Move
from game.scenario.words import PACKAGE_ACTS
from game.screens.pages import FINAL_ACTS, Page, meaning_page, sure_page
from game.session.play import Session
from game.session.typed import AskedBack
from game.session.typed import understood as heard


def understood(session: Session, line: str) -> Move | Page:
    """The move that a line means, or the page that asks back. Raises Refused with a sentence for bad notation."""
    found = heard(session, line)
    if isinstance(found, AskedBack):
        return meaning_page(session, found, lambda move: _sure(session, move))
    return _sure(session, found)


def _sure(session: Session, move: Move) -> Move | Page:
    asked = move.act in (*PACKAGE_ACTS, *FINAL_ACTS)
    return sure_page(session, move, lambda: move) if asked else move
