"""``counteroffer words``: how much there is to read and to hear, by speaker, and words that look like slips."""

from pathlib import Path
from typing import Any

from game.author.spelling import known_words, suspects, words_of
from game.scenario.load import examine_scenario, read_text
from game.scenario.problem import Unsound
from game.scenario.translation import texts
from game.scenario.tree import Path as Place

#: Words a minute: read silently, said aloud.
READING, SAYING = 200, 140


def count(path: Path) -> dict[str, Any]:
    """Words and minutes by speaker, and suspects with their lines. Raises BadFile."""
    examined = examine_scenario(read_text(path), str(path))
    if examined.scenario is None:
        raise Unsound(examined.problems)
    found = texts(examined.tree.data)
    seats = [seat.id for seat in examined.scenario.seats]
    speakers: dict[str, dict[str, float]] = {}
    for text in found:
        who, aloud = _speaker(text.path, seats)
        told = speakers.setdefault(who, {"texts": 0, "words": 0, "minutes": 0.0})
        words = len(words_of(text.words))
        told["texts"] += 1
        told["words"] += words
        told["minutes"] += words / (SAYING if aloud else READING)
    lines = [(examined.tree.mark(text.path)[0], text.words) for text in found]
    odd = [{"line": line, "found": word, "meant": near} for line, word, near in suspects(lines, known_words(path.stem))]
    rounded = {who: told | {"minutes": round(told["minutes"], 1)} for who, told in speakers.items()}
    return {"scenario": examined.scenario.id, "file": str(path), "speakers": rounded, "suspects": odd}


def _speaker(path: Place, seats: list[str]) -> tuple[str, bool]:
    """Who says a text, or what it is read as; and whether it is said aloud."""
    if path[0] == "seats":
        seat = seats[int(path[1])]
        if path[2] == "lines":
            return f"{seat} (lines)", True
        brief = "brief" in path or path[2] in ("objective", "interests", "constraints", "batna", "worries", "hands")
        return (f"{seat} (brief)" if brief else f"{seat} (about)"), False
    if path[0] == "wordings":
        return "player (wordings)", True
    if path[0] == "teaching_note":
        return "teacher", False
    return "narrator", False


def as_text(report: dict[str, Any]) -> list[str]:
    """One line a speaker, then the suspects."""
    lines = [f"{'speaker':24} texts  words  minutes"]
    for who, told in report["speakers"].items():
        lines.append(f"{who:24} {told['texts']:5.0f} {told['words']:6.0f} {told['minutes']:8.1f}")
    if not report["suspects"]:
        return [*lines, "", "No word looks like a slip. (Only slips that resemble a known word are found.)"]
    odd = [
        f"{report['file']}:{each['line']}: '{each['found']}'; is '{each['meant']}' meant?"
        for each in report["suspects"]
    ]
    return [*lines, "", "These look like slips:", *odd]
