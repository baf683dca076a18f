"""``counteroffer progress``: behaviours over games, deals and relationship, from the saved games."""

import argparse
import json

from game.cli.problems import readable
from game.library import journals_folder
from game.session.phrases import phrases
from game.session.progress import Habit, Played, habits, last_aim, played
from game.terminal.screen import Screen

_TRENDS = {1: "more often lately", 0: "as before", -1: "less often lately"}


def progress(asked: argparse.Namespace) -> int:
    """Print it; 1 when no finished game is there."""
    with readable():
        folder = journals_folder()
    games = played(folder, asked.scenario)
    found, aim = habits(games), last_aim(folder)
    if asked.json:
        print(json.dumps(_as_json(games, found, aim), indent=2, ensure_ascii=False))
        return 0
    screen = Screen()
    if not games:
        screen.say("No finished game is saved yet. Play one, and it is counted here.")
        return 1
    screen.say(
        f"{len(games)} finished game{'s' if len(games) != 1 else ''}, the oldest first.", "Deal and relationship:"
    )
    for game in games:
        screen.say(_game_line(game))
    screen.gap()
    screen.say("What you do, the rarest first:")
    for habit in found:
        title = phrases().practices[habit.name].title if habit.name in phrases().practices else habit.name
        screen.say(f"{title}: in {habit.shown} of {habit.games} games, {_TRENDS[habit.trend]}")
    if aim in phrases().practices:
        screen.gap()
        screen.say(f"What you chose to work on: {phrases().practices[aim].title}.")
    return 0


def _game_line(game: Played) -> str:
    return (
        f"{game.when[:10]}  {game.scenario}: {game.outcome.replace('_', ' ')}, deal value {game.deal_value:.0f}, "
        f"relationship {game.relationship:.1f} of 7"
    )


def _as_json(games: list[Played], found: list[Habit], aim: str) -> dict[str, object]:
    return {
        "games": [game.__dict__ for game in games],
        "practices": [habit.__dict__ | {"trend": habit.trend} for habit in found],
        "aim": aim or None,
    }
