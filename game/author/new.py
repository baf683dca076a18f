"""``counteroffer new``: a commented, playable file to start from, with the schema that its first line names."""

import re
from pathlib import Path

from game.author.schema import schema_text
from game.library import asset

SCHEMA_FILE = "counteroffer.schema.json"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class CannotStart(ValueError):
    """The file cannot be written as asked; the message is a sentence that says what to do."""


def starting_file(name: str = "my_scene") -> str:
    """The text of a new scene of that id."""
    return asset("author/new_scene.yaml").read_text(encoding="utf-8").replace("my_scene", name)


def write_new(name: str, folder: Path) -> tuple[Path, Path]:
    """Write NAME.yaml and the schema into a folder; the two paths. Never overwrites a scene. Raises CannotStart."""
    name = name.removesuffix(".yaml").removesuffix(".yml")
    if not _NAME.fullmatch(name):
        raise CannotStart(
            f"'{name}' cannot be the name of a scene; use lower-case letters, digits and _, such as my_scene."
        )
    path, schema = folder / f"{name}.yaml", folder / SCHEMA_FILE
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starting_file(name))
        schema.write_text(schema_text(), encoding="utf-8", newline="\n")
    except FileExistsError:
        raise CannotStart(
            f"There is a {path.name} already; choose another name, or take that file away first."
        ) from None
    except OSError as error:
        raise CannotStart(f"{path} cannot be written ({error.strerror}); go to a folder of your own.") from None
    return path, schema
