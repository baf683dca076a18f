"""How things stand for the player, in sentences: what `?` answers and what a side panel shows. No peeking.

At the level "coach" it also says what the counterpart feels; at "real" nothing is counted in points.
"""

import numpy as np

from game.engine.columns import SEAT
from game.engine.story import stance_of
from game.engine.view import view_of
from game.scenario.words import ACTS
from game.session.checks import nevers
from game.session.feelings import other_of
from game.session.game import Game
from game.session.labels import ACT_LABELS, item, listed, sheet, term
from game.session.mood import FACES, mood_of

#: The parts of a stance as meters, and what a coach calls them.
METERS = {"trust": "trust", "patience": "patience", "defensiveness": "guard", "face": "face",
          "seen_confidence": "how sure you seem", "seen_desperation": "how much you seem to need it"}  # fmt: skip


def worth(game: Game, package: int, seat: int | None = None) -> float:
    """What a package is worth to a seat (the player's), 0..100."""
    seat = game.player if seat is None else seat
    return int(game.stage.tables.worth[seat, game.own(seat, "hand"), package]) / 100


def priced(game: Game, package: int, assist: str) -> str:
    """A package term by term, with its own worth unless the level is "real"."""
    said = sheet(game.stage.scenario, game.stage.tables.options_of(package))
    return said if assist == "real" else f"{said}. Worth {worth(game, package):.0f} to you"


def below(game: Game, package: int, assist: str) -> list[str]:
    """That a package lies below the walk-away, or else below no deal at all; nothing if it does not, or at "real"."""
    if assist == "real":
        return []
    points, walk = worth(game, package), game.own(game.player, "walk_away") / 100
    if points < walk:
        return [f"That is below your walk-away of {walk:g}."]
    held = game.own(game.player, "reservation") / 100
    return [f"To have no deal is worth {held:.0f} to you."] if points < held else []


def standing(game: Game, assist: str) -> list[str]:
    """Where the player stands now, one line a fact."""
    lines = [_when(game)]
    for seat, whose in ((game.player, "Your"), (other_of(game), f"{game.stage.name(other_of(game))}'s")):
        lines += [f"{whose} offer: {priced(game, package, assist)}." for package in on_table(game, seat)]
        if game.talking and not on_table(game, seat):
            lines.append(f"{whose} offer: none yet.")
    lines += prepared(game)
    lines += _know(game)
    if game.talking:
        lines += [f"Your own calm: {game.own(game.player, 'composure') / 10:.0f} of 100."] if assist != "real" else []
        lines.append(face(game))
        lines += [meters(game)] if assist == "coach" else []
    return lines


def on_table(game: Game, seat: int) -> list[int]:
    """The packages that a seat last put on the table."""
    return [int(package) for package in game.state.table[0, seat] if package >= 0]


def _when(game: Game) -> str:
    meeting = game.stage.scenario.meetings[game.column("meeting")]
    number = f"Meeting {game.column('meeting') + 1} of at most {len(game.stage.scenario.meetings)}"
    moment = meeting.moments[game.column("moment")].label
    if game.over:
        return "The game has ended."
    if not game.talking:
        return f"{number}, in preparation: {moment}."
    return f"{number}: {moment}. You have {turns_left(game)} turns left in it."


def turns_left(game: Game) -> int:
    """The player's turns left in this meeting, this one included."""
    view = view_of(game.stage.tables, game.stage.own[game.player], game.state)
    return int(view.left[0])


def prepared(game: Game) -> list[str]:
    """What was declared in preparation, one line each; empty for what was not."""
    me, names = game.player, game.stage.tables.names
    found = []
    for column, said in (("target", "Your target"), ("walk_away", "Your walk-away")):
        if game.own(me, column) >= 0:
            found.append(f"{said}: {game.own(me, column) / 100:g}.")
    rank = game.own(me, "rank")
    order = [(rank >> 3 * n & 7) - 1 for n in range(10)] if rank >= 0 else []
    if any(place >= 0 for place in order):
        found.append(f"What matters most: {listed(item(game.stage, names.issues[p]) for p in order if p >= 0)}.")
    barred = sorted(nevers(game, me))
    if barred:
        found.append(f"Never: {listed(term(game.stage.scenario, i, o) for i, o in barred)}.")
    if game.own(me, "worry") >= 0:
        found.append(f"Your worry: {list(game.stage.seat(me).worries.values())[game.own(me, 'worry')]}")
    if game.own(me, "plan_no") >= 0:
        found.append(f"Your plan for the first no: {ACT_LABELS[ACTS[game.own(me, 'plan_no')]]}.")
    return found


def _know(game: Game) -> list[str]:
    """Evidence held and details settled."""
    me, names = game.player, game.stage.tables.names
    held, cited = game.own(me, "evidence"), game.own(me, "cited")
    fresh = [item(game.stage, n) for bit, n in enumerate(names.evidence) if held >> bit & 1 and not cited >> bit & 1]
    used = [item(game.stage, n) for bit, n in enumerate(names.evidence) if cited >> bit & 1]
    raised = game.own(0, "details") | game.own(1, "details")
    open_ = [item(game.stage, n) for bit, n in enumerate(names.details) if not raised >> bit & 1]
    shown = [each for entry in game.entries for each in entry.shown if each.kind == "news" and each.seat == me]
    lines = [f"You learned: {each.text}" for each in shown if not each.text.startswith("You can now cite")]
    lines += [f"You can cite: {'; '.join(fresh)}."] if fresh else []
    lines += [f"Cited already: {'; '.join(used)}."] if used else []
    lines += [f"Still vague: {'; '.join(open_)}."] if open_ and game.talking else []
    return lines


def face(game: Game) -> str:
    """What the counterpart looks like: all that the level "real" shows."""
    other = other_of(game)
    return f"{game.stage.name(other)} {FACES[mood_of(stance_of(game.state, 0, other))]}."


def meters(game: Game) -> str:
    """The counterpart's stance in numbers, for the level "coach"."""
    stance = stance_of(game.state, 0, other_of(game))
    felt = ", ".join(f"{said} {100 * stance[p]:.0f}" for p, said in METERS.items())
    return f"What {game.stage.name(other_of(game))} feels, each from 0 to 100: {felt}."


def examples(game: Game) -> list[str]:
    """A few packages on the player's own scale, from splendid to hardly worth it, with their worth."""
    seat = game.player
    view = view_of(game.stage.tables, game.stage.own[seat], game.state)
    held = game.own(seat, "reservation") // 100
    lines, seen = [], set()
    for level in sorted({95, 80, 65, min(50, 100), held}, reverse=True):
        if level < held:
            continue
        package = int(view.rung(np.array([100 * level], np.int32))[0])
        if package not in seen:
            seen.add(package)
            terms = sheet(game.stage.scenario, game.stage.tables.options_of(package))
            lines.append(f"Worth {worth(game, package):.0f}: {terms}.")
    return lines


def goes_on_from(game: Game) -> list[str]:
    """That this game goes on from an earlier one, and how that ended; nothing if it does not."""
    if game.carried is None:
        return []
    flags = game.carried.flags[game.player]
    ended = "with a deal" if "earlier_deal" in flags else "without a deal"
    felt = "on good terms" if "earlier_warm" in flags else "and not on the best of terms"
    return [f"This goes on from your earlier game, which ended {ended} {felt}. They remember it."]


def fallback(game: Game) -> str:
    """What the player does without a deal, and what that is worth."""
    seat = game.player
    value = int(game.state.seat[0, seat, SEAT["reservation"]]) / 100
    return f"Without a deal: {game.stage.seat(seat).batna} That is worth {value:.0f} to you."
