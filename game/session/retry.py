"""Going back to a turn: try it again with the answer hidden, then see what the review would have said there."""

from dataclasses import dataclass

from game.engine.notation import Move, parse
from game.review.marks import Decision
from game.review.review import Review, Reviewing
from game.session.entry import Entry
from game.session.game import Game, Refused
from game.session.play import Session
from game.session.replay import again
from game.session.review_text import title
from game.session.reviewing import record_of, standards
from game.session.set_off import set_off
from game.session.suggesting import suggested
from game.session.usual import usual_move

#: The longest best line, in turns of the player.
LONGEST = 30


def before(game: Game, turn: int) -> Game:
    """The game as it stood before the player's turn of that number. Raises Refused when there is none."""
    own = [at for at, e in enumerate(game.entries) if e.said.seat == game.player and e.told.turn == turn and turn > 0]
    if not own:
        last = max((entry.told.turn for entry in game.entries if entry.said.seat == game.player), default=0)
        raise Refused(f"There is no turn {turn} of yours; your turns go from 1 to {last}." if last else
                      "You said nothing at the table, so there is no turn to go back to.")  # fmt: skip
    return again(game, [entry.said for entry in game.entries[: own[0]]])


@dataclass(frozen=True)
class Tried:
    """What came of another try: whether it was right, the game after the answer, and its decision."""

    right: bool
    game: Game
    decision: Decision


def tried(position: Game, move: Move, weight: float | None = None) -> Tried:
    """Try a move at a turn. Raises Refused."""
    session = Session(position)
    session.submit(move)
    return judged_try(position, session.game, weight)


def judged_try(position: Game, game: Game, weight: float | None = None) -> Tried:
    """The verdict on a game that went on from a position: right is what is not worse than the best for sure."""
    record = record_of(game, weight, since=len(position.entries))
    decision = Reviewing(record, standards()).finish().decisions[0]
    return Tried(decision.interval[0] <= 0, game, decision)


def verdict(found: Tried) -> str:
    """The verdict on another try in a sentence."""
    if found.right:
        return "Right: nothing was found that is better for sure."
    low, high = found.decision.interval
    return f"Not yet: {title(found.decision)}, between {low:.0f} and {high:.0f} points behind the best."


def would_have(position: Game, decision: Decision) -> list[str]:
    """The suggestion at a turn: its sentence, the answer it would have got, what it would have set off."""
    session = Session(position)
    entries = session.submit(parse(decision.suggestion)).entries
    return [*(_told(session.game, entry) for entry in entries if entry.words), *_set_off(session.game, entries)]


def _set_off(game: Game, entries: tuple[Entry, ...]) -> list[str]:
    own = [entry for entry in entries if entry.said.seat == game.player and entry.told.turn > 0]
    return [set_off(game, own[0])] if own else []


def _told(game: Game, entry: Entry) -> str:
    who = "You" if entry.said.seat == game.player else game.stage.name(entry.said.seat)
    return f'{who}: "{entry.words}"'


def best_line(position: Game, first: Move | None = None) -> list[str]:
    """How a strong player would have gone on from here, as dialogue, against this counterpart, to the end."""
    session, lines = Session(position), []
    light = standards().lighter()
    for _ in range(LONGEST):
        if session.game.over:
            break
        talking = session.game.talking
        move = (first or suggested(session.game, light).move) if talking else usual_move(session.game)
        first = None
        lines += [_told(session.game, entry) for entry in session.submit(move).entries if entry.words]
    return lines


def worst_turn(review: Review) -> int | None:
    """The turning point where most was lost, None if nothing was marked."""
    turns = [each for each in review.decisions if each.turn in review.turning_points and each.loss > 0]
    return max(turns, key=lambda each: each.loss).turn if turns else None
