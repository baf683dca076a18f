"""Small pictures for the verbs, drawn as strokes in a 24 x 24 box."""

from typing import Final

from game.screens.canvas import Canvas
from game.screens.parts import Rect

_RING: Final = '<circle cx="12" cy="12" r="9"/>'
ICONS: Final = {
    "asking": f'{_RING}<path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 .9-1 1.7M12 16.6v.2"/>',
    "telling": '<path d="M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5"/>',
    "arguing": '<path d="M12 4v16M6 20h12M5 8h14M5 8l-3 6h6zM19 8l-3 6h6z"/>',
    "offering": '<path d="M4 8h14l-4-4M20 16H6l4 4"/>',
    "answering": '<path d="M4 13l5 5L20 6"/>',
    "easing": '<path d="M12 20s-8-5-8-11a4 4 0 0 1 8-1.500a4 4 0 0 1 8 1.500c0 6-8 11-8 11z"/>',
    "process": '<path d="M5 5h14M5 10h14M5 15h9M5 20h6"/>',
    "pressing": '<path d="M13 3L5 14h6l-1 7 8-11h-6z"/>',
    "ending": '<path d="M14 4h5v16h-5M4 12h10M10 8l4 4-4 4"/>',
}


def icon(canvas: Canvas, name: str, rect: Rect, colour: str) -> None:
    """A picture in a colour."""
    body = f'<g fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
    canvas.picture(body + ICONS[name] + "</g>", (24, 24), rect)
