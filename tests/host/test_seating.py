"""Whatever happens in a class, everybody has exactly one place, and nobody's pair is disturbed by somebody else."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.host.seating import (
    ODD,
    Arrangement,
    CannotSeat,
    Pair,
    Pairs,
    add_latecomer,
    against_script,
    at_random,
    by_hand,
    drop_out,
    place_of,
    swapped,
)

people = st.lists(st.text("abcdefgh", min_size=1, max_size=4), unique=True, max_size=31)
odd = st.sampled_from(ODD)


def everybody(pairs: Pairs) -> list[str]:
    return sorted(each for pair in pairs for each in (*pair.people, *pair.observers))


@given(people, st.integers(), odd)
def test_by_lot_everybody_has_one_place_and_at_most_one_is_without_a_partner(
    names: list[str], seed: int, left: str
) -> None:
    pairs = at_random(names, Random(seed), left)
    assert everybody(pairs) == sorted(names)
    full = [pair for pair in pairs if len(pair.people) == 2]
    assert len(full) == len(names) // 2
    assert sum(len(pair.observers) for pair in pairs) == (len(names) % 2 if left == "observe" and full else 0)


@given(people, st.integers(), odd)
def test_the_same_luck_gives_the_same_pairs_whatever_the_order_of_joining(
    names: list[str], seed: int, left: str
) -> None:
    assert at_random(names, Random(seed), left) == at_random(names[::-1], Random(seed), left)


def test_luck_decides_who_sits_where() -> None:
    names = list("abcdefgh")
    assert len({at_random(names, Random(seed)) for seed in range(20)}) > 10


@given(people, odd, st.data())
def test_by_hand_the_named_sit_as_named_and_the_others_are_paired(
    names: list[str], left: str, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, len(names) // 2))
    couples = [(names[2 * n], names[2 * n + 1]) for n in range(count)]
    pairs = by_hand(names, couples, left)
    assert [pair.seats for pair in pairs[:count]] == couples
    assert everybody(pairs) == sorted(names)


def test_by_hand_refuses_strangers_and_people_at_two_tables() -> None:
    with pytest.raises(CannotSeat, match="z is not in this class"):
        by_hand(["a", "b"], [("a", "z")])
    with pytest.raises(CannotSeat, match="a was put at two tables"):
        by_hand(["a", "b", "c"], [("a", "b"), ("c", "a")])
    with pytest.raises(CannotSeat, match="two tables"):
        by_hand(["a"], [("a", "a")])


@given(people, st.sampled_from([0, 1]))
def test_against_the_script_everybody_holds_the_same_seat(names: list[str], seat: int) -> None:
    pairs = against_script(names, seat)
    assert [pair.seats[seat] for pair in pairs] == names
    assert all(pair.seats[1 - seat] is None and pair.kinds[1 - seat] == "script" for pair in pairs)


@given(people, st.integers(), odd, st.data())
def test_latecomers_disturb_nobody_who_has_begun(names: list[str], seed: int, left: str, data: st.DataObject) -> None:
    pairs = at_random(names, Random(seed), left)
    untouched = data.draw(st.sets(st.sampled_from(range(len(pairs))))) if pairs else set()
    for late in ("late1", "late2", "late3"):
        before = pairs
        pairs = add_latecomer(pairs, late, untouched, left)
        assert place_of(pairs, late) is not None
        for number, pair in enumerate(before):
            same = pairs[number].seats == pair.seats
            joined = number in untouched and len(pair.people) == 1 and set(pair.people) < set(pairs[number].people)
            assert same or joined
    assert everybody(pairs) == sorted([*names, "late1", "late2", "late3"])


def test_a_latecomer_gets_the_observer_as_partner_before_the_script() -> None:
    pairs = (Pair(("a", "b"), ("c",)),)
    assert add_latecomer(pairs, "late") == (Pair(("a", "b")), Pair(("c", "late")))
    assert add_latecomer(pairs, "c") == pairs
    assert add_latecomer((Pair(("a", "b")),), "late") == (Pair(("a", "b")), Pair(("late", None)))


@given(people, st.integers(), odd, st.data())
def test_a_drop_out_leaves_the_script_in_the_seat(names: list[str], seed: int, left: str, data: st.DataObject) -> None:
    pairs = at_random(names, Random(seed), left)
    if not names:
        return
    gone = data.draw(st.sampled_from(names))
    after = drop_out(pairs, gone)
    assert everybody(after) == sorted(set(names) - {gone})
    assert len(after) == len(pairs)
    place = place_of(pairs, gone)
    assert place is not None
    if place.seat is not None:
        assert after[place.pair].seats[place.seat] is None
        assert after[place.pair].seats[1 - place.seat] == pairs[place.pair].seats[1 - place.seat]
    assert drop_out(after, gone) == after


@given(people, st.integers(), odd)
def test_swapped_seats_keep_the_partners_and_give_observers_a_seat(names: list[str], seed: int, left: str) -> None:
    pairs = at_random(names, Random(seed), left)
    again = swapped(pairs)
    assert everybody(again) == sorted(names)
    assert not any(pair.observers for pair in again)
    for old, new in zip(pairs, again, strict=False):
        assert new.seats == old.seats[::-1]


@given(people, st.integers(), st.sampled_from(["random", "hand", "script"]))
def test_an_arrangement_seats_everybody(names: list[str], seed: int, how: str) -> None:
    assert everybody(Arrangement(how).of(names, Random(seed))) == sorted(names)
