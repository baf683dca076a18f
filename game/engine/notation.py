"""Moves as people, journals and tests write them: ``offer salary=62000 & credit : Thank you. Could we say 62?``

This file knows the syntax only. Which ids exist and what a partial offer is completed to is the business of
``resolve.py``; what is allowed now, of ``legal.py``.

A move is ``ACT [ITEM] [& RIDER [ITEM]] [#WORDING] [: own words]``. Acts of two words are written with a space.
"""

import re
from dataclasses import dataclass, field, replace

from game.scenario.words import ACT_GROUPS, ACTS, RIDERS

PHRASES = {act.replace("_", " "): act for act in ACTS} | {
    "agree-subject-to-approval": "agree_subject_to_approval",
    "walk-away": "walk_away",
    "plan-no": "plan_no",
    "ask decision": "ask_decision",
}
_SPOKEN = {act: phrase for phrase, act in PHRASES.items()}
#: Acts that must name something, and what to call it in a sentence.
ITEMS = {
    "target": "NUMBER", "walk_away": "NUMBER", "rank": "ISSUE ..", "never": "ISSUE=OPTION", "research": "ITEM",
    "moment": "MOMENT", "worry": "WORRY", "plan_no": "ACT", "ask_priority": "ISSUE", "share_priority": "ISSUE",
    "argue": "EVIDENCE", "attach": "CONDITION", "give": "FAVOUR", "clarify": "DETAIL", "propose": "PROCESS",
    "leave_next": "WHEN",
}  # fmt: skip
_WORDS_AT_MOST = 3
_PAIR = re.compile(r"^([a-z][a-z0-9_]*)=(\S+)$")


class NotUnderstood(ValueError):
    """A line of notation that cannot be read; the message says what to write instead."""


@dataclass(frozen=True)
class Move:
    """One turn of one seat, as written: names, not yet numbers.

    ``packages`` holds issue -> option as given (partial); ``value`` is the number of ``target`` and ``walk_away``;
    ``items`` what the act names otherwise; ``gives`` the issues on the give side of a trade. ``signals`` are 0..1,
    None where the wording's or the reader's are to be used.
    """

    act: str
    items: tuple[str, ...] = ()
    packages: tuple[dict[str, str], ...] = ()
    gives: tuple[str, ...] = ()
    value: float | None = None
    final: bool = False
    rider: str | None = None
    rider_item: str | None = None
    wording: str | None = None
    words: str | None = None
    signals: dict[str, float] | None = field(default=None, compare=False)

    @property
    def item(self) -> str | None:
        """The one thing the act names, or None."""
        return self.items[0] if self.items else None

    def __str__(self) -> str:
        return write(self)


def parse(line: str) -> Move:
    """Read one move.

    Raises:
        NotUnderstood: with a sentence saying what was found and what to write.

    >>> parse("offer salary=62000 review=june final & argue market_data").rider
    'argue'
    >>> str(parse("trade remote=two for salary=62000"))
    'trade remote=two for salary=62000'
    """
    text, colon, words = line.strip().partition(":")
    text, hash_mark, wording = text.partition("#")
    if colon and not words.strip():
        raise NotUnderstood("nothing stands after the colon; write your words there or leave the colon out")
    if hash_mark and not wording.strip():
        raise NotUnderstood("'#' wants the id of a wording right after it, like '#calm_1'")
    main, ampersand, rider_text = text.partition("&")
    move = _parse_act(main.split())
    if ampersand:
        move = _with_rider(move, rider_text.split())
    return replace(move, wording=wording.strip() or None, words=words.strip() or None)


def _split_act(tokens: list[str]) -> tuple[str, list[str]]:
    for count in range(min(_WORDS_AT_MOST, len(tokens)), 0, -1):
        act = PHRASES.get(" ".join(tokens[:count]).lower())
        if act is not None:
            return act, tokens[count:]
    found = " ".join(tokens) or "nothing"
    raise NotUnderstood(f"'{found}' is not a move; moves start with one of: {', '.join(sorted(_SPOKEN.values()))}")


def _parse_act(tokens: list[str]) -> Move:
    act, rest = _split_act(tokens)
    if act == "offer":
        final = bool(rest) and rest[-1] == "final"
        return Move(act, packages=(_pairs(rest[:-1] if final else rest, act),), final=final)
    if act == "offers":
        return Move(act, packages=_several(" ".join(rest)))
    if act == "trade":
        return _trade(rest)
    if act in ("target", "walk_away"):
        return Move(act, value=_number(rest, act))
    if act == "never":
        return Move(act, packages=(_pairs(rest, act),))
    if act == "accept":
        return Move(act, items=_accepted(rest))
    if act in ITEMS:
        if act == "plan_no" and rest:
            rest = [_planned(rest)]
        many = act == "rank"
        if not rest or (len(rest) > 1 and not many):
            raise NotUnderstood(f"'{spoken(act)}' wants {ITEMS[act]} after it, found '{' '.join(rest) or 'nothing'}'")
        return Move(act, items=tuple(rest))
    if rest:
        raise NotUnderstood(f"'{spoken(act)}' takes nothing after it, found '{' '.join(rest)}'")
    return Move(act)


def _planned(tokens: list[str]) -> str:
    """The act that a plan names, with spaces, hyphens or underscores."""
    if tokens[0] in ACTS and len(tokens) == 1:
        return tokens[0]
    act, rest = _split_act(" ".join(tokens).replace("-", " ").replace("_", " ").split())
    if rest:
        raise NotUnderstood(f"a plan names a kind of move only; leave out '{' '.join(rest)}'")
    return act


def _with_rider(move: Move, tokens: list[str]) -> Move:
    rider, rest = _split_act(tokens)
    if rider not in RIDERS:
        raise NotUnderstood(f"'{spoken(rider)}' cannot ride along; riders are: {', '.join(spoken(r) for r in RIDERS)}")
    if move.act in ACT_GROUPS["preparing"]:
        raise NotUnderstood("nothing rides along with a move of preparation; write it on a line of its own")
    if rider in ITEMS and len(rest) != 1:
        raise NotUnderstood(f"'{spoken(rider)}' wants {ITEMS[rider]} after it, found '{' '.join(rest) or 'nothing'}'")
    if rider not in ITEMS and rest:
        raise NotUnderstood(f"'{spoken(rider)}' takes nothing after it, found '{' '.join(rest)}'")
    return replace(move, rider=rider, rider_item=rest[0] if rest else None)


def _pairs(tokens: list[str], act: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for token in tokens:
        match = _PAIR.match(token)
        if match is None:
            raise NotUnderstood(f"'{token}' is not ISSUE=OPTION, as in '{spoken(act)} salary=62000'")
        if match[1] in pairs:
            raise NotUnderstood(f"'{match[1]}' is given twice; name each issue once")
        pairs[match[1]] = match[2]
    if not pairs:
        raise NotUnderstood(f"'{spoken(act)}' wants at least one ISSUE=OPTION after it")
    return pairs


def _several(text: str) -> tuple[dict[str, str], ...]:
    packages = tuple(_pairs(inside.split(), "offers") for inside in re.findall(r"\{([^{}]*)\}", text))
    if not 2 <= len(packages) <= 3 or re.sub(r"\{[^{}]*\}", "", text).strip():
        raise NotUnderstood("'offers' wants two or three packages in braces: offers {a=1 b=2} {a=2 b=1}")
    return packages


def _trade(tokens: list[str]) -> Move:
    if tokens.count("for") != 1:
        raise NotUnderstood("a trade is written 'trade GIVE=OPTION for GET=OPTION'")
    cut = tokens.index("for")
    gives, gets = _pairs(tokens[:cut], "trade"), _pairs(tokens[cut + 1 :], "trade")
    both = gives.keys() & gets.keys()
    if both:
        raise NotUnderstood(f"'{min(both)}' stands on both sides of the trade; an issue is given or got, not both")
    return Move("trade", packages=({**gives, **gets},), gives=tuple(gives))


def _number(tokens: list[str], act: str) -> float:
    try:
        value = round(float(" ".join(tokens)), 2)
    except ValueError:
        value = -1
    if not 0 <= value <= 100:
        raise NotUnderstood(f"'{spoken(act)}' wants a number from 0 to 100, found '{' '.join(tokens) or 'nothing'}'")
    return value


def _accepted(tokens: list[str]) -> tuple[str, ...]:
    if len(tokens) > 1 or (tokens and tokens[0] not in ("1", "2", "3")):
        raise NotUnderstood(f"'accept' takes 1, 2 or 3 after it, or nothing; found '{' '.join(tokens)}'")
    return tuple(tokens)


def spoken(act: str) -> str:
    """The act as it is written in notation: ``ask_priority`` -> ``ask priority``."""
    return _SPOKEN.get(act, act)


def write(move: Move) -> str:
    """The notation of a move; ``parse(write(move)) == move``."""
    parts = [spoken(move.act)]
    if move.act == "offers":
        parts += ["{" + _pairs_text(package) + "}" for package in move.packages]
    elif move.act == "trade":
        package = move.packages[0]
        parts += [_pairs_text({k: v for k, v in package.items() if k in move.gives}), "for",
                  _pairs_text({k: v for k, v in package.items() if k not in move.gives})]  # fmt: skip
    elif move.packages:
        parts.append(_pairs_text(move.packages[0]))
    if move.value is not None:
        parts.append(f"{move.value:g}")
    parts += list(move.items)
    if move.final:
        parts.append("final")
    if move.rider:
        parts += ["&", spoken(move.rider)] + ([move.rider_item] if move.rider_item else [])
    if move.wording:
        parts.append(f"#{move.wording}")
    if move.words:
        parts.append(f": {move.words}")
    return " ".join(parts)


def _pairs_text(pairs: dict[str, str]) -> str:
    return " ".join(f"{issue}={option}" for issue, option in pairs.items())
