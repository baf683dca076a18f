"""``counteroffer extract``: a scene's texts as a PO catalogue for translators; an older one is carried along."""

from pathlib import Path

from game.scenario.load import Examined, catalogue_file, examine_scenario, read_text
from game.scenario.problem import Unsound
from game.scenario.translation import Entry, Text, po_entries, po_text, texts


def catalogue(path: Path, language: str = "") -> tuple[str, int, int]:
    """The catalogue of a scene, how many texts it has, and how many of them are translated.

    With a language, translations that stand beside the scene already are kept where the text is still the same.
    Raises BadFile.
    """
    examined, found = _texts(path)
    beside = catalogue_file(path, language)
    known = po_entries(read_text(beside), str(beside)) if language and beside.exists() else {}
    lines = {each.id: examined.tree.mark(each.path)[0] for each in found}
    done = sum(text.id in known and _fits(text, known[text.id]) for text in found)
    return po_text(found, path.stem, language, known, lines), len(found), done


def _fits(text: Text, entry: Entry) -> bool:
    return bool(entry.translation) and entry.words == text.words


def listing(path: Path) -> list[dict[str, str | int]]:
    """The texts with their ids and lines. Raises BadFile."""
    examined, found = _texts(path)
    return [{"id": each.id, "line": examined.tree.mark(each.path)[0], "text": each.words} for each in found]


def _texts(path: Path) -> tuple[Examined, list[Text]]:
    examined = examine_scenario(read_text(path), str(path))
    if examined.scenario is None:
        raise Unsound(examined.problems)
    return examined, texts(examined.tree.data)
