"""Settings are kept, and no file stops anything."""

import json
from pathlib import Path

import pytest

from game.session.settings import Settings, load_settings, save_settings


def test_what_was_set_is_there_again(tmp_path: Path) -> None:
    held = Settings(text_scale=150, theme="dark", easy_read=True, animation=False, assist="real", width=1920)
    save_settings(held, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == held
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", "\x00" * 9, '{"theme": "pink"}', '{"text_scale": 1e9}', '{"text_scale": true}',
             '{"easy_read": 1, "width": -5, "unheard_of": {}}', "[" * 60_000],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_what_can_be_understood_of_a_file_counts(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "contrast", "text_scale": 5, "later": 1}), encoding="utf-8")
    assert load_settings(path) == Settings(theme="contrast")
    assert load_settings(tmp_path) == Settings() == load_settings(tmp_path / "none.json")


def test_where_nothing_can_be_written_the_old_file_stands(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        save_settings(Settings(), tmp_path / "missing" / "settings.json")
