"""``play --watch``: a scene's file is saved, and the open game goes on with it.

The person's moves are played again from the start with the same seed and hand; scripted seats answer anew, because what
they say and want may have changed. A move that the new scene does not allow ends the replay there. A file with findings
changes nothing: they are told, and the game goes on with the scene as it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.engine.moves import Moves
from game.engine.notation import Move, write
from game.engine.view import view_of
from game.library import NotFound
from game.players.policies import POLICIES
from game.scenario.problem import BadFile
from game.scenario.words import ACTS
from game.session.game import Game, Refused, new_game, play
from game.session.play import Session
from game.session.replay import scripts
from game.session.stage import Stage, load_stage
from game.session.written import written

#: Seconds between two looks at the file.
EVERY = 0.5


@dataclass(frozen=True)
class Saved:
    """What came of a save: whether the game goes on with the new scene, and what to tell about it."""

    taken: bool
    told: tuple[str, ...]


class Watch:
    """One file, looked at again and again."""

    def __init__(self, path: Path, find: Callable[[str, str], Stage] = load_stage) -> None:
        self.path = path
        self._find = find
        self._seen = self._stamp()

    def look(self, session: Session) -> Saved | None:
        """Take the file if it was saved since the last look; None if it was not."""
        now = self._stamp()
        if now == self._seen or now is None:
            return None
        self._seen = now
        try:
            stage = self._find(str(self.path), session.game.stage.language)
        except (BadFile, NotFound) as error:
            head = f"{self.path.name} was saved with findings; the game goes on with the scene as it was."
            return Saved(False, (head, *str(error).splitlines()))
        session.game, note = replayed(session.game, stage)
        return Saved(True, (f"{self.path.name} was saved; the game goes on with it.", *note))

    def _stamp(self) -> tuple[int, int] | None:
        """What changes when the file is saved; None while it is not there (some editors replace it)."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


def replayed(old: Game, stage: Stage) -> tuple[Game, tuple[str, ...]]:
    """The person's moves of a game played again on another stage; what to tell if not all of them can be."""
    game = new_game(stage, old.seed, old.kinds, _hands(old, stage), old.carried)
    game = _after_scripts(game)
    own = [entry.said for entry in old.entries if old.kinds[entry.said.seat] == "person"]
    for number, said in enumerate(own, start=1):
        try:
            game = _after_scripts(play(game, said))
        except Refused as why:
            left = len(own) - number + 1
            what = f"Your last {left} moves are" if left > 1 else "Your last move is"
            return game, (f"{what} taken back, since the scene does not allow move {number} any more: {why}",)
    return game, ()


def _after_scripts(game: Game) -> Game:
    for after in scripts(game):
        game = after
    return game


def _hands(old: Game, stage: Stage) -> tuple[str | None, str | None]:
    """The hands of the old game where the new scene still has them; others are drawn again."""
    names = old.stage.tables.names.hands
    held = [names[seat][old.own(seat, "hand")] for seat in (0, 1)]
    first, second = (
        hand if hand in there else None for hand, there in zip(held, stage.tables.names.hands, strict=True)
    )
    return first, second


def played_until(session: Session, turn: int) -> Iterator[str]:
    """Play the player's seat well until it is their turn number ``turn``; yields each move in notation.

    The prepared, calm policy plays: a game that comes to most of what a scene has. It may end before.
    """
    while not session.game.over and session.game.own(session.seat, "turns") + 1 < turn:
        game, seat = session.game, session.seat
        view = view_of(game.stage.tables, game.stage.own[seat], game.state)
        moves = POLICIES["prepared_and_calm"](view, game.luck.own(f"seat {seat}"))
        move = _prepared(game, moves, written(game.stage.tables, game.state, moves, seat).move)
        session.submit(move)
        yield write(move)


def _prepared(game: Game, moves: Moves, move: Move) -> Move:
    """A move of preparation with what it names; a scripted seat, which never prepares, has no words for those."""
    item = int(moves.item[0])
    if move.act in ("target", "walk_away"):
        return replace(move, value=item / 100)
    if move.act == "plan_no":
        return replace(move, items=(ACTS[item],))
    if move.act == "moment":
        return replace(move, items=([m for meeting in game.stage.tables.names.moments for m in meeting][item],))
    return move
