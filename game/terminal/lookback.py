"""Before and after the debrief: the player's own view of the game, and one thing to change next time."""

from dataclasses import replace

from game.library import NotFound, journals_folder
from game.session.debrief import Debrief, debrief
from game.session.feelings import other_of
from game.session.play import Session
from game.session.progress import last_aim
from game.session.reflection import QUESTIONS, Reflection, aims, answered_aim, beside_the_record
from game.terminal.screen import Screen


def what_was_aimed_at(session: Session, found: Debrief) -> list[str]:
    """How it went with the thing chosen after the game before; nothing where nothing was chosen."""
    if session.journal is None:
        return []
    try:
        aim = last_aim(journals_folder(), but=session.journal.path)
    except NotFound:  # the folder cannot be made: then nothing was ever chosen in it
        return []
    said = answered_aim(aim, found)
    return [said] if said else []


def look_back(session: Session, screen: Screen) -> None:
    """Ask the player first, if they like; then set their answers beside the record."""
    if not screen.confirm("Before you read the debrief: look back yourself, in six questions?", "yes", "no, read on"):
        return
    game = session.game
    answers = {each.id: screen.confirm(each.text, "yes", "no") for each in QUESTIONS}
    name = game.stage.name(other_of(game))
    screen.say(f"Think of the best package for you that {name} would still have signed.")
    limit = _number(screen, "What is that worth to you, 0 to 100? A number, or Enter:", 100)
    turn = _number(screen, "Which of your turns decided it? Its number, or Enter:", game.own(game.player, "turns"))
    own = Reflection(answers, limit, turn)
    session.reflect(own)
    screen.gap()
    screen.say("Your view, beside the record:", *beside_the_record(game, debrief(game), own))


def _number(screen: Screen, question: str, most: int) -> int | None:
    """A whole number up to ``most``, or None for Enter."""
    while True:
        line = screen.ask(question)
        if not line:
            return None
        if line.isascii() and line.isdigit() and int(line) <= most:
            return int(line)
        screen.say(f"Please type a whole number up to {most}, or only Enter.")


def choose_aim(session: Session, screen: Screen) -> None:
    """One behaviour to change next time; the next debrief answers that first."""
    found = aims(debrief(session.game))
    if not found:
        return
    screen.gap()
    number = screen.choose(
        "One thing to do differently next time?", [text for _, text in found], back="nothing for now"
    )
    if number is not None:
        session.reflect(replace(session.reflection or Reflection({}), aim=found[number][0]))
        screen.say("Your next debrief starts with that.")
