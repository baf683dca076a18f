"""The balance report of a scene: figures, coverage and verdicts, as data and as text. ``html.py`` draws it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from game.author import verdicts
from game.author.coverage import KINDS, parts
from game.author.jobs import VARIATIONS, Progress, run, tables_of
from game.author.tally import Tally
from game.library import asset
from game.lint.look import Look
from game.players.policies import POLICIES
from game.scenario.load import examine_scenario, load_psychology, load_scenario, read_text
from game.scenario.model import Scenario
from game.scenario.words import OUTCOMES

GAMES = 2000
#: Deal values are shown from here to here, in so many columns.
LOW, HIGH, COLUMNS = -50, 100, 30
_BLOCKS = " .:-=+*#%@"


def balance(path: Path, games: int, seed: int, workers: int, progress: Progress) -> dict[str, Any]:
    """Play everything and say what it means; the data that ``--json`` prints. Raises BadFile."""
    scene = load_scenario(path)
    tallies = run(path, games, seed, workers, progress)
    first = verdicts.by_policy(tallies)
    level, word = verdicts.difficulty(first)
    general = load_psychology(asset("psychology.yaml")).reactions
    examined = examine_scenario(read_text(path), str(path))
    covered = parts(examined, tallies, Look(scene, general))
    return {
        "scenario": scene.id, "file": str(path), "games": games, "seed": seed,
        "difficulty": {"level": level, "word": word},
        "minutes": round(verdicts.minutes(scene, first), 1),
        "verdicts": [{"name": v.name, "text": v.text} for v in verdicts.verdicts(scene, tables_of(path), first)],
        "policies": {name: _figures(scene, first[name]) for name in POLICIES},
        "variations": {name: _figures(scene, first[name]) for name in VARIATIONS},
        "coverage": [{"kind": p.kind, "name": p.name, "times": p.times, "line": p.line} for p in covered],
    }  # fmt: skip


def _figures(scene: Scenario, told: Tally) -> dict[str, Any]:
    hands = scene.seats[1].hands
    by_hand = {hand.id: told.hand == place for place, hand in enumerate(hands)}
    return {
        "agreement_rate": round(float(told.deals.mean()), 4),
        "deal_value": _spread(told.deal_value),
        "relationship": _spread(told.relationship),
        "turns": round(float(told.turns.mean()), 1),
        "histogram": _histogram(told.deal_value),
        "outcomes": {name: round(float((told.outcome == n).mean()), 4) for n, name in enumerate(OUTCOMES)},
        "hands": {
            name: {
                "agreement_rate": round(float(told.deals[which].mean()), 4),
                "deal_value": round(float(told.deal_value[which].mean()), 1),
                "relationship": round(float(told.relationship[which].mean()), 2),
            }
            for name, which in by_hand.items()
        },
    }


def _spread(values: "np.ndarray[Any, np.dtype[np.float64]]") -> dict[str, float]:
    low, high = np.percentile(values, (10, 90))
    return {"mean": round(float(values.mean()), 2), "low": round(float(low), 1), "high": round(float(high), 1)}


def _histogram(values: "np.ndarray[Any, np.dtype[np.float64]]") -> list[float]:
    """Share of the games in each column from LOW to HIGH; what lies beyond falls into the outer ones."""
    counts, _ = np.histogram(np.clip(values, LOW, HIGH - 0.01), bins=COLUMNS, range=(LOW, HIGH))
    return [round(float(count) / len(values), 4) for count in counts]


# -- as text -------------------------------------------------------------------------------------------------------


def as_text(report: dict[str, Any]) -> list[str]:
    """The report for a terminal: what it comes to first, then the figures, then what never happened."""
    level = report["difficulty"]
    lines = [
        f"{report['scenario']}: {level['word']} ({level['level']} of 100), about {report['minutes']:.0f} minutes, "
        f"{report['games']} games for each policy and hand, seed {report['seed']}.",
        "",
        *([f"- {verdict['text']}" for verdict in report["verdicts"]] or ["No complaints: nothing stands out."]),
        "",
        f"policy              agreed  {f'deal value, from {LOW} to {HIGH}':{COLUMNS}}   mean   10..90 %  relationship",
    ]
    for name, figures in (*report["policies"].items(), *report["variations"].items()):
        lines.append(_row(name, figures))
    lines += ["", "Deal value (relationship) by hand:", *_by_hand(report["policies"]), ""]
    return [*lines, *covered(report["coverage"])]


def _row(name: str, figures: dict[str, Any]) -> str:
    value = figures["deal_value"]
    return (
        f"{name:18} {figures['agreement_rate']:6.0%}  {plot(figures['histogram'])}  {value['mean']:6.1f}"
        f" {value['low']:5.0f}..{value['high']:<4.0f} {figures['relationship']['mean']:8.2f}"
    )


def plot(histogram: Sequence[float]) -> str:
    """One character a column, the denser the more games; plain letters, so that any terminal shows them.

    >>> plot([0, 0.01, 0.5])
    ' .@'
    """
    most = max(*histogram, 1e-9)
    return "".join(
        _BLOCKS[0 if share <= 0 else max(1, round(share / most * (len(_BLOCKS) - 1)))] for share in histogram
    )


def _by_hand(policies: dict[str, Any]) -> list[str]:
    hands = list(next(iter(policies.values()))["hands"])
    rows = [f"{'':18} " + " ".join(f"{hand[:15]:>15}" for hand in hands)]
    for name, figures in policies.items():
        cells = (figures["hands"][hand] for hand in hands)
        rows.append(f"{name:18} " + " ".join(f"{c['deal_value']:8.1f} ({c['relationship']:.1f})" for c in cells))
    return rows


def covered(coverage: Sequence[dict[str, Any]]) -> list[str]:
    """A line for each kind that the scene has, with what never happened and where it stands."""
    lines = ["What happened at least once (and what never did, with its line):"]
    for kind in KINDS:
        every = [part for part in coverage if part["kind"] == kind]
        missing = [part for part in every if not part["times"]]
        if every:
            where = "".join(f"\n  never: {_at(part)}" for part in missing)
            lines.append(f"{kind}: {len(every) - len(missing)} of {len(every)}{where}")
    return lines


def _at(part: dict[str, Any]) -> str:
    return f"{part['name']} (line {part['line']})" if part["line"] else str(part["name"])
