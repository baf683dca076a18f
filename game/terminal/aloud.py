"""How what happened is read out: who speaks, what the terms are worth, what a face shows."""

from game.engine.story import stance_of
from game.scenario.words import ACTS, PACKAGE_ACTS
from game.session.entry import Entry, Shown
from game.session.feelings import other_of
from game.session.game import Game
from game.session.labels import ACT_LABELS
from game.session.lookback import first_no_at
from game.session.mood import mood_of
from game.session.play import Session, Turn
from game.session.standing import face, meters, on_table, priced, turns_left
from game.terminal.screen import Screen

_FEW_TURNS = 3
_CALM_GOING = (500, 300)


def said(game: Game, shown: Shown) -> str:
    """One event as a line: ``Ruth: "Go on."``"""
    if shown.kind == "line" and shown.seat is not None:
        who = "You" if shown.seat == game.player else game.stage.name(shown.seat)
        return f'{who}: "{shown.text}"'
    told_already = shown.text.startswith(("You ", "What you"))
    return f"You learn: {shown.text}" if shown.kind == "news" and not told_already else shown.text


def tell(screen: Screen, session: Session, turn: Turn) -> None:
    """Read out what came of a move."""
    for alert in turn.warnings:
        screen.say(f"Note: {alert}")
    for entry in turn.entries:
        _entry(screen, session, entry)
    for shown in turn.after:
        screen.say(said(session.game, shown))
    if turn.entries and session.game.talking:
        _afterwards(screen, session, turn)


def _entry(screen: Screen, session: Session, entry: Entry) -> None:
    game = session.game
    for shown in entry.shown:
        screen.say(said(game, shown))
    if entry.said.seat != game.player and entry.said.move.act in PACKAGE_ACTS:
        for package in (int(p) for p in entry.after.table[0, entry.said.seat] if p >= 0):
            screen.say(f"{game.stage.name(entry.said.seat)}'s offer: {priced(game, package, session.assist)}.")


def _afterwards(screen: Screen, session: Session, turn: Turn) -> None:
    game, other = session.game, other_of(session.game)
    first = turn.entries[0].before
    if mood_of(stance_of(first, 0, other)) != mood_of(stance_of(game.state, 0, other)):
        screen.say(face(game))
    if session.assist == "coach":
        screen.say(meters(game))
        _beat_after_no(screen, game, turn)
    if session.assist != "real":
        _calm(screen, game, int(first.of("composure")[0, game.player]))
    if turns_left(game) <= _FEW_TURNS:
        left = turns_left(game)
        screen.say(f"{left} turn{'s' if left != 1 else ''} left in this meeting.")


def _beat_after_no(screen: Screen, game: Game, turn: Turn) -> None:
    """Right after the first no: a moment to take it in."""
    at = first_no_at(game)
    if at is None or at < len(game.entries) - len(turn.entries):
        return
    planned = game.own(game.player, "plan_no")
    plan = f" You had planned to {ACT_LABELS[ACTS[planned]]}." if planned >= 0 else ""
    screen.say(f"That was a no. Take it in: breathe (silence), say so (acknowledge), or go on.{plan}")


def _calm(screen: Screen, game: Game, before: int) -> None:
    now = game.own(game.player, "composure")
    if any(now < line <= before for line in _CALM_GOING):
        screen.say("You feel your calm going: fewer calm sentences come to mind. A break or naming it brings it back.")
    elif any(before < line <= now for line in _CALM_GOING):
        screen.say("You feel calmer again.")


def recap(screen: Screen, session: Session, title: str, last: int = 8) -> None:
    """Read out where a game stands: its last lines and what lies on the table."""
    game = session.game
    shown = [(each, entry) for entry in game.entries for each in entry.shown]
    if shown:
        screen.say(title)
        screen.say(*(said(game, each) for each, _ in shown[-last:]))
    for package in on_table(game, other_of(game)):
        screen.say(f"{game.stage.name(other_of(game))}'s offer: {priced(game, package, session.assist)}.")
