"""The command line: which commands there are and what they take. Standard library only, so that it is quick."""

import argparse

from game.cli.parser_author import authoring

_PLAY = """Opens the window, or plays in the terminal where there is no display. Every move is saved at once, and
`counteroffer games` lists what can be gone on with. With neither display nor terminal (and without --text, --script
or --resume) a demonstration game is played aloud. In the terminal, without SCENARIO: raise_request."""
_SCREENS = (
    "title", "brief", "prepare", "table", "debrief", "again", "review", "lookback", "progress", "handbook", "settings",
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; ``command`` names the command."""
    top = argparse.ArgumentParser(prog="counteroffer", description="Practise negotiating: you talk, they react.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _play(commands)
    games = commands.add_parser("games", help="list the games that were saved, the newest first")
    games.add_argument("--json", action="store_true", help="print JSON")
    for name, what in (("scenarios", "scenarios that are installed"), ("policies", "simulated players")):
        listing = commands.add_parser(name, help=f"list the {what}")
        listing.add_argument("--json", action="store_true", help="print JSON")
    authoring(commands)
    _review(commands)
    progress = commands.add_parser("progress", help="what changed over your finished games")
    progress.add_argument("--scenario", metavar="ID", help="only games of this scene")
    progress.add_argument("--json", action="store_true", help="print JSON")
    _handbook(commands)
    _read(commands)
    _shot(commands)
    _simulate(commands)
    _fidelity(commands)
    _host(commands)
    return top


def _play(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    play = commands.add_parser("play", help="play a scenario (also: no command at all)", description=_PLAY)
    play.add_argument("scenario", nargs="?", metavar="SCENARIO", help="an installed scenario's id, or a file")
    play.add_argument("--seat", metavar="ID", help="the seat you take; the first one unless given")
    play.add_argument(
        "--seed", type=int, metavar="N", help="the luck of the game; the same seed and moves, the same game"
    )
    play.add_argument("--hand", metavar="ID", help="a hidden hand to play with, yours or theirs; drawn unless given")
    play.add_argument("--assist", choices=("coach", "practice", "real"), default="practice",
                      help="coach: what they feel; practice: your own worth; real: words only")  # fmt: skip
    play.add_argument(
        "--text", action="store_true", help="play in the terminal, not in the window; also when input is piped"
    )
    play.add_argument(
        "--script", metavar="FILE", help="play the moves of a file, one a line; '-' reads them from input"
    )
    play.add_argument("--save", metavar="JOURNAL", help="where to save the game; in your data folder unless given")
    play.add_argument("--after", metavar="JOURNAL", help="a follow-up scene goes on from how this finished game ended")
    play.add_argument("--resume", metavar="JOURNAL", help="go on with a saved game")
    play.add_argument(
        "--from", type=int, dest="turn", metavar="TURN", help="begin at this turn; until then you play well"
    )
    play.add_argument("--lang", metavar="XX", help="the language of the translation SCENARIO.XX.po beside the scene")
    play.add_argument("--watch", action="store_true", help="go on with the scene's file whenever it is saved")
    play.add_argument("--json", action="store_true", help="with --script: print outcome, process and turns as JSON")


def _handbook(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    handbook = commands.add_parser("handbook", help="what the game teaches, a page each, with a moment to try it in")
    handbook.add_argument("page", nargs="?", metavar="PAGE", help="a page to read; all are listed without it")
    handbook.add_argument("--try", action="store_true", dest="play", help="play from the moment the page is about")
    handbook.add_argument("--json", action="store_true", help="print JSON")


def _read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = commands.add_parser("read", help="what the reader makes of a typed line, as JSON")
    read.add_argument("sentence", nargs="?", help="one line")
    read.add_argument("--scenario", default="raise_request", metavar="S", help="whose issues and labels to know")
    read.add_argument("--seat", metavar="ID", help="who says it; the first seat unless given")
    read.add_argument("--file", metavar="F", help="read every line of a file; one JSON object a line")
    read.add_argument("--theirs", metavar="OFFER", help="their last offer, as in 'salary=60000 remote=one'")
    read.add_argument("--mine", metavar="OFFER", help="one's own last offer")


def _review(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    review = commands.add_parser("review", help="weigh every line of a finished game, or of all games in a folder")
    review.add_argument("journal", metavar="JOURNAL|FOLDER", help="a saved game, or a folder of them")
    review.add_argument("--json", action="store_true", help="print JSON")
    review.add_argument("--html", metavar="F.html", help="write a page to print")
    review.add_argument(
        "--weight",
        type=float,
        metavar="W",
        help="of the relationship beside the deal, 0..1; the scene's own unless given",
    )


def _shot(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    shot = commands.add_parser("shot", help="a picture of a screen, drawn without a display")
    shot.add_argument("screen", choices=_SCREENS, help="which screen")
    shot.add_argument("--scenario", metavar="S", help="the scene; raise_request unless given")
    shot.add_argument("--seat", metavar="ID", help="the seat that looks at it; the first one unless given")
    shot.add_argument("--seed", type=int, default=1, metavar="N", help="the luck of the game")
    shot.add_argument("--hand", metavar="ID", help="a hidden hand, yours or theirs")
    shot.add_argument("--assist", choices=("coach", "practice", "real"), default="coach", help="as in play")
    shot.add_argument("--script", metavar="FILE", help="moves to play before, one a line; '-' reads them from input")
    shot.add_argument("--size", default="1280x720", metavar="WxH", help="in pixels")
    shot.add_argument("--text-scale", type=int, default=100, metavar="P", help="size of everything, 80 to 200 per cent")
    shot.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="the colours")
    shot.add_argument("--easy-read", action="store_true", help="letters that are easy to tell apart")
    shot.add_argument("--words", action="store_true", help="print the screen as plain text, too")
    shot.add_argument("--out", required=True, metavar="F.png", help="the picture to write")


def _simulate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    simulate = commands.add_parser("simulate", help="let simulated players play many games against the script")
    simulate.add_argument("scenario", metavar="SCENARIO", help="an installed scenario's id, or a file")
    simulate.add_argument("--policy", nargs="+", metavar="NAME", help="simulated players; all of them unless given")
    simulate.add_argument("--games", type=int, default=1000, metavar="N", help="games for each (1000), 1 to 1000000")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="the luck of the games (1)")
    simulate.add_argument("--hand", metavar="ID", help="a hand of the scripted seat; drawn unless given")
    simulate.add_argument("--then", metavar="SCENARIO", help="a follow-up scenario, played after each game")
    simulate.add_argument("--without", metavar="REACTION", help="switch a reaction off, to see what it does")
    simulate.add_argument("--json", action="store_true", help="print JSON")


def _fidelity(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    what = "published effects as experiments against the scripted counterpart: 0 all inside their bands, 1 not"
    fidelity = commands.add_parser("fidelity", help=what)
    fidelity.add_argument("--games", type=int, default=2000, metavar="N", help="games for each arm and scene (2000)")
    fidelity.add_argument("--seed", type=int, default=1, metavar="N", help="the luck of the games (1)")
    fidelity.add_argument("--scenario", nargs="+", metavar="S", help="scenes; the three main ones unless given")
    fidelity.add_argument("--only", nargs="+", metavar="ID", help="some effects or rows, such as F9 or F9b")
    fidelity.add_argument("--without", nargs="+", metavar="REACTION", help="switch reactions off, to see what they do")
    fidelity.add_argument("--processes", type=int, metavar="N", help="how many at once; as many as there are cores")
    fidelity.add_argument("--json", action="store_true", help="print JSON")
    fidelity.add_argument("--html", metavar="F", help="write a page with pictures, too")


def _host(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    host = commands.add_parser("host", help="a class on this laptop: students join with their phones")
    host.add_argument("--port", type=int, default=8765, metavar="N", help="where to listen (8765); 0 takes a free one")
    host.add_argument("--lan", action="store_true", help="let the room in; without it only this laptop can reach it")
    host.add_argument("--database", metavar="URL", help="a database other than the SQLite file in your data folder")
