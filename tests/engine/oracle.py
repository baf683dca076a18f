"""The reactions worked out a second time, in plain Python: one lane, ints and dicts, nothing shared with the engine.

``hear(scene, before, move, ..)`` says which reactions a move sets off in its listener and what they do to it. What the
listener notices is in ``oracle_facts.py``, what the scene holds in ``oracle_scene.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.luck import Luck
from game.scenario.reaction import Reaction, parse_range
from game.scenario.words import ACT_GROUPS, ACTS, FACTS, SIGNALS, STANCE, acts_in
from tests.engine.oracle_facts import Turn, facts, named
from tests.engine.oracle_scene import Plain, Said, Scene

CHANGES = (*STANCE, "composure", "shift", "disclosure")
#: The list of the scene in which an act's item stands, and the speaker's mask of those it has raised.
LISTS = {"ask_priority": "issues", "share_priority": "issues", "argue": "evidence", "research": "research",
         "give": "favours", "clarify": "details", "attach": "conditions", "propose": "processes"}  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """What a move did to its listener: the names that fired, and the columns of the listener as they are now."""

    fired: tuple[str, ...]
    columns: Mapping[str, int]
    flags: frozenset[str]
    tactic: str | None
    line: str | None


def hear(
    scene: Scene, before: Plain, said: Said, remembered: frozenset[str], spent: frozenset[str], luck: Luck
) -> Heard:
    """A turn as its listener takes it.

    ``remembered`` are the listener's flags; ``spent`` the once-only reactions that have fired in it; ``luck`` is the
    lane's.
    """
    turn = Turn(scene, before, said)
    known = facts(turn)
    fired = [r for r in scene.kept if holds(r, turn, known, remembered, spent, luck)]
    columns = dict(turn.me)
    for name in CHANGES:
        low, high = (-20_000, 20_000) if name == "shift" else (0, 1000)
        change = eased(name, columns[name], sum(felt(r, name, turn) for r in fired))
        columns[name] = min(max(columns[name] + change, low), high)
    return Heard(
        fired=tuple(reaction.name for reaction in fired),
        columns=columns,
        flags=remembered | {reaction.then.remember for reaction in fired if reaction.then.remember},
        tactic=_foremost(fired, "tactic"),
        line=_foremost(fired, "line"),
    )


def eased(name: str, now: int, change: int) -> int:
    """A gain of stance above the middle counts less the less room is left; losses, and sums, count in full."""
    if change <= 0 or name in ("shift", "disclosure") or now <= 500:
        return change
    return change * 2 * (1000 - now) // 1000


def felt(reaction: Reaction, name: str, turn: Turn) -> int:
    """What a reaction changes in one column, scaled by the listener's sensitivity to its theme."""
    then = reaction.then
    if name == "shift":
        change = round(100 * then.aspiration)
    else:
        change = round(1000 * (then.disclosure if name == "disclosure" else then.stance.get(name, 0)))
    return round(change * turn.scene.scenario.seats[turn.listener].sensitivities.get(reaction.theme, 1.0))


def _foremost(fired: Sequence[Reaction], what: str) -> str | None:
    """The tactic or line of the highest priority; the order of the file decides between equals."""
    having = [reaction for reaction in fired if getattr(reaction.then, what)]
    return getattr(max(having, key=lambda r: r.priority).then, what) if having else None


def holds(
    reaction: Reaction,
    turn: Turn,
    known: Mapping[str, int | None],
    remembered: frozenset[str],
    spent: frozenset[str],
    luck: Luck,
) -> bool:
    """Whether a reaction fires."""
    when, said = reaction.when, turn.said
    if said.act in ACT_GROUPS["preparing"] or reaction.name in spent:
        return False
    if when.act and not any(said.act in acts_in(name) for name in when.act):
        return False
    if when.rider and said.rider not in when.rider:
        return False
    if when.after and not any(named(turn.me["said"]) in acts_in(name) for name in when.after):
        return False
    if when.item and not _names(turn) & set(when.item):
        return False
    if when.hand and turn.scene.scenario.seats[turn.listener].hands[turn.me["hand"]].id not in when.hand:
        return False
    if not all(within(known[name], text, FACTS[name].scale) for name, text in when.facts.items()):
        return False
    if when.times and not within(turn.have_done(said.act) + 1, when.times, 1):
        return False
    if not all(within(_since(turn, act), text, 1) for act, text in when.since.items()):
        return False
    if not set(when.remembered) <= remembered or set(when.not_remembered) & remembered:
        return False
    return when.chance >= 1 or _drawn(reaction, turn, luck)


def within(value: int | None, text: str, scale: int) -> bool:
    """Whether a value lies in a range; what does not exist lies in none."""
    span = parse_range(text, scale)
    return value is not None and span.low <= value <= span.high


def _names(turn: Turn) -> set[str]:
    """Ids of what the move and its rider name."""
    pairs = ((turn.said.act, turn.said.item), (turn.said.rider, turn.said.rider_item))
    return {getattr(turn.scene.scenario, LISTS[act])[item].id for act, item in pairs if act in LISTS and item >= 0}


def _since(turn: Turn, act: str) -> int | None:
    """How many of their own turns ago they last did it; None if never."""
    if not turn.have_done(act):
        return None
    return turn.they["turns"] - turn.before.last[turn.speaker][ACTS.index(act)]


def _drawn(reaction: Reaction, turn: Turn, luck: Luck) -> bool:
    draw = luck.below(1000, np.array([turn.they["turns"]], np.int32), f"chance {reaction.name}")
    return int(draw[0]) < round(1000 * reaction.when.chance)


assert set(CHANGES) > set(STANCE) and len(SIGNALS) == 5
