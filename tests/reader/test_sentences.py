"""Our own typed lines in assets/reader: well formed, playable in their scene, spread as its README promises."""

import collections
import json
import re
import zlib

import numpy as np
import pytest

from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.moves import resolve
from game.engine.notation import Move, parse, write
from game.engine.state import start
from game.library import asset, find_scenario
from game.scenario.load import load_psychology, load_scenario
from game.scenario.words import ACT_GROUPS, RIDERS, SIGNALS

SCENES = ("raise_request", "dealer_rebate", "dealer_renewal", "procurement_pressure")
AT_TABLE = [act for group, acts in ACT_GROUPS.items() if group != "preparing" for act in acts]
COMMON = ("offer", "trade", "ask_reason", "ask_priority", "hold", "argue", "accept", "attach", "acknowledge", "clarify")
LEVELS = {0, 0.25, 0.5, 0.75, 1}
FIELDS = {"id", "scene", "seat", "text", "kind", "rider", "move", "also", "clear", "signals", "held"}
ONLY_WHERE_NEEDED = {"context", "why_unclear"}
WHY_UNCLEAR = {"gibberish", "other_language", "off_topic", "half", "ambiguous", "off_grid"}
#: Acts whose item belongs to one seat: where the scene keeps it.
OWNED = {"argue": "evidence", "give": "favours", "attach": "conditions"}


def read_lines(scene: str) -> list[dict]:
    text = asset(f"reader/sentences_{scene}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


LINES = {scene: read_lines(scene) for scene in SCENES}
ALL = [line for lines in LINES.values() for line in lines]
REACTIONS = load_psychology(asset("psychology.yaml")).reactions


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_every_line_is_well_formed(line):
    for number, row in enumerate(line, 1):
        assert set(row) >= FIELDS and set(row) <= FIELDS | ONLY_WHERE_NEEDED, row["id"]
        assert row["id"] == f"{row['scene']}-{number:04d}"
        assert row["text"] == row["text"].strip() != ""
        assert list(row["signals"]) == list(SIGNALS) and set(row["signals"].values()) <= LEVELS, row["id"]


def test_ids_and_texts_are_unique():
    for what in ("id", "text"):
        counted = collections.Counter(row[what].casefold() for row in ALL)
        assert [each for each, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("scene_id", SCENES)
def test_every_move_can_be_played_in_its_scene_by_its_seat(scene_id):
    scene = load_scenario(find_scenario(scene_id))
    tables = compile_scenario(scene, REACTIONS)
    state = start(tables, Luck.of(1, np.arange(1)))
    seats = [seat.id for seat in scene.seats]
    for row in LINES[scene_id]:
        for move in moves_of(row):
            resolve(tables, state, move, seats.index(row["seat"]))
            assert owners(scene, move) <= {row["seat"]}, row["id"]
            assert move.act != "leave_next" or move.item == "later", row["id"]


def moves_of(row: dict) -> list[Move]:
    """The move of a line, what it says besides, and the offers it is to be understood by."""
    notes = [row["move"], row["also"], *(f"offer {pairs}" for pairs in row.get("context", {}).values())]
    return [parse(note) for note in notes if note]


def owners(scene, move: Move) -> set[str]:
    named = [(move.act, move.item), (move.rider, move.rider_item)]
    return {each.seat for act, item in named if act in OWNED for each in getattr(scene, OWNED[act]) if each.id == item}


def test_kind_and_rider_are_those_of_the_move_and_it_is_written_as_notation_writes_it():
    for row in ALL:
        assert row["clear"] is (row["move"] is not None), row["id"]
        assert row["clear"] is ("why_unclear" not in row), row["id"]
        if row["clear"]:
            move = parse(row["move"])
            assert (move.act, move.rider, write(move)) == (row["kind"], row["rider"], row["move"]), row["id"]
            assert move.act in AT_TABLE and (move.rider is None or move.rider in RIDERS), row["id"]
        else:
            assert row["kind"] == "unclear" and row["rider"] is row["also"] is None, row["id"]
            assert row["why_unclear"] in WHY_UNCLEAR, row["id"]


def test_a_fifth_is_kept_aside_by_the_hash_of_the_id():
    assert [row["id"] for row in ALL if row["held"] is not (zlib.crc32(row["id"].encode()) % 5 == 0)] == []
    assert 0.15 <= sum(row["held"] for row in ALL) / len(ALL) <= 0.25


def test_there_are_enough_lines_of_every_act_in_every_scene():
    counted = collections.Counter(row["kind"] for row in ALL)
    assert len(ALL) >= 1700 and min(len(lines) for lines in LINES.values()) >= 400
    assert {act: counted[act] for act in AT_TABLE if counted[act] < 25} == {}
    assert {act: counted[act] for act in COMMON if counted[act] < 60} == {}
    shares = ("share_priority", "share_need", "share_alternative", "share_deadline", "share_constraint")
    assert sum(counted[act] for act in shares) >= 200
    for lines in LINES.values():
        here = collections.Counter(row["kind"] for row in lines)
        assert {act for act in AT_TABLE if here[act] < 4} == set() and here["unclear"] >= 25


def test_every_signal_is_heard_at_every_level():
    for name in SIGNALS:
        counted = collections.Counter(row["signals"][name] for row in ALL)
        assert set(counted) == LEVELS and min(counted.values()) >= 12, name
    assert share("desperation") >= 0.11 and share("hostility") >= 0.11 and share("gloating") >= 0.02


def share(signal: str) -> float:
    """The share of lines in which a signal is heard at all."""
    return sum(row["signals"][signal] > 0 for row in ALL) / len(ALL)


def test_the_guide_says_what_every_act_is():
    guide = asset("reader/README.md").read_text("utf-8")
    assert [act for act in [*AT_TABLE, "unclear"] if not re.search(rf"\| `{act}` \|", guide)] == []
