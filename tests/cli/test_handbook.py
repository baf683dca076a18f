"""``counteroffer handbook``: a list, a page, and a clear answer to a page that is not there."""

import json
from pathlib import Path

from tests.cli.program import counteroffer


def test_the_pages_are_listed_and_read_out(tmp_path: Path) -> None:
    listed = counteroffer(tmp_path, "handbook")
    assert listed.returncode == 0 and "the_first_no" in listed.stdout
    page = counteroffer(tmp_path, "handbook", "the_first_no")
    assert "It comes, for everyone" in page.stdout and "handbook the_first_no --try" in page.stdout
    as_json = json.loads(counteroffer(tmp_path, "handbook", "the_first_no", "--json").stdout)
    assert as_json["try"]["scenario"] == "flea_market"


def test_a_page_that_is_not_there_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = counteroffer(tmp_path, "handbook", "first_no")
    assert done.returncode == 2 and "the_first_no" in done.stderr and "Traceback" not in done.stderr
    assert counteroffer(tmp_path, "handbook", "--try").returncode == 2
