"""The sentences of the debrief, read from ``assets/debrief.yaml``."""

from functools import cache
from typing import Literal

from game.library import asset
from game.scenario.load import read_text
from game.scenario.positions import read_tree
from game.scenario.reaction import Part


class PracticePhrases(Part):
    """What a debrief says of one practice: shown, not shown, and what there is to try."""

    title: str
    met: str
    unmet: str
    to_try: str
    idle: str = ""
    """Instead of ``met`` where no turn shows it, since nothing called for it."""


#: Practices whose turns, when the practice is met, are what came close to spoiling it: not worth quoting then.
SPOILED_BY = ("chose_the_moment", "spoke_plainly", "stayed_calm", "gave_to_get", "kept_to_what_is_so",
              "left_the_door_open")  # fmt: skip
#: Practices whose turns, when it is not met, came nearest to it.
NEARLY = ("found_the_real_reason", "settled_terms_before_price")


class Phrases(Part):
    """All sentences; ``practices`` in the order in which they are worth trying."""

    format: Literal["1"]
    practices: dict[str, PracticePhrases]
    failures: dict[str, str]
    reactions: dict[str, str]


@cache
def phrases() -> Phrases:
    """The sentences, read once. Raises NotFound or BadFile when the asset is missing or unreadable."""
    path = asset("debrief.yaml")
    data = read_tree(read_text(path), str(path)).data
    return Phrases.model_validate(data)
