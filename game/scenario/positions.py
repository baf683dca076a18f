"""YAML text to plain dicts, lists and strings, by our own walk over the parser's events.

PyYAML's composer and constructor are never used: they can be crashed by nesting, stalled by merge keys, take the last
of two equal keys in silence, and read ``no`` as False. Here every scalar stays text (an empty one is None) and is
typed later by the model. Only one document of plain mappings, lists and scalars is taken.

Two walks, because speed and good sentences pull apart: ``_quick`` here is one lean loop that gives up at the first
thing out of the ordinary; ``Walk`` keeps every position and says what is wrong. A test holds them to the same data.
"""

from itertools import islice
from typing import Any, Final

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from game.scenario.tree import CONTROL, MOST_DEPTH, MOST_NODES, NULLS, Tree
from game.scenario.walk import Walk

_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WANTED: Final = object()  # the next event of this mapping is a key
_ODD: Final = object()  # something is not plain data; look closely


def read_tree(text: str, name: str, *, marks: bool = False, parser: Any = _PARSER) -> Tree:
    """Read YAML text; nothing is raised for bad text.

    ``name`` is the file to name in problems; ``marks`` asks for positions even if nothing is wrong.
    """
    data = _ODD if marks else _quick(text, parser)
    return Walk(text, name).run(parser) if data is _ODD else Tree(data)


def _quick(text: str, parser: Any) -> Any:
    """The data of a text in which nothing is wrong, else ``_ODD``."""
    root: list[Any] = []
    node: Any = root
    above: list[Any] = []
    is_map, key = False, _WANTED
    documents = 0
    try:
        for event in islice(iter(parser(text).get_event, None), MOST_NODES):
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    return _ODD
                value, style = event.value, event.style
                if not style:
                    value = None if value in NULLS else value
                elif style == '"' and CONTROL.search(value):
                    return _ODD
                if not is_map:
                    node.append(value)
                elif key is not _WANTED:
                    node[key] = value
                    key = _WANTED
                elif value is None or value == "<<" or value in node:
                    return _ODD
                else:
                    key = value
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None or (is_map and key is _WANTED):
                    return _ODD
                child: Any = {} if kind is MappingStartEvent else []
                if is_map:
                    node[key] = child
                    key = _WANTED
                else:
                    node.append(child)
                above.append(node)
                if len(above) > MOST_DEPTH:
                    return _ODD
                node, is_map = child, kind is MappingStartEvent
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = above.pop()
                is_map = type(node) is dict
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1 or event.version or event.tags:
                    return _ODD
            elif kind is yaml.StreamEndEvent:
                return root[0] if root else None
            elif kind is yaml.AliasEvent:
                return _ODD
    except (yaml.YAMLError, ValueError, OverflowError):
        return _ODD
    return _ODD
