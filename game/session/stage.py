"""A scene made ready to be played: scenario, tables, wordings, and a fingerprint of the files it came from.

A stage never changes during play and is shared by every game of its scene.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.engine.compile import compile_scenario
from game.engine.tables import Tables
from game.engine.view import Own, own_tables
from game.library import asset, find_scenario
from game.scenario.load import load_phrasebook, load_psychology, load_scenario, load_translated
from game.scenario.model import Scenario, Seat, Wording


@dataclass(frozen=True)
class Stage:
    """Everything a game of one scene needs.

    Attributes:
        general: the phrasebook's wordings by act. themes: reaction name -> theme. origins: the scene's own reactions,
            name -> why this person reacts so. digest: fingerprint of the scenario file and the psychology file.
    """

    scenario: Scenario
    tables: Tables
    general: dict[str, list[Wording]]
    themes: dict[str, str]
    origins: dict[str, str]
    digest: str
    path: Path
    language: str = ""
    """The language it is told in, if not the one it is written in."""

    @cached_property
    def own(self) -> tuple[Own, Own]:
        """What each seat may see of the tables."""
        return own_tables(self.tables, 0), own_tables(self.tables, 1)

    def seat(self, number: int) -> Seat:
        """One of the two seats."""
        return self.scenario.seats[number]

    def name(self, number: int) -> str:
        """The first name of who sits there."""
        return self.scenario.seats[number].name.split()[0]


def load_stage(name_or_path: str, language: str = "") -> Stage:
    """Read a scenario (an installed id or a file) with the general reactions and the phrasebook.

    With a language its texts come from the catalogue beside it; the phrasebook's too, where it has one.

    Raises:
        NotFound: there is no such scenario, or an asset is missing. BadFile: a file has findings.
    """
    path, feelings = find_scenario(name_or_path), asset("psychology.yaml")
    scenario = load_translated(path, language) if language else load_scenario(path)
    psychology = load_psychology(feelings)
    digest = hashlib.blake2b(digest_size=12)
    for each in (path, feelings):
        digest.update(each.read_bytes())
    return Stage(
        scenario=scenario,
        tables=compile_scenario(scenario, psychology.reactions),
        general=load_phrasebook(asset("phrasebook.yaml"), language).wordings,
        themes={r.name: r.theme for r in (*psychology.reactions, *scenario.reactions) if r.theme},
        origins={reaction.name: reaction.source for reaction in scenario.reactions},
        digest=digest.hexdigest(),
        path=path,
        language=language,
    )
