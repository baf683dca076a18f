"""What else could have been said: every legal act with what it can name, packages to propose, and how to say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.engine.columns import KIND, NONE
from game.engine.legal import why_illegal
from game.engine.luck import Luck
from game.engine.moves import Moves
from game.engine.notation import Move, write
from game.engine.state import State
from game.engine.tables import ACT_FAMILY, Tables
from game.engine.view import View, view_of
from game.review.carrying_on import carrying_on
from game.review.record import Record
from game.scenario.words import ACT_GROUPS, ACTS, PACKAGE_ACTS, SIGNALS

#: Own worth of the packages to consider, from splendid down to one's alternative: this many steps.
LEVELS = 9
#: How a line without a wording sounds: the calm default of the notation.
PLAIN = (700, 50, 300, 0, 0)
#: Tones to try; a review never suggests to plead or to sneer.
TONES = ("calm", "warm")
_PREPARING = ACT_GROUPS["preparing"]
_AGREEING = ("accept", "agree_subject_to_approval")
_NO_ITEM = [act for act in ACTS if act not in _PREPARING and act not in ACT_FAMILY and act not in PACKAGE_ACTS]


@dataclass(frozen=True)
class Choice:
    """One thing to say. ``item`` and ``rider_item`` are places in the scenario's lists, NONE if nothing is named."""

    act: str
    item: int = NONE
    packages: tuple[int, ...] = ()
    rider: str | None = None
    rider_item: int = NONE
    wording: str | None = None
    signals: tuple[int, ...] = PLAIN

    @property
    def kind(self) -> tuple[object, ...]:
        """What is done, however it is said."""
        return self.act, self.item, self.packages, self.rider, self.rider_item


def alternatives(record: Record, state: State) -> list[Choice]:
    """Everything the player could do in lane 0 of ``state``, each once, in the first of its calm wordings."""
    view = view_of(record.tables, record.own[record.player], state, np.zeros(1, np.intp))
    every = [*_acts(record), *_offers(record, view)]
    codes = why_illegal(record.tables, state.take(np.zeros(len(every), np.intp)), as_moves(every))
    return [worded(record, choice)[0] for choice, code in zip(every, codes.tolist(), strict=True) if not code]


def _acts(record: Record) -> Iterator[Choice]:
    for act in _NO_ITEM:
        yield Choice(act, 0 if act in _AGREEING else NONE)
    for act, family in ACT_FAMILY.items():
        if act not in _PREPARING:
            yield from (Choice(act, item) for item in range(len(record.tables.names.of(family))))


def _offers(record: Record, view: View) -> Iterator[Choice]:
    """Packages that leave the other as much as one can at a given own worth, alone, as a trade, two at once."""
    packages = rungs(view)
    base = base_of(record.tables, view)
    for package in packages:
        yield Choice("offer", packages=(package,))
    for package in packages[1::2]:
        if sides(record.tables, view, base, package):
            yield Choice("trade", packages=(package,))
    yield from (Choice("offers", packages=pair) for pair in zip(packages[1::3], packages[2::3], strict=False))


def rungs(view: View) -> list[int]:
    """Packages from splendid to hardly worth it, on what the player knows of the other's priorities."""
    least = int(view.own("reservation")[0]) + 200
    levels = np.linspace(9600, min(least, 9500), LEVELS).astype(np.int32)
    return list(dict.fromkeys(int(view.rung(level[None])[0]) for level in levels))


def base_of(tables: Tables, view: View) -> int:
    """The package that completes a partial offer, as ``moves.completion_base`` has it."""
    own, theirs = int(view.offered[0, 0]), int(view.received[0, 0])
    return own if own >= 0 else theirs if theirs >= 0 else tables.status_quo


def sides(tables: Tables, view: View, base: int, package: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The issues on which a package gives and on which it gets, against ``base``; None unless there are both."""
    worth = view.tables.issue_worth[int(view.own("hand")[0])]
    gives: list[str] = []
    gets: list[str] = []
    for issue, (new, old) in enumerate(zip(tables.digits[package], tables.digits[base], strict=True)):
        if new != old:
            (gives if worth[issue, new] < worth[issue, old] else gets).append(tables.names.issues[issue])
    return (tuple(gives), tuple(gets)) if gives and gets else None


def worded(record: Record, choice: Choice) -> list[Choice]:
    """The choice in each of its tones, the calm one first; unchanged if nothing is written for it."""
    said = tones(record, choice.act, choice.item)
    return [replace(choice, wording=wording, signals=signals) for wording, signals in said] or [choice]


def tones(record: Record, act: str, item: int) -> list[tuple[str, tuple[int, ...]]]:
    """The first wording of each tone: its id and how it sounds, x1000."""
    known = record.tones.get((act, item))
    if known is None:
        says = record.sayings(act, item_id(record.tables, act, item))
        first = [next((each for each in says if each.style == tone), None) for tone in TONES]
        known = [(each.id, tuple(round(1000 * each.signals.get(name, 0.0)) for name in SIGNALS))
                 for each in first if each is not None]  # fmt: skip
        record.tones[act, item] = known
    return known


def ridden(record: Record, choice: Choice, view: View) -> list[Choice]:
    """An offer with the strongest argument that is left or a word for the other side; an agreement with a condition."""
    if choice.act == "accept" and choice.rider is None:
        return [replace(choice, rider="attach", rider_item=item) for item in view.tables.conditions.tolist()]
    if choice.act not in PACKAGE_ACTS or choice.rider is not None:
        return []
    held = int(view.own("evidence")[0]) & ~int(view.own("cited")[0])
    facts = [e for e in view.tables.evidence.tolist() if held >> e & 1 and not view.tables.evidence_countered[e]]
    strongest = sorted(facts, key=lambda e: -int(view.tables.evidence_strength[e]))[:1]
    return [replace(choice, rider="acknowledge"), *(replace(choice, rider="argue", rider_item=e) for e in strongest)]


def usual(record: Record, state: State) -> Choice:
    """What ``prepared_and_calm`` would do in lane 0, said calmly."""
    view = view_of(record.tables, record.own[record.player], state, np.zeros(1, np.intp))
    return worded(record, choice_of(carrying_on(view, Luck(np.zeros(1, np.uint64)))))[0]


def choice_of(moves: Moves, lane: int = 0) -> Choice:
    """A move of one lane as a choice."""
    rider, act, item = int(moves.rider[lane]), ACTS[int(moves.act[lane])], int(moves.item[lane])
    return Choice(
        act=act,
        item=item if act in ACT_FAMILY or act in _AGREEING else NONE,
        packages=tuple(int(package) for package in moves.packages[lane] if package >= 0),
        rider=ACTS[rider] if rider >= 0 else None,
        rider_item=int(moves.rider_item[lane]) if rider >= 0 else NONE,
        signals=tuple(moves.signals[lane].tolist()),
    )


def as_moves(choices: Sequence[Choice]) -> Moves:
    """Choices as a batch, one a lane."""
    count = len(choices)
    moves = Moves.all(count, "chat")
    packages = np.full((count, 3), NONE, np.int32)
    for lane, choice in enumerate(choices):
        packages[lane, : len(choice.packages)] = choice.packages
    return replace(
        moves,
        act=np.array([KIND[choice.act] for choice in choices], np.int32),
        item=np.array([choice.item for choice in choices], np.int32),
        packages=packages,
        rider=np.array([KIND[choice.rider] if choice.rider else NONE for choice in choices], np.int32),
        rider_item=np.array([choice.rider_item for choice in choices], np.int32),
        signals=np.array([choice.signals for choice in choices], np.int32),
    )


def item_id(tables: Tables, act: str, item: int) -> str | None:
    """The id of what an act names."""
    return tables.names.of(ACT_FAMILY[act])[item] if act in ACT_FAMILY and item >= 0 else None


def notation(record: Record, state: State, choice: Choice) -> str:
    """The move as a player would write it in lane 0 of ``state``; offers name only what they change."""
    return write(move_of(record, state, choice))


def move_of(record: Record, state: State, choice: Choice) -> Move:
    """The choice as a written move, with its wording and signals."""
    tables = record.tables
    view = view_of(tables, record.own[record.player], state, np.zeros(1, np.intp))
    base = base_of(tables, view)
    packages = tuple(_changed(tables, package, base) for package in choice.packages)
    both = sides(tables, view, base, choice.packages[0]) if choice.act == "trade" else None
    items = (item_id(tables, choice.act, choice.item),)
    if choice.act == "leave_next":
        items = (tables.names.meetings[int(view.game("meeting")[0]) + 1],)
    elif choice.act == "accept" and int(view.received[0, 1]) >= 0:
        items = (str(choice.item + 1),)
    return Move(
        choice.act,
        items=tuple(each for each in items if each is not None),
        packages=packages,
        gives=both[0] if both else (),
        rider=choice.rider,
        rider_item=item_id(tables, choice.rider, choice.rider_item) if choice.rider else None,
        wording=choice.wording,
        signals={name: value / 1000 for name, value in zip(SIGNALS, choice.signals, strict=True)},
    )


def _changed(tables: Tables, package: int, base: int) -> dict[str, str]:
    new, old = tables.options_of(package), tables.options_of(base)
    return {issue: option for issue, option in new.items() if old[issue] != option} or new
