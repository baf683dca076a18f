"""A clock never runs backwards, never cuts a class off, and does what the teacher says."""

import json

from hypothesis import given
from hypothesis import strategies as st

from game.host.clock import LABELS, PRESETS, Clock

FIFTY = PRESETS["fifty"]
steps = st.lists(
    st.tuples(st.sampled_from(["pause", "resume", "extend", "end", "wait"]), st.floats(0, 2000)), max_size=30
)


def test_the_preset_of_fifty_minutes_lasts_fifty() -> None:
    assert [(phase.kind, phase.minutes) for phase in FIFTY] == [
        ("join", 4), ("prepare", 5), ("negotiate", 12), ("survey", 3), ("debrief", 12), ("replay", 9), ("commit", 5),
    ]  # fmt: skip
    assert sum(phase.minutes for phase in FIFTY) == 50
    assert all(phase.label == LABELS[phase.kind] for phases in PRESETS.values() for phase in phases)


def test_a_phase_whose_time_is_up_waits_for_the_teacher() -> None:
    clock = Clock.started(FIFTY, 100.0)
    assert clock.seconds(100) == 240
    assert clock.seconds(10_000) == 0
    assert clock.kind == "join"
    assert clock.ended(10_000).kind == "prepare"
    assert clock.ended(10_000).seconds(10_060) == 240


def test_pause_resume_and_extend() -> None:
    clock = Clock.started(FIFTY, 0).paused(60)
    assert (clock.running, clock.seconds(5000)) == (False, 180)
    assert clock.paused(6000) == clock
    clock = clock.resumed(5000)
    assert clock.resumed(5500) == clock
    assert clock.seconds(5060) == 120
    assert clock.extended(2, 5060).seconds(5060) == 240
    assert Clock.started(FIFTY, 0).extended(1, 9000).seconds(9000) == 60
    assert clock.paused(5060).extended(1, 5070).seconds(6000) == 180
    assert clock.extended(-100, 5060).seconds(5060) == 0


def test_after_the_last_phase_it_is_over_and_stays_over() -> None:
    clock = Clock.started(FIFTY, 0)
    for _ in range(9):
        clock = clock.ended(1)
    assert (clock.kind, clock.running, clock.seconds(5)) == ("over", False, 0)
    assert clock.resumed(9).running is False


@given(steps)
def test_whatever_the_teacher_does(doings: list[tuple[str, float]]) -> None:
    now, clock = 0.0, Clock.started(FIFTY, 0)
    for what, by in doings:
        at, left = clock.at, clock.seconds(now)
        now += by
        if what == "wait":
            assert left - by - 1e-6 <= clock.seconds(now) <= left
        elif what == "end":
            clock = clock.ended(now)
            assert clock.at == min(at + 1, len(FIFTY))
        elif what == "extend":
            was = clock.seconds(now)
            clock = clock.extended(3, now)
            assert abs(clock.seconds(now) - was - 180) < 1e-6
        else:
            was = clock.seconds(now)
            clock = clock.paused(now) if what == "pause" else clock.resumed(now)
            assert abs(clock.seconds(now) - was) < 1e-6
        assert clock.seconds(now) >= 0
        assert Clock.from_json(json.loads(json.dumps(clock.as_json()))) == clock
