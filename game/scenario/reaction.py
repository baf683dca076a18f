"""The grammar of a reaction: the same for the general psychology file and for a scenario's own ``reactions:``."""

import re
from functools import cache
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from game.scenario.words import ACT_GROUPS, ACTS, FACTS, SITUATIONS, STANCE, TACTICS, THEMES

ActOrGroup = Literal[(*ACTS, *ACT_GROUPS, "any_offer")]  # type: ignore[valid-type]  # built from the one list of words
Act = Literal[ACTS]  # type: ignore[valid-type]
_FACT_NAMES = tuple(FACTS)
_SITUATIONS = tuple(SITUATIONS)
FactName = Literal[_FACT_NAMES]  # type: ignore[valid-type]
StanceName = Literal[(*STANCE, "composure")]  # type: ignore[valid-type]
Tactic = Literal[TACTICS]  # type: ignore[valid-type]
Situation = Literal[_SITUATIONS]  # type: ignore[valid-type]
Theme = Literal[THEMES]  # type: ignore[valid-type]

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_RANGE = re.compile(
    rf"^\s*(?:(?P<op>>=|<=|>|<)\s*(?P<n>{_NUMBER})|(?P<lo>{_NUMBER})\s*\.\.\s*(?P<hi>{_NUMBER})|(?P<is>{_NUMBER}))\s*$"
)
_ANY = 10**6


class Span(NamedTuple):
    """An interval of integer units, both ends included."""

    low: int
    high: int


@cache
def parse_range(text: str, scale: int) -> Span:
    """Read ``>= 0.5``, ``< 3``, ``0.2..0.6``, ``2``, ``yes`` or ``no`` as a span of units of ``1 / scale``.

    Raises:
        ValueError: the text is none of these, or its ends are the wrong way round.

    >>> parse_range(">= 0.5", 1000)
    Span(low=500, high=1000000)
    >>> parse_range("yes", 1)
    Span(low=1, high=1)
    """
    if text.strip().lower() in ("yes", "true"):
        return Span(1, 1)
    if text.strip().lower() in ("no", "false"):
        return Span(0, 0)
    match = _RANGE.match(text)
    if match is None:
        raise ValueError(f"'{text}' is not a range; write one of: >= 0.5, < 3, 0.2..0.6, 2, yes, no")
    if match["lo"] is not None:
        low, high = (round(float(match[end]) * scale) for end in ("lo", "hi"))
        if low > high:
            raise ValueError(f"the range '{text}' starts above its end; write {match['hi']}..{match['lo']}")
        return Span(low, high)
    number = round(float(match["n"] or match["is"]) * scale)
    return {
        None: Span(number, number),
        ">=": Span(number, _ANY),
        "<=": Span(-_ANY, number),
        ">": Span(number + 1, _ANY),
        "<": Span(-_ANY, number - 1),
    }[match["op"]]


def _is_range(text: str) -> str:
    parse_range(text, 1)
    return text


Range = Annotated[str, AfterValidator(_is_range)]
Flag = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Part(BaseModel):
    """A piece of a scenario or psychology file: nothing unknown in it, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class When(Part):
    """The conditions of a reaction; all must hold. They read how things stood *before* the move."""

    act: list[ActOrGroup] = []
    """The move is one of these acts, or acts of these groups."""
    rider: list[Act] = []
    """The move carries one of these riders."""
    after: list[ActOrGroup] = []
    """My own last move was one of these."""
    item: list[str] = []
    """The move names one of these (evidence, favour, detail, condition, process or issue)."""
    hand: list[str] = []
    """I hold one of these hands (scenario reactions only)."""
    facts: dict[FactName, Range] = {}
    """Every fact named lies in its range."""
    times: Range | None = None
    """How often they have done this act, this time included."""
    since: dict[Act, Range] = {}
    """How many of their own turns ago they last did the act; never = not in any range."""
    remembered: list[Flag] = []
    """All these flags have been remembered."""
    not_remembered: list[Flag] = []
    """None of these flags has been."""
    chance: Annotated[float, Field(ge=0, le=1)] = 1.0
    """It holds with this probability, drawn from the game's luck."""


class Then(Part):
    """What a reaction does to the one who listens. Effects of all reactions that fire add up."""

    stance: dict[StanceName, Annotated[float, Field(ge=-1, le=1)]] = {}
    """Change of each part of the stance."""
    aspiration: Annotated[float, Field(ge=-60, le=60)] = 0
    """Points of utility by which I ask for more (positive) or less (negative) from now on."""
    disclosure: Annotated[float, Field(ge=-1, le=1)] = 0
    """How much more (positive) or less I am ready to tell from now on."""
    tactic: Tactic | None = None
    """What I do next, unless a reaction of higher priority says otherwise."""
    line: Situation | None = None
    """What I say next, likewise."""
    remember: Flag | None = None
    """A flag that later reactions, the epilogue and follow-up scenarios can read."""


class Reaction(Part):
    """One behaviour: when it happens, what it changes, where we know it from."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    source: str
    """Who found it, or ``design`` with the reason; for a scene's own reactions, why this person reacts so."""
    theme: Theme | None = None
    """What feedback, small wins and the process list count it under."""
    when: When
    then: Then
    priority: Annotated[int, Field(ge=0, le=100)] = 50
    """The highest priority decides tactic and line; then the order of the file."""
    once: bool = False
    """Fires at most once in a game."""
    note: str = ""
    """For readers of the file."""


class Psychology(Part):
    """The general reactions file."""

    format: Literal[1]
    reactions: list[Reaction]
