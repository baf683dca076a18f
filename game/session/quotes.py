"""Turns quoted in a sentence: ``turn 3, "What's behind the no?"``."""

from collections.abc import Iterable

from game.session.game import Game
from game.session.labels import listed

_LONGEST = 70


def words_at(game: Game, turn: int, seat: int) -> str:
    """What a seat said in its turn of that number; empty if nothing."""
    return next((e.words for e in game.entries if e.said.seat == seat and e.told.turn == turn), "")


def quoted(game: Game, turn: int, seat: int) -> str:
    """``turn 3, "..."``, long words cut at a word."""
    words = words_at(game, turn, seat)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " ..."
    return f'turn {turn}, "{words}"' if words else f"turn {turn}"


def shown_at(game: Game, turns: Iterable[int], seat: int, head: str = "", most: int = 2) -> str:
    """A clause in brackets that quotes the first turns and names the others; empty without turns."""
    every = sorted(set(turns))
    if not every:
        return ""
    said = "; ".join(quoted(game, turn, seat) for turn in every[:most])
    rest = every[most:]
    more = f"; also turn{'s' if len(rest) > 1 else ''} {listed(str(turn) for turn in rest)}" if rest else ""
    return f" ({head}{said}{more})"
