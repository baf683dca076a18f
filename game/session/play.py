"""One play-through without any screen: submit a move, see what comes of it, take it back, stop and go on later.

``Session.submit`` is the way a front end changes anything. It checks, journals every move (durably, before anything
is shown) and lets scripted seats move until it is a person's turn again. Loading is replaying the stored moves with
the same seed; the hash of the state is compared after each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.engine.moves import Unknown, resolve
from game.engine.notation import Move, NotUnderstood, parse, write
from game.library import data_folder
from game.reader.reading import Reading, as_json
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS
from game.session.carried import Carried
from game.session.checks import one_line, warnings, why_malformed
from game.session.debrief import debrief, feedback
from game.session.debrief_text import as_json as debrief_json
from game.session.entry import Entry, Shown
from game.session.game import Game, Refused, new_game, play, why_not
from game.session.header import header_of
from game.session.journal import Journal
from game.session.past import Past
from game.session.picks import Picks
from game.session.reflection import Reflection
from game.session.replay import Changed, again, replayed, scripts, stage_of
from game.session.sealing import Record
from game.session.stage import Stage, load_stage
from game.session.undo import effective, undo_record
from game.session.voice import person_words, with_signals
from game.session.written import Said

__all__ = ["NotUnderstood", "Past", "Refused", "Session", "Turn", "parse"]
#: Assist levels at which moves can be taken back.
UNDOABLE: Final = ("coach", "practice")


@dataclass(frozen=True)
class Turn:
    """What came of a submitted move: every move made, in order, and what the player may want to know about theirs."""

    entries: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()
    after: tuple[Shown, ...] = ()
    """What is said after the end: feedback that was asked for."""

    @property
    def shown(self) -> list[Shown]:
        """Everything to show, in order."""
        return [*(each for entry in self.entries for each in entry.shown), *self.after]


class Session:
    """A game and its journal. Without a journal nothing is saved (demonstrations, tests)."""

    def __init__(self, game: Game, assist: str = "practice", journal: Journal | None = None) -> None:
        self.game = game
        self.assist = assist
        self.journal = journal
        self.picks = Picks(_wordings_file if journal is not None else None)
        """What this player's wordings turned out to mean."""
        self.notes: list[str] = []
        """What the player wrote down; kept in the journal, never touched by undo."""
        self.reflection: Reflection | None = None
        self._ended = False
        self._hinted = (0, 0)
        """At how many moves the last hint was given, and how many were given there."""

    # -- starting and going on -------------------------------------------------------------------------------------

    @classmethod
    def new(
        cls,
        stage: Stage,
        seed: int,
        seats: tuple[str, str] = ("person", "script"),
        hands: tuple[str | None, str | None] = (None, None),
        assist: str = "practice",
        path: Path | None = None,
        when: str = "",
        carried: Carried | None = None,
    ) -> "Session":
        """Start a game; with a path it is journaled there. Raises JournalError when that cannot be written."""
        game = new_game(stage, seed, seats, hands, carried)
        journal = Journal.create(path, header_of(game, assist, when)) if path is not None else None
        session = cls(game, assist, journal)
        session.catch_up()
        return session

    @classmethod
    def resume(cls, path: Path, find: Callable[[str], Stage] = load_stage) -> "Session | Past":
        """Open a stored game: to go on with it, or only to look at (``Past.note`` says why).

        Raises JournalError when it is no journal, or is open in another running game.
        """
        header, records, journal = Journal.open(path)
        standing = effective(records)
        try:
            game = replayed(header, standing, stage_of(header, find))
        except Changed as changed:
            journal.freeze(str(changed))
            return Past(header, tuple(standing), str(changed))
        if journal.read_only:
            return Past(header, tuple(standing), journal.note)
        session = cls(game, str(header.get("assist", "practice")), journal)
        session._ended = any(record["kind"] == "outcome" for record in standing)
        session.notes = [str(record.get("text", "")) for record in records if record["kind"] == "note"]
        session.catch_up()
        return session

    # -- what a player does ----------------------------------------------------------------------------------------

    @property
    def seat(self) -> int:
        """The person whose move it is; the player after the end."""
        return self.game.player if self.game.over or self.game.kinds[self.game.who] == "script" else self.game.who

    def submit(self, move: Move) -> Turn:
        """Make a move for the person whose turn it is, then let scripted seats answer.

        A move of the table made in preparation begins first. When this returns, everything in it is saved.

        Raises:
            Refused: it cannot be made; the sentence says what to do, and nothing has changed.
            JournalError: it could not be saved; what was not saved did not happen.
        """
        if self.game.over and move.act == "ask_feedback":
            return Turn((), after=tuple(self.feedback()))
        before = list(self.catch_up().entries)
        if before:
            return Turn(tuple(before), ("That was still to come; now it is your move again.",))
        games = list(self._games(move))
        said = next(game.entries[-1] for game in games if _is(game.entries[-1], move.act))
        alerts = warnings(replace(self.game, state=said.before), move, said.said.seat)
        return Turn(self._kept(games), alerts)

    def reading(self, words: str) -> Reading:
        """What the reader makes of a typed line of the person whose move it is; changes nothing."""
        return _read(self.game, words, self.seat)

    def undo(self) -> int:
        """Take back the last move of the player and what followed; how many moves were taken back.

        Raises Refused at the level "real" and when there is nothing to take back.
        """
        if self.assist not in UNDOABLE:
            raise Refused("At the level 'real' nothing can be taken back, as in life.")
        own = [at for at, entry in enumerate(self.game.entries) if entry.said.seat == self.game.player]
        if not own:
            raise Refused("There is nothing to take back yet.")
        count = len(self.game.entries) - own[-1]
        self._append(undo_record(count))
        self._ended = False
        self.game = again(self.game, [entry.said for entry in self.game.entries[: own[-1]]])
        return count

    def note(self, text: str) -> None:
        """Write something down. Raises JournalError when it could not be saved."""
        self._append({"kind": "note", "text": one_line(text)})
        self.notes.append(one_line(text))

    def hint(self) -> str:
        """The next hint for the turn: two at most, never the answer."""
        from game.session.hints import hint  # noqa: PLC0415  # the review is needed only by those who ask

        turn = len(self.game.entries)
        self._hinted = (turn, self._hinted[1] + 1 if self._hinted[0] == turn else 1)
        return hint(self.game, self._hinted[1])

    def reflect(self, own: Reflection) -> None:
        """Keep what the player thought of the game. Raises JournalError when it could not be saved."""
        self._append(own.as_record())
        self.reflection = own

    def feedback(self) -> list[Shown]:
        """After the end: what the other side says about how it went. Raises Refused before it."""
        if not self.game.over:
            raise Refused("It has not ended yet; 'ask feedback' works at the table, too.")
        return feedback(self.game)

    def close(self) -> None:
        """Let go of the journal; the game can be resumed."""
        if self.journal is not None:
            self.journal.close()

    # -- inside ----------------------------------------------------------------------------------------------------

    def catch_up(self) -> Turn:
        """Let scripted seats move until it is a person's turn or the end, and store the outcome."""
        return Turn(self._kept(list(scripts(self.game))))

    def _games(self, move: Move) -> Iterator[Game]:
        """Every game on the way, one a move: an implied beginning, the move, the scripted answers."""
        game = self.game
        if _implies_begin(game, move):
            game = play(game, Said(game.who, Move("begin")))
            yield game
            for game in scripts(game):  # noqa: B020  # each is the game so far
                yield game
        game = play(game, self._said(game, move))
        yield game
        yield from scripts(game)

    def _said(self, game: Game, move: Move) -> Said:
        """The person's move with its words and signals settled. Raises Refused."""
        reason = why_malformed(game, move)
        if reason:
            raise Refused(reason)
        seat, words = game.who, one_line(move.words or "")
        reading = _read(game, words, seat) if words else None
        move = with_signals(game.stage, replace(move, words=words or None), reading.signals if reading else None)
        bare = replace(move, words=None)
        reason = why_not(game, Said(seat, bare))
        if reason:
            raise Refused(reason)
        packages = _completed(game, bare, seat)
        talk = move.act not in ACT_GROUPS["preparing"]
        heard = {entry.words for entry in game.entries}
        text = person_words(game.stage, game.state, seat, move, packages, heard) if talk else ""
        return Said(seat, bare, text, reading=as_json(reading) if reading else None)

    def _kept(self, games: list[Game]) -> tuple[Entry, ...]:
        """Store each new move, one after the other, then the outcome; the session follows what is stored."""
        kept = []
        for game in games:
            entry = game.entries[-1]
            self._append(entry.as_record(game.stage.seat(entry.said.seat).id))
            self.game = game
            kept.append(entry)
        if self.game.over and not self._ended:
            self._append({"kind": "outcome", "outcome": self.game.outcome, "debrief": debrief_json(debrief(self.game))})
            self._ended = True
        return tuple(kept)

    def _append(self, record: Record) -> None:
        if self.journal is not None:
            self.journal.append(record)


def _wordings_file() -> Path:
    return data_folder() / "wordings.json"


def _read(game: Game, words: str, seat: int) -> Reading:
    """What the reader makes of a line of a seat, with the last offers of both in mind."""
    from game.reader.acts import read  # noqa: PLC0415  # its rules and weights can wait for the first typed line

    tables, table = game.stage.tables, game.state.table
    theirs, mine = (int(table[0, who, 0]) for who in (1 - seat, seat))
    return read(
        words,
        game.stage.scenario,
        game.stage.seat(seat).id,
        tables.options_of(theirs) if theirs >= 0 else {},
        tables.options_of(mine) if mine >= 0 else {},
    )


def _is(entry: Entry, act: str) -> bool:
    return entry.said.move.act == act


def _implies_begin(game: Game, move: Move) -> bool:
    preparing = ACT_GROUPS["preparing"]
    return not game.over and not game.talking and move.act not in preparing


def _completed(game: Game, move: Move, seat: int) -> list[int]:
    if move.act not in PACKAGE_ACTS:
        return []
    return [int(p) for p in resolve(game.stage.tables, game.state, move, seat).packages[0] if p >= 0]


def completed(game: Game, move: Move, seat: int) -> list[int]:
    """The packages of an offer with its gaps filled, before it is made. Raises Refused for an unknown name."""
    try:
        return _completed(game, move, seat)
    except Unknown as error:
        raise Refused(f"{error}."[:1].upper() + f"{error}."[1:]) from None


def moves_of(session: Session) -> list[str]:
    """The notation of every move of the player, in order: a script that plays the same game."""
    return [write(entry.said.move) for entry in session.game.entries if entry.said.seat == session.game.player]
