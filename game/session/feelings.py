"""What the other side says and does after the end: feedback in character by theme, and how it goes on."""

from collections import Counter

import numpy as np

from game.engine.columns import SEAT
from game.engine.ending import willingness
from game.engine.story import stance_of
from game.scenario.model import Line
from game.session.entry import Shown
from game.session.fill import fill
from game.session.game import Game
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

    A reaction weighs as much as the turn changed the other's stance, and a little more for having fired at all.
    """
    felt: Counter[str] = Counter()
    for entry in game.entries:
        told = entry.told
        if told.seat != game.player:
            continue
        change = sum(abs(told.after[name] - told.before[name]) for name in told.after)
        for reaction in told.reactions:
            theme = game.stage.themes.get(reaction)
            if theme:
                felt[theme] += round(1000 * (0.02 + change / len(told.reactions)))
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
    own = game.stage.seat(seat).lines.get("feedback") or spare_lines("feedback")
    every = [line for line in own if isinstance(line, Line)]
    hand = game.stage.tables.names.hands[seat][game.own(seat, "hand")]
    fitting = [line for line in every if line.theme == theme and (not line.hand or hand in line.hand)]
    in_mood = [line for line in fitting if mood in line.mood] or [line for line in fitting if not line.mood]
    return in_mood[0] if in_mood else None


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
    texts = next((said for name, said in game.stage.seat(other).epilogues.items() if name == key), [])
    if not texts:
        return ""
    turn = np.array([len(game.entries)], np.int32)
    return texts[int(game.luck.own("epilogue").below(len(texts), turn, key)[0])]


def vague(game: Game) -> list[str]:
    """The ids of details that nobody clarified."""
    raised = int(game.state.seat[0, 0, SEAT["details"]] | game.state.seat[0, 1, SEAT["details"]])
    return [name for bit, name in enumerate(game.stage.tables.names.details) if not raised >> bit & 1]
