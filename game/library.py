"""Where things are: scenarios and assets that ship with the game, the user's own scenarios, and their journals.

Shipped files are found the same way from a checkout (folders beside the package) and from an installed wheel (copied
to `game/shipped/`), whatever folder the program is run in. Finding never creates anything; only `data_folder` and
`journals_folder` do, because a caller that asks for them is about to write.
"""

import difflib
import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

HOME_VARIABLE: Final = "COUNTEROFFER_HOME"
"""Environment variable that moves the user's data elsewhere: for tests, and for classrooms with shared accounts."""

_YAML: Final = (".yaml", ".yml")


class NotFound(ValueError):
    """Nothing is there under that name. The message is a sentence for the user that says what to do."""


def scenario_files() -> dict[str, Path]:
    """Every scenario by its id, in order of id: the shipped ones and, beside them, the user's own.

    An id is the file's name without `.yaml`. Where both have the same id the shipped one stands.
    """
    found = _yaml_in(_data_path() / "scenarios") | _yaml_in(_shipped("scenarios"))
    return dict(sorted(found.items()))


def find_scenario(name_or_path: str) -> Path:
    """The file of an installed scenario's id, or a file given by its path. An id wins over a file of that name.

    Raises NotFound, with the nearest known ids, when it is neither.
    """
    files = scenario_files()
    if name_or_path in files:
        return files[name_or_path]
    path = Path(name_or_path)
    if _is_file(path):
        return path
    raise NotFound(_no_scenario(name_or_path, files))


def asset(name: str) -> Path:
    """The shipped asset at `name`, a path inside the assets folder such as `psychology.yaml` or `icons/boss.svg`.

    Raises NotFound when it did not come with the installation.
    """
    path = _shipped("assets") / name
    if not path.exists():
        raise NotFound(f"The file {name} is missing from {path.parent}. Install the game again to get it back.")
    return path


def data_folder() -> Path:
    """The user's own folder, made on need. Raises NotFound when it cannot be made."""
    return _made(_data_path())


def journals_folder() -> Path:
    """The folder of the user's journals, made on need. Raises NotFound when it cannot be made."""
    return _made(_data_path() / "journals")


def _data_path() -> Path:
    moved = os.environ.get(HOME_VARIABLE)
    return Path(moved).expanduser().absolute() if moved else user_data_path("counteroffer", appauthor=False)


def _shipped(kind: str) -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "shipped"
    return (installed if installed.is_dir() else package.parent) / kind


def _yaml_in(folder: Path) -> dict[str, Path]:
    """Scenarios of one folder by id; none when the folder is missing or may not be read."""
    try:
        return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix in _YAML and path.is_file()}
    except OSError:
        return {}


def _is_file(path: Path) -> bool:
    """Also False for what the system cannot even look at, such as a name too long."""
    try:
        return path.is_file()
    except OSError:
        return False


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotFound(
            f"The folder {folder} cannot be made ({error.strerror}). "
            f"Set {HOME_VARIABLE} to a folder that you may write to."
        ) from error
    return folder


def _no_scenario(name: str, files: dict[str, Path]) -> str:
    """The sentence for a scenario that is not there: the nearest ids, or all of them."""
    if Path(name).suffix in _YAML or len(Path(name).parts) > 1:
        return f"There is no scenario file {name}. Check the path, or give the id of an installed scenario."
    near = difflib.get_close_matches(name.lower(), files, n=3, cutoff=0.5)
    if near:
        return f'There is no scenario "{name}". Did you mean {" or ".join(near)}?'
    return f'There is no scenario "{name}". Installed are: {", ".join(files) or "none"}.'
