"""The careful walk over the events of a YAML text: keeps every position and says in plain words what is refused.

Refused are anchors, aliases, tags, merge keys, directives, a second document, keys that are not words, and keys given
twice. All of that is reported and read past; only broken syntax, depth and sheer size end the walk.
"""

from collections.abc import Callable
from typing import Any, Final

import yaml

from game.scenario.problem import Problem, one_line, quoted
from game.scenario.tree import CONTROL, MOST_DEPTH, MOST_NODES, NULLS, Mark, Path, Tree

#: Pieces of the parser's messages -> what to tell an author. The first that fits is taken.
_SYNTAX: Final = (
    ("tab character", "a tab stands where spaces must; indent with spaces"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed"),
    ("mapping values are not allowed", "a second ':' in one line; put quotes around the text that contains it"),
    ("cannot start any token", "a value cannot start like this (a tab, or one of @ ` %); quote the text"),
    ("could not find expected ':'", "this line is not 'key: value'; a ':' is missing, or the text above needs quotes"),
    ("flow sequence", "the list opened with '[' is not closed or lacks a comma"),
    ("flow mapping", "the '{' is not closed or lacks a comma"),
    ("block mapping", "this line does not line up with the keys above it; check its indentation"),
    ("block collection", "this line does not line up with the list above it; check its indentation"),
    ("block sequence", "this line does not line up with the list above it; check its indentation"),
    ("node content", "a value is missing here, or there is a comma too many"),
    ("escape", "an unknown escape after '\\'; write '\\\\' or use single quotes"),
    ("document start", "the file goes on after its end; is this line indented less than it should be?"),
)  # fmt: skip


_WANTED: Final = object()  # the next event of this mapping is a key
_DROP: Final = object()  # the key was refused; its value is walked and forgotten


class _Frame:
    """An open mapping or list. ``key`` is the key waiting for its value; ``path`` is None inside what is dropped."""

    __slots__ = ("is_map", "key", "node", "path")

    def __init__(self, node: Any, path: Path | None) -> None:
        self.node, self.path = node, path
        self.is_map = type(node) is dict
        self.key: Any = _WANTED


class Walk:
    """One pass over the events of one text."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.tree = Tree()
        self.frames: list[_Frame] = []
        self.documents = self.nodes = 0
        self.stopped = False
        self.key_mark: Mark = (1, 1)
        self.lines: list[str] | None = None

    def run(self, parser: Any) -> Tree:
        """Walk to the end, or to the first thing that makes going on pointless."""
        try:
            for event in yaml.parse(self.text, Loader=parser):
                handler = _HANDLERS.get(type(event))
                if handler is not None:
                    handler(self, event)
                    if self.stopped:
                        break
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._say((1, 1), f"this is not YAML that can be read: {quoted(str(error), 90)}", "syntax")
        return self.tree

    # -- events ------------------------------------------------------------------------------------------------

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop(event, "a second document starts here ('---'); one file holds one document", "second-document")
        elif event.version or event.tags:
            self._say(_mark(event), "a line starting with '%' is not used here; take it out", "directive")

    def _scalar(self, event: Any) -> None:
        self._count(event)
        value: str | None = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if not event.style:
            value = None if value in NULLS else value
        elif event.style == '"' and CONTROL.search(event.value):
            self._say(_mark(event), "the text holds an escaped control character; take it out", "control-character")
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.is_map and frame.key is _WANTED:
            self._key(frame, event, value)
        else:
            self._put(frame, event, value)

    def _open(self, event: Any) -> None:
        self._count(event)
        if len(self.frames) >= MOST_DEPTH:
            self._stop(event, f"nested deeper than {MOST_DEPTH} levels; is a bracket never closed?", "too-deep")
        if self.stopped:
            return
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.is_map and frame.key is _WANTED:
            self._refuse_key(frame, event, "a list or mapping cannot be a key; write a plain word")
            self.frames.append(_Frame(_empty(event), None))
        else:
            node = _empty(event)
            self.frames.append(_Frame(node, self._put(frame, event, node)))

    def _close(self, event: Any) -> None:
        del event
        self.frames.pop()

    def _alias(self, event: Any) -> None:
        self._count(event)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.is_map and frame.key is _WANTED:
            self._refuse_key(frame, event, "an alias (*) cannot be used here; write the key itself", "alias")
            return
        path = self._put(frame, event, None)
        self._say(
            _mark(event), f"an alias (*{_cut(event.anchor)}) cannot be used here; write the value again", "alias", path
        )

    # -- building ----------------------------------------------------------------------------------------------

    def _key(self, frame: _Frame, event: Any, key: str | None) -> None:
        """Take ``key`` as the key of the next value, or refuse it and drop that value."""
        if key is None:
            self._refuse_key(frame, event, "a key is missing before ':'", "missing-key")
        elif key == "<<" and not event.style:
            self._refuse_key(frame, event, "a merge key (<<) cannot be used here; write the keys out", "merge-key")
        elif key in frame.node:
            self._refuse_key(frame, event, self._twice(frame, key), "duplicate-key", spoils=False)
        else:
            frame.key = key
            self.key_mark = _mark(event)

    def _put(self, frame: _Frame | None, event: Any, value: Any) -> Path | None:
        """Hang ``value`` where it belongs; its path, or None inside what was refused."""
        if frame is None:
            self.tree.data = value
            return self._place((), event, _mark(event))
        if not frame.is_map:
            frame.node.append(value)
            return self._place(_below(frame, len(frame.node) - 1), event, None)
        key, frame.key = frame.key, _WANTED
        if key is _DROP:
            return None
        frame.node[key] = value
        return self._place(_below(frame, key), event, self.key_mark)

    def _place(self, path: Path | None, event: Any, key: Mark | None) -> Path | None:
        if path is not None:
            mark = self._inside(_mark(event))
            self.tree.marks[path] = (key or mark, mark)
        return path

    # -- refusing ----------------------------------------------------------------------------------------------

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop(event, f"more than {MOST_NODES} values in one file; split it", "too-many-values")

    def _refuse_key(
        self, frame: _Frame, event: Any, message: str, code: str = "bad-key", *, spoils: bool = True
    ) -> None:
        frame.key = _DROP
        self._say(_mark(event), message, code, frame.path if spoils else None)

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._say(_mark(event), f"an anchor (&{_cut(event.anchor)}) cannot be used here; take it out", "anchor")
        if event.tag is not None:
            self._say(_mark(event), f"a tag ({quoted(event.tag)}) cannot be used here; take it out", "tag")

    def _twice(self, frame: _Frame, key: str) -> str:
        path = _below(frame, key)
        first = self.tree.marks.get(path) if path is not None else None
        where = f"; it stands first in line {first[0][0]}" if first else ""
        return f"{quoted(key)} is given twice here{where}; keep one"

    def _stop(self, event: Any, message: str, code: str) -> None:
        if not self.stopped:
            self._say(_mark(event), message, code, ())
        self.stopped = True

    def _say(self, mark: Mark, message: str, code: str, spoiled: Path | None = None) -> None:
        line, col = self._inside(mark)
        self.tree.problems.append(Problem(self.name, line, col, one_line(message), code=code))
        if spoiled is not None:
            self.tree.spoiled.add(spoiled)

    def _inside(self, mark: Mark) -> Mark:
        """The mark, moved to the end of the text's last line if the parser points beyond it."""
        if self.lines is None:
            self.lines = self.text.split("\n")
        line = min(mark[0], len(self.lines))
        most = len(self.lines[line - 1]) + 1
        return line, min(mark[1], most) if line == mark[0] else most

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        where = error.problem_mark or error.context_mark
        found = f"{error.problem or ''} {error.context or ''}"
        plain = next(
            (text for piece, text in _SYNTAX if piece in found), f"the YAML cannot be read here: {found.strip()}"
        )
        if error.context_mark is not None and where is not None and error.context_mark.line < where.line:
            plain += f" (it starts in line {error.context_mark.line + 1})"
        self._say((where.line + 1, where.column + 1) if where else (1, 1), plain, "syntax", ())


def _cut(name: str) -> str:
    """A name short enough to stand in a sentence."""
    return name if len(name) <= 40 else f"{name[:37]}..."


def _mark(event: Any) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _empty(event: Any) -> Any:
    return {} if type(event) is yaml.MappingStartEvent else []


def _below(frame: _Frame, key: str | int) -> Path | None:
    return None if frame.path is None else (*frame.path, key)


_HANDLERS: Final[dict[type, Callable[[Walk, Any], None]]] = {
    yaml.DocumentStartEvent: Walk._document,
    yaml.ScalarEvent: Walk._scalar,
    yaml.MappingStartEvent: Walk._open,
    yaml.SequenceStartEvent: Walk._open,
    yaml.MappingEndEvent: Walk._close,
    yaml.SequenceEndEvent: Walk._close,
    yaml.AliasEvent: Walk._alias,
}
