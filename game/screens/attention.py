"""Who has the focus, where the mouse is, where the caret stands: and from that, what a raw event means.

The parts of the last drawing decide; nothing here knows any particular screen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pygame

from game.screens.events import Event, Key, Press, Roll, Send, Slide, Write
from game.screens.parts import Part, Rect
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
    rolls: dict[str, float] = field(default_factory=dict)
    """How far each thing that rolls is rolled, in logical units."""
    views: dict[str, tuple[Rect, float]] = field(default_factory=dict)
    """What rolled in the last drawing: where it is seen, and how far it can be rolled."""
    at: tuple[float, float] = (0.0, 0.0)
    """Where the mouse is."""
    shown: str = ""
    """The focus that was last rolled into view."""

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

    # -- rolling ---------------------------------------------------------------------------------------------------

    def roll(self, name: str, by: float) -> None:
        """Roll something on or back, as far as it goes."""
        self.rolls[name] = max(0.0, min(self.views[name][1], self.rolls.get(name, 0.0) + by))

    def under_mouse(self) -> str:
        """What rolls where the mouse is; empty for nothing."""
        return next((name for name, (view, most) in self.views.items() if most and view.holds(*self.at)), "")

    def around_focus(self) -> str:
        """What rolls with the focus in it, else the only thing that does; empty for nothing."""
        part, rolling = self.part(self.focus), [name for name, (_, most) in self.views.items() if most]
        held = [each for each in rolling if part is not None and self.views[each][0].overlap(part.rect).w > 0]
        return held[0] if held else rolling[0] if len(rolling) == 1 else ""

    def reveal(self) -> bool:
        """Roll the part that has the focus into view, if keys are used and it is new; whether anything rolled."""
        part = self.part(self.focus)
        if part is None or not self.keyboard or self.shown == self.focus:
            return False
        self.shown = self.focus
        for name, (view, most) in self.views.items():
            if most and part.clip == view and not part.id.startswith("roll."):
                before, rect = self.rolls.get(name, 0.0), part.rect
                low, high = rect.bottom + 8 - view.bottom, rect.y - 8 - view.y
                self.roll(name, high if high < 0 or rect.h > view.h else max(0.0, low))
                return self.rolls[name] != before
        return False

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
        if raw.type == pygame.MOUSEWHEEL and (name := self.under_mouse()):
            self.roll(name, -_WHEEL * float(raw.y))
            return []
        if raw.type == pygame.MOUSEWHEEL:
            return [Roll(self.hover, -_WHEEL * float(raw.y))]
        if raw.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._mouse(raw, raw.pos[0] / factor, raw.pos[1] / factor)
        return []

    def _mouse(self, raw: pygame.event.Event, x: float, y: float) -> list[Event]:
        part, self.at = self.under(x, y), (x, y)
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
        if part.id.startswith("roll."):
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
        if part is not None and part.id.startswith("roll.") and key in _ROLLS:
            self.roll(part.id.removeprefix("roll."), _ROLLS[key])
            return []
        if part is not None and part.role == "slider" and key in _ENDS:
            return [Slide(part.id, _ENDS[key] * (part.steps - 1))]
        if part is not None and part.role == "slider" and key in _STEPS:
            return [Slide(part.id, max(0, min(part.steps - 1, part.at + _STEPS[key])))]
        if key in (pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT):
            self._step(-1 if key in (pygame.K_UP, pygame.K_LEFT) else 1)
            return []
        return self._rest(key)

    def _rest(self, key: int) -> list[Event]:
        name = self.around_focus()
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and name:
            self.roll(name, _PAGE if key == pygame.K_PAGEDOWN else -_PAGE)
            return []
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


_ROLLS = {pygame.K_UP: -40.0, pygame.K_LEFT: -40.0, pygame.K_DOWN: 40.0, pygame.K_RIGHT: 40.0,
          pygame.K_HOME: -1e6, pygame.K_END: 1e6}  # fmt: skip
_ENDS = {pygame.K_HOME: 0, pygame.K_END: 1}


def _slid(part: Part, x: float) -> Slide:
    """A slider taken to the place nearest to the mouse; places are as far apart as the slider draws them."""
    inner = part.rect.inset(_KNOB, 0)
    share = (x - inner.x) / max(1.0, inner.w)
    return Slide(part.id, max(0, min(part.steps - 1, round(share * (part.steps - 1)))))


_KNOB = 10.0
