"""What a person can do now, for menus: acts by group, and what each can name. Only legal things are listed."""

from collections.abc import Iterable, Iterator

from game.engine.columns import GAME
from game.engine.notation import Move
from game.scenario.words import ACT_GROUPS, PACKAGE_ACTS
from game.session.game import Game, why_not
from game.session.labels import ACT_LABELS, item
from game.session.written import Said

#: The groups of a menu at the table.
GROUPS = tuple(group for group in ACT_GROUPS if group != "preparing")
#: What one may plan to do at the first no.
PLANS = ("ask_reason", "acknowledge", "ask_whatif", "silence", "adjourn", "argue", "trade", "hold")
_FAMILY = {
    "ask_priority": "issues", "share_priority": "issues", "argue": "evidence", "give": "favours", "clarify": "details",
    "attach": "conditions", "propose": "processes", "research": "research",
}  # fmt: skip
Item = tuple[str, str]


def items(game: Game, act: str) -> list[Item]:
    """(id, label) of everything an act can name now; empty for acts that name nothing."""
    return list(_items(game, act))


def _items(game: Game, act: str) -> Iterable[Item]:
    stage, seat = game.stage, game.who
    if act == "plan_no":
        return [(each, ACT_LABELS[each]) for each in PLANS]
    if act == "worry":
        return list(stage.seat(seat).worries.items())
    if act == "leave_next":
        later = [meeting.id for meeting in stage.scenario.meetings[game.column("meeting") + 1 :]]
        return [(each, each) for each in later[:1]]
    if act == "moment":
        moments = stage.scenario.meetings[game.column("meeting")].moments
        found = [(moment.id, moment.label) for moment in moments]
    elif act in _FAMILY:
        found = [(each.id, item(stage, each.id, _FAMILY[act])) for each in getattr(stage.scenario, _FAMILY[act])]
    else:
        return []
    return _nameable(game, act, found)


def _nameable(game: Game, act: str, found: Iterable[Item]) -> Iterator[Item]:
    """What of a list an act can name now, looked at one by one."""
    for name, label in found:
        if may(game, Move(act, items=(name,))) and _sensible(game, act, name):
            yield name, label


def names_something(act: str) -> bool:
    """Whether an act wants an item."""
    return act in _FAMILY or act in ("plan_no", "worry", "leave_next", "moment")


def acts(game: Game, group: str) -> list[str]:
    """The acts of a group that can be done now."""
    return [act for act in ACT_GROUPS[group] if _possible(game, act)]


def groups(game: Game) -> list[str]:
    """The groups of the menu in which something can be done now."""
    return [group for group in GROUPS if any(_possible(game, act) for act in ACT_GROUPS[group])]


def riders(game: Game, act: str) -> list[tuple[str, str | None, str]]:
    """What can ride along with an act: (rider, item or None, label)."""
    found: list[tuple[str, str | None, str]] = []
    for rider in ("credit", "acknowledge", "argue", "attach", "share_need", "share_deadline"):
        if rider == act:
            continue
        if names_something(rider):
            found += [(rider, name, f"{ACT_LABELS[rider]}: {label}") for name, label in items(game, rider)]
        else:
            found.append((rider, None, ACT_LABELS[rider]))
    return found


def may(game: Game, move: Move) -> bool:
    """Whether the person whose turn it is may make this move now."""
    return not why_not(game, Said(game.who, move))


def _possible(game: Game, act: str) -> bool:
    if act in PACKAGE_ACTS:
        return game.talking
    if names_something(act):
        return any(True for _ in _items(game, act))
    return may(game, Move(act))


def _sensible(game: Game, act: str, name: str) -> bool:
    """Leave out what is done already or would change nothing."""
    names, seat = game.stage.tables.names, game.who
    if act == "clarify":
        raised = game.own(0, "details") | game.own(1, "details")
        return not raised >> names.details.index(name) & 1
    if act == "attach":
        return not game.own(seat, "granted") >> names.conditions.index(name) & 1
    if act == "propose":
        process = next(each for each in game.stage.scenario.processes if each.id == name)
        here = game.stage.tables.names.moments[game.column("meeting")]
        now = here[int(game.state.game[0, GAME["moment"]])]
        agreed = game.own(seat, "agreed") >> names.processes.index(name) & 1
        return not agreed and (process.moment is None or (process.moment in here and process.moment != now))
    return True
