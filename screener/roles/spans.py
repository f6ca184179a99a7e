"""The text of a role file -> its nodes with the stretch of text that each one takes, for edits in place.

Only for text that nodes.py has read without problems, which bounds its depth and size. Nodes behind
aliases are not followed: text that stands for several values can't be edited for one of them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A node from offset `start` to `end`.

    `style` is the quote of a scalar or the sign of a block of text, "flow" or "block" of a list or
    mapping. `children` are a list's items, or a mapping's keys and values in turn. `is_shared`: an
    alias, or marked for one, or tagged.
    """

    kind: str  # scalar, list, map
    start: int
    end: int
    style: str = ""
    text: str = ""
    children: tuple["Span", ...] = ()
    is_shared: bool = False

    @property
    def is_flow(self) -> bool:
        return self.style == "flow"

    def pairs(self) -> Iterator[tuple["Span", "Span"]]:
        return zip(self.children[::2], self.children[1::2], strict=True)

    def find(self, key: str) -> "Span | None":
        """The value of a key of a mapping."""
        return next((value for name, value in self.pairs() if name.text == key), None)


class _Open(NamedTuple):
    event: Any
    children: list[Span]


def spans(text: str) -> Span | None:
    """The root node; None for an empty text."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    opened: list[_Open] = []
    root: list[Span] = []
    for event in yaml.parse(text, Loader=loader):
        name = type(event).__name__
        siblings = opened[-1].children if opened else root
        if name in ("SequenceStartEvent", "MappingStartEvent"):
            opened.append(_Open(event, []))
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            begun, children = opened.pop()
            (opened[-1].children if opened else root).append(_collection(begun, children, event))
        elif name in ("ScalarEvent", "AliasEvent"):
            siblings.append(_word(event))
    return root[0] if root else None


def _collection(begun: Any, children: list[Span], ended: Any) -> Span:
    kind = "list" if type(begun).__name__ == "SequenceStartEvent" else "map"
    end = ended.end_mark.index
    if not begun.flow_style and children:  # the parser ends a block where the next one begins
        end = children[-1].end
    style = "flow" if begun.flow_style else "block"
    return Span(kind, begun.start_mark.index, end, style, children=tuple(children), is_shared=_is_shared(begun))


def _word(event: Any) -> Span:
    text, style = getattr(event, "value", ""), getattr(event, "style", None) or ""
    is_shared = type(event).__name__ == "AliasEvent" or _is_shared(event)
    return Span("scalar", event.start_mark.index, event.end_mark.index, style, text, is_shared=is_shared)


def _is_shared(event: Any) -> bool:
    return event.anchor is not None or event.tag is not None
