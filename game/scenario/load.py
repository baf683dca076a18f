"""A file to a checked model, or to everything that is wrong with it, in plain words at line and column.

``load_*`` read a file; ``read_scenario_text`` reads text. Both raise ``Unreadable`` when there is no text to judge and
``Unsound`` when there are findings. Reading a scenario twice gives equal models.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import ValidationError

from game.scenario.check import check_phrasebook, check_psychology, check_scenario
from game.scenario.mend import names_despite
from game.scenario.model import Phrasebook, Scenario
from game.scenario.positions import read_tree
from game.scenario.problem import Problem, Unreadable, Unsound, one_line
from game.scenario.reaction import Part, Psychology
from game.scenario.sentences import Finding, findings_of, value_at
from game.scenario.shape import is_list_of_scalars, locate
from game.scenario.translation import po_entries, translated
from game.scenario.tree import Path, Tree, control_character

MOST_BYTES = 1 << 20
_Model = TypeVar("_Model", bound=Part)
_Check = Callable[[Any], Iterable[Finding]]


def load_scenario(path: FilePath) -> Scenario:
    """Read and check one scenario file.

    Raises:
        Unreadable: there is no file, or it holds no text.
        Unsound: it has findings; all of them are in ``problems``.
    """
    return _read(read_text(path), str(path), Scenario, check_scenario)


def load_translated(path: FilePath, language: str) -> Scenario:
    """The scenario of a file in the language of the catalogue beside it (``my_scene.de.po``).

    Raises as ``load_scenario``, and Unreadable where there is no such catalogue.
    """
    load_scenario(path)  # findings are said of the scene as it is written
    return _translated(path, language, Scenario, check_scenario)


def _translated(path: FilePath, language: str, model: type[_Model], check: _Check) -> _Model:
    catalogue = catalogue_file(path, language)
    entries = po_entries(read_text(catalogue), str(catalogue))
    data = read_tree(read_text(path), str(path)).data
    found, read = _validate(translated(data, entries, str(catalogue)), model, check)
    if read is None or found:
        raise Unsound([Problem(str(catalogue), 1, 1, one_line(f.message), code="translation") for f in found])
    return read


def catalogue_file(path: FilePath, language: str) -> FilePath:
    """Where the translations of a scene stand."""
    return path.with_name(f"{path.stem}.{language}.po")


def load_psychology(path: FilePath) -> Psychology:
    """Read and check the general reactions; raises as ``load_scenario``."""
    return _read(read_text(path), str(path), Psychology, check_psychology)


def load_phrasebook(path: FilePath, language: str = "") -> Phrasebook:
    """Read and check the general wordings, in a language that has a catalogue of them; raises as ``load_scenario``."""
    read = _read(read_text(path), str(path), Phrasebook, check_phrasebook)
    if not language or not catalogue_file(path, language).exists():
        return read
    return _translated(path, language, Phrasebook, check_phrasebook)


def read_scenario_text(text: str, name: str) -> Scenario:
    """Check the text of a scenario; ``name`` is the file to name in problems. Raises Unsound."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stray = control_character(text)
    if stray is not None:
        message = f"a control character ({stray[1]}) stands here; take it out"
        raise Unsound([Problem(name, *stray[0], message, code="control-character")])
    return _read(text, name, Scenario, check_scenario)


@dataclass(frozen=True)
class Examined:
    """A scenario's text looked through: its problems, the scenario if there are none, and where everything stands."""

    scenario: Scenario | None
    problems: list[Problem]
    tree: Tree
    text: str
    name: str

    def placed(self, found: Iterable[Finding]) -> list[Problem]:
        """More findings about it as problems with line and column."""
        return _placed(found, self.tree, self.text, self.name)


def examine_scenario(text: str, name: str) -> Examined:
    """As ``read_scenario_text``, for those who have more to say about it: nothing is raised, positions are kept."""
    with _no_collection():
        tree = read_tree(text, name, marks=True)
        found, read = ([], None) if () in tree.spoiled else _validate(tree.data, Scenario, check_scenario)
    problems = [*tree.problems, *_placed(found, tree, text, name)]
    return Examined(None if problems else read, problems, tree, text, name)


def read_text(path: FilePath) -> str:
    """The text of a file, line ends as LF. Raises Unreadable."""
    data = _read_bytes(path)
    if len(data) > MOST_BYTES:
        raise _unreadable(path, f"the file is larger than {MOST_BYTES // 1024} KiB; a scenario is far smaller")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        col = error.start - data.rfind(b"\n", 0, error.start)
        raise _unreadable(path, "this is not UTF-8 text; save the file as UTF-8", (line, col)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stray = control_character(text)
    if stray is not None:
        raise _unreadable(path, f"a control character ({stray[1]}) stands here; is this a text file?", stray[0])
    return text


def _read_bytes(path: FilePath) -> bytes:
    """At most one byte more than is allowed."""
    try:
        if path.is_dir():
            raise _unreadable(path, "this is a folder; name a file in it")
        if path.exists() and not path.is_file():
            raise _unreadable(path, "this is not an ordinary file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable(path, "there is no such file; check the name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _unreadable(path, f"the file cannot be opened ({reason})") from None


def _unreadable(path: FilePath, message: str, mark: tuple[int, int] = (1, 1)) -> Unreadable:
    return Unreadable([Problem(str(path), *mark, message, code="unreadable")])


# -- text to model -------------------------------------------------------------------------------------------------


def _read(text: str, name: str, model: type[_Model], check: _Check) -> _Model:
    with _no_collection():
        tree = read_tree(text, name)
        found, read = _validate(tree.data, model, check)
    if read is not None and not tree.problems and not found:
        return read
    raise Unsound([*tree.problems, *_placed(found, tree, text, name)])


@contextmanager
def _no_collection() -> Iterator[None]:
    """Thousands of small parts are made and none is garbage: a third of the time would go into looking for some."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _validate(data: Any, model: type[_Model], check: _Check) -> tuple[list[Finding], _Model | None]:
    """Findings, and the model if its shape is right."""
    if data is None:
        return [
            Finding(
                (),
                "empty",
                "the file is empty; start from a copy of a shipped one ('counteroffer scenarios')",
            )
        ], None
    if not isinstance(data, dict):
        return [Finding((), "wrong-type", "the file should be keys and values, such as 'format: 1'")], None
    if data.get("format") == "1":
        data["format"] = 1
    try:
        try:
            read = model.model_validate(data)
        except ValidationError as error:
            if not _wrap_single_entries(error, model, data):
                raise
            read = model.model_validate(data)
    except ValidationError as error:
        return [*findings_of(error, model, data), *names_despite(error, model, data, check)], None
    return list(check(read)), read


def _wrap_single_entries(error: ValidationError, model: type[Part], data: Any) -> bool:
    """``act: offer`` where a list is wanted becomes ``act: [offer]``, in place; whether there was any."""
    wrapped = False
    for detail in error.errors(include_url=False):
        place = locate(model, detail["loc"])
        value = value_at(data, place.path)
        if detail["type"] == "list_type" and isinstance(value, str) and is_list_of_scalars(place.wanted):
            value_at(data, place.path[:-1])[place.path[-1]] = [value]
            wrapped = True
    return wrapped


# -- places --------------------------------------------------------------------------------------------------------


def _placed(found: Iterable[Finding], tree: Tree, text: str, name: str) -> list[Problem]:
    """Findings as problems with line and column, without those about content that was refused anyway."""
    found = [finding for finding in found if not _spoiled(finding.path, tree.spoiled)]
    if not found:
        return []
    marks = tree if tree.marks else read_tree(text, name, marks=True)
    return [
        Problem(name, *marks.mark(finding.path, key=finding.key), one_line(finding.message), code=finding.code)
        for finding in found
    ]


def _spoiled(path: Path, spoiled: set[Path]) -> bool:
    return any(path[:depth] in spoiled for depth in range(len(path) + 1))
