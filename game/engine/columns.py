"""The numbers a game is made of, and where each stands.

A state is a few integer arrays whose last axis is named here. One block a seat and one a game keep a turn to a handful
of array operations. Units: stance and signals x1000, utilities x100, masks have one bit for each id in scenario order.
"""

from typing import Final

from game.scenario.words import ACTS, SIGNALS, SITUATIONS, STANCE, TACTICS

KIND: Final = {act: number for number, act in enumerate(ACTS)}
TACTIC_ID: Final = {tactic: number for number, tactic in enumerate(TACTICS)}
SITUATION_ID: Final = {situation: number for number, situation in enumerate(SITUATIONS)}
NONE: Final = -1
LONG_AGO: Final = -1000

# Phases of a game, in order.
PREPARE: Final = 0  # the first seat prepares
PREPARE_OTHER: Final = 1  # the second seat prepares
TALK: Final = 2
AFTER: Final = 3  # it has ended; feedback can still be asked for
PHASES: Final = ("prepare", "prepare_other", "talk", "after")

_SEAT = (
    *STANCE, "composure",                        # x1000; the order of STANCE comes first
    "hand", "reservation", "aspiration",         # utilities x100
    "shift", "disclosure",                       # x100, x1000: what reactions have added up to
    "target", "walk_away",                       # x100, NONE until declared
    "rank", "nevers", "never_0", "never_1", "never_2", "never_3",
    "budget", "worry", "plan_no",
    "said", "said_item", "turns",                # own last act, its item, own turns over all meetings
    *(f"heard_{name}" for name in SIGNALS),      # how this seat's last line sounded
    "offers", "steps", "final", "opening", "conceded",
    "told_priorities", "told", "learned",        # masks: what I told; what research showed me of theirs
    "asked_priorities", "asked", "answer_turn",  # my own turn at which I last got an answer
    "evidence", "cited", "favours", "details", "conditions", "granted", "processes", "agreed",
    "researched", "moments", "flags_0", "flags_1",
    "tactic", "line", "noes", "lifted", "overpromised", "once",
    "appetite",                                  # x100: what it wants above its limit today
    "taste",                                     # how this person fills in such a form: see scoring.py
    "standing",                                  # 1 while the last offer stands: offers lapse between meetings
    "scratch",                                   # where acts that leave no mark write
)  # fmt: skip
SEAT: Final = {name: number for number, name in enumerate(_SEAT)}
_GAME = ("phase", "who", "meeting", "moment", "turn", "event", "stalled", "outcome", "package", "ender", "instant",
         "approval", "meetings_held")  # fmt: skip
GAME: Final = {name: number for number, name in enumerate(_GAME)}

#: What the other seat can see of a seat: everything it said or did, nothing it feels or holds.
PUBLIC: Final = tuple(SEAT[name] for name in (
    "said", "said_item", "turns", "offers", "final", "told_priorities", "told", "asked_priorities", "asked", "cited",
    "favours", "details", "conditions", "granted", "processes", "agreed", "standing",
))  # fmt: skip

#: Bits of ``told`` and ``asked``: what kind of thing it was.
TOLD: Final = {name: bit for bit, name in enumerate(("need", "reason", "alternative", "deadline", "constraint",
                                                      "decision", "feedback"))}  # fmt: skip
ASKED: Final = {
    name: bit
    for bit, name in enumerate(
        ("ask_reason", "ask_decision", "ask_alternatives", "ask_constraint", "ask_feedback", "ask_whatif")
    )
}
