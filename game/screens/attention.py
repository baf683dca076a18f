"""Who has the focus, where the mouse is, where the caret stands: and from that, what a raw event means.

The parts of the last drawing decide; nothing here knows any particular screen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pygame

from game.screens.events import Event, Key, Press, Roll, Send, Slide, Write
from game.screens.parts import Part
from game.screens.regions import Memory

_WHEEL = 60.0
_PAGE = 240.0
_STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_MINUS: -1, pygame.K_PLUS: 1}


@dataclass
class Attention:
    """The state of the controls between two drawings.

    Attributes:
        keyboard: whether the last act was a key: only then a ring is drawn around the focus.
        caret: place in the field that has the focus. editing: what an input method has not settled yet.
    """

    focus: str = ""
    hover: str = ""
    keyboard: bool = False
    caret: int = 0
    editing: str = ""
    grabbed: str = ""
    parts: Sequence[Part] = field(default_factory=list)
    _taken: tuple[str, ...] = ()
    """What a key that was no typing would have typed: "/" moves to the field, and is not written into it."""
    memory: Memory = field(default_factory=Memory)
    """What is on the surface."""

    def here(self, ids: Collection[str]) -> tuple[object, ...]:
        """What of focus and mouse lies on some parts: all that their drawing depends on here."""
        focus = (self.focus, self.keyboard, self.caret, self.editing) if self.focus in ids else ()
        return (focus, self.hover if self.hover in ids else "")

    def settle(self, parts: Sequence[Part], fallback: str, whole: bool = True) -> None:
        """Take up what was drawn; a focus that is gone goes to the fallback, once the drawing is whole."""
        self.parts = parts
        if whole and self.focus and all(part.id != self.focus for part in parts):
            self.aim(fallback if any(part.id == fallback for part in parts) else "")

    def aim(self, part_id: str) -> None:
        """Give a part the focus; a field's caret goes to its end."""
        self.focus = part_id
        part = self.part(part_id)
        self.caret = len(part.value) if part is not None and part.role == "field" else 0

    def part(self, part_id: str) -> Part | None:
        """The part of that id."""
        return next((part for part in self.parts if part.id == part_id), None)

    def under(self, x: float, y: float) -> Part | None:
        """The uppermost part to press at a point."""
        return next((part for part in reversed(self.parts) if part.pressed and part.seen.holds(x, y)), None)

    # -- raw events ------------------------------------------------------------------------------------------------

    def meaning(self, raw: pygame.event.Event, factor: float) -> list[Event]:
        """What a raw event comes to. Focus, hover and caret are changed here."""
        if raw.type == pygame.KEYDOWN:
            self.keyboard = True
            held = self.part(self.focus)
            typing = held is not None and held.role == "field"
            self._taken = () if typing else (str(raw.unicode), pygame.key.name(raw.key))
            return self._key(raw)
        if raw.type == pygame.TEXTINPUT:
            taken, self._taken = self._taken, ()
            return self._typed(str(raw.text)) if raw.text.lower() not in taken else []
        if raw.type == pygame.TEXTEDITING:
            self.editing = str(raw.text)
            return []
        if raw.type == pygame.MOUSEWHEEL:
            return [Roll(self.hover, -_WHEEL * float(raw.y))]
        if raw.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._mouse(raw, raw.pos[0] / factor, raw.pos[1] / factor)
        return []

    def _mouse(self, raw: pygame.event.Event, x: float, y: float) -> list[Event]:
        part = self.under(x, y)
        if raw.type == pygame.MOUSEMOTION:
            self.hover = part.id if part else ""
            held = self.part(self.grabbed)
            return [_slid(held, x)] if held is not None else []
        if raw.button != 1:
            return []
        self.keyboard = False
        if raw.type == pygame.MOUSEBUTTONUP:
            pressed = part is not None and part.id == self.focus and part.role in ("button", "tab", "choice")
            self.grabbed = ""
            return [Press(self.focus)] if pressed else []
        self.aim(part.id if part else "")
        if part is None or part.role != "slider":
            return []
        self.grabbed = part.id
        return [_slid(part, x)]

    def _key(self, raw: pygame.event.Event) -> list[Event]:
        part = self.part(self.focus)
        key, mods = raw.key, raw.mod
        if key == pygame.K_TAB:
            self._step(-1 if mods & pygame.KMOD_SHIFT else 1)
            return []
        if part is not None and part.role == "field":
            return self._field_key(part, key)
        if part is not None and key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return [Press(part.id)]
        if part is not None and part.role == "slider" and key in _ENDS:
            return [Slide(part.id, _ENDS[key] * (part.steps - 1))]
        if part is not None and part.role == "slider" and key in _STEPS:
            return [Slide(part.id, max(0, min(part.steps - 1, part.at + _STEPS[key])))]
        if key in (pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT):
            self._step(-1 if key in (pygame.K_UP, pygame.K_LEFT) else 1)
            return []
        return self._rest(key)

    def _rest(self, key: int) -> list[Event]:
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            return [Roll("", _PAGE if key == pygame.K_PAGEDOWN else -_PAGE)]
        return [Key(pygame.key.name(key))]

    def _step(self, by: int) -> None:
        """On to the next part that takes the focus, around the end."""
        order = [part.id for part in self.parts if part.pressed]
        if order:
            start = order.index(self.focus) if self.focus in order else -1 if by > 0 else 0
            self.aim(order[(start + by) % len(order)])

    def _field_key(self, part: Part, key: int) -> list[Event]:
        text, at = part.value, min(self.caret, len(part.value))
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return [Send(part.id)]
        if key == pygame.K_BACKSPACE and at:
            self.caret = at - 1
            return [Write(part.id, text[: at - 1] + text[at:])]
        if key == pygame.K_DELETE:
            return [Write(part.id, text[:at] + text[at + 1 :])]
        moved = {pygame.K_LEFT: at - 1, pygame.K_RIGHT: at + 1, pygame.K_HOME: 0, pygame.K_END: len(text)}
        if key in moved:
            self.caret = max(0, min(len(text), moved[key]))
        elif key in (pygame.K_UP, pygame.K_DOWN):
            self._step(-1 if key == pygame.K_UP else 1)
        elif key in (pygame.K_ESCAPE, pygame.K_F1, pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            return self._rest(key)
        return []

    def _typed(self, text: str) -> list[Event]:
        part = self.part(self.focus)
        if part is None or part.role != "field":
            return []
        self.editing = ""
        at = min(self.caret, len(part.value))
        self.caret = at + len(text)
        return [Write(part.id, part.value[:at] + text + part.value[at:])]


_ENDS = {pygame.K_HOME: 0, pygame.K_END: 1}


def _slid(part: Part, x: float) -> Slide:
    """A slider taken to the place nearest to the mouse; places are as far apart as the slider draws them."""
    inner = part.rect.inset(_KNOB, 0)
    share = (x - inner.x) / max(1.0, inner.w)
    return Slide(part.id, max(0, min(part.steps - 1, round(share * (part.steps - 1)))))


_KNOB = 10.0
