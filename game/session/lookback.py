"""Fears, plans and blind spots held against what came: the worry, the first no, what stayed vague, what lay behind."""

from game.engine.columns import SEAT, TOLD
from game.engine.scoring import Scores
from game.scenario.words import ACTS, PACKAGE_ACTS
from game.session.entry import Entry
from game.session.feelings import other_of, readiness
from game.session.game import Game
from game.session.labels import ACT_LABELS, sheet
from game.session.quotes import quoted
from game.session.standing import worth
from game.session.worries import came_true

#: What the record says of a worry; it cannot tell of each.
_JUDGED = {
    True: "By the record, it came true; you are still here.",
    False: "By the record, it did not come true.",
    None: "Look back and judge for yourself whether it came true.",
}


def _start(game: Game, seat: int) -> float:
    return int(game.stage.tables.reservation[seat, game.own(seat, "hand")]) / 100


def _offers(game: Game, seat: int) -> list[Entry]:
    return [e for e in game.entries if e.said.seat == seat and e.said.move.act in PACKAGE_ACTS]


def worry(game: Game, scores: Scores) -> tuple[str, ...]:
    """The worry named beforehand beside what came, and what silence would have cost."""
    lines = []
    number = game.own(game.player, "worry")
    other = other_of(game)
    name = game.stage.name(other)
    if number >= 0:
        feared_id, feared = list(game.stage.seat(game.player).worries.items())[number]
        before, after = _trust(game)
        way = "higher than" if after > before + 0.02 else "lower than" if after < before - 0.02 else "about where"
        lines.append(f'You worried beforehand: "{feared}" {_JUDGED[came_true(game, feared_id, _refused(game))]}')
        lines.append(
            f"For what can be measured: {name}'s trust in you ended {way} it began "
            f"({100 * before:.0f} then, {100 * after:.0f} now), and {name} "
            f"{'would' if readiness(game, other) >= 500 else 'would rather not'} sit down with you again."
        )
    first = _offers(game, other)[:1]
    if first:
        offered = worth(game, first[0].told.package)
        reached = int(scores.utility[0, game.player]) / 100
        cost = reached - offered
        what = f"would have cost you {cost:.0f} points" if cost > 0.5 else "would have brought you as much or more"
        lines.append(f"{name}'s first offer was worth {offered:.0f} to you. Taking it at once {what}.")
    elif number >= 0:
        lines.append("Saying nothing would have left everything as it was.")
    return tuple(lines)


def _refused(game: Game) -> bool:
    return first_no_at(game) is not None


def _trust(game: Game) -> tuple[float, float]:
    other = other_of(game)
    first, last = game.entries[0].before, game.state
    return (int(first.seat[0, other, SEAT["trust"]]) / 1000, int(last.seat[0, other, SEAT["trust"]]) / 1000)


def first_no(game: Game) -> tuple[str, ...]:
    """What the first no did to the player's calm, and what they did then, beside what they had planned."""
    entries = game.entries
    at = first_no_at(game)
    planned = game.own(game.player, "plan_no")
    if at is None:
        return ("Nobody said no to you in this game.",) if planned >= 0 else ()
    told = entries[at].told
    before, after = 100 * told.before["composure"], 100 * told.after["composure"]
    calm = "left you as calm as you were" if after >= before else f"took your calm from {before:.0f} to {after:.0f}"
    lines = [f'The first no came in turn {told.turn}, "{entries[at].words}" It {calm} (of 100).']
    then = next((e for e in entries[at + 1 :] if e.said.seat == game.player), None)
    if then is not None:
        lines.append(_plan_kept(game, then, planned))
    return tuple(lines)


def first_no_at(game: Game) -> int | None:
    """The place among the entries of the first no the player heard: to an offer of theirs, not only to an argument."""
    return next((number for number in range(1, len(game.entries)) if is_no(game, number)), None)


def is_no(game: Game, number: int) -> bool:
    """Whether an entry is a no that the player heard."""
    entry = game.entries[number]
    if entry.said.seat == game.player or entry.said.move.act != "hold" or not number:
        return False
    asked = game.entries[number - 1].said.move.act in PACKAGE_ACTS
    return asked or entry.said.line.startswith(("refuse", "push"))


def _plan_kept(game: Game, then: Entry, planned: int) -> str:
    did = f"Your answer was {quoted(game, then.told.turn, game.player)}"
    did = did if did.endswith(('."', '?"', '!"')) else f"{did}."
    if planned < 0:
        return f"{did} You had no plan for that moment."
    act = ACTS[planned]
    if then.said.move.act == act:
        return f"{did} That was your plan: to {ACT_LABELS[act]}."
    return f"{did} Your plan had been to {ACT_LABELS[act]}."


def details(game: Game, vague: list[str]) -> tuple[str, ...]:
    """What was left vague, what that cost, and what came of it."""
    if game.outcome != "deal":
        return ()
    seat = game.stage.seat(game.player).id
    every = {detail.id: detail for detail in game.stage.scenario.details}
    lines = [
        f"Left vague: {every[name].label} (cost you {every[name].vague_costs.get(seat, 0):g}). {every[name].epilogue}"
        for name in vague
    ]
    settled = [each.label for each in every.values() if each.id not in vague]
    return tuple(lines) + ((f"Settled beforehand, at no cost later: {'; '.join(settled)}.",) if settled else ())


def hidden(game: Game) -> tuple[str, ...]:
    """What lay behind the counterpart's words: shown after the end, for learning."""
    if not game.over:
        return ()
    other = other_of(game)
    name, hand = game.stage.name(other), game.stage.seat(other).hands[game.own(other, "hand")]
    told = game.own(other, "told") >> TOLD["reason"] & 1
    known = "You were told." if told else "You were not told."
    calm = game.own(other, "composure") / 10
    lines = [
        f'The reason given: "{hand.stated_reason}" The real reason: "{hand.real_reason}" {known}',
        f"What stood on {name}'s own card: {hand.brief}",
        f"By {name}'s own count, from 0 to 100, anything worth {_start(game, other):.0f} or more beat having no deal. "
        f"{name}'s own calm at the end: {calm:.0f} of 100.",
    ]
    stalled = game.column("stalled")
    if stalled >= 2:
        lines.append(f"When it ended, nothing had moved for {stalled} turns.")
    final = int(game.state.table[0, other, 0])
    if game.outcome != "deal" and final >= 0:
        lines.append(
            f"What lay on the table from {name}: {sheet(game.stage.scenario, game.stage.tables.options_of(final))}."
        )
    return tuple(lines)
