"""The offer that is being put together: one place for each issue, and the other side's last terms beside it."""

from game.engine.moves import completion_base
from game.scenario.options import option_ids, option_label
from game.session.checks import nevers
from game.session.labels import term
from game.session.play import Session
from game.session.standing import on_table, worth


class Builder:
    """One option of every issue, by place."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.issues = session.game.stage.scenario.issues
        self.ids = {issue.id: option_ids(issue) for issue in self.issues}
        self.labels = {i.id: [option_label(i, option) for option in self.ids[i.id]] for i in self.issues}
        self.kept: dict[str, str] | None = None
        """The first of two packages."""
        self.at: dict[str, int] = {}
        self.start_over()

    def start_over(self) -> None:
        """From where things stand: the own last offer, else theirs, else how things are."""
        game = self.session.game
        base = game.stage.tables.options_of(completion_base(game.stage.tables, game.state, self.session.seat))
        self.at = {issue: self.ids[issue].index(option) for issue, option in base.items()}
        self.kept = None

    @property
    def options(self) -> dict[str, str]:
        """Issue -> option."""
        return {issue: self.ids[issue][place] for issue, place in self.at.items()}

    @property
    def package(self) -> int:
        """Its number."""
        tables = self.session.game.stage.tables
        return tables.package(self.options, tables.status_quo)

    @property
    def changed(self) -> list[str]:
        """The issues on which it differs from where things stand."""
        game = self.session.game
        base = game.stage.tables.options_of(completion_base(game.stage.tables, game.state, self.session.seat))
        return [issue for issue, option in self.options.items() if base[issue] != option]

    @property
    def theirs(self) -> dict[str, int]:
        """Issue -> place in the other side's last offer; empty without one."""
        game = self.session.game
        offered = on_table(game, 1 - self.session.seat)
        terms = game.stage.tables.options_of(offered[0]) if offered else {}
        return {issue: self.ids[issue].index(option) for issue, option in terms.items()}

    @property
    def worth(self) -> float:
        """What it is worth to the player, 0..100."""
        return worth(self.session.game, self.package, self.session.seat)

    @property
    def barred(self) -> list[str]:
        """What it holds that was noted as never, in words."""
        game, options = self.session.game, self.options
        found = sorted(nevers(game, self.session.seat))
        return [term(game.stage.scenario, issue, option) for issue, option in found if options[issue] == option]

    def put(self, issue: str, place: int) -> None:
        """Set an issue to a place."""
        self.at[issue] = max(0, min(len(self.ids[issue]) - 1, place))

    def keep(self) -> None:
        """Remember it as the first of two packages."""
        self.kept = self.options
