"""The games of a balance report: which policies, how many, and on how many processors. The result is the same on any.

Beside the ten policies two variations of the prepared one are played: one that begins without preparing, and one that
says the same things sharply. What they lose shows whether preparation and tone matter in this scene. A curious one that
asks about everything is played for what it brings about, not for how well it does.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.author.tally import Tally, tally
from game.engine.columns import KIND, PREPARE, PREPARE_OTHER
from game.engine.compile import compile_scenario
from game.engine.luck import Luck
from game.engine.moves import Draft, Moves
from game.engine.tables import Tables
from game.engine.view import View
from game.library import asset
from game.players.policies import POLICIES
from game.players.policy import CALM, SHARP, Policy, begin_at_once
from game.scenario.load import load_psychology, load_scenario
from game.scenario.words import ACT_GROUPS

BEST = "prepared_and_calm"
UNPREPARED, SHARPLY, CURIOUS = "unprepared", "sharp_tone", "curious"
Progress = Callable[[int, int], None]


def unprepared(view: View, luck: Luck) -> Moves:
    """The prepared policy without its preparation."""
    moves = POLICIES[BEST](view, luck)
    draft = Draft(len(view), (0, 0, 0, 0, 0))
    draft.moves = moves
    begin_at_once(draft, view)
    return moves


def sharply(view: View, luck: Luck) -> Moves:
    """The prepared policy, saying the same things sharply."""
    moves = POLICIES[BEST](view, luck)
    moves.signals[:] = np.array(SHARP)
    return moves


def curious(view: View, luck: Luck) -> Moves:
    """Random moves in a calm voice, more questions than anything else, and no attacks: for hearing what a scene has."""
    moves = POLICIES["random"](view, luck)
    turn = view.own("turns")
    moves.signals[:] = np.array(CALM)
    rude = np.isin(moves.act, [KIND[act] for act in (*ACT_GROUPS["pressing"], "leave", "leave_next")]) & (view.left > 1)
    asks = luck.below(2, turn, "curious") == 0
    draft = Draft(len(view), CALM)
    draft.moves = moves
    question = luck.below(len(_PLAIN), turn, "question")
    for number, act in enumerate(_PLAIN):
        draft.put((rude | asks) & (question == number), act)
    gentle = (luck.below(2, np.zeros(1, np.int32), "gentle") == 0) & (turn < _WARMING)
    kind = luck.below(len(_EASING), turn, "kind")
    for number, act in enumerate(_EASING):
        draft.put(gentle & (kind == number), act)
    begin_at_once(draft, view)
    _look_into_things(draft, view, luck)
    return draft.moves


#: In half of its games it is friendly first, for so many turns.
_EASING, _WARMING = ("credit", "acknowledge", "chat", "summarise"), 6
_PLAIN = ("ask_reason", "ask_decision", "ask_alternatives", "ask_constraint", "ask_whatif", "ask_feedback", "credit")


def _look_into_things(draft: Draft, view: View, luck: Luck) -> None:
    """Random research as long as the budget lasts."""
    tables, budget = view.tables, view.own("budget")
    getting_ready = np.isin(view.game("phase"), (PREPARE, PREPARE_OTHER))
    for item in tables.research.tolist():
        wanted = luck.below(2, np.zeros(1, np.int32), f"research {item}") == 0
        free = (view.own("researched") >> item & 1 == 0) & (tables.research_cost[item] <= budget)
        draft.put(getting_ready & wanted & free, "research", item)


VARIATIONS: dict[str, Policy] = {UNPREPARED: unprepared, SHARPLY: sharply, CURIOUS: curious}


@dataclass(frozen=True)
class Job:
    """One policy in one seat, and how many games it plays against each hand."""

    policy: str
    seat: int
    games: int


def jobs(games: int) -> list[Job]:
    """All of them, the long ones first.

    Variations play half as many; in the other seat three policies play a quarter, to hear what the script says there.
    """
    first = [Job(name, 0, games) for name in POLICIES] + [Job(name, 0, max(games // 2, 50)) for name in VARIATIONS]
    order = sorted(first, key=lambda job: job.policy in ("random", "aggressive", "price_first", "logroller"))
    return [*order, *(Job(name, 1, max(games // 4, 50)) for name in ("random", CURIOUS, BEST))]


def run(path: Path, games: int, seed: int, workers: int, progress: Progress) -> list[Tally]:
    """The tallies of all jobs in their order. Raises BadFile."""
    todo = jobs(games)
    found = _here(path, todo, seed, progress) if workers <= 1 else _elsewhere(path, todo, seed, workers, progress)
    return [found[job] for job in todo]


def tables_of(path: Path) -> Tables:
    """The scene compiled with the general reactions. Raises BadFile."""
    return compile_scenario(load_scenario(path), load_psychology(asset("psychology.yaml")).reactions)


def _here(path: Path, todo: list[Job], seed: int, progress: Progress) -> dict[Job, Tally]:
    tables, found = tables_of(path), {}
    for number, job in enumerate(todo, start=1):
        found[job] = _play(tables, job, seed)
        progress(number, len(todo))
    return found


def _elsewhere(path: Path, todo: list[Job], seed: int, workers: int, progress: Progress) -> dict[Job, Tally]:
    tables_of(path)  # what is wrong with the file is said here, once
    context = multiprocessing.get_context("spawn")
    found: dict[Job, Tally] = {}
    with ProcessPoolExecutor(min(workers, len(todo)), context, _start, (path,)) as pool:
        waiting = {pool.submit(_in_worker, job, seed): job for job in todo}
        for done in as_completed(waiting):
            found[waiting[done]] = done.result()
            progress(len(found), len(todo))
    return found


_TABLES: list[Tables] = []


def _start(path: Path) -> None:
    _TABLES[:] = [tables_of(path)]


def _in_worker(job: Job, seed: int) -> Tally:
    return _play(_TABLES[0], job, seed)


def _play(tables: Tables, job: Job, seed: int) -> Tally:
    policy = POLICIES.get(job.policy) or VARIATIONS[job.policy]
    return tally(tables, job.policy, policy, job.seat, job.games, seed)
