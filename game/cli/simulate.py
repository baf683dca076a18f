"""The ``simulate`` command: many games, one table."""

import argparse
import json
import os
from typing import Any

from game.cli.problems import CannotDo, readable
from game.library import asset, find_scenario
from game.scenario.problem import did_you_mean

MOST_GAMES = 1_000_000


def simulate(asked: argparse.Namespace) -> int:
    """Run the games asked for and print what came of them."""
    for library in ("OPENBLAS", "MKL", "OMP"):  # many small products: threads would wait for each other
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from game.players.policies import POLICIES  # noqa: PLC0415  # numpy only once there is work for it
    from game.players.simulate import report  # noqa: PLC0415
    from game.scenario.load import load_psychology, load_scenario  # noqa: PLC0415

    if not 1 <= asked.games <= MOST_GAMES:
        raise CannotDo(f"--games wants a whole number from 1 to {MOST_GAMES}, found {asked.games}")
    names = asked.policy or list(POLICIES)
    for name in names:
        if name not in POLICIES:
            near = did_you_mean(name, POLICIES)
            raise CannotDo(f"There is no policy '{name}'{near or '; there is: ' + ', '.join(POLICIES)}")
    with readable():
        scenario = load_scenario(find_scenario(asked.scenario))
        then = load_scenario(find_scenario(asked.then)) if asked.then else None
        general = load_psychology(asset("psychology.yaml")).reactions
    policies = {name: POLICIES[name] for name in names}
    try:
        found = report(scenario, general, policies, asked.games, asked.seed, asked.hand, asked.without, then)
    except KeyError as unknown:
        raise CannotDo(_unknown(asked, scenario, str(unknown.args[0]))) from None
    print(json.dumps(found, indent=2) if asked.json else "\n".join(_table(found)))
    return 0


def _unknown(asked: argparse.Namespace, scenario: Any, name: str) -> str:
    if name == asked.hand:
        hands = ", ".join(hand.id for hand in scenario.seats[1].hands)
        return f"The scripted seat has no hand '{name}'; it has: {hands}"
    return f"There is no reaction '{name}'; the general ones are in {asset('psychology.yaml')}"


def _table(found: dict[str, Any]) -> list[str]:
    """One line a policy, for eyes and screen readers alike."""
    head = f"{found['scenario']}, {found['games']} games each, seed {found['seed']}"
    lines = [head, "policy             agreed  deal value (sd)  relationship  joint  turns"]
    for name, figures in found["policies"].items():
        lines.append(_row(name, figures))
        if "then" in figures:
            lines.append(_row(f"  then {found['then']}"[:18], figures["then"]))
    return lines


def _row(name: str, figures: dict[str, Any]) -> str:
    deal, relationship = figures["deal_value"], figures["subjective_value"]["relationship"]
    return (
        f"{name:18} {figures['agreement_rate']:6.0%}  {deal['mean']:8.1f} ({deal['sd']:4.1f})  {relationship:12.2f}"
        f"  {figures['joint_value']['mean']:5.2f}  {figures['turns']['mean']:5.1f}"
    )
