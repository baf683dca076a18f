"""Games with one known fault at a known turn: (fault, turns of a sound opening, lines; the last one is the fault).

Every row is played in every scene, so a new scene joins by its name in ``games.SCENES``.
"""

from collections.abc import Iterator
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
        session = next(each for each in self._games() if self.fault != "slow_slide" or _nothing_came_back(each))
        own = [at for at, entry in enumerate(session.game.entries) if entry.said.seat == session.game.player]
        return session, own[-len(self.lines)] if self.fault == "slow_slide" else own[-1]

    def _games(self) -> Iterator[Session]:
        """The same lines in one luck after another."""
        for seed in range(100 + self.number, 100 + self.number + 64 * 20, 64):
            yield said(opened(self.scene, seed, self.before), *self.lines)


def _nothing_came_back(session: Session) -> bool:
    """Whether steps down are a slide: the other side's offers did not come as far the other way."""
    theirs = [e.told.worth[0] for e in session.game.entries if e.said.seat == 1 and e.told.package >= 0]
    mine = [e.told.worth[0] for e in session.game.entries if e.said.seat == 0 and e.told.package >= 0]
    return not session.game.over and (not theirs or theirs[-1] - theirs[0] < (mine[0] - mine[-1]) // 2)


def planted() -> list[Planted]:
    """Every row in every scene."""
    return [
        Planted(scene, *row, number=len(SCENES) * n + k) for n, row in enumerate(ROWS) for k, scene in enumerate(SCENES)
    ]
