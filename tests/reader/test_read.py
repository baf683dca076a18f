"""Typed lines on the small scene, hostile input, and what the reading looks like from outside."""

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.notation import parse, write
from game.library import asset
from game.reader.acts import read
from game.reader.reading import as_json, as_move, to_move
from game.scenario.load import load_phrasebook
from game.scenario.words import PACKAGE_ACTS, RIDERS, SIGNALS
from tests.reader.typed_lines import FRESH, THEIRS, UNDER_THEIRS

COMMITTING = {*PACKAGE_ACTS, "accept", "agree_subject_to_approval", "leave", "leave_next"}


def notation(reading) -> str:
    return "?" if reading.unclear else write(to_move(reading)).split(" : ")[0]


@pytest.mark.parametrize("line", FRESH)
def test_a_typed_line(scene, line):
    assert notation(read(line, scene, "buyer", {})) == FRESH[line]


@pytest.mark.parametrize("line", UNDER_THEIRS)
def test_a_typed_line_with_an_offer_on_the_table(scene, line):
    assert notation(read(line, scene, "buyer", THEIRS)) == UNDER_THEIRS[line]


def test_the_other_seat_has_its_own_evidence(scene):
    assert notation(read("The receipt shows it.", scene, "seller")) == "argue receipt"
    assert notation(read("The receipt shows it.", scene, "buyer")) == "?"


def test_an_unclear_line_says_what_it_could_be_and_cannot_be_submitted(scene):
    reading = read("125", scene, "buyer")
    assert [write(as_move(candidate)) for candidate in reading.candidates] == ["offer price=120", "offer price=130"]
    assert reading.moves == () and reading.question.endswith("?")
    with pytest.raises(ValueError, match=re.escape(reading.question)):
        to_move(reading)


def test_every_issue_is_offered_when_none_is_named(scene):
    candidates = read("What matters most to you?", scene, "buyer").candidates
    assert [candidate.args["item"] for candidate in candidates] == ["price", "service", "pickup"]


def test_a_reading_as_json_has_the_agreed_shape(scene):
    seen = json.loads(json.dumps(as_json(read("Thanks. I can do 110 if you include new brakes.", scene, "buyer"))))
    assert [set(move) for move in seen["moves"]] == [{"kind", "args", "confidence", "span", "why"}] * 2
    assert seen["moves"][0]["args"] == {"package": {"price": "110", "service": "brakes"}, "gives": ["price"]}
    assert set(seen["signals"]) == set(SIGNALS) and seen["unclear"] is False


def test_a_span_shows_the_words_it_stands_on(scene):
    line = "Thank you.  How about  110?"
    act, rider = read(line, scene, "buyer").moves
    assert line[slice(*act.span)] == "110" and line[slice(*rider.span)] == "Thank you"


def test_a_move_carries_signals_and_words_and_survives_notation(scene):
    move = to_move(read("I'd like 110,\nplease: today", scene, "buyer"))
    assert move.words == "I'd like 110, please: today"
    assert move.signals is not None and 0.2 <= move.signals["warmth"] <= 0.5
    assert parse(write(move)) == move


@given(
    line=st.text(max_size=300)
    | st.lists(st.sampled_from([*FRESH, *UNDER_THEIRS, "if", "120", "or", "\n"]), max_size=5).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(scene, line):
    for last_offer in (None, THEIRS):
        reading = read(line, scene, "buyer", last_offer)
        assert all(0 <= reading.signals[name] <= 1 for name in SIGNALS)
        assert reading.unclear != bool(reading.moves)
        assert len(reading.moves) <= 2 and len(reading.candidates) <= 3
        assert all(move.kind in RIDERS for move in reading.moves[1:])
        if reading.moves:
            move = to_move(reading)
            assert parse(write(move)) == move


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "1",
        "1,",
        "if you 120 ",
        "please, ",
        "((((",
        "\u202eolleh ",
        "\x00\x1b[31m",
        "و",
        "👩‍👩‍👧 ",
        "?!",
        "i'd like to ",
        "no ",
        "sixty two ",
        "-",
        "İ",
        "a hundred and ",
    ],
)
def test_a_megabyte_of_anything_is_read_at_once(scene, unit):
    line = unit * (1_000_000 // len(unit))
    before = time.process_time()
    reading = read(line, scene, "buyer")
    assert time.process_time() - before < 1
    assert len(reading.words) <= 2000 and not set(reading.words) & set("\x00\x1b\u202e")


def test_wordings_of_the_phrasebook_are_never_read_as_a_commitment_they_are_not(scene):
    items = {
        "argue": "rust on the chain",
        "clarify": "whether the lights are included",
        "propose": "talk again this evening",
        "give": "carry a box to the cellar",
        "attach": "a test ride first",
    }
    wrong, right, count = [], 0, 0
    for act, wordings in load_phrasebook(asset("phrasebook.yaml")).wordings.items():
        for wording in wordings:
            said = wording.say.replace("{offer}", "€120 and new brakes").replace("{other}", "Robin")
            kinds = [
                move.kind
                for move in read(said.replace("{item}", items.get(act, "pickup")), scene, "buyer", THEIRS).moves
            ]
            count += 1
            right += act in kinds or (act in PACKAGE_ACTS and kinds[:1] == ["offer"])
            allowed = {act, "accept"} if act == "attach" else {act, *(PACKAGE_ACTS if act in PACKAGE_ACTS else ())}
            wrong += [wording.id for kind in kinds if kind in COMMITTING - allowed]
    assert wrong == []
    assert right / count > 0.85
