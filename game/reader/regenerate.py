"""Writes the ``signals:`` of every wording in a phrasebook or scenario file anew, as the reader hears the sentence.

``python -m game.reader.regenerate FILE...`` edits in place and touches nothing else: comments, order and spacing stay.
Placeholders are read as neutral words, so that a wording sounds the same whatever is put in.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from game.reader.signals import signals
from game.scenario.words import SIGNALS

#: What placeholders are read as: nothing in these words sounds sure, warm or desperate.
STAND_INS = {"{offer}": "this package", "{item}": "this point", "{other}": "Robin"}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` of a file are to become ``text``."""

    start: int
    end: int
    text: str


def wording_signals(say: str) -> dict[str, float]:
    """The signals of an authored sentence, those that are 0 left out.

    >>> wording_signals("I'd like to propose {offer}.")["confidence"] > 0.6
    True
    """
    heard = signals(_PLACEHOLDER.sub(lambda match: STAND_INS.get(match[0], "this"), say)).values
    return {name: heard[name] for name in SIGNALS if heard[name]}


def regenerated(text: str) -> str:
    """The file's text with all signals as they are heard now.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    for edit in sorted(_edits(yaml.compose(text, Loader=yaml.SafeLoader)), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(root: yaml.Node | None) -> Iterator[Edit]:
    for _, wordings in _pairs(_under(root, "wordings")):
        for wording in wordings.value if isinstance(wordings, yaml.SequenceNode) else []:
            say = _under(wording, "say")
            if isinstance(say, yaml.ScalarNode):
                yield _edit(wording, _flow(wording_signals(say.value)))


def _edit(wording: yaml.MappingNode, flow: str) -> Edit:
    old = _under(wording, "signals")
    if old is not None:
        return Edit(old.start_mark.index, old.end_mark.index, flow)
    end = wording.value[-1][1].end_mark.index
    lead = ", " if wording.flow_style else "\n" + " " * wording.start_mark.column
    return Edit(end, end, f"{lead}signals: {flow}")


def _flow(heard: dict[str, float]) -> str:
    return "{" + ", ".join(f"{name}: {value:g}" for name, value in heard.items()) + "}"


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in _pairs(node) if name.value == key), None)


def regenerate(path: Path) -> bool:
    """Rewrite the file if any of its signals is out of date; says whether it was."""
    old = path.read_bytes().decode("utf-8")
    new = regenerated(old)
    if new != old:
        path.write_bytes(new.encode("utf-8"))
    return new != old


def main(names: list[str]) -> int:
    """Regenerate the files named; 0 when all could be read, else 2."""
    worst = 0
    for name in names:
        try:
            print(f"{name}: {'rewritten' if regenerate(Path(name)) else 'up to date'}")
        except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
            print(f"{name}: cannot be read, so it was left alone: {str(error) or 'nested too deep'}", file=sys.stderr)
            worst = 2
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
