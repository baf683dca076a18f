"""What a scripted seat asks for right now, worked out after every line it hears.

Time brings it down from its opening to its limit along the hand's curve (Faratin, Sierra and Jennings 1998). What it
believes of the other moves it: a confident, trusted other is met sooner, a needy one is pressed (Kwon and Weingart 2004
on timing; Brooks and Schweitzer 2011 and Erickson et al. 1978 on what anxiety and powerless speech invite). Reactions
add their own ``shift``. All in utility x100 or x1000, whole numbers.
"""

from game.engine.columns import GAME, SEAT, TOLD
from game.engine.lanes import Column, Row, at_least, at_most, clip, look, where
from game.engine.luck import Luck
from game.engine.tables import Tables

#: What is seen and felt of the other: what is ordinary (x1000), and the points x100 that 1000 more of it adds.
ORDINARY = {"seen_desperation": 200, "seen_confidence": 500, "trust": 500, "defensiveness": 300}
PER_1000 = {"seen_desperation": 1500, "seen_confidence": -900, "trust": -1000, "defensiveness": 600}
_WEIGHTS = tuple((SEAT[name], PER_1000[name]) for name in ORDINARY)
_AT_REST = sum(ORDINARY[name] * PER_1000[name] for name in ORDINARY)
#: What nobody gives away (points x100): the day's appetite, drawn when the game starts; 1000 of need seen in the other
#: adds this to it.
MARGIN_PER_DESPERATION = 700
#: Points x100 more while the moment is bad, or while this hand cannot move before a later meeting.
BAD_MOMENT, NOT_YET = 400, 2400
#: What it keeps back (points x100) for as long as its real reason has not been told: a no whose reason is not on the
#: table cannot be worked on.
UNTOLD = 800
#: How far the humour of the moment moves it, either way (points x100).
HUMOUR = 350
#: The most that shifts may bring it down, and up (points x100).
MOST_FALL, MOST_RISE = 3000, 1200


def aspire(tables: Tables, seat: int, row: Row, game: Row, draws: Luck) -> Column:
    """The aspiration, utility x100, of seat number ``seat`` with the columns ``row``."""
    hand, meeting = row[SEAT["hand"]], game[GAME["meeting"]]
    untold = (row[SEAT["told"]] >> TOLD["reason"] & 1) == 0
    need = MARGIN_PER_DESPERATION * row[SEAT["seen_desperation"]] // 1000
    floor = row[SEAT["reservation"]] + row[SEAT["appetite"]] + UNTOLD * untold + need
    ahead = look(tables.curve[seat], hand, elapsed(tables, game))
    asked = floor + at_least(look(tables.opening[seat], hand) - floor, 0) * ahead // 1000
    felt = (sum(weight * row[column] for column, weight in _WEIGHTS) - _AT_REST) // 1000
    shift = clip(row[SEAT["shift"]], -MOST_FALL, MOST_RISE)
    bad = look(tables.bad, meeting, game[GAME["moment"]])
    early = NOT_YET * (meeting < look(tables.yields[seat], hand))
    humour = draws.below(2 * HUMOUR + 1, row[SEAT["turns"]], "humour") - HUMOUR
    asked = asked + felt + shift + humour + BAD_MOMENT * bad + early
    return clip(asked, floor + early, 10_000)


def elapsed(tables: Tables, game: Row) -> Column:
    """Share of the meeting's turns that are over, x1000; a later meeting starts where half of one would be."""
    meeting = game[GAME["meeting"]]
    now = at_most(500 * game[GAME["turn"]] // look(tables.turns, meeting), 1000)
    return where(meeting > 0, 500 + now // 2, now)
