"""Games with one known fault at a known turn: (fault, turns of a sound opening, lines; the last one is the fault).

Every row is played in every scene, so a new scene joins by its name in ``games.SCENES``.
"""

from dataclasses import dataclass

from game.session.play import Session
from tests.review.games import SCENES, opened, said

ROWS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("leak", 2, ("share need : Please, I'm begging you, I really need this, I'm desperate.",)),
    ("leak", 4, ("offer {80} : Please, please, I'm desperate, I really need this, I can't go home without it.",)),
    ("leak", 1, ("share deadline : Please, I need an answer today, I'm desperate, I can't wait any longer.",)),
    ("damage", 3, ("disparage : Your whole outfit is a joke, and everybody knows it.",)),
    ("damage", 2, ("gloat : Ha, I've got you cornered, you have no choice at all.",)),
    ("damage", 4, ("vent : This is outrageous, you are wasting my time, you're ridiculous!",)),
    ("repeat", 2, ("offer {88}", "offer {last}")),
    ("repeat", 2, ("appeal fairness", "appeal fairness")),
    ("giveaway", 2, ("offer {92}", "offer {55}")),
    ("giveaway", 2, ("offer {floor}",)),
    ("premature", 0, ("offer {85}",)),
    ("overreach", 4, ("leave",)),
    ("overreach", 3, ("warn : If you don't sign this today, you will be sorry.",)),
    ("missed_trade", 3, ("offer {waste 55}",)),
    ("missed_opening", 5, ("silence",)),
    ("slow_slide", 3, tuple(f"offer {{{worth}}}" for worth in (90, 85, 80, 75, 70, 65))),
)


@dataclass(frozen=True)
class Planted:
    """A row in a scene; ``number`` makes its luck."""

    scene: str
    fault: str
    before: int
    lines: tuple[str, ...]
    number: int

    def __str__(self) -> str:
        return f"{self.fault}-{self.number}-{self.scene}"

    def play(self) -> tuple[Session, int]:
        """The game up to and with the fault, and the place of the first entry to weigh."""
        session = said(opened(self.scene, 100 + self.number, self.before), *self.lines)
        own = [at for at, entry in enumerate(session.game.entries) if entry.said.seat == session.game.player]
        return session, own[-len(self.lines)] if self.fault == "slow_slide" else own[-1]


def planted() -> list[Planted]:
    """Every row in every scene."""
    return [
        Planted(scene, *row, number=len(SCENES) * n + k) for n, row in enumerate(ROWS) for k, scene in enumerate(SCENES)
    ]
