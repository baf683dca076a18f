"""What a seat says: a scripted seat's lines, and the sentence of a person's move.

A scripted seat's line is chosen from those its scenario gives for the situation: fitting its hand, mood, meeting and
what is talked about; the most particular unsaid ones first; among those, by the game's luck. No line comes twice while
a fresh one fits. The same game always says the same.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.engine.columns import SEAT
from game.engine.luck import Luck
from game.engine.notation import Move
from game.engine.state import State
from game.engine.story import stance_of
from game.scenario.model import Line
from game.scenario.words import INSTEAD, PACKAGE_ACTS
from game.session import wordings
from game.session.fill import fill, has_place
from game.session.labels import item, sentence, terms
from game.session.mood import mood_of
from game.session.spare import spare_lines
from game.session.stage import Stage

#: The last resort, so that nobody is ever silent by mistake.
_SPEECHLESS = "All right."


@dataclass
class Voice:
    """The voices of one game at one moment. ``spoken`` collects what scripted seats have said: (seat, template)."""

    stage: Stage
    state: State
    luck: Luck
    at: int
    """How many moves the game has seen: with the luck it decides among lines."""
    spoken: set[tuple[int, str]] = field(default_factory=set)

    def line(self, seat: int, situation: str, about: Iterable[str] = (), package: int = -1, had: int = -1) -> str:
        """What a scripted seat says in a situation.

        Args:
            about: ids of what is being talked about. package: what it offers or accepts, -1 if nothing.
            had: its own offer before, -1 if none; only what differs from that is said.
        """
        line = self._chosen(seat, situation, frozenset(about))
        self.spoken.add((seat, line.say))
        said = self._terms(package, had) if package >= 0 else ""
        text = fill(line.say, self._places(seat) | {"offer": said})
        return text if package < 0 or has_place(line.say, "offer") else f"{text} {sentence('So: ' + said)}"

    def _chosen(self, seat: int, situation: str, about: frozenset[str]) -> Line:
        mood = mood_of(stance_of(self.state, 0, seat))
        fitting = self._fitting(seat, situation, about, mood)
        fresh = [each for each in fitting if (seat, each.say) not in self.spoken]
        if not fresh:
            return self._drawn(fitting, situation) if fitting else Line(say=_SPEECHLESS)
        best = max(_particular(each) for each in fresh)
        return self._drawn([each for each in fresh if _particular(each) == best], situation)

    def _drawn(self, lines: list[Line], situation: str) -> Line:
        turn = np.array([self.at], np.int32)
        return lines[int(self.luck.own("voice").below(len(lines), turn, situation)[0])]

    def _fitting(self, seat: int, situation: str, about: frozenset[str], mood: str) -> list[Line]:
        every = self._lines(seat, situation)
        hand = self.stage.tables.names.hands[seat][int(self.state.seat[0, seat, SEAT["hand"]])]
        meeting = self.stage.tables.names.meetings[int(self.state.of("meeting")[0])]
        of_hand = [
            each for each in every if _allows(each.hand, {hand}) and _allows(each.meeting, {meeting}) and not each.theme
        ]
        on_topic = [each for each in of_hand if _allows(each.about, about)]
        in_mood = [each for each in on_topic if _allows(each.mood, {mood})]
        return in_mood or on_topic

    def _lines(self, seat: int, situation: str) -> list[Line]:
        """The scene's lines for a situation or the one that stands in for it, else the spare ones."""
        lines, wanted = self.stage.seat(seat).lines, situation
        while wanted not in lines and wanted in INSTEAD:
            wanted = INSTEAD[wanted]
        own = [each if isinstance(each, Line) else Line(say=each) for each in lines.get(wanted, ())]
        return own or list(spare_lines(situation))

    def _places(self, seat: int) -> dict[str, str]:
        issues = {issue.id: issue.label for issue in self.stage.scenario.issues}
        return issues | {"other": self.stage.name(1 - seat)}

    def _terms(self, package: int, had: int) -> str:
        return new_terms(self.stage, package, had)


def new_terms(stage: Stage, package: int, had: int) -> str:
    """A package as it is said: what differs from one's offer before, else from how things are, else all of it."""
    tables = stage.tables
    since = had if had not in (-1, package) else tables.status_quo
    return terms(stage.scenario, tables.options_of(package), tables.options_of(since))


def _allows(wanted: list[str], there: Iterable[str]) -> bool:
    return not wanted or bool(set(wanted) & set(there))


def _particular(line: Line) -> int:
    """How many conditions a line has: what it is about counts more than hand, mood and meeting."""
    return 4 * bool(line.about) + 2 * bool(line.hand) + bool(line.mood) + bool(line.meeting)


# -- a person's move -----------------------------------------------------------------------------------------------


def person_words(
    stage: Stage, state: State, seat: int, move: Move, packages: list[int], heard: Collection[str] = ()
) -> str:
    """What a person says with a move: own words, else the wording chosen, else a plain sentence; empty if none fits.

    ``packages`` are the completed ones of the move, as numbers; ``heard`` what they have said before: a plain sentence
    is not said again while there is another.
    """
    if move.words:
        return move.words
    places = _person_places(stage, state, seat, packages)
    said = _sentence(stage, seat, (move.act, move.item, move.wording), places, heard)
    if move.act in PACKAGE_ACTS and said and places["offer"] not in said:
        said = f"{said} {sentence('So: ' + places['offer'])}"
    if move.rider:
        said = f"{said} {_sentence(stage, seat, (move.rider, move.rider_item, None), places, heard)}".strip()
    return said


def _sentence(
    stage: Stage,
    seat: int,
    what: tuple[str, str | None, str | None],
    places: Mapping[str, str],
    heard: Collection[str],
) -> str:
    """The sentence of (act, item, wording)."""
    act, item_id, wording_id = what
    named = {**places, **({"item": item(stage, item_id)} if item_id else {})}
    known = wordings.find(stage, wording_id) if wording_id else None
    if known is not None:
        return fill(known[1].say, named)
    every = [fill(each.say, named) for each in wordings.plain(stage, wordings.Asked(act, item_id, seat))]
    return next((said for said in every if said not in heard), every[0] if every else "")


def _person_places(stage: Stage, state: State, seat: int, packages: list[int]) -> dict[str, str]:
    had = int(state.table[0, seat, 0])
    said = [new_terms(stage, package, had) for package in packages]
    return {"other": stage.name(1 - seat), "offer": ", or ".join(said)}


def with_signals(stage: Stage, move: Move, read_signals: Mapping[str, float] | None = None) -> Move:
    """The move with its signals explicit: its own, else the chosen wording's, else those read from own words.

    A move without any keeps None: the calm default of the notation.
    """
    if move.signals is not None:
        return move
    known = wordings.find(stage, move.wording) if move.wording else None
    if known is not None:
        return replace(move, signals={str(name): float(value) for name, value in known[1].signals.items()})
    return replace(move, signals=dict(read_signals)) if read_signals is not None else move
