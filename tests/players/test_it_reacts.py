"""The counterpart reacts to how one asks, not only to what: batches of games in arms that differ in one thing.

Each arm is 2,000 games under the same luck, in every scene (300 in the normal run), so a difference of means is
compared with its own standard error; "clearly" is five of those. The offers are worked out from the scene: the best for
the counterpart's average hand among those worth so much to the player, so that what is tested is the scene and not a
lucky package.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from game.engine.columns import SEAT, TOLD
from game.engine.scoring import Scores
from game.engine.state import State
from game.engine.tables import Tables
from game.players.policies import POLICIES
from game.players.policy import CALM, HESITANT, PLEADING, SHARP, Signals
from tests.players.arms import after_turns, fixed, games, offer_for, scene

RELATIONSHIP = 3


@dataclass(frozen=True)
class Place:
    """What a sequence needs to know of a scene.

    Attributes:
        name: the scene. prepare: how to get a good moment beforehand; empty in scenes that have no bad one.
        first: the player's heaviest issue.
    """

    name: str
    first: str
    prepare: tuple[str, ...] = ()

    @property
    def tables(self) -> Tables:
        """The scene, compiled."""
        return scene(self.name)

    def offer(self, floor: int) -> str:
        """The offer worth ``floor`` to the player that is best for the average hand."""
        return offer_for(self.tables, self.tables.worth[1].mean(axis=0).astype(np.int32), floor)


#: All scenes; that the two dealer scenes have no ``prepare`` is because they have no bad moment to get away from.
PLACES = (
    Place("raise_request", "salary", ("research her_calendar", "moment thursday_early")),
    Place("dealer_rebate", "rebate"),
    Place("dealer_renewal", "rebate"),
    Place("procurement_pressure", "discount", ("research her_thursday", "moment tuesday_nine")),
)


@pytest.fixture(params=[300, pytest.param(2000, marks=pytest.mark.soak)], ids=lambda count: f"{count} games")
def count(request: pytest.FixtureRequest) -> int:
    """Games in each arm."""
    games_an_arm: int = request.param
    return games_an_arm


@pytest.fixture(params=PLACES, ids=lambda place: place.name)
def place(request: pytest.FixtureRequest) -> Place:
    """Every scene."""
    where: Place = request.param
    return where


def clearly_below(lower: NDArray[np.int32], higher: NDArray[np.int32]) -> bool:
    """The paired difference of means is more than five of its standard errors."""
    gap = higher.astype(float) - lower.astype(float)
    return bool(gap.mean() > 5 * gap.std() / np.sqrt(len(gap)) and gap.mean() > 0)


def theirs(place: Place, lines: list[str], turns: int, count: int) -> NDArray[np.int32]:
    """The counterpart's columns in so many games after so many turns of the player."""
    return after_turns(place.tables, fixed(place.tables, lines), turns, count).seat[:, 1]


def ended(place: Place, lines: list[str], count: int, signals: Signals = CALM) -> Scores:
    """How so many games of a sequence ended."""
    return games(place.tables, fixed(place.tables, lines, signals), count).scores


def three_offers(place: Place) -> list[str]:
    between = [f"share priority {place.first}", "ask constraint"]
    return [*place.prepare, place.offer(75), between[0], place.offer(70), between[1], place.offer(66)]


# ------------------------------------------------------------------------------------------------------ how it is said
@cache
def said(name: str, signals: Signals, count: int) -> State:
    place = next(place for place in PLACES if place.name == name)
    return after_turns(place.tables, fixed(place.tables, three_offers(place), signals), 5, count)


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
    place: Place, signals: Signals, column: str, calm_is_higher: bool, count: int
) -> None:
    calm, other = (said(place.name, how, count).seat[:, 1, SEAT[column]] for how in (CALM, signals))
    assert clearly_below(other, calm) if calm_is_higher else clearly_below(calm, other)


@pytest.mark.parametrize("signals", [HESITANT, PLEADING, SHARP], ids=["hesitant", "pleading", "sharp"])
def test_the_same_offers_said_otherwise_are_asked_more_for(place: Place, signals: Signals, count: int) -> None:
    calm, other = (said(place.name, how, count).seat[:, 1, SEAT["aspiration"]] for how in (CALM, signals))
    assert clearly_below(calm, other)


@pytest.mark.parametrize("signals", [HESITANT, PLEADING, SHARP], ids=["hesitant", "pleading", "sharp"])
def test_the_same_moves_said_otherwise_end_in_less(place: Place, signals: Signals, count: int) -> None:
    """The same twelve moves to their end, impasses included: what was conceded in the end is less."""
    lines = [*three_offers(place), "ask reason", "ask reason", place.offer(62), "ask whatif", place.offer(58), "accept"]
    calm, other = (ended(place, lines, count, how) for how in (CALM, signals))
    assert clearly_below(other.deal_value[:, 0], calm.deal_value[:, 0])
    if signals == SHARP:
        assert clearly_below(other.subjective[:, 1, RELATIONSHIP], calm.subjective[:, 1, RELATIONSHIP])


# ---------------------------------------------------------------------------------------------------- what is offered
def test_conceding_fast_gets_less_than_trading(place: Place, count: int) -> None:
    fast, trading = (games(place.tables, POLICIES[name], count) for name in ("conceder", "logroller"))
    assert clearly_below(fast.scores.deal_value[:, 0], trading.scores.deal_value[:, 0])


@pytest.mark.parametrize("column", ["patience", "trust"])
def test_repeating_an_offer_costs(place: Place, column: str, count: int) -> None:
    first, changed = place.offer(72), place.offer(68)
    again = theirs(place, [*place.prepare, first, "ask reason", first], 3, count)[:, SEAT[column]]
    other = theirs(place, [*place.prepare, first, "ask reason", changed], 3, count)[:, SEAT[column]]
    assert clearly_below(again, other)


# --------------------------------------------------------------------------------------------- asking and listening
def test_asking_uncovers_the_real_reason(place: Place, count: int) -> None:
    before = [*place.prepare, "ask constraint", f"share priority {place.first}", "acknowledge"]
    asked, silent = (
        theirs(place, [*before, *lines, "hold"], 7, count)[:, SEAT["told"]] >> TOLD["reason"] & 1
        for lines in (["ask reason", "ask reason", "ask reason"], ["chat", "summarise", "silence"])
    )
    assert asked.mean() > 0.6 and silent.mean() == 0


def test_clarifying_removes_the_costs_in_the_epilogue(place: Place, count: int) -> None:
    details = place.tables.names.details
    lines = ["ask reason", "ask constraint", "ask reason", place.offer(52), "accept", "accept"]
    clear = ended(place, [*place.prepare, *(f"clarify {d}" for d in details), *lines], count)
    vague = ended(place, [*place.prepare, *("summarise" for _ in details), *lines], count)
    deals = (clear.outcome == 1) & (vague.outcome == 1) & (clear.package == vague.package)
    assert deals.sum() > count // 20
    cost = int(place.tables.detail_costs[0, :-1].sum())
    assert ((clear.utility - vague.utility)[deals, 0] == cost).all()


def test_listening_pays(place: Place, count: int) -> None:
    """The same changed offer right after an answer, or when the answer is long past."""
    first, changed = place.offer(72), place.offer(68)
    between = [f"share priority {issue}" for issue in place.tables.names.issues[:2]]
    used = theirs(place, [*place.prepare, first, *between, "ask constraint", changed], 5, count)
    passed = theirs(place, [*place.prepare, first, "ask constraint", *between, changed], 5, count)
    assert clearly_below(passed[:, SEAT["trust"]], used[:, SEAT["trust"]])
    assert clearly_below(used[:, SEAT["shift"]], passed[:, SEAT["shift"]])


# ------------------------------------------------------------------------------------------------------------- manners
def test_gloating_sours_the_deal(place: Place, count: int) -> None:
    lines = [*place.prepare, "ask reason", place.offer(72), "ask whatif"]
    kind, unkind = (theirs(place, [*lines, last], 4, count) for last in ("credit", "gloat"))
    for column in ("trust", "face"):
        assert clearly_below(unkind[:, SEAT[column]], kind[:, SEAT[column]])


def test_gloating_before_signing_lowers_how_they_feel_about_it(place: Place, count: int) -> None:
    """Deals come about either way; all four factors together are worth less to the counterpart."""
    lines = [*place.prepare, "ask reason", "ask reason", "ask constraint", place.offer(56)]
    plain, gloating = (
        ended(place, [*lines, last, place.offer(53), "accept", "accept"], count) for last in ("summarise", "gloat")
    )
    both = (plain.outcome == 1) & (gloating.outcome == 1)
    assert both.sum() > count // 20
    assert clearly_below(gloating.subjective[both, 1].sum(axis=1), plain.subjective[both, 1].sum(axis=1))


def test_taking_their_first_offer_at_once_disappoints_them(place: Place, count: int) -> None:
    """The same offer of theirs, taken at once or after one counteroffer."""
    tables = place.tables
    opened = fixed(tables, ["chat", place.offer(60), "hold", "hold", "hold"], seat=1)
    at_once = games(tables, fixed(tables, ["chat", "chat", "accept"]), count, other=opened)
    later = games(tables, fixed(tables, ["chat", "chat", place.offer(72), "accept"]), count, other=opened)
    both = (at_once.scores.outcome == 1) & (later.scores.outcome == 1)
    assert both.sum() > count // 4
    subjective = [played.scores.subjective[both, 1].sum(axis=1) for played in (at_once, later)]
    assert clearly_below(subjective[0], subjective[1])


def test_bluffs_get_called(place: Place, count: int) -> None:
    bluffing, honest = (
        theirs(place, [place.offer(72), line], 2, count) for line in ("claim alternative", "share alternative")
    )
    assert clearly_below(bluffing[:, SEAT["trust"]], honest[:, SEAT["trust"]])
    assert clearly_below(honest[:, SEAT["shift"]], bluffing[:, SEAT["shift"]])
    flag = place.tables.reactions.flags.index("bluff_called")
    called = bluffing[:, SEAT["flags_0"] + flag // 30] >> flag % 30 & 1
    assert 0.5 < called.mean() < 0.8


def test_a_real_favour_is_returned(place: Place, count: int) -> None:
    tables = place.tables
    own = [i for i in range(len(tables.names.favours)) if tables.favour_seat[i] == 0]
    dear = tables.names.favours[max(own, key=lambda i: int(tables.favour_cost[i]))]
    given, without = (theirs(place, ["chat", line], 2, count) for line in (f"give {dear}", "summarise"))
    assert clearly_below(without[:, SEAT["trust"]], given[:, SEAT["trust"]])
    assert clearly_below(given[:, SEAT["shift"]], without[:, SEAT["shift"]])
