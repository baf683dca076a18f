"""The search for a memorised script: fixed sequences of moves, many at once, and how often each of them succeeds.

A sequence is preparation lines followed by what is said at the table, whatever the other side says. The search is hill
climbing: from a random sequence, a handful of changed ones a round are played against the incumbent, each against every
hand, on luck that is new every round, and the best of all goes on. The result is measured on luck the search never saw.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.columns import KIND, PREPARE, PREPARE_OTHER
from game.engine.luck import Ints, Luck
from game.engine.moves import Draft, Moves
from game.engine.script import script
from game.engine.tables import Tables
from game.engine.view import View
from game.players.policy import CALM, Policy
from game.players.simulate import Played, play_out
from game.scenario.words import ACT_GROUPS
from tests.players.arms import compiled, offer_for

RELATIONSHIP = 3
#: Success: so much of what was reachable, and a counterpart who would gladly sit down again.
GOOD_DEAL, GOOD_RELATION = 6000, 4500
#: Changed sequences tried in a round of climbing, and games a hand in which each is tried.
TRIES, GAMES_A_HAND = 7, 40
#: What coming near counts beside succeeding, while climbing.
HALFWAY = 0.2
_PREPARING = [KIND[act] for act in ACT_GROUPS["preparing"] if act != "begin"]


@dataclass(frozen=True)
class Table:
    """Sequences as numbers: ``lines [K, T]`` and ``preparing [K, P]`` for each field of a move, padded at the end."""

    lines: dict[str, Ints]
    preparing: dict[str, Ints]


def tabled(tables: Tables, sequences: Sequence[Sequence[str]]) -> Table:
    """Sequences of written moves as one table; what is too short stays put at the end."""
    pairs = [compiled(tables, tuple(lines), 0) for lines in sequences]
    return Table(
        _stack([said for _, said in pairs], Moves.all(1, "hold")),
        _stack([first for first, _ in pairs], Moves.all(1, "begin")),
    )


def _stack(moves: Sequence[Sequence[Moves]], last: Moves) -> dict[str, Ints]:
    length = max(len(line) for line in moves) + 1
    padded = [[*line, *[last] * (length - len(line))] for line in moves]
    names = ("act", "item", "final", "rider", "rider_item", "packages")
    return {name: np.array([[getattr(move, name)[0] for move in line] for line in padded]) for name in names}


def reciting(table: Table, which: Ints, keys: Ints) -> Policy:
    """A policy that says sequence ``which[n]`` in the lane whose luck is ``keys[n]``; it skips what is not allowed."""
    order = np.argsort(keys)
    sorted_keys, sorted_which = keys[order], which[order]

    def policy(view: View, luck: Luck) -> Moves:
        mine = sorted_which[np.searchsorted(sorted_keys, luck.keys)]
        draft = Draft(len(view), CALM)
        _say(draft.moves, table.lines, mine, view.own("turns"))
        _instead(draft, view)
        ready = np.isin(view.game("phase"), (PREPARE, PREPARE_OTHER))
        if ready.any():
            done = view.times[:, _PREPARING].sum(axis=1)
            prepared = Draft(len(view), CALM)
            _say(prepared.moves, table.preparing, mine, np.where(view.game("meeting") == 0, done, 99))
            for name in (*table.lines, "signals"):
                getattr(draft.moves, name)[ready] = getattr(prepared.moves, name)[ready]
        return draft.moves

    return policy


def _say(moves: Moves, lines: dict[str, Ints], mine: Ints, turns: Ints) -> None:
    place = np.minimum(turns, lines["act"].shape[1] - 1)
    for name, column in lines.items():
        getattr(moves, name)[:] = column[mine, place]


def _instead(draft: Draft, view: View) -> None:
    """Small talk where there is nothing to accept, staying put where a favour is given or evidence not held."""
    act, item = draft.moves.act, np.maximum(draft.moves.item, 0)
    draft.put((act == KIND["accept"]) & (view.received[:, 0] < 0), "chat")
    draft.put((act == KIND["give"]) & (view.own("favours") >> item & 1 == 1), "hold")
    draft.put((act == KIND["argue"]) & (view.own("evidence") >> item & 1 == 0), "hold")


def recite(
    tables: Tables, sequences: Sequence[Sequence[str]], count: int, seed: int, only: int | None = None
) -> Played:
    """Play every sequence ``count`` times against every hand or one; lanes in the order sequence, hand, game.

    The games of a round differ in luck from sequence to sequence too.
    """
    hands = np.arange(tables.hand_count[1]) if only is None else np.array([only])
    lanes = np.arange(len(sequences) * len(hands) * count)
    which = lanes // (len(hands) * count)
    hand = np.stack([np.full(len(lanes), -1), hands[lanes // count % len(hands)]], axis=1).astype(np.int32)
    keys = Luck.of(seed, lanes).own("seat 0").keys
    return play_out(tables, (reciting(tabled(tables, sequences), which, keys), script), seed, lanes, hand)


def succeeded(played: Played) -> np.ndarray:
    """bool ``[B]``: a deal that is good for the player and left the other side content."""
    scores = played.scores
    good = (scores.deal_value[:, 0] >= GOOD_DEAL) & (scores.subjective[:, 1, RELATIONSHIP] >= GOOD_RELATION)
    return good & (scores.outcome == 1)


def _how_near(played: Played) -> np.ndarray:
    """How near each game came to a good deal, 0..1 ``[B]``: a slope for the search to climb."""
    near: np.ndarray = np.clip(played.scores.deal_value[:, 0], 0, GOOD_DEAL) / GOOD_DEAL
    return near


def rates(
    tables: Tables, sequences: Sequence[Sequence[str]], count: int, seed: int, only: int | None = None
) -> np.ndarray:
    """Share of successful games of each sequence against each hand ``[K, H]``, or against one ``[K, 1]``."""
    done = succeeded(recite(tables, sequences, count, seed, only))
    return done.reshape(len(sequences), -1, count).mean(axis=2)


def says(tables: Tables) -> list[str]:
    """What the search may say: packages good for the player and for a hand or the worst-off hand, and other acts."""
    names = tables.names
    items = [f"clarify {d}" for d in names.details] + [f"propose {p}" for p in names.processes]
    items += [f"{act} priority {issue}" for act in ("ask", "share") for issue in names.issues]
    items += [f"give {f}" for i, f in enumerate(names.favours) if tables.favour_seat[i] == 0]
    items += [f"attach {c}" for i, c in enumerate(names.conditions) if tables.condition_seat[i] == 0]
    items += [f"argue {e}" for i, e in enumerate(names.evidence) if tables.evidence_seat[i] == 0]
    plain = [act for group in ("asking", "telling", "easing", "process") for act in ACT_GROUPS[group]]
    named = ("ask_priority", "share_priority", "clarify", "propose", "give", "decline")
    acts = [act.replace("_", " ") for act in plain if act not in named]
    return offers(tables) * 2 + items + acts + ["ask reason", "ask reason", "accept", "accept", "hold"]


def offers(tables: Tables) -> list[str]:
    """Offers good for the player and, of those, best for one hand or for the worst-off hand."""
    hands = range(tables.hand_count[1])
    views = [*(tables.worth[1, hand] for hand in hands), tables.worth[1, : len(hands)].min(axis=0)]
    return list(dict.fromkeys(offer_for(tables, theirs, floor) for floor in (60, 65, 70, 75, 80) for theirs in views))


def preparation(tables: Tables, rng: random.Random) -> list[str]:
    """A random way to spend the preparation budget, and the better moment where it turns up."""
    mine = [i for i in range(len(tables.names.research)) if tables.research_seat[i] == 0]
    rng.shuffle(mine)
    left, lines = int(tables.budget[0]), []
    for item in mine:
        if (cost := int(tables.research_cost[item])) <= left:
            left -= cost
            lines.append(f"research {tables.names.research[item]}")
            lines += [f"moment {m}" for m in _moments(tables, int(tables.research_moments[item]))]
    return lines


def _moments(tables: Tables, mask: int) -> list[str]:
    every = [moment for moments in tables.names.moments for moment in moments]
    return [moment for n, moment in enumerate(every) if mask >> n & 1]


def climb(tables: Tables, rounds: int, length: int, seed: int, hand: int | None = None) -> list[str]:
    """The best sequence that so many rounds of hill climbing find, for all hands together or for one."""
    rng, words = random.Random(seed), says(tables)
    prepared, best = preparation(tables, rng), rng.choices(words, k=length)
    for number in range(rounds):
        tried = [(prepared, best), *(_changed(tables, prepared, best, rng, words) for _ in range(TRIES))]
        played = recite(tables, [[*a, *b] for a, b in tried], GAMES_A_HAND, 1000 * seed + number, hand)
        score = (succeeded(played) + HALFWAY * _how_near(played)).reshape(len(tried), -1).mean(axis=1)
        prepared, best = tried[int(score[::-1].argmax() * -1 + len(tried) - 1)]
    return [*prepared, *best]


def _changed(
    tables: Tables, prepared: list[str], lines: list[str], rng: random.Random, words: Sequence[str]
) -> tuple[list[str], list[str]]:
    """One to three lines said otherwise, two of them swapped now and then, another preparation now and then."""
    tried = list(lines)
    for _ in range(rng.choice((1, 1, 2, 3))):
        tried[rng.randrange(len(tried))] = rng.choice(words)
    if rng.random() < 0.25:
        i, j = rng.randrange(len(tried)), rng.randrange(len(tried))
        tried[i], tried[j] = tried[j], tried[i]
    return (preparation(tables, rng) if rng.random() < 0.1 else prepared), tried


def plans(tables: Tables) -> list[list[str]]:
    """Simple plans: ask why, settle a term, one thing done for them, then two offers meant for one hand.

    Every thing that can be given, put to them, attached or proposed, with every hand's offers at four heights.
    """
    names = tables.names
    keys = [f"give {f}" for i, f in enumerate(names.favours) if tables.favour_seat[i] == 0]
    keys += [f"attach {c}" for i, c in enumerate(names.conditions) if tables.condition_seat[i] == 0]
    keys += [f"argue {e}" for i, e in enumerate(names.evidence) if tables.evidence_seat[i] == 0]
    keys += [f"propose {p}" for i, p in enumerate(names.processes) if tables.process_moment[i] < 0]
    opening = [f"propose {p}" for i, p in enumerate(names.processes) if tables.process_moment[i] >= 0]
    opening += ["ask constraint", "ask decision", "ask reason", f"clarify {names.details[0]}", "ask reason"]
    made = []
    for hand in range(tables.hand_count[1]):
        for floor in (55, 60, 65, 70):
            high, low = (offer_for(tables, tables.worth[1, hand], f) for f in (floor + 8, floor))
            made += [[*opening, key, "acknowledge", high, "ask whatif", "ask reason", low] for key in keys]
    return made
