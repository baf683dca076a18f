"""A scene that follows another one: what the journal of the earlier game hands on to it."""

from collections.abc import Callable
from pathlib import Path

from game.engine.carry import carry_over
from game.engine.scoring import score
from game.session.carried import Carried, read_off
from game.session.game import Game, new_game
from game.session.journal import JournalError, read_journal
from game.session.replay import Changed, replayed, stage_of
from game.session.stage import Stage, load_stage
from game.session.undo import effective


def earlier_game(path: Path, find: Callable[[str], Stage] = load_stage) -> Game:
    """The game of a journal, which is only read. Raises JournalError with a sentence when it cannot be replayed."""
    header, records, _ = read_journal(path)
    try:
        return replayed(header, effective(records), stage_of(header, find))
    except Changed as changed:
        raise JournalError(f"{path} cannot be carried on from. {changed}") from None


def after(path: Path, stage: Stage, find: Callable[[str], Stage] = load_stage) -> Carried:
    """What the game of a journal hands on to a scene. Raises JournalError when the scene does not follow that game."""
    wanted = stage.scenario.follows
    if wanted is None:
        raise JournalError(f"{stage.scenario.id} follows no other scene, so it cannot be played after a journal.")
    earlier = earlier_game(path, find)
    if earlier.stage.scenario.id != wanted:
        found = earlier.stage.scenario.id
        raise JournalError(f"{stage.scenario.id} follows {wanted}; {path} is a game of {found}. Give one of {wanted}.")
    return handed_on(earlier, stage, str(path))


def handed_on(earlier: Game, stage: Stage, name: str = "That game") -> Carried:
    """What a finished game hands on to a scene. Raises JournalError while it is still open."""
    if not earlier.over:
        raise JournalError(f"{name} has not ended yet: play it to its end first ('counteroffer games' lists it).")
    before, tables = earlier.stage, stage.tables
    fresh = new_game(stage, earlier.seed, earlier.kinds, (None, None)).state
    carried = carry_over(before.tables, earlier.state, score(before.tables, earlier.state), tables, fresh)
    return read_off(before.scenario.id, tables, carried)
