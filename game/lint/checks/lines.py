"""Single lines: can they be said, are they said, and can they be said aloud?"""

import re
from collections.abc import Iterator

from game.lint.firing import effective
from game.lint.look import Look
from game.lint.look import Said as LineSaid
from game.lint.registry import Said, check
from game.lint.situations import ABOUT, WITH_PACKAGE
from game.scenario.problem import quoted

#: Longest line and longest sentence that one can say in a breath or two: about 15 and 12 seconds.
MOST_CHARACTERS, MOST_WORDS = 240, 40
_SENTENCE = re.compile(r"[.!?;:]+")
_NO_LETTER = re.compile(r"[^\w{}']+")
#: Shorter lines ("Go on.") may well be said twice.
_SHORT = 16


@check("line-too-long", "warning")
def line_too_long(look: Look) -> Iterator[Said]:
    """A line that nobody could say aloud without stopping for breath."""
    for said in look.lines:
        longest = (
            max(len(part.split()) for part in _SENTENCE.split(said.text)) if len(said.text) > 2 * MOST_WORDS else 0
        )
        if len(said.text) > MOST_CHARACTERS:
            yield (
                said.path,
                f"this line has {len(said.text)} characters; nobody says more than {MOST_CHARACTERS} in one go",
            )
        elif longest > MOST_WORDS:
            yield said.path, f"a sentence of {longest} words cannot be said aloud; stop after {MOST_WORDS}"


@check("same-line-twice", "warning")
def same_line_twice(look: Look) -> Iterator[Said]:
    """The same words twice from the same mouth."""
    for seat in (0, 1):
        first: dict[str, LineSaid] = {}
        for said in (each for each in look.lines if each.seat == seat):
            words = _NO_LETTER.sub(" ", said.text.lower()).strip()
            before = first.setdefault(words, said)
            if before is not said and (len(words) > _SHORT or before.situation == said.situation):
                yield said.path, f"this line stands under {quoted(before.situation)} already; write another"


@check("line-about-nothing")
def line_about_nothing(look: Look) -> Iterator[Said]:
    """A line about something that is never talked about in its situation: it is never said."""
    for said in look.lines:
        wanted = ABOUT.get(said.situation)
        if (
            not said.line.about
            or said.situation.startswith(("told_", "refuse", "counter", "accept"))
            or said.situation == "feedback"
        ):
            continue
        wrong = [x for x in said.line.about if look.family_of.get(x) != wanted]
        if wanted is not None and len(wrong) == len(said.line.about):
            path = (*said.path[:-1], "about")
            yield (
                path,
                f"{quoted(said.situation)} is about {wanted}, and {quoted(wrong[0])} is none; the line is never said",
            )


@check("line-in-wrong-meeting")
def line_in_wrong_meeting(look: Look) -> Iterator[Said]:
    """A first greeting for a later meeting, or the other way round."""
    meetings = [meeting.id for meeting in look.scenario.meetings]
    anywhere = {str(reaction.then.line) for reaction in effective(look)}
    for said in look.lines:
        if not said.line.meeting or said.situation not in {"greet", "greet_again"} - anywhere:
            continue
        first = said.situation == "greet"
        there = meetings[:1] if first else meetings[1:]
        if not set(said.line.meeting) & set(there):
            when = "the first meeting" if first else "later meetings"
            yield (*said.path[:-1], "meeting"), f"{quoted(said.situation)} is for {when}; this line is never said"


@check("offer-without-package")
def offer_without_package(look: Look) -> Iterator[Said]:
    """``{offer}`` in a situation in which no package is named."""
    for said in look.lines:
        if "{offer}" in said.text and said.situation not in WITH_PACKAGE:
            yield said.path, f"nothing is offered in {quoted(said.situation)}, so nothing fills in '{{offer}}'"


@check("theme-missing", "warning")
def theme_missing(look: Look) -> Iterator[Said]:
    """A feedback line without a theme is never said, and a theme elsewhere does nothing."""
    for said in look.lines:
        if said.situation == "feedback" and said.line.theme is None:
            yield said.path, "feedback is chosen by theme; give this line one, such as 'theme: listening'"
        elif said.situation != "feedback" and said.line.theme is not None:
            yield (*said.path[:-1], "theme"), "a theme belongs to feedback only; with it, this line is never said"
