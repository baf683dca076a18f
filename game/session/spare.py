"""The spare lines, read from ``assets/spare_lines.yaml``: what a scripted seat says where its scene says nothing."""

from functools import cache
from typing import Literal

from game.library import asset
from game.scenario.load import read_text
from game.scenario.model import Line
from game.scenario.positions import read_tree
from game.scenario.reaction import Part, Situation


class _Spare(Part):
    format: Literal["1"]
    lines: dict[Situation, list[Line | str]]


@cache
def spare_lines(situation: str) -> tuple[Line, ...]:
    """The spare lines of a situation. Raises NotFound or BadFile when the asset is missing or unreadable."""
    return tuple(each if isinstance(each, Line) else Line(say=each) for each in _read().lines.get(situation, ()))


@cache
def _read() -> _Spare:
    path = asset("spare_lines.yaml")
    return _Spare.model_validate(read_tree(read_text(path), str(path)).data)
