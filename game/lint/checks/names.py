"""Names that players see: can things be told apart by them?"""

from collections.abc import Iterable, Iterator

from game.lint.look import Look
from game.lint.registry import Said, check
from game.scenario.problem import listed, quoted
from game.scenario.tree import Path


def _twice(named: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    first: set[str] = set()
    for path, name in named:
        plain = " ".join(name.lower().split())
        if plain in first:
            yield path, name
        first.add(plain)


@check("same-label-twice")
def same_label_twice(look: Look) -> Iterator[Said]:
    """Two things to choose from that are called the same."""
    scene = look.scenario
    lists: list[list[tuple[Path, str]]] = [
        [((kind, n, "label"), x.label) for n, x in enumerate(getattr(scene, kind))]
        for kind in ("issues", "details", "evidence", "favours", "conditions", "processes", "research")
    ]
    lists += [
        [(("issues", i, "options", n, "label"), x.label) for n, x in enumerate(issue.options)]
        for i, issue in enumerate(scene.issues)
    ]
    for each in lists:
        for path, name in _twice(each):
            yield path, f"{quoted(name)} is the label of two things in one list; a player cannot tell them apart"


@check("same-synonym-twice", "warning")
def same_synonym_twice(look: Look) -> Iterator[Said]:
    """A word that names two options of an issue, or two issues: the reader has to ask back every time."""
    scene = look.scenario
    issues = [
        (("issues", i, "synonyms", n), s)
        for i, x in enumerate(scene.issues)
        for n, s in enumerate(dict.fromkeys(x.synonyms))
    ]
    lists: list[list[tuple[Path, str]]] = [list(issues)]
    for i, issue in enumerate(scene.issues):
        lists.append([
            (("issues", i, "options", o, "synonyms", n), s)
            for o, option in enumerate(issue.options)
            for n, s in enumerate(dict.fromkeys(option.synonyms))
        ])  # fmt: skip
    for each in lists:
        for path, name in _twice(each):
            yield path, f"{quoted(name)} means two things here; the reader would have to ask back every time"


@check("same-first-name")
def same_first_name(look: Look) -> Iterator[Said]:
    """Both seats go by the same first name."""
    first, second = (seat.name.split()[0].lower() if seat.name.split() else "" for seat in look.scenario.seats)
    if first == second:
        yield (
            ("seats", 1, "name"),
            f"both seats are called {quoted(look.scenario.seats[1].name)}; players see first names only",
        )


@check("id-is-not-the-file", "warning")
def id_is_not_the_file(look: Look) -> Iterator[Said]:
    """The game finds a scene by its file's name, so the id should be the same."""
    if look.file and look.file != look.scenario.id:
        yield (
            ("id",),
            f"the file is called {quoted(look.file)} and the scene {quoted(look.scenario.id)}; 'play' goes by the file",
        )


@check("follows-nothing")
def follows_nothing(look: Look) -> Iterator[Said]:
    """The scene goes on from one that is not there, or from itself."""
    follows = look.scenario.follows
    if follows is None:
        return
    if follows == look.scenario.id:
        yield ("follows",), "a scene cannot go on from itself"
    elif look.known and follows not in look.known:
        yield ("follows",), f"there is no scene {quoted(follows)} to go on from; there is: {listed(sorted(look.known))}"


@check("portrait-outside")
def portrait_outside(look: Look) -> Iterator[Said]:
    """A portrait is a name; a path would reach outside the game's own pictures."""
    for s, seat in enumerate(look.scenario.seats):
        bad = set("/\\:~%$") & set(seat.portrait) or ".." in seat.portrait or seat.portrait.startswith(".")
        if bad:
            yield (
                ("seats", s, "portrait"),
                f"{quoted(seat.portrait)} is a path; give the name of a portrait, such as 'planner'",
            )


@check("ending-without-epilogue", "warning")
def ending_without_epilogue(look: Look) -> Iterator[Said]:
    """An epilogue for some endings, and none for others: the story stops."""
    wanted = ("deal_warm", "deal_cold", "left_well", "left_badly", "walked", "time")
    for s, seat in enumerate(look.scenario.seats):
        missing = [ending for ending in wanted if not seat.epilogues.get(ending)]  # type: ignore[call-overload]
        if seat.epilogues and missing:
            yield (
                ("seats", s, "epilogues"),
                f"no epilogue of {quoted(seat.id)} for {listed(missing)}; the story stops there",
                True,
            )


@check("no-teaching-note", "warning")
def no_teaching_note(look: Look) -> Iterator[Said]:
    """A teacher finds nothing to go by."""
    if len(look.scenario.teaching_note.split()) < 20:
        yield (
            ("teaching_note",),
            "'teaching_note' says little: aim, typical deals, common mistakes, questions for the board",
            True,
        )
