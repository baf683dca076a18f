"""Cross references and numbers: what the shape alone cannot tell."""

import itertools
import re

import numpy as np
import pytest

from game.scenario.check_agreement import possible, utilities
from game.scenario.load import read_scenario_text
from game.scenario.options import option_ids, points_of
from tests.scenario.scenes import SMALL, assert_well_placed, edited, problems, sentences

SCENE = read_scenario_text(SMALL, "small")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("opens: buyer", "opens: byer", ["9:8: 'byer' is not a seat (buyer, seller); did you mean 'buyer'?"]),
        ("evidence: [rust]", "evidence: [rst]",
         ["'rst' is not evidence (listing, rust, receipt); did you mean 'rust'?"]),
        ("aspiration: {seller: -4}", "aspiration: {seler: -4}", ["'seler' is not a seat"]),
        ("alternative: {seller: -2}", "alternative: {x: -2}", ["30:17: 'x' is not a seat"]),
        ("status_quo: none", "status_quo: nun", ["'nun' is not an option of 'service' (none, brakes, full)"]),
        ("status_quo: 160", "status_quo: 165",
         ["'165' is not an option of 'price'; its numbers go from 80 to 160 in steps of 10"]),
        ("status_quo: 160", "status_quo: low", ["'low' is not a number and is not an option of 'price'"]),
        ("vague_costs: {buyer: 6", "vague_costs: {bayer: 6", ["'bayer' is not a seat"]),
        ("aims_at: fair", "aims_at: commute", ["'commute' is not an interest of 'seller' (fair, space)"]),
        ("found_by: [ask_constraint]", "found_by: [chat]", ["'chat' is not a question"]),
        ("label: the receipt, seat: seller", "label: the receipt, seat: sel", ["'sel' is not a seat"]),
        ("evidence: [listing]", "evidence: [receipt, listing]",
         ["'receipt' is not evidence of 'buyer' (listing, rust)"]),
        ("priorities: [pickup]", "priorities: [pick]",
         ["'pick' is not an issue (price, service, pickup); did you mean 'pickup'?"]),
        ("moments: [evening]", "moments: [morning]", ["'morning' is not a moment"]),
        ("hard_for: [leaving]", "hard_for: [leving]",
         ["'leving' is not a hand of 'seller' (proud, leaving); did you mean 'leaving'?"]),
        ("binds: [proud]", "binds: [commuter]", ["'commuter' is not a hand of 'seller'"]),
        ("moment: evening", "moment: eve", ["'eve' is not a moment"]),
        ("impossible: {price: [160]}", "impossible: {prise: [160]}", ["'prise' is not an issue"]),
        ("impossible: {price: [160]}", "impossible: {price: [150, 161]}", ["'161' is not an option of 'price'"]),
        ("betrays: {pickup: [weekend]}", "betrays: {pickup: [weekday]}", ["'weekday' is not an option of 'pickup'"]),
        ("options: {service: [full]}", "options: {service: [ful]}", ["'ful' is not an option of 'service'"]),
        ("first: {service: full}", "first: {servic: full}", ["'servic' is not an issue"]),
        ("first: {service: full}", "first: {service: full, price: 80}",
         ["'first' wants exactly one issue with its option"]),
        ("second: {pickup: today}", "second: {service: none}", ["both sides are about 'service'; pair two issues"]),
        ("hand: [leaving]}", "hand: [commuter]}", ["'commuter' is not a hand of 'seller'"]),
        ("mood: [tense]", "meeting: [yrd]", ["'yrd' is not a meeting (yard, call); did you mean 'yard'?"]),
        ("about: [pickup]", "about: [pickups]", ["'pickups' is not an item of this scene; did you mean 'pickup'?"]),
        ("about: [pickup]", "terms: {pickup: [weekday]}", ["'weekday' is not an option of 'pickup'"]),
        ("about: [pickup]", "after: [nobody_knows]", ["'nobody_knows' is not remembered in this scene"]),
        ("I could do {offer}.", "I could do {ofer}.", ["nothing fills in '{ofer}'; did you mean 'offer'?"]),
        ("hand: [proud], facts", "hand: [prowd], facts", ["'prowd' is not a hand of either seat"]),
        ("act: [credit],", "act: [argue], item: [rast],",
         ["'rast' is not an item of this scene; did you mean 'rust'?"]),
        ("seat: [buyer], signals", "seat: [bayer], signals", ["'bayer' is not a seat"]),
        ("about: [rust], signals", "about: [dust], signals",
         ["'dust' is not an item of this scene; did you mean 'rust'?"]),
        ("pickup: {today: 25, weekend: 0}", "pickup: {today: 25, weekand: 0}",
         ["'pickup' lacks points for 'weekend'", "'weekand' is not an option of 'pickup'"]),
        # ids
        ("id: seller\n", "id: buyer\n", ["'buyer' is the id of entry 1 already"]),
        ("id: leaving\n", "id: proud\n",
         ["'leaving' is not a hand", "'proud' is the id of entry 1 already; rename one hand", "'leaving' is not"]),
        ("id: brakes,", "id: none,",
         ["'none' is the id of entry 1 already; rename one option", *["'brakes' is not an option"] * 2]),
        ("id: receipt", "id: rust", ["'rust' is an id already (evidence, entry 2); rename one of them"]),
        ("id: carry_box", "id: lights", ["'lights' is an id already"]),
        ("id: lunch", "id: now", ["'now' is an id already (meetings, entry 1)"]),
        ("id: call", "id: yard", ["'yard' is the id of entry 1 already"]),
        ("id: ask_caretaker", "id: look_online", ["'look_online' is the id of entry 1 already"]),
        # numbers
        ("step: 10", "step: 7", ["160 is not reached from 80 in steps of 7; change one"]),
        ("stop: 160", "stop: 80", ["'price' wants at least two numbers, found one"]),
        ("step: 10", "step: 0.01", ["'price' has 8001 options and may have 2000; take a larger step"]),
        ("step: 10", "step: 0.00001", ["a step has at most four decimal places"]),
        ("start: 80", "start: inf", ["'price': numbers go up to 1000000000"]),
        ("start: 80", "start: nan", ["'price': numbers go up to 1000000000"]),
        ("reference: 140", "reference: 170", ["the reference 170 lies outside 80 to 160"]),
        ("    status_quo: none", "    reference: 3\n    status_quo: none",
         ["'reference' is for an issue with a 'range'"]),
        ("    status_quo: none", "    price: yes\n    status_quo: none",
         ["'price' is the price issue already; there can be one"]),
        ("price: {80: 50, 120: 30, 160: 0}", "price: {80: 50}", ["give points for at least two numbers of 'price'"]),
        ("120: 30", "80.0: 30", ["points for 80.0 are given twice"]),
        ("    range: {start: 80, stop: 160, step: 10}\n", "",
         ["'price' wants either 'options' or 'range'; it has neither", "'reference' is for an issue with a 'range'"]),
        ("      service: {none: 20, brakes: 12, full: 0}\n", "", ["no points are given for 'service'"]),
        ("found: known", "found: research", ["'receipt' is found by research, but no research of 'seller' lists it"]),
        ("found: known", "found: asking", ["'receipt' is found by asking, but 'found_by' names no question"]),
        ("id: lunch, label: at lunch", "id: l, label: l}\n      - {id: m, label: m, known: no",
         ["nothing reveals 'm'"]),
        ("cost: 2\n", "cost: 5\n", ["'look_online' costs 5, and the budget of 'buyer' is 4"]),
        ("turn: 4", "turn: 8", ["the event comes after turn 8, and no meeting has more than 8 turns"]),
        ("benefit: -1", "benefit: inf", ["'benefit' must lie from -100 to 100"]),
        ("opening: 90", "opening: 20", ["'leaving' opens at 20, below its reservation 30"]),
        ("opening: 90", "yields_in_meeting: 3", ["'leaving' yields in meeting 3; there are 2"]),
        # agreement
        ("reservation: 45", "reservation: 95",
         ["130:22: 'proud' wants at least 95, and the best possible package is worth 92.5"]),
        ("reservation: 30", "reservation: 90",
         ["136:22: no agreement is possible between 'buyer' with hand 'commuter' (reservation 35) and 'seller' with "
          "hand 'leaving' (reservation 90)"]),
        ("impossible: {price: [160]}", "impossible: {pickup: [today, weekend]}", ["leave no package at all"]),
    ],
)  # fmt: skip
def test_findings(old: str, new: str, wanted: list[str]) -> None:
    text = edited((old, new))
    found = sentences(text)
    assert_well_placed(problems(text), text)
    assert len(found) == len(wanted), found
    for sentence, piece in zip(found, wanted, strict=True):
        assert piece in sentence


IDS = (
    "buyer", "seller", "price", "service", "pickup", "none", "brakes", "full", "today", "weekend", "listing", "rust",
    "evening", "proud", "leaving", "fair",
)  # fmt: skip


def test_every_reference_of_the_small_scene_is_checked() -> None:
    """Misspell each use of an id in turn: its own line is reported every time."""
    uses = [
        use for name in IDS for use in re.finditer(rf"(?:^ +|[\[{{] ?|, |: ){name}(?=[\],:}}\n])", SMALL, re.MULTILINE)
    ]
    checked = 0
    for use in uses:
        line = SMALL[: use.end()].rpartition("\n")[2]
        if line.endswith(tuple(f"{key}: {name}" for key in ("id", "label") for name in IDS)) or "interests:" in line:
            continue
        text = SMALL[: use.end()] + "_q" + SMALL[use.end() :]
        assert text[: use.end()].count("\n") + 1 in {problem.line for problem in problems(text)}, line
        checked += 1
    assert checked > 50


def test_points_nobody_can_scale() -> None:
    text = edited(
        ("price: {80: 50, 120: 30, 160: 0}", "price: {80: 0, 160: 0}"),
        ("{none: 0, brakes: 20, full: 25}", "{none: 0, brakes: 0, full: 0}"),
        ("{today: 25, weekend: 0}", "{today: 0, weekend: 0}"),
    )
    assert sentences(text) == ["106:9: no package is worth more than 0 points to 'buyer' with hand 'commuter'"]


def many(kind: str, entry: str, count: int) -> str:
    return edited((f"{kind}:\n", f"{kind}:\n" + "".join(f"  - {{{entry.format(n)}}}\n" for n in range(count))))


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("evidence", "id: e{}, label: e, seat: buyer, strength: 0.5, found: known"),
        ("favours", "id: f{}, label: f, seat: buyer, cost: 1"),
        ("details", "id: d{}, label: d, vague_costs: {{}}, epilogue: e"),
        ("conditions", "id: c{}, label: c, seat: buyer, gain: 1"),
        ("processes", "id: p{}, label: p"),
        ("research", "id: r{}, seat: buyer, label: r, cost: 1, found: f"),
    ],
)
def test_at_most_thirty_of_each(kind: str, entry: str) -> None:
    present = len(getattr(SCENE, kind))
    assert problems(many(kind, entry, 30 - present)) == []
    (problem,) = problems(many(kind, entry, 31 - present))
    assert problem.message == f"31 {kind} are given and 30 fit; take some out"


def test_at_most_six_hands() -> None:
    hand = "      - {id: h%d, brief: b, stated_reason: s, real_reason: r, reservation: 30}\n"
    text = edited(
        ("    hands:\n      - id: proud", "    hands:\n" + "".join(hand % n for n in range(5)) + "      - id: proud")
    )
    assert [problem.message for problem in problems(text)] == ["7 hands are given and 6 fit; take some out"]


def test_at_most_two_hundred_thousand_packages() -> None:
    """Two thousand prices, times three services, times two, is fine; a fourth issue of 20 numbers is not."""
    fine = edited(("step: 10", "step: 0.05"), ("120: 30, ", ""))
    assert problems(fine) == []
    more = fine.replace(
        "details:\n", "  - {id: days, label: days, range: {start: 1, stop: 30, step: 1}, status_quo: 1}\ndetails:\n", 1
    )
    more = more.replace("\n    points:\n", "\n    points:\n      days: {1: 0, 30: 1}\n")
    assert [problem.message for problem in problems(more)] == [
        "1601 x 3 x 2 x 30 = 288180 packages, and 200000 fit; take larger steps or fewer options"
    ]


def test_utilities_equal_a_plain_sum_over_packages() -> None:
    for seat in SCENE.seats:
        for hand in seat.hands:
            worth = utilities(SCENE, seat, hand)
            points = [points_of(seat, hand, issue) for issue in SCENE.issues]
            sums = {}
            for package in itertools.product(*(range(len(column)) for column in points)):
                names = {issue.id: option_ids(issue)[place] for issue, place in zip(SCENE.issues, package, strict=True)}
                extra = sum(
                    pair.points for pair in seat.interactions if (pair.first | pair.second).items() <= names.items()
                )
                sums[package] = sum(column[place] for column, place in zip(points, package, strict=True)) + extra
            best = max(sums.values())
            assert worth.max() == 100
            assert all(abs(worth[package] - 100 * total / best) <= 0.005001 for package, total in sums.items())


def test_what_is_impossible_to_one_is_impossible_to_both() -> None:
    fine = possible(SCENE)
    assert not fine[-1].any()
    assert np.count_nonzero(fine) == fine.size - fine[-1].size
