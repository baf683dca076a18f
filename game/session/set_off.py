"""Turn by turn: what each line of a seat set off in whoever heard it, in words."""

from game.engine.story import Told
from game.session.entry import Entry
from game.session.game import Game
from game.session.labels import item
from game.session.phrases import phrases

_FELT = {"trust": "trust", "patience": "patience", "defensiveness": "guard", "face": "face",
         "seen_confidence": "how sure you seem", "seen_desperation": "how much you seem to need it"}  # fmt: skip
#: A change of stance (0..1) worth mentioning.
_NOTICED = 0.03


def reactions(game: Game) -> tuple[str, ...]:
    """Turn by turn: what each line of the player set off, by name and in words."""
    return tuple(line for entry in game.entries if (line := set_off(game, entry)) and entry.said.seat == game.player)


def set_off(game: Game, entry: Entry) -> str:
    """What one line set off in whoever heard it; empty for a move of preparation."""
    told = entry.told
    if told.turn == 0:
        return ""
    name = game.stage.name(1 - told.seat)
    head = f"Turn {told.turn}, {_short(game, entry)}:"
    general = [words for reaction in told.reactions if (words := phrases().reactions.get(reaction))]
    own = [_scene_reaction(game, reaction) for reaction in told.reactions if reaction not in phrases().reactions]
    said = [f"{name} {'; '.join(general)}."] if general else []
    said += [f"{words}." for words in own]
    return " ".join([head, *(said or ["nothing in particular."]), _stance_moved(told)]).strip()


def _stance_moved(told: Told) -> str:
    moved = [
        f"{word} {'up' if told.after[part] > told.before[part] else 'down'}"
        for part, word in _FELT.items()
        if abs(told.after[part] - told.before[part]) >= _NOTICED
    ]
    return f"({', '.join(moved)})" if moved else ""


def _short(game: Game, entry: Entry) -> str:
    move = entry.said.move
    named = item(game.stage, move.item) if move.item else ""
    return f"{move.act.replace('_', ' ')}{f' ({named})' if named else ''}"


def _scene_reaction(game: Game, reaction: str) -> str:
    """A reaction of the scene's own: its name and why this person reacts so."""
    why = game.stage.origins.get(reaction, "").rstrip(".")
    plain = reaction.replace("_", " ").capitalize()
    return f"{plain}: {why}" if why else plain
