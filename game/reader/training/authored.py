"""Sentences we have anyway: the wordings of phrasebook and scenes, and the rules' own examples, as training lines.

Their act is known; how they sound follows from the style that their author gave them.
"""

from collections.abc import Iterator
from itertools import cycle

import yaml

from game.library import asset, scenario_files
from game.reader.by_rules import RULES
from game.reader.training.sentences import UNCLEAR, Sentence, scene
from game.scenario.load import load_phrasebook
from game.scenario.model import Scenario, Wording
from game.scenario.options import option_ids
from game.scenario.words import ACT_GROUPS

_PLAIN = {"confidence": 0.75, "desperation": 0.0, "warmth": 0.25, "hostility": 0.0, "gloating": 0.0}
#: How a style sounds, where it differs from a plain sentence.
_STYLES = {
    "calm": {}, "warm": {"warmth": 0.75}, "hesitant": {"confidence": 0.2}, "over_explained": {"confidence": 0.3},
    "sharp": {"hostility": 0.75, "warmth": 0.0}, "pleading": {"desperation": 0.85, "confidence": 0.2},
}  # fmt: skip
_TALK = [act for group, acts in ACT_GROUPS.items() if group != "preparing" for act in acts]
_KINDS = {"argue": "evidence", "clarify": "details", "propose": "processes", "give": "favours", "attach": "conditions"}


#: Acts whose plain lines have a tone of their own, and acts that people ask for with a please.
_TONED = frozenset({"warn", "share_need", "apologise", "credit", "chat", "unclear"})
_TONES = {
    "vent": {"hostility": 0.5, "warmth": 0.0}, "disparage": {"hostility": 0.8, "warmth": 0.0},
    "gloat": {"gloating": 0.85, "warmth": 0.1},
}  # fmt: skip
_ASKED_POLITELY = frozenset({"offer", "trade", "ask_reason", "ask_whatif", "ask_decision", "adjourn"})


def authored() -> list[Sentence]:
    """Every wording said about something of a scene, and every example of an act rule that names nothing."""
    return [*_phrasebook(), *_scenes(), *_examples(), *_plain()]


def _phrasebook() -> Iterator[Sentence]:
    names = cycle(scenario_files())
    for act, wordings in load_phrasebook(asset("phrasebook.yaml")).wordings.items():
        for number, wording in enumerate(wordings):
            yield _said(wording, act, next(names), "", number)


def _scenes() -> Iterator[Sentence]:
    for name in scenario_files():
        for act, wordings in scene(name).wordings.items():
            for number, wording in enumerate(wordings):
                yield _said(wording, act, name, wording.seat[0] if wording.seat else "", number)


def _said(wording: Wording, act: str, name: str, seat: str, number: int) -> Sentence:
    where = scene(name)
    seat = seat or where.seats[0].id
    item = _item(where, act, seat, number)
    sound = _PLAIN | _STYLES[wording.style] | ({"gloating": 0.85} if act == "gloat" else {})
    text = wording.say.replace("{offer}", _package(where, number)).replace("{other}", "Ruth").replace("{item}", item)
    return Sentence(text, act, name, seat, signals=sound, weight=0.7)


def _item(where: Scenario, act: str, seat: str, number: int) -> str:
    if act in ("ask_priority", "share_priority"):
        return where.issues[number % len(where.issues)].label
    every = getattr(where, _KINDS[act]) if act in _KINDS else []
    own = [each.label for each in every if getattr(each, "seat", seat) == seat]
    return own[number % len(own)] if own else "this"


def _package(where: Scenario, number: int) -> str:
    """One or two options in words, a different pair for every number."""
    said = []
    for issue in (where.issues[0], where.issues[1 + number % (len(where.issues) - 1)]):
        ids = option_ids(issue)
        chosen = ids[(number * 3 + 1) % len(ids)]
        said.append(chosen if issue.range else next(o.label for o in issue.options if o.id == chosen))
    return " and ".join(said[: 1 + number % 2])


def _plain() -> Iterator[Sentence]:
    """The ordinary ways of assets/reader/plain.yaml, in the first scene's terms."""
    text = asset("reader/plain.yaml").read_text(encoding="utf-8")
    for kind, lines in yaml.safe_load(text).items():
        sound = _PLAIN | _TONES.get(kind, {}) if kind not in _TONED else {}
        for line in map(str, lines):
            yield Sentence(line, kind, "raise_request", "employee", clear=kind != UNCLEAR, signals=sound)
            if kind in _ASKED_POLITELY:  # manners are no weakness
                polite = line.rstrip(".") if line.endswith(".") else line.rstrip("?")
                text = f"{polite}, please{line[len(polite) :]}"
                yield Sentence(text, kind, "raise_request", "employee", signals=_PLAIN | {"warmth": 0.3})
                lower = line[:1].lower() + line[1:] if not line.startswith("I") else line
                thanks = f"{line} Thank you."
                yield Sentence(thanks, kind, "raise_request", "employee", signals=_PLAIN | {"warmth": 0.45}, weight=0.4)
                yield Sentence(f"Please, {lower}", kind, "raise_request", "employee", signals=_PLAIN, weight=0.4)


def _examples() -> Iterator[Sentence]:
    names = cycle(scenario_files())
    for rule in RULES:
        if rule.act in _TALK and rule.act not in (*_KINDS, "ask_priority", "share_priority"):
            for text in rule.examples:
                name = next(names)
                yield Sentence(text, rule.act, name, scene(name).seats[0].id, weight=0.5)
