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


def _lint(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lint = commands.add_parser("lint", help="check scenario files: 0 sound, 1 findings, 2 cannot read")
    lint.add_argument("files", nargs="*", metavar="FILE", help=_FILE)
    lint.add_argument("--format", choices=("text", "json", "github"), help="text unless given; github marks a change")
    lint.add_argument("--json", action="store_true", help="the same as --format json")
    lint.add_argument(
        "--explain", metavar="CODE", help="what a code means, an example, and how to mend it; 'all' lists"
    )
    lint.add_argument("--example", action="store_true", help="with --explain: print the whole file that triggers it")
