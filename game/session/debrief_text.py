"""A debrief in order: as lines to read or hear, one an event, and as JSON."""

from typing import Any

from game.scenario.words import SUBJECTIVE_VALUE
from game.session.debrief import Debrief
from game.session.game import Game

_NO_FAILURE = "None of the four: not short of what you wanted, not too much given, not empty-handed, not misread."


def as_text(found: Debrief, other: str) -> list[str]:
    """The debrief line by line; headings end with a colon and stand alone. ``other`` is the counterpart's name."""
    lines = ["What happened:", *found.happened]
    lines += ["What went well:", *found.wins]
    lines += ["Worth trying next time:", *found.to_try] if found.to_try else []
    lines += ["What it came to:", *found.value, *found.declared, *_felt(found, other)]
    lines += ["The four ways to fail, and which it was:", *(found.failures.values() or [_NO_FAILURE])]
    lines += [
        "How you went about it:",
        *(f"{'Yes' if p.met else 'Not yet'}, {p.title}: {p.text}" for p in found.practices),
    ]
    for heading, part in (
        ("What you worried about, and the price of silence:", found.worry),
        ("The first no:", found.first_no),
        ("What was settled and what stayed vague:", found.details),
        ("The end goal, and what went on small points:", found.goal),
        ("What came up in the middle:", found.curveball),
        (f"What lay behind {other}'s words:", found.hidden),
        ("What each of your lines set off:", found.reactions),
        ("What was heard in your own words:", found.heard),
        (f"{other}, asked how it was:", tuple(f'"{text}"' for text in found.feedback)),
    ):
        lines += [heading, *part] if part else []
    return lines + (["How it went on:", found.epilogue] if found.epilogue else [])


def _felt(found: Debrief, other: str) -> list[str]:
    numbers = found.numbers

    def factors(values: dict[str, float]) -> str:
        names = {"instrumental": "the result", "self": "own standing", "process": "the way it went",
                 "relationship": "the relationship"}  # fmt: skip
        return ", ".join(f"{names[name]} {values[name]:.1f}" for name in SUBJECTIVE_VALUE)

    return [
        f"How {other} feels about it, from 1 to 7: {factors(numbers.theirs)}.",
        f"How you can feel about it, by the same rule: {factors(numbers.mine)}.",
        f"{other}'s wish to deal with you again: {100 * numbers.willingness:.0f} of 100.",
    ]


def as_json(found: Debrief) -> dict[str, Any]:
    """Outcome and process list; the shape that outsiders rely on."""
    numbers = found.numbers
    return {
        "outcome": {
            "kind": found.outcome,
            "package": found.package,
            "deal_value": numbers.deal_value,
            "joint_value": numbers.joint_value,
            "joint_share_of_max": numbers.joint_share_of_max,
            "subjective_value": numbers.theirs,
            "own_subjective_value": numbers.mine,
            "willingness": numbers.willingness,
            "failures": list(found.failures),
        },
        "process": [{"name": p.name, "met": p.met, "turns": list(p.turns)} for p in found.practices],
        "wins": list(found.wins),
        "to_try": list(found.to_try),
        "feedback": list(found.feedback),
        "epilogue": found.epilogue,
    }


def game_json(game: Game, found: Debrief) -> dict[str, Any]:
    """The debrief with every turn of the player: the move, the words, the reply and what was set off."""
    return as_json(found) | {"turns": [_turn(game, n) for n, e in enumerate(game.entries) if _counts(game, n)]}


def _counts(game: Game, number: int) -> bool:
    entry = game.entries[number]
    return entry.said.seat == game.player and entry.told.turn > 0


def _turn(game: Game, number: int) -> dict[str, Any]:
    entry = game.entries[number]
    reply = game.entries[number + 1] if number + 1 < len(game.entries) else None
    answered = reply is not None and reply.said.seat != game.player
    return {
        "turn": entry.told.turn,
        "move": entry.notation,
        "words": entry.words,
        "reply": reply.words if reply is not None and answered else "",
        "reply_move": reply.notation if reply is not None and answered else "",
        "reactions": list(entry.told.reactions),
        "stance": entry.told.after,
    }
