"""What a game came to, held against the alternative, the target and the walk-away; and what shows how it failed."""

from game.engine.scoring import Scores
from game.engine.story import Told
from game.session.feelings import other_of, vague
from game.session.game import Game
from game.session.labels import listed
from game.session.quotes import quoted, shown_at
from game.session.standing import worth


def value(game: Game, scores: Scores) -> tuple[str, ...]:
    """Deal value and joint value, each with its scale; whether leaving was right."""
    me = game.player
    points = int(scores.deal_value[0, me]) / 100
    lines = [
        f"Deal value: {round(points)}. On this scale 0 is the alternative you started with, and 100 the best this "
        f"counterpart could have agreed to."
    ]
    if game.outcome == "deal":
        share = int(scores.joint_value[0]) / 10
        of_most = int(scores.joint_share_of_max[0]) / 10
        lines.append(
            f"Joint value: {share:.0f} % of what the two of you could have gained over having no deal; together you "
            f"reached {of_most:.0f} % of the most there was."
        )
        lines += [*_made_up_of(game, scores), *_below_alternative(game, scores)]
    elif game.over:
        lines += _without_deal(game)
    return tuple(lines)


def _made_up_of(game: Game, scores: Scores) -> list[str]:
    """Why a deal is not worth to the player what its terms are: what stayed vague, what was granted beside them."""
    terms, reached = worth(game, game.column("package")), int(scores.utility[0, game.player]) / 100
    seat = game.stage.seat(game.player).id
    left = vague(game)
    cost = sum(each.vague_costs.get(seat, 0) for each in game.stage.scenario.details if each.id in left)
    beside = reached - terms + cost
    parts = [f"what stayed vague takes {cost:.0f} off"] if cost else []
    if abs(beside) >= 0.5:
        way = f"adds {beside:.0f}" if beside > 0 else f"takes {-beside:.0f}"
        parts.append(f"what was given and agreed beside them {way}")
    return [f"The terms are worth {terms:.0f} to you; {listed(parts)}: {reached:.0f}."] if parts else []


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
    offered = worth(game, last)
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
        left = round(int(scores.deal_value[0, game.player]) / 100)
        return f" It left {left} of 100{shown_at(game, steps, game.player)}."
    if kind == "empty_handed":
        ended = [e.told.turn for e in game.entries if e.said.seat == game.player and e.told.turn > 0][-1:]
        last = f" Your last line was {quoted(game, ended[0], game.player)}" if ended else ""
        return last if last.endswith(('."', '?"', '!"')) or not last else f"{last}."
    hurt = [t.turn for t in _own(game) if {"hostile", "gloating", "extreme", "bluffing"} & t.themes]
    real = game.stage.seat(other_of(game)).hands[game.own(other_of(game), "hand")].real_reason
    return f" What it was about: {real}{shown_at(game, hurt, game.player)}"


def _own(game: Game) -> list[Told]:
    return [told for told in game.story if told.seat == game.player and told.turn > 0]
