"""Thousands of broken scenes: only our own exceptions, every position inside the file, the two parsers agreeing."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from game.scenario.load import MOST_BYTES, load_scenario
from game.scenario.model import Scenario
from game.scenario.positions import read_tree
from game.scenario.problem import BadFile
from tests.scenario.scenes import SMALL, SMALL_FILE, assert_well_placed

Mutation = Callable[[random.Random, str], str]
VALUES = (
    "", "~", "null", "no", "yes", "-1", "0", "1", "1e999", "nan", "3.7", "99999999999999999999", "x", "''", "[]", "{}",
    "[1, 2]", "{a: 1}", "[[[]]]", "{id: x}", "&a b", "*a", "!!int 3", "<<", "'", '"', "|", ">-", "@", "%", "\t", "…",
    "😀", "\u200b", "\x85", "\u2028", "{offer", "}", "# x", "- x", "? x", "a" * 5000, "_", "Infinity", "0x10", "1_000",
)  # fmt: skip
TOKEN = re.compile(r"[A-Za-z_]+|[-+.0-9]+|[^\sA-Za-z0-9_]|\n[ ]*")
KEY = re.compile(r"(?<=[\s{])([a-z_0-9]+):(?= |\n)")


def one_character(luck: random.Random, text: str) -> str:
    place = luck.randrange(len(text))
    new = luck.choice(
        ("", "\n", " ", "\t", ":", "-", "[", "]", "{", "}", "'", '"', ",", "#", "&", "*", "\x07", "é", "0")
    )
    return text[:place] + new + text[place + luck.randrange(2) :]


def one_line(luck: random.Random, text: str) -> str:
    lines = text.split("\n")
    place, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    kind = luck.randrange(5)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines.insert(other, lines[place])
    elif kind == 2:
        lines[place], lines[other] = lines[other], lines[place]
    elif kind == 3:
        lines[place] = " " * luck.randrange(6) + lines[place].lstrip()
    else:
        del lines[place : place + luck.randrange(40)]
    return "\n".join(lines)


def one_token(luck: random.Random, text: str) -> str:
    tokens = list(TOKEN.finditer(text))
    first, second = luck.choice(tokens), luck.choice(tokens)
    new = luck.choice(("", second.group(), first.group() * 2, first.group() + second.group(), luck.choice(VALUES)))
    return text[: first.start()] + new + text[first.end() :]


def one_key(luck: random.Random, text: str) -> str:
    keys = list(KEY.finditer(text))
    first, second = luck.choice(keys), luck.choice(keys)
    name = first.group(1)
    new = luck.choice(("", second.group(1), name[:-1], name + "s", name[1:] + name[0], "<<", "id", "1", "[a]", "~"))
    return text[: first.start(1)] + new + text[first.end(1) :]


def one_value(luck: random.Random, text: str) -> str:
    key = luck.choice(list(KEY.finditer(text)))
    end = luck.choice([place for mark in "\n,}" if (place := text.find(mark, key.end())) >= 0])
    return text[: key.end()] + " " + luck.choice(VALUES) + text[end:]


MUTATIONS: tuple[Mutation, ...] = (one_character, one_line, one_token, one_key, one_value)


def mutated(seed: int) -> str:
    luck = random.Random(seed)
    text = SMALL
    for _ in range(luck.choice((1, 1, 1, 2, 3, 8))):
        text = luck.choice(MUTATIONS)(luck, text) or "x"
    return text


def judge(path: Path, text: str) -> bool:
    """Whether the text is sound; fails on anything but a proper answer."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        scene = load_scenario(path)
    except BadFile as error:
        assert error.problems
        assert all(problem.file == str(path) for problem in error.problems)
        assert_well_placed(error.problems, text)
        return False
    assert isinstance(scene, Scenario)
    return True


def run(folder: Path, seeds: range) -> int:
    path = folder / "scene.yaml"
    return sum(judge(path, mutated(seed)) for seed in seeds)


def test_mutations(tmp_path: Path) -> None:
    sound = run(tmp_path, range(300))
    assert 10 < sound < 200, "mutations should break many scenes and leave some sound"


@pytest.mark.soak
def test_many_mutations(tmp_path: Path) -> None:
    assert 100 < run(tmp_path, range(1000, 6000)) < 4000


def test_broken_bytes(tmp_path: Path) -> None:
    path, data = tmp_path / "scene.yaml", SMALL_FILE.read_bytes()
    for seed in range(100):
        luck = random.Random(seed)
        broken = bytearray(data)
        for _ in range(luck.choice((1, 2, 50))):
            broken[luck.randrange(len(broken))] = luck.randrange(256)
        path.write_bytes(bytes(broken[: luck.choice((len(broken), luck.randrange(len(broken)), MOST_BYTES))]))
        try:
            load_scenario(path)
        except BadFile as error:
            assert_well_placed(error.problems, path.read_bytes().decode("utf-8", "replace"))


def test_both_walks_and_both_parsers_agree() -> None:
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for seed in range(60):
        text = mutated(seed)
        quick, careful = read_tree(text, "f", parser=fast), read_tree(text, "f", parser=fast, marks=True)
        slow = read_tree(text, "f", parser=yaml.SafeLoader)
        assert quick.data == careful.data
        assert quick.problems == careful.problems
        if not quick.problems:
            assert (slow.data, slow.problems) == (quick.data, [])
        assert bool(slow.problems) == bool(quick.problems)
