"""A turn at the table: choose what to do, about what, and in which words; or type it."""

from dataclasses import replace

from game.engine.notation import Move
from game.scenario.words import PACKAGE_ACTS
from game.session.choices import GROUPS, acts, items, may, names_something, riders
from game.session.labels import ACT_LABELS, GROUP_LABELS, MAY_END, described
from game.session.play import Session, completed
from game.session.standing import below, on_table, priced
from game.session.voice import person_words
from game.session.wordings import Asked, menu
from game.terminal.commands import send
from game.terminal.packages import build, pick_option, shown_first
from game.terminal.screen import BACK, Screen, Sentence
from game.terminal.typed import move_of

#: Acts that end something: asked about before they are made.
FINAL_ACTS = ("accept", "agree_subject_to_approval", "leave", "leave_next")


def take_turn(screen: Screen, session: Session) -> None:
    """One prompt at the table: it ends in a move, or with nothing changed."""
    groups = [group for group in GROUPS if acts(session.game, group)]
    screen.gap()
    screen.say(
        ", ".join(f"{n} {GROUP_LABELS[group]}" for n, group in enumerate(groups, start=1)) + ". Or type what you say."
    )
    line = screen.ask("Your move:")
    if line in ("", *BACK):
        screen.say("Type a number, a move, or your own words. help explains; silence is a move, too.")
    elif line.isascii() and line.isdigit() and int(line) <= len(groups):
        try:
            screen.sentences = True
            _from_menu(screen, session, groups[int(line) - 1])
        except Sentence as typed:
            screen.sentences = False
            _typed(screen, session, typed.line)
        finally:
            screen.sentences = False
    else:
        _typed(screen, session, line)


def _typed(screen: Screen, session: Session, line: str) -> None:
    move = move_of(screen, session, line)
    if move is not None and _sure(screen, session, move):
        send(screen, session, move)


def _sure(screen: Screen, session: Session, move: Move) -> bool:
    """A typed move that puts something on the table, or ends it, is shown first; one that cannot be made is not."""
    if move.act in PACKAGE_ACTS:
        return shown_first(screen, session, move)
    if move.act in FINAL_ACTS and may(session.game, move):
        return _agree_to(screen, session, move)
    return True


def _agree_to(screen: Screen, session: Session, move: Move) -> bool:
    game = session.game
    offered = on_table(game, 1 - session.seat)
    which = int(move.items[0]) - 1 if move.act == "accept" and move.items else 0
    if move.act in ("accept", "agree_subject_to_approval") and which < len(offered):
        screen.say(f"That would be agreed: {priced(game, offered[which], session.assist)}.")
        screen.say(*below(game, offered[which], session.assist))
    if move.act == "leave_next":
        screen.say(MAY_END)
    return screen.confirm(f"{described(game.stage, move).capitalize()}?", "yes", "no, go on talking")


def _from_menu(screen: Screen, session: Session, group: str) -> None:
    found = acts(session.game, group)
    options = [(act, False) for act in found] + ([("offer", True)] if group == "offering" else [])
    texts = [ACT_LABELS[act] + (", and call it your last word" if final else "") for act, final in options]
    number = screen.choose("What do you do?", texts)
    if number is None:
        return
    act, final = options[number]
    move = _filled(screen, session, act, final)
    if move is not None and (move.act not in FINAL_ACTS or _agree_to(screen, session, move)):
        said = _worded(screen, session, move)
        if said is not None:
            send(screen, session, said)


def _filled(screen: Screen, session: Session, act: str, final: bool) -> Move | None:
    """The act with what it names; None to go back."""
    if act == "offer":
        package = build(screen, session, "Your offer.")
        return Move(act, packages=(package,), final=final) if package else None
    if act == "offers":
        first = build(screen, session, "The first of your two packages.")
        second = build(screen, session, "The second one.") if first else None
        return Move(act, packages=(first, second)) if first and second else None
    if act == "trade":
        return _trade(screen, session)
    if act == "accept" and len(on_table(session.game, 1 - session.seat)) > 1:
        offered = [priced(session.game, p, session.assist) for p in on_table(session.game, 1 - session.seat)]
        number = screen.choose("Which of their packages?", offered)
        return None if number is None else Move(act, items=(str(number + 1),))
    if not names_something(act):
        return Move(act)
    found = items(session.game, act)
    if len(found) == 1:
        return Move(act, items=(found[0][0],))
    number = screen.choose(f"{ACT_LABELS[act].capitalize()}: which?", [label for _, label in found])
    return None if number is None else Move(act, items=(found[number][0],))


def _trade(screen: Screen, session: Session) -> Move | None:
    issues = session.game.stage.scenario.issues
    sides: list[dict[str, str]] = []
    for title in ("On which term do you give way?", "And on which term do you want something for it?"):
        free = [issue for issue in issues if not sides or issue.id not in sides[0]]
        number = screen.choose(title, [issue.label for issue in free])
        option = pick_option(screen, free[number]) if number is not None else None
        if number is None or option is None:
            return None
        sides.append({free[number].id: option})
    move = Move("trade", packages=({**sides[0], **sides[1]},), gives=tuple(sides[0]))
    return move if shown_first(screen, session, move) else None


def _worded(screen: Screen, session: Session, move: Move) -> Move | None:
    """The move with one of its sentences, or with own words."""
    game, seat = session.game, session.seat
    used = [entry.said.move.wording for entry in game.entries if entry.said.move.wording]
    found = menu(game.stage, game.state, game.luck, Asked(move.act, move.item, seat), [each for each in used if each])
    packages = completed(game, move, seat)
    while True:
        texts = [
            f'"{person_words(game.stage, game.state, seat, replace(move, wording=w.id), packages)}"' for w in found
        ]
        extra = "add something to it" if move.rider is None else "leave out what you added"
        number = screen.choose("How do you say it?", [*texts, "in your own words", extra])
        if number is None:
            return None
        if number < len(found):
            return replace(move, wording=found[number].id)
        if number == len(found):
            words = screen.ask("Your words:")
            return replace(move, words=words) if words else None
        move = _with_rider(screen, session, move)


def _with_rider(screen: Screen, session: Session, move: Move) -> Move:
    if move.rider is not None:
        return replace(move, rider=None, rider_item=None)
    found = riders(session.game, move.act)
    number = screen.choose("Add what?", [label for _, _, label in found])
    return move if number is None else replace(move, rider=found[number][0], rider_item=found[number][1])
