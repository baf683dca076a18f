"""What the other side heard in a line of the player's own: the words that were noticed, and what they did."""

from collections.abc import Mapping
from typing import Any

from game.session.game import Game
from game.session.labels import listed
from game.session.quotes import quoted

#: How a signal that went up, or down, sounds to the other side.
_MORE = {"confidence": "surer", "desperation": "as if you had no other way", "warmth": "warmer", "hostility": "hostile",
         "gloating": "as if you enjoyed it"}  # fmt: skip
_LESS = {"confidence": "less sure", "desperation": "less pressed", "warmth": "cooler", "hostility": "less hostile",
         "gloating": "more modest"}  # fmt: skip
_WHOLE_LINE = "the length of it"
_AT_MOST = 4


def noticed(reading: Mapping[str, Any], words: str) -> list[str]:
    """What was noticed in a line, one sentence for each way it sounded: ``"sorry", "maybe": less sure``.

    ``reading`` is a reading as JSON, ``words`` the line it was made of.
    """
    groups: dict[str, list[str]] = {}
    for each in reading.get("heard", []):
        how = (_MORE if each["by"] > 0 else _LESS).get(each["signal"])
        start, end = (int(at) for at in each["span"])
        said = words[start:end].strip(" ,.")
        if how and said and not (each["signal"] in ("desperation", "hostility", "gloating") and each["by"] < 0):
            said = _WHOLE_LINE if end - start > 60 else f"“{said}”"
            known = groups.setdefault(how, [])
            if said not in known:
                known.append(said)
    return [f"{listed(said[:_AT_MOST])}: {how}" for how, said in groups.items()]


def last_heard(game: Game) -> list[str]:
    """What they heard in the player's last line in own words; says so where nothing stood out."""
    for entry in reversed(game.entries):
        if entry.said.seat == game.player and entry.said.reading:
            found = noticed(entry.said.reading, entry.words)
            if not found:
                return [f"In {quoted(game, entry.told.turn, game.player)} nothing stood out: plain and calm."]
            return [f"They heard, in {quoted(game, entry.told.turn, game.player)}:", *(f"{each}." for each in found)]
    return ["You have not said anything in your own words yet."]


def heard_in_game(game: Game) -> tuple[str, ...]:
    """For the debrief: every line in own words in which something was noticed."""
    lines = []
    for entry in game.entries:
        if entry.said.seat == game.player and entry.said.reading:
            found = noticed(entry.said.reading, entry.words)
            if found:
                lines.append(
                    f"{quoted(game, entry.told.turn, game.player).capitalize()}. They heard {'; '.join(found)}."
                )
    return tuple(lines)
