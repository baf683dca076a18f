"""The debrief of scripted games: a deal, an impasse, a leaving; complete, honest, without a place left open."""

import json
import re

import pytest

from game.engine.story import PRACTICES
from game.library import asset
from game.scenario.load import load_psychology
from game.scenario.words import FAILURES, OUTCOMES
from game.session.debrief import debrief
from game.session.debrief_text import as_json, as_text, game_json
from game.session.feelings import epilogue, feedback
from game.session.phrases import phrases
from game.session.play import Session
from game.session.set_off import set_off
from tests.session.games import OFFER, PREPARED, play, session, to_a_deal


def left() -> Session:
    game = session(seed=6)
    play(game, *PREPARED, "begin", OFFER, "leave")
    return game


def timed_out() -> Session:
    game = session(seed=6)
    play(game, "begin")
    while not game.game.over:
        play(game, "hold" if len(game.game.entries) % 4 else "chat")
    return game


def still_open() -> Session:
    game = session(seed=6)
    play(game, *PREPARED, "begin", "ask reason")
    return game


def rude() -> Session:
    game = session(seed=6)
    play(
        game,
        "begin",
        "offer salary=66000 remote=two",
        "disparage",
        "gloat",
        "warn",
        "offer salary=66000 remote=two",
        "leave",
    )
    return game


GAMES = {"deal": to_a_deal, "left": left, "time": timed_out, "open": still_open, "rude": rude}


@pytest.mark.parametrize("kind", GAMES)
def test_a_debrief_reads_well_to_the_end(kind: str) -> None:
    lines = as_text(debrief(GAMES[kind]().game), "Ruth")
    assert lines[0] == "What happened:" and lines[2 + (kind == "deal")] == "What went well:"
    for line in lines:
        assert line.strip() == line and line
        assert not re.search(r"[{}]|None\b(?! of the)|\bnan\b|_", line), line
        assert line[-1] in '.:!?)"', line
        assert "should" not in line.split('"')[0], line
    tries = lines[lines.index("Worth trying next time:") + 1 : lines.index("What it came to:")]
    assert 1 <= len(tries) <= 3


@pytest.mark.parametrize("kind", GAMES)
def test_what_went_well_is_never_empty(kind: str) -> None:
    assert 1 <= len(debrief(GAMES[kind]().game).wins) <= 5


def test_a_deal_is_held_against_limits_and_first_offers() -> None:
    found = debrief(to_a_deal().game)
    assert found.outcome == "deal" and found.package is not None
    assert any(line.startswith("Your target was 75.") for line in found.declared)
    assert any(line.startswith("Your walk-away was 45.") for line in found.declared)
    assert any("first offer was worth" in line for line in found.worry)
    assert any(line.startswith("Left vague: ") for line in found.details)
    assert any("when the new pay starts" in line for line in found.details if line.startswith("Settled"))
    assert all(1 <= value <= 7 for value in found.numbers.theirs.values())


def test_leaving_says_what_lay_on_the_table() -> None:
    found = debrief(left().game)
    assert found.outcome == "impasse_left" and found.package is None and found.details == ()
    assert found.numbers.joint_value is None
    assert any("fall back on" in line for line in found.value)


def test_the_first_no_is_held_against_the_plan() -> None:
    game = session(seed=6)
    play(game, "plan-no ask_reason", "begin", OFFER, "ask reason", "leave")
    first, answer = debrief(game.game).first_no
    assert first.startswith("The first no came in turn 1") and "calm" in first
    assert answer.endswith("That was your plan: to ask what stands behind their no.")


def test_hidden_things_come_out_only_after_the_end() -> None:
    assert debrief(still_open().game).hidden == ()
    assert "The real reason" in debrief(left().game).hidden[0]


def test_rudeness_shows_in_reactions_feedback_and_process() -> None:
    found = debrief(rude().game)
    met = {practice.name: practice.met for practice in found.practices}
    assert not met["left_the_door_open"] and not met["changed_the_offer_after_a_no"]
    assert "misread_them" in found.failures
    assert len(found.feedback) == 1
    assert any("gloat" in line for line in found.reactions)


def test_more_is_said_the_better_the_parting() -> None:
    assert len(feedback(to_a_deal().game)) > len(feedback(rude().game))


@pytest.mark.parametrize("kind", [kind for kind in GAMES if kind != "open"])
def test_every_ending_goes_on_somehow(kind: str) -> None:
    assert epilogue(GAMES[kind]().game)


def test_the_shape_that_outsiders_rely_on() -> None:
    game = to_a_deal().game
    found = json.loads(json.dumps(game_json(game, debrief(game))))
    outcome = found["outcome"]
    assert {"kind", "package", "deal_value", "joint_value", "subjective_value", "failures"} <= outcome.keys()
    assert outcome["kind"] in OUTCOMES and set(outcome["failures"]) <= set(FAILURES)
    assert [practice["name"] for practice in found["process"]] == list(PRACTICES)
    assert all({"name", "met", "turns"} == practice.keys() for practice in found["process"])
    turns = found["turns"]
    assert all({"move", "words", "reply", "reactions", "stance"} <= turn.keys() for turn in turns)
    assert len(turns) == game.own(0, "turns") and turns[0]["move"] == "propose better_time"
    assert as_json(debrief(game))["outcome"] == outcome


def test_every_practice_failure_and_general_reaction_has_its_sentence() -> None:
    said = phrases()
    general = {reaction.name for reaction in load_psychology(asset("psychology.yaml")).reactions}
    assert set(said.practices) == set(PRACTICES) and set(said.failures) == set(FAILURES)
    assert general - set(said.reactions) == set()


def test_what_a_line_set_off_names_the_turn() -> None:
    game = still_open().game
    own = [entry for entry in game.entries if entry.said.seat == 0]
    assert set_off(game, own[-1]).startswith("Turn 1, ask reason: Ruth ")
    assert set_off(game, own[0]) == ""


def test_a_meeting_that_was_refused_is_not_called_leaving() -> None:
    game = rude()
    text = " ".join(as_text(debrief(game.game), "Ruth"))
    assert "You asked for another meeting" not in text
    game = session(seed=3)
    play(game, "disparage", "vent", "leave next second")
    assert game.game.outcome == "impasse_left"
    assert debrief(game.game).happened[0].startswith("You asked for another meeting; Ruth did not want one. No deal")


def test_what_stayed_vague_explains_what_a_deal_is_worth() -> None:
    game = to_a_deal().game
    value = " ".join(debrief(game).value)
    found = re.search(r"The terms are worth (\d+) to you; (.*): (\d+)\.", value)
    assert found, value
    terms, parts, reached = int(found[1]), found[2], int(found[3])
    assert reached == round(debrief(game).numbers.utility)
    steps = [(1 if way == "adds" else -1) * int(n) for way, n in re.findall(r"(adds|takes) (\d+)", parts)]
    assert abs(terms + sum(steps) - reached) <= 1


def test_nothing_given_is_not_called_giving() -> None:
    game = session(seed=3)
    play(game, "ask reason", "ask decision", "ask whatif", "leave")
    assert not any("you gave in steps" in each for each in debrief(game.game).wins)
