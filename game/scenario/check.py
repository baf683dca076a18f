"""Is a scenario of the right shape also sound? Names must exist, numbers must fit, a deal must be possible.

Each check yields findings with the path of what is wrong; ``load.py`` turns paths into lines and columns.
"""

from game.scenario.check_agreement import agreement_findings
from game.scenario.check_ids import reaction_findings, wording_findings
from game.scenario.check_names import name_findings
from game.scenario.check_numbers import number_findings
from game.scenario.model import Phrasebook, Scenario
from game.scenario.reaction import Psychology
from game.scenario.sentences import Finding


def check_scenario(scenario: Scenario) -> list[Finding]:
    """Everything wrong with a scenario. Whether a deal is possible is asked only when all else is in order."""
    found = [*name_findings(scenario), *number_findings(scenario)]
    return found or list(agreement_findings(scenario))


def check_psychology(psychology: Psychology) -> list[Finding]:
    """Everything wrong with the general reactions."""
    return list(reaction_findings(psychology.reactions, items=None, hands=[]))


def check_phrasebook(phrasebook: Phrasebook) -> list[Finding]:
    """Everything wrong with the general wordings."""
    return list(wording_findings(phrasebook.wordings, ["offer", "item", "other"], items=None, seats=None))
