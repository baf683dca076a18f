"""The one way to a font. The files come with the packages font-source-sans-pro, font-source-serif-pro and, for
letters that are easy to tell apart, fontpkg-atkinson-hyperlegible.

Static files on purpose (pygame cannot choose the weight of a variable font). Of the serif the OTF files: its TTF files
overlap quotation marks and fractions.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pygame

_SANS: Final = "font_source_sans_pro"
_SERIF: Final = "font_source_serif_pro"
_EASY: Final = "fontpkg_atkinson_hyperlegible"
_FILES: Final = {
    "regular": (_SANS, "SourceSansPro-Regular.ttf"),
    "semibold": (_SANS, "SourceSansPro-Semibold.ttf"),
    "bold": (_SANS, "SourceSansPro-Bold.ttf"),
    "italic": (_SANS, "SourceSansPro-It.ttf"),
    "serif-semibold": (_SERIF, "SourceSerifPro-Semibold.otf"),
    "easy-regular": (_EASY, "AtkinsonHyperlegible-Regular.ttf"),
    "easy-semibold": (_EASY, "AtkinsonHyperlegible-Bold.ttf"),
    "easy-bold": (_EASY, "AtkinsonHyperlegible-Bold.ttf"),
    "easy-italic": (_EASY, "AtkinsonHyperlegible-Italic.ttf"),
    "easy-serif-semibold": (_EASY, "AtkinsonHyperlegible-Bold.ttf"),
}


@lru_cache(256)
def font(face: str, pixels: int) -> pygame.font.Font:
    """A face at a height in pixels; pygame's own font where the package is missing."""
    package, name = _FILES[face]
    path = _folder(package) / name
    if not path.is_file():
        return pygame.font.Font(None, max(1, round(pixels * 1.3)))
    return pygame.font.Font(path, max(1, pixels))


def forget() -> None:
    """Drop every font: they die with ``pygame.font``."""
    font.cache_clear()


@lru_cache(8)
def _folder(package: str) -> Path:
    """The folder of a font package, found without importing it (its import is slow)."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) / "files" if places else Path()
