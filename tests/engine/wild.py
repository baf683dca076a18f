"""A random player that does what the shipped one leaves out: riders, the same offer again, steps towards the other."""

import numpy as np

from game.engine.columns import KIND, NONE, TALK
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.view import View
from game.players.policies import POLICIES
from game.scenario.words import PACKAGE_ACTS, RIDERS

FREE_RIDERS = tuple(rider for rider in RIDERS if rider not in ("argue", "share_priority", "attach"))
MANY = 1 << 16


def wild(view: View, luck: Luck) -> Moves:
    """The shipped random policy, with more of what sets reactions off."""
    turn, moves = view.own("turns"), POLICIES["random"](view, luck)
    talking = view.game("phase") == TALK
    dice = luck.below(12, turn, "wild")
    _offer_again(view, moves, talking & (dice < 3))
    _step_towards(view, moves, talking & (dice >= 3) & (dice < 5))
    _end_later(moves, talking & (dice > 5))
    _ride(view, luck, moves, talking & (luck.below(3, turn, "ride") == 0))
    _prepare(view, moves, ~talking & (dice % 2 == 0))
    return moves


def _prepare(view: View, moves: Moves, where: np.ndarray) -> None:
    """Everything the budget buys, and a plan; what is done last is decided first."""
    tables, done = view.tables, view.own("researched")
    for item in tables.research.tolist():
        todo = where & (done >> item & 1 == 0) & (tables.research_cost[item] <= view.own("budget"))
        moves.act[todo], moves.item[todo] = KIND["research"], item
    todo = where & (view.own("plan_no") < 0)
    moves.act[todo], moves.item[todo] = KIND["plan_no"], KIND["hold"]


def _offer(moves: Moves, where: np.ndarray, packages: np.ndarray) -> None:
    moves.act[where], moves.item[where], moves.rider[where], moves.final[where] = KIND["offer"], NONE, NONE, 0
    moves.packages[where] = NONE
    moves.packages[where, 0] = packages[where]


def _offer_again(view: View, moves: Moves, where: np.ndarray) -> None:
    _offer(moves, where & (view.offered[:, 0] >= 0), view.offered[:, 0])


def _step_towards(view: View, moves: Moves, where: np.ndarray) -> None:
    """From what it was offered to what it asks for, a little lower every time."""
    asks = (9500 - 400 * view.own("offers")).astype(np.int32)
    _offer(moves, where, view.rung(np.maximum(asks, 3000)))


def _end_later(moves: Moves, where: np.ndarray) -> None:
    ending = np.isin(moves.act, [KIND["leave"], KIND["leave_next"], KIND["accept"]])
    moves.act[where & ending], moves.item[where & ending] = KIND["hold"], NONE


def _ride(view: View, luck: Luck, moves: Moves, where: np.ndarray) -> None:
    turn, tables = view.own("turns"), view.tables
    which = luck.below(len(FREE_RIDERS) + 3, turn, "rider")
    for number, rider in enumerate(FREE_RIDERS):
        _put(moves, where & (which == number), rider, np.full(len(view), NONE))
    pick, first = luck.below(MANY, turn, "ridden"), len(FREE_RIDERS)
    _put(moves, where & (which == first), "share_priority", pick % len(tables.names.issues))
    if len(tables.conditions):
        _put(moves, where & (which == first + 1), "attach", tables.conditions[pick % len(tables.conditions)])
    if len(tables.evidence):
        fact = tables.evidence[pick % len(tables.evidence)]
        held = view.own("evidence") >> fact & 1 == 1
        _put(moves, where & (which == first + 2) & held, "argue", fact)


def _put(moves: Moves, where: np.ndarray, rider: str, item: np.ndarray) -> None:
    moves.rider[where], moves.rider_item[where] = KIND[rider], item[where]


assert set(FREE_RIDERS) < set(RIDERS) and "offer" in PACKAGE_ACTS
