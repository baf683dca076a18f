"""Who looks how: one look for each portrait id, one expression for each mood; numbers and colours only."""

from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True)
class Look:
    """What does not change about a face. ``hair`` styles: short, bun, bob, bald, curly."""

    skin: str
    shade: str
    light: str
    hair: str
    hair_light: str
    eye: str
    coat: str
    coat_dark: str
    shirt: str
    lip: str
    ground: tuple[str, str]
    style: str
    tie: str = ""
    glasses: bool = False
    beard: bool = False
    earrings: bool = False


@dataclass(frozen=True)
class Expression:
    """What a mood does to a face.

    Attributes:
        raise_, tilt: brows up (units), and inner ends down (angry) or up (worried). open_: eyes, 1 is ordinary.
        gaze: sideways. squint: lower lids, 0..1. smile: -1..1. mouth: how far open, 0..1. wide: of the mouth.
        head: degrees. skew: one brow and one corner of the mouth higher.
    """

    raise_: float = 0
    tilt: float = 0
    open_: float = 1
    gaze: float = 0
    squint: float = 0
    smile: float = 0.08
    mouth: float = 0
    wide: float = 1
    head: float = 0
    skew: float = 0


EXPRESSIONS: Final = {
    "even": Expression(),
    "warm": Expression(3, -3, 0.9, 0, 0.45, 0.7, 0.35, 1.1, -2, 0),
    "cold": Expression(1, 2, 0.72, 3, 0.3, -0.15, 0, 0.9, 3, 5),
    "tense": Expression(-4, 7, 0.86, 0, 0.35, -0.5, 0, 0.9, 1, 0),
    "tired": Expression(1, -4, 0.6, -2, 0.1, -0.25, 0, 0.95, 3, 1),
    "surprised": Expression(9, -4, 1.25, 0, 0, 0, 0.9, 0.62, 0, 0),
}

LOOKS: Final = {
    "operations": Look("#d9a88a", "#bd8666", "#ebbf9f", "#8b8580", "#aba59e", "#4b5a4a", "#3f5a63", "#31474f",
                       "#efe6d6",
                       "#a85c50", ("#d9d3c0", "#b5ad93"), "bob", glasses=True),
    "planner": Look("#c98d66", "#a66e4b", "#dba380", "#3a2b24", "#57433a", "#3b2a1c", "#5a6b4d", "#47563c", "#f0e9da",
                    "#9c5546", ("#d6dccb", "#aab59b"), "short"),
    "dealer": Look("#d9a27c", "#bd835f", "#eab894", "#5b5650", "#77716a", "#4a3a2a", "#6b4a38", "#55392a", "#e9e4d8",
                   "#a85f4e", ("#d9cdb8", "#b9aa91"), "short", beard=True),
    "niece": Look("#f0c8a8", "#d8a583", "#fadcc4", "#a35a30", "#c27a4c", "#3f6b6b", "#4a5a74", "#3a475d", "#f4efe4",
                  "#bf6a5e", ("#d3dbe3", "#a9b8c6"), "bun", earrings=True),
    "manager": Look("#e3b692", "#c49370", "#f2cdb0", "#2f2a28", "#4c4542", "#33495a", "#2f4858", "#243946", "#e9e4d8",
                    "#b06a58", ("#dcd2c2", "#bcae96"), "short", tie="#a8453f"),
    "vendor": Look("#a8704a", "#875636", "#be875f", "#1f1a19", "#3d3431", "#2a1a12", "#54606e", "#424c58", "#f0e9da",
                   "#8e4a3e", ("#d5d9d6", "#a8b0ab"), "curly", glasses=True),
    "buyer": Look("#8d5a3c", "#70442c", "#a56f4e", "#221a18", "#3a2c28", "#2a1a12", "#7a3b5e", "#62304c", "#f0dfd0",
                  "#8e4040", ("#cfd8cf", "#a3b5a6"), "bun", earrings=True),
}  # fmt: skip


def look_of(portrait: str, name: str) -> Look:
    """The look of a portrait id; for one we do not know, always the same one for the same name."""
    every = list(LOOKS.values())
    return LOOKS.get(portrait) or every[sum(map(ord, name)) % len(every)]


def between(a: Expression, b: Expression, share: float) -> Expression:
    """The expression a share (0..1) of the way from one to another.

    >>> between(Expression(head=0), Expression(head=4), 0.5).head
    2.0
    """
    way = {f.name: getattr(a, f.name) + (getattr(b, f.name) - getattr(a, f.name)) * share for f in fields(Expression)}
    return Expression(**way)
