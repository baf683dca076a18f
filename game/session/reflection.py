"""Looking back oneself, before the record does: four questions, a guess at their limit, the turn that decided it.

The answers are kept in the game's journal. The debrief sets them beside what the record shows, without a mark.
"""

from dataclasses import dataclass
from typing import Any, Final

from game.session.debrief import Debrief
from game.session.entry import Entry
from game.session.feelings import other_of
from game.session.game import Game
from game.session.phrases import phrases
from game.session.quotes import quoted


@dataclass(frozen=True)
class Question:
    """A question with yes or no, and the practices by which the record answers it."""

    id: str
    text: str
    practices: tuple[str, ...]


QUESTIONS: Final = (
    Question("goal", "Did you know what you wanted, and where you would walk away?", ("knew_aim_and_limit",)),
    Question("needs", "Did you find out what they needed?", ("found_the_real_reason", "asked_before_offering")),
    Question("flexible", "Did you change something when it got stuck?", ("changed_the_offer_after_a_no", "traded")),
    Question("clear", "Did you say plainly what you meant?", ("spoke_plainly",)),
)
#: A guess at the limit this near (points of own utility) is called close.
CLOSE = 6


@dataclass(frozen=True)
class Reflection:
    """What a player thought before reading the debrief; what was not answered is left out (None).

    Attributes:
        answers: question id -> yes or no. turn: the player's turn thought to have decided it.
        limit: the best package they would have signed, as worth to the player, 0..100. aim: a practice for next time.
    """

    answers: dict[str, bool]
    limit: float | None = None
    turn: int | None = None
    aim: str = ""

    def as_record(self) -> dict[str, Any]:
        """For the journal."""
        return {
            "kind": "reflection", "answers": self.answers, "limit": self.limit, "turn": self.turn, "aim": self.aim,
        }  # fmt: skip


def reachable(game: Game) -> float:
    """The best package for the player that this counterpart would have signed, as worth to the player, 0..100."""
    mine, theirs = game.player, other_of(game)
    return int(game.stage.tables.best[mine, game.own(mine, "hand"), game.own(theirs, "hand")]) / 100


def beside_the_record(game: Game, found: Debrief, own: Reflection) -> tuple[str, ...]:
    """The player's answers beside what the record shows, a sentence or two each."""
    lines = [_beside(each, own.answers[each.id], found) for each in QUESTIONS if each.id in own.answers]
    if own.limit is not None:
        lines.append(_limit(game, own.limit))
    if own.turn is not None:
        lines.append(_turn(game, own.turn))
    return tuple(lines)


def _beside(question: Question, said: bool, found: Debrief) -> str:
    seen = {practice.name: practice for practice in found.practices}
    met = [seen[name].met for name in question.practices]
    shows = next(seen[name] for name in question.practices if seen[name].met == any(met))
    agrees = "The record agrees" if said == any(met) else "The record has it otherwise"
    return f"{question.text} You: {'yes' if said else 'no'}. {agrees}: {shows.text}"


def _limit(game: Game, guess: float) -> str:
    real, name = reachable(game), game.stage.name(other_of(game))
    gap = guess - real
    how = (
        "close"
        if abs(gap) <= CLOSE
        else "there was more in it than you thought"
        if gap < 0
        else "less than you thought"
    )
    return (
        f"How far would {name} have gone? You guessed a package worth {guess:.0f} to you; the best that {name} would "
        f"have signed was worth {real:.0f}: {how}. The pained face is no measure of it."
    )


def _turn(game: Game, guess: int) -> str:
    strongest = moved_most(game)
    if strongest is None:
        return "Nothing you said moved them much, one way or the other."
    said = quoted(game, strongest, game.player)
    if guess == strongest:
        return f"You marked turn {guess} as the one that decided it. It is also the one that moved them most: {said}"
    return f"You marked turn {guess} as the one that decided it. What moved them most was in turn {strongest}: {said}"


def moved_most(game: Game) -> int | None:
    """The player's turn after which the other side's stance had changed most; None if it never changed."""

    def change(entry: Entry) -> float:
        return sum(abs(entry.told.after[name] - entry.told.before[name]) for name in entry.told.before)

    own = [entry for entry in game.entries if entry.said.seat == game.player and entry.told.turn > 0]
    best = max(own, key=change, default=None)
    return best.told.turn if best is not None and change(best) > 0 else None


def aims(found: Debrief) -> list[tuple[str, str]]:
    """(practice, what to try) that may be chosen for next time: what was missing first, at most five."""
    words = phrases().practices
    missing = {practice.name for practice in found.practices if not practice.met}
    return [(name, each.to_try) for name, each in words.items() if name in missing][:5]


def answered_aim(aim: str, found: Debrief) -> str:
    """Whether what was to change did change; empty without an aim."""
    seen = {practice.name: practice for practice in found.practices}
    if aim not in seen:
        return ""
    practice = seen[aim]
    showed = "It showed" if practice.met else "Not yet"
    return f"You had set out to work on this: {practice.title}. {showed}: {practice.text}"
