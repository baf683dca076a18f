"""A finished game looked back at: what happened, what went well, what there is to try, and the evidence for each.

``Debrief`` holds sentences and the numbers behind them; ``debrief_text`` puts them in order for reading and as JSON.
It can be made of an open game too: then it says how things stand.
"""

from dataclasses import dataclass

from game.engine.scoring import Scores, score
from game.engine.story import Practice, failures, process_list
from game.scenario.words import SUBJECTIVE_VALUE
from game.session import goal, lookback, result
from game.session.feelings import epilogue, feedback, other_of, readiness, vague
from game.session.game import Game
from game.session.heard import heard_in_game
from game.session.labels import sheet
from game.session.phrases import NEARLY, SPOILED_BY, phrases
from game.session.quotes import shown_at
from game.session.set_off import reactions

__all__ = ["Debrief", "Numbers", "PracticeSeen", "debrief", "feedback"]
MOST_TO_TRY, MOST_WINS = 3, 5


@dataclass(frozen=True)
class Numbers:
    """What it came to, in points (0..100 and beyond) and shares (0..1); subjective value each 1..7.

    ``joint_value`` and ``joint_share_of_max`` are None without a deal.
    """

    deal_value: float
    utility: float
    joint_value: float | None
    joint_share_of_max: float | None
    theirs: dict[str, float]
    mine: dict[str, float]
    willingness: float


@dataclass(frozen=True)
class PracticeSeen:
    """One line of the process list."""

    name: str
    title: str
    met: bool
    turns: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class Debrief:
    """Everything a debrief says. Tuples hold one sentence (or a few) each and may be empty."""

    outcome: str
    package: dict[str, str] | None
    numbers: Numbers
    happened: tuple[str, ...]
    wins: tuple[str, ...]
    to_try: tuple[str, ...]
    value: tuple[str, ...]
    declared: tuple[str, ...]
    practices: tuple[PracticeSeen, ...]
    failures: dict[str, str]
    worry: tuple[str, ...]
    first_no: tuple[str, ...]
    details: tuple[str, ...]
    goal: tuple[str, ...]
    curveball: tuple[str, ...]
    hidden: tuple[str, ...]
    reactions: tuple[str, ...]
    heard: tuple[str, ...]
    feedback: tuple[str, ...]
    epilogue: str


def debrief(game: Game) -> Debrief:
    """Look back at a game from the player's seat."""
    scores = score(game.stage.tables, game.state)
    seen = _practices(game)
    return Debrief(
        outcome=game.outcome,
        package=_package(game),
        numbers=_numbers(game, scores),
        happened=_happened(game),
        wins=_wins(game, seen),
        to_try=_to_try(game, seen),
        value=result.value(game, scores),
        declared=result.declared(game, scores),
        practices=seen,
        failures=_failures(game, scores),
        worry=lookback.worry(game, scores),
        first_no=lookback.first_no(game),
        details=lookback.details(game, vague(game)),
        goal=goal.small_points(game),
        curveball=goal.curveball(game),
        hidden=lookback.hidden(game),
        reactions=reactions(game),
        heard=heard_in_game(game),
        feedback=tuple(shown.text for shown in feedback(game)) if game.over else (),
        epilogue=epilogue(game),
    )


def _package(game: Game) -> dict[str, str] | None:
    return game.stage.tables.options_of(game.column("package")) if game.outcome == "deal" else None


def _numbers(game: Game, scores: Scores) -> Numbers:
    me, other, deal = game.player, other_of(game), game.outcome == "deal"

    def felt(seat: int) -> dict[str, float]:
        values = scores.subjective[0, seat].tolist()
        return {name: value / 1000 for name, value in zip(SUBJECTIVE_VALUE, values, strict=True)}

    return Numbers(
        deal_value=int(scores.deal_value[0, me]) / 100,
        utility=int(scores.utility[0, me]) / 100,
        joint_value=int(scores.joint_value[0]) / 1000 if deal else None,
        joint_share_of_max=int(scores.joint_share_of_max[0]) / 1000 if deal else None,
        theirs=felt(other),
        mine=felt(me),
        willingness=readiness(game, other) / 1000,
    )


def _happened(game: Game) -> tuple[str, ...]:
    other, turns = game.stage.name(other_of(game)), game.own(game.player, "turns")
    meetings = game.column("meetings_held")
    length = f"{turns} turn{'s' if turns != 1 else ''} of yours in {meetings} meeting{'s' if meetings != 1 else ''}"
    ends = {
        "deal": f"You and {other} agreed, after {length}.",
        "impasse_left": f"You left without a deal, after {length}.",
        "impasse_walked": f"{other} ended it without a deal, after {length}.",
        "impasse_time": f"Time ran out without a deal, after {length}.",
        "open": f"The game is still open, after {length}.",
    }
    if game.outcome == "impasse_left" and _asked_to_meet_again(game):
        ends["impasse_left"] = f"You asked for another meeting; {other} did not want one. No deal, after {length}."
    package = _package(game)
    return (ends[game.outcome], *((f"What was agreed: {sheet(game.stage.scenario, package)}.",) if package else ()))


def _asked_to_meet_again(game: Game) -> bool:
    """Whether the player's last move was to meet again later."""
    own = [entry.said.move.act for entry in game.entries if entry.said.seat == game.player]
    return own[-1:] == ["leave_next"]


def _practices(game: Game) -> tuple[PracticeSeen, ...]:
    said, other = phrases().practices, game.stage.name(other_of(game))
    seen = []
    for practice in process_list(game.stage.tables, game.story, game.state, game.player):
        words = said[practice.name]
        text = (words.met if practice.met else words.unmet).replace("{other}", other)
        text += _quoting(game, practice)
        seen.append(PracticeSeen(practice.name, words.title, practice.met, practice.turns, text))
    return tuple(seen)


def _quoting(game: Game, practice: Practice) -> str:
    if practice.met and practice.name in SPOILED_BY:
        return ""
    nearly = not practice.met and practice.name in NEARLY
    return shown_at(game, practice.turns, game.player, "nearest to it: " if nearly else "")


def _wins(game: Game, seen: tuple[PracticeSeen, ...]) -> tuple[str, ...]:
    """What went well: practices that turns show first, then the others; never nothing."""
    order = list(phrases().practices)
    met = sorted((s for s in seen if s.met and _counts(game, s)), key=lambda s: (not s.turns, order.index(s.name)))
    if met:
        return tuple(each.text for each in met[:MOST_WINS])
    return ("You sat down and had the conversation; that is where every better one starts.",)


def _counts(game: Game, seen: PracticeSeen) -> bool:
    """A thing left undone is a win only for somebody who did something."""
    return (
        bool(seen.turns)
        or game.own(game.player, "turns") >= 3
        or seen.name in ("knew_aim_and_limit", "found_out_beforehand")
    )


def _to_try(game: Game, seen: tuple[PracticeSeen, ...]) -> tuple[str, ...]:
    missing = {each.name for each in seen if not each.met}
    other = game.stage.name(other_of(game))
    tries = [words.to_try.replace("{other}", other) for name, words in phrases().practices.items() if name in missing]
    return tuple(tries[:MOST_TO_TRY])


def _failures(game: Game, scores: Scores) -> dict[str, str]:
    if not game.over:
        return {}
    found = failures(game.stage.tables, game.story, game.state, scores, game.player)
    other = game.stage.name(other_of(game))
    return {
        kind: phrases().failures[kind].replace("{other}", other) + result.evidence(game, scores, kind) for kind in found
    }
