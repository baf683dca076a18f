"""Which screen a name stands for; the one place that knows them all. Each is imported when it is gone to."""

from game.screens.screen import BEGIN, Go, Screen
from game.session.play import Session

#: Screens that need no game.
ALONE = ("handbook", "progress", "settings")


def made(go: Go) -> Screen:
    """The screen to go to. Raises KeyError for a name that is none."""
    if go.session is None:
        return alone(go.where)
    if go.where == "brief":
        from game.screens.brief import Brief  # noqa: PLC0415

        return Brief(go.session, go.back)
    return begin(go.session) if go.where == BEGIN else screen_of(go.where, go.session)


def alone(name: str) -> Screen:
    """A screen that needs no game. Raises KeyError for a name that is none."""
    from game.screens.handbook import Handbook  # noqa: PLC0415
    from game.screens.progress import Progress  # noqa: PLC0415
    from game.screens.settings import SettingsScreen  # noqa: PLC0415
    from game.screens.title import Title  # noqa: PLC0415

    kinds: dict[str, type[Screen]] = {
        "title": Title, "handbook": Handbook, "progress": Progress, "settings": SettingsScreen,
    }  # fmt: skip
    return kinds[name]()


def begin(session: Session) -> Screen:
    """Where a game starts or goes on: the brief before the player's first move, else where it stands."""
    if all(entry.said.seat != session.game.player for entry in session.game.entries):
        return screen_of("brief", session)
    return screen_of("debrief" if session.game.over else "table" if session.game.talking else "prepare", session)


def screen_of(name: str, session: Session) -> Screen:
    """A screen by its name. Raises KeyError for one that does not exist."""
    if name in ALONE:
        return alone(name)
    from game.screens.again import Again  # noqa: PLC0415
    from game.screens.brief import Brief  # noqa: PLC0415
    from game.screens.debrief import Debriefing  # noqa: PLC0415
    from game.screens.lookback import LookBack  # noqa: PLC0415
    from game.screens.prepare import Prepare  # noqa: PLC0415
    from game.screens.table import Table  # noqa: PLC0415

    kinds = {"title": _title, "brief": Brief, "prepare": Prepare, "table": Table, "debrief": Debriefing,
             "again": Again, "review": Debriefing.at_the_review, "lookback": LookBack}  # fmt: skip
    screen: Screen = kinds[name](session)
    return screen


def _title(session: Session) -> Screen:
    """Back to the title: the game is let go of; every move of it is saved."""
    from game.screens.title import Title  # noqa: PLC0415

    session.close()
    return Title()
