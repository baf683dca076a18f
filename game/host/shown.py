"""What a student's page shows: their own brief, what was said aloud, their own form. Nothing of anybody else's.

Everything a page of a student says comes from here, so this is the file to read for "can they peek?".
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from game.engine.moves import completion_base
from game.engine.notation import Move, write
from game.host.classroom import Person, Round
from game.host.host import Visitor
from game.scenario.options import option_ids, option_label
from game.session.choices import GROUPS, acts, items, names_something
from game.session.debrief import debrief
from game.session.debrief_text import as_text
from game.session.entry import Shown
from game.session.game import Game
from game.session.labels import ACT_LABELS, GROUP_LABELS, item
from game.session.play import completed
from game.session.reflection import aims
from game.session.standing import below, examples, fallback, on_table, prepared, priced, turns_left, worth
from game.session.voice import person_words
from game.session.wordings import Asked, menu

#: Acts that are made by their own form or button, or asked about first, and not listed among the sentences.
_ELSEWHERE: Final = {"offer", "offers", "trade", "accept", "agree_subject_to_approval", "leave", "ask_feedback"}
_COUNTERPART_ONLY: Final = "news"


def step_of(visitor: Visitor) -> str:
    """Which page a student is on: rules, declined, gone, waiting, watch, prepare, ready, table, after, aim."""
    me, room, place, game = person_of(visitor), visitor.room, visitor.place, visitor.game
    if me.gone or me.declined or not me.agreed:
        return "gone" if me.gone else "declined" if me.declined else "rules"
    if room.clock.kind in ("commit", "over") and room.rounds:
        return "aim"
    if place is None or game is None or room.round is None:
        return "waiting"
    if place.seat is None:
        return "watch"
    if room.round.closed or game.game.over:
        return "after"
    if game.preparing:
        return "ready" if game.ready[place.seat] else "prepare"
    return "table" if room.clock.kind in ("negotiate", "replay") else "ready"


def person_of(visitor: Visitor) -> Person:
    """The one who looks."""
    return visitor.room.people[visitor.person]


def own_game(visitor: Visitor) -> Game | None:
    """The game with the visitor's eyes; None without a seat."""
    place, game = visitor.place, visitor.game
    return game.seen_by(place.seat) if game is not None and place is not None and place.seat is not None else None


def brief(game: Game) -> list[tuple[str, str]]:
    """The own confidential brief, as (heading, text)."""
    seat, other = game.stage.seat(game.player), game.stage.seat(1 - game.player)
    hand = seat.hands[game.own(game.player, "hand")]
    parts = [
        ("The scene", game.stage.scenario.setting),
        ("You are", f"{seat.name}, {seat.role}."),
        ("Across from you", f"{other.name}, {other.role}. {other.public}"),
        ("For your eyes only", f"{seat.brief} {hand.brief}"),
        ("What it is all for", seat.objective),
        ("What matters to you", "; ".join(seat.interests.values()) + "."),
        ("What you cannot change", "; ".join(seat.constraints.values())),
        ("If you do not agree", fallback(game)),
    ]
    return [(heading, text) for heading, text in parts if text.strip(" .")]


@dataclass(frozen=True)
class Line:
    """One line of what was said: who ("" for what happens), the words, and whose side it stands on."""

    who: str
    text: str
    side: str


def transcript(game: Game, seat: int | None) -> list[Line]:
    """What was said and what happened; news only for whom they are meant. ``seat`` None: an observer's eyes."""
    return [
        _line(game, each, seat)
        for entry in game.entries
        for each in entry.shown
        if each.kind != _COUNTERPART_ONLY or (seat is not None and each.seat == seat)
    ]


def _line(game: Game, each: Shown, seat: int | None) -> Line:
    if each.kind == "line" and each.seat is not None:
        mine = each.seat == seat
        return Line("You" if mine else game.stage.name(each.seat), each.text, "mine" if mine else "theirs")
    return Line("", each.text, each.kind)


def talk(visitor: Visitor, game: Game) -> dict[str, Any]:
    """Everything of the page at the table."""
    other, place = 1 - game.player, visitor.place
    now = visitor.room.round
    assert place is not None and now is not None
    mine = game.who == game.player
    return {
        "lines": transcript(game, game.player),
        "mine": mine,
        "other": game.stage.name(other),
        "left": turns_left(game),
        "their_offers": [priced(game, package, "practice") for package in on_table(game, other)],
        "own_offers": [priced(game, package, "practice") for package in on_table(game, game.player)],
        "groups": groups(game) if mine else [],
        "issues": issues(game),
        "at": len(game.entries),
        "may_leave": mine,
        "sheet": sheet(game, now, place.pair, game.player),
        "known": prepared(game),
    }


def sheet(game: Game, now: Round, pair: int, seat: int) -> dict[str, Any] | None:
    """A deal sheet that waits to be confirmed; None if there is none."""
    waiting = now.sheets.get(pair)
    if waiting is None:
        return None
    package = game.stage.tables.package(waiting[1], game.stage.tables.status_quo)
    return {
        "mine": waiting[0] == seat,
        "text": priced(game, package, "practice"),
        "below": below(game, package, "practice"),
    }


def groups(game: Game) -> list[dict[str, Any]]:
    """What can be said now, by group: each act with its label."""
    found = []
    for group in GROUPS:
        named = [(act, ACT_LABELS[act]) for act in acts(game, group) if act not in _ELSEWHERE]
        if named:
            found.append({"id": group, "label": GROUP_LABELS[group].capitalize(), "acts": named})
    return found


def sentences(game: Game, act: str, about: str | None) -> dict[str, Any]:
    """The ways to say an act: first what it is about, if it names something, then four or five sentences."""
    named = items(game, act) if names_something(act) else []
    if names_something(act) and about not in [name for name, _ in named]:
        return {"act": act, "label": ACT_LABELS[act].capitalize(), "items": named, "sentences": []}
    used = [entry.said.move.wording for entry in game.entries if entry.said.move.wording]
    found = menu(game.stage, game.state, game.luck, Asked(act, about, game.player), [each for each in used if each])
    moves = [Move(act, items=(about,) if about else (), wording=each.id) for each in found]
    texts = [person_words(game.stage, game.state, game.player, move, []) for move in moves]
    said = [(write(move), text) for move, text in zip(moves, texts, strict=True) if text]
    bare = write(Move(act, items=(about,) if about else ()))
    return {
        "act": act,
        "label": ACT_LABELS[act].capitalize() + (f": {item(game.stage, about)}" if about else ""),
        "items": [],
        "sentences": said or [(bare, ACT_LABELS[act].capitalize())],
        "bare": bare,
    }


def issues(game: Game) -> list[dict[str, Any]]:
    """The form of an offer: every issue with its options, set to where a partial offer would be completed from."""
    tables = game.stage.tables
    base = tables.options_of(completion_base(tables, game.state, game.player))
    return [
        {
            "id": issue.id,
            "label": issue.label,
            "chosen": base[issue.id],
            "options": [(option, option_label(issue, option)) for option in option_ids(issue)],
        }
        for issue in game.stage.scenario.issues
    ]


def looked_at(game: Game, move: Move) -> dict[str, Any]:
    """An offer completed, with its worth, before it is made. Raises Refused."""
    packages = completed(game, move, game.player)
    return {
        "title": "You would put on the table",
        "texts": [priced(game, package, "practice") for package in packages],
        "below": [line for package in packages for line in below(game, package, "practice")],
        "move": write(move),
    }


def agreeing(game: Game, move: Move) -> dict[str, Any]:
    """What accepting or leaving would mean, before it is done."""
    lying = on_table(game, 1 - game.player)
    which = int(move.items[0]) - 1 if move.items and move.items[0].isdigit() else 0
    chosen = lying[which : which + 1] if move.act in ("accept", "agree_subject_to_approval") else []
    texts = [priced(game, package, "practice") for package in chosen]
    return {
        "title": "That would be agreed" if texts else "That ends it without a deal",
        "texts": texts or [fallback(game)],
        "below": [line for package in chosen for line in below(game, package, "practice")],
        "move": write(move),
    }


def preparing(game: Game) -> dict[str, Any]:
    """The forms of preparation."""
    costs = {each.id: each.cost for each in game.stage.scenario.research}
    return {
        "done": prepared(game),
        "news": [line.text for line in transcript(game, game.player) if line.side == "news"],
        "examples": examples(game),
        "fallback": fallback(game),
        "budget": game.own(game.player, "budget"),
        "research": [(name, f"{label} (costs {costs[name]})") for name, label in items(game, "research")],
        "worries": items(game, "worry"),
        "plans": items(game, "plan_no"),
        "moments": items(game, "moment") if len(items(game, "moment")) > 1 else [],
        "issues": issues(game),
    }


def own_debrief(game: Game, aloud: bool) -> list[str]:
    """The own debrief line by line; headings end with a colon. The other's card stays theirs when a person holds it."""
    found = debrief(game)
    if game.kinds[1 - game.player] == "person":
        found = replace(found, hidden=())
    if not game.over:
        found = replace(found, happened=("The time was up before you agreed: no deal.", *found.happened[1:]))
    if aloud:
        return ["What happened:", *found.happened, "What it came to:", *found.value, *found.declared]
    return as_text(found, game.stage.name(1 - game.player))


def aims_of(game: Game) -> list[str]:
    """Things to do differently next time, as sentences to choose from."""
    return [text for _, text in aims(debrief(game), game.stage.name(1 - game.player))]


def own_worth(game: Game, package: dict[str, str]) -> float:
    """What a package is worth to the one who looks, 0..100."""
    tables = game.stage.tables
    return worth(game, tables.package(package, tables.status_quo))


def stamp(visitor: Visitor) -> str:
    """Changes when the visitor's own page would look different, and only then."""
    room, place, game, me = visitor.room, visitor.place, visitor.game, person_of(visitor)
    clock = (room.clock.at, room.clock.since, round(room.clock.left))
    if place is None or game is None or room.round is None:
        return str((step_of(visitor), clock, len(me.answers)))
    mine = (len(game.drafts[place.seat]), game.ready[place.seat]) if place.seat is not None else ()
    sheets = room.round.sheets.get(place.pair)
    said = (mine, len(game.game.entries), game.game.kinds, sheets, len(me.answers), len(room.rounds))
    return str((step_of(visitor), clock, said, room.round.pairs[place.pair]))


def step_stamp(visitor: Visitor) -> str:
    """Changes when the visitor is on another page, or the class in another phase."""
    return str((step_of(visitor), visitor.room.clock.at, len(visitor.room.rounds)))
