"""A beat right after a no, for the player: take it in by naming it or by breathing, or press on."""

from game.engine.notation import Move
from game.session.choices import may
from game.session.lookback import is_no
from game.session.play import Session

#: What can be typed then, and the act it is.
BEATS = {"say it": "acknowledge", "breathe": "silence"}
_OFFERED = (
    "That was a no. It can be taken in before it is answered: 'say it' names how it lands, 'breathe' lets it stand "
    "for a moment. Or press on."
)


def beat_offered(session: Session) -> str:
    """The sentence that offers the beat: after the first no of each meeting; empty otherwise."""
    game = session.game
    last = len(game.entries) - 1
    if last < 1 or not is_no(game, last):
        return ""
    meeting = game.entries[last].told.meeting
    earlier = any(game.entries[n].told.meeting == meeting and is_no(game, n) for n in range(1, last))
    return "" if earlier else _OFFERED


def beat_taken(session: Session, line: str) -> Move | None:
    """The move of a beat that was typed right after a no; None for anything else."""
    game = session.game
    act = BEATS.get(line.strip().lower().rstrip("."))
    if act is None or len(game.entries) < 2 or not is_no(game, len(game.entries) - 1):
        return None
    move = Move(act)
    return move if may(game, move) else None
