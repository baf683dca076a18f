"""The handbook: what the game teaches, a page each, with a moment to try it in. Read from ``assets/handbook``."""

import textwrap
from functools import cache
from typing import Literal

from pydantic import Field

from game.engine.notation import parse
from game.library import asset
from game.scenario.load import read_text
from game.scenario.positions import read_tree
from game.scenario.reaction import Part
from game.session.play import Session
from game.session.stage import Stage, load_stage


class Trial(Part):
    """A moment to try a page in: ``moves`` (notation) are played for the player, then it is their turn."""

    scenario: str
    hand: str
    seed: int
    moves: list[str]
    what: str
    """What to try, in a sentence; never which line to pick."""


class Page(Part):
    """One page."""

    id: str
    title: str
    teaches: list[str]
    """Rows of ``techniques.yaml``."""
    text: list[str]
    shows: list[tuple[str, str]]
    """How it sounds: who, and what they say; nobody ('') for what happens."""
    trial: Trial = Field(alias="try")


class _Pages(Part):
    format: Literal["1"]
    pages: list[Page]


@cache
def pages() -> dict[str, Page]:
    """Every page by id, in reading order. Raises NotFound or BadFile when the asset is missing or unreadable."""
    path = asset("handbook/pages.yaml")
    found = _Pages.model_validate(read_tree(read_text(path), str(path)).data)
    return {page.id: page for page in found.pages}


def as_text(page: Page) -> list[str]:
    """A page as paragraphs."""
    said = [f"{who}: {textwrap.shorten(words, 400)}" if who else words for who, words in page.shows]
    return [page.title, *page.text, *said, f"To try: {page.trial.what}"]


def begin_trial(page: Page, stage: Stage | None = None, seed: int | None = None, **new: object) -> Session:
    """A game at the page's moment, the player to move; ``new`` goes to ``Session.new``.

    Raises Refused when the moment cannot be reached with another seed.
    """
    stage = stage or load_stage(page.trial.scenario)
    hands = tuple(
        page.trial.hand if any(hand.id == page.trial.hand for hand in seat.hands) else None
        for seat in stage.scenario.seats
    )
    session = Session.new(stage, page.trial.seed if seed is None else seed, hands=hands, **new)  # type: ignore[arg-type]
    for move in page.trial.moves:
        session.submit(parse(move))
    return session
