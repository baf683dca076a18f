"""Say it again, stronger: a line of the player's rewritten, and the difference in what would be heard.

Nothing of it counts: the game that was played stays as it was.
"""

from dataclasses import dataclass

from game.reader.reading import Reading, as_json
from game.scenario.words import SIGNALS
from game.session.game import Game
from game.session.heard import noticed
from game.session.labels import ACT_LABELS

_NAMES = {"confidence": "sure", "desperation": "in need", "warmth": "warm", "hostility": "hostile",
          "gloating": "gloating"}  # fmt: skip
#: A signal that moved by less is the same.
_NOTICED = 0.05


@dataclass(frozen=True)
class Line:
    """One of the player's own lines: its turn, its words, and how weak it sounded (0 and more)."""

    turn: int
    words: str
    weakness: float


def worth_saying_again(game: Game, most: int = 3) -> list[Line]:
    """The player's own lines that sounded weakest, the weakest first; only where there is something to gain."""
    lines = [
        Line(entry.told.turn, entry.words, _weakness(entry.said.reading["signals"]))
        for entry in game.entries
        if entry.said.seat == game.player and entry.said.reading
    ]
    return sorted((line for line in lines if line.weakness >= 0.2), key=lambda line: -line.weakness)[:most]


def _weakness(signals: dict[str, float]) -> float:
    """How far a line is from sure, calm and civil."""
    unsure = max(0.0, 0.75 - signals.get("confidence", 0.75))
    return unsure + signals.get("desperation", 0.0) + signals.get("hostility", 0.0) + signals.get("gloating", 0.0)


def compared(game: Game, before: str, after: str) -> list[str]:
    """The difference between two ways of saying something, in sentences."""
    from game.reader.acts import read  # noqa: PLC0415  # only when it is wanted

    seat = game.stage.seat(game.player).id
    old, new = (read(words, game.stage.scenario, seat) for words in (before, after))
    lines = [text for name in SIGNALS if (text := _moved(name, old, new))]
    lines = lines or ["It sounds the same as before."]
    still = noticed(as_json(new), after)
    lines += [f"Still heard: {'; '.join(still)}."] if still else ["Nothing in it stands out any more: plain and calm."]
    return [*lines, _same_act(old, new)]


def _moved(name: str, old: Reading, new: Reading) -> str:
    was, now = old.signals[name], new.signals[name]
    if abs(was - now) < _NOTICED:
        return ""
    return f"{'More' if now > was else 'Less'} {_NAMES[name]}: {100 * was:.0f} before, {100 * now:.0f} now."


def _same_act(old: Reading, new: Reading) -> str:
    if new.unclear or not new.moves:
        return "But now they would have to ask what you mean."
    act = new.moves[0].kind
    if old.moves and old.moves[0].kind == act:
        return f"It still does the same: {ACT_LABELS[act]}."
    return f"It would be taken as: {ACT_LABELS[act]}."
