"""The title: which scene, how much help, go on with a game. The first frame needs no scene; they are read after it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.library import scenario_files
from game.screens import theme
from game.screens.events import Event, Key, Press, Tick
from game.screens.parts import Rect
from game.screens.screen import BEGIN, Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import MAIN, button, choice

if TYPE_CHECKING:
    from game.session.play import Session

_LEVELS: Final = (
    ("coach", "Coach", "what they feel, and what your lines moved"),
    ("practice", "Practice", "your own worth, their face and words"),
    ("real", "Real", "face and words only; nothing is taken back"),
)


@dataclass
class Card:
    """One scene in the list: what is known of it so far."""

    id: str
    title: str
    text: str = ""
    practises: tuple[str, ...] = ()
    minutes: int = 0
    follows: str = ""
    seats: tuple[tuple[str, str], ...] = ()
    broken: bool = False


@dataclass(frozen=True)
class Opening:
    """How games are made; both ways raise ValueError: ``begin(scene, assist, earlier game, seat)``, ``resume(path)``.

    Attributes:
        unfinished, finished: (scene id, journal) of saved games, the newest first.
        sequel: (id, title) of the scene that follows one, or None.
    """

    begin: "Callable[[str, str, Path | None, str | None], Session]"
    resume: "Callable[[Path], Session]"
    unfinished: Callable[[], list[tuple[str, Path]]]
    finished: Callable[[], list[tuple[str, Path]]] = list
    sequel: Callable[[str], tuple[str, str] | None] = lambda _scene: None


class Title(Screen):
    """The list of scenes on the left, the chosen one on the right."""

    name = "title"
    opening: Opening | None = None
    """Set once, by whoever opens the window."""

    def __init__(self, _session: "Session | None" = None) -> None:
        self.cards = [Card(name, name.replace("_", " ").capitalize()) for name in scenario_files()]
        self.chosen = next((n for n, card in enumerate(self.cards) if card.id == "raise_request"), 0)
        self.assist = "coach"
        self.message = ""
        self.saved: list[tuple[str, Path]] = []
        self.ended: dict[str, Path] = {}
        """The last finished game of each scene."""
        self.seat: str | None = None
        """The seat to take, by id; None: the first one."""
        self.goes_on = True
        """Whether a scene that follows another one goes on from how that ended."""
        self.aim = "start"
        self._reading: Iterator[None] | None = self._read()

    @property
    def moving(self) -> bool:
        """While scenes are still to be read."""
        return self._reading is not None

    def read_all(self) -> None:
        """Read every scene now."""
        while self._reading is not None:
            self.take(Tick(0))

    def _read(self) -> Iterator[None]:
        """One scene a step; what it needs is imported in the first step."""
        yield
        from game.scenario.load import load_scenario  # noqa: PLC0415
        from game.scenario.problem import BadFile  # noqa: PLC0415

        files = scenario_files()
        for card in sorted(self.cards, key=lambda each: each is not self.card):
            yield
            try:
                scene = load_scenario(files[card.id])
            except BadFile as error:
                card.broken, card.text = True, str(error).splitlines()[0]
                continue
            card.title, card.text = scene.title, scene.setting
            card.practises, card.minutes = tuple(scene.practises), scene.minutes
            card.follows = scene.follows or ""
            card.seats = tuple((seat.id, seat.name) for seat in scene.seats)
        if self.opening is not None:
            self.saved = self.opening.unfinished()
            self.ended = dict(reversed(self.opening.finished()))

    @property
    def card(self) -> Card | None:
        """The scene that is chosen."""
        return self.cards[self.chosen] if self.cards else None

    @property
    def earlier(self) -> Path | None:
        """The finished game that the chosen scene could go on from."""
        return self.ended.get(self.card.follows) if self.card is not None else None

    # -- taking events ---------------------------------------------------------------------------------------------

    def take(self, event: Event) -> Screen | Go | None:
        """Choose, start, go on, leave."""
        if isinstance(event, Tick) and self._reading is not None:
            if next(self._reading, self) is self:
                self._reading = None
        elif isinstance(event, Key) and event.name.isdigit() and 1 <= int(event.name) <= len(self.cards):
            self.chosen, self.seat = int(event.name) - 1, None
            self.aim = f"scene.{self.cards[self.chosen].id}"
        elif isinstance(event, Press):
            return self._pressed(event.id)
        return self

    def _pressed(self, part: str) -> Screen | Go | None:
        kind, _, rest = part.partition(".")
        if kind == "scene":
            self.chosen, self.seat = next(n for n, card in enumerate(self.cards) if card.id == rest), None
        elif kind == "seat":
            self.seat = rest
        elif kind == "level":
            self.assist = rest
        elif part == "goes_on":
            self.goes_on = not self.goes_on
        elif part == "quit":
            return None
        elif part in ("start", "resume"):
            return self._begin(part)
        return self

    def _begin(self, part: str) -> Screen | Go:
        """Start or go on. What cannot be opened is said in a sentence."""
        if self.opening is None or self.card is None:
            return self
        try:
            session = (
                self.opening.resume(self.saved[0][1])
                if part == "resume"
                else self.opening.begin(self.card.id, self.assist, self.earlier if self.goes_on else None, self.seat)
            )
        except ValueError as error:
            self.message = str(error)
            return self
        return Go(BEGIN, session)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """Everything at once."""
        ui.canvas.fill(theme.GROUND)
        ui.canvas.box(Rect(0, 0, ui.width, 150), theme.DARK, 0)
        ui.heading("name", 60, 34, "Counteroffer", theme.TITLE, theme.ON_DARK)
        line = "Practise negotiating: you talk, they react. They notice how you ask, not only what you ask."
        ui.label("subtitle", 62, 92, line, theme.SPEECH, theme.SOFT_ON_DARK, room=ui.width - 124)
        top, tall = 170.0, ui.height - 170 - theme.EDGE
        left = Rect(60, top, 440, tall)
        self._scenes(ui, left)
        self._scene(ui, Rect(left.right + theme.GAP, top, ui.width - 60 - left.right - theme.GAP, tall))
        ui.fallback = "start"

    def _scenes(self, ui: Ui, rect: Rect) -> None:
        inner = ui.panel(rect)
        ui.heading("scenes", inner.x, inner.y - 8, "Scenes")
        step = min(54.0, (inner.h - 90) / max(1, len(self.cards)))
        for n, card in enumerate(self.cards):
            place = Rect(inner.x, inner.y + 28 + n * step, inner.w, step - 8)
            note = f"{card.minutes} min" if card.minutes else ""
            choice(ui, f"scene.{card.id}", place, card.title, str(n + 1), n == self.chosen, note)
        y = inner.bottom - 40
        if self.saved:
            text = f"Go on: {self.saved[0][0].replace('_', ' ')}"
            button(ui, "resume", Rect(inner.x, y, inner.w - 100, 40), text, kind=theme.LABEL)
        button(ui, "quit", Rect(inner.right - 90, y, 90, 40), "Quit", kind=theme.LABEL)

    def _scene(self, ui: Ui, rect: Rect) -> None:
        """The chosen scene: what it is about, what it practises, the level, the start."""
        inner, card = ui.panel(rect), self.card
        if card is None:
            ui.paragraph("none", inner.x, inner.y, "No scenario is installed.", inner.w)
            return
        ui.heading("scene", inner.x, inner.y - 6, card.title, theme.H1, room=inner.w)
        y = inner.y + 38
        y += ui.paragraph("setting", inner.x, y, card.text or "…", inner.w, theme.BODY) + 10
        if card.practises:
            ui.heading("practises", inner.x, y, "You practise", theme.LABEL, theme.TEAL)
            y += 26
        for n, text in enumerate(card.practises):
            if y + 24 > inner.bottom - (190 if self.earlier is None else 232):
                break
            ui.canvas.box(Rect(inner.x + 2, y + 8, 6, 6), theme.GOLD, 3)
            ui.label(f"practises.{n}", inner.x + 16, y, text[:1].upper() + text[1:], theme.BODY, room=inner.w - 16)
            y += 24
        self._seats(ui, card, inner)
        if self.earlier is not None:
            before = next((each.title for each in self.cards if each.id == card.follows), card.follows)
            text = f"Go on from how your last game of “{before}” ended"
            place = Rect(inner.x, inner.bottom - 176, inner.w, 34)
            choice(ui, "goes_on", place, text, on=self.goes_on, note="yes" if self.goes_on else "no")
        self._levels(ui, inner)
        if self.message:
            ui.paragraph("message", inner.x, inner.bottom - 258, self.message, inner.w, theme.SMALL_BOLD, theme.RUST)
        button(
            ui, "start", Rect(inner.right - 240, inner.bottom - 46, 240, 46), "Sit down", MAIN, enabled=not card.broken
        )

    def _seats(self, ui: Ui, card: Card, inner: Rect) -> None:
        """Who to be: the first seat is the one the scene was written for."""
        y, wide = inner.bottom - (176 if self.earlier is None else 218), (inner.w - 84) / 2
        if card.seats:
            ui.label("seats", inner.x, y + 7, "You are", theme.LABEL)
        for n, (seat, name) in enumerate(card.seats):
            on = seat == (self.seat or card.seats[0][0])
            choice(ui, f"seat.{seat}", Rect(inner.x + 76 + n * (wide + 8), y, wide, 34), name, on=on)

    def _levels(self, ui: Ui, inner: Rect) -> None:
        y, wide = inner.bottom - 128, (inner.w - 16) / 3
        ui.label("levels", inner.x, y - 2, "How much do you want to see?", theme.LABEL)
        for n, (level, label, _) in enumerate(_LEVELS):
            place = Rect(inner.x + n * (wide + 8), y + 24, wide, 34)
            choice(ui, f"level.{level}", place, label, on=level == self.assist)
        said = next(text for level, _, text in _LEVELS if level == self.assist)
        ui.label("level.says", inner.x, y + 66, said[:1].upper() + said[1:] + ".", theme.SMALL, theme.SOFT,
                 room=inner.w - 256)  # fmt: skip
