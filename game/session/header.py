"""The first line of a journal: which game it is, and whether this program can go on with it."""

from typing import Any

from game import __version__
from game.engine.version import RULES
from game.session.carried import from_json
from game.session.game import Game, new_game
from game.session.journal import FORMAT
from game.session.stage import Stage


def header_of(game: Game, assist: str, when: str) -> dict[str, Any]:
    """The header of a game that starts now; ``when`` is the caller's clock, as it is to be shown."""
    names = game.stage.tables.names
    return {
        "kind": "game",
        "format": FORMAT,
        "scenario": game.stage.scenario.id,
        "title": game.stage.scenario.title,
        "file": str(game.stage.path),
        "digest": game.stage.digest,
        "rules": RULES,
        "game": __version__,
        "seed": game.seed,
        "seats": dict(zip(names.seats, game.kinds, strict=True)),
        "hands": {seat: names.hands[n][game.own(n, "hand")] for n, seat in enumerate(names.seats)},
        "assist": assist,
        "when": when,
    } | _where_it_differs(game)


def _where_it_differs(game: Game) -> dict[str, Any]:
    """What most games do not have: an earlier game to go on from, another language."""
    after = {"after": game.carried.as_json()} if game.carried is not None else {}
    return after | ({"language": game.stage.language} if game.stage.language else {})


def why_changed(header: dict[str, Any], stage: Stage) -> str:
    """Why a stored game cannot be played on with this stage, as a sentence; empty if it can."""
    if header.get("rules") != RULES:
        return "The rules of the game have changed since; this game can only be looked at."
    if header.get("digest") != stage.digest:
        return "The scene or the general reactions have changed since; this game can only be looked at."
    return ""


def game_of(header: dict[str, Any], stage: Stage) -> Game:
    """The game of a header, before its first move. Raises ValueError when the header does not fit the stage."""
    names, seats, hands = stage.tables.names, header.get("seats"), header.get("hands")
    if not isinstance(seats, dict) or not isinstance(hands, dict) or not isinstance(header.get("seed"), int):
        raise ValueError("the first line of the journal does not say who plays")
    kinds = [str(seats.get(seat)) for seat in names.seats]
    held = [str(hands.get(seat)) for seat in names.seats]
    known = all(kind in ("person", "script") for kind in kinds)
    if not known or any(hand not in names.hands[seat] for seat, hand in enumerate(held)):
        raise ValueError("the first line of the journal names seats or hands that the scene does not have")
    return new_game(stage, header["seed"], (kinds[0], kinds[1]), (held[0], held[1]), from_json(header.get("after")))
