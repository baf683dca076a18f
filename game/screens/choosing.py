"""The title without its looks: which scene, how much help, go on with a game, and how games are made.

The first frame needs no scene; they are read after it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.library import scenario_files
from game.screens.cards import Card, cards, ordered, results
from game.screens.events import Event, Key, Press, Tick
from game.screens.panes import Panes
from game.screens.screen import BEGIN, Go, Screen

if TYPE_CHECKING:
    from game.session.play import Session
    from game.session.progress import Played

#: Where the doors lead.
DOORS = ("handbook", "progress", "settings")


def _no_trial(page: str) -> "Session":
    raise ValueError(f"There is no way to try {page} here.")


@dataclass(frozen=True)
class Opening:
    """How games are made; both ways raise ValueError: ``begin(scene, assist, earlier game, seat)``, ``resume(path)``.

    Attributes:
        unfinished, finished: (scene id, journal) of saved games, the newest first.
        sequel: (id, title) of the scene that follows one, or None.
        played: finished games with their results, the oldest first. goal: the behaviour chosen to work on.
        trial: a game at the moment of a page of the handbook; raises ValueError.
    """

    begin: "Callable[[str, str, Path | None, str | None], Session]"
    resume: "Callable[[Path], Session]"
    unfinished: Callable[[], list[tuple[str, Path]]]
    finished: Callable[[], list[tuple[str, Path]]] = list
    sequel: Callable[[str], tuple[str, str] | None] = lambda _scene: None
    played: "Callable[[], list[Played]]" = list
    goal: Callable[[], str] = str
    trial: "Callable[[str], Session]" = _no_trial


class Choosing(Screen):
    """What is chosen, and what is known of the scenes so far."""

    name = "title"
    opening: Opening | None = None
    """Set once, by whoever opens the window."""

    def __init__(self, _session: "Session | None" = None) -> None:
        self.cards = cards()
        self.chosen = 0
        self.assist = self.preferences.settings.assist
        self.message = ""
        self.saved: list[tuple[str, Path]] = []
        self.ended: dict[str, Path] = {}
        """The last finished game of each scene."""
        self.seat: str | None = None
        """The seat to take, by id; None: the first one."""
        self.goes_on = True
        """Whether a scene that follows another one goes on from how that ended."""
        self.panes = Panes(("scenes", "Scenes"), ("scene", "The chosen scene"))
        self.aim = "start"
        self.version = 0
        """Counts what was read: what is drawn of the cards holds as long as this stays."""
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
            card.title, card.text, card.stakes = scene.title, scene.setting, scene.stakes
            card.practises, card.minutes = tuple(scene.practises), scene.minutes
            card.follows = scene.follows or ""
            card.seats = tuple((seat.id, seat.name) for seat in scene.seats)
        held = self.card
        self.cards = ordered(self.cards)
        self.chosen = next((n for n, card in enumerate(self.cards) if card is held), 0)
        if self.opening is not None:
            self._look_up(self.opening)

    def _look_up(self, opening: Opening) -> None:
        """What lies in the folder of games."""
        self.saved = opening.unfinished()
        self.ended = dict(reversed(opening.finished()))
        said = results(opening.played())
        for card in self.cards:
            card.results = said.get(card.id, "")

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
            self.version += 1
            if next(self._reading, self) is self:
                self._reading = None
        elif isinstance(event, Key) and event.name.isdigit() and 1 <= int(event.name) <= len(self.cards):
            self._choose(int(event.name) - 1)
            self.aim = "start"
        elif isinstance(event, Press) and not self.panes.take(event):
            return self._pressed(event.id)
        return self

    def _choose(self, place: int) -> None:
        self.chosen, self.seat, self.message = place, None, ""
        self.panes.chosen = "scene"

    def _pressed(self, part: str) -> Screen | Go | None:
        kind, _, rest = part.partition(".")
        if kind == "scene":
            self._choose(next(n for n, card in enumerate(self.cards) if card.id == rest))
        elif kind == "seat":
            self.seat = rest
        elif kind == "level":
            self.assist = rest
        elif part == "goes_on":
            self.goes_on = not self.goes_on
        elif part == "quit":
            return None
        elif part in DOORS:
            return Go(part, None)
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
