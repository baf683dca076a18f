"""A whole game by keyboard: title, brief, preparation, table, debrief."""

from pathlib import Path

from game.screens.debrief import Debriefing
from game.screens.prepare import Prepare
from game.screens.table import Table
from game.screens.title import Opening, Title
from game.session.play import Session, parse
from tests.screens.hand import Hand, at
from tests.screens.stages import session, stage, talking


def title(begun: list[Session]) -> Title:
    """A title that starts games of the first scene and remembers them."""

    def begin(scene: str, assist: str, _earlier: Path | None, seat: str | None) -> Session:
        seats = ("script", "person") if seat == "boss" else ("person", "script")
        begun.append(Session.new(stage(scene), 3, seats, assist=assist))
        return begun[-1]

    def resume(_path: Path) -> Session:
        raise ValueError("That game cannot be opened.")

    Title.opening = Opening(begin, resume, lambda: [("a game", Path("a.journal"))])
    return Title()


def prepare(hand: Hand) -> None:
    """Target by arrow keys, a piece of research, a priority; then begin."""
    hand.tab_to("target")
    hand.key("right", "right")
    hand.tab_to("research.own_record")
    hand.key("enter")
    hand.tab_to("rank.remote")
    hand.key("enter")
    hand.tab_to("plan_no")
    hand.key("right")
    hand.tab_to("begin")
    hand.key("enter")


def test_from_the_title_to_the_debrief_by_keyboard_alone() -> None:
    begun: list[Session] = []
    with at(title(begun)) as hand:
        hand.ready()
        hand.click("A Raise")
        hand.tab_to("level.practice")
        hand.key("enter")
        hand.tab_to("start")
        hand.key("enter")
        assert (hand.screen.name, begun[0].assist) == ("brief", "practice")
        hand.key("enter")
        assert hand.screen.name == "prepare"
        prepare(hand)
        assert hand.screen.name == "table"
        game = begun[0].game
        assert game.own(0, "target") == 8000 and game.own(0, "rank") >= 0 and game.own(0, "plan_no") >= 0
        hand.key("1", "2", "3")  # ask, for the reason, in the third wording
        assert begun[0].game.entries[-2].said.move.act == "ask_reason"
        hand.key("/")
        hand.type("What would work for you?")
        hand.key("enter")
        assert begun[0].game.entries[-2].said.move.act == "ask_whatif"
        hand.tab_to("issue.remote")
        hand.key("right", "right")
        hand.tab_to("put")
        hand.key("enter", "1")
        offer = begun[0].game.entries[-2].said.move
        assert offer.act == "offer" and offer.packages[0]["remote"] == "two"
        hand.tab_to("leave")
        hand.key("enter", "1", "1")
        assert begun[0].game.over
        hand.tab_to("debrief")
        hand.key("enter")
        assert hand.screen.name == "lookback"
        hand.key("enter")
        assert hand.screen.name == "debrief" and "You left without a deal" in hand.text
        hand.key("2")
        assert "How you went about it" in hand.text and "What it came to" in hand.text
        hand.tab_to("title")
        hand.key("enter")
        assert hand.screen.name == "title"
        hand.click("Quit")
        assert hand.window.screen is None


def test_what_cannot_be_opened_is_said_in_a_sentence() -> None:
    with at(title([])) as hand:
        hand.ready()
        hand.click("Go on")
        assert "That game cannot be opened." in hand.text


def test_clicking_by_label_plays_a_move() -> None:
    game = talking()
    with at(Table(game)) as hand:
        before = len(game.game.entries)
        hand.click("Ask")
        hand.click("Ask what stands behind")
        hand.click("“")
        assert len(game.game.entries) == before + 2
        hand.click("Undo")
        assert len(game.game.entries) == before and "taken back" in hand.text


def test_own_words_keep_the_act_that_was_chosen() -> None:
    game = talking()
    with at(Table(game)) as hand:
        hand.key("1")
        hand.click("Ask how it gets decided")
        hand.click("Own words")
        hand.type("Tell me, who signs this off?")
        hand.key("enter")
        last = game.game.entries[-2]
        assert last.said.move.act == "ask_decision" and last.words == "Tell me, who signs this off?"


def test_an_unclear_line_is_asked_back_and_bad_notation_is_named() -> None:
    game = talking()
    with at(Table(game)) as hand:
        before = len(game.game.entries)
        for line, said in (("hm blah blah", "did not understand"), ("offer salary=1", "There is no option")):
            hand.tab_to("say")
            hand.key("end", *["backspace"] * len(hand.part("Or say it").value))
            hand.type(line)
            hand.key("enter")
            assert said in hand.text and len(game.game.entries) == before
            hand.key("escape", "escape")


def test_a_typed_offer_is_shown_whole_before_it_is_sent() -> None:
    game = talking()
    with at(Table(game)) as hand:
        before = len(game.game.entries)
        hand.tab_to("say")
        hand.type("offer salary=62000")
        hand.key("enter")
        assert "You would put on the table: pay: €62,000" in hand.text and len(game.game.entries) == before
        hand.key("1")
        assert game.game.entries[-2].said.move.packages[0]["salary"] == "62000"


def test_a_trade_wants_two_changed_terms() -> None:
    game = session("begin")
    with at(Table(game)) as hand:
        hand.click("Offer")
        hand.click("Trade one")
        assert "First change at least two terms" in hand.text
        hand.key("escape", "escape")
        for issue in ("issue.scope", "issue.remote"):
            hand.tab_to(issue)
            hand.key("right")
        hand.click("Offer")
        hand.click("Trade one")
        hand.click("Scope")
        hand.key("1")
        move = game.game.entries[-2].said.move
        assert move.act == "trade" and move.gives == ("scope",)


def test_a_slider_follows_the_mouse() -> None:
    game = talking()
    with at(Table(game)) as hand:
        part = hand.part("Pay")
        hand.click_at(part.rect._replace(w=4))
        assert hand.part("Pay").value == "€58,000"
        hand.click_at(part.rect._replace(x=part.rect.right - 4, w=4))
        assert hand.part("Pay").value == "€66,000"


def test_only_a_coach_shows_what_they_feel_and_real_no_worth() -> None:
    shown = {}
    for level in ("coach", "practice", "real"):
        with at(Table(talking(level))) as hand:
            shown[level] = hand.text
    assert ["Trust:" in shown[level] for level in shown] == [True, False, False]
    assert ["Worth to you" in shown[level] for level in shown] == [True, True, False]


def test_the_debrief_leads_on_to_the_scene_that_follows(tmp_path: Path) -> None:
    begun: list[tuple[str, Path | None]] = []
    following = session(scene="dealer_renewal")

    def begin(scene: str, _assist: str, earlier: Path | None, _seat: str | None) -> Session:
        begun.append((scene, earlier))
        return following

    sequel = {"dealer_rebate": ("dealer_renewal", "The Niece Has Read the Mails")}
    Title.opening = Opening(begin, lambda _path: following, list, list, sequel.get)
    first = Session.new(stage("dealer_rebate"), 3, path=tmp_path / "first.journal")
    for move in ("begin", "leave"):
        first.submit(parse(move))
    with at(Debriefing(first)) as hand:
        hand.click("And later: The Niece")
        assert begun == [("dealer_renewal", tmp_path / "first.journal")] and hand.screen.name == "brief"
    with at(Debriefing(session("begin", "leave"))) as hand:
        assert "And later" not in hand.text


def test_the_title_offers_to_go_on_from_the_last_game() -> None:
    begun: list[Path | None] = []

    def begin(scene: str, _assist: str, earlier: Path | None, _seat: str | None) -> Session:
        begun.append(earlier)
        return session(scene=scene)

    before = Path("older.journal")
    Title.opening = Opening(begin, lambda _path: session(), list, lambda: [("dealer_rebate", before)])
    for presses, expected in (((), before), (("Go on from how your last game",), None)):
        with at(Title()) as hand:
            hand.ready()
            hand.click("The Niece Has Read")
            for label in presses:
                hand.click(label)
            hand.click("Sit down")
        assert begun.pop() == expected


def test_what_was_prepared_is_there_again_after_leaving(tmp_path: Path) -> None:
    first = Session.new(stage("raise_request"), 3, path=tmp_path / "a.journal")
    with at(Prepare(first)) as hand:
        hand.tab_to("target")
        hand.key("right")
        hand.tab_to("rank.remote")
        hand.key("enter")
        hand.tab_to("worry")
        hand.key("right", "right")
        hand.tab_to("plan_no")
        hand.key("right")
        shown = hand.text
    again = Session.resume(tmp_path / "a.journal", lambda _name: stage("raise_request"))
    assert isinstance(again, Session) and again.game.own(0, "target") == 7500
    with at(Prepare(again)) as hand:
        assert hand.text == shown and hand.screen.moves() == []  # type: ignore[attr-defined]


def test_the_other_seat_can_be_taken() -> None:
    begun: list[Session] = []
    with at(title(begun)) as hand:
        hand.ready()
        hand.click("A Raise")
        hand.click("Ruth Callan")
        hand.click("Sit down")
        assert begun[0].game.player == 1 and "You are Ruth Callan" in hand.text
        hand.key("enter")
        hand.tab_to("begin")
        hand.key("enter", "1", "1")
        assert hand.screen.name == "table" and "Sam" in hand.text
