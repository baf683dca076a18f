"""Preparation: an aim and a limit, what to find out, what to make up one's mind about. Without its looks.

Research and options noted as never are moves at once. Everything else can be changed until the meeting begins; it
becomes moves then, or when the preparation is left, so that a game gone on with later knows all of it.
"""

from typing import Final

from game.engine.notation import Move
from game.scenario.options import option_ids, option_label
from game.scenario.words import ACTS
from game.screens.events import Event, Press, Roll, Slide
from game.screens.panes import Panes
from game.screens.prose import Block, Prose
from game.screens.screen import Go, Screen
from game.session.checks import MOST_NEVERS, nevers
from game.session.choices import items
from game.session.journal import JournalError
from game.session.labels import term
from game.session.play import Refused, Session
from game.session.standing import examples, fallback

#: Points between two places of the target's and the walk-away's track.
STEP: Final = 5
#: Where a track stands before it is set, in points.
_START: Final = {"target": 70, "walk_away": 45}
_NOT_CHOSEN: Final = ""


class Readying(Screen):
    """What is prepared so far, and what it says on each control."""

    name = "prepare"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.message = ""
        game = session.game
        self.aim = "target"
        self.panes = Panes(("aim", "Aim and limit"), ("find", "Find out"), ("mind", "Make up your mind"))
        self.points: dict[str, int | None] = {name: self._declared(name) for name in _START}
        self.rank: list[str] = list(self._ranked())
        self.never = [0, 0]
        """Place of the issue and of the option that could be noted as never."""
        self.news: list[str]
        """What was found out, the newest first."""
        self.scale = Prose(
            "scale", [*(Block("small", text) for text in examples(game)), Block("small", fallback(game))]
        )
        self.refresh()
        self.chosen: dict[str, int] = {act: self._held(act) for act in ("worry", "plan_no", "moment")}

    def _ranked(self) -> tuple[str, ...]:
        """The issues as they were ranked in the game."""
        game = self.session.game
        rank = game.own(game.player, "rank")
        places = [(rank >> 3 * n & 7) - 1 for n in range(10)] if rank >= 0 else []
        return tuple(game.stage.tables.names.issues[place] for place in places if place >= 0)

    def _held(self, act: str) -> int:
        """The place in its list of what was named in the game; 0 if nothing was."""
        game, ids = self.session.game, [name for name, _ in self.lists[act]]
        if act == "moment":
            name = game.stage.tables.names.moments[game.column("meeting")][game.column("moment")]
        elif game.own(game.player, act) < 0:
            return 0
        elif act == "worry":
            name = list(game.stage.seat(game.player).worries)[game.own(game.player, act)]
        else:
            name = ACTS[game.own(game.player, act)]
        return ids.index(name) if name in ids else 0

    def refresh(self) -> None:
        """Read the lists off the session: after research there may be more."""
        game = self.session.game
        self.budget = game.own(game.player, "budget")
        self.research = items(game, "research")
        self.costs = {each.id: each.cost for each in game.stage.scenario.research}
        self.lists = {
            "worry": [(_NOT_CHOSEN, "not named"), *items(game, "worry")],
            "plan_no": [(_NOT_CHOSEN, "no plan"), *items(game, "plan_no")],
            "moment": self._moments(),
        }
        told = [each for entry in game.entries for each in entry.shown]
        self.news = [each.text for each in reversed(told) if each.kind == "news" and each.seat == game.player]
        self.nevers = [term(game.stage.scenario, i, o) for i, o in sorted(nevers(game, game.player))]

    def _moments(self) -> list[tuple[str, str]]:
        game = self.session.game
        first = game.stage.scenario.meetings[game.column("meeting")].moments[0]
        return [(_NOT_CHOSEN, first.label), *(pair for pair in items(game, "moment") if pair[0] != first.id)]

    def _declared(self, name: str) -> int | None:
        value = self.session.game.own(self.session.game.player, name)
        return value // 100 if value >= 0 else None

    def place(self, name: str) -> int:
        """Where the track of target or walk-away stands."""
        points = self.points[name]
        return (_START[name] if points is None else points) // STEP

    # -- taking events ---------------------------------------------------------------------------------------------

    def take(self, event: Event) -> Screen | Go | None:
        """A slider, a choice, a piece of research, the beginning."""
        if self.panes.take(event):
            return self
        if isinstance(event, Roll):
            self.scale.take(event)
        elif isinstance(event, Slide):
            self._slid(event.id, event.to)
        elif isinstance(event, Press):
            return self._pressed(event.id)
        return self

    def _slid(self, part: str, to: int) -> None:
        if part in self.points:
            self.points[part] = STEP * to
        elif part in self.chosen:
            self.chosen[part] = to
        elif part == "never.issue":
            self.never = [to, 0]
        elif part == "never.option":
            self.never[1] = to
        else:
            self.scale.take(Slide(part, to))

    def _pressed(self, part: str) -> Screen | Go | None:
        kind, _, rest = part.partition(".")
        if part in self.points:
            self.points[part] = STEP * self.place(part)
        elif kind == "rank":
            self.rank = [each for each in self.rank if each != rest] if rest in self.rank else [*self.rank, rest]
        elif kind == "research":
            self._submit(Move("research", items=(rest,)))
        elif part == "note":
            issue, option = self.never_pair
            self._submit(Move("never", packages=({issue: option},)))
        elif part in ("brief", "title"):
            self._declare()
            return Go(part, self.session, self if part == "brief" else None)
        elif part == "begin":
            return self._begin()
        return self

    @property
    def never_pair(self) -> tuple[str, str]:
        """The option that could be noted now."""
        issue = self.session.game.stage.scenario.issues[self.never[0]]
        return issue.id, option_ids(issue)[self.never[1]]

    @property
    def never_words(self) -> tuple[str, str, int]:
        """Issue and option in words, and how many options there are."""
        issue = self.session.game.stage.scenario.issues[self.never[0]]
        ids = option_ids(issue)
        return issue.label, option_label(issue, ids[self.never[1]]), len(ids)

    @property
    def may_note(self) -> bool:
        """Whether another option can be noted as never."""
        game = self.session.game
        return len(self.nevers) < MOST_NEVERS and self.never_pair not in nevers(game, game.player)

    def _submit(self, move: Move) -> bool:
        try:
            self.session.submit(move)
        except (Refused, JournalError) as error:
            self.message = str(error)
            return False
        self.message = ""
        self.refresh()
        return True

    def moves(self) -> list[Move]:
        """What was declared here and is not in the game yet, as moves."""
        found = [Move(name, value=float(points)) for name, points in self.points.items()
                 if points is not None and points != self._declared(name)]  # fmt: skip
        found += [Move("rank", items=tuple(self.rank))] if self.rank and tuple(self.rank) != self._ranked() else []
        for act, place in self.chosen.items():
            name = self.lists[act][min(place, len(self.lists[act]) - 1)][0]
            found += [Move(act, items=(name,))] if name and place != self._held(act) else []
        return found

    def _declare(self) -> bool:
        return all(self._submit(move) for move in self.moves())

    def _begin(self) -> Screen | Go:
        if self._declare() and self._submit(Move("begin")):
            return Go("table", self.session)
        return self

    def close(self) -> None:
        """Keep what was declared, and let go of the journal."""
        if not self.session.game.talking and not self.session.game.over:
            self._declare()
        self.session.close()
