"""The brief: the scene, who sits across, and what only this seat knows."""

from collections.abc import Iterable

from game.screens import theme
from game.screens.events import Event, Key, Press, Roll, Slide
from game.screens.faces import look_of
from game.screens.parts import Rect
from game.screens.portrait_view import Face
from game.screens.prose import Block, Prose
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
        self.scene = Prose("scene", _scene(session))
        self.secret = Prose("secret", _secret(session))

    def take(self, event: Event) -> Screen | Go | None:
        """On to the preparation, or back to the table."""
        if isinstance(event, Roll | Slide):
            (self.scene if event.id == "scene" else self.secret).take(event)
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
        """Everything at once."""
        game = self.session.game
        seat = game.stage.seat(game.player)
        ui.canvas.fill(theme.GROUND)
        ui.bar(game.stage.scenario.title, f"You are {seat.name}")
        if self.back is None:
            button(ui, "title", Rect(ui.width - 120, 11, 96, 32), "Menu", BAR, theme.LABEL)
        top, tall = theme.BAR + theme.GAP, ui.height - theme.BAR - theme.GAP - theme.EDGE
        left = Rect(theme.EDGE, top, 450, tall)
        right = Rect(left.right + theme.GAP, top, ui.width - left.right - theme.GAP - theme.EDGE, tall)
        self._left(ui, left)
        self._right(ui, right)

    def _left(self, ui: Ui, rect: Rect) -> None:
        """The scene, and who sits across."""
        inner = ui.panel(rect)
        face = Rect(inner.x, inner.y, 150, 170)
        self.face.draw(ui, face, self.other.name)
        x, w = face.right + 18, inner.right - face.right - 18
        ui.label("across", x, inner.y, "Across from you", theme.SMALL, theme.SOFT)
        ui.heading("other", x, inner.y + 18, self.other.name, theme.H1, room=w)
        y = inner.y + 52
        y += ui.paragraph(
            "role", x, y, f"{self.other.role[:1].upper()}{self.other.role[1:]}.", w, theme.PLAIN, theme.SOFT
        )
        self.scene.draw(ui, Rect(inner.x, face.bottom + 14, inner.w, inner.bottom - face.bottom - 14))

    def _right(self, ui: Ui, rect: Rect) -> None:
        inner = ui.panel(rect)
        self.secret.draw(ui, Rect(inner.x, inner.y, inner.w, inner.h - 60))
        text = "Back to the table" if self.back is not None else "Prepare for it"
        button(ui, "next", Rect(inner.right - 260, inner.bottom - 46, 260, 46), text, MAIN)
        ui.label(
            "secret.note", inner.x, inner.bottom - 32, "Only you know what stands here.", theme.SMALL_ITALIC, theme.SOFT
        )
        ui.fallback = "next"


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
