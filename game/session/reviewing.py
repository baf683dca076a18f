"""A game handed to the review: its record, the standards, and the ways the player could have said things."""

from functools import cache

from game.library import asset
from game.review.record import Ply, Record
from game.review.review import Review, Reviewing
from game.review.standards import Standards
from game.scenario.load import read_text
from game.scenario.positions import read_tree
from game.scenario.problem import BadFile, Problem, Unreadable
from game.session.game import Game
from game.session.wordings import Asked, candidates
from game.session.written import numbers


class NotReviewable(ValueError):
    """A game that cannot be reviewed; the message says why."""


@cache
def standards() -> Standards:
    """The numbers of ``assets/review.yaml``, read once. Raises NotFound or BadFile."""
    path = asset("review.yaml")
    data = read_tree(read_text(path), str(path)).data
    try:
        return Standards.model_validate(data)
    except ValueError as error:
        raise _unsound(str(path), error) from None


def _unsound(name: str, error: ValueError) -> BadFile:
    return Unreadable([Problem(name, 1, 1, f"the table of the review cannot be used: {error}", code="review-table")])


def record_of(game: Game, weight: float | None = None, since: int = 0) -> Record:
    """The game as the review reads it.

    Args:
        weight: of the relationship, 0..1; the scene's own if None. since: the place of the first entry to weigh.

    Raises:
        NotReviewable: it is a game between two people.
    """
    if game.kinds[1 - game.player] != "script":
        raise NotReviewable("Only a game against the scripted counterpart can be reviewed move by move.")
    stage, player = game.stage, game.player
    return Record(
        tables=stage.tables,
        player=player,
        plies=tuple(
            Ply(each.said.seat, numbers(stage.tables, each.before, each.said), each.before, each.after, each.told.turn)
            for each in game.entries
        ),
        sayings=lambda act, item: candidates(stage, Asked(act, item, player)),
        weight=round(1000 * weight_of(game, weight)),
        since=since,
    )


def reviewing(game: Game, weight: float | None = None, together: int | None = None) -> Reviewing:
    """A review to be worked out in slices, some decisions at a time. Raises NotReviewable."""
    return Reviewing(record_of(game, weight), standards(), together)


def review_of(game: Game, weight: float | None = None) -> Review:
    """The whole review. Raises NotReviewable."""
    return reviewing(game, weight).finish()


def weight_of(game: Game, weight: float | None) -> float:
    """The weight of the relationship that counts: the one given, else the scene's."""
    return game.stage.scenario.relationship_weight if weight is None else weight
