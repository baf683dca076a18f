"""Players that listen to the review: one who always follows it, one who only takes back what it calls a mistake."""

from game.engine.notation import Move
from game.review.choices import as_moves, choice_of, move_of
from game.review.marks import mark_of
from game.review.record import Ply
from game.review.review import Reviewing
from game.review.rollouts import ends
from game.session.game import Game
from game.session.play import Session
from game.session.reviewing import record_of, standards
from game.session.suggesting import suggested
from game.session.usual import usual_move
from game.session.written import Said, numbers
from tests.review.games import opened, policy_move


def follow(session: Session) -> Session:
    """Play to the end with the review's first suggestion at each turn."""
    while not session.game.over:
        game = session.game
        session.submit(suggested(game).move if game.talking else usual_move(game))
    return session


def careful(scene: str, seed: int, policy: str) -> Session:
    """A game of a policy that plays the suggestion instead wherever its own move would be called a mistake."""
    session = opened(scene, seed, 0, policy)
    while not session.game.over:
        move = policy_move(session.game, policy)
        session.submit(_unless_a_mistake(session.game, move) if session.game.talking else move)
    return session


def _unless_a_mistake(game: Game, move: Move) -> Move:
    record = record_of(game)
    moves = numbers(game.stage.tables, game.state, Said(game.player, move))
    ply = Ply(game.player, as_moves([choice_of(moves)]), game.state, game.state, game.own(game.player, "turns") + 1)
    record = record.going_on(ply)
    chosen = standards().lighter()
    judged = Reviewing(record, chosen).finish().decisions[-1].judged
    bad = mark_of(judged, chosen) in ("mistake", "blunder")
    return move_of(record, game.state, judged.best.choice) if bad else move


def value(game: Game) -> float:
    """What an ended game is worth to the player by the scene's own weight, points."""
    return int(ends(record_of(game), game.state).value[0]) / 100
