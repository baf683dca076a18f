"""The talk as bubbles, the newest at the bottom; each with what it was taken as."""

from dataclasses import dataclass

from game.screens import theme
from game.screens.parts import Part, Rect
from game.screens.talk import Talk
from game.screens.told import Bubble
from game.screens.ui import Ui

_MARGIN = 14.0
_NARROW = {"scene": theme.SOFT, "news": theme.GOLD_TEXT, "note": theme.INK, "event": theme.RUST}
_TYPES = {"scene": theme.SMALL_ITALIC, "news": theme.SMALL_BOLD, "note": theme.BODY_BOLD, "event": theme.SMALL_BOLD}


@dataclass(frozen=True)
class _Placed:
    """A bubble and how tall it is with its tag and the room below."""

    bubble: Bubble
    tall: float


def draw_transcript(ui: Ui, table: Talk, rect: Rect) -> None:
    """The panel and what is on it; what is rolled out of it is registered all the same, so that it can be read out."""
    ui.region("talk", rect, (), lambda: ui.canvas.box(rect, theme.PAPER, 14, shadow=4))
    view = rect.inset(8, 8)
    # Broken into lines now, while planning: a new reply is then shown by the next frame, not all at once.
    placed = [_Placed(bubble, _tall(ui, bubble, view.w)) for bubble in table.bubbles]
    ui.region("lines", view, (table.version, table.scroll), lambda: _lines(ui, table, view, placed), theme.PAPER, 0)


def _lines(ui: Ui, table: Talk, view: Rect, placed: list[_Placed]) -> None:
    whole = sum(each.tall for each in placed)
    table.scroll_limit = max(0.0, whole - view.h)
    table.scroll = min(table.scroll, table.scroll_limit)
    y = view.bottom - whole + table.scroll if whole > view.h else view.y
    with ui.within(view):
        for n, each in enumerate(placed):
            _bubble(ui, f"line.{n}", each, view.x, y, view.w)
            y += each.tall
        ui.track(view, table.scroll_limit - table.scroll, whole)


def _wide(width: float) -> float:
    return round(width * 0.77)


def _tall(ui: Ui, bubble: Bubble, width: float) -> float:
    if bubble.kind in _NARROW:
        return ui.tall(bubble.text, _TYPES[bubble.kind], width - 2 * _MARGIN - 40) + 16
    inner = _wide(width) - 2 * _MARGIN
    tag = ui.tall(bubble.tag, theme.TINY_BOLD, inner) + 4 if bubble.tag else 0
    return ui.tall(bubble.text, theme.SPEECH, inner) + 18 + tag + 10


def _bubble(ui: Ui, part: str, placed: _Placed, x: float, y: float, width: float) -> None:
    bubble = placed.bubble
    said = f"{bubble.who}: “{bubble.text}”" if bubble.who else bubble.text
    ui.register(Part(part, "line", said, f"({bubble.tag})" if bubble.tag else "", Rect(x, y, width, placed.tall),
                     clip=ui.clip))  # fmt: skip
    if Rect(x, y, width, placed.tall).overlap(ui.clip or Rect(x, y, width, placed.tall)).h <= 0:
        return
    if bubble.kind in _NARROW:
        _between(ui, bubble, x, y, width)
    else:
        _speech(ui, bubble, x, y, width)


def _between(ui: Ui, bubble: Bubble, x: float, y: float, width: float) -> None:
    """A scene, an event, a piece of news: in the middle, without a bubble."""
    kind, y = _TYPES[bubble.kind], y + 6
    inner = width - 2 * _MARGIN - 40
    for line in ui.canvas.lines(bubble.text, kind, inner):
        ui.letters(x + width / 2, y, line, kind, _NARROW[bubble.kind], "c", inner)
        y += ui.canvas.leading(kind)


def _speech(ui: Ui, bubble: Bubble, x: float, y: float, width: float) -> None:
    mine = bubble.kind == "yours"
    wide = _wide(width)
    inner = wide - 2 * _MARGIN
    left = x + width - wide - 14 if mine else x + 4
    tall = ui.tall(bubble.text, theme.SPEECH, inner) + 18
    ui.canvas.box(Rect(left, y, wide, tall), theme.YOURS if mine else theme.CARD, 13,
                  theme.YOURS_LINE if mine else theme.THEIRS_LINE, 1)  # fmt: skip
    ui.paragraph("", left + _MARGIN, y + 8, bubble.text, inner, theme.SPEECH)
    y += tall + 3
    for line in ui.canvas.lines(bubble.tag, theme.TINY_BOLD, inner):
        at = left + wide - 8 if mine else left + 8
        ui.letters(at, y, line, theme.TINY_BOLD, theme.TEAL if mine else theme.RUST, "r" if mine else "l", inner)
        y += ui.canvas.leading(theme.TINY_BOLD)
