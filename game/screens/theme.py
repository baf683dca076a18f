"""The one place for colours, type and spacing. Sizes are logical units: 1280 x 720 of them fill the smallest shape.

Every pair of text and ground used here has a contrast of at least 4.5 (WCAG AA); a test computes it.
"""

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

#: Text on ground, as they come together on the screens.
PAIRS: Final = (
    (INK, CARD), (INK, PAPER), (INK, GROUND), (INK, SAND), (INK, YOURS), (SOFT, CARD), (SOFT, PAPER), (SOFT, GROUND),
    (SOFT, SAND), (TEAL, CARD), (TEAL, PAPER), (RUST, CARD), (RUST, PAPER), (GOLD_TEXT, CARD), (GOLD_TEXT, SAND),
    (HINT, CARD), (RED, CARD), (RED, SAND), (WHITE, TEAL), (WHITE, TEAL_LIT), (ON_DARK, DARK), (ON_DARK, DARK_BUTTON),
    (SOFT_ON_DARK, DARK), (WHITE, GREEN), (WHITE, RED), (WHITE, GOLD_TEXT), (GOLD_TEXT, MOOD), (BRIGHT_GOLD, DARK),
)  # fmt: skip

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


class Type(NamedTuple):
    """A kind of text: which face, how large, how far from line to line."""

    face: str
    size: int
    leading: int


TITLE: Final = Type("serif-semibold", 40, 48)
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
