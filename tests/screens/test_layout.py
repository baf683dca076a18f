"""What a program can tell of looks: nothing cut off, nothing on top of other text, everything in the twin."""

from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from game.screens import theme
from game.screens.again import Again
from game.screens.attention import Attention
from game.screens.brief import Brief
from game.screens.debrief import Debriefing
from game.screens.events import Tick
from game.screens.handbook import Handbook
from game.screens.lookback import LookBack
from game.screens.panes import Panes
from game.screens.parts import Ink, Rect, twin
from game.screens.prepare import Prepare
from game.screens.progress import Progress
from game.screens.screen import Screen
from game.screens.settings import SettingsScreen
from game.screens.shot import SCREENS as SHOTS
from game.screens.shot import drawn, shot
from game.screens.table import Table
from game.screens.title import Title
from game.screens.ui import Ui
from game.session.progress import Played
from tests.screens.stages import SCENES, elsewhere, ended, session, talking

SIZES = ((1280, 720), (1024, 600))
#: Sizes that are laid out as 1280x720 is, only with more pixels: looked at with one scene.
LARGE = ((1920, 1080), (2560, 1440))


def title() -> Title:
    made = Title()
    made.read_all()
    return made


def progress() -> Progress:
    """Seven games of two scenes."""
    games = [
        Played("raise_request" if n % 3 else "flea_market", f"2026-0{n + 1}-01", "deal", 12.0 * n, 3.0 + n / 3,
               {"asked_before_offering": n % 2 == 0, "traded": n > 4})
        for n in range(7)
    ]  # fmt: skip
    made = Progress()
    made.every, made.goal = games, "traded"
    return made


def table_with(*keys: str, assist: str = "coach") -> Callable[[], Screen]:
    """The table with a page of the menu open."""

    def make() -> Screen:
        made = Table(talking(assist))
        for key in keys:
            made.open(key) if key in made.groups else made.choose(key)
        return made

    return make


def tab(name: str) -> Callable[[], Screen]:
    def make() -> Screen:
        made = Debriefing(ended())
        made.rows.chosen = name
        return made

    return make


def reviewed() -> Screen:
    """The debrief with its review worked out."""
    screen = Debriefing.at_the_review(ended())
    while screen.moving:
        screen.take(Tick(0.02))
    return screen


def scene(kind: Callable[..., Screen], name: str) -> Callable[[], Screen]:
    return lambda: kind(elsewhere(name) if kind in (Table, Debriefing) else session(scene=name))


SCREENS: dict[str, Callable[[], Screen]] = {
    "title": title, "handbook": Handbook, "progress": progress, "settings": SettingsScreen,
    "own": tab("tab.own"), "lookback": lambda: LookBack(ended()),
    "debrief": tab("tab.overview"), "how": tab("tab.how"), "turns": tab("tab.turns"), "behind": tab("tab.behind"),
    "review": reviewed, "again": lambda: Again(ended()),
    "table ended": lambda: Table(ended()),
    "table practice": table_with(assist="practice"), "table real": table_with(assist="real"),
    "ask": table_with("asking"), "evidence": table_with("arguing", "argue"),
    "reason": table_with("asking", "ask_reason"),
    "offer": table_with("offering", "offer"), "riders": table_with("offering", "offer", "add"),
    "accept": table_with("ending", "leave"),
}  # fmt: skip
SCREENS |= {f"{k.__name__} {name}": scene(k, name) for k in (Brief, Prepare, Table, Debriefing) for name in SCENES}


@cache
def screen(name: str) -> Screen:
    """Made once: looking changes nothing."""
    return SCREENS[name]()


def looked_at(name: str, size: tuple[int, int]) -> Ui:
    return drawn(screen(name), size)[1]


def seen(ink: Ink) -> Rect:
    return ink.rect.overlap(ink.clip) if ink.clip else ink.rect


def overlapping(inks: list[Ink]) -> list[tuple[str, str]]:
    """Pairs of texts that lie on each other by more than the air around letters."""
    found = []
    for one, other in combinations(inks, 2):
        both = seen(one).inset(0.5, 3).overlap(seen(other).inset(0.5, 3))
        if both.w > 0 and both.h > 0:
            found.append((one.text, other.text))
    return found


def faults(ui: Ui) -> tuple[list[str], ...]:
    """Text cut off, text off the screen, text beside what it rolls in, text on text."""
    whole = Rect(0, 0, ui.width, ui.height)
    assert ui.inks
    cut = [ink.text for ink in ui.inks if ink.room is not None and ink.rect.w > ink.room + 1]
    out = [ink.text for ink in ui.inks if seen(ink).overlap(whole).w < seen(ink).w - 1]
    out += [ink.text for ink in ui.inks if seen(ink).overlap(whole).h < seen(ink).h - 3]
    beside = [i.text for i in ui.inks if i.clip and i.room is not None and i.rect.right > i.clip.right + 1]
    return cut, out, beside, [f"{one} / {other}" for one, other in overlapping(ui.inks)]


@pytest.mark.parametrize(
    ("name", "size"),
    [(name, size) for name in SCREENS for size in SIZES]
    + [(name, size) for name in SCREENS for size in LARGE if " " not in name or name.endswith("raise_request")],
)
def test_no_text_is_cut_off_or_lies_on_other_text(name: str, size: tuple[int, int]) -> None:
    assert faults(looked_at(name, size)) == ([], [], [], [])


def panes_of(made: Screen) -> Panes | None:
    """The columns that become tabs, if the screen has some."""
    return getattr(made, "panes", None)


def in_every_pane(name: str, size: tuple[int, int], style: theme.Style) -> dict[str, tuple[list[str], ...]]:
    """The faults of each pane of a screen, rolled to its beginning and to its end; only panes with faults."""
    made, found = screen(name), {}
    panes = panes_of(made)
    held = panes.chosen if panes is not None else ""
    for pane, _ in panes.panes if panes is not None else (("", ""),):
        if panes is not None:
            panes.chosen = pane
        attention = Attention()
        for end in ("", " at its end"):
            surface, ui = drawn(made, size, style, attention)
            assert surface.get_size() == size
            if any(wrong := faults(ui)):
                found[pane + end] = wrong
            attention.rolls = dict.fromkeys(ui.views, 1e6)
            attention.memory.forget()
    if panes is not None:
        panes.chosen = held
    return found


LARGER = [theme.Style(2.0), theme.Style(2.0, easy=True)]
SAMPLE = [name for name in SCREENS if " " not in name or name.endswith(("raise_request", "ended"))]


@pytest.mark.parametrize("name", SAMPLE)
def test_letters_twice_as_large_are_laid_out_anew(name: str) -> None:
    for size in SIZES:
        assert in_every_pane(name, size, LARGER[0]) == {}


@pytest.mark.soak
@pytest.mark.parametrize("size", (*SIZES, *LARGE))
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_at_every_size_and_scale(name: str, size: tuple[int, int]) -> None:
    for scale in (0.8, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0):
        for easy in (False, True):
            assert in_every_pane(name, size, theme.Style(scale, easy=easy)) == {}, (scale, easy)


@pytest.mark.parametrize("name", SCREENS)
def test_the_twin_says_everything_and_all_can_be_reached(name: str) -> None:
    ui = looked_at(name, (1280, 720))
    words = twin(ui.parts)
    assert all(part.label in words and part.value in words for part in ui.parts)
    ids = [part.id for part in ui.parts]
    assert len(ids) == len(set(ids)), sorted(each for each in ids if ids.count(each) > 1)
    pressed = [part for part in ui.parts if part.pressed]
    assert pressed and all(part.label for part in pressed)
    assert all(part.rect.w >= 20 and part.rect.h >= 20 for part in pressed), [p for p in pressed if p.rect.h < 20]
    rolled = [view for view, _ in ui.views.values()]
    hidden = [part.id for part in pressed if part.seen.h < 20 and part.clip not in rolled]
    assert not hidden, "neither to be seen nor in anything that rolls"
    for one, other in combinations(pressed, 2):
        both = one.seen.overlap(other.seen)
        assert both.w * both.h <= 1, (one.id, other.id)


def test_a_planted_fault_is_found() -> None:
    ui = looked_at("title", (1280, 720))
    a, b = Ink("one", Rect(0, 0, 50, 20), 40), Ink("two", Rect(30, 4, 50, 20), None)
    assert overlapping([a, b]) == [("one", "two")] and a.room is not None and a.rect.w > a.room + 1
    assert overlapping(ui.inks) == []


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", theme.PALETTES)
def test_text_stands_out_from_its_ground(palette: str) -> None:
    colours, least = theme.PALETTES[palette], 7.0 if palette == "contrast" else 4.5
    for ink, ground in theme.PAIRS:
        both = colours.get(ink, ink), colours.get(ground, ground)
        light, dark = sorted(map(luminance, both), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least, both


def test_every_palette_says_what_each_colour_becomes() -> None:
    named = {v for k, v in vars(theme).items() if k.isupper() and isinstance(v, str) and v.startswith("#")}
    assert all(set(colours) == named for name, colours in theme.PALETTES.items() if name != "light")


def test_the_focus_shows_by_a_ring_once_keys_are_used() -> None:
    made = Table(talking())
    quiet, ringed = Attention(focus="put"), Attention(focus="put", keyboard=True)
    plain, _ = drawn(made, (1280, 720), attention=quiet)
    marked, _ = drawn(made, (1280, 720), attention=ringed)
    assert plain.get_buffer().raw != marked.get_buffer().raw


@pytest.mark.parametrize("name", SHOTS)
def test_a_shot_writes_a_picture_and_says_the_screen(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"{name}.png"
    words = shot(name, talking(), out, (1024, 600))
    assert out.read_bytes().startswith(b"\x89PNG") and "[button]" in words


def test_a_picture_of_a_screen_that_moved_the_focus_is_whole() -> None:
    made = Table(talking())
    made.open("offering")
    first, _ = drawn(made, (1280, 720))  # drawn twice, because the focus moves
    again, _ = drawn(made, (1280, 720))
    assert first.get_buffer().raw == again.get_buffer().raw
    assert len({tuple(first.get_at((x, 200))) for x in range(30, 1250, 7)}) > 20
