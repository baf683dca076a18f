"""What the other side says and does after the end: feedback in character by theme, and how it goes on."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from game.engine.columns import SEAT
from game.engine.ending import willingness
from game.engine.story import stance_of
from game.scenario.model import Line
from game.session.entry import Entry, Shown
from game.session.fill import fill
from game.session.game import Game
from game.session.line_fit import allows, has_terms, remembered
from game.session.mood import mood_of
from game.session.spare import spare_lines

#: How many things somebody says about how it went: as many as these thresholds of willingness (x1000) lie below it.
OPENNESS = (0, 350, 600)
#: At or above this willingness (x1000) a deal or a leaving was a warm one.
WARM = 500


def other_of(game: Game) -> int:
    """The seat that the player sits across from."""
    return 1 - game.player


def readiness(game: Game, seat: int) -> int:
    """How ready a seat is to sit down again, x1000."""
    return int(willingness(game.state.seat.T[:, seat])[0])


def themes_felt(game: Game) -> list[str]:
    """The themes of what the player set off in the other, the strongest first.

    A reaction weighs as much as the turn changed the other's stance, and a little more for having fired at all; the
    second time half of that, the third a third: what comes with every line is no news at the end.
    """
    felt: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for entry in game.entries:
        told = entry.told
        if told.seat != game.player:
            continue
        change = sum(abs(told.after[name] - told.before[name]) for name in told.after)
        for reaction in told.reactions:
            theme = game.stage.themes.get(reaction)
            seen[reaction] += 1
            if theme:
                felt[theme] += round(1000 * (0.02 + change / len(told.reactions)) / seen[reaction])
    return [theme for theme, _ in sorted(felt.items(), key=lambda pair: (-pair[1], pair[0]))]


def feedback(game: Game) -> list[Shown]:
    """What the other says about how it went: more, the better the two parted. Empty between two people."""
    other = other_of(game)
    if game.kinds[other] != "script":
        return []
    count = sum(readiness(game, other) >= threshold for threshold in OPENNESS)
    mood = mood_of(stance_of(game.state, 0, other))
    lines = [_about(game, other, theme, mood) for theme in themes_felt(game)]
    said = [line for line in lines if line is not None][:count]
    places = {"other": game.stage.name(1 - other)}
    return [Shown("line", fill(line.say, places), other) for line in said]


def _about(game: Game, seat: int, theme: str, mood: str) -> Line | None:
    """What a seat says about a theme: never of what did not happen; what comes back to something first."""
    own = game.stage.seat(seat).lines.get("feedback") or spare_lines("feedback")
    every = [line for line in own if isinstance(line, Line)]
    felt_in = [each.told.meeting for each in _turns_of(game, 1 - seat) if theme in each.told.themes]
    fitting = [line for line in every if line.theme == theme and _happened(game, seat, line, felt_in)]
    in_mood = [line for line in fitting if mood in line.mood] or [line for line in fitting if not line.mood]
    return next((line for line in in_mood if line.after or line.meeting), in_mood[0] if in_mood else None)


def _turns_of(game: Game, seat: int) -> list[Entry]:
    """What a seat did at the table."""
    return [entry for entry in game.entries if entry.said.seat == seat and entry.told.turn > 0]


def _happened(game: Game, seat: int, line: Line, meetings: Iterable[int]) -> bool:
    """Whether what a line asks for is so at the end: hand, one of these meetings, what went before, the terms."""
    names, tables = game.stage.tables.names, game.stage.tables
    held = {names.meetings[meeting] for meeting in meetings}
    package = game.column("package") if game.outcome == "deal" else -1
    return (
        allows(line.hand, {names.hands[seat][game.own(seat, "hand")]})
        and allows(line.meeting, held)
        and allows(line.after, deeds(game, seat))
        and has_terms(line.terms, tables, package)
    )


def deeds(game: Game, seat: int) -> set[str]:
    """What a seat can come back to: flags it remembers, acts of the other's, what those set off in it."""
    own = _turns_of(game, 1 - seat)
    acts = {act for entry in own for act in (entry.said.move.act, entry.said.move.rider) if act}
    fired = {reaction for entry in own for reaction in entry.told.reactions}
    return {*remembered(game.stage.tables, game.state.seat[0, seat]), *acts, *fired}


def epilogue(game: Game) -> str:
    """How it goes on for the player, as the other seat's scenario tells it; empty where it tells nothing."""
    other = other_of(game)
    kind = {"deal": "deal", "impasse_left": "left", "impasse_walked": "walked", "impasse_time": "time"}.get(
        game.outcome
    )
    if kind is None:
        return ""
    warm = readiness(game, other) >= WARM
    key = {"deal": "deal_warm" if warm else "deal_cold", "left": "left_well" if warm else "left_badly"}.get(kind, kind)
    every = next((said for name, said in game.stage.seat(other).epilogues.items() if name == key), [])
    lines = [each if isinstance(each, Line) else Line(say=each) for each in every]
    held = {entry.told.meeting for entry in game.entries if entry.told.turn > 0}
    texts = [each.say for each in lines if _happened(game, other, each, held)]
    if not texts:
        return ""
    turn = np.array([len(game.entries)], np.int32)
    return texts[int(game.luck.own("epilogue").below(len(texts), turn, key)[0])]


def vague(game: Game) -> list[str]:
    """The ids of details that nobody clarified."""
    raised = int(game.state.seat[0, 0, SEAT["details"]] | game.state.seat[0, 1, SEAT["details"]])
    return [name for bit, name in enumerate(game.stage.tables.names.details) if not raised >> bit & 1]
