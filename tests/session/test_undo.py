"""Undo takes moves back without deleting anything."""

import pytest

from game.session.sealing import Record
from game.session.undo import effective, undo_record


def game(text: str) -> list[Record]:
    """Records from a line such as `a b -1 c =deal`: moves, undos and outcomes."""
    return [record(word) for word in text.split()]


def record(word: str) -> Record:
    if word[0] == "-":
        return undo_record(int(word[1:]))
    return {"kind": "outcome", "outcome": word[1:]} if word[0] == "=" else {"kind": "move", "move": word}


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("", ""),
        ("a b c", "a b c"),
        ("a b c -1", "a b"),
        ("a b c -2 d", "a d"),
        ("a b -1 c -1 d", "a d"),
        ("a b c -1 -1", "a"),
        ("a b -5 c", "c"),
        ("-1 a", "a"),
        ("a b =deal -1", "a"),
        ("a b =deal -1 c =left", "a c =left"),
        ("=open -1", "=open"),
    ],
)
def test_what_still_counts(kept: str, left: str) -> None:
    assert effective(game(kept)) == game(left)


@pytest.mark.parametrize("count", [None, "two", 0, -3, [1]])
def test_an_unusable_count_takes_back_one(count: object) -> None:
    assert effective([*game("a b"), {"kind": "undo", "count": count}]) == game("a")


def test_nothing_is_not_taken_back() -> None:
    with pytest.raises(ValueError, match="At least one"):
        undo_record(0)
