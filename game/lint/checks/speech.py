"""Has a scripted seat words for what it will have to say?"""

from collections.abc import Iterator

from game.lint.look import Look
from game.lint.look import Said as LineSaid
from game.lint.registry import Said, check
from game.lint.situations import lacking, reached
from game.scenario.problem import quoted

#: Questions and where their answers stand. Only the scene can know these; everything else has spare words.
ANSWERS = {
    "ask_priority": "answer_priority",
    "ask_reason": "answer_reason_stated",
    "ask_decision": "answer_decision",
    "ask_alternatives": "answer_alternatives",
    "ask_constraint": "answer_constraint",
}
#: Said once in a game at most, so one line may do.
_ONCE = ("event", "approval_granted", "approval_refused", "time_up", "goodbye", "leave", "postpone", "postponed",
         "answer_reason_real", "answer_priority", "feedback", "greet_again")  # fmt: skip


@check("seat-without-words")
def seat_without_words(look: Look) -> Iterator[Said]:
    """The second seat, which the script holds unless somebody asks for it, has no lines at all."""
    seat = look.scenario.seats[1]
    if not seat.lines:
        yield (
            ("seats", 1),
            f"{quoted(seat.id)} has no lines; the script holds that seat and would say nothing of its own",
        )


@check("question-unanswered")
def question_unanswered(look: Look) -> Iterator[Said]:
    """A question to which the seat has no answer of its own."""
    for s, seat in look.scripted():
        for question, situation in ANSWERS.items():
            if situation not in seat.lines:
                message = f"{quoted(seat.id)} has no answer to '{question}': write lines for {quoted(situation)}"
                yield ("seats", s, "lines"), message, True


@check("priority-unanswered")
def priority_unanswered(look: Look) -> Iterator[Said]:
    """Asked what an issue means to it, some hand has nothing to say about that issue."""
    for s, seat in look.scripted():
        lines = look.by_situation[s].get("answer_priority", [])
        for hand in seat.hands if lines else ():
            mute = [x.id for x in look.scenario.issues if not any(_fits(said, hand.id, x.id) for said in lines)]
            if mute:
                message = (
                    f"asked what {quoted(mute[0])} means to it, hand {quoted(hand.id)} of {quoted(seat.id)} has no line"
                )
                yield ("seats", s, "lines", "answer_priority"), message, True


def _fits(said: LineSaid, hand: str, about: str) -> bool:
    return (not said.line.hand or hand in said.line.hand) and (not said.line.about or about in said.line.about)


@check("hand-without-words")
def hand_without_words(look: Look) -> Iterator[Said]:
    """All lines of a situation belong to other hands or other meetings."""
    for s, seat in look.scripted():
        for situation, lines in look.by_situation[s].items():
            if situation in ("answer_priority", "answer_reason_real", "feedback") or situation not in reached(look, s):
                continue
            for hand in seat.hands:
                own = [x for x in lines if not x.line.hand or hand.id in x.line.hand]
                if lines and not own:
                    message = f"{quoted(hand.id)} has no line for {quoted(situation)}: all belong to other hands"
                    yield ("seats", s, "lines", situation), message, True


@check("situation-never-reached", "warning")
def situation_never_reached(look: Look) -> Iterator[Said]:
    """Lines for a situation that cannot come up in this scene."""
    for s, seat in look.scripted():
        why = lacking(look, s)
        for situation in seat.lines:
            if situation not in reached(look, s):
                because = f": {why[situation]}" if situation in why else ": no reaction that can fire leads there"
                yield ("seats", s, "lines", situation), f"{quoted(situation)} never comes up{because}", True


@check("situation-with-one-line", "warning")
def situation_with_one_line(look: Look) -> Iterator[Said]:
    """A situation that comes up again and again, with one line to say; only where the script mostly sits."""
    for situation, lines in look.by_situation[1].items():
        if len(lines) == 1 and situation not in _ONCE and situation in reached(look, 1) and not lines[0].line.about:
            message = f"{quoted(situation)} has one line, which will be heard again and again; write a second"
            yield ("seats", 1, "lines", situation), message, True


@check("situation-without-lines")
def situation_without_lines(look: Look) -> Iterator[Said]:
    """A situation with an empty list."""
    for s, seat in look.scripted():
        for situation, lines in seat.lines.items():
            if not lines:
                yield (
                    ("seats", s, "lines", situation),
                    f"{quoted(situation)} has no lines; write two, or take the key out",
                    True,
                )
