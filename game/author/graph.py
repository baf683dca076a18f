"""``counteroffer graph``: a scene's hands, its own reactions, and what they lead to, as one SVG picture.

Three columns from left to right: the hands of both seats with what they have of their own to say; the reactions; the
situations and flags that they bring about. A line means: needs, or leads to. No script and no font from elsewhere.
"""

from dataclasses import dataclass
from html import escape

from game.scenario.model import Line, Scenario, Seat
from game.scenario.problem import listed
from game.scenario.reaction import Reaction

_WIDE, _GAP, _TALL, _STEP, _TOP = 300, 150, 44, 56, 70
_COLOURS = {"hand": "#dce9e4", "reaction": "#f3e7cf", "situation": "#dde5f0", "flag": "#f0dede"}


@dataclass(frozen=True)
class Node:
    """A box: its kind, its name, one line about it, its column (0, 1, 2)."""

    kind: str
    name: str
    about: str
    column: int


def nodes_and_edges(scene: Scenario) -> tuple[list[Node], list[tuple[str, str]]]:
    """What there is to draw; edges go from a node's key (``kind name``) to another's."""
    nodes = [node for seat in scene.seats for node in _hands(seat)]
    nodes += [Node("reaction", r.name, _when(r), 1) for r in scene.reactions]
    edges: list[tuple[str, str]] = []
    flags: dict[str, None] = {}
    lines: dict[str, None] = {}
    for reaction in scene.reactions:
        me = f"reaction {reaction.name}"
        edges += [(f"hand {hand}", me) for hand in reaction.when.hand]
        for flag in (*reaction.when.remembered, *reaction.when.not_remembered):
            flags[flag] = None
            edges.append((f"flag {flag}", me))
        if reaction.then.remember:
            flags[reaction.then.remember] = None
            edges.append((me, f"flag {reaction.then.remember}"))
        if reaction.then.line:
            lines[str(reaction.then.line)] = None
            edges.append((me, f"situation {reaction.then.line}"))
    nodes += [Node("flag", flag, "remembered", 2) for flag in flags]
    for situation in _situations(scene):
        nodes.append(Node("situation", situation, _count(scene, situation), 2))
        lines.pop(situation, None)
    nodes += [Node("situation", situation, "plain words only", 2) for situation in lines]
    return nodes, list(dict.fromkeys(edges))


def _hands(seat: Seat) -> list[Node]:
    return [Node("hand", hand.id, f"{seat.id}: {_own_lines(seat, hand.id)} lines of its own", 0) for hand in seat.hands]


def _own_lines(seat: Seat, hand: str) -> int:
    return sum(isinstance(x, Line) and hand in x.hand for lines in seat.lines.values() for x in lines)


def _when(reaction: Reaction) -> str:
    when = reaction.when
    parts = [listed(when.act, 3), listed(when.item, 2), listed((f"{k} {v}" for k, v in when.facts.items()), 2)]
    return "; ".join(part for part in parts if part) or "always"


def _situations(scene: Scenario) -> list[str]:
    return list(dict.fromkeys(str(name) for seat in scene.seats for name in seat.lines))


def _count(scene: Scenario, situation: str) -> str:
    counts = {seat.id: len(seat.lines.get(situation, ())) for seat in scene.seats}
    return ", ".join(f"{seat}: {n} line{'s' if n != 1 else ''}" for seat, n in counts.items() if n)


def svg(scene: Scenario) -> str:
    """The picture."""
    nodes, edges = nodes_and_edges(scene)
    place = {}
    rows = [0, 0, 0]
    for node in nodes:
        place[f"{node.kind} {node.name}"] = (30 + node.column * (_WIDE + _GAP), _TOP + rows[node.column] * _STEP)
        rows[node.column] += 1
    width, height = 60 + 3 * _WIDE + 2 * _GAP, _TOP + max(rows) * _STEP + 20
    drawn = [_edge(place[a], place[b]) for a, b in edges if a in place and b in place]
    drawn += [_box(node, *place[f"{node.kind} {node.name}"]) for node in nodes]
    heads = "".join(
        f'<text x="{30 + n * (_WIDE + _GAP)}" y="44" font-size="16" font-weight="bold">{name}</text>'
        for n, name in enumerate(("Hands", "Reactions", "Situations and flags"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13"><title>{escape(scene.title)}</title>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{heads}\n' + "\n".join(drawn) + "\n</svg>\n"
    )


def _box(node: Node, x: int, y: int) -> str:
    about = node.about if len(node.about) <= 46 else node.about[:44] + "…"
    return (
        f"<g><title>{escape(node.kind)} {escape(node.name)}: {escape(node.about)}</title>"
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_TALL}" rx="6" fill="{_COLOURS[node.kind]}" stroke="#777"/>'
        f'<text x="{x + 10}" y="{y + 18}" font-weight="bold">{escape(node.name)}</text>'
        f'<text x="{x + 10}" y="{y + 35}" font-size="11">{escape(about)}</text></g>'
    )


def _edge(start: tuple[int, int], end: tuple[int, int]) -> str:
    """A curve from the right of one box to the left of the other; backwards it leaves on the left."""
    backwards = end[0] <= start[0]
    x1, x2 = (start[0], end[0] + _WIDE) if backwards else (start[0] + _WIDE, end[0])
    y1, y2, bend = start[1] + _TALL // 2, end[1] + _TALL // 2, -60 if backwards else 60
    dashes = ' stroke-dasharray="5 4"' if backwards else ""
    return f'<path d="M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}" fill="none" stroke="#888"{dashes}/>'
