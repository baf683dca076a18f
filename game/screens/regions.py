"""Painting a screen in regions: only those whose looks have changed are painted, and only they go to the display.

A screen plans its regions in the order in which they lie on each other (and in which Tab goes through them); nothing is
painted before all are known, because a region that has grown may lie where another one was. What is on the surface
stays there: nothing is kept as pixels, and nothing is blitted twice. A frame that has no time left leaves regions as
they were for the next one.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Final

import pygame

from game.screens import theme
from game.screens.parts import Ink, Part, Rect

#: How far the shadow of a panel reaches beyond it; and how far in its round corners do.
SHADE, CORNER = 8.0, 14.0
_STALE: Final = object()


@dataclass(frozen=True)
class Region:
    """A part of a screen.

    Attributes:
        key: all that its drawing reads but focus and mouse. rect: where it draws; ``margin`` is room around it for
            shadows and rings, cleared with it. ground: the colour below it.
    """

    name: str
    rect: Rect
    key: Hashable
    draw: Callable[[], None]
    ground: str
    margin: float


@dataclass(frozen=True)
class Painted:
    """A region as it is on the surface now: where, what it depended on, and what it registered."""

    area: pygame.Rect
    ground: str
    key: Hashable
    here: Hashable
    pressed: frozenset[str]
    parts: tuple[Part, ...]
    inks: tuple[Ink, ...]
    fallback: str


@dataclass
class Memory:
    """What is on a surface. ``base`` is what all regions depend on; without it everything is painted anew."""

    base: Hashable = None
    painted: dict[str, Painted] | None = None

    def forget(self) -> None:
        """The surface is not what it was."""
        self.base = self.painted = None


@dataclass
class Brush:
    """What painting a region needs from the drawing it belongs to. ``rim``: margin and corner of a panel in pixels."""

    surface: pygame.Surface
    rim: int
    area: Callable[[Region], pygame.Rect]
    here: Callable[[frozenset[str]], Hashable]
    draw: Callable[[Region, pygame.Rect], tuple[tuple[Part, ...], tuple[Ink, ...], str]]
    colour: Callable[[str], str]

    def clear(self, region: Region, area: pygame.Rect) -> None:
        """The ground below a region; below a panel only where its corners and its shadow let it show."""
        inner = area.inflate(-2 * self.rim, -2 * self.rim)
        whole = region.margin < SHADE or inner.w <= 0 or inner.h <= 0
        for each in [area] if whole else without(area, inner):
            self.surface.fill(self.colour(region.ground), each)


@dataclass(frozen=True)
class Done:
    """What painting came to: every region in order, what changed on the surface, and whether some had to wait."""

    regions: list[Painted]
    changed: list[pygame.Rect]
    unfinished: bool


def paint(memory: Memory, base: Hashable, regions: list[Region], brush: Brush, until: float | None) -> Done:
    """Bring the surface up to date; after ``until`` (of ``perf_counter``) the rest is left for the next frame.

    Every frame paints at least one region, so that it is whole in the end.
    """
    before = memory.painted if memory.painted is not None and memory.base == base else None
    areas = [brush.area(region) for region in regions]
    if before is None:
        brush.surface.fill(brush.colour(theme.GROUND))
        work = _Work([brush.surface.get_rect()], until)
        before = {}
    else:
        work = _Work(_vacated(before, regions, areas, brush), until)
    painted: dict[str, Painted] = {}
    for region, area in zip(regions, areas, strict=True):
        held = before.get(region.name)
        if held is not None and (kept := _kept(held, region, area, work, brush)):
            painted[region.name] = kept
        elif held is None and work.waits(area):
            work.waiting.append(area)
        else:
            if not any(each.contains(area) for each in work.fresh):  # else what lies below was painted just now
                brush.clear(region, area)
            painted[region.name] = _painted(region, area, brush)
            work.fresh.append(area)
            work.done += 1
    memory.base, memory.painted = base, painted
    return Done(list(painted.values()), work.fresh, bool(work.waiting))


@dataclass
class _Work:
    """What a frame has come to so far: areas painted or cleared, areas left for the next one."""

    fresh: list[pygame.Rect]
    until: float | None
    waiting: list[pygame.Rect] = field(default_factory=list)
    done: int = 0

    def waits(self, area: pygame.Rect) -> bool:
        """Whether what is there has to wait: there is no time left, or what lies below it waits."""
        late = self.until is not None and self.done > 0 and time.perf_counter() > self.until
        return late or area.collidelist(self.waiting) >= 0


def _kept(held: Painted, region: Region, area: pygame.Rect, work: _Work, brush: Brush) -> Painted | None:
    """The region as it was, when it is up to date or there is no time for it; None to paint it."""
    if area.collidelist(work.fresh) >= 0:
        return None
    if held.area == area and held.key == region.key and held.here == brush.here(held.pressed):
        return held
    if not work.waits(area):
        return None
    work.waiting.append(area)
    return replace(held, area=area, key=_STALE)


def without(area: pygame.Rect, hole: pygame.Rect) -> list[pygame.Rect]:
    """A rectangle without another one, as up to four.

    >>> without(pygame.Rect(0, 0, 9, 9), pygame.Rect(0, 0, 9, 4))
    [Rect(0, 4, 9, 5)]
    """
    hole = area.clip(hole)
    if not hole.w or not hole.h:
        return [area]
    strips = (
        (area.x, area.y, area.w, hole.y - area.y),
        (area.x, hole.bottom, area.w, area.bottom - hole.bottom),
        (area.x, hole.y, hole.x - area.x, hole.h),
        (hole.right, hole.y, area.right - hole.right, hole.h),
    )
    return [pygame.Rect(each) for each in strips if each[2] > 0 and each[3] > 0]


def _vacated(
    before: dict[str, Painted], regions: list[Region], areas: list[pygame.Rect], brush: Brush
) -> list[pygame.Rect]:
    """Where regions no longer are; the ground shows there again, unless one that has moved will lie there."""
    now = {region.name: area for region, area in zip(regions, areas, strict=True)}
    moved = [area for name, area in now.items() if name not in before or before[name].area != area]
    found = []
    for name, held in reversed(before.items()):  # a panel after what lay on it: its ground is the one that stays
        if now.get(name) == held.area:
            continue
        strips = [held.area]
        for area in moved:
            strips = [rest for strip in strips for rest in without(strip, area)]
        for strip in strips:
            brush.surface.fill(brush.colour(held.ground), strip)
        found += strips
    return found


def _painted(region: Region, area: pygame.Rect, brush: Brush) -> Painted:
    parts, inks, fallback = brush.draw(region, area)
    pressed = frozenset(part.id for part in parts if part.pressed)
    return Painted(area, region.ground, region.key, brush.here(pressed), pressed, parts, inks, fallback)
