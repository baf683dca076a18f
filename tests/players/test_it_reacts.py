"""The counterpart reacts to how one asks, not only to what: batches of games in arms that differ in one thing.

Each arm is 2,000 games under the same luck, so a difference of means is compared with its own standard error; "clearly"
is five of those.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from game.engine.columns import SEAT, TOLD
from game.engine.tables import Tables
from game.players.policies import POLICIES
from game.players.policy import CALM, HESITANT, PLEADING, SHARP
from tests.players.arms import after_turns, fixed, games, scene

RAISE = scene("raise_request")
OFFERS = (
    "research her_calendar", "moment thursday_early",
    "offer salary=63500 title=senior review_date=june training=course remote=two scope=handovers",
    "share priority salary",
    "offer salary=62500 title=senior review_date=june training=course remote=two scope=handovers",
    "ask constraint",
    "offer salary=62000 title=senior review_date=september training=course remote=one scope=handovers",
)  # fmt: skip
RELATIONSHIP = 3


def clearly_below(lower: NDArray[np.int32], higher: NDArray[np.int32]) -> bool:
    """The paired difference of means is more than five of its standard errors."""
    gap = higher.astype(float) - lower.astype(float)
    return bool(gap.mean() > 5 * gap.std() / np.sqrt(len(gap)) and gap.mean() > 0)


def stance(tables: Tables, signals: tuple[int, int, int, int, int], column: str) -> NDArray[np.int32]:
    state = after_turns(tables, fixed(tables, OFFERS, signals), turns=5)
    return state.seat[:, 1, SEAT[column]]


@pytest.mark.parametrize(
    ("signals", "column", "calm_is_higher"),
    [
        (HESITANT, "seen_confidence", True),
        (PLEADING, "seen_desperation", False),
        (SHARP, "trust", True),
        (SHARP, "defensiveness", False),
        (PLEADING, "seen_confidence", True),
    ],
)
def test_the_same_offers_said_otherwise_leave_another_impression(
    signals: tuple[int, int, int, int, int], column: str, calm_is_higher: bool
) -> None:
    calm, other = stance(RAISE, CALM, column), stance(RAISE, signals, column)
    assert clearly_below(other, calm) if calm_is_higher else clearly_below(calm, other)


@pytest.mark.parametrize("signals", [HESITANT, PLEADING, SHARP])
def test_the_same_offers_said_otherwise_are_asked_more_for(signals: tuple[int, int, int, int, int]) -> None:
    calm, other = stance(RAISE, CALM, "aspiration"), stance(RAISE, signals, "aspiration")
    assert clearly_below(calm, other)


def test_conceding_fast_gets_less_than_trading() -> None:
    fast, trading = games(RAISE, POLICIES["conceder"]), games(RAISE, POLICIES["logroller"])
    assert clearly_below(fast.scores.deal_value[:, 0], trading.scores.deal_value[:, 0])


OPENING = "offer salary=63000 title=senior review_date=june training=course remote=two scope=handovers"
CHANGED = "offer salary=63000 title=senior review_date=september training=none remote=two scope=handovers"


@pytest.mark.parametrize("column", ["patience", "trust"])
def test_repeating_an_offer_costs(column: str) -> None:
    again = after_turns(RAISE, fixed(RAISE, [OPENING, "ask reason", OPENING]), 3).seat[:, 1, SEAT[column]]
    changed = after_turns(RAISE, fixed(RAISE, [OPENING, "ask reason", CHANGED]), 3).seat[:, 1, SEAT[column]]
    assert clearly_below(again, changed)


def test_asking_uncovers_the_real_reason() -> None:
    before = ["propose better_time", "ask constraint", "share priority salary", "acknowledge"]
    told = [
        (after_turns(RAISE, fixed(RAISE, [*before, *lines, "hold"]), 7).seat[:, 1, SEAT["told"]] >> TOLD["reason"] & 1)
        for lines in (["ask reason", "ask reason"], ["chat", "summarise"])
    ]
    assert told[0].mean() > 0.8 and told[1].mean() == 0


def test_clarifying_removes_the_costs_in_the_epilogue() -> None:
    details = RAISE.names.details
    final = "offer salary=60000 title=senior review_date=june training=diploma remote=one scope=handovers"
    clear = games(RAISE, fixed(RAISE, [*(f"clarify {d}" for d in details), final, "accept", "accept"]))
    vague = games(RAISE, fixed(RAISE, [*("summarise" for _ in details), final, "accept", "accept"]))
    cost = int(RAISE.detail_costs[0, :-1].sum())
    deals = (clear.scores.outcome == 1) & (vague.scores.outcome == 1)
    deals &= clear.scores.package == vague.scores.package
    assert deals.sum() > 100
    assert ((clear.scores.utility - vague.scores.utility)[deals, 0] == cost).all()


def test_gloating_sours_the_deal() -> None:
    lines = ["ask reason", OPENING, "ask whatif"]
    kind = after_turns(RAISE, fixed(RAISE, [*lines, "credit"]), 4)
    unkind = after_turns(RAISE, fixed(RAISE, [*lines, "gloat"]), 4)
    for column in ("trust", "face"):
        assert clearly_below(unkind.seat[:, 1, SEAT[column]], kind.seat[:, 1, SEAT[column]])


def test_taking_their_first_offer_at_once_disappoints_them() -> None:
    """The same offer of theirs, taken at once or after one counteroffer."""
    offer = "offer salary=61000 title=senior review_date=june training=course remote=one scope=handovers"
    opened = fixed(RAISE, ["chat", offer, "hold", "hold", "hold"], seat=1)
    at_once = games(RAISE, fixed(RAISE, ["chat", "chat", "accept"]), other=opened)
    later = games(RAISE, fixed(RAISE, ["chat", "chat", OPENING, "accept"]), other=opened)
    both = (at_once.scores.outcome == 1) & (later.scores.outcome == 1)
    assert both.sum() > 500
    subjective = [played.scores.subjective[both, 1].sum(axis=1) for played in (at_once, later)]
    assert clearly_below(subjective[0], subjective[1])


def test_listening_pays() -> None:
    """The same changed offer right after an answer, or when the answer is long past."""
    soon = ["propose better_time", OPENING, "chat", "chat", "ask constraint", CHANGED]
    late = ["propose better_time", OPENING, "ask constraint", "chat", "chat", CHANGED]
    used = after_turns(RAISE, fixed(RAISE, soon), 6).seat[:, 1]
    passed = after_turns(RAISE, fixed(RAISE, late), 6).seat[:, 1]
    assert clearly_below(passed[:, SEAT["trust"]], used[:, SEAT["trust"]])
    assert clearly_below(used[:, SEAT["shift"]], passed[:, SEAT["shift"]])


def test_bluffs_get_called() -> None:
    bluffing = after_turns(RAISE, fixed(RAISE, [OPENING, "claim alternative"]), 2).seat[:, 1]
    honest = after_turns(RAISE, fixed(RAISE, [OPENING, "share alternative"]), 2).seat[:, 1]
    assert clearly_below(bluffing[:, SEAT["trust"]], honest[:, SEAT["trust"]])
    assert clearly_below(honest[:, SEAT["shift"]], bluffing[:, SEAT["shift"]])
    names = RAISE.reactions.flags
    flag = names.index("bluff_called")
    called = bluffing[:, SEAT["flags_0"] + flag // 30] >> flag % 30 & 1
    assert 0.5 < called.mean() < 0.8


def test_a_real_favour_is_returned_and_a_cheap_one_is_not_much() -> None:
    costs = {name: int(RAISE.favour_cost[i]) for i, name in enumerate(RAISE.names.favours) if RAISE.favour_seat[i] == 0}
    dear = max(costs, key=lambda name: costs[name])
    given = after_turns(RAISE, fixed(RAISE, ["chat", f"give {dear}"]), 2).seat[:, 1]
    without = after_turns(RAISE, fixed(RAISE, ["chat", "summarise"]), 2).seat[:, 1]
    assert clearly_below(without[:, SEAT["trust"]], given[:, SEAT["trust"]])
    assert clearly_below(given[:, SEAT["shift"]], without[:, SEAT["shift"]])
