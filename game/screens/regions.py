"""Painting a screen in regions: only those whose looks have changed are painted, and only they go to the display.

A screen plans its regions in the order in which they lie on each other (and in which Tab goes through them); nothing is
painted before all are known, because a region that has grown may lie where another one was. What is on the surface
stays there: nothing is kept as pixels, and nothing is blitted twice. A frame that has no time left leaves regions as
they were for the next one.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
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

    def clear(self, region: Region, area: pygame.Rect) -> None:
        """The ground below a region; below a panel only where its corners and its shadow let it show."""
        inner = area.inflate(-2 * self.rim, -2 * self.rim)
        whole = region.margin < SHADE or inner.w <= 0 or inner.h <= 0
        for each in [area] if whole else without(area, inner):
            self.surface.fill(region.ground, each)


@dataclass(frozen=True)
class Done:
    """What painting came to: every region in order, what changed on the surface, and whether some had to wait."""

    regions: list[Painted]
    changed: list[pygame.Rect]
    unfinished: bool


def paint(memory: Memory, base: Hashable, regions: list[Region], brush: Brush, until: float | None) -> Done:
    """Bring the surface up to date; after ``until`` (of ``perf_counter``) what was there before stays for a frame."""
    before = memory.painted if memory.painted is not None and memory.base == base else None
    areas = [brush.area(region) for region in regions]
    if before is None:
        brush.surface.fill(theme.GROUND)
        changed, before = [brush.surface.get_rect()], {}
    else:
        changed = _vacated(before, regions, areas, brush.surface)
        if until is not None and any(region.name not in before for region in regions):
            until = 0.0  # what is new cannot wait, and is enough for one frame
    fresh, waiting = list(changed), list[pygame.Rect]()
    painted: dict[str, Painted] = {}
    for region, area in zip(regions, areas, strict=True):
        held = before.get(region.name)
        if held is not None and (kept := _kept(held, region, area, fresh, waiting, brush, until)):
            painted[region.name] = kept
            continue
        if not any(each.contains(area) for each in fresh):  # else what lies below was painted just now
            brush.clear(region, area)
        painted[region.name] = _painted(region, area, brush)
        fresh.append(area)
    memory.base, memory.painted = base, painted
    return Done(list(painted.values()), fresh, bool(waiting))


def _kept(
    held: Painted, region: Region, area: pygame.Rect, fresh: list[pygame.Rect], waiting: list[pygame.Rect],
    brush: Brush, until: float | None,
) -> Painted | None:  # fmt: skip
    """The region as it was, when it is up to date or there is no time for it; None to paint it."""
    if area.collidelist(fresh) >= 0:
        return None
    if held.area == area and held.key == region.key and held.here == brush.here(held.pressed):
        return held
    if until is None or (time.perf_counter() <= until and area.collidelist(waiting) < 0):
        return None
    waiting.append(area)
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
    before: dict[str, Painted], regions: list[Region], areas: list[pygame.Rect], surface: pygame.Surface
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
            surface.fill(held.ground, strip)
        found += strips
    return found


def _painted(region: Region, area: pygame.Rect, brush: Brush) -> Painted:
    parts, inks, fallback = brush.draw(region, area)
    pressed = frozenset(part.id for part in parts if part.pressed)
    return Painted(area, region.ground, region.key, brush.here(pressed), pressed, parts, inks, fallback)
