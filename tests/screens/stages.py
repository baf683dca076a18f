"""Games at different points, for the screens to show."""

from functools import cache

from game.library import scenario_files
from game.session.play import Session, parse
from game.session.stage import Stage, load_stage

PREPARED = ("target 75", "walk-away 45", "rank salary remote", "never scope=both", "worry greedy",
            "research own_record", "research her_calendar", "begin")  # fmt: skip
TALK = ("propose better_time", "ask reason", "argue courier_savings", "acknowledge", "clarify pay_start",
        "offer salary=64000 review_date=june remote=two scope=handovers", "ask whatif")  # fmt: skip
SCENES = tuple(scenario_files())


@cache
def stage(scene: str = "raise_request") -> Stage:
    return load_stage(scene)


def session(*moves: str, scene: str = "raise_request", assist: str = "coach", seed: int = 3) -> Session:
    """A game after some moves; those after its end are left out."""
    made = Session.new(stage(scene), seed, assist=assist)
    for move in moves:
        if not made.game.over:
            made.submit(parse(move))
    return made


def talking(assist: str = "coach") -> Session:
    return session(*PREPARED, *TALK, assist=assist)


def ended() -> Session:
    return session(*PREPARED, *TALK, "leave")


def elsewhere(scene: str) -> Session:
    """A few moves that every scene knows."""
    return session(
        "target 70", "walk-away 40", "begin", "ask reason", "acknowledge", "ask whatif", "silence", scene=scene
    )
