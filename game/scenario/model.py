"""The scenario model: everything two people need to sit down at one table, as an author writes it.

Names refer to each other by id. That every reference exists and that the numbers make sense is checked in
``check.py``; here is only the shape. Ids are lower-case words; points are free numbers that the engine scales so that
each seat's best package is worth 100.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.reaction import Act, Flag, Part, Reaction, Situation, Theme
from game.scenario.words import CHANNELS, MOODS, SIGNALS, STANCE, STYLES

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
#: An option is named by a word or, for a numeric issue, by its number.
OptionId = Annotated[str, Field(pattern=r"^-?[a-z0-9][a-z0-9_.]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Short = Annotated[str, Field(min_length=1, max_length=120)]
Share = Annotated[float, Field(ge=0, le=1)]
Worth = Annotated[float, Field(ge=0, le=100)]
Points = Annotated[float, Field(ge=-1000, le=1000)]
Channel = Literal[CHANNELS]  # type: ignore[valid-type]  # built from the one list of words
Mood = Literal[MOODS]  # type: ignore[valid-type]
Style = Literal[STYLES]  # type: ignore[valid-type]
Signal = Literal[SIGNALS]  # type: ignore[valid-type]
TemperKey = Literal[(*STANCE, "composure")]  # type: ignore[valid-type]


class Option(Part):
    """One way to settle an issue."""

    id: OptionId
    """Its name in this file."""
    label: Short
    """As it is said in a sentence: 'a review in June'."""
    synonyms: list[Short] = []
    """Other words for it that a player may type."""


class NumericRange(Part):
    """Options as equally spaced numbers, in the order they are written: from ``start`` to ``stop``."""

    start: float
    """The first number."""
    stop: float
    """The last one."""
    step: Annotated[float, Field(gt=0)]
    """From one number to the next."""


class Issue(Part):
    """One thing to settle. Give either ``options`` or ``range``."""

    id: Id
    label: Short
    """What it is called in a sentence."""
    options: list[Option] = []
    """At least two, in order."""
    range: NumericRange | None = None
    """Numbers from, to, in steps of: `{start: 20, stop: 80, step: 10}`."""
    unit: str = ""
    """Shown with the number; ``{}`` marks its place ('{} %', '€{}'), at the end if there is none."""
    price: bool = False
    """The issue that people mean by 'the price'; at most one."""
    reference: float | None = None
    """For the price issue: the number everybody starts from (list price, present salary)."""
    status_quo: OptionId
    """What holds while nothing is agreed; completes a partial offer."""
    synonyms: list[Short] = []
    """Other words for it that a player may type."""


class Detail(Part):
    """A term to clarify before price. Left vague, it costs points in the epilogue."""

    id: Id
    label: Short
    """What there is to clarify, as it stands in a sentence."""
    vague_costs: dict[Id, Worth]
    """Seat -> points lost if it was never clarified."""
    epilogue: Text
    """What happened because it was left vague."""


class Evidence(Part):
    """Something a seat can cite."""

    id: Id
    label: Short
    """What it is called in a sentence."""
    seat: Id
    """Whose argument it is."""
    strength: Share
    """How much it moves: 0.2 is weak, 0.5 is taken seriously, 0.8 is hard to wave off."""
    easily_countered: bool = False
    """The other side has an answer to it."""
    found: Literal["known", "research", "asking"] = "research"
    """Known from the start; gained by a research item; or gained when the other side answers a question."""
    found_by: list[Act] = []
    """For ``asking``: the questions whose answer brings it to light."""
    aims_at: Id | None = None
    """An interest of the other seat that it speaks to."""


class Research(Part):
    """One way to spend the preparation budget. What it brings is shown once it is bought."""

    id: Id
    seat: Id
    """Who can do it."""
    label: Short
    """What one does, as a choice in a menu."""
    cost: Annotated[int, Field(ge=1, le=10)]
    """Effort it takes out of the seat's budget."""
    found: Text
    """What the player reads when it is done."""
    evidence: list[Id] = []
    """Evidence it brings."""
    priorities: list[Id] = []
    """Issues on which it shows how much the other side cares."""
    moments: list[Id] = []
    """Moments that can be chosen once this is known."""
    alternative: Annotated[float, Field(ge=0, le=40)] = 0
    """Points by which it betters the own alternative."""
    reason_hint: bool = False
    """It lets one guess at the other side's real reason (asking still has to confirm it)."""


class Favour(Part):
    """Something a seat can give that is not on the table."""

    id: Id
    seat: Id
    """Who can give it."""
    label: Short
    """What it is called in a sentence."""
    cost: Worth
    """Points off the giver's own result; a costless favour does little."""
    value: Share = 0.3
    """How much it helps the other."""
    lifts_authority: bool = False
    """It gives the other side what they need to get approval, once they have said who decides or the real reason."""


class Condition(Part):
    """Something to attach when agreeing: easy for them, good for both, and it keeps one's face."""

    id: Id
    seat: Id
    """Who can ask for it."""
    label: Short
    """What it is called in a sentence."""
    gain: Worth
    """Points it brings the one who asks for it."""
    benefit: float = 0
    """Points it brings (negative: costs) the one who grants it, before the hand's own burden."""
    hard_for: list[Id] = []
    """Hands of the other seat for whom it is hard: they refuse it."""
    binds: list[Id] = []
    """Hands for whom it is easy and who feel they got a serious deal."""


class Process(Part):
    """A way to go about it: an agenda, phases, a pilot, another hour."""

    id: Id
    label: Short
    """What it is called in a sentence."""
    moment: Id | None = None
    """Agreeing to it moves this meeting to that moment, from its start."""
    lifts_authority: bool = False
    """It brings in whoever can say yes."""
    welcome: Share = 0.5
    """How readily it is agreed to: the trust it needs is 1 minus this."""


class Moment(Part):
    """When a meeting takes place."""

    id: Id
    label: Short
    """When it is, as it stands in a sentence."""
    bad: bool = False
    """A bad time: whoever talks business then loses patience."""
    known: bool = True
    """False: only research or asking reveals it."""


class Meeting(Part):
    """One sitting."""

    id: Id
    channel: Channel
    """How they talk; what is written stays, and is quoted back."""
    turns: Annotated[int, Field(ge=3, le=40)]
    """Turns for each seat."""
    moments: Annotated[list[Moment], Field(min_length=1)]
    """The first is where it happens unless another is chosen."""
    after: str = ""
    """How much later than the meeting before: 'four weeks later'."""
    scene: Text
    """What the place is like; read out when the meeting starts."""


class Event(Part):
    """Something that happens in the middle and changes what is worth saying."""

    turn: Annotated[int, Field(ge=2, le=40)]
    """After this many turns of the seat that opened, in the first meeting that lasts so long."""
    text: Text
    """What the players read."""
    evidence: list[Id] = []
    """Evidence it brings to light."""
    aspiration: dict[Id, Annotated[float, Field(ge=-40, le=40)]] = {}
    """Seat -> points by which it asks for more or less from here on."""
    alternative: dict[Id, Annotated[float, Field(ge=-40, le=40)]] = {}
    """Seat -> points by which its alternative gets better or worse."""
    remember: Flag | None = None
    """A flag that reactions can ask for."""


class Interaction(Part):
    """Extra points when two options come together."""

    first: dict[Id, OptionId]
    """One issue with one option."""
    second: dict[Id, OptionId]
    """Another issue with one option."""
    points: Points
    """Added when both are in a package; negative takes away."""


class AuthorityLimit(Part):
    """What a seat cannot promise on its own."""

    options: dict[Id, list[OptionId]]
    """Issue -> options that need approval."""
    who: Short
    """Who would have to approve."""
    chance: Share = 0.3
    """How likely approval comes when nothing was done for it; what lifts authority makes it sure."""


class Hand(Part):
    """One hidden draw of a seat: what drives this person today."""

    id: Id
    weight: Annotated[float, Field(gt=0, le=100)] = 1
    """How often it is drawn, against the other hands."""
    brief: Text
    """Facts only this hand knows; a person who plays the seat reads them."""
    stated_reason: Short
    """The reason given for a no until one asks well."""
    real_reason: Short
    """What is behind it; told when asked well."""
    reservation: Worth
    """Utility of the alternative, 0..100, before any preparation."""
    opening: Worth = 95
    """The utility a scripted seat asks for at first."""
    stubborn: Share = 0.5
    """How late a scripted seat concedes over a meeting: 0 evenly or sooner, 1 only at the end."""
    points: dict[Id, dict[OptionId, Points]] = {}
    """Issue -> points, in place of the seat's own."""
    temper: dict[TemperKey, Share] = {}
    """Where stance and composure start; others at the seat's."""
    authority: AuthorityLimit | None = None
    yields_in_meeting: Annotated[int, Field(ge=1, le=6)] = 1
    """Before this meeting the hand cannot come down to its limit, whatever is said."""
    collecting: bool = False
    """Is only collecting quotes: agrees to nothing until the one who decides is brought in."""


class Line(Part):
    """Something to say. ``{offer}``, ``{other}`` and ``{ISSUE}`` are filled in."""

    say: Annotated[str, Field(min_length=1, max_length=400)]
    """The words."""
    hand: list[Id] = []
    """Only with these hands."""
    mood: list[Mood] = []
    """Only in these moods."""
    meeting: list[Id] = []
    """Only in these meetings."""
    about: list[Id] = []
    """Only for this issue, detail, evidence, favour, condition or process."""
    theme: Theme | None = None
    """For ``feedback``: which theme it answers."""


class Wording(Part):
    """One way for a player to say an act. ``{offer}``, ``{item}`` and ``{other}`` are filled in."""

    id: Id
    say: Annotated[str, Field(min_length=1, max_length=400)]
    """The words."""
    style: Style
    """How it is meant to sound; players see the words only."""
    about: list[Id] = []
    """Only for these items (issue, evidence, favour, detail, condition, process)."""
    seat: list[Id] = []
    """Only for these seats."""
    signals: dict[Signal, Share]
    """How it sounds, as the reader measures it; signals not named are 0."""


class Seat(Part):
    """One of the two places at the table."""

    id: Id
    name: Short
    """First name, then family name if there is one."""
    pronouns: Short = "they"
    """She, he, they."""
    role: Short
    """Who this is, in half a line."""
    portrait: str = ""
    """A face's name; without one the seat gets a face of its own."""
    public: Text
    """What the other side may know beforehand."""
    brief: Text
    """Confidential: who you are, what you want, what worries you."""
    objective: Short
    """The strategic objective that every term should serve."""
    betrays: dict[Id, list[OptionId]] = {}
    """Tempting options that work against the objective."""
    interests: dict[Id, Short]
    """Why things matter to this seat."""
    constraints: dict[Id, Short] = {}
    """What this person cannot change."""
    impossible: dict[Id, list[OptionId]] = {}
    """Options ruled out by a constraint: no hand ever agrees to them."""
    batna: Text
    """What this seat does without a deal."""
    points: dict[Id, dict[OptionId, Points]]
    """Issue -> option -> points. For a numeric issue, a few numbers; those between are interpolated."""
    interactions: list[Interaction] = []
    """Extra points for options that come together."""
    budget: Annotated[int, Field(ge=0, le=20)] = 6
    """Preparation budget in units of effort."""
    worries: dict[Id, Short] = {}
    """What this seat may be afraid of beforehand, to choose from."""
    hands: Annotated[list[Hand], Field(min_length=1)]
    """What may drive this person today; one is drawn."""
    temper: dict[TemperKey, Share] = {}
    """Where stance and composure start; those not named start in the middle."""
    sensitivities: dict[Theme, Annotated[float, Field(ge=0, le=3)]] = {}
    """How strongly this person takes reactions of a theme; 1 is ordinary."""
    lines: dict[Situation, list[Line | str]] = {}
    """What a scripted seat says."""
    epilogues: dict[Literal["deal_warm", "deal_cold", "left_well", "left_badly", "walked", "time"], list[Text]] = {}
    """How it goes on for the *other* seat, told after the end."""


class Scenario(Part):
    """One scene, complete."""

    format: Literal[1]
    """The version of this file's format: 1."""
    id: Id
    """The name of the scene: that of its file, without `.yaml`."""
    title: Short
    """What stands in the list of scenes."""
    setting: Text
    """Where and when it is, and what has happened; both sides read it."""
    stakes: Short
    """What it is about, in a line."""
    minutes: Annotated[int, Field(ge=1, le=120)]
    """How long a game takes."""
    practises: list[Short] = []
    """What can be practised here, in a few words each."""
    teaching_note: str = ""
    """Aim, typical deals, common mistakes, questions for the board."""
    follows: Id | None = None
    """The scenario this one carries on from."""
    opens: Id
    """The seat that speaks first."""
    relationship_weight: Share = 0.4
    """How much the relationship counts beside the deal when a line is weighed."""
    meetings: Annotated[list[Meeting], Field(min_length=1, max_length=6)]
    """The meetings, in order."""
    event: Event | None = None
    """News in the middle."""
    issues: Annotated[list[Issue], Field(min_length=1, max_length=6)]
    """What there is to settle, one to six."""
    details: list[Detail] = []
    """What had better be clarified before the price."""
    evidence: list[Evidence] = []
    """What can be cited."""
    research: list[Research] = []
    """What can be done in preparation."""
    favours: list[Favour] = []
    """What can be given that is not on the table."""
    conditions: list[Condition] = []
    """What can be attached when agreeing."""
    processes: list[Process] = []
    """Ways to go about it that can be proposed."""
    seats: Annotated[list[Seat], Field(min_length=2, max_length=2)]
    """The first seat is the one a player takes unless they say otherwise."""
    reactions: list[Reaction] = []
    """How these people in particular react."""
    wordings: dict[Act, list[Wording]] = {}
    """Scene-specific ways to say an act; the phrasebook's come after."""


class Phrasebook(Part):
    """The general wordings, by act."""

    format: Literal[1]
    wordings: dict[Act, list[Wording]]


# Built now, whole, rather than by the first file that is read: importing is when waiting is expected.
Scenario.model_rebuild()
