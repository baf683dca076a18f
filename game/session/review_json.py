"""A review as JSON: the shape that outsiders rely on, and what more there is to say."""

from dataclasses import asdict
from typing import Any

from game.review.marks import Decision
from game.review.review import Review
from game.session.behaviour import behaviour
from game.session.game import Game
from game.session.review_text import drawn, hindsight, sentence


def as_json(game: Game, review: Review, weight: float) -> dict[str, Any]:
    """The whole review. ``weight`` is the relationship's, 0..1."""
    names = game.stage.tables.names.hands[1 - game.player]
    return {
        "scenario": game.stage.scenario.id,
        "outcome": game.outcome,
        "relationship_weight": weight,
        "accuracy": _rounded(review.accuracy),
        "decisions": [
            _decision(game, each, dict(zip(names, hands, strict=True)))
            for each, hands in zip(review.decisions, review.hand_weights, strict=True)
        ],
        "turning_points": list(review.turning_points),
        "behaviour": {
            name: _rounded(value) if isinstance(value, float) else value
            for name, value in asdict(behaviour(game)).items()
        },
    }


def _decision(game: Game, decision: Decision, hands: dict[str, float]) -> dict[str, Any]:
    judged = decision.judged
    return {
        "turn": decision.turn,
        "move": decision.move,
        "value_before": _rounded(judged.usual.value),
        "value_played": _rounded(judged.played.value),
        "value_best": _rounded(max(judged.best.value, judged.played.value)),
        "best": decision.best,
        "loss": _rounded(decision.loss),
        "interval": [_rounded(end) for end in decision.interval],
        "fault": decision.fault,
        "mark": decision.mark,
        "faults": list(decision.faults),
        "accuracy": _rounded(decision.accuracy),
        "suggestion": decision.suggestion,
        "sentence": sentence(game, decision),
        "chance_of_deal": {"played": _rounded(judged.played.deal_rate), "best": _rounded(judged.best.deal_rate)},
        "relationship": {"played": _rounded(judged.played.relation), "best": _rounded(judged.best.relation)},
        "hindsight": {"loss": _rounded(judged.seen_loss.value), "note": " ".join(hindsight(decision))},
        "draw": _rounded(decision.draw),
        "note": " ".join(drawn(decision)),
        "hands": {name: _rounded(share) for name, share in hands.items()},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
