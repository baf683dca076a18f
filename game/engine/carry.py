"""What an earlier game leaves behind for a follow-up scenario: trust, remembered flags, how it ended and felt.

Seats are matched by id, else by place. Trust comes back half way to where the new scene starts it; every flag
remembered in the earlier game is remembered again if the follow-up knows it, and four more say how it ended.
"""

import numpy as np

from game.engine.columns import SEAT
from game.engine.ending import DEAL
from game.engine.luck import Ints
from game.engine.scoring import Scores
from game.engine.state import State
from game.engine.tables import Bools, Tables
from game.engine.triggers import FLAG_BITS

#: From this relationship value on (x1000, of 1000..7000) the earlier game counts as warm.
WARM = 4500
RELATIONSHIP = 3


def carry_over(earlier: Tables, ended: State, scores: Scores, tables: Tables, state: State) -> State:
    """``state``, B fresh games of ``tables``, with what B ended games of ``earlier`` left behind.

    Flags set besides the remembered ones, for both seats: ``earlier_deal`` or ``earlier_impasse``; ``earlier_warm`` or
    ``earlier_cold`` by how that seat felt about the relationship.
    """
    seat = state.seat.copy(order="K")
    deal = scores.outcome == DEAL
    for place, name in enumerate(tables.names.seats):
        then = earlier.names.seats.index(name) if name in earlier.names.seats else place
        row, before = seat[:, place], ended.seat[:, then]
        row[:, SEAT["trust"]] = (row[:, SEAT["trust"]] + before[:, SEAT["trust"]]) // 2
        warm = scores.subjective[:, then, RELATIONSHIP] >= WARM
        how = {"earlier_deal": deal, "earlier_impasse": ~deal, "earlier_warm": warm, "earlier_cold": ~warm}
        for flag, name_of_flag in enumerate(tables.reactions.flags):
            held = how.get(name_of_flag)
            if held is None and name_of_flag in earlier.reactions.flags:
                held = _flag(before, earlier.reactions.flags.index(name_of_flag))
            if held is not None:
                row[:, SEAT["flags_0"] + flag // FLAG_BITS] |= held.astype(np.int32) << flag % FLAG_BITS
    return State(state.game, seat, state.table, state.times, state.last)


def _flag(row: Ints, flag: int) -> Bools:
    held: Bools = row[:, SEAT["flags_0"] + flag // FLAG_BITS] >> flag % FLAG_BITS & 1 == 1
    return held
