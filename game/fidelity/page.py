"""What the bench found as one HTML page that needs nothing else: a picture of every band and interval, and a table.

The pictures are SVG written here. A band is the grey bar, our interval the line with its dot, the scenes the small
marks below it; the words beside each picture say the same, so nothing is told by the picture or its colour alone.
"""

import math
from collections.abc import Callable, Sequence
from html import escape

from game.fidelity.bench import Result
from game.fidelity.report import band, size
from game.fidelity.stats import Estimate

_WIDTH, _HEIGHT, _PAD = 320, 44, 8
_Scale = Callable[[float], float]
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1d2430;
background:#fbfaf7}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid #d9d5cb}
th[scope=row]{font-weight:600}.source{color:#5a6270;font-size:.85em}.no{font-weight:600;color:#9a3412}.yes{color:#20603d}
svg{display:block}.band{fill:#cfd8d2}.zero{stroke:#8b8f96;stroke-dasharray:2 3}.line{stroke:#1d2430;stroke-width:2.5}
.dot{fill:#1d2430}.scene{fill:none;stroke:#5a6270;stroke-width:1.5}
@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#171a20}th,td{border-color:#383d47}.source{color:#a5abb7}
.no{color:#f0a37a}.yes{color:#8fd0a8}.band{fill:#33443b}.line{stroke:#e8e6e1}.dot{fill:#e8e6e1}.scene{stroke:#a5abb7}}
"""


def as_page(results: Sequence[Result], games: int, seed: int, switched_off: Sequence[str] = ()) -> str:
    """The whole page; ``results`` in the order in which they are shown."""
    scenes = list(results[0].scenes) if results else []
    inside = sum(result.inside for result in results)
    without = f" Switched off: {escape(', '.join(switched_off))}." if switched_off else ""
    rows = "\n".join(_row(result) for result in results)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Counteroffer: do they behave as people do?</title><style>{_STYLE}</style></head><body>
<h1>Do they behave as people do?</h1>
<p>Every published effect as an experiment against the scripted counterpart: {games} games in each condition and scene,
the same luck in all conditions, seed {seed}. Scenes: {escape(", ".join(scenes))}.{without}</p>
<p><strong>{inside} of {len(results)}</strong> sizes lie inside their bands with their whole 95 % interval.
Differences are in pooled within-arm standard deviations unless a name says rate, r or slope.
A finding of which only the direction is known has a band that asks for the direction.</p>
<p>Grey bar: the band. Line and dot: ours. Small circles: the scenes, in the order given. Dashed: nothing.</p>
<table><caption>Effects, their bands and what was measured</caption>
<thead><tr><th scope="col">effect</th><th scope="col">published</th><th scope="col">band</th><th scope="col">ours</th>
<th scope="col">picture</th><th scope="col">inside</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def _row(result: Result) -> str:
    effect = result.effect
    low, high = result.ours.interval
    verdict = "yes" if result.inside else "no"
    wrong = f"<br><span class=no>wrong sign in {escape(', '.join(result.wrong))}</span>" if result.wrong else ""
    return (
        f'<tr><th scope="row">{escape(effect.id)}: {escape(effect.name)}<br>'
        f"<span class=source>{escape(effect.source)}</span></th>"
        f"<td>{escape(effect.published)}</td><td>{band(effect.low, effect.high)}</td>"
        f"<td>{size(result.ours.value)}<br><span class=source>{size(low)} .. {size(high)}</span></td>"
        f"<td>{picture(result)}</td><td class={verdict}>{verdict}{wrong}</td></tr>"
    )


def picture(result: Result) -> str:
    """The band and what was measured as SVG, with a title that says it in words."""
    effect = result.effect
    sizes = [result.ours, *result.scenes.values()]
    low, high = _extent([effect.low, effect.high, 0.0, *(end for found in sizes for end in found.interval)])

    def x(value: float) -> float:
        share = (min(max(value, low), high) - low) / (high - low)
        return round(_PAD + share * (_WIDTH - 2 * _PAD), 1)

    said = f"{effect.name}: band {band(effect.low, effect.high)}, ours {size(result.ours.value).strip()}"
    left, right = x(effect.low), x(effect.high)
    marks = "".join(_scene(x, found) for found in result.scenes.values())
    return (
        f'<svg role="img" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">'
        f"<title>{escape(said)}</title>"
        f'<rect class="band" x="{left}" y="4" width="{max(right - left, 1):.1f}" height="{_HEIGHT - 8}"/>'
        f'<line class="zero" x1="{x(0)}" x2="{x(0)}" y1="2" y2="{_HEIGHT - 2}"/>{_ours(x, result.ours)}{marks}</svg>'
    )


def _ours(x: _Scale, found: Estimate) -> str:
    if not math.isfinite(found.value):
        return ""
    low, high = found.interval
    return (
        f'<line class="line" x1="{x(low)}" x2="{x(high)}" y1="17" y2="17"/>'
        f'<circle class="dot" cx="{x(found.value)}" cy="17" r="4.5"/>'
    )


def _scene(x: _Scale, found: Estimate) -> str:
    return f'<circle class="scene" cx="{x(found.value)}" cy="33" r="3.5"/>' if math.isfinite(found.value) else ""


def _extent(values: Sequence[float]) -> tuple[float, float]:
    """What the picture spans: everything finite, a little more, and never nothing."""
    finite = [value for value in values if math.isfinite(value)]
    low, high = min(finite), max(finite)
    more = max(0.08 * (high - low), 0.02)
    return low - more, high + more
