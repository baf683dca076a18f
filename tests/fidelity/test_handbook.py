"""The examples of the handbook page run, and what it names is there."""

import doctest
import re

from game.fidelity import acting, lab, stats
from game.library import asset

PAGE = asset("handbook").joinpath("fidelity.md").read_text(encoding="utf-8")


def test_the_examples_run() -> None:
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "fidelity.md", "fidelity.md", 0)
    assert len(test.examples) > 15
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_names_it_explains_exist() -> None:
    for name in ("own", "joint", "split", "satisfaction", "liking", "impasse", "opening", "stand"):
        assert f"`{name}`" in PAGE and callable(getattr(lab, name))
    for name in ("standardised", "gap", "correlation", "slope"):
        assert f"`{name}`" in PAGE and callable(getattr(stats, name))
    for name in re.findall(r"`(saying_first|after_somebody_else_asked|takes)\(", PAGE):
        assert callable(getattr(acting, name))
