"""The brief: the scene, who sits across, and what only this seat knows."""

from collections.abc import Iterable

from game.screens import theme
from game.screens.column import Column
from game.screens.events import Event, Key, Press
from game.screens.faces import look_of
from game.screens.panes import Panes
from game.screens.parts import Rect
from game.screens.portrait_view import Face
from game.screens.prose import Block, put
from game.screens.screen import Go, Screen
from game.screens.ui import Ui
from game.screens.widgets import BAR, MAIN, button
from game.session.play import Session
from game.session.standing import fallback, goes_on_from, standing


class Brief(Screen):
    """Two columns: what everybody knows, what only this seat knows."""

    name = "brief"

    def __init__(self, session: Session, back: Screen | None = None) -> None:
        self.session = session
        self.back = back
        self.aim = "next"
        game, me = session.game, session.game.player
        self.other = game.stage.seat(1 - me)
        self.face = Face(look_of(self.other.portrait, self.other.name))
        self.panes = Panes(("scene", "The scene"), ("secret", "Your brief"))
        self.scene = _scene(session)
        self.secret = _secret(session)

    def take(self, event: Event) -> Screen | Go | None:
        """On to the preparation, or back to the table."""
        if self.panes.take(event):
            return self
        going = isinstance(event, Press) and event.id == "next"
        if going or (isinstance(event, Key) and event.name == "escape" and self.back is not None):
            return self.back if self.back is not None else Go("prepare", self.session)
        if isinstance(event, Press) and event.id == "title":
            return Go("title", self.session)
        return self

    def close(self) -> None:
        """Let go of the journal."""
        self.session.close()

    def draw(self, ui: Ui) -> None:
        """Everything, in regions."""
        bar = Rect(0, 0, ui.width, theme.BAR)
        ui.region("bar", bar, (), lambda: self._bar(ui), theme.DARK, 0)
        ui.fallback = "next"
        if ui.tight:
            place = self.panes.draw(ui)
            (self._left if self.panes.chosen == "scene" else self._right)(ui, place)
            return
        top, tall = theme.BAR + theme.GAP, ui.height - theme.BAR - theme.GAP - theme.EDGE
        left = Rect(theme.EDGE, top, 450, tall)
        self._left(ui, left)
        self._right(ui, Rect(left.right + theme.GAP, top, ui.width - left.right - theme.GAP - theme.EDGE, tall))

    def _bar(self, ui: Ui) -> None:
        stage = self.session.game.stage
        ui.bar(stage.scenario.title, f"You are {stage.seat(self.session.game.player).name}", ui.width - 460)
        if self.back is None:
            button(ui, "title", Rect(ui.width - 120, 11, 96, 32), "Menu", BAR, theme.LABEL)

    def _left(self, ui: Ui, rect: Rect) -> None:
        """The scene, and who sits across."""
        ui.region("left", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(ui.pad)
        column = Column(ui, inner.w)
        column.add(max(170.0, self._across_height(ui, column.width)), lambda at: self._across(ui, at), 14)
        put(column, "scene", self.scene)
        column.view("scene", inner._replace(h=inner.h - (60 if ui.tight else 0)), (), stop=True)
        if ui.tight:
            self._next(ui, rect)

    def _across_height(self, ui: Ui, width: float) -> float:
        w = width - 168
        return 24 + ui.tall(self.other.name, theme.H1, w) + ui.tall(self._role, theme.PLAIN, w)

    @property
    def _role(self) -> str:
        return f"{self.other.role[:1].upper()}{self.other.role[1:]}."

    def _across(self, ui: Ui, rect: Rect) -> None:
        face = Rect(rect.x, rect.y, 150, 170)
        self.face.draw(ui, face, self.other.name)
        x, w = face.right + 18, rect.right - face.right - 18
        ui.label("across", x, rect.y, "Across from you", theme.SMALL, theme.SOFT)
        y = rect.y + 18
        y += ui.paragraph("other", x, y, self.other.name, w, theme.H1) + 4
        ui.paragraph("role", x, y, self._role, w, theme.PLAIN, theme.SOFT)

    def _right(self, ui: Ui, rect: Rect) -> None:
        ui.region("right", rect, (), lambda: _panel(ui, rect))
        inner = rect.inset(ui.pad)
        column = Column(ui, inner.w)
        column.text("secret.note", "Only you know what stands here.", theme.SMALL_ITALIC, theme.SOFT, 4)
        put(column, "secret", self.secret)
        column.view("secret", inner._replace(h=inner.h - 60), (), stop=True)
        self._next(ui, rect)

    def _next(self, ui: Ui, rect: Rect) -> None:
        wide = min(260.0, rect.w - 2 * ui.pad)
        place = Rect(rect.right - ui.pad - wide, rect.bottom - ui.pad - 46, wide, 46)
        text = "Back to the table" if self.back is not None else "Prepare for it"
        ui.region("next", place, (), lambda: button(ui, "next", place, text, MAIN), theme.CARD, 6)


def _panel(ui: Ui, rect: Rect) -> None:
    ui.panel(rect)


def _scene(session: Session) -> list[Block]:
    stage = session.game.stage
    return [
        Block("text", stage.seat(1 - session.game.player).public),
        Block("head", "The scene"),
        Block("text", stage.scenario.setting),
        *(Block("text", text) for text in goes_on_from(session.game)),
        Block("head", "What is at stake"),
        Block("text", stage.scenario.stakes),
    ]


def _secret(session: Session) -> list[Block]:
    game, me = session.game, session.game.player
    seat = game.stage.seat(me)
    hand = seat.hands[game.own(me, "hand")]
    found = [
        Block("head", "Your confidential brief"), Block("text", seat.brief), Block("text", hand.brief),
        Block("head", "What it is all for"), Block("text", seat.objective),
        Block("head", "What matters to you"), Block("text", _listed(seat.interests.values())),
    ]  # fmt: skip
    if seat.constraints:
        found += [Block("head", "What you cannot change"), Block("text", _listed(seat.constraints.values()))]
    found += [Block("head", "If there is no deal"), Block("text", fallback(game))]
    return found if not game.talking else [Block("head", "How things stand"), *_stand(session), *found]


def _stand(session: Session) -> list[Block]:
    return [Block("item", text) for text in standing(session.game, session.assist)]


def _listed(texts: Iterable[str]) -> str:
    """Short texts in one line: ``This; that.``"""
    said = "; ".join(texts)
    return said[:1].upper() + said[1:] + "."
