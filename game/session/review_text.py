"""A review in sentences: one a decision, what it hangs on, and the totals."""

from dataclasses import replace

from game.engine.notation import Move, parse
from game.review.marks import BAD, Decision
from game.review.review import Review
from game.session.behaviour import behaviour_lines
from game.session.game import Game
from game.session.labels import described, listed
from game.session.play import completed
from game.session.review_words import FAULTS, MARKS
from game.session.voice import person_words


def as_lines(game: Game, review: Review) -> list[str]:
    """The review to read or hear, a line an event; headings end with a colon and stand alone."""
    if not review.decisions:
        return ["The review, line by line:", "You said nothing at the table, so there is nothing to weigh."]
    lines = ["The review, line by line:", summary(review)]
    lines += [said(game, decision) for decision in review.decisions]
    lines += ["Worth going back to:", *turning(review)] if review.turning_points else []
    return [*lines, "How you went about the talk as a whole:", *behaviour_lines(game)]


def summary(review: Review) -> str:
    """Accuracy and how many of each mark."""
    counts = {mark: sum(each.mark == mark for each in review.decisions) for mark in MARKS}
    several = {"inaccuracy": "inaccuracies"}
    parts = [f"{n} {mark if n == 1 or mark in ('good', 'brilliant') else several.get(mark, mark + 's')}"
             for mark, n in counts.items() if n]  # fmt: skip
    return (
        f"Accuracy {review.accuracy:.0f} of 100; {listed(parts)}. Every value is an estimate on the scale of the deal "
        f"value, the relationship blended in; a mark is given only where the estimate is sure."
    )


def turning(review: Review) -> list[str]:
    """The turning points, one a line."""
    return [f"Turn {d.turn}: {title(d)}." for d in review.decisions if d.turn in review.turning_points]


def title(decision: Decision) -> str:
    """The mark and the fault: ``blunder (a giveaway)``; where nothing is lost for sure, what it looks like."""
    name = MARKS[decision.mark][1]
    if decision.fault is None:
        return name
    fault = FAULTS[decision.fault].title
    return f"{name} ({fault})" if _costly(decision) else f"{name}, with the look of {fault}"


def _costly(decision: Decision) -> bool:
    """Whether it lost anything for sure, or set the other side against one."""
    return decision.mark in BAD or decision.interval[0] > 0 or decision.set_back


def _fault(decision: Decision) -> list[str]:
    """What the fault is."""
    if decision.fault is None:
        return []
    words = FAULTS[decision.fault]
    if _costly(decision):
        return [f"It was {words.title}: {words.means}."]
    return [f"This often is {words.title} ({words.means}); here it cost nothing that is sure."]


def said(game: Game, decision: Decision) -> str:
    """One decision in a few sentences."""
    sign, _ = MARKS[decision.mark]
    move = described(game.stage, replace(parse(decision.move), wording=None))
    parts = [f"{sign} Turn {decision.turn}, {title(decision)}: {move}.", worth(decision), *_fault(decision)]
    if decision.loss > 0 and decision.mark in BAD:
        parts.append(f"Better: {suggestion(game, decision)}")
    return " ".join([*parts, *drawn(decision), *hindsight(decision)])


def worth(decision: Decision) -> str:
    """The numbers: what it was worth, against the best other move."""
    low, high = decision.interval
    judged = decision.judged
    if decision.loss <= 0:
        return f"Worth {judged.played.value:.0f}; nothing better was found."
    return (
        f"Worth {judged.played.value:.0f}, the best other move {judged.best.value:.0f}: {decision.loss:.0f} lost "
        f"(between {max(0.0, low):.0f} and {high:.0f})."
    )


def drawn(decision: Decision) -> list[str]:
    """That a good decision was answered badly."""
    if not decision.bad_draw:
        return []
    return [f"A good decision with a bad draw: the answer cost {-decision.draw:.0f} more than was to be expected."]


def hindsight(decision: Decision) -> list[str]:
    """What the true hand makes of it, where that differs much from what could be known."""
    low, high = decision.interval
    seen = decision.judged.seen_loss.value
    if low - 5 <= seen <= high + 5:
        return []
    how = f"it lost {seen:.0f}" if seen > 0 else "it lost nothing"
    return [f"With hindsight, against the hand that it really was, {how}."]


def suggestion(game: Game, decision: Decision) -> str:
    """The best other move in plain words, with its sentence."""
    move = parse(decision.suggestion)
    return f'{described(game.stage, replace(move, wording=None))}. "{sentence(game, decision)}"'


def sentence(game: Game, decision: Decision) -> str:
    """How the best other move would be said."""
    return spoken_at(game, decision.at, parse(decision.suggestion))


def spoken_at(game: Game, at: int, move: Move) -> str:
    """The sentence of a player's move at a place in the game."""
    then = replace(game, state=game.entries[at].before)
    return person_words(game.stage, then.state, game.player, move, completed(then, move, game.player))
