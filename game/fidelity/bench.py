"""The whole bench: every experiment on every scene, on several processes, and what comes of it.

Each scene counts the same. An effect is inside if its whole 95 % interval over the scenes together lies in its band;
a scene has the wrong sign if its own interval lies wholly on the other side of nothing.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from game.engine.compile import compile_scenario
from game.engine.tables import Tables
from game.engine.triggers import without
from game.fidelity.lab import Effect, Experiment, Lab
from game.fidelity.rows import EXPERIMENTS
from game.fidelity.stats import Estimate, together
from game.scenario.model import Scenario
from game.scenario.reaction import Reaction

#: The scenes that the bench is about.
MAIN_SCENES = ("raise_request", "dealer_rebate", "procurement_pressure")


@dataclass(frozen=True)
class Result:
    """An effect as measured: over the scenes together, and in each scene by id."""

    effect: Effect
    ours: Estimate
    scenes: Mapping[str, Estimate]

    @property
    def inside(self) -> bool:
        """Whether the whole interval lies in the band (ends included)."""
        low, high = self.ours.interval
        return self.effect.low <= low and high <= self.effect.high

    @property
    def wrong(self) -> tuple[str, ...]:
        """Scenes in which the effect clearly has the other sign."""
        sign = self.effect.sign
        return tuple(name for name, found in self.scenes.items() if sign and _beyond(found, -sign))


def _beyond(found: Estimate, sign: int) -> bool:
    low, high = found.interval
    return low > 0 if sign > 0 else high < 0


def tables_of(scenario: Scenario, general: Sequence[Reaction], switched_off: Sequence[str] = ()) -> Tables:
    """A scene compiled with the general reactions, without some of them or of its own.

    Raises:
        KeyError: there is no reaction of such a name; the message is the name.
    """
    tables = compile_scenario(scenario, general)
    for name in switched_off:
        rest = without(tables.reactions, name)
        tables = compile_scenario(scenario.model_copy(update={"reactions": []}), rest)
    return tables


def chosen(rows: Sequence[str] | None = None) -> list[Experiment]:
    """The experiments that measure the given effects or rows (``F9`` or ``F9b``), all without.

    Raises:
        KeyError: there is no such row; the message is its id.
    """
    if not rows:
        return list(EXPERIMENTS)
    for row in rows:
        if not any(row in (effect.id, effect.row) for each in EXPERIMENTS for effect in each.effects):
            raise KeyError(row)
    return [each for each in EXPERIMENTS if any(row in (e.id, e.row) for e in each.effects for row in rows)]


def measure(
    scenes: Mapping[str, Tables], games: int, seed: int = 1, rows: Sequence[str] | None = None, processes: int = 1
) -> list[Result]:
    """Run the experiments on the scenes.

    Args:
        scenes: compiled, by id. games: an arm. rows: as in ``chosen``.
        processes: how many to use at once; the figures do not depend on it.
    """
    experiments = chosen(rows)
    jobs = [(number, name) for number in _heavy_first(experiments) for name in scenes]
    labs = {name: Lab(tables, games, seed) for name, tables in scenes.items()}
    if processes == 1:
        found = [_job(experiments[number], labs[name]) for number, name in jobs]
    else:
        with ProcessPoolExecutor(processes, get_context("spawn"), _remember, (labs,)) as pool:
            names = [experiments[number].name for number, _ in jobs]
            found = list(pool.map(_elsewhere, names, [name for _, name in jobs]))
    sizes = dict(zip(jobs, found, strict=True))
    return [
        _result(effect, {name: sizes[number, name][effect.id] for name in scenes})
        for number, each in enumerate(experiments)
        for effect in each.effects
    ]


def _heavy_first(experiments: Sequence[Experiment]) -> list[int]:
    """Long experiments first, so that no process is left with one at the end."""
    return sorted(range(len(experiments)), key=lambda number: -experiments[number].weight)


def _job(experiment: Experiment, lab: Lab) -> dict[str, Estimate]:
    return dict(experiment.measure(lab))


_LABS: dict[str, Lab] = {}


def _remember(labs: dict[str, Lab]) -> None:
    _LABS.update(labs)


def _elsewhere(experiment: str, scene: str) -> dict[str, Estimate]:
    return _job(next(each for each in EXPERIMENTS if each.name == experiment), _LABS[scene])


def _result(effect: Effect, scenes: dict[str, Estimate]) -> Result:
    return Result(effect, together(list(scenes.values())), scenes)
