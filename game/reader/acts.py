"""A typed line becomes a reading: one act, at most one rider, or a question back.

The rules (``by_rules``) find what is named and which acts are in the line; the linear model (``model``) weighs them
with the wording itself; ``judge`` says what it comes to and how sure that is. Below the threshold the reader asks
back: nothing is guessed that moves money or ends the game.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.reader.by_rules import COMMITTING, RIDER_ORDER, Work, objection, work
from game.reader.items import issue_said
from game.reader.judge import CLUES, Verdict, judge, sureness
from game.reader.model import UNCLEAR, Opinion, opinion
from game.reader.reading import Reading, ReadMove
from game.reader.signals import signals
from game.reader.weights import Weights, shipped
from game.scenario.model import Scenario
from game.scenario.words import PACKAGE_ACTS, RIDERS

#: Asks about a move before it is made; below it a line is not understood. Both are found by calibration.
_ASK_BELOW, _ASK_BELOW_COMMITTING = 0.6, 0.7
#: From this chance of being no move at all on, a line is asked back.
_MAY_BE_NOTHING = 0.25
#: An offer that leaves out a term which was named must be so sure.
_SURE_OF_THE_REST = 0.85
#: With more than this share of unknown words a line is asked back.
_STRANGE = 0.45
#: From this chance on the model adds a rider that no rule heard, and below the other it drops one that a rule did.
_RIDES_FROM, _DROPPED_BELOW = 0.6, 0.08


def read(
    text: str,
    scenario: Scenario,
    seat_id: str,
    last_offer: Mapping[str, str] | None = None,
    own_offer: Mapping[str, str] | None = None,
) -> Reading:
    """What a typed line of ``seat_id`` does in this scenario. Any text can be read; nothing raises.

    ``last_offer`` is the package (issue -> option) that the other side last put on the table, ``own_offer`` one's own:
    empty when there is none, None when that is not known. Reads the first 2,000 characters.
    """
    sound = signals(text)
    reading = decide(work(text, scenario, seat_id, last_offer, own_offer), shipped())
    return replace(reading, signals=sound.values, heard=sound.heard)


def decide(done: Work, weights: Weights) -> Reading:
    """The reading of a line from what the rules found and what the model makes of it."""
    if not done.parts:
        return done.reading
    heard = opinion(done, weights)
    verdict = judge(done, heard, weights)
    sure = sureness(verdict.clues, weights.settings)
    question = _question(done, verdict, sure, weights.settings)
    if not question and heard.kinds[UNCLEAR] >= _MAY_BE_NOTHING:
        question = "Did I get you right?"
    base = replace(done.reading, moves=(), unclear=False, candidates=(), question="")
    if question or verdict.move is None:
        candidates = () if _is_noise(heard) else verdict.candidates
        return replace(base, unclear=True, candidates=candidates, question=question)
    move = replace(verdict.move, confidence=round(sure, 2))
    rider = _rider(done, heard, move)
    return replace(base, moves=(move, rider) if rider else (move,), later=_later(done, heard, move, rider))


def _is_noise(heard: Opinion) -> bool:
    return heard.kinds[UNCLEAR] > 0.9 and heard.strange > 0.5


def _question(done: Work, verdict: Verdict, sure: float, settings: Mapping[str, float]) -> str:
    """What to ask back; empty when the line can be taken as it is."""
    in_doubt = verdict.kind == UNCLEAR and any(doubt.pairs for doubt in done.table.doubts)
    if in_doubt and not _foreign(done, verdict):
        return "Which of these do you mean?"
    if verdict.kind == UNCLEAR or _foreign(done, verdict):
        return _nothing_read(issue_said(done.parts, done.names))
    if done.table.doubts and verdict.kind in PACKAGE_ACTS:
        return "Which of these do you mean?" if any(d.pairs for d in done.table.doubts) else "Which figure is that?"
    if verdict.move is None:
        return (
            "What exactly? Name it, or pick one."
            if verdict.candidates
            else _nothing_read(issue_said(done.parts, done.names))
        )
    objects = objection(done, verdict.move)
    if objects:
        return objects
    if verdict.kind in PACKAGE_ACTS and verdict.clues[CLUES.index("left out")] and sure < _SURE_OF_THE_REST:
        return "You named more than that. Is this what you offer?"
    limit = settings.get("ask below", _ASK_BELOW)
    if verdict.kind in COMMITTING:
        limit = settings.get("ask below committing", _ASK_BELOW_COMMITTING)
    return "Did I get you right?" if sure < limit else ""


def _foreign(done: Work, verdict: Verdict) -> bool:
    """Mostly words that nobody here ever used: another language, or none."""
    strange = verdict.clues[CLUES.index("strange")]
    return strange > _STRANGE and len(done.folded.split()) > 2


def _nothing_read(issue: str) -> str:
    if issue:
        return f"I heard something about {issue}. What exactly?"
    return "I did not understand that. Say it another way, or choose from the menu."


def _rider(done: Work, heard: Opinion, act: ReadMove) -> ReadMove | None:
    """The act that rides along: one that a rule heard and the model does not deny, or one the model is sure of."""
    ruled: dict[str, ReadMove] = {}
    for read_here in done.found:
        for move in read_here:
            if move.kind in RIDERS and move.args.get("item", "-") and heard.parts.get(move.kind, 1.0) >= _DROPPED_BELOW:
                ruled.setdefault(move.kind, move)
    likely = {kind: chance for kind, chance in heard.parts.items() if kind in RIDERS and kind != act.kind}
    for kind in sorted(likely, key=lambda k: -likely[k]):
        if likely[kind] >= _RIDES_FROM and kind in ruled:
            return ruled[kind]
    found = [move for kind, move in ruled.items() if kind != act.kind and heard.parts.get(kind, 1.0) >= 0.3]
    return min(found, key=lambda move: RIDER_ORDER.index(move.kind), default=None)


def _later(done: Work, heard: Opinion, act: ReadMove, rider: ReadMove | None) -> tuple[ReadMove, ...]:
    """Acts that a rule heard besides, each in a sentence of its own: one has to be said first."""
    known = {act.kind, *([rider.kind] if rider else ())}
    sentences = {part.sentence for part in done.parts if part.start <= act.span[0] < part.start + len(part.text)}
    return tuple(_others(done, heard, known, sentences))[:2]


def _others(done: Work, heard: Opinion, known: set[str], sentences: set[int]) -> Sequence[ReadMove]:
    found: dict[str, ReadMove] = {}
    for part, read_here in zip(done.parts, done.found, strict=True):
        for move in read_here:
            fits = move.kind not in known and move.kind not in RIDERS and move.args.get("item", "-")
            if fits and part.sentence not in sentences and heard.parts.get(move.kind, 0.0) >= 0.5:
                found.setdefault(move.kind, move)
    return list(found.values())
