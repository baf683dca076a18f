"""A review as a page to print: one file, no scripts, nothing loaded from anywhere."""

from html import escape

from game.review.review import Review
from game.session.game import Game
from game.session.review_text import as_lines
from game.session.review_words import MARKS

_STYLE = """body{font:11pt/1.45 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c2a33}
h1,h2{font-family:Helvetica,Arial,sans-serif;line-height:1.2}h2{font-size:13pt;margin-top:1.6em}
svg{width:100%;height:auto}p{margin:.5em 0}@media print{body{margin:0;max-width:none}p{break-inside:avoid}}"""
_WIDE, _TALL, _EDGE = 720, 220, 34


def as_html(game: Game, review: Review, weight: float) -> str:
    """The whole page."""
    title = f"Review: {game.stage.scenario.title}"
    body = [f"<h1>{escape(title)}</h1>", graph(review)]
    for line in as_lines(game, review):
        heading = line.endswith(":")
        body.append(f"<h2>{escape(line[:-1])}</h2>" if heading else f"<p>{escape(line)}</p>")
    body.append(f"<p>The relationship counts {100 * weight:.0f} % beside the deal in every value on this page.</p>")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def graph(review: Review) -> str:
    """The value before each decision as a line, each decision with the sign of its mark; empty without decisions."""
    if not review.decisions:
        return ""
    values = [*(each.judged.usual.value for each in review.decisions), review.decisions[-1].came_to]
    low, high = min(0.0, *values), max(100.0, *values)
    step = (_WIDE - 2 * _EDGE) / max(1, len(values) - 1)
    points = [
        (_EDGE + n * step, _EDGE + (high - value) / (high - low) * (_TALL - 2 * _EDGE))
        for n, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    signs = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/><text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle" '
        f'font-size="13" font-weight="bold">{MARKS[each.mark][0]}</text>'
        f'<text x="{x:.1f}" y="{_TALL - 8}" text-anchor="middle" font-size="10">{each.turn}</text>'
        for (x, y), each in zip(points, review.decisions, strict=False)
    ]
    key = ", ".join(f"{sign} {name}" for sign, name in MARKS.values())
    return (
        f'<svg viewBox="0 0 {_WIDE} {_TALL}" role="img" aria-label="The value of the position before each turn">'
        f'<polyline points="{line}" fill="none" stroke="#0f6b6b" stroke-width="2"/>{"".join(signs)}</svg>'
        f"<p>The value of the position before each turn, and after the last. {escape(key)}.</p>"
    )
