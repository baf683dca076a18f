"""The barest scene that lint accepts, as somebody may write it at first: everything plays it."""

from pathlib import Path

from game.author.balance import balance
from tests.lint.scenes import START, found


def bare() -> str:
    """The starting scene without any list that may be left out."""
    text = START
    for first, after in (("event: ", "# ----"), ("details: ", "# ----"), ("evidence: ", "# ----"), ("reactions:", "")):
        start = text.index(f"\n{first}") + 1
        end = text.index(f"\n{after}", start) + 1 if after else len(text)
        text = text[:start] + text[end:]
    return text.replace("      - {id: sunday, label: on Sunday after lunch, known: false}\n", "").replace(
        ", bad: true", ""
    )


def test_it_is_sound() -> None:
    text = bare()
    for gone in ("evidence:", "research:", "favours:", "details:", "event:", "reactions:"):
        assert f"\n{gone}" not in text
    assert [str(problem) for problem in found(text) if problem.severity == "error"] == []


def test_every_policy_plays_it_in_both_seats(tmp_path: Path) -> None:
    path = tmp_path / "my_scene.yaml"
    path.write_text(bare(), encoding="utf-8")
    told = balance(path, 50, 1, 1, lambda _done, _of: None)
    assert told["policies"]["prepared_and_calm"]["agreement_rate"] > 0.5
    assert "preparation_idle" in {verdict["name"] for verdict in told["verdicts"]}
