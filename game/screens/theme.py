"""The one place for colours, type and spacing. Sizes are logical units: 1280 x 720 of them fill the smallest shape.

Colours are named by what they are in the light palette. The others say what each becomes; ``Canvas`` puts that in when
it draws, so that no screen knows which palette is on. Every pair of text and ground used here has a contrast of at
least 4.5 (WCAG AA) in every palette, 7 in the one for contrast; a test computes it.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

GROUND: Final = "#efe7d8"
PAPER: Final = "#fbf7ee"
CARD: Final = "#fffdf8"
INK: Final = "#2b2620"
SOFT: Final = "#6d6253"
LINE: Final = "#d9cdb8"
TROUGH: Final = "#e6dcc8"
SAND: Final = "#f4ecdc"
TEAL: Final = "#1f5f5b"
TEAL_LIT: Final = "#277a74"
RUST: Final = "#a84c26"
GOLD: Final = "#b9862f"
GOLD_TEXT: Final = "#8a6118"
BRIGHT_GOLD: Final = "#e0b252"
SLATE: Final = "#57708c"
RED: Final = "#a5402f"
GREEN: Final = "#2d7a4b"
HINT: Final = "#766a58"
MOOD: Final = "#f8efdd"
YOURS: Final = "#e4eef0"
YOURS_LINE: Final = "#c6d8da"
DARK: Final = "#26332f"
DARK_BUTTON: Final = "#2f3e39"
DARK_LIT: Final = "#3d4f49"
ON_DARK: Final = "#f6efdf"
SOFT_ON_DARK: Final = "#b9c7c2"
WHITE: Final = "#ffffff"
LIT: Final = "#f6efe0"
LIT_RED: Final = "#fbeee8"
RED_LINE: Final = "#dcb3a6"
BAR_LINE: Final = "#4c5d56"
UNSPENT: Final = "#506059"
STEPPER: Final = "#f6f0e2"
THEIRS_LINE: Final = "#e5dac4"
THUMB: Final = "#b5a685"
FRAME: Final = "#cdbf9f"
FAINT: Final = "#b7a98c"
GRID: Final = "#e4dac6"
CLOUD: Final = "#b8aa8e"
AXIS: Final = "#a89a80"

#: Text on ground, as they come together on the screens.
PAIRS: Final = (
    (INK, CARD), (INK, PAPER), (INK, GROUND), (INK, SAND), (INK, YOURS), (SOFT, CARD), (SOFT, PAPER), (SOFT, GROUND),
    (SOFT, SAND), (TEAL, CARD), (TEAL, PAPER), (RUST, CARD), (RUST, PAPER), (GOLD_TEXT, CARD), (GOLD_TEXT, SAND),
    (HINT, CARD), (RED, CARD), (RED, SAND), (WHITE, TEAL), (WHITE, TEAL_LIT), (ON_DARK, DARK), (ON_DARK, DARK_BUTTON),
    (SOFT_ON_DARK, DARK), (WHITE, GREEN), (WHITE, RED), (WHITE, GOLD_TEXT), (GOLD_TEXT, MOOD), (BRIGHT_GOLD, DARK),
)  # fmt: skip

PALETTES: Final[dict[str, dict[str, str]]] = {
    "light": {},
    "dark": {
        GROUND: "#141917", PAPER: "#1b211f", CARD: "#222a27", INK: "#efe9dc", SOFT: "#b9b3a4", LINE: "#46504b",
        TROUGH: "#39433f", SAND: "#2c3531", TEAL: "#7cc9c1", TEAL_LIT: "#96dad3", RUST: "#eb9a72", GOLD: "#d3a346",
        GOLD_TEXT: "#e3ba6b", BRIGHT_GOLD: "#e0b252", SLATE: "#8fabc9", RED: "#f0917f", GREEN: "#7fcf9d",
        HINT: "#aaa495", MOOD: "#332f22", YOURS: "#1f3336", YOURS_LINE: "#3a5559", DARK: "#0c100f",
        DARK_BUTTON: "#1d2724", DARK_LIT: "#2b3733", ON_DARK: "#f6efdf", SOFT_ON_DARK: "#a9b7b2", WHITE: "#0f1816",
        LIT: "#2d3733", LIT_RED: "#3a2622", RED_LINE: "#7d4a3f", BAR_LINE: "#46544f", UNSPENT: "#3a4742",
        STEPPER: "#2a332f", THEIRS_LINE: "#414b46", THUMB: "#77705c", FRAME: "#4d554c", FAINT: "#7f7a6a",
        GRID: "#39433e", CLOUD: "#8d8778", AXIS: "#7f7a6a",
    },
    "contrast": {
        GROUND: "#ffffff", PAPER: "#ffffff", CARD: "#ffffff", INK: "#000000", SOFT: "#262626", LINE: "#000000",
        TROUGH: "#cfcfcf", SAND: "#f2f2f2", TEAL: "#003c8f", TEAL_LIT: "#00285f", RUST: "#8a1c00", GOLD: "#8a5a00",
        GOLD_TEXT: "#5c3c00", BRIGHT_GOLD: "#ffd75e", SLATE: "#1f3f66", RED: "#9c0000", GREEN: "#00502a",
        HINT: "#3a3a3a", MOOD: "#fff6d6", YOURS: "#e6efff", YOURS_LINE: "#003c8f", DARK: "#000000",
        DARK_BUTTON: "#000000", DARK_LIT: "#333333", ON_DARK: "#ffffff", SOFT_ON_DARK: "#e6e6e6", WHITE: "#ffffff",
        LIT: "#e2e2e2", LIT_RED: "#ffe6e0", RED_LINE: "#9c0000", BAR_LINE: "#ffffff", UNSPENT: "#666666",
        STEPPER: "#ffffff", THEIRS_LINE: "#000000", THUMB: "#000000", FRAME: "#000000", FAINT: "#5a5a5a",
        GRID: "#bdbdbd", CLOUD: "#6e6e6e", AXIS: "#000000",
    },
}  # fmt: skip
_COLOUR: Final = re.compile("#[0-9a-f]{6}")


class Style(NamedTuple):
    """How a person wants to see it: ``scale`` of everything that is read (1 is 100 %), a palette, easy-read letters."""

    scale: float = 1.0
    palette: str = "light"
    easy: bool = False


PLAIN_STYLE: Final = Style()


@lru_cache(256)
def tinted(body: str, palette: str) -> str:
    """An SVG body in the colours of a palette."""
    colours = PALETTES[palette]
    return _COLOUR.sub(lambda found: colours.get(found[0], found[0]), body)


WIDTH: Final = 1280
HEIGHT: Final = 720
BAR: Final = 54
"""Height of the bar at the top."""
EDGE: Final = 20
"""Room between the window's edge and a panel."""
GAP: Final = 16
"""Room between panels."""
PAD: Final = 18
"""Room between a panel's edge and what is in it."""
TIGHT, LOW = 1240, 690
"""Below this width or this height columns become tabs."""


class Type(NamedTuple):
    """A kind of text: which face, how large, how far from line to line."""

    face: str
    size: int
    leading: int


TITLE: Final = Type("serif-semibold", 40, 48)
BAR_TITLE: Final = Type("serif-semibold", 23, 29)
H1: Final = Type("serif-semibold", 25, 32)
H2: Final = Type("serif-semibold", 21, 27)
BODY: Final = Type("regular", 16, 21)
BODY_BOLD: Final = Type("semibold", 16, 21)
SPEECH: Final = Type("regular", 17, 22)
LABEL: Final = Type("semibold", 15, 20)
PLAIN: Final = Type("regular", 15, 20)
SMALL: Final = Type("regular", 14, 18)
SMALL_BOLD: Final = Type("semibold", 14, 18)
SMALL_ITALIC: Final = Type("italic", 14, 18)
TINY: Final = Type("regular", 13, 17)
TINY_BOLD: Final = Type("semibold", 13, 17)
HINT_TYPE: Final = Type("italic", 16, 21)
NUMBER: Final = Type("serif-semibold", 26, 32)
ARROW: Final = Type("semibold", 20, 24)
BUTTON: Final = Type("semibold", 16, 21)
