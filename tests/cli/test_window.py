"""Pictures of screens from the command line, and what happens where there is no display."""

from pathlib import Path

import pytest

from tests.cli.program import counteroffer


def test_a_shot_is_a_picture_and_on_request_words(tmp_path: Path) -> None:
    (tmp_path / "moves.txt").write_text("begin\nask reason\n", encoding="utf-8")
    done = counteroffer(
        tmp_path, "shot", "table", "--script", "moves.txt", "--size", "1024x600", "--words", "--out", "t.png"
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "t.png").read_bytes().startswith(b"\x89PNG")
    assert "[button] Put this offer to Ruth" in done.stdout and "Ruth: \u201c" in done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--size", "big"), "--size is written WIDTHxHEIGHT"),
        (("--text-scale", "900"), "--text-scale is a percentage"),
        (("--out", "nowhere/t.png"), "cannot be written"),
        (("--scenario", "nowhere"), "There is no scenario"),
        (("--script", "nothing.txt"), "no such file"),
    ],
)
def test_a_shot_that_cannot_be_taken_says_why(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    done = counteroffer(tmp_path, "shot", "table", "--out", "t.png", *words)
    assert done.returncode == 2 and sentence in done.stderr and "Traceback" not in done.stderr


def test_text_never_asks_for_a_display(tmp_path: Path) -> None:
    done = counteroffer(tmp_path, "play", "--text", typed="quit\n")
    assert done.returncode == 0 and "There is no display here" not in done.stdout
