"""From stored moves to the game they were: loading, taking back, and the scripted answers in between."""

from collections.abc import Callable, Iterator

from game.library import NotFound
from game.scenario.problem import BadFile
from game.session.game import Game, new_game, play, scripted
from game.session.header import game_of, why_changed
from game.session.sealing import Record
from game.session.stage import Stage, load_stage
from game.session.written import Said, from_record

#: More scripted moves in a row than any game has; reached only if a script does not pass the turn.
_ENOUGH = 50


class Changed(Exception):
    """A stored game cannot be replayed; the message says why."""


def scripts(game: Game) -> Iterator[Game]:
    """The games after each move of scripted seats, until it is a person's turn or the end."""
    for _ in range(_ENOUGH):
        if game.over or game.kinds[game.who] != "script":
            return
        game = play(game, scripted(game))
        yield game
    raise RuntimeError(f"the scripted seat of {game.stage.scenario.id} never passes its turn")


def again(game: Game, moves: list[Said]) -> Game:
    """The same game from its start with these moves."""
    names = game.stage.tables.names
    hands = tuple(names.hands[seat][game.own(seat, "hand")] for seat in (0, 1))
    fresh = new_game(game.stage, game.seed, game.kinds, (hands[0], hands[1]), game.carried)
    for said in moves:
        fresh = play(fresh, said)
    return fresh


def stage_of(header: Record, find: Callable[[str], Stage]) -> Stage:
    """The scene that a stored game was played in. Raises Changed."""
    language = str(header.get("language") or "")
    for name in (str(header.get("scenario")), str(header.get("file"))):
        try:
            stage = load_stage(name, language) if language else find(name)
        except NotFound:
            continue
        except BadFile as error:
            raise Changed(f"The scene of this game has findings now, so it can only be looked at: {error}") from None
        why = why_changed(header, stage)
        if not why:
            return stage
        if name == str(header.get("file")):
            raise Changed(why)
    raise Changed("The scene of this game is not installed any more, or has changed; it can only be looked at.")


def replayed(header: Record, records: list[Record], stage: Stage) -> Game:
    """The game that the standing records of a journal lead to, the state compared after each. Raises Changed."""
    try:
        game = game_of(header, stage)
        seats = list(stage.tables.names.seats)
        for number, record in enumerate((r for r in records if r["kind"] == "move"), start=1):
            game = play(game, from_record(record, seats.index(record["seat"])))
            if game.entries[-1].digest != record.get("state"):
                raise Changed(f"Move {number} leads elsewhere with this program; the game can only be looked at.")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Changed(f"This game cannot be replayed ({error}); it can only be looked at.") from None
    return game
