"""The command line of the authoring commands."""

import argparse

_FILE = "a scenario file, or the id of an installed scenario"


def authoring(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands for people who write scenes."""
    _lint(commands)
    new = commands.add_parser("new", help="write a commented, playable scene to start from, and its schema, here")
    new.add_argument("name", metavar="NAME", help="the id of the scene; the file is called NAME.yaml")
    new.add_argument("--json", action="store_true", help="print JSON")
    schema = commands.add_parser("schema", help="print the JSON schema of scenario files, for editors")
    schema.add_argument("--out", metavar="FILE", help="write it to a file instead")
    _balance(commands)
    _looking(commands)


def _lint(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lint = commands.add_parser("lint", help="check scenario files: 0 sound, 1 findings, 2 cannot read")
    lint.add_argument("files", nargs="*", metavar="FILE", help=_FILE)
    lint.add_argument("--format", choices=("text", "json", "github"), help="text unless given; github marks a change")
    lint.add_argument("--json", action="store_true", help="the same as --format json")
    lint.add_argument(
        "--explain", metavar="CODE", help="what a code means, an example, and how to mend it; 'all' lists"
    )
    lint.add_argument("--example", action="store_true", help="with --explain: print the whole file that triggers it")


def _balance(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    balance = commands.add_parser(
        "balance", help="let the computer play a scene thousands of times, and say what it means"
    )
    balance.add_argument("file", metavar="FILE", help=_FILE)
    balance.add_argument(
        "--games", type=int, default=2000, metavar="N", help="for each policy and hand (2000), 50 to 100000"
    )
    balance.add_argument("--seed", type=int, default=1, metavar="N", help="the luck of the games (1)")
    balance.add_argument("--workers", type=int, metavar="N", help="processors to use; all of them unless given")
    balance.add_argument("--html", metavar="F", help="write the report with pictures to one HTML file, too")
    balance.add_argument("--json", action="store_true", help="print JSON")


def _looking(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    graph = commands.add_parser("graph", help="draw a scene's hands, reactions and situations as SVG")
    graph.add_argument("file", metavar="FILE", help=_FILE)
    graph.add_argument("--out", metavar="F.svg", help="write it to a file; printed unless given")
    graph.add_argument("--json", action="store_true", help="print what would be drawn as JSON")
    words = commands.add_parser("words", help="count words and minutes by speaker, and find slips")
    words.add_argument("file", metavar="FILE", help=_FILE)
    words.add_argument("--json", action="store_true", help="print JSON")
    extract = commands.add_parser("extract", help="write a scene's texts as a catalogue for translators (.po)")
    extract.add_argument("file", metavar="FILE", help=_FILE)
    extract.add_argument("--lang", metavar="XX", help="the language; keeps what FILE.XX.po beside the scene has")
    extract.add_argument("--out", metavar="F", help="write it to a file; printed unless given")
    extract.add_argument("--json", action="store_true", help="print the texts and their ids as JSON")
