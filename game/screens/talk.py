"""The table without its looks: what a press, a slide or a line comes to."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.engine.notation import Move
from game.screens.builder import Builder
from game.screens.canvas import Canvas
from game.screens.events import Event, Key, Press, Roll, Send, Slide, Tick, Write
from game.screens.faces import look_of
from game.screens.facts import Facts, facts_of
from game.screens.pages import Own, Page, filled, group_page
from game.screens.panes import Panes
from game.screens.portrait_view import Face
from game.screens.screen import Go, Screen
from game.screens.told import Bubble, bubbles
from game.screens.typed import understood
from game.session.choices import acts, groups
from game.session.feelings import other_of
from game.session.heard import last_heard
from game.session.journal import JournalError
from game.session.play import Refused, Session


class Talk(Screen):
    """The conversation itself: everything of the table but its looks."""

    name = "table"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.builder = Builder(session)
        seat = session.game.stage.seat(other_of(session.game))
        self.face = Face(look_of(seat.portrait, seat.name))
        self.panes = Panes(("them", f"{session.game.stage.name(other_of(session.game))}"), ("talk", "The talk"),
                           ("offer", "Your offer"))  # fmt: skip
        self.panes.chosen = "talk"
        self.pages: list[Page] = []
        self.group = ""
        self.text = ""
        self.own: Move | None = None
        """The move that waits for own words."""
        self.message = ""
        self.scroll = 0.0
        """How far the transcript is rolled back from its end, in logical units."""
        self.scroll_limit = 0.0
        self.version = 0
        """Counts what was read off the session: what is drawn of it holds as long as this stays."""
        self.facts: Facts
        self.bubbles: list[Bubble]
        self.theirs: dict[str, int]
        """The other side's last offer: issue -> place; empty without one."""
        self.groups: list[str]
        self.refresh(at_once=True)

    def refresh(self, at_once: bool = False) -> None:
        """Read everything off the session again: after each move."""
        self.version += 1
        self.facts = facts_of(self.session)
        self.bubbles = bubbles(self.session)
        self.theirs = self.builder.theirs
        self.groups = groups(self.session.game)
        self.face.turn_to(self.facts.mood, at_once or not self.preferences.settings.animation)
        self.scroll = 0.0

    # -- taking events ---------------------------------------------------------------------------------------------

    @property
    def moving(self) -> bool:
        """While the face changes."""
        return self.face.moving

    def ahead(self, canvas: Canvas) -> Iterator[None]:
        """The faces that the next line may bring."""
        return self.face.ahead(canvas)

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    @property
    def page(self) -> Page | None:
        """The page of the menu that is open."""
        return self.pages[-1] if self.pages else None

    def take(self, event: Event) -> Screen | Go | None:
        """A press, a key, a line; leaving goes on to the next screen."""
        if self.panes.take(event):
            return self
        if isinstance(event, Tick):
            self.face.tick(event.seconds)
        elif isinstance(event, Roll):
            self.scroll = max(0.0, min(self.scroll_limit, self.scroll - event.by))
        elif isinstance(event, Slide):
            self.builder.put(event.id.removeprefix("issue."), event.to)
        elif isinstance(event, Write):
            self.text = event.text
        elif isinstance(event, Send):
            self.say()
        elif isinstance(event, Key):
            return self._key(event.name)
        elif isinstance(event, Press):
            return self._pressed(event.id)
        return self

    def _key(self, name: str) -> Screen | Go | None:
        """Digits choose, Escape goes back, / goes to the line to type in."""
        if name in _TALKING or name.isdigit():
            self.panes.chosen = "talk"
        if name == "escape":
            self.back()
        elif name == "/":
            self.aim = "say"
        elif name.isdigit() and self.page is not None:
            number = int(name) - 1
            if 0 <= number < len(self.page.choices):
                self.choose(self.page.choices[number][0])
        elif name.isdigit() and 1 <= int(name) <= len(self.groups):
            self.open(self.groups[int(name) - 1])
        return self

    def _pressed(self, part: str) -> Screen | Go | None:
        kind, _, rest = part.partition(".")
        if kind == "group":
            self.open(rest)
        elif kind == "choice":
            self.choose(rest)
        elif part in _BUTTONS:
            _BUTTONS[part](self)
        elif part == "debrief" and self.session.reflection is None:
            return Go("lookback", self.session)
        elif part in ("debrief", "prepare", "brief", "title"):
            return Go(part, self.session, self if part == "brief" else None)
        return self

    # -- the menu --------------------------------------------------------------------------------------------------

    def open(self, group: str) -> None:
        """A verb of the menu: its page, or closed again if it was open."""
        if self.group == group and len(self.pages) == 1:
            self.back()
            return
        self.clear()
        if not self.session.game.talking:
            return
        self.group, self.pages = group, [group_page(self.session, self.builder, group)]
        self.aim = f"choice.{self.pages[0].choices[0][0]}"

    def back(self) -> None:
        """One page back; from the first one, out of the menu."""
        self.message, self.own = "", None
        if self.pages:
            self.pages.pop()
        self.aim = f"group.{self.group}" if self.group and not self.pages else ""
        if not self.pages:
            self.group = ""

    def clear(self) -> None:
        """Close the menu."""
        self.pages, self.group, self.own, self.message = [], "", None, ""

    def choose(self, chosen: str) -> None:
        """One of the choices of the page that is open."""
        if self.page is not None:
            self.follow(self.page.then(chosen))

    def follow(self, result: "Page | Move | Own | None") -> None:
        """Go where a choice leads."""
        if result is None:
            self.back()
        elif isinstance(result, Page):
            replaced = self.page is not None and self.page.title == result.title
            self.pages = [*(self.pages[:-1] if replaced else self.pages), result]
            self.aim = f"choice.{result.choices[0][0]}" if result.choices else ""
        elif isinstance(result, Own):
            self.own, self.aim = result.move, "say"
        else:
            self.submit(result)

    # -- moves -----------------------------------------------------------------------------------------------------

    def submit(self, move: Move) -> None:
        """Make a move, and show what came of it, or why it cannot be made."""
        try:
            turn = self.session.submit(move)
        except (Refused, JournalError) as error:
            self.clear()
            self.message = str(error)
            return
        self.clear()
        self.message = " ".join(turn.warnings)
        self.text = ""
        self.refresh()
        self.aim = f"group.{self.groups[0]}" if self.session.game.talking and self.groups else "debrief"

    def say(self) -> None:
        """Send the typed line: for the move that waits for words, or as a move of its own."""
        line = self.text.strip()
        if not line or not self.session.game.talking:
            return
        if self.own is not None:
            self.submit(replace(self.own, words=line))
            return
        try:
            result = understood(self.session, line)
        except Refused as error:
            self.message = str(error)
            return
        self.clear()
        self.follow(result)

    def put(self) -> None:
        """Put the offer of the builder: on to how to say it."""
        self._start("offer", "offering")

    def accept(self) -> None:
        """Accept theirs, after asking."""
        self._start("accept", "answering")

    def leave(self) -> None:
        """Leave, after asking."""
        self._start("leave", "ending")

    def _start(self, act: str, group: str) -> None:
        if not self.session.game.talking:
            return
        self.clear()
        self.panes.chosen = "talk"
        self.group = group
        self.follow(filled(self.session, self.builder, act))

    def undo(self) -> None:
        """Take back the last move."""
        self.clear()
        try:
            self.session.undo()
        except (Refused, JournalError) as error:
            self.message = str(error)
            return
        self.builder.start_over()
        self.refresh()
        self.message = "Your last move is taken back, and what followed it."

    def ask_feedback(self) -> None:
        """After the end: what the other says about how it went."""
        said = [each.text for each in self.session.feedback()]
        name = self.facts.other
        self.version += 1
        self.bubbles += [Bubble("theirs", name, text) for text in said]
        self.bubbles += [] if said else [Bubble("note", "", f"{name} does not want to say more about it.")]
        self.message, self.scroll = "", 0.0

    def tell_heard(self) -> None:
        """Which of the player's own words the other side noticed."""
        self.message = " ".join(last_heard(self.session.game))

    @property
    def may_accept(self) -> bool:
        """Whether there is something of theirs to accept."""
        return bool(self.theirs) and "accept" in acts(self.session.game, "answering")


#: Keys that belong to the talk.
_TALKING = ("escape", "/")
_BUTTONS: dict[str, Callable[[Talk], None]] = {
    "put": Talk.put, "accept": Talk.accept, "leave": Talk.leave, "undo": Talk.undo, "back": Talk.back,
    "send": Talk.say, "feedback": Talk.ask_feedback, "heard": Talk.tell_heard,
}  # fmt: skip
