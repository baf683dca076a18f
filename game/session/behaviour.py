"""How a game was gone about, beside its moves: preparation, drift, what was learned and told, what was talked of."""

from dataclasses import dataclass

from game.engine.lanes import popcount
from game.engine.notation import Move
from game.engine.scoring import score
from game.engine.story import stance_of
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS
from game.session.game import Game

#: An issue matters if its options differ by at least this share of what all of them differ by, for either side.
MATTERS = 0.2
#: Kinds of things that can be told beside priorities: need, reason, alternative, deadline, constraint, decision.
_TOLD_KINDS = 6


@dataclass(frozen=True)
class Behaviour:
    """Counts and shares.

    Attributes:
        researched, researchable: items looked into, and how many there were. target: declared, 0..100, None if not;
            reachable: the best own worth there was. drift: points of the deal below the declared walk-away.
        learned, learnable: priorities and other things that they told, and how many there were. told: the same of one's
            own. need_shown: how much need they saw more at the end than at the start, 0..1.
        on_what_mattered: share of the turns spent on what matters, None without a turn.
    """

    researched: int
    researchable: int
    target: float | None
    reachable: float
    drift: float
    learned: int
    learnable: int
    told: int
    need_shown: float
    on_what_mattered: float | None


def behaviour(game: Game) -> Behaviour:
    """Read a game."""
    me, other, tables = game.player, 1 - game.player, game.stage.tables
    issues = len(tables.names.issues)
    target = game.own(me, "target")
    first = game.entries[0].before if game.entries else game.state
    hands = (game.own(me, "hand"), game.own(other, "hand"))
    shown = stance_of(game.state, 0, other)["seen_desperation"] - stance_of(first, 0, other)["seen_desperation"]
    return Behaviour(
        researched=_bits(game, me, "researched"),
        researchable=int((tables.research_seat == me).sum()),
        target=target / 100 if target >= 0 else None,
        reachable=int(tables.best[me, hands[0], hands[1]]) / 100,
        drift=int(score(tables, game.state).drift[0, me]) / 100,
        learned=_bits(game, other, "told_priorities") + _bits(game, other, "told"),
        learnable=issues + _TOLD_KINDS,
        told=_bits(game, me, "told_priorities") + _bits(game, me, "told"),
        need_shown=shown,
        on_what_mattered=_on_what_mattered(game),
    )


def _bits(game: Game, seat: int, column: str) -> int:
    return int(popcount(game.own(seat, column)))


def _on_what_mattered(game: Game) -> float | None:
    own = [entry.said.move for entry in game.entries if entry.said.seat == game.player and entry.told.turn > 0]
    heavy = _heavy(game)
    return sum(_matters(move, heavy) for move in own) / len(own) if own else None


def _heavy(game: Game) -> set[str]:
    """Issues that matter to either side."""
    tables, found = game.stage.tables, set()
    for seat in (0, 1):
        worth = tables.issue_worth[seat, game.own(seat, "hand")]
        spread = worth.max(axis=1) - worth.min(axis=1)
        found |= {tables.names.issues[i] for i, each in enumerate(spread) if each >= MATTERS * spread.sum()}
    return found


def _matters(move: Move, heavy: set[str]) -> bool:
    """Whether a move is about what matters: a heavy issue, a reason, a limit, a fact, a detail, or an agreement."""
    if move.act in PACKAGE_ACTS:
        return any(heavy & package.keys() for package in move.packages)
    if move.act in ("ask_priority", "share_priority"):
        return move.item in heavy
    about = (*ACT_GROUPS["asking"], *ACT_GROUPS["telling"], "argue", "give", "attach", "accept", "clarify", "propose",
             "escalate", "agree_subject_to_approval", "leave_next", "acknowledge", "credit")  # fmt: skip
    return move.act in about


def behaviour_lines(game: Game) -> list[str]:
    """The same in sentences."""
    found, name = behaviour(game), game.stage.name(1 - game.player)
    lines = [f"Preparation: you looked into {found.researched} of {found.researchable} things."]
    if found.target is not None:
        gap = found.target - found.reachable
        how = "more than" if gap > 2 else "less than" if gap < -10 else "about"
        lines.append(
            f"You aimed for {found.target:.0f}; the best within reach was {found.reachable:.0f}: {how} there was."
        )
    if found.drift > 0:
        lines.append(f"Your limit drifted: the deal lies {found.drift:.0f} below your walk-away.")
    lines.append(
        f"{name} told you {found.learned} of {found.learnable} things there were; you told {name} {found.told}."
    )
    if found.need_shown >= 0.1:
        lines.append(f"{name} saw {100 * found.need_shown:.0f} of 100 more need in you at the end than at the start.")
    if found.on_what_mattered is not None:
        lines.append(f"{100 * found.on_what_mattered:.0f} % of your turns were about what mattered to either of you.")
    return lines
