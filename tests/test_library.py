"""Scenarios, assets and the user's folder are found from anywhere, and nothing is made that was not asked for."""

from pathlib import Path

import pytest

from game import library
from game.library import NotFound


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data in a folder that is not there yet, the program run somewhere else."""
    monkeypatch.setenv(library.HOME_VARIABLE, str(tmp_path / "home"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return tmp_path / "home"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation laid out as a wheel lays it out, holding the scenario `flea_market` and one asset."""
    folder = tmp_path / "site-packages" / "game" / "shipped"
    put(folder / "scenarios" / "flea_market.yaml")
    put(folder / "assets" / "icons" / "boss.svg")
    monkeypatch.setattr(library, "__file__", str(folder.parent / "library.py"))
    return folder


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    return path


def test_a_checkout_has_its_scenarios_and_assets_beside_the_package() -> None:
    root = Path(__file__).resolve().parents[1]
    names = sorted(path.stem for path in (root / "scenarios").glob("*.yaml"))
    assert {name: root / "scenarios" / f"{name}.yaml" for name in names} == library.scenario_files()
    assert library.asset("") == root / "assets"


def test_a_wheel_has_them_inside_the_package(shipped: Path) -> None:
    assert library.scenario_files() == {"flea_market": shipped / "scenarios" / "flea_market.yaml"}
    assert library.asset("icons/boss.svg") == shipped / "assets" / "icons" / "boss.svg"


def test_the_users_own_stand_beside_the_shipped_ones_which_win_a_clash(shipped: Path, home: Path) -> None:
    own = put(home / "scenarios" / "bakery.yml")
    put(home / "scenarios" / "flea_market.yaml")
    put(home / "scenarios" / "notes.txt")
    (home / "scenarios" / "folder.yaml").mkdir()
    files = library.scenario_files()
    assert files == {"bakery": own, "flea_market": shipped / "scenarios" / "flea_market.yaml"}
    assert list(files) == sorted(files)


def test_looking_makes_no_folder_but_asking_for_one_does(home: Path) -> None:
    library.scenario_files()
    assert not home.exists()
    assert library.data_folder() == home and home.is_dir()
    assert library.journals_folder() == home / "journals" and (home / "journals").is_dir()


def test_a_folder_that_cannot_be_made_says_what_to_do(home: Path) -> None:
    put(home)
    with pytest.raises(NotFound, match="Set COUNTEROFFER_HOME"):
        library.journals_folder()


def test_without_the_variable_it_is_the_systems_place_for_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(library.HOME_VARIABLE)
    monkeypatch.setattr(library, "user_data_path", lambda name, appauthor: Path.cwd() / name)
    assert library.data_folder() == Path.cwd() / "counteroffer"


def test_a_scenario_is_found_by_id_or_by_path(shipped: Path) -> None:
    by_id = shipped / "scenarios" / "flea_market.yaml"
    put(Path("flea_market"))
    put(Path("mine.yaml"))
    assert library.find_scenario("flea_market") == by_id
    assert library.find_scenario(str(by_id)) == by_id
    assert library.find_scenario("mine.yaml") == Path("mine.yaml")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("flea_markt", 'There is no scenario "flea_markt". Did you mean flea_market?'),
        ("Flea_Market", 'There is no scenario "Flea_Market". Did you mean flea_market?'),
        ("xyz", 'There is no scenario "xyz". Installed are: flea_market.'),
        ("", 'There is no scenario "". Installed are: flea_market.'),
        ("x" * 5000, f'There is no scenario "{"x" * 5000}". Installed are: flea_market.'),
        ("gone.yaml", "There is no scenario file gone.yaml. Check the path, or give the id of an installed scenario."),
    ],
)
def test_a_scenario_that_is_not_there_gets_a_sentence(shipped: Path, name: str, sentence: str) -> None:
    with pytest.raises(NotFound) as refused:
        library.find_scenario(name)
    assert str(refused.value) == sentence


def test_a_missing_asset_says_so(shipped: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.png is missing from .*Install the game again"):
        library.asset("gone.png")
