"""Hints for the level "coach": first what is still being guessed at, then what kind of move helps. Never the move."""

from game.engine.columns import SEAT, TOLD
from game.scenario.words import ACT_GROUPS
from game.session.feelings import other_of
from game.session.game import Game
from game.session.labels import item, listed
from game.session.suggesting import suggested

#: How many hints there are for a turn.
MOST = 2
_KINDS = {
    "asking": "There is more to be won by finding something out than by another figure.",
    "telling": "Let them know a little more of where you stand, calmly; they cannot meet what they do not see.",
    "arguing": "A reason they can use would help now.",
    "offering": "It is time for something on the table that gives them what they care for and you what you do.",
    "answering": "Look again at what lies on the table; it may be nearer than it feels.",
    "easing": "The room needs attention before the terms do.",
    "process": "How the two of you go about it is worth a word: what is vague, who else is needed, what comes next.",
    "pressing": "A firmer word may be in place, said calmly.",
    "ending": "This may not be the day to settle it.",
}


def hint(game: Game, number: int) -> str:
    """The first (1) or second (2) hint for the turn; after that there is none."""
    if game.over or not game.talking:
        return "Hints are for the table."
    if number > MOST:
        return "That is all there is; the rest is yours. The review will say more afterwards."
    return guessing(game) if number == 1 else direction(game)


def guessing(game: Game) -> str:
    """What the player does not know yet, as a question back."""
    unknown = unknowns(game)
    if not unknown:
        return "What are you still guessing about? By now you were told most of what there is; put it to use."
    return f"What are you still guessing about? You have not found out {listed(unknown[:3], 'or')}."


def unknowns(game: Game) -> list[str]:
    """What was not found out yet, the weightiest first."""
    other, stage = other_of(game), game.stage
    name, told = stage.name(other), game.own(other, "told")
    found = []
    if not told >> TOLD["reason"] & 1:
        found.append(f"what really stands behind {name}'s no")
    known = game.own(other, "told_priorities") | game.own(game.player, "learned")
    found += [f"what {item(stage, issue, 'issues')} means to {name}" for bit, issue in _heaviest(game)
              if not known >> bit & 1][:2]  # fmt: skip
    raised = game.own(0, "details") | game.own(1, "details")
    vague = [each for bit, each in enumerate(stage.tables.names.details) if not raised >> bit & 1]
    found += [f"what is meant by {item(stage, each, 'details')}" for each in vague[:1]]
    if not told >> TOLD["decision"] & 1:
        found.append("who decides, and how")
    return found


def _heaviest(game: Game) -> list[tuple[int, str]]:
    """Issues by how much they matter to the player: what one knows oneself, nothing of the other's."""
    tables = game.stage.tables
    hand = int(game.state.seat[0, game.player, SEAT["hand"]])
    worth = tables.issue_worth[game.player, hand]
    spread = (worth.max(axis=1) - worth.min(axis=1)).tolist()
    return sorted(enumerate(tables.names.issues), key=lambda each: -spread[each[0]])


def direction(game: Game) -> str:
    """The kind of move that the review would look for now."""
    act = suggested(game).move.act
    group = next(name for name, acts in ACT_GROUPS.items() if act in acts)
    return _KINDS[group]
