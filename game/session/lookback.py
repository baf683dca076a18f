"""The parts of a debrief that hold one thing against another: value against limits, plans against what came."""

from game.engine.columns import SEAT, TOLD
from game.engine.scoring import Scores
from game.engine.story import Told
from game.scenario.words import ACTS, PACKAGE_ACTS
from game.session.entry import Entry
from game.session.feelings import other_of, readiness
from game.session.game import Game
from game.session.labels import ACT_LABELS, item, sheet
from game.session.phrases import phrases
from game.session.quotes import quoted, shown_at

_NOES = ("hold", "decline")
_FELT = {"trust": "trust", "patience": "patience", "defensiveness": "guard", "face": "face",
         "seen_confidence": "how sure you seem", "seen_desperation": "how much you seem to need it"}  # fmt: skip
#: A change of stance (0..1) worth mentioning.
_NOTICED = 0.03


def _worth(game: Game, package: int) -> float:
    hand = game.own(game.player, "hand")
    return int(game.stage.tables.worth[game.player, hand, package]) / 100


def _start(game: Game, seat: int) -> float:
    return int(game.stage.tables.reservation[seat, game.own(seat, "hand")]) / 100


def value(game: Game, scores: Scores) -> tuple[str, ...]:
    """Deal value and joint value, each with its scale; whether leaving was right."""
    me = game.player
    points = int(scores.deal_value[0, me]) / 100
    lines = [
        f"Deal value: {points:.0f}. On this scale 0 is the alternative you started with, and 100 the best this "
        f"counterpart could have agreed to."
    ]
    if game.outcome == "deal":
        share = int(scores.joint_value[0]) / 10
        of_most = int(scores.joint_share_of_max[0]) / 10
        lines.append(
            f"Joint value: {share:.0f} % of what the two of you could have gained over having no deal; together you "
            f"reached {of_most:.0f} % of the most there was."
        )
        lines += _below_alternative(game, scores)
    elif game.over:
        lines += _without_deal(game)
    return tuple(lines)


def _below_alternative(game: Game, scores: Scores) -> list[str]:
    held = game.own(game.player, "reservation") / 100
    reached = int(scores.utility[0, game.player]) / 100
    if reached >= held:
        return []
    return [f"The deal is worth {reached:.0f} to you, and the alternative you held {held:.0f}: leaving was worth more."]


def _without_deal(game: Game) -> list[str]:
    held = game.own(game.player, "reservation") / 100
    last = int(game.state.table[0, other_of(game), 0])
    lines = [f"What you fall back on is worth {held:.0f} to you."]
    if last < 0:
        return lines
    offered = _worth(game, last)
    name = game.stage.name(other_of(game))
    if offered <= held:
        lines.append(f"{name}'s last offer was worth {offered:.0f}: not taking it was right.")
    else:
        lines.append(
            f"{name}'s last offer was worth {offered:.0f}: taking it would have brought {offered - held:.0f} more."
        )
    return lines


def declared(game: Game, scores: Scores) -> tuple[str, ...]:
    """The result held against the target and the walk-away that were declared."""
    target, walk = game.own(game.player, "target"), game.own(game.player, "walk_away")
    reached = int(scores.utility[0, game.player]) / 100
    what = "The deal" if game.outcome == "deal" else "What you are left with"
    lines = []
    if target >= 0:
        gap = reached - target / 100
        how = "which reaches it" if gap >= 0 else f"{-gap:.0f} short of it"
        lines.append(f"Your target was {target / 100:.0f}. {what} is worth {reached:.0f} to you, {how}.")
    if walk >= 0:
        drift = int(scores.drift[0, game.player]) / 100
        kept = f"The terms lie {drift:.0f} below it" if drift > 0 else "You kept to it"
        lines.append(f"Your walk-away was {walk / 100:.0f}. {kept}.")
    if not lines:
        lines.append(
            "You had declared neither a target nor a walk-away, so there is nothing to hold the result against."
        )
    return tuple(lines)


def evidence(game: Game, scores: Scores, kind: str) -> str:
    """What shows a kind of failure, as a sentence to put behind it."""
    reached = int(scores.utility[0, game.player]) / 100
    if kind == "not_what_you_wanted":
        return f" Worth {reached:.0f} to you against a target of {game.own(game.player, 'target') / 100:.0f}."
    if kind == "gave_too_much":
        steps = [t.turn for t in _own(game) if {"bids_against_themselves", "concedes_in_a_rush", "leaps",
                                                 "gives_in_at_first_no"} & set(t.reactions)]  # fmt: skip
        return (
            f" It left {int(scores.deal_value[0, game.player]) / 100:.0f} of 100{shown_at(game, steps, game.player)}."
        )
    if kind == "empty_handed":
        ended = [e.told.turn for e in game.entries if e.said.seat == game.player][-1:]
        return f" The last thing you did{shown_at(game, ended, game.player)}."
    hurt = [t.turn for t in _own(game) if {"hostile", "gloating", "extreme", "bluffing"} & t.themes]
    real = game.stage.seat(other_of(game)).hands[game.own(other_of(game), "hand")].real_reason
    return f" What it was about: {real}{shown_at(game, hurt, game.player)}"


def _own(game: Game) -> list[Told]:
    return [told for told in game.story if told.seat == game.player and told.turn > 0]


def _offers(game: Game, seat: int) -> list[Entry]:
    return [e for e in game.entries if e.said.seat == seat and e.said.move.act in PACKAGE_ACTS]


def worry(game: Game, scores: Scores) -> tuple[str, ...]:
    """The worry named beforehand beside what came, and what silence would have cost."""
    lines = []
    number = game.own(game.player, "worry")
    other = other_of(game)
    name = game.stage.name(other)
    if number >= 0:
        feared = list(game.stage.seat(game.player).worries.values())[number]
        before, after = _trust(game)
        way = "higher than" if after > before + 0.02 else "lower than" if after < before - 0.02 else "about where"
        lines.append(f'You worried beforehand: "{feared}" Look back and judge for yourself whether it came true.')
        lines.append(
            f"For what can be measured: {name}'s trust in you ended {way} it began "
            f"({100 * before:.0f} then, {100 * after:.0f} now), and {name} "
            f"{'would' if readiness(game, other) >= 500 else 'would rather not'} sit down with you again."
        )
    first = _offers(game, other)[:1]
    if first:
        offered = _worth(game, first[0].told.package)
        reached = int(scores.utility[0, game.player]) / 100
        cost = reached - offered
        what = f"would have cost you {cost:.0f} points" if cost > 0.5 else "would have brought you as much or more"
        lines.append(f"{name}'s first offer was worth {offered:.0f} to you. Taking it at once {what}.")
    elif number >= 0:
        lines.append("Saying nothing would have left everything as it was.")
    return tuple(lines)


def _trust(game: Game) -> tuple[float, float]:
    other = other_of(game)
    first, last = game.entries[0].before, game.state
    return (int(first.seat[0, other, SEAT["trust"]]) / 1000, int(last.seat[0, other, SEAT["trust"]]) / 1000)


def first_no(game: Game) -> tuple[str, ...]:
    """What the first no did to the player's calm, and what they did then, beside what they had planned."""
    entries = game.entries
    at = next((n for n, e in enumerate(entries) if e.said.seat != game.player and e.said.move.act in _NOES), None)
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
        f'What stood on {name}\'s own card: "{hand.brief}"',
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


def reactions(game: Game) -> tuple[str, ...]:
    """Turn by turn: what each line of the player set off, by name and in words."""
    return tuple(line for entry in game.entries if (line := set_off(game, entry)) and entry.said.seat == game.player)


def set_off(game: Game, entry: Entry) -> str:
    """What one line set off in whoever heard it; empty for a move of preparation."""
    told = entry.told
    if told.turn == 0:
        return ""
    name = game.stage.name(1 - told.seat)
    head = f"Turn {told.turn}, {_short(game, entry)}:"
    general = [words for reaction in told.reactions if (words := phrases().reactions.get(reaction))]
    own = [_scene_reaction(game, reaction) for reaction in told.reactions if reaction not in phrases().reactions]
    said = [f"{name} {'; '.join(general)}."] if general else []
    said += [f"{words}." for words in own]
    return " ".join([head, *(said or ["nothing in particular."]), _stance_moved(told)]).strip()


def _stance_moved(told: Told) -> str:
    moved = [
        f"{word} {'up' if told.after[part] > told.before[part] else 'down'}"
        for part, word in _FELT.items()
        if abs(told.after[part] - told.before[part]) >= _NOTICED
    ]
    return f"({', '.join(moved)})" if moved else ""


def _short(game: Game, entry: Entry) -> str:
    move = entry.said.move
    named = item(game.stage, move.item) if move.item else ""
    return f"{move.act.replace('_', ' ')}{f' ({named})' if named else ''}"


def _scene_reaction(game: Game, reaction: str) -> str:
    """A reaction of the scene's own: its name and why this person reacts so."""
    why = game.stage.origins.get(reaction, "").rstrip(".")
    plain = reaction.replace("_", " ").capitalize()
    return f"{plain}: {why}" if why else plain
