"""What ``prepared_and_calm``, the policy that does what the game teaches, would do in a person's place."""

from game.engine.notation import Move
from game.engine.view import view_of
from game.players.policies.prepared_and_calm import prepared_and_calm
from game.session.game import Game
from game.session.written import written


def usual_move(game: Game) -> Move:
    """Its move for the player, whose turn it is, at the table or in preparation."""
    view = view_of(game.stage.tables, game.stage.own[game.player], game.state)
    moves = prepared_and_calm(view, game.luck.own(f"seat {game.player}"))
    return written(game.stage.tables, game.state, moves, game.player).move
