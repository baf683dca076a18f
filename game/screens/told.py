"""What a transcript shows: every line with who said it and what it was taken as; scenes, events and news between."""

from dataclasses import dataclass
from typing import Final

from game.engine.story import stance_of
from game.scenario.words import PACKAGE_ACTS
from game.session.entry import Entry
from game.session.game import Game
from game.session.labels import ACT_LABELS, item
from game.session.play import Session
from game.session.standing import METERS, worth

_NOTICED: Final = 0.03
#: What the other side's moves are called.
_THEIRS: Final = {
    "offer": "puts an offer on the table", "offers": "offers packages to choose from",
    "trade": "trades one term for another", "hold": "says no", "accept": "agrees",
    "agree_subject_to_approval": "agrees, if somebody above does", "decline": "will not tell",
    "share_priority": "tells you what a term means", "share_need": "tells you what it is about",
    "share_alternative": "tells you what comes without a deal", "share_deadline": "tells you of a deadline",
    "share_constraint": "tells you what cannot be changed", "clarify": "settles a detail", "adjourn": "takes a break",
    "leave": "ends it", "leave_next": "puts it off to another day", "attach": "asks for a condition",
    "acknowledge": "takes in what you said", "credit": "thanks you", "chat": "makes small talk", "silence": "waits",
    "summarise": "sums up", "propose": "answers how to go about it", "escalate": "brings in somebody else",
    "apologise": "apologises", "give": "does you a favour", "argue": "cites something", "warn": "warns you",
}  # fmt: skip

#: What a line of theirs is called by the situation it was said from, where that tells more than the act.
_SAID_FROM: Final = {
    "acknowledged": "answers your seeing their side", "credited": "takes your thanks", "apology": "takes your apology",
    "favour": "takes your favour", "silence": "breaks the silence", "summary": "hears your summary",
    "told_priority": "hears what matters to you", "told_need": "hears what you need it for",
    "told_deadline": "hears your deadline", "told_constraint": "hears what you cannot change",
    "told_alternative": "hears your alternative", "argue_weighs": "takes it seriously",
    "argue_shrugs": "is not moved by it", "argue_countered": "has an answer to it",
    "fairness": "hears what you find fair", "warned": "hears a warning", "claim_heard": "hears your other offer",
    "bluff_called": "does not believe it", "disparaged": "hears it run down", "vented_at": "is shouted at",
    "gloated_at": "is gloated at", "push": "asks for more", "probe": "asks you something", "stall": "plays for time",
    "asked_again": "has answered that already", "bad_moment": "says that now is not good",
    "answer_reason_real": "tells you what is behind it", "answer_reason_stated": "gives a reason",
    "answer_feedback": "tells you how you come across", "attach_yes": "takes the condition",
    "attach_no": "will not take the condition", "process_yes": "agrees to go about it so",
    "process_no": "will not go about it so", "event": "answers what happened", "greet": "greets you",
    "postpone": "would rather talk another day",
}  # fmt: skip


@dataclass(frozen=True)
class Bubble:
    """One thing in the transcript. ``kind``: yours, theirs, or scene, event, news, note."""

    kind: str
    who: str
    text: str
    tag: str = ""


def bubbles(session: Session) -> list[Bubble]:
    """Everything that was shown so far, in order."""
    return [bubble for entry in session.game.entries for bubble in _of(session, entry)]


def _of(session: Session, entry: Entry) -> list[Bubble]:
    game = session.game
    found, tagged = [], False
    for shown in entry.shown:
        if shown.kind != "line" or shown.seat is None:
            told = shown.text.startswith(("You ", "What you"))
            text = f"You learn: {shown.text}" if shown.kind == "news" and not told else shown.text
            found.append(Bubble(shown.kind, "", text))
            continue
        mine = shown.seat == game.player
        tag = "" if tagged or shown.seat != entry.said.seat else _tag(session, entry)
        tagged = tagged or bool(tag)
        found.append(Bubble("yours" if mine else "theirs", game.stage.name(shown.seat), shown.text, tag))
    return found


def _tag(session: Session, entry: Entry) -> str:
    """What a line was taken as; with its worth unless the level is "real", and for a coach what it moved."""
    game, move = session.game, entry.said.move
    mine = entry.said.seat == game.player
    said = ACT_LABELS[move.act] if mine else _theirs(entry)
    if not said or move.act == "begin":
        return ""
    named = f": {item(game.stage, move.item)}" if mine and move.item and move.act != "accept" else ""
    said = said[:1].upper() + said[1:] + named
    if move.act in PACKAGE_ACTS and session.assist != "real" and entry.told.package >= 0:
        said += f" · worth {worth(game, entry.told.package):.0f} to you"
    return f"{said} · {moved}" if mine and session.assist == "coach" and (moved := _moved(game, entry)) else said


def _theirs(entry: Entry) -> str:
    """What a line of the other side does: a package is a package; else the situation it was said from tells best."""
    act = entry.said.move.act
    return _THEIRS.get(act, "") if act in PACKAGE_ACTS else _SAID_FROM.get(entry.said.line, _THEIRS.get(act, ""))


def _moved(game: Game, entry: Entry) -> str:
    """What a line moved in the one who heard it."""
    other = 1 - entry.said.seat
    before, after = stance_of(entry.before, 0, other), stance_of(entry.after, 0, other)
    return ", ".join(
        f"{said} {'up' if after[part] > before[part] else 'down'}"
        for part, said in METERS.items()
        if abs(after[part] - before[part]) >= _NOTICED
    )
