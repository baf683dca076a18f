"""The balance report as one HTML file: no script, no font, no picture from anywhere else; readable without colours."""

from collections.abc import Iterable
from html import escape
from typing import Any

from game.author.balance import HIGH, LOW, covered

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
body { color: #222; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
td.n { text-align: right; font-variant-numeric: tabular-nums }
svg { display: block } .bar { fill: #2b6c8f } .axis { stroke: #888 }
.mean { stroke: #a33; stroke-width: 2 } .never { color: #8a2b20 } li { margin: .3rem 0 }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b } th, td { border-color: #444 }
.bar { fill: #6fb3d6 } .mean { stroke: #ff9a8a } .never { color: #ff9a8a } }
"""
_WIDTH, _HEIGHT = 300, 34


def page(report: dict[str, Any]) -> str:
    """The whole file."""
    level = report["difficulty"]
    body = [
        f"<h1>Balance of {escape(report['scenario'])}</h1>",
        f"<p>{escape(level['word'].capitalize())} ({level['level']} of 100), about {report['minutes']:.0f} minutes. "
        f"{report['games']} games for each policy and hand, seed {report['seed']}.</p>",
        "<h2>What it means</h2>",
        _verdicts(report["verdicts"]),
        "<h2>What each policy gets</h2>",
        f"<p>Deal value from {LOW} to {HIGH}; 0 is what no deal is worth. The upright line is the mean.</p>",
        _policies(report["policies"]),
        "<h2>The same, varied</h2>",
        _policies(report["variations"]),
        "<h2>By hand</h2>",
        _hands(report["policies"]),
        "<h2>What happened at least once</h2>",
        _coverage(report["coverage"]),
    ]
    head = f'<meta charset="utf-8"><title>Balance of {escape(report["scenario"])}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n' + "\n".join(body) + "\n</body></html>\n"


def _verdicts(found: list[dict[str, str]]) -> str:
    if not found:
        return "<p>No complaints: nothing stands out.</p>"
    return "<ul>" + "".join(f"<li>{escape(each['text'])}</li>" for each in found) + "</ul>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f"<th>{escape(each)}</th>" for each in head)
    body = "".join("<tr>" + "".join(row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"


def _number(value: str) -> str:
    return f'<td class="n">{value}</td>'


def _policies(policies: dict[str, Any]) -> str:
    rows = []
    for name, told in policies.items():
        value = told["deal_value"]
        rows.append([
            f"<td>{escape(name)}</td>",
            _number(f"{told['agreement_rate']:.0%}"),
            f"<td>{_picture(name, told)}</td>",
            _number(f"{value['mean']:.1f}"),
            _number(f"{value['low']:.0f} to {value['high']:.0f}"),
            _number(f"{told['relationship']['mean']:.2f}"),
            _number(f"{told['turns']:.0f}"),
        ])  # fmt: skip
    return _table(("policy", "agreed", "deal value", "mean", "10 to 90 %", "relationship", "turns"), rows)


def _picture(name: str, told: dict[str, Any]) -> str:
    """The distribution as bars, with its zero and its mean."""
    shares = told["histogram"]
    most, wide = max(*shares, 1e-9), _WIDTH / len(shares)
    tall = [_HEIGHT * share / most for share in shares]
    bars = "".join(
        f'<rect class="bar" x="{n * wide:.1f}" y="{_HEIGHT - h:.1f}" width="{wide - 1:.1f}" height="{h:.1f}"/>'
        for n, h in enumerate(tall)
        if h
    )
    zero, mean = _x(0), _x(told["deal_value"]["mean"])
    label = escape(f"{name}: mean {told['deal_value']['mean']:.1f}")
    size = f'width="{_WIDTH}" height="{_HEIGHT + 2}" viewBox="0 0 {_WIDTH} {_HEIGHT + 2}"'
    return (
        f'<svg role="img" aria-label="{label}" {size}>{bars}'
        f'<line class="axis" x1="0" x2="{_WIDTH}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f'<line class="axis" x1="{zero}" x2="{zero}" y1="0" y2="{_HEIGHT}" stroke-dasharray="2 2"/>'
        f'<line class="mean" x1="{mean}" x2="{mean}" y1="0" y2="{_HEIGHT}"/></svg>'
    )


def _x(value: float) -> str:
    return f"{(min(max(value, LOW), HIGH) - LOW) / (HIGH - LOW) * _WIDTH:.1f}"


def _hands(policies: dict[str, Any]) -> str:
    hands = list(next(iter(policies.values()))["hands"])
    rows = [
        [f"<td>{escape(name)}</td>"]
        + [
            _number(f"{told['hands'][hand]['deal_value']:.1f} ({told['hands'][hand]['agreement_rate']:.0%})")
            for hand in hands
        ]
        for name, told in policies.items()
    ]
    return _table(("mean deal value (agreed)", *hands), rows)


def _coverage(coverage: list[dict[str, Any]]) -> str:
    items = []
    for line in covered(coverage)[1:]:
        head, *never = line.split("\n  never: ")
        missing = "".join(f'<li class="never">never: {escape(each)}</li>' for each in never)
        items.append(f"<li>{escape(head)}{f'<ul>{missing}</ul>' if missing else ''}</li>")
    return f"<ul>{''.join(items)}</ul>"
