"""What the bench found, as JSON and as a table for a terminal."""

import math
from collections.abc import Sequence
from typing import Any

from game.fidelity.bench import Result
from game.fidelity.stats import Estimate

_NAME, _PUBLISHED = 58, 14


def as_json(results: Sequence[Result], games: int, seed: int, switched_off: Sequence[str] = ()) -> dict[str, Any]:
    """What ``counteroffer fidelity --json`` prints. Numbers that do not exist (an open end of a band) are null."""
    return {
        "games": games,
        "seed": seed,
        "without": list(switched_off),
        "effects": [_effect(result) for result in results],
    }


def _effect(result: Result) -> dict[str, Any]:
    effect = result.effect
    return {
        "id": effect.id,
        "row": effect.row,
        "name": effect.name,
        "source": effect.source,
        "published": effect.published,
        "band": [_number(effect.low), _number(effect.high)],
        **_size(result.ours),
        "inside": result.inside,
        "wrong_sign_in": list(result.wrong),
        "scenes": {name: _size(found) for name, found in result.scenes.items()},
    }


def _size(found: Estimate) -> dict[str, Any]:
    return {"ours": _number(found.value), "interval": [_number(end) for end in found.interval]}


def _number(value: float) -> float | None:
    return round(value, 4) if math.isfinite(value) else None


def as_table(results: Sequence[Result], games: int, seed: int) -> list[str]:
    """One line an effect, for eyes and screen readers alike; then what is outside, and a sentence on the scenes."""
    scenes = list(results[0].scenes) if results else []
    head = f"{games} games an arm and scene, seed {seed}; scenes: {', '.join(scenes)}"
    columns = (
        f"{'id':5} {'effect':{_NAME}} {'published':{_PUBLISHED}} {'band':15} {'ours':>6}  {'95 % interval':16} inside"
    )
    lines = [head, columns]
    lines += [_line(result) for result in results]
    outside = [result.effect.id for result in results if not result.inside]
    lines.append(f"inside: {len(results) - len(outside)} of {len(results)}; outside: {', '.join(outside) or 'none'}")
    wrong = [f"{result.effect.id} in {', '.join(result.wrong)}" for result in results if result.wrong]
    lines.append(f"clearly the wrong sign in a single scene: {'; '.join(wrong) or 'none'}")
    return lines


def _line(result: Result) -> str:
    effect = result.effect
    low, high = result.ours.interval
    return (
        f"{effect.id:5} {effect.name[:_NAME]:{_NAME}} {effect.published[:_PUBLISHED]:{_PUBLISHED}} "
        f"{band(effect.low, effect.high):15} {size(result.ours.value)}  {f'{size(low)} .. {size(high)}':16} "
        f"{'yes' if result.inside else 'no'}{f'  wrong in {chr(44).join(result.wrong)}' if result.wrong else ''}"
    ).rstrip()


def size(value: float) -> str:
    """A size with its sign, or a dash where there is none."""
    return f"{value:+6.2f}" if math.isfinite(value) else "     -"


def band(low: float, high: float) -> str:
    """A band in words: ``+0.10 .. +0.70``, ``above 0``, ``below 0``."""
    if math.isinf(high):
        return f"above {low:g}"
    return f"below {high:g}" if math.isinf(low) else f"{low:+.2f} .. {high:+.2f}"
