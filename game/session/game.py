"""A game as a value: playing a move gives a new one. No files, no clock; ``play.Session`` keeps the journal.

The same stage, seed and moves always give the same game, line by line; that is what loading relies on.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.engine.columns import AFTER, GAME, PREPARE, PREPARE_OTHER, SEAT, TALK
from game.engine.legal import SENTENCES, why_illegal
from game.engine.luck import Ints, Luck
from game.engine.moves import Moves, Unknown
from game.engine.script import script
from game.engine.state import State, start
from game.engine.step import Events, step
from game.engine.story import Told, tell
from game.engine.view import view_of
from game.scenario.words import OUTCOMES
from game.session.carried import Carried, put
from game.session.digest import state_hash
from game.session.entry import Entry
from game.session.narration import Happening, narrated, spoken
from game.session.stage import Stage
from game.session.voice import Voice
from game.session.written import Said, numbers, written


class Refused(ValueError):
    """A move that cannot be made. The message is a sentence that says what to do instead; nothing has changed."""


@dataclass(frozen=True)
class Game:
    """One play-through up to now.

    Attributes:
        kinds: for each seat "person" or "script". entries: every move made. voiced: what scripted seats have said.
        viewer: whose eyes it is looked at with; None for the first person's.
    """

    stage: Stage
    seed: int
    kinds: tuple[str, str]
    state: State
    entries: tuple[Entry, ...] = ()
    voiced: frozenset[tuple[int, str]] = frozenset()
    viewer: int | None = None
    carried: Carried | None = None
    """What an earlier game left behind."""

    @cached_property
    def luck(self) -> Luck:
        """The game's luck."""
        return Luck.of(self.seed, np.zeros(1, np.int64))

    def column(self, name: str) -> int:
        """A column of the game."""
        return int(self.state.game[0, GAME[name]])

    def own(self, seat: int, name: str) -> int:
        """A column of a seat's row."""
        return int(self.state.seat[0, seat, SEAT[name]])

    @property
    def player(self) -> int:
        """The seat of the person this game is for: the viewer's, or the first one a person holds."""
        if self.viewer is not None:
            return self.viewer
        return self.kinds.index("person") if "person" in self.kinds else 0

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.column("phase") == AFTER

    @property
    def talking(self) -> bool:
        """Whether they sit at the table."""
        return self.column("phase") == TALK

    @property
    def who(self) -> int:
        """Whose move it is."""
        phase = self.column("phase")
        return {PREPARE: 0, PREPARE_OTHER: 1}.get(phase, self.column("who"))

    @property
    def outcome(self) -> str:
        """How it ended, from the player's side: one of ``words.OUTCOMES``."""
        kind = OUTCOMES[self.column("outcome")]
        if kind in ("impasse_left", "impasse_walked"):
            return "impasse_left" if self.column("ender") == self.player else "impasse_walked"
        return kind

    @property
    def story(self) -> list[Told]:
        """The turns as the engine tells them."""
        return [entry.told for entry in self.entries]


def new_game(
    stage: Stage, seed: int, kinds: tuple[str, str], hands: tuple[str | None, str | None],
    carried: Carried | None = None,
) -> Game:  # fmt: skip
    """A game before its first move; a hand that is None is drawn by the seed. Raises ValueError as ``put`` does."""
    names = stage.tables.names.hands
    chosen = [names[seat].index(hand) if hand is not None else -1 for seat, hand in enumerate(hands)]
    luck = Luck.of(seed, np.zeros(1, np.int64))
    state = put(carried, stage.tables, start(stage.tables, luck, np.array([chosen], np.int32)))
    return Game(stage, seed, kinds, state, carried=carried)


def why_not(game: Game, said: Said) -> str:
    """Why a move cannot be made now, as a sentence; empty if it can."""
    try:
        moves = numbers(game.stage.tables, game.state, said)
    except Unknown as error:
        return f"{error}."[:1].upper() + f"{error}."[1:]
    if said.seat != game.who and not game.over:
        return f"It is {game.stage.name(game.who)}'s turn."
    return SENTENCES[int(why_illegal(game.stage.tables, game.state, moves)[0])]


def play(game: Game, said: Said) -> Game:
    """The game after one move. Raises Refused."""
    reason = why_not(game, said)
    if reason:
        raise Refused(reason)
    tables = game.stage.tables
    moves = numbers(tables, game.state, said)
    after, events = step(tables, game.state, moves, game.luck)
    turn = game.own(said.seat, "turns") + 1 if game.talking else 0
    told = tell(tables, game.state, moves, after, events, turn)
    voice = Voice(game.stage, game.state, game.luck, len(game.entries), set(game.voiced))
    it = Happening(
        stage=game.stage,
        kinds=game.kinds,
        said=said,
        before=game.state,
        after=after,
        events=events,
        words=said.words,
        heard=_last_of(game, 1 - said.seat),
        rebooked=_was_rebooked(game),
        interrupted=_was_interrupted(game, said.seat),
    )
    words = spoken(it, voice)
    voice.state = (
        after if game.column("phase") != TALK or game.column("meeting") != int(after.of("meeting")[0]) else game.state
    )
    shown = narrated(replace(it, words=words), voice)
    entry = Entry(
        said, told, words, tuple(shown), game.state, after, state_hash(after), _happened(game.stage, events, told)
    )
    return replace(game, state=after, entries=(*game.entries, entry), voiced=frozenset(voice.spoken))


def packages_of(moves: Moves) -> list[int]:
    """The packages a move puts on the table."""
    return [int(package) for package in moves.packages[0] if package >= 0]


def scripted(game: Game) -> Said:
    """The move of the scripted seat whose turn it is."""
    seat, stage = game.who, game.stage
    moves = script(view_of(stage.tables, stage.own[seat], game.state), game.luck.own(f"seat {seat}"))
    return written(stage.tables, game.state, moves, seat)


def _last_of(game: Game, seat: int) -> Said | None:
    last = game.entries[-1] if game.entries else None
    return last.said if last is not None and last.said.seat == seat else None


def _was_rebooked(game: Game) -> bool:
    """The last move moved the meeting to another moment, and this is the answer to it."""
    last = game.entries[-1] if game.entries else None
    if last is None or not game.talking:
        return False
    moment, talked = last.before.of("moment")[0], last.before.of("phase")[0] == TALK
    return bool(talked and moment != game.state.of("moment")[0])


def _was_interrupted(game: Game, seat: int) -> bool:
    """The mid-scene event came with the last move, a person's, and this is the scripted answer to it."""
    last = game.entries[-1] if game.entries else None
    if last is None or last.said.seat == seat or "happened" not in last.happened:
        return False
    return game.kinds[last.said.seat] == "person" and game.kinds[seat] == "script"


def _happened(stage: Stage, events: Events, told: Told) -> dict[str, object]:
    gained = {
        seat: [name for bit, name in enumerate(stage.tables.names.evidence) if int(mask) >> bit & 1]
        for seat, mask in zip(stage.tables.names.seats, events.gained_evidence[0], strict=True)
    }
    found: dict[str, object] = {"reactions": list(told.reactions)}
    if any(gained.values()):
        found["evidence"] = gained
    for name in ("agreed", "approval"):
        value: Ints = getattr(events, name)
        if int(value[0]) >= 0:
            found[name] = bool(value[0])
    for name in ("happened", "met_again"):
        if bool(getattr(events, name)[0]):
            found[name] = True
    return found
