"""The handbook: complete, short enough to read, and every moment to try can be reached and played on from."""

import pytest
import yaml

from game.library import asset
from game.session.handbook import Page, as_text, begin_trial, pages

PAGES = pages()


def test_every_row_of_the_techniques_has_a_page() -> None:
    rows = yaml.safe_load(asset("handbook/techniques.yaml").read_text(encoding="utf-8"))["techniques"]
    taught = [row for page in PAGES.values() for row in page.teaches]
    assert set(taught) == set(rows)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_short_and_plain(page: Page) -> None:
    words = " ".join(as_text(page)).split()
    assert 60 <= len(words) <= 260
    assert not {"should", "must"} & {word.strip(".,:").lower() for word in words}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_its_moment_can_be_reached_and_is_the_players(page: Page) -> None:
    session = begin_trial(page)
    assert not session.game.over
    assert session.game.kinds[session.game.who] == "person"
    own = [entry for entry in session.game.entries if entry.said.seat == session.game.player]
    assert len(own) >= len(page.trial.moves)
