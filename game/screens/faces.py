"""Who looks how: one look for each portrait id, one expression for each mood; numbers and colours only."""

from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True)
class Look:
    """What does not change about a face.

    Attributes:
        style: of the hair: short, bun, bob, bald, curly, long, tuft, wrap.
        brow: the colour of the brows, where it is not the hair's.
        dress: coat (with lapels), jumper, pyjamas.
        lines: how much a face has been used, 0..2. small: of a child. aid: a hearing aid.
    """

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
    brow: str = ""
    dress: str = "coat"
    lines: int = 0
    freckles: bool = False
    aid: bool = False
    small: bool = False


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
    "seller": Look("#dcae90", "#b98a6a", "#ebc4a8", "#b9b4ac", "#d6d2ca", "#4f6472", "#5b6470", "#454d57", "#dfe3e4",
                   "#a8675a", ("#d8d2c4", "#b3a995"), "bald", beard=True, brow="#8f8a84", lines=2, aid=True),
    "parent": Look("#b87b55", "#955f3f", "#cb9069", "#2b211d", "#4b3b33", "#3a2818", "#6a4f6b", "#533d55", "#e8dfd2",
                   "#95503f", ("#d9d0c4", "#aa9f92"), "long", lines=1, dress="jumper"),
    "child": Look("#c58a62", "#a46c48", "#d8a07a", "#3a2a20", "#5d4636", "#3f2b1a", "#34507a", "#283f63", "#f2d27a",
                  "#b0604e", ("#c9d3df", "#94a5b9"), "tuft", freckles=True, dress="pyjamas", small=True),
    "flatmate": Look("#edc4a4", "#cf9f7e", "#f8d9c0", "#c79a5b", "#dfb87c", "#4a6b4f", "#3f6b66", "#2f534f", "#e9e4d8",
                     "#b9675a", ("#d5dad2", "#a9b3a6"), "short", glasses=True, dress="jumper"),
    "cook": Look("#6f4530", "#53311f", "#875741", "#b3442f", "#d0664c", "#23150d", "#c08a3a", "#9d6f2c", "#f0e2c4",
                 "#7c3a36", ("#d8d9c6", "#a9ac92"), "wrap", earrings=True, brow="#2a1a12", dress="jumper"),
    "friend": Look("#f2d0b6", "#d6a98c", "#fbe2cf", "#6b3d2a", "#8a563d", "#5a7186", "#8a5a3c", "#6d452d", "#efe3d3",
                   "#bd6a60", ("#d2d6dc", "#a4acb8"), "long", freckles=True),
    "mate": Look("#e9bd9c", "#c99674", "#f6d4b9", "#a4562c", "#c3743f", "#50705c", "#4b5744", "#384233", "#d9d3c2",
                 "#b06351", ("#cfd6da", "#9eabb2"), "curly", beard=True, lines=1, dress="jumper"),
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
