"""Short games of the shipped scene, written as scripts: what the session tests play."""

from functools import cache
from pathlib import Path

from game.session.play import Session, Turn, parse
from game.session.stage import Stage, load_stage

PREPARED = ("target 75", "walk-away 45", "worry greedy", "plan-no ask_whatif", "research own_record",
            "research november_mails", "never scope=both")  # fmt: skip
TALK = ("propose better_time", "ask reason", "argue courier_savings", "acknowledge", "argue clean_handovers",
        "clarify pay_start", "ask priority remote")  # fmt: skip
OFFER = "offer salary=64000 review_date=june remote=two scope=handovers"


@cache
def stage() -> Stage:
    """The shipped scene, read once."""
    return load_stage("raise_request")


def session(
    seed: int = 3,
    hand: str | None = None,
    assist: str = "practice",
    path: Path | None = None,
    when: str = "2026-03-02T11:50:00+01:00",
) -> Session:
    """A new game of the employee against the scripted boss."""
    return Session.new(stage(), seed, hands=(None, hand), assist=assist, path=path, when=when)


def play(game: Session, *lines: str) -> list[Turn]:
    """Submit each line of notation; stops at the end of the game."""
    turns = []
    for line in lines:
        if game.game.over:
            break
        turns.append(game.submit(parse(line)))
    return turns


def to_a_deal(seed: int = 3) -> Session:
    """A game in which the player takes what the boss offers."""
    game = session(seed, "doubt")
    play(game, *PREPARED, *TALK, OFFER, "ask whatif", OFFER, "hold")
    while not game.game.over:
        offered = int(game.game.state.table[0, 1, 0]) >= 0
        play(game, "accept" if offered else "ask whatif")
    assert game.game.outcome == "deal"
    return game
