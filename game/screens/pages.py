"""The menu of the table as pages: each has a title, choices, and what choosing one leads to. No drawing here.

A choice leads to another page, to a move to submit, to own words for a move, or (None) back.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from game.engine.notation import Move
from game.scenario.words import PACKAGE_ACTS
from game.screens.builder import Builder
from game.session.choices import acts, items, names_something, riders
from game.session.labels import ACT_LABELS, GROUP_LABELS, MAY_END, described, issue, item
from game.session.play import Session, completed
from game.session.standing import on_table, priced
from game.session.typed import NONE_OF_THESE, AskedBack, picked
from game.session.voice import person_words
from game.session.wordings import Asked, menu

#: Acts that end something: asked about before they are made.
FINAL_ACTS: Final = ("accept", "agree_subject_to_approval", "leave", "leave_next")
_LAST_WORD: Final = "offer_final"
SEND, DROP, OWN, ADD, KEEP, MORE = "send", "drop", "own", "add", "keep", "more"
#: How many choices a page shows before it has to be turned.
_AT_ONCE: Final = 7


@dataclass(frozen=True)
class Own:
    """The player will say this move in their own words."""

    move: Move


Result = "Page | Move | Own | None"


@dataclass(frozen=True)
class Page:
    """A question and its choices, each (id, text); ``then`` takes an id. ``extras`` stand apart, as buttons."""

    title: str
    choices: tuple[tuple[str, str], ...]
    then: Callable[[str], "Page | Move | Own | None"]
    extras: tuple[tuple[str, str], ...] = ()
    note: str = ""


def group_page(session: Session, builder: Builder, group: str) -> Page:
    """What can be done in a group."""
    found = [(act, _capital(ACT_LABELS[act])) for act in acts(session.game, group)]
    if group == "offering":
        found.insert(1, (_LAST_WORD, "Make an offer, and call it your last word"))

    def then(act: str) -> "Page | Move | Own | None":
        return filled(session, builder, "offer" if act == _LAST_WORD else act, act == _LAST_WORD)

    return Page(_capital(GROUP_LABELS[group]), tuple(found), then)


def filled(session: Session, builder: Builder, act: str, final: bool = False) -> "Page | Move | Own | None":
    """The page that follows an act: what it is about, or how to say it."""
    if act == "offer":
        return words_page(session, Move(act, packages=(builder.options,), final=final))
    if act == "offers":
        return _two_packages(session, builder)
    if act == "trade":
        return _trade_page(session, builder)
    if act == "accept" and len(on_table(session.game, 1 - session.seat)) > 1:
        return _which_package(session)
    if not names_something(act):
        return _sure_or_words(session, Move(act))
    found = items(session.game, act)
    if len(found) == 1:
        return _sure_or_words(session, Move(act, items=(found[0][0],)))
    return _sheets(
        f"{_capital(ACT_LABELS[act])}: which?",
        tuple((name, _capital(label)) for name, label in found),
        lambda name: words_page(session, Move(act, items=(name,))),
    )


def _sheets(title: str, rows: tuple[tuple[str, str], ...], then: "Callable[[str], Page | Move | Own | None]") -> Page:
    """A page of many choices, a few at a time: the last choice turns to the next few, and round again."""
    if len(rows) <= _AT_ONCE + 1:
        return Page(title, rows, then)
    shown, rest = rows[:_AT_ONCE], rows[_AT_ONCE:]
    turned = (MORE, f"More … ({len(rest)})")
    return Page(title, (*shown, turned), lambda it: _sheets(title, (*rest, *shown), then) if it == MORE else then(it))


def _which_package(session: Session) -> Page:
    offered = on_table(session.game, 1 - session.seat)
    rows = tuple((str(n), priced(session.game, package, session.assist)) for n, package in enumerate(offered, start=1))
    return Page("Which of their packages?", rows, lambda n: _sure_or_words(session, Move("accept", items=(n,))))


def _two_packages(session: Session, builder: Builder) -> Page:
    """Two packages: the one kept before, and the one that stands in the builder now."""
    first, now = builder.kept, builder.options
    if first is None or first == now:
        keep = ((KEEP, "Keep what stands on the right as the first package"),)
        note = "Then change it into the second one, and come back here."
        return Page("Two packages to choose from", keep, lambda _: builder.keep(), note=note)
    move = Move("offers", packages=(first, now))
    rows = ((SEND, "The one kept before, or the one that stands on the right now"),
            (KEEP, "Keep the one on the right as the first package instead"))  # fmt: skip
    return Page(
        "Two packages to choose from", rows, lambda it: words_page(session, move) if it == SEND else builder.keep()
    )


def _trade_page(session: Session, builder: Builder) -> Page:
    """A trade: of the terms changed on the right, which one is given?"""
    changed = builder.changed
    if len(changed) < 2:
        note = "First change at least two terms on the right: the one you give, and what you want for it."
        return Page("Trade one term for another", ((DROP, "All right"),), lambda _: None, note=note)
    scenario = session.game.stage.scenario
    rows = tuple((each, _capital(issue(scenario, each).label)) for each in changed)
    package = {each: builder.options[each] for each in changed}
    return Page(
        "Which of the terms you changed is your side of the trade?",
        rows,
        lambda give: words_page(session, Move("trade", packages=(package,), gives=(give,))),
    )


# -- how to say it -------------------------------------------------------------------------------------------------


def words_page(session: Session, move: Move) -> Page:
    """The sentences that say a move."""
    game, seat = session.game, session.seat
    used = [entry.said.move.wording for entry in game.entries if entry.said.move.wording]
    found = menu(game.stage, game.state, game.luck, Asked(move.act, move.item, seat), [each for each in used if each])
    packages = completed(game, move, seat)
    rows = tuple(
        (w.id, f"“{person_words(game.stage, game.state, seat, replace(move, wording=w.id), packages)}”") for w in found
    )

    def then(chosen: str) -> "Page | Move | Own | None":
        if chosen == OWN:
            return Own(move)
        if chosen == ADD:
            return _rider_page(session, move) if move.rider is None else words_page(session, _bare(move))
        return replace(move, wording=chosen)

    add = "Leave out what you added" if move.rider else "Add something"
    return Page("How do you say it?", rows, then, ((OWN, "Own words"), (ADD, add)), note=_capital(_said(session, move)))


def _said(session: Session, move: Move) -> str:
    """What the page is about; a package is on the right already."""
    if move.act in PACKAGE_ACTS:
        return ACT_LABELS[move.act] + (", as your last word" if move.final else "") + _with_rider(session, move)
    return described(session.game.stage, move)


def _with_rider(session: Session, move: Move) -> str:
    if move.rider is None:
        return ""
    named = f": {item(session.game.stage, move.rider_item)}" if move.rider_item else ""
    return f", and {ACT_LABELS[move.rider]}{named}"


def _rider_page(session: Session, move: Move) -> Page:
    found = riders(session.game, move.act)
    rows = tuple((str(n), _capital(label)) for n, (_, _, label) in enumerate(found))

    def then(chosen: str) -> "Page | Move | Own | None":
        rider, rider_item, _ = found[int(chosen)]
        return words_page(session, replace(move, rider=rider, rider_item=rider_item))

    return _sheets("Add what?", rows, then)


def _bare(move: Move) -> Move:
    return replace(move, rider=None, rider_item=None)


# -- asking back ---------------------------------------------------------------------------------------------------


def _sure_or_words(session: Session, move: Move) -> "Page | Move | Own | None":
    if move.act not in FINAL_ACTS:
        return words_page(session, move)
    return sure_page(session, move, lambda: words_page(session, move))


def sure_page(session: Session, move: Move, then: "Callable[[], Page | Move | Own | None]") -> Page:
    """Asks before something that ends the game or puts a package on the table."""
    rows = ((SEND, f"Yes, {ACT_LABELS[move.act]}"), (DROP, "No, go on talking"))
    return Page(
        f"{_capital(described(session.game.stage, _bare(move)))}?",
        rows,
        lambda it: then() if it == SEND else None,
        note=_at_stake(session, move),
    )


def _at_stake(session: Session, move: Move) -> str:
    """The whole package that a move would agree to or put on the table."""
    game = session.game
    offered = on_table(game, 1 - session.seat)
    if move.act in PACKAGE_ACTS:
        shown = "; or ".join(priced(game, package, session.assist) for package in completed(game, move, session.seat))
        return f"You would put on the table: {shown}."
    if move.act == "leave_next":
        return MAY_END
    which = int(move.items[0]) - 1 if move.act == "accept" and move.items else 0
    if move.act in ("accept", "agree_subject_to_approval") and which < len(offered):
        return f"That would be agreed: {priced(game, offered[which], session.assist)}."
    return ""


def meaning_page(session: Session, asked: AskedBack, then: "Callable[[Move], Page | Move | Own | None]") -> Page:
    """What an unclear line may have meant; what is picked is remembered."""
    rows = [(str(n), _capital(label)) for n, (label, _) in enumerate(asked.choices)]
    drop = (DROP, _capital(NONE_OF_THESE) if rows else "Say it another way")
    return Page(asked.question, (*rows, drop), lambda it: None if it == DROP else then(picked(session, asked, int(it))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
