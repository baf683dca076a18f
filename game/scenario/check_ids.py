"""Ids given twice, ids that name nothing: the tools, and the checks shared by scenario, psychology and phrasebook."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.scenario.model import Wording
from game.scenario.problem import did_you_mean, listed, quoted
from game.scenario.reaction import Reaction
from game.scenario.sentences import Finding, unknown
from game.scenario.tree import Path

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def duplicates(what: str, path: Path, ids: Sequence[str], key: str = "id") -> Iterator[Finding]:
    """One finding for every id that stood earlier in the list at ``path``."""
    first: dict[str, int] = {}
    for place, name in enumerate(ids):
        if name in first:
            message = f"{quoted(name)} is the {key} of entry {first[name] + 1} already; rename one {what}"
            yield Finding((*path, place, key), "duplicate-id", message)
        first.setdefault(name, place)


def references(path: Path, names: Iterable[str], allowed: Sequence[str], what: str) -> Iterator[Finding]:
    """One finding for every entry of the list at ``path`` that is not allowed."""
    for place, name in enumerate(names):
        yield from reference((*path, place), name, allowed, what)


def key_references(path: Path, names: Iterable[str], allowed: Sequence[str], what: str) -> Iterator[Finding]:
    """One finding for every key of the mapping at ``path`` that is not allowed."""
    for name in names:
        yield from reference((*path, name), name, allowed, what, key=True)


def reference(
    path: Path, name: str | None, allowed: Sequence[str], what: str, *, key: bool = False
) -> Iterator[Finding]:
    """A finding if ``name`` is given and not allowed."""
    if name is not None and name not in allowed:
        yield Finding(path, "unknown-name", unknown(name, list(allowed), what), key)


def placeholders(path: Path, text: str, allowed: Sequence[str]) -> Iterator[Finding]:
    """A finding for every ``{name}`` in a line that nothing fills in."""
    for name in _PLACEHOLDER.findall(text):
        if name not in allowed:
            near = did_you_mean(name, allowed) or f"; use one of {listed(allowed)}"
            yield Finding(path, "unknown-name", f"nothing fills in {quoted('{' + name + '}')}{near}")


def reaction_findings(
    reactions: Sequence[Reaction], items: Sequence[str] | None, hands: Sequence[str]
) -> Iterator[Finding]:
    """Names in reactions; ``items`` None = the general file, where no item and no hand is known."""
    yield from duplicates("reaction", ("reactions",), [x.name for x in reactions], "name")
    for place, reaction in enumerate(reactions):
        when: Path = ("reactions", place, "when")
        for key in ("item", "hand") if items is None else ():
            if getattr(reaction.when, key):
                message = f"'{key}' belongs in a scenario's own reactions; the general ones know none"
                yield Finding((*when, key), "unknown-name", message, key=True)
        if items is not None:
            yield from references((*when, "item"), reaction.when.item, items, "an item of this scene")
            yield from references((*when, "hand"), reaction.when.hand, hands, "a hand of either seat")


def wording_findings(
    wordings: Mapping[str, Sequence[Wording]],
    fills: Sequence[str],
    items: Sequence[str] | None,
    seats: Sequence[str] | None,
) -> Iterator[Finding]:
    """Names in wordings; ``items`` and ``seats`` None = the phrasebook, where none is known."""
    for act, said in wordings.items():
        path: Path = ("wordings", act)
        yield from duplicates("wording", path, [wording.id for wording in said])
        for place, wording in enumerate(said):
            if "{" in wording.say:
                yield from placeholders((*path, place, "say"), wording.say, fills)
            if wording.about:
                yield from references((*path, place, "about"), wording.about, items or [], "an item of this scene")
            if wording.seat:
                yield from references((*path, place, "seat"), wording.seat, seats or [], "a seat")
