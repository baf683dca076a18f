"""Between which values a fact can lie in a given scene: what a reaction asks for outside them never happens."""

from game.lint.look import Look
from game.scenario.words import EVIDENCE_FACTS, FACTS, SIGNALS, STANCE

#: No game lasts more turns of one seat than this; meetings have at most 40 each, and there are at most 6.
_ANY = 1e6
_SHARES = (*SIGNALS, *STANCE, "composure", "time_left")
_YES_OR_NO = ("first_offer", "repeated", "final", "unprompted", "price_only", "trades", "used_before", "asked_before",
              "used_answer", "false_claim", "broken_final", "instant", "planned", "reason_known")  # fmt: skip


def bounds(look: Look) -> dict[str, tuple[float, float]]:
    """Fact -> its lowest and highest possible value in this scene."""
    scene = look.scenario
    turns = sum(meeting.turns for meeting in scene.meetings)
    limit: dict[str, tuple[float, float]] = dict.fromkeys(FACTS, (-_ANY, _ANY))
    limit |= dict.fromkeys(_SHARES, (0, 1)) | dict.fromkeys(_YES_OR_NO, (0, 1))
    limit |= {
        "worth": (-_ANY, 100),
        "packages": (1, 3),
        "own_alternative": (-_ANY, 200),
        "their_alternative": (-_ANY, 200),
    }
    limit |= dict.fromkeys(("steps_in_a_row", "stalled", "questions_asked", "offers_made"), (0, 2 * turns))
    limit |= {
        "turn": (1, max(meeting.turns for meeting in scene.meetings)),
        "meeting": (1, len(scene.meetings)),
        "bad_moment": (0, float(any(m.bad for meeting in scene.meetings for m in meeting.moments))),
        "written": (0, float(any(meeting.channel == "email" for meeting in scene.meetings))),
        "event_passed": (0, float(scene.event is not None)),
    }
    return limit | _counts(look)


def _counts(look: Look) -> dict[str, tuple[float, float]]:
    """Facts that count what the scene has so many of."""
    scene = look.scenario
    issues, details = len(scene.issues), len(scene.details)
    most = {kind: max(look.owned_by(kind, seat) for seat in (0, 1)) for kind in ("favours", "evidence")}
    found: dict[str, tuple[float, float]] = {
        **dict.fromkeys(("issues_moved", "priorities_known", "priorities_told"), (0, issues)),
        **dict.fromkeys(("details_open", "details_settled"), (0, details)),
        "favours_given": (0, most["favours"]),
        "evidence_used": (0, most["evidence"]),
        "favour_cost": (0, max((favour.cost for favour in scene.favours), default=0)),
    }
    strong = max((evidence.strength for evidence in scene.evidence), default=-1.0)
    countered = float(any(evidence.easily_countered for evidence in scene.evidence))
    aimed = float(any(evidence.aims_at for evidence in scene.evidence))
    if scene.evidence:
        return found | {"evidence_strength": (0, strong), "easily_countered": (0, countered), "aimed": (0, aimed)}
    return found | dict.fromkeys(EVIDENCE_FACTS, (1.0, 0.0))
