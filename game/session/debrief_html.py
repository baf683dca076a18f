"""A debrief as a page to print (A4): the player's own view, the debrief, the talk. One file, nothing loaded."""

from collections.abc import Iterable
from html import escape
from typing import Final

from game.session.debrief import Debrief, debrief
from game.session.debrief_text import as_text
from game.session.feelings import other_of
from game.session.game import Game
from game.session.reflection import Reflection, beside_the_record

_STYLE: Final = """@page{size:A4;margin:18mm}
body{font:11pt/1.45 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#2b2620}
h1,h2{font-family:Helvetica,Arial,sans-serif;line-height:1.2}h1{font-size:19pt}h2{font-size:13pt;margin:1.5em 0 .4em}
p{margin:.4em 0}.said{margin:.3em 0 .3em 3em}.heard{margin:.3em 3em .3em 0}.who{font-weight:bold}.told{color:#6d6253}
@media print{body{margin:0;max-width:none;padding:0}h2{break-after:avoid}p{break-inside:avoid}}"""


def debrief_page(game: Game, own: Reflection | None = None) -> str:
    """The whole page; with what the player thought of the game before reading on, where that is known."""
    found, title = debrief(game), f"Debrief: {game.stage.scenario.title}"
    seat = game.stage.seat(game.player)
    body = [f"<h1>{escape(title)}</h1>", f"<p>You were {escape(seat.name)}.</p>"]
    if own is not None and (said := beside_the_record(game, found, own)):
        body += ["<h2>Your own view, beside the record</h2>", *_paragraphs(said)]
    body += _debrief(game, found)
    body += ["<h2>What was said</h2>", *_talk(game)]
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [f"<p>{escape(line)}</p>" for line in lines]


def _debrief(game: Game, found: Debrief) -> list[str]:
    lines = as_text(found, game.stage.name(other_of(game)))
    return [f"<h2>{escape(line[:-1])}</h2>" if line.endswith(":") else f"<p>{escape(line)}</p>" for line in lines]


def _talk(game: Game) -> list[str]:
    """Every line in order, with who said it; scenes and news between them."""
    rows = []
    for entry in game.entries:
        for shown in entry.shown:
            if shown.seat is None or shown.kind != "line":
                rows.append(f'<p class="told">{escape(shown.text)}</p>')
                continue
            kind = "said" if shown.seat == game.player else "heard"
            who = escape(game.stage.name(shown.seat))
            rows.append(f'<p class="{kind}"><span class="who">{who}:</span> {escape(shown.text)}</p>')
    return rows
