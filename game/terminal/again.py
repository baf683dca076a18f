"""Say it again, stronger: after the debrief, one of the player's lines rewritten, and what would be heard then."""

from game.session.play import Session
from game.session.stronger import compared, worth_saying_again
from game.terminal.screen import Screen


def say_again(screen: Screen, session: Session) -> None:
    """Offer the weakest of the player's own lines for another try; nothing of it counts."""
    lines = worth_saying_again(session.game)
    while lines:
        texts = [f'turn {line.turn}: "{line.words}"' for line in lines]
        number = screen.choose("Say one of your lines again, stronger? Nothing of this counts.", texts, back="no, done")
        if number is None:
            return
        words = screen.ask("Say it again:")
        if words:
            screen.say(*compared(session.game, lines[number].words, words))
        screen.gap()
