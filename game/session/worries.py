"""Whether what the player worried about came true, where the record of a finished game can tell."""

from game.scenario.model import Sign
from game.session.feelings import deeds, other_of, themes_felt
from game.session.game import Game
from game.session.line_fit import allows, has_terms


def came_true(game: Game, worry: str, refused: bool) -> bool | None:
    """Whether a worry of the player's (its id) came true; None where that is for the player to judge.

    ``refused`` says whether the other said no to an offer.
    """
    signs = game.stage.seat(game.player).came_true.get(worry)
    return any(_shows(game, sign, refused) for sign in signs) if signs and game.over else None


def _shows(game: Game, sign: Sign, refused: bool) -> bool:
    other, tables = other_of(game), game.stage.tables
    package = game.column("package") if game.outcome == "deal" else -1
    return (
        allows(sign.ended, {game.outcome})
        and has_terms(sign.terms, tables, package)
        and allows(sign.themes, themes_felt(game))
        and allows(sign.after, deeds(game, other))
        and allows(sign.hand, {tables.names.hands[other][game.own(other, "hand")]})
        and (refused or not sign.refused)
    )
