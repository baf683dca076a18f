"""Sixty files that mean harm: bombs, depth, sheer size, encodings, paths, devices, characters.

``python tests/lint/hostile.py FOLDER`` lints each of them in one process and prints, as JSON, seconds and findings for
each and the most memory that was ever in use.
"""

import json
import os
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

BIG = 100 * 1024 * 1024
HEAD = "format: 1\nid: x\ntitle: x\n"


def texts() -> Iterator[tuple[str, str]]:
    """Names and contents of the files that are text."""
    for name, unit in {
        "lists": "[",
        "maps": "{",
        "dashes": "- ",
        "maps2": "{a: ",
        "questions": "? ",
        "mixed": "[[a, ",
        "both": "{a: [",
    }.items():
        yield f"deep_{name}", unit * 30_000
    yield "deep_million", "[" * (1 << 20)
    yield "deep_indent", "\n".join(" " * n + "a:" for n in range(1000))
    yield "laughs", "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
    yield (
        "merges",
        "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 24)),
    )
    yield "itself", "a: &a [*a]\n"
    yield "itself_map", "&a {*a : *a}\n"
    yield "python_tag", 'a: !!python/object/apply:os.system ["touch x"]\n'
    yield "python_new", "a: !!python/object/new:type [x]\n"
    yield "binary_tag", "a: !!binary aGVsbG8=\n"
    yield "set_tag", "a: !!set {x, y}\n"
    yield "many_values", "a: [" + "x, " * 200_000 + "]\n"
    yield "many_keys", "".join(f"k{n}: 1\n" for n in range(60_000))
    yield "same_key", "k: 1\n" * 60_000
    yield "many_documents", "---\na: 1\n" * 50_000
    yield "many_anchors", "".join(f"k{n}: &x{n} 1\n" for n in range(40_000))
    yield "long_line", HEAD + "setting: " + "x" * 900_000 + "\n"
    yield "long_key", "k" * 900_000 + ": 1\n"
    yield "long_quoted", 'title: "' + "x" * 900_000
    yield "long_anchor", "&" + "a" * 900_000 + " x\n"
    yield "long_comment", "#" * 1_000_000
    yield "blank_lines", "\n" * 1_000_000
    yield "spaces", " " * 1_000_000
    yield "tabs", "\t" * 1_000_000
    yield "colons", ":" * 200_000
    yield "quotes", "'" * 500_000
    yield "pipes", "a: |\n" + " x\n" * 200_000
    yield "folded", "a: >-\n" + " x\n" * 200_000
    yield "huge_number", HEAD + "minutes: " + "9" * 500_000 + "\n"
    yield "exponent", HEAD + "minutes: 1e999999999\n"
    yield "base_sixty", HEAD + "minutes: " + "1:" * 100_000 + "1\n"
    yield (
        "wide_range",
        HEAD + "issues: [{id: a, label: a, range: {start: 0, stop: 1e9, step: 0.0001}, status_quo: 0}]\n",
    )
    yield (
        "endless_range",
        HEAD + "issues: [{id: a, label: a, range: {start: -.inf, stop: .inf, step: 1e-300}, status_quo: 0}]\n",
    )
    yield (
        "not_a_number",
        HEAD + "issues: [{id: a, label: a, range: {start: nan, stop: nan, step: nan}, status_quo: nan}]\n",
    )
    yield "many_issues", HEAD + "issues: [" + "{id: a, label: a, options: []}, " * 5000 + "]\n"
    yield (
        "slow_pattern",
        HEAD + "reactions: [{name: a, source: a, when: {facts: {trust: '" + " " * 100_000 + "x'}}, then: {}}]\n",
    )
    yield "braces", HEAD + "title: '" + "{" * 300_000 + "'\n"
    yield "near_misses", "".join(f"titel{n}: x\n" for n in range(20_000))
    yield "bell", HEAD + "setting: a\x07b\n"
    yield "escape", HEAD + 'setting: "\\e[2J\\e]0;x\\a"\n'
    yield "backwards", HEAD + "setting: a\u202eb\n"
    yield "zero_width", HEAD + "setting: a\u200bb\n"
    yield "separators", HEAD + "setting: a\u2028b\n"
    yield "combining", HEAD + "setting: a" + "\u0301" * 300_000 + "\n"
    yield "directive", "%YAML 9.9\n---\na: 1\n"
    yield "tag_directive", "%TAG ! tag:x,2000:" + "x" * 100_000 + "\n---\n!a b\n"
    yield "terminal", HEAD + "title: '" + "\\x1b[31m" * 1000 + "\n"


def contents() -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files that are no text."""
    yield "nul", b"a: 1\n\x00\x00\x00"
    yield "latin", "title: café\n".encode("latin-1")
    yield "utf16", "title: x\n".encode("utf-16")
    yield "utf32", "title: x\n".encode("utf-32")
    yield "overlong", b"title: \xc0\xaf\xe0\x80\xaf\n"
    yield "surrogates", b"title: \xed\xa0\x80\xed\xb0\x80\n"
    yield "zip", b"PK\x03\x04" + bytes(range(256)) * 100
    yield "empty", b""


def write(folder: Path) -> list[str]:
    """Write them all, and name what is no file; what this system does not have is left out."""
    for name, text in texts():
        (folder / f"{name}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    for name, data in contents():
        (folder / f"{name}.yaml").write_bytes(data)
    with (folder / "hundred_megabytes.yaml").open("wb") as file:
        file.truncate(BIG)
    names = [str(path) for path in sorted(folder.iterdir())]
    return [
        *names,
        str(folder),
        str(folder / "not_there.yaml"),
        "x" * 5000,
        "a\0b",
        "../../../../../../etc/passwd",
        *_devices(folder),
    ]


def _devices(folder: Path) -> Iterator[str]:
    """Things that can be opened and never end, or never begin."""
    if os.name == "nt":
        yield from ("NUL", "CON", "AUX.yaml")
        return
    yield from ("/dev/zero", "/dev/tty", "/dev/random")
    os.mkfifo(folder / "pipe.yaml")
    yield str(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    yield str(folder / "loop.yaml")


def peak_mebibytes() -> float:
    """The most memory this process ever used; of Python's own where the system does not tell.

    On Linux the usage that ``resource`` tells counts the process that started this one, too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 2**10
    try:
        import resource
    except ImportError:
        return tracemalloc.get_traced_memory()[1] / 2**20
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def main(folder: Path) -> None:
    from tests.lint.scenes import general

    if os.name == "nt":
        tracemalloc.start()
    from game.lint.run import lint_file

    every = write(folder)
    reactions, told = general(), []
    for name in every:
        started = time.process_time()
        problems, was_text = lint_file(Path(name), reactions)
        seconds = time.process_time() - started
        told.append({"file": name, "seconds": seconds, "findings": [str(p) for p in problems], "text": was_text})
    print(json.dumps({"files": told, "mebibytes": peak_mebibytes()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
