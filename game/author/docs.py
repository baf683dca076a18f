"""What the model's docstrings say: of every part and every key. Read from the source, so nothing is written twice."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def about(model: type[BaseModel]) -> str:
    """The docstring of a part, in one line."""
    return " ".join((inspect.getdoc(model) or "").split())


@cache
def about_keys(model: type[BaseModel]) -> dict[str, str]:
    """Key -> the docstring below it; keys without one are left out."""
    tree = ast.parse(inspect.getsource(model))
    return dict(_documented(tree.body[0]))


def _documented(node: ast.AST) -> Iterator[tuple[str, str]]:
    body = getattr(node, "body", [])
    for key, below in pairwise(body):
        if isinstance(key, ast.AnnAssign) and isinstance(key.target, ast.Name):
            text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
            if isinstance(text, str):
                yield key.target.id, " ".join(text.split())
