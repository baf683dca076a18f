"""How lines sound: anchors for each signal, and what must not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reader.signals import PLAIN, signals
from game.scenario.words import SIGNALS


@pytest.mark.parametrize(
    "line", ["The bicycle is green.", "We can talk about the date.", "It was delivered on Monday."]
)
def test_a_plain_calm_sentence_is_the_baseline(line):
    assert signals(line).values == pytest.approx(PLAIN, abs=0.15)


@pytest.mark.parametrize(
    "line", ["I'd like 62, and here is why.", "I propose 62 and a review in June.", "My answer is 120."]
)
def test_firm_and_specific_sounds_sure(line):
    assert 0.75 <= signals(line)["confidence"] <= 0.85


@pytest.mark.parametrize(
    "line",
    [
        "Um, sorry, I was just wondering if maybe we could, you know, talk about pay?",
        "I know it's a lot to ask, sorry, but could I perhaps have a bit more?",
        "I guess I was sort of hoping for 62, if that's okay? Sorry.",
        "This is probably silly, and no worries if not, but, er, 110?",
    ],
)
def test_hedged_and_apologetic_sounds_unsure(line):
    assert signals(line)["confidence"] <= 0.35


@pytest.mark.parametrize(
    "line",
    [
        "Please, please, I really need this.",
        "I'm begging you, I don't know what I'll do.",
        "There must be something you can do, please, I can't pay my rent.",
        "I'll take anything, just say yes, please.",
    ],
)
def test_pleading_sounds_desperate_and_less_sure(line):
    heard = signals(line)
    assert heard["desperation"] >= 0.6 and heard["confidence"] < 0.6


@pytest.mark.parametrize(
    "line",
    [
        "You never listen.",
        "That's ridiculous.",
        "Stop wasting my time!",
        "How generous of you.",
        "Sign, or else.",
        "You liar.",
    ],
)
def test_sharp_and_accusing_sounds_hostile_and_cold(line):
    heard = signals(line)
    assert heard["hostility"] >= 0.4 and heard["warmth"] <= 0.2


@pytest.mark.parametrize("line", ["I win. You caved.", "Ha! I'd have paid double.", "That was too easy.", "Got you!"])
def test_gloating_is_heard(line):
    assert signals(line)["gloating"] >= 0.6


@pytest.mark.parametrize(
    "line",
    [
        "Could you please tell me who decides?",
        "I think 62 is right.",
        "Would you mind if we looked at the date first, please?",
        "Thank you for your time.",
        "me want 62 becose good work i do",
        "I have to decide by Friday.",
    ],
)
def test_politeness_one_hedge_grammar_and_a_calm_deadline_are_not_weakness(line):
    heard = signals(line)
    assert heard["confidence"] >= 0.65 and heard["desperation"] <= 0.1


def test_disappointment_said_plainly_is_not_hostile():
    assert signals("I'm disappointed. I had hoped for more.")["hostility"] <= 0.2


def test_length_alone_costs_confidence():
    reason = "the van was late and the other van was full and the driver had gone home for the day before noon "
    assert signals(reason * 3)["confidence"] < signals(reason)["confidence"] <= 0.75


def test_what_was_heard_names_rule_and_place():
    line = "That is ridiculous."
    cue = next(each for each in signals(line).heard if each.signal == "hostility")
    assert (cue.signal, cue.rule, line[slice(*cue.span)]) == ("hostility", "contempt", "ridiculous")


@given(st.text(max_size=400))
def test_every_text_has_five_signals_in_hundredths(line):
    heard = signals(line)
    assert tuple(heard.values) == SIGNALS
    assert all(0 <= value <= 1 and value == round(value, 2) for value in heard.values.values())
    assert signals(line) == heard
