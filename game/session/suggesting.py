"""What the review would do now: for the best line, for a player who follows it, and for hints during play."""

from dataclasses import dataclass

from game.engine.notation import Move
from game.review.choices import as_moves, move_of, usual
from game.review.judge import Judged
from game.review.record import Ply
from game.review.review import Reviewing
from game.review.standards import Standards
from game.session.game import Game
from game.session.reviewing import record_of, standards


@dataclass(frozen=True)
class Suggestion:
    """The move to make, and the verdict on the usual one that it rests on."""

    move: Move
    judged: Judged


def suggested(game: Game, with_standards: Standards | None = None) -> Suggestion:
    """The best move found for the player, whose turn at the table it is; the usual one unless another is better.

    Raises NotReviewable for a game between two people.
    """
    chosen = with_standards or standards().lighter()
    record = record_of(game)
    usually = usual(record, game.state)
    ply = Ply(game.player, as_moves([usually]), game.state, game.state, game.own(game.player, "turns") + 1)
    record = record.going_on(ply)
    judged = Reviewing(record, chosen).finish().decisions[-1].judged
    better = judged.gain.value + judged.gain.error < 0
    return Suggestion(move_of(record, game.state, judged.best.choice if better else usually), judged)
