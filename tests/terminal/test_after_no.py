"""A beat after a no: offered once a meeting, taken by a word, and never in the way."""

from game.session.lookback import is_no
from game.session.play import Session
from game.session.stage import load_stage
from tests.session.games import play, session
from tests.terminal.talk import Keyboard, talk

REFUSED = ("begin", "offer rebate=2")
OFFERED = "That was a no. It can be taken in"


def after_a_no(*typed: str) -> tuple[Session, Keyboard]:
    """A game in which an offer was just refused, with these lines typed."""
    for seed in range(1, 40):
        game = Session.new(load_stage("dealer_rebate"), seed)
        play(game, *REFUSED)
        if is_no(game.game, len(game.game.entries) - 1):
            return game, talk(game, *typed, resumed=True)
    raise AssertionError("no seed in which the first offer is refused")


def own_acts(game: Session) -> list[str]:
    return [entry.said.move.act for entry in game.game.entries if entry.said.seat == 0]


def test_a_no_may_be_breathed_on() -> None:
    game, shown = after_a_no("breathe")
    assert OFFERED in shown.text and own_acts(game)[-1] == "silence"


def test_a_no_may_be_named() -> None:
    game, _ = after_a_no("Say it.", "1")
    assert own_acts(game)[-1] == "acknowledge"


def test_pressing_on_is_an_ordinary_move() -> None:
    game, shown = after_a_no("ask whatif")
    assert own_acts(game)[-1] == "ask_whatif" and shown.text.count(OFFERED) == 1


def test_without_a_no_the_words_mean_nothing_special() -> None:
    game = session(seed=3)
    play(game, "begin")
    shown = talk(game, "breathe", resumed=True)
    assert OFFERED not in shown.text and own_acts(game) == ["begin"]
