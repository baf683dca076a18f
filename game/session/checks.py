"""What a person's move must pass before the engine is asked: things the engine would take in silence.

Also the warnings that a move gets without being refused.
"""

import re

from game.engine.columns import SEAT
from game.engine.moves import Unknown, resolve
from game.engine.notation import Move
from game.scenario.words import PACKAGE_ACTS
from game.session import wordings
from game.session.game import Game
from game.session.labels import term

MOST_NEVERS = 4
MOST_WORDS = 2000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def why_malformed(game: Game, move: Move) -> str:
    """Why a move cannot be meant like this, as a sentence; empty if it can."""
    if move.act == "rank" and len(set(move.items)) != len(move.items):
        return "Name each issue once when you rank them."
    if move.act == "never" and len(move.packages[0]) != 1:
        return "Note one option at a time: never ISSUE=OPTION."
    if move.act == "never" and game.own(game.who, "nevers") >= MOST_NEVERS:
        return f"You have noted {MOST_NEVERS} such options; that is as many as one can keep in mind."
    if move.act == "leave_next" and move.item not in (*game.stage.tables.names.meetings, "later"):
        later = game.stage.tables.names.meetings[-1]
        return f"There is no meeting '{move.item}' here; write 'leave next {later}'."
    if move.words and len(move.words) > MOST_WORDS:
        return f"That is longer than anyone listens; keep to {MOST_WORDS:,} characters."
    return _bad_wording(game, move)


def _bad_wording(game: Game, move: Move) -> str:
    if not move.wording:
        return ""
    known = wordings.find(game.stage, move.wording)
    if known is None:
        return f"There is no wording '#{move.wording}'; leave it out, or say it in your own words after a colon."
    if known[0] != move.act:
        return f"The wording '#{move.wording}' does not say this; it says '{known[0].replace('_', ' ')}'."
    return ""


def one_line(words: str) -> str:
    """Own words on one line, without what would move a cursor."""
    return " ".join(_CONTROL.sub(" ", words).split())


def warnings(game: Game, move: Move, seat: int) -> tuple[str, ...]:
    """What a person may want to know about a move that is made all the same."""
    if move.act not in (*PACKAGE_ACTS, "accept", "agree_subject_to_approval"):
        return ()
    scenario = game.stage.scenario
    barred = nevers(game, seat)
    hit = sorted(
        {place for package in _packages(game, move, seat) for place in barred if package.get(place[0]) == place[1]}
    )
    return tuple(f"You noted beforehand that you would never take {term(scenario, i, o)}." for i, o in hit)


def nevers(game: Game, seat: int) -> set[tuple[str, str]]:
    """The options (issue, option) that a seat noted as never."""
    names, row = game.stage.tables.names, game.state.seat[0, seat]
    codes = [int(row[SEAT[f"never_{n}"]]) for n in range(int(row[SEAT["nevers"]]))]
    return {(names.issues[code // 4096], names.options[code // 4096][code % 4096]) for code in codes}


def _packages(game: Game, move: Move, seat: int) -> list[dict[str, str]]:
    tables = game.stage.tables
    if move.act in PACKAGE_ACTS:
        try:
            return [tables.options_of(int(p)) for p in resolve(tables, game.state, move, seat).packages[0] if p >= 0]
        except Unknown:
            return []
    which = int(move.items[0]) - 1 if move.act == "accept" and move.items else 0
    package = int(game.state.table[0, 1 - seat, which])
    return [tables.options_of(package)] if package >= 0 else []
