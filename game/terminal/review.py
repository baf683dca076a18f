"""After the debrief: the review read out, a turn tried again with the answer hidden, how it could have gone on."""

from functools import partial

from game.review.review import Review
from game.session.game import Game
from game.session.play import Refused, Session
from game.session.retry import before, best_line, judged_try, verdict, worst_turn, would_have
from game.session.review_text import as_lines
from game.session.reviewing import review_of
from game.terminal.aloud import recap
from game.terminal.commands import commands_for
from game.terminal.screen import Screen
from game.terminal.table import take_turn

#: How many of the last lines are read out before a turn is tried again.
_RECALLED = 4


def look_closer(session: Session, screen: Screen) -> None:
    """Offer the review, retries and best lines until the player is done. Nothing for a game between two people."""
    game = session.game
    if game.kinds[1 - game.player] != "script":
        return
    found: Review | None = None
    while True:
        number = screen.choose("Look closer?", ["the review: every line of yours weighed",
                                                "try a turn again, the answer hidden",
                                                "hear how a strong player would have gone on from a turn"],
                               back="no, that is enough")  # fmt: skip
        if number is None:
            return
        if found is None:
            screen.say("One moment; every line is being weighed.")
            found = review_of(game)
        (read_review, partial(_again, session), _best_line)[number](game, found, screen)


def read_review(game: Game, found: Review, screen: Screen) -> None:
    """The review, a paragraph a line."""
    for line in as_lines(game, found):
        if line.endswith(":"):
            screen.gap()
        screen.say(line)


def _turn(game: Game, found: Review, screen: Screen) -> tuple[int, Game] | None:
    """A turn that the player names, and the game before it; None when there is none of that number."""
    worst = worst_turn(found)
    proposed = f" (Enter for {worst}, where most was lost)" if worst is not None else ""
    line = screen.ask(f"Which turn of yours{proposed}?")
    number = worst if not line else int(line) if line.isascii() and line.isdigit() else 0
    try:
        return number or 0, before(game, number or 0)
    except Refused as error:
        screen.say(str(error))
        return None


def _again(session: Session, game: Game, found: Review, screen: Screen) -> None:
    chosen = _turn(game, found, screen)
    if chosen is None:
        return
    turn, position = chosen
    again = Session(position, assist=session.assist)
    screen.command = commands_for(screen, again)
    try:
        recap(screen, again, f"You are back at turn {turn}. This try is not saved.", last=_RECALLED)
        while len(again.game.entries) <= len(position.entries):
            take_turn(screen, again)
    finally:
        screen.command = commands_for(screen, session)
    tried = judged_try(position, again.game)
    screen.say(verdict(tried))
    if screen.confirm("Hear what the review would have said there?", "yes", "no"):
        screen.say(*would_have(position, tried.decision))


def _best_line(game: Game, found: Review, screen: Screen) -> None:
    chosen = _turn(game, found, screen)
    if chosen is not None:
        screen.say("One moment; it is being played.")
        screen.say(f"From turn {chosen[0]}:", *best_line(chosen[1]))
