"""The event walk: plain data and positions in, everything else refused."""

import time

import pytest
import yaml

from game.scenario.positions import read_tree
from game.scenario.tree import MOST_DEPTH
from tests.scenario.scenes import SMALL, assert_well_placed

PARSERS = sorted({yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)}, key=lambda parser: parser.__name__)


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def parser(request: pytest.FixtureRequest) -> type:
    return request.param


def said(text: str, parser: type) -> list[str]:
    tree = read_tree(text, "f", parser=parser)
    assert_well_placed(tree.problems, text)
    return [f"{problem.line}:{problem.col} {problem.code}" for problem in tree.problems]


def test_data_is_what_the_untyped_loader_makes(parser: type) -> None:
    wanted = yaml.load(SMALL, yaml.BaseLoader)
    assert read_tree(SMALL, "f", parser=parser).data == wanted
    assert read_tree(SMALL, "f", marks=True, parser=parser).data == wanted


def test_scalars_stay_text_and_only_unquoted_nothing_is_none(parser: type) -> None:
    text = "a: no\nb: 1.50\nc:\nd: ~\ne: null\nf: ''\ng: 'null'\nh: 2024-01-01\n"
    wanted = {"a": "no", "b": "1.50", "c": None, "d": None, "e": None, "f": "", "g": "null", "h": "2024-01-01"}
    assert read_tree(text, "f", parser=parser).data == wanted


def test_every_node_has_the_mark_of_its_key_and_value(parser: type) -> None:
    marks = read_tree("a:\n  - x\n  - {b: 'c'}\n", "f", marks=True, parser=parser).marks
    assert marks == {
        (): ((1, 1), (1, 1)),
        ("a",): ((1, 1), (2, 3)),
        ("a", 0): ((2, 5), (2, 5)),
        ("a", 1): ((3, 5), (3, 5)),
        ("a", 1, "b"): ((3, 6), (3, 9)),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("x: {a: 1, a: {b: 1, b: 2}}", ["1:11 duplicate-key", "1:21 duplicate-key"]),
        ("a: &x 1\nb: 2\n", ["1:4 anchor"]),
        ("a: &x {b: 1}\nc: *x\n", ["1:4 anchor", "2:4 alias"]),
        ("a: &x {b: 1}\n*x : 1\n", ["1:4 anchor", "2:1 alias"]),
        ("a: {<<: {b: 1}, c: 2}\n", ["1:5 merge-key"]),
        ("a: !!int 3\nb: !thing {c: 1}\nd: ! e\n", ["1:4 tag", "2:4 tag", "3:4 tag"]),
        ("? [a]\n: 1\n{b: c}: [d]\ne: 1\n", ["1:3 bad-key", "3:1 bad-key"]),
        ("~: 1\n", ["1:1 missing-key"]),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", ["2:1 second-document"]),
        ("%YAML 1.1\n---\na: 1\n", ["1:1 directive"]),
        ('a: "\\e[31m"\n', ["1:4 control-character"]),
        ("a: 'b\nc: d\n", ["3:1 syntax"]),
        ("a: b: c\n", ["1:5 syntax"]),
        ("a: 1\n\tb: 2\n", ["2:1 syntax"]),
        ("[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1), [f"1:{MOST_DEPTH + 1} too-deep"]),
        ("[" * MOST_DEPTH + "]" * MOST_DEPTH, []),
    ],
)
def test_refused_with_a_position(text: str, wanted: list[str], parser: type) -> None:
    found = said(text, parser)
    assert found == wanted or (wanted[:1] and "syntax" in wanted[0] and found[0].endswith("syntax"))


def test_a_quoted_merge_sign_is_a_plain_key(parser: type) -> None:
    assert read_tree("'<<': 1\n", "f", parser=parser).data == {"<<": "1"}


def test_duplicate_names_the_first_line(parser: type) -> None:
    (problem,) = read_tree("a:\n  b: 1\n  c: 2\n  b: 3\n", "f", parser=parser).problems
    assert problem.message == "'b' is given twice here; it stands first in line 2; keep one"


def test_refusals_are_collected_and_the_rest_is_read(parser: type) -> None:
    text = "a: &x 1\nb: *x\n<<: {c: 1}\n? [q]\n: 4\nd: !!int 3\nb: 2\ne: [5, {f: 6}]\n"
    tree = read_tree(text, "f", parser=parser)
    assert [problem.line for problem in tree.problems] == [1, 2, 3, 4, 6, 7]
    assert tree.data == {"a": "1", "b": None, "d": "3", "e": ["5", {"f": "6"}]}


@pytest.mark.parametrize("unit", ["[", "{", "- ", "{a: ", "? ", "[[a, ", "{a: ["])
def test_thirty_thousand_levels_are_refused_fast(unit: str, parser: type) -> None:
    started = time.process_time()
    assert said(unit * 30_000, parser)[-1].endswith("too-deep")
    assert time.process_time() - started < 1


def test_a_mebibyte_of_brackets_is_refused_fast() -> None:
    started = time.process_time()
    assert said("[" * (1 << 20), PARSERS[0])[0].endswith("too-deep")
    assert time.process_time() - started < 1


def test_too_many_values_are_refused_fast() -> None:
    started = time.process_time()
    assert said("[" + "a," * 60_000 + "]", PARSERS[0]) == ["1:100000 too-many-values"]
    assert time.process_time() - started < 1


def test_billion_laughs_are_refused_fast() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
    started = time.process_time()
    assert len(said(text, PARSERS[0])) == 30 + 29 * 9
    assert time.process_time() - started < 1
