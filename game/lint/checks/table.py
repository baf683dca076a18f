"""Is there something to negotiate about? Points, limits and what both sides could agree on."""

from collections.abc import Iterator

import numpy as np

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.model import Issue, Seat
from game.scenario.options import option_count, option_id, points_of
from game.scenario.problem import quoted


@check("issue-nobody-cares")
def issue_nobody_cares(look: Look) -> Iterator[Said]:
    """All options of an issue are worth the same to every hand of both seats."""
    for place, issue in enumerate(look.scenario.issues):
        if not any(_cares(seat, issue) for seat in look.scenario.seats):
            yield (
                ("issues", place),
                f"nobody cares about {quoted(issue.id)}: all its options are worth the same to both",
            )


@check("issue-only-one-cares", "warning")
def issue_only_one_cares(look: Look) -> Iterator[Said]:
    """An issue costs one seat nothing, whatever its hand: a present, not a trade."""
    for place, issue in enumerate(look.scenario.issues):
        caring = [_cares(seat, issue) for seat in look.scenario.seats]
        if sum(caring) == 1:
            idle = quoted(look.scenario.seats[caring.index(False)].id)
            yield (
                ("issues", place),
                f"{idle} gives {quoted(issue.id)} away for nothing: all its options are worth the same there",
            )


def _cares(seat: Seat, issue: Issue) -> bool:
    if any(issue.id in pair.first or issue.id in pair.second for pair in seat.interactions):
        return True
    return any(len(set(points_of(seat, hand, issue))) > 1 for hand in seat.hands)


@check("nothing-to-trade")
def nothing_to_trade(look: Look) -> Iterator[Said]:
    """One package is the best for both: whoever finds it has nothing left to negotiate."""
    for a, mine in enumerate(look.worths[0]):
        for b, theirs in enumerate(look.worths[1]):
            fine = look.fine
            best = fine & (mine >= mine[fine].max()) & (theirs >= theirs[fine].max())
            if best.any():
                hands = [quoted(seat.hands[n].id) for seat, n in zip(look.scenario.seats, (a, b), strict=True)]
                message = (
                    f"one package is the best for both with hands {hands[0]} and {hands[1]}: there is nothing to trade"
                )
                yield ("seats", 1, "hands", b), message


@check("always-agreed", "warning")
def always_agreed(look: Look) -> Iterator[Said]:
    """With some pair of hands no package is worse than no deal, for either."""
    for a, mine in enumerate(look.worths[0]):
        for b, theirs in enumerate(look.worths[1]):
            first, second = look.scenario.seats[0].hands[a], look.scenario.seats[1].hands[b]
            fine = (mine >= first.reservation) & (theirs >= second.reservation)
            if fine[look.fine].all():
                message = (
                    f"with hands {quoted(first.id)} and {quoted(second.id)} every package beats no deal for both; "
                    "raise a reservation"
                )
                yield ("seats", 1, "hands", b, "reservation"), message


@check("nothing-to-lose", "warning")
def nothing_to_lose(look: Look) -> Iterator[Said]:
    """A hand takes any package at all: its alternative is worth less than the worst of them."""
    for s, seat in enumerate(look.scenario.seats):
        for h, hand in enumerate(seat.hands):
            least = float(look.worths[s][h][look.fine].min())
            if hand.reservation < least:
                worths = f"the worst is worth {least:g}, no deal {hand.reservation:g}"
                message = f"{quoted(hand.id)} would take any package: {worths}"
                yield ("seats", s, "hands", h, "reservation"), message


@check("agreed-already", "warning")
def agreed_already(look: Look) -> Iterator[Said]:
    """The status quo is better than no deal for both seats, whatever their hands."""
    scene = look.scenario
    places = tuple(_status_quo(issue) for issue in scene.issues)
    content = [
        all(worth[places] >= hand.reservation for worth, hand in zip(look.worths[s], seat.hands, strict=True))
        for s, seat in enumerate(scene.seats)
    ]
    if all(content) and look.fine[places]:
        yield (
            ("issues",),
            "how things stand suits both sides already, whatever their hands; why should they talk?",
            True,
        )


def _status_quo(issue: Issue) -> int:
    from game.scenario.options import option_ids  # noqa: PLC0415

    return option_ids(issue).index(option_id(issue, issue.status_quo))


@check("option-nobody-wants", "warning")
def option_nobody_wants(look: Look) -> Iterator[Said]:
    """An option that is worse for every hand of both seats than another one of the same issue, and tempts nobody."""
    for i, issue in enumerate(look.scenario.issues):
        if issue.range is not None or option_count(issue) < 3 or _paired(look, issue.id):
            continue
        points = np.array([points_of(seat, hand, issue) for seat in look.scenario.seats for hand in seat.hands])
        for place, option in enumerate(issue.options):
            if option.id == issue.status_quo:
                continue  # what holds while nothing is agreed may well please nobody
            worse = (points[:, [place]] < points).all(axis=0)
            if worse.any() and not any(option.id in seat.betrays.get(issue.id, ()) for seat in look.scenario.seats):
                better = issue.options[int(worse.argmax())].id
                yield (
                    ("issues", i, "options", place),
                    f"nobody wants {quoted(option.id)}: {quoted(better)} is better for everybody",
                )


def _paired(look: Look, issue: str) -> bool:
    return any(issue in p.first or issue in p.second for seat in look.scenario.seats for p in seat.interactions)


@check("objective-betrayed-by-nothing", "warning")
def betrays_the_best(look: Look) -> Iterator[Said]:
    """An option that is said to betray the objective, and is worth nothing to the seat: it tempts nobody."""
    for s, seat in enumerate(look.scenario.seats):
        for issue_id, options in seat.betrays.items():
            issue = next(issue for issue in look.scenario.issues if issue.id == issue_id)
            for place, option in enumerate(options):
                if not _tempts(look, s, issue, option_id(issue, option)):
                    message = (
                        f"{quoted(option)} betrays the objective of {quoted(seat.id)}, and tempts nobody to take it"
                    )
                    yield ("seats", s, "betrays", issue_id, place), message


def _tempts(look: Look, s: int, issue: Issue, option: str) -> bool:
    """Whether to some hand of either seat it is worth more than the issue's worst option."""
    from game.scenario.options import option_ids  # noqa: PLC0415

    place = option_ids(issue).index(option)
    both = [points_of(seat, hand, issue) for seat in look.scenario.seats for hand in seat.hands]
    return any(points[place] > min(points) for points in both)


@check("option-impossible-to-all", "warning")
def only_one_option_left(look: Look) -> Iterator[Said]:
    """Constraints rule out all options of an issue but one."""
    for place, issue in enumerate(look.scenario.issues):
        barred = {option_id(issue, x) for seat in look.scenario.seats for x in seat.impossible.get(issue.id, ())}
        if option_count(issue) - len(barred) == 1:
            message = f"all options of {quoted(issue.id)} but one are impossible; there is nothing to settle"
            yield ("issues", place), message
