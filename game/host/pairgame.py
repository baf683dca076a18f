"""The game of one pair, as a value. Two people prepare at the same time, each unseen by the other; then they talk.

The engine lets one seat prepare after the other. So what each does in preparation is kept apart as a draft, shown to
that seat on a game of its own, and played in order once both are ready. At the table there is one game for both.
"""

from dataclasses import dataclass, replace
from typing import Any, Self

from game.engine.notation import Move
from game.scenario.words import ACT_GROUPS
from game.session.entry import Entry
from game.session.game import Game, Refused, new_game, play
from game.session.play import Session, Turn
from game.session.replay import scripts
from game.session.stage import Stage
from game.session.written import Said, from_record

#: A part of the record: {"kind": "move" | "draft" | "ready" | "script", "seat": 0 | 1, ...}.
Part = dict[str, Any]
Drafts = tuple[tuple[Said, ...], tuple[Said, ...]]


class Elsewhere(ValueError):
    """A stored move leads to another game than it did; the scene or the rules have changed."""


@dataclass(frozen=True)
class PairGame:
    """One pair's game up to now.

    Attributes:
        game: what both share: up to the start of a preparation, or up to now at the table.
        drafts: what each seat did in this preparation. ready: whether each seat has said that it is ready.
    """

    game: Game
    drafts: Drafts = ((), ())
    ready: tuple[bool, bool] = (False, False)

    @classmethod
    def new(cls, stage: Stage, seed: int, kinds: tuple[str, str], hands: tuple[str | None, str | None]) -> Self:
        """A game before its first move."""
        return cls(new_game(stage, seed, kinds, hands))

    @property
    def preparing(self) -> bool:
        """Whether they have yet to sit down."""
        return not self.game.talking and not self.game.over

    @property
    def untouched(self) -> bool:
        """Whether nobody has done anything."""
        return not self.game.entries and not any(self.drafts) and not any(self.ready)

    def seen_by(self, seat: int) -> Game:
        """The game as a seat may see it: in preparation with its own draft alone."""
        if not self.preparing:
            return replace(self.game, viewer=seat)
        game = _up_to(self.game, seat)
        for said in self.drafts[seat]:
            game = play(game, said)
        return replace(game, viewer=seat)

    # -- what a person does ----------------------------------------------------------------------------------------

    def submitted(self, seat: int, move: Move) -> tuple[Self, list[Part], Turn]:
        """The game after a move of a person, the parts of the record that lead there, and what to tell them.

        Raises Refused: it cannot be made, and the sentence says what to do.
        """
        if self.game.kinds[seat] != "person":
            raise Refused("The script holds this seat now.")
        return self._prepared(seat, move) if self.preparing else self._said(seat, move)

    def _said(self, seat: int, move: Move) -> tuple[Self, list[Part], Turn]:
        if self.game.over:
            raise Refused("This game has ended.")
        if self.game.who != seat:
            raise Refused(f"It is {self.game.stage.name(self.game.who)}'s turn. Yours comes after that.")
        session = Session(self.seen_by(seat))
        turn = session.submit(move)
        game = replace(session.game, viewer=None)
        return replace(self, game=game), [_part(entry) for entry in turn.entries], turn

    def _prepared(self, seat: int, move: Move) -> tuple[Self, list[Part], Turn]:
        if self.ready[seat]:
            raise Refused("You have said that you are ready; wait for the other side.")
        if move.act == "begin":
            part: Part = {"kind": "ready", "seat": seat}
            after = self.applied(part)
            return after, [part, *after.answers(self)], Turn(())
        if move.act not in ACT_GROUPS["preparing"]:
            raise Refused("You are still preparing. Say first that you are ready.")
        session = Session(self.seen_by(seat))
        turn = session.submit(move)
        parts = [_part(entry) | {"kind": "draft"} for entry in turn.entries]
        return self.applied(*parts), parts, turn

    def answers(self, before: Self) -> list[Part]:
        """What was played of itself when both were ready or a script took over: moves that are stored as well."""
        return [_part(entry) for entry in self.game.entries[len(before.game.entries) :]]

    # -- from the record -------------------------------------------------------------------------------------------

    def applied(self, *parts: Part) -> Self:
        """The game after parts of its record. Raises Elsewhere when a move leads elsewhere than it did."""
        found = self
        for part in parts:
            found = found._applied(part)
        return found

    def restored(self, parts: list[Part]) -> Self:
        """The game after one stored submission. What followed of itself is in it, and is compared, not played twice."""
        head = next((part for part in parts if part["kind"] in ("ready", "script")), None)
        if head is None:
            return self.applied(*parts)
        after = self.applied(head)
        stored = [part["state"] for part in parts if part["kind"] == "move"]
        played = [entry.digest for entry in after.game.entries[len(self.game.entries) :]]
        if stored != played:
            raise Elsewhere("A stored move leads elsewhere with this program; the class can only be deleted.")
        return after

    def _applied(self, part: Part) -> Self:
        seat = int(part["seat"])
        if part["kind"] == "draft":
            return self._drafted(seat, from_record(part, seat))
        if part["kind"] == "ready":
            return self._begun(_set(self.ready, seat))
        if part["kind"] == "script":
            return self._handed_over(seat)
        after = replace(self, game=play(self.game, from_record(part, seat)), drafts=((), ()), ready=(False, False))
        if after.game.entries[-1].digest != part["state"]:
            raise Elsewhere("A stored move leads elsewhere with this program; the class can only be deleted.")
        return after

    def _drafted(self, seat: int, said: Said) -> Self:
        mine = (*self.drafts[seat], said)
        return replace(self, drafts=(mine, self.drafts[1]) if seat == 0 else (self.drafts[0], mine))

    def _begun(self, ready: tuple[bool, bool]) -> Self:
        """Once every person is ready, the drafts are played in order and the meeting begins."""
        waited = replace(self, ready=ready)
        if any(kind == "person" and not said for kind, said in zip(self.game.kinds, ready, strict=True)):
            return waited
        game = self.game
        while not game.talking and not game.over:
            for said in self.drafts[game.who]:
                game = play(game, said)
            game = _begin(game)
        return type(self)(_last(game))

    def _handed_over(self, seat: int) -> Self:
        """The script takes a seat; what was prepared there is left unused."""
        kinds = ("script", self.game.kinds[1]) if seat == 0 else (self.game.kinds[0], "script")
        after = replace(self, game=replace(self.game, kinds=kinds))
        if not self.preparing:
            return replace(after, game=_last(after.game)) if "person" in kinds else after
        empty: Drafts = ((), self.drafts[1]) if seat == 0 else (self.drafts[0], ())
        return replace(after, drafts=empty)._begun(self.ready) if "person" in kinds else after

    def handed_over(self, seat: int) -> tuple[Self, list[Part]]:
        """The script takes a seat: the game, and what to store."""
        part: Part = {"kind": "script", "seat": seat}
        after = self.applied(part)
        return after, [part, *after.answers(self)]


def _set(ready: tuple[bool, bool], seat: int) -> tuple[bool, bool]:
    return (True, ready[1]) if seat == 0 else (ready[0], True)


def _up_to(game: Game, seat: int) -> Game:
    """The game as it will be when a seat's turn to prepare has come, the other having prepared nothing."""
    while game.who != seat and not game.talking:
        game = _begin(game)
    return game


def _begin(game: Game) -> Game:
    """The seat whose turn it is to prepare is done with it."""
    if game.kinds[game.who] == "script":
        return next(scripts(game))
    return play(game, Said(game.who, Move("begin")))


def _last(game: Game) -> Game:
    """The game after the script has answered."""
    for each in scripts(game):
        game = each
    return game


def _part(entry: Entry) -> Part:
    """A move in the journal's form, with the seat as a number and without what a replay does not need."""
    record = entry.as_record("") | {"seat": entry.said.seat}
    return {key: value for key, value in record.items() if key not in ("events", "shown")}
