"""How the table looks: the counterpart on the left, the talk and the menu in the middle, the offer on the right."""

from game.screens import theme
from game.screens.column import TRACK
from game.screens.facts import Facts, Learned
from game.screens.menu_view import draw_line, draw_menu, draw_page, line_height, menu_height, page_height
from game.screens.offer_view import draw_offer, offer_height
from game.screens.parts import Rect
from game.screens.talk import Talk
from game.screens.transcript_view import draw_transcript
from game.screens.ui import Ui
from game.screens.widgets import BAR, button, meter

LEFT, RIGHT = 270, 348
_LEAST = 60.0
"""Where the menu leaves the talk less than this, it has the room to itself."""
_METER_COLOURS = {"trust": theme.TEAL, "patience": theme.GOLD, "composure": theme.SLATE}
_MARKS = {"told": theme.TEAL, "cite": theme.GOLD, "cited": theme.FAINT, "vague": theme.FAINT}
_HEADS = {"told": "Told", "cite": "To cite", "cited": "Cited", "vague": "Still vague"}


def draw(ui: Ui, table: Talk) -> None:
    """The whole screen, in regions."""
    facts, talking = table.facts, table.session.game.talking
    bar = Rect(0, 0, ui.width, theme.BAR)
    ui.region("bar", bar, (facts.turns, facts.left, facts.meeting, talking), lambda: _bar(ui, table), theme.DARK, 0)
    if ui.tight:
        _tight(ui, table, table.panes.draw(ui))
        return
    top, tall = theme.BAR + theme.GAP, ui.height - theme.BAR - theme.GAP - theme.EDGE
    left = Rect(theme.EDGE, top, LEFT, tall)
    right = Rect(ui.width - theme.EDGE - RIGHT, top, RIGHT, tall)
    middle = Rect(left.right + theme.GAP, top, right.x - left.right - 2 * theme.GAP, tall)
    _counterpart(ui, table, left)
    below = menu_height(ui, table, middle.w)
    if middle.h - below - 12 < _LEAST:
        _page_or_talk(ui, table, middle)
    else:
        draw_transcript(ui, table, Rect(middle.x, middle.y, middle.w, middle.h - below - 12))
        draw_menu(ui, table, Rect(middle.x, middle.bottom - below, middle.w, below))
    draw_offer(ui, table, right)


def _page_or_talk(ui: Ui, table: Talk, rect: Rect) -> None:
    """Menu and talk where there is no room for both: while a page of the menu is open, it has the room."""
    below = line_height(ui, table)
    upper = Rect(rect.x, rect.y, rect.w, rect.h - below - 8)
    if table.page is not None or table.message:
        whole = page_height(ui, table, rect.w - TRACK)
        ui.rolled("menu", upper, whole, (id(table.page), table.message),
                  lambda at: draw_page(ui, table, at), theme.GROUND)  # fmt: skip
    else:
        draw_transcript(ui, table, upper)
    draw_line(ui, table, Rect(rect.x, rect.bottom - below, rect.w, below))


def _tight(ui: Ui, table: Talk, rect: Rect) -> None:
    """One of the columns."""
    if table.panes.chosen == "them":
        whole = _counterpart_height(ui, table.facts, rect.w)
        ui.rolled("them", rect, whole, (table.version, table.face.now), lambda at: _counterpart(ui, table, at),
                  theme.GROUND)  # fmt: skip
    elif table.panes.chosen == "offer":
        ui.rolled("offer.all", rect, offer_height(table), (table.version, *table.builder.at.values()),
                  lambda at: draw_offer(ui, table, at), theme.GROUND)  # fmt: skip
    else:
        _page_or_talk(ui, table, rect)


def _bar(ui: Ui, table: Talk) -> None:
    """Title, meeting, turns left, buttons."""
    facts = table.facts
    if ui.tight:
        _tight_bar(ui, table)
        return
    ui.bar(facts.title, room=330)
    x = 380.0
    if table.session.game.talking:
        cell = min(16.0, 216.0 / facts.turns)
        for n in range(facts.turns):
            spent = n < facts.turns - facts.left
            colour = theme.BRIGHT_GOLD if spent else theme.UNSPENT
            ui.canvas.box(Rect(x + n * cell, 24, cell - 4, 6), colour, 3)
        text = f"{facts.meeting} · {facts.left} turn{'s' if facts.left != 1 else ''} left"
        ui.label("turns", x + facts.turns * cell + 12, 16, text, theme.LABEL, theme.ON_DARK, room=230)
    _bar_buttons(ui)


def _tight_bar(ui: Ui, table: Talk) -> None:
    """No title: how many turns are left is worth more."""
    facts = table.facts
    ui.canvas.box(Rect(0, 0, ui.width, theme.BAR), theme.DARK, 0)
    left = f"{facts.left} turn{'s' if facts.left != 1 else ''} left" if table.session.game.talking else ""
    room = ui.width - 24 - 4 * 96 - 20
    for n, text in enumerate((facts.meeting, left)):
        ui.label(f"turns.{n}", 14, 7 + 20 * n, text, theme.LABEL, theme.ON_DARK, room=room)
    _bar_buttons(ui)


def _bar_buttons(ui: Ui) -> None:
    names = (("heard", "They heard"), ("undo", "Undo"), ("brief", "The brief"), ("title", "Menu"))
    for n, (part, text) in enumerate(names):
        button(ui, part, Rect(ui.width - 24 - (len(names) - n) * 96 + 8, 11, 88, 32), text, BAR, theme.LABEL)


def _counterpart(ui: Ui, table: Talk, rect: Rect) -> None:
    """Who sits across: face, name, what shows, what was learned."""
    ui.region("left", rect, (), lambda: _card(ui, rect))
    inner = rect.inset(theme.PAD - 4, theme.PAD)
    facts = table.facts
    face = Rect(inner.x, inner.y - 6, min(inner.w, LEFT - 28), 264.0 if len(facts.meters) < 3 else 176.0)
    said = f"{facts.other_full}, {facts.mood_word}"
    ui.region("face", face, (table.face.now, said), lambda: table.face.draw(ui, face, said), theme.CARD, 1)
    who = Rect(inner.x, face.bottom + 8, inner.w, 88)
    ui.region("who", who, facts.mood_word, lambda: _who(ui, facts, who), theme.CARD, 0)
    meters = Rect(inner.x, who.bottom, inner.w, 33.0 * len(facts.meters))
    ui.region("meters", meters, facts.meters, lambda: _meters(ui, facts, meters), theme.CARD, 0)
    known = Rect(inner.x, meters.bottom, inner.w, rect.bottom - meters.bottom - 10)
    ui.region("known", known, facts.learned, lambda: _known(ui, facts.learned, known), theme.CARD, 0)


def _counterpart_height(ui: Ui, facts: Facts, width: float) -> float:
    """How tall the card of the counterpart is with all that has been learned."""
    texts = [f"{_HEADS[each.kind]}: {each.text}" for each in facts.learned]
    known = sum(ui.tall(text, theme.SMALL, width - TRACK - 44) + 3 for text in texts)
    return 14 + (264.0 if len(facts.meters) < 3 else 176.0) + 8 + 88 + 33.0 * len(facts.meters) + 60 + known


def _card(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)


def _who(ui: Ui, facts: Facts, rect: Rect) -> None:
    """Name, role, and what can be read off the face."""
    ui.heading("other", rect.x, rect.y, facts.other_full, theme.H2, room=rect.w)
    role = facts.other_role[:1].upper() + facts.other_role[1:]
    ui.label("role", rect.x, rect.y + 28, role, theme.PLAIN, theme.SOFT, room=rect.w)
    word, y = f"{facts.other} {facts.mood_word}", rect.y + 54
    wide = min(rect.w, ui.canvas.measure(word, theme.SMALL_BOLD) + 24)
    ui.canvas.box(Rect(rect.x, y, wide, 24), theme.MOOD, 12)
    ui.label("mood", rect.x + wide / 2, y + 3, word, theme.SMALL_BOLD, theme.GOLD_TEXT, "c", wide - 16)


def _meters(ui: Ui, facts: Facts, rect: Rect) -> None:
    for n, each in enumerate(facts.meters):
        colour = _METER_COLOURS.get(each.id, theme.RUST)
        meter(ui, f"meter.{each.id}", rect.x, rect.y + 33 * n, rect.w, each.label, each.share, colour, each.word)


def _known(ui: Ui, learned: tuple[Learned, ...], rect: Rect) -> None:
    """What has been learned, as far as it fits: the most telling first, and how much more there is."""
    ui.rule(rect.x, rect.y, rect.w)
    ui.heading("learned", rect.x, rect.y + 6, "What you know by now", theme.SMALL_BOLD, theme.SOFT)
    y, room = rect.y + 28, rect.w - 16
    for n, each in enumerate(learned):
        text = f"{_HEADS[each.kind]}: {each.text}"
        tall = ui.tall(text, theme.SMALL, room) + 3
        rest = len(learned) - n
        if y + tall + (18 if rest > 1 else 0) > rect.bottom:
            ui.label("learned.more", rect.x + 16, y, f"and {rest} more: see The brief", theme.SMALL_ITALIC, theme.SOFT)
            return
        ui.canvas.box(Rect(rect.x, y + 5, 8, 8), _MARKS[each.kind], 4 if each.kind != "vague" else 1)
        ui.paragraph(f"learned.{n}", rect.x + 16, y, text, room, theme.SMALL)
        y += tall
