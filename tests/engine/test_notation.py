"""Moves as text: what is written is read back, what cannot be read gets a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.columns import KIND, NONE
from game.engine.moves import Unknown
from game.engine.notation import ITEMS, Move, NotUnderstood, parse, spoken, write
from game.scenario.words import ACT_GROUPS, ACTS, RIDERS
from tests.engine.scenes import fresh, talking

NAME = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda name: name not in ("final", "for"))
OPTION = st.from_regex(r"-?[a-z0-9][a-z0-9_.]{0,8}", fullmatch=True)
PACKAGE = st.dictionaries(NAME, OPTION, min_size=1, max_size=4)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1)
PIECES = ("offer", "offers", "trade", "accept", "rank", "price=1", "{", "}", "for", "&", "#", ":", "credit", "argue",
          "9", "ask", "reason")  # fmt: skip
PLAIN = [act for act in ACTS if act not in ITEMS and act not in ("offer", "offers", "trade", "accept", "never")]
ONE_ITEM = [act for act in ITEMS if act not in ("target", "walk_away", "rank", "never", "plan_no")]


@st.composite
def moves(draw: st.DrawFn) -> Move:
    move = draw(
        st.one_of(
            st.builds(Move, st.sampled_from(PLAIN)),
            st.builds(Move, st.sampled_from(ONE_ITEM), items=st.tuples(NAME)),
            st.builds(Move, st.just("rank"), items=st.lists(NAME, min_size=1, max_size=4).map(tuple)),
            st.builds(Move, st.just("plan_no"), items=st.sampled_from(ACTS).map(lambda act: (act,))),
            st.builds(Move, st.sampled_from(["target", "walk_away"]), value=st.integers(0, 1000).map(lambda n: n / 10)),
            st.builds(
                Move,
                st.just("never"),
                packages=st.dictionaries(NAME, OPTION, min_size=1, max_size=1).map(lambda p: (p,)),
            ),
            st.builds(Move, st.just("accept"), items=st.sampled_from([(), ("1",), ("2",), ("3",)])),
            st.builds(Move, st.just("offer"), packages=PACKAGE.map(lambda p: (p,)), final=st.booleans()),
            st.builds(Move, st.just("offers"), packages=st.lists(PACKAGE, min_size=2, max_size=3).map(tuple)),
            st.builds(trade, PACKAGE.filter(lambda p: len(p) > 1)),
        )
    )
    rider = draw(st.sampled_from([None, *RIDERS])) if move.act not in ACT_GROUPS["preparing"] else None
    changes = {
        "rider": rider,
        "rider_item": draw(NAME) if rider in ITEMS else None,
        "wording": draw(st.none() | NAME),
        "words": draw(st.none() | WORDS.map(str.strip).filter(bool)),
    }
    return Move(
        **{**{name: getattr(move, name) for name in ("act", "items", "packages", "gives", "value", "final")}, **changes}
    )


def trade(package: dict[str, str]) -> Move:
    gives = tuple(package)[: len(package) // 2]
    return Move("trade", packages=(package,), gives=gives)


@settings(max_examples=80, deadline=None)
@given(moves())
def test_what_is_written_is_read_back(move: Move) -> None:
    assert parse(write(move)) == move


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join))
def test_any_line_is_a_move_or_a_sentence(line: str) -> None:
    try:
        move = parse(line)
    except NotUnderstood as error:
        assert len(str(error)) > 15
    else:
        assert parse(write(move)) == move


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_written_as_it_is_spoken(act: str) -> None:
    assert "_" not in spoken(act)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("hello", "'hello' is not a move; moves start with one of: accept,"),
        ("", "'nothing' is not a move"),
        ("offer", "wants at least one ISSUE=OPTION"),
        ("offer price", "'price' is not ISSUE=OPTION"),
        ("offer price=1 price=2", "'price' is given twice"),
        ("offers {price=1}", "two or three packages in braces"),
        ("offers price=1 price=2", "two or three packages in braces"),
        ("trade price=1", "trade GIVE=OPTION for GET=OPTION"),
        ("trade price=1 for price=2", "'price' stands on both sides"),
        ("target 101", "a number from 0 to 100"),
        ("accept 4", "1, 2 or 3"),
        ("argue", "'argue' wants EVIDENCE"),
        ("argue one two", "'argue' wants EVIDENCE"),
        ("chat about rain", "'chat' takes nothing after it"),
        ("chat & offer", "cannot ride along"),
        ("chat & argue", "'argue' wants EVIDENCE"),
        ("chat & credit them", "'credit' takes nothing after it"),
        ("target 50 & credit", "nothing rides along with a move of preparation"),
        ("chat :", "nothing stands after the colon"),
        ("chat #", "wants the id of a wording"),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_write(line: str, hint: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        parse(line)
    assert hint in str(error.value)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("offer prize=100", "there is no issue 'prize' here; there is: price, service, pickup"),
        ("offer service=polish", "there is no option of service 'polish' here; there is: none, brakes, full"),
        ("ask priority colour", "there is no issue 'colour'"),
        ("argue photos", "there is no evidence 'photos' here; there is: listing, rust, receipt"),
        ("give money", "there is no favour 'money' here; there is: carry_box"),
        ("propose lunch", "there is no process 'lunch' here; there is: later_today"),
        ("chat & attach helmet", "there is no condition 'helmet' here; there is: test_ride"),
    ],
)
def test_unknown_names_are_answered_with_those_there_are(line: str, hint: str) -> None:
    with pytest.raises(Unknown) as error:
        talking("small").moves(line)
    assert hint in str(error.value)


def test_a_worry_is_looked_up_in_ones_own_list() -> None:
    assert int(fresh("small").moves("worry rude").item[0]) == 0
    with pytest.raises(Unknown, match="there is no worry 'rude' here; there is: none"):
        fresh("small").then("begin").moves("worry rude")


def test_a_line_becomes_numbers() -> None:
    moves = talking("small").moves("offer price=90 final & share priority pickup #calm_1 : What about ninety?")
    assert (int(moves.act[0]), int(moves.final[0])) == (KIND["offer"], 1)
    assert (int(moves.rider[0]), int(moves.rider_item[0])) == (KIND["share_priority"], 2)
    assert moves.packages[0].tolist() == [1 * 6 + 0 * 2 + 1, NONE, NONE]
