"""What there is to show after a move: who says what, what happens, what a seat learns, how it ends."""

from dataclasses import dataclass

from game.engine.columns import AFTER, GAME, NONE, PREPARE, SEAT, TALK
from game.engine.state import State
from game.engine.step import Events
from game.scenario.words import OUTCOMES, PACKAGE_ACTS
from game.session.entry import Shown
from game.session.labels import item, listed, sentence
from game.session.stage import Stage
from game.session.voice import Voice
from game.session.written import Said


@dataclass(frozen=True)
class Happening:
    """One move and the game around it. ``kinds`` says for each seat whether a person or a script holds it."""

    stage: Stage
    kinds: tuple[str, str]
    said: Said
    before: State
    after: State
    events: Events
    words: str
    heard: Said | None
    """The other seat's move before this one, None if there is none."""
    rebooked: bool
    """Whether that move put the meeting off to a better moment."""
    interrupted: bool
    """Whether the mid-scene event came with that move, and is told now that it was answered."""

    def was(self, column: str) -> int:
        """A game column before the move."""
        return int(self.before.game[0, GAME[column]])

    def now(self, column: str) -> int:
        """A game column after the move."""
        return int(self.after.game[0, GAME[column]])

    @property
    def answer_comes(self) -> bool:
        """Whether a scripted seat answers this move at once."""
        return self.kinds[1 - self.said.seat] == "script" and self.kinds[self.said.seat] == "person"

    @property
    def scripted(self) -> list[int]:
        """The seats that a script holds."""
        return [seat for seat in (0, 1) if self.kinds[seat] == "script"]


def spoken(it: Happening, voice: Voice) -> str:
    """What the one who moves says: a person's words, or a scripted seat's line."""
    if it.kinds[it.said.seat] == "person":
        return it.words
    if it.said.move.act == "begin" or not it.said.line:
        return ""
    heard = it.heard.move if it.heard else None
    about = {*it.said.move.items, *((*heard.items, heard.rider_item) if heard else ())} - {None}
    return voice.line(it.said.seat, it.said.line, (str(each) for each in about), *_packages(it), _heard_package(it))


def _packages(it: Happening) -> tuple[int, int]:
    """The package to name aloud, and the speaker's offer before it."""
    seat, act = it.said.seat, it.said.move.act
    if act in PACKAGE_ACTS:
        return int(it.after.table[0, seat, 0]), int(it.before.table[0, seat, 0])
    answers_offer = it.heard is not None and it.heard.move.act in PACKAGE_ACTS
    if act == "accept" and (it.said.move.items or not answers_offer):
        which = int(it.said.move.items[0]) - 1 if it.said.move.items else 0
        return int(it.before.table[0, 1 - seat, which]), NONE
    return NONE, NONE


def _heard_package(it: Happening) -> int:
    """The package that is answered, -1 if none was put on the table."""
    put = it.heard is not None and it.heard.move.act in PACKAGE_ACTS
    return int(it.before.table[0, 1 - it.said.seat, 0]) if put else NONE


def narrated(it: Happening, voice: Voice) -> list[Shown]:
    """Everything to show for a move, in order."""
    shown = [Shown("line", it.words, it.said.seat)] if it.words else []
    shown += _learned(it)
    if it.rebooked:
        shown += _meeting_starts(it, voice)
    shown += _approval(it, voice)
    if it.interrupted or (bool(it.events.happened[0]) and not it.answer_comes):
        shown += _event(it, voice)
    if it.was("phase") != TALK and it.now("phase") == TALK:
        shown += _meeting_starts(it, voice)
    if it.now("phase") == PREPARE and it.now("meeting") > it.was("meeting"):
        shown += _goes_on_later(it, voice)
    if it.now("phase") == AFTER and it.was("phase") != AFTER:
        shown += _ends(it, voice)
    return shown


def _learned(it: Happening) -> list[Shown]:
    """What came to light for people at the table."""
    shown = []
    move = it.said.move
    if move.act == "research" and it.kinds[it.said.seat] == "person":
        found = next(each for each in it.stage.scenario.research if each.id == move.item)
        shown.append(Shown("news", found.found, it.said.seat))
    for seat in (0, 1):
        gained = int(it.events.gained_evidence[0, seat])
        by_event = _of_event(it) if bool(it.events.happened[0]) else frozenset()
        names = [name for bit, name in enumerate(it.stage.tables.names.evidence) if gained >> bit & 1]
        shown += _can_cite(it, seat, [name for name in names if name not in by_event])
    shown += _moments(it)
    better = int(
        it.after.seat[0, it.said.seat, SEAT["reservation"]] - it.before.seat[0, it.said.seat, SEAT["reservation"]]
    )
    if move.act == "research" and better > 0 and it.kinds[it.said.seat] == "person":
        now = int(it.after.seat[0, it.said.seat, SEAT["reservation"]]) / 100
        shown.append(Shown("news", f"What you can do without a deal is now worth {now:.0f} to you.", it.said.seat))
    return shown


def _of_event(it: Happening) -> frozenset[str]:
    """Evidence that the mid-scene event brings to light."""
    event = it.stage.scenario.event
    return frozenset(event.evidence) if event else frozenset()


def _can_cite(it: Happening, seat: int, names: list[str]) -> list[Shown]:
    if not names or it.kinds[seat] != "person":
        return []
    return [Shown("news", f"You can now cite {listed(item(it.stage, name) for name in names)}.", seat)]


def _moments(it: Happening) -> list[Shown]:
    found = []
    for seat in (0, 1):
        new = int(it.after.seat[0, seat, SEAT["moments"]]) & ~int(it.before.seat[0, seat, SEAT["moments"]])
        if new and it.kinds[seat] == "person":
            every = [moment for meeting in it.stage.scenario.meetings for moment in meeting.moments]
            labels = [moment.label for bit, moment in enumerate(every) if new >> bit & 1]
            found.append(Shown("news", f"You could also meet on {listed(labels)}.", seat))
    return found


def _meeting_starts(it: Happening, voice: Voice) -> list[Shown]:
    meeting = it.stage.scenario.meetings[it.now("meeting")]
    moment = meeting.moments[it.now("moment")]
    shown = [Shown("scene", sentence(moment.label))]
    if not it.rebooked:
        shown.append(Shown("scene", meeting.scene))
    greeting = "greet_again" if it.now("meeting") else "greet"
    return shown + [Shown("line", voice.line(seat, greeting), seat) for seat in it.scripted]


def _approval(it: Happening, voice: Voice) -> list[Shown]:
    answer = int(it.events.approval[0])
    if answer == NONE:
        return []
    granted = answer == 1
    who = it.stage.name(it.said.seat)
    came = f"The approval that {who} asked for {'came' if granted else 'was refused'}."
    lines = [voice.line(seat, "approval_granted" if granted else "approval_refused") for seat in it.scripted]
    return [Shown("event", came), *(Shown("line", t, s) for t, s in zip(lines, it.scripted, strict=True))]


def _event(it: Happening, voice: Voice) -> list[Shown]:
    event = it.stage.scenario.event
    shown = [Shown("event", event.text)] if event else []
    owners = {each.id: each.seat for each in it.stage.scenario.evidence}
    for seat in (0, 1):
        shown += _can_cite(it, seat, sorted(n for n in _of_event(it) if owners[n] == it.stage.seat(seat).id))
    if it.now("phase") == TALK:
        shown += [Shown("line", voice.line(seat, "event"), seat) for seat in it.scripted]
    return shown


def _goes_on_later(it: Happening, voice: Voice) -> list[Shown]:
    listeners = [seat for seat in it.scripted if seat != it.said.seat]
    shown = [Shown("line", voice.line(seat, "postponed"), seat) for seat in listeners]
    later = it.stage.scenario.meetings[it.now("meeting")].after or "some time later"
    return [*shown, Shown("scene", f"The meeting ends here. The next one is {later}.")]


def _ends(it: Happening, voice: Voice) -> list[Shown]:
    outcome = OUTCOMES[it.now("outcome")]
    others = [seat for seat in it.scripted if seat != it.said.seat]
    if outcome == "impasse_time":
        last = [Shown("line", voice.line(seat, "time_up"), seat) for seat in it.scripted]
        return [*last, Shown("note", "The time is up, and nothing is agreed.")]
    if outcome == "deal":
        content = "accept" if it.said.move.act == "accept" else None
        lines = [Shown("line", voice.line(seat, content), seat) for seat in others] if content else []
        return [*lines, Shown("note", "It is agreed.")]
    lines = [Shown("line", voice.line(seat, "goodbye"), seat) for seat in others]
    if it.said.move.act == "leave_next" and others:
        lines.insert(0, Shown("note", f"{it.stage.name(others[0])} does not want another meeting."))
    return [*lines, Shown("note", "It ends without a deal.")]
