"""What stands beside the table: turns, mood, meters and what has been learned, read off the session once a move."""

from dataclasses import dataclass
from typing import Final

from game.engine.columns import TOLD
from game.engine.story import stance_of
from game.engine.view import view_of
from game.session.feelings import other_of
from game.session.game import Game
from game.session.labels import item
from game.session.mood import FACES, mood_of
from game.session.play import Session
from game.session.standing import turns_left

_TOLD_AS: Final = {"reason": "what stands behind the no", "decision": "how it gets decided",
                   "constraint": "what they cannot change", "alternative": "what they do without a deal",
                   "deadline": "their deadline", "need": "what they need"}  # fmt: skip
#: Meters of the coach: part of the stance, its name, the words for low, middling and high.
METERS: Final = (
    ("trust", "Trust", ("wary", "forming", "warm")),
    ("patience", "Patience", ("thin", "some", "ample")),
    ("defensiveness", "Guard", ("down", "half up", "up")),
    ("seen_confidence", "Takes you for sure", ("no", "somewhat", "yes")),
    ("seen_desperation", "Takes you for in need", ("no", "a little", "yes")),
)
_CALM: Final = ("going", "shaken", "steady")


@dataclass(frozen=True)
class Meter:
    """A share 0..1, its name and a word for it."""

    id: str
    label: str
    share: float
    word: str


@dataclass(frozen=True)
class Learned:
    """One thing that is known: a kind (told, cite, cited, vague) and what it says."""

    kind: str
    text: str


@dataclass(frozen=True)
class Facts:
    """How a game stands, ready to draw."""

    title: str
    you: str
    other: str
    other_full: str
    other_role: str
    mood: str
    mood_word: str
    turns: int
    left: int
    meeting: str
    meters: tuple[Meter, ...]
    learned: tuple[Learned, ...]


def facts_of(session: Session) -> Facts:
    """Read off a session."""
    game = session.game
    me, other = game.player, other_of(game)
    meeting = game.stage.scenario.meetings[game.column("meeting")]
    mood = mood_of(stance_of(game.state, 0, other))
    seat = game.stage.seat(other)
    return Facts(
        title=game.stage.scenario.title,
        you=f"You are {game.stage.seat(me).name}",
        other=game.stage.name(other),
        other_full=seat.name,
        other_role=seat.role,
        mood=mood,
        mood_word=FACES[mood],
        turns=meeting.turns,
        left=turns_left(game) if game.talking else 0,
        meeting=f"Meeting {game.column('meeting') + 1} of at most {len(game.stage.scenario.meetings)}",
        meters=_meters(session),
        learned=tuple(_learned(game)),
    )


def _meters(session: Session) -> tuple[Meter, ...]:
    """Own calm unless the level is "real"; for a coach what the other feels, too."""
    game = session.game
    found = []
    if session.assist == "coach":
        stance = stance_of(game.state, 0, other_of(game))
        found = [Meter(part, label, stance[part], _word(stance[part], words)) for part, label, words in METERS]
    if session.assist != "real":
        calm = game.own(game.player, "composure") / 1000
        found.append(Meter("composure", "Your own calm", calm, _word(calm, _CALM)))
    return tuple(found)


def _word(share: float, words: tuple[str, str, str]) -> str:
    return words[0] if share < 0.34 else words[1] if share < 0.6 else words[2]


def _learned(game: Game) -> list[Learned]:
    """What they told, what can be cited, what is still vague: nothing that the seat cannot see."""
    me, names = game.player, game.stage.tables.names
    view = view_of(game.stage.tables, game.stage.own[me], game.state)
    told, known = int(view.theirs("told")[0]), int(view.theirs("told_priorities")[0]) | int(view.own("learned")[0])
    found = [Learned("told", text) for name, text in _TOLD_AS.items() if told >> TOLD[name] & 1]
    issues = [item(game.stage, n) for bit, n in enumerate(names.issues) if known >> bit & 1]
    found += (
        [Learned("told", f"what {', '.join(issues)} mean{'s' if len(issues) == 1 else ''} to them")] if issues else []
    )
    held, cited = game.own(me, "evidence"), game.own(me, "cited")
    for bit, name in enumerate(names.evidence):
        if held >> bit & 1:
            found.append(Learned("cited" if cited >> bit & 1 else "cite", item(game.stage, name)))
    raised = game.own(0, "details") | game.own(1, "details")
    vague = [item(game.stage, n) for bit, n in enumerate(names.details) if not raised >> bit & 1]
    return found + [Learned("vague", text) for text in vague]
