"""The names of one scenario as people say them: issues, options, evidence, favours, details, conditions, processes.

An option is known by its label and synonyms, by any run of words that no other option shares, and by a single word of
its own; what is left are weak words that count only beside the issue's name.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.reader.measures import Measure, measures
from game.reader.numbers import numbers, words_value
from game.reader.text import fold
from game.scenario.model import Issue, Scenario
from game.scenario.options import number_of, option_ids

#: Words that say too little to name anything on their own.
STOP = frozenset(
    (  # noqa: SIM905
        "a an the of to in on at for and or with by from per as is are be it its this that these those my your our "
        "their his her i you we they me us do does can could would will whether not there than then so first about "
        "into over up down what where when who how said say"
    ).split()
)
#: Words that name an option only beside its issue.
GENERIC = frozenset(
    (  # noqa: SIM905
        "no none yes full more less new same other now early late high low day days week weeks month months year "
        "years time may small large big half whole part one two three some any all good better best next last long "
        "short standard basic normal extra only every point points percent each usual routes both zero nothing "
        "present work home pay price money offer deal start end keep help somebody sale valley town contract within by "
        "ahead cent per it fee credit house stove live good everything nothing"
    ).split()
)
_TOKEN = re.compile(r"[a-z0-9]+(?:[.,'][a-z0-9]+)*")
_CACHED_AT_MOST = 8


@dataclass(frozen=True)
class Named:
    """Something with a label: its id, whose it is (None = anybody's), its label's content words."""

    id: str
    seat: str | None
    label: str
    words: frozenset[str]
    more: frozenset[str] = frozenset()
    """Other words that are said about it: in its wordings, and in the research that finds it."""


@dataclass(frozen=True)
class IssueNames:
    """How an issue is mentioned, what its numbers are, and the weak words of its options."""

    id: str
    mention: re.Pattern[str]
    values: dict[float, str]
    """Number -> option id, for the options that are numbers."""
    unit: str
    price: bool
    reference: float | None
    status_quo: str
    """The option that holds when nothing is agreed."""
    weak: dict[str, frozenset[str]]
    """Option id -> the words of its label that count beside the issue's name."""


@dataclass(frozen=True)
class Lexicon:
    """Everything that can be named in a scenario."""

    issues: tuple[IssueNames, ...]
    options: re.Pattern[str] | None
    """Finds phrases of options, the longest first."""
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """Phrase -> the (issue, option) pairs it can mean."""
    measures: tuple[Measure, ...]
    """The options that are amounts."""
    units: frozenset[str]
    """The nouns that amounts of this scene are counted in."""
    items: dict[str, tuple[Named, ...]]
    """What an act names (evidence, favour, detail, condition, process, issue) -> what there is."""
    index: dict[str, "Index"]
    """The same, ready to be looked for."""


_known: OrderedDict[int, tuple[Scenario, Lexicon]] = OrderedDict()


def lexicon(scenario: Scenario) -> Lexicon:
    """The names of a scenario; the last few scenarios are remembered."""
    kept = _known.get(id(scenario))
    if kept is None or kept[0] is not scenario:
        _known[id(scenario)] = kept = (scenario, _build(scenario))
        while len(_known) > _CACHED_AT_MOST:
            _known.popitem(last=False)
    return kept[1]


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, plural endings off, number words as digits.

    >>> tokens("Two remote days")
    ['2', 'remote', 'day']
    """
    return [stem(word) for word in _TOKEN.findall(fold(text))]


def stem(word: str) -> str:
    """A word without plural s; a number word as its digits."""
    value = words_value([word]) if word not in ("a", "and") and word.isalpha() and word in _NUMBER_WORDS else None
    if value is not None:
        return f"{value:g}"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_NUMBER_WORDS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ]
)
_DIGIT_WORDS = {stem(word): word for word in _NUMBER_WORDS}


def content(text: str) -> frozenset[str]:
    """The words of a text that say something."""
    return frozenset(token for token in tokens(text) if token not in STOP)


def _build(scenario: Scenario) -> Lexicon:
    phrases = _phrases(scenario)
    everything = sorted(phrases, key=len, reverse=True)
    pattern = "|".join(_flexible(phrase) for phrase in everything)
    about = _said_about(scenario)
    items = {
        "issue": tuple(
            Named(i.id, None, i.label, content(i.label + " " + i.id.replace("_", " "))) for i in scenario.issues
        ),
        "evidence": tuple(_named(e.id, e.seat, e.label, about) for e in scenario.evidence),
        "favour": tuple(_named(f.id, f.seat, f.label, about) for f in scenario.favours),
        "condition": tuple(_named(c.id, c.seat, c.label, about) for c in scenario.conditions),
        "detail": tuple(_named(d.id, None, d.label, about) for d in scenario.details),
        "process": tuple(_named(p.id, None, p.label, about) for p in scenario.processes),
    }
    amounts = measures(scenario)
    return Lexicon(
        measures=amounts,
        units=frozenset(measure.unit for measure in amounts if measure.unit),
        issues=tuple(_issue(issue) for issue in scenario.issues),
        options=re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None,
        phrases=phrases,
        items=items,
        index={kind: Index(names) for kind, names in items.items()},
    )


def _said_about(scenario: Scenario) -> dict[str, frozenset[str]]:
    """Item -> the words of everything that the scene itself says about it."""
    said: dict[str, set[str]] = {}
    for wordings in scenario.wordings.values():
        for wording in wordings:
            for name in wording.about:
                said.setdefault(name, set()).update(content(wording.say))
    for research in scenario.research:
        for name in research.evidence:
            said.setdefault(name, set()).update(content(f"{research.label} {research.found}"))
    for process in scenario.processes:
        if process.moment is not None:  # "is now a bad moment?" asks for a better one
            said.setdefault(process.id, set()).update(("moment", "bad", "busy", "convenient", "later", "now"))
    return {name: frozenset(word for word in words if not _counts(word)) for name, words in said.items()}


def _named(name: str, seat: str | None, label: str, about: dict[str, frozenset[str]]) -> Named:
    """What is named is told by its words; numbers and counting words would find it in every offer."""
    words = content(label) or content(name.replace("_", " "))
    told = frozenset(word for word in words if not _counts(word)) or words
    return Named(name, seat, label, told, about.get(name, frozenset()) - told)


def _counts(word: str) -> bool:
    return (word[0].isdigit() and len(word) < 4) or word in ("cent", "per")


def _issue(issue: Issue) -> IssueNames:
    names = {issue.label.lower(), issue.id.replace("_", " "), *(s.lower() for s in issue.synonyms)}
    if issue.price:
        names |= {"price", "the number"}
    names |= {last for name in names if len(last := name.split()[-1]) > 4 and last not in GENERIC}
    names |= {
        match[1] for name in names if (match := re.fullmatch(r"(?:days|weeks|months|years|hours) (at \w+)", name))
    }
    mention = "|".join(_flexible(_bare(name)) + "s?" for name in sorted(names, key=len, reverse=True))
    values = {number: option for option in option_ids(issue) if (number := number_of(option)) is not None}
    weak = (
        {}
        if issue.range
        else {
            o.id: content(o.label) | content(o.id.replace("_", " ")) | (_NO & {*tokens(o.label)}) for o in issue.options
        }
    )
    return IssueNames(
        issue.id,
        re.compile(rf"(?<!\w)(?:{mention})(?!\w)"),
        values,
        issue.unit.lower(),
        issue.price,
        issue.reference,
        issue.status_quo,
        weak,
    )


_NO = frozenset({"no", "not", "without", "nothing"})


def _bare(name: str) -> str:
    """A name without its article, unless next to nothing would be left: "a year" is not any "year"."""
    whole = " ".join(fold(name).split())
    bare = re.sub(r"^(?:a|an|the) ", "", whole)
    return whole if stem(bare) in GENERIC else bare


def _flexible(phrase: str) -> str:
    return "[ -]".join(re.escape(word) for word in phrase.split())


def _phrases(scenario: Scenario) -> dict[str, tuple[tuple[str, str], ...]]:
    """Phrase -> what it can mean; phrases made of a label's parts only where no other option shares them."""
    sure: dict[str, set[tuple[str, str]]] = {}
    parts: dict[str, set[tuple[str, str]]] = {}
    issue_words = {
        word for issue in scenario.issues for name in (issue.label, *issue.synonyms, issue.id) for word in content(name)
    }
    for issue, option, names in _option_names(scenario):
        for name in names:
            if not _only_a_number(_bare(name)):
                _add(sure, _bare(name), (issue, option))
        for part in _parts(_bare(names[0]), issue_words):
            _add(parts, part, (issue, option))
    parts = {part: meant for part, meant in parts.items() if part not in sure and _only_in(part, meant, sure)}
    return {phrase: tuple(sorted(meant)) for phrase, meant in {**parts, **sure}.items() if phrase}


def _only_a_number(name: str) -> bool:
    """A name that is a number and nothing else; ``measures`` knows it."""
    return any(name == name[slice(*number.span)] and not number.unit for number in numbers(name))


def _only_in(part: str, meant: set[tuple[str, str]], sure: dict[str, set[tuple[str, str]]]) -> bool:
    """Whether no name of another option holds the part."""
    return all(options == meant for name, options in sure.items() if f" {part} " in f" {name} ")


def _option_names(scenario: Scenario) -> Iterator[tuple[str, str, list[str]]]:
    for issue in scenario.issues:
        if issue.range is not None:
            continue  # numbers are read as numbers
        for choice in issue.options:
            words = choice.id.replace("_", " ")
            strong = [words] if stem(words) not in GENERIC and number_of(choice.id) is None and len(words) > 2 else []
            strong = [] if words in _NUMBER_WORDS else strong
            yield issue.id, choice.id, [choice.label, *choice.synonyms, *strong]


def _add(into: dict[str, set[tuple[str, str]]], phrase: str, meaning: tuple[str, str]) -> None:
    verb = phrase[:-3] if phrase.endswith("ing") and phrase.isalpha() and len(phrase) > 7 else phrase
    verbs = {verb, verb + "ed"} if verb != phrase and verb[-1] != verb[-2] else set()
    for variant in {phrase, _with_digits(phrase), _with_words(phrase)} | verbs:
        into.setdefault(variant, set()).add(meaning)


def _with_digits(phrase: str) -> str:
    return " ".join(stem(word) if word in _NUMBER_WORDS else word for word in phrase.split(" "))


def _with_words(phrase: str) -> str:
    return " ".join(_DIGIT_WORDS.get(word, word) for word in phrase.split(" "))


def _parts(name: str, issue_words: Iterable[str]) -> Iterator[str]:
    """Runs of a label's words that say enough on their own; none of a label that says no to something."""
    words = name.split(" ")
    if _NO & set(words):
        return
    common = GENERIC | _NUMBER_WORDS | frozenset(issue_words)
    for start in range(len(words)):
        for stop in range(start + 1, len(words) + 1):
            run = words[start:stop]
            if (
                not {run[0], run[-1]} & STOP
                and any(_telling(word, common) for word in run)
                and stop - start < len(words)
            ):
                yield " ".join(run)


def _telling(word: str, common: frozenset[str]) -> bool:
    return len(word) > 3 and word.isalpha() and not {word, stem(word)} & (common | STOP)


def find_item(names: Iterable[Named], seat: str, text: str) -> tuple[list[str], float]:
    """The ids whose label fits the text best, and how well (0..1: share of the label's words that are said).

    More than one id means that several fit equally well.
    """
    said = content(text)
    scored = [(len(named.words & said) / len(named.words), named.id) for named in names if named.seat in (None, seat)]
    best = max((score for score, _ in scored), default=0.0)
    return ([name for score, name in scored if score == best], best) if best > 0 else ([], 0.0)


#: How much the words that are said about an item count beside its label; three of its own are all of it.
_MORE_COUNTS, _MORE_ENOUGH = 0.4, 3.0
#: Items whose scores lie so close are named equally well.
_SAME_SCORE = 0.06


def find_items(index: "Index", seat: str, text: str) -> tuple[list[str], float]:
    """The ids that the text speaks of best, by label and by what the scene says about each, and a score 0..1.4.

    A word that several things share counts less; the beginnings of longer words are enough.
    """
    said = _roots_said(text)
    scored = []
    for item in index.of(seat):
        score = sum(item.label[root] for root in item.label.keys() & said)
        extra = sum(item.more[root] for root in item.more.keys() & said) / _MORE_ENOUGH
        scored.append((score + _MORE_COUNTS * min(extra, 1.0), item.id))
    best = max(scored, default=(0.0, ""))[0]
    return ([name for score, name in scored if score > best - _SAME_SCORE], best) if best > 0 else ([], 0.0)


@lru_cache(maxsize=8)
def _roots_said(text: str) -> frozenset[str]:
    return frozenset(_root(word) for word in content(text))


class Weighed(NamedTuple):
    """Something that can be named, with the weight of each word's beginning: in its label, and beside it."""

    id: str
    label: dict[str, float]
    more: dict[str, float]


class Index:
    """The things of one kind, ready to be looked for."""

    def __init__(self, names: Iterable[Named]) -> None:
        self.names = tuple(names)
        self._seats: dict[str, tuple[Weighed, ...]] = {}

    def of(self, seat: str) -> tuple[Weighed, ...]:
        """What a seat can name."""
        if seat not in self._seats:
            self._seats[seat] = tuple(_weighed([named for named in self.names if named.seat in (None, seat)]))
        return self._seats[seat]


def _weighed(own: list[Named]) -> Iterator[Weighed]:
    roots = [({_root(word) for word in named.words}, {_root(word) for word in named.more}) for named in own]
    shared = Counter(root for label, more in roots for root in label | more)
    for named, (label, more) in zip(own, roots, strict=True):
        whole = sum(1 / shared[root] for root in label) or 1.0
        yield Weighed(named.id, {r: 1 / shared[r] / whole for r in label}, {r: 1 / shared[r] for r in more - label})


def _root(word: str) -> str:
    return word[:5]
