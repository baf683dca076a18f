"""Short games for the review: a sound opening played by a policy, then lines of a script, the last of them the point.

A script is notation with places: ``{88}`` is a package worth about 88 to the player that leaves the other as much as
can be, ``{floor}`` one hardly better than no deal, ``{waste 60}`` one that is worth about 60 and leaves much for
nobody, ``{last}`` one's own last offer again. So the same script fits every scene, whatever its numbers are.
"""

import re
from functools import cache

import numpy as np

from game.engine.columns import SEAT
from game.engine.notation import Move
from game.engine.view import View, view_of
from game.players.policies import POLICIES
from game.session.game import Game
from game.session.play import Session, parse
from game.session.stage import Stage, load_stage
from game.session.written import written

SCENES = ("raise_request", "dealer_rebate", "dealer_renewal", "procurement_pressure")
_PLACE = re.compile(r"\{([a-z]* ?\d*)\}")


@cache
def stage(scene: str) -> Stage:
    """A shipped scene, read once."""
    return load_stage(scene)


def opened(scene: str, seed: int, turns: int, policy: str = "prepared_and_calm", hand: str | None = None) -> Session:
    """A game that a policy has played for some turns at the table (0: prepared and sat down), against a hand."""
    session = Session.new(stage(scene), seed, hands=(None, hand))
    while not session.game.over and not (session.game.talking and session.game.own(0, "turns") >= turns):
        session.submit(policy_move(session.game, policy))
    return session


def played_out(session: Session, policy: str = "prepared_and_calm") -> Session:
    """The game played to its end by a policy."""
    while not session.game.over:
        session.submit(policy_move(session.game, policy))
    return session


def policy_move(game: Game, policy: str) -> Move:
    """What a policy does in the first seat now, as a written move."""
    moves = POLICIES[policy](_view(game), game.luck.own("seat 0"))
    return written(game.stage.tables, game.state, moves, 0).move


def said(session: Session, *lines: str) -> Session:
    """Submit lines with their places filled; stops at the end of the game."""
    for line in lines:
        if not session.game.over:
            session.submit(parse(_PLACE.sub(lambda place: _terms(session.game, place[1]), line)))
    return session


def _view(game: Game) -> View:
    return view_of(game.stage.tables, game.stage.own[0], game.state)


def _terms(game: Game, place: str) -> str:
    """A package in notation, every issue named."""
    return " ".join(
        f"{issue}={option}" for issue, option in game.stage.tables.options_of(_package(game, place)).items()
    )


def _package(game: Game, place: str) -> int:
    kind, _, number = place.rpartition(" ")
    if place == "last":
        return int(game.state.table[0, 0, 0])
    if kind == "waste":
        return _waste(game, 100 * int(number))
    held = int(game.state.seat[0, 0, SEAT["reservation"]])
    level = held + 300 if place == "floor" else 100 * int(number)
    return int(_view(game).rung(np.array([level], np.int32))[0])


def _waste(game: Game, level: int) -> int:
    """Of the packages worth about ``level`` to the player the worst for the other seat's hands together."""
    tables = game.stage.tables
    worth = tables.worth[0, game.own(0, "hand")]
    near = np.flatnonzero((abs(worth - level) <= 300) & tables.possible.all(axis=0))
    theirs = tables.worth[1, : tables.hand_count[1]].sum(axis=0)
    return int(near[theirs[near].argmin()])
