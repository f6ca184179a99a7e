"""A role file's text and other expectations for its examples -> the same text, changed in only these places.

Words are replaced where they stand; names move between the lists of met, not_met and unknown, whose lines
or brackets keep their form. Comments are never touched: where one stands in the way, or where text is
shared through an anchor, the edit is refused and a person makes it. The result is read again, and is
given only if it says what was meant and everything else as before.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, cast

from screener.model.role import Role
from screener.roles.load import read_role
from screener.roles.source import RoleSource
from screener.roles.spans import Span, spans

Expect = str | dict[str, object]

_LISTS = ("met", "not_met", "unknown")
_COMMENT = re.compile(r"(?:^|(?<=\s))#")


class CannotEdit(Exception):
    """Why an expectation has to be changed by hand."""


class Edited(NamedTuple):
    """`text` has the new expectations of the examples in `done`; `refused` says why not of the others."""

    text: str
    done: tuple[int, ...]
    refused: dict[int, str]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def edit_expectations(source: RoleSource, role: Role, wanted: Mapping[int, Expect]) -> Edited:
    """The text with other expectations for some examples, by their place in the role."""
    items = _examples(source.text)
    edits: list[_Edit] = []
    done: dict[int, Expect] = {}
    refused: dict[int, str] = {}
    for number, expect in wanted.items():
        try:
            edits += _edits_of_example(source.text, items, number, expect)
            done[number] = expect
        except CannotEdit as cannot:
            refused[number] = str(cannot)
    text = _apply(source.text, edits)
    if done and not _says(text, source, role, done):
        refused |= dict.fromkeys(done, "its lines are laid out in a way that can't be edited safely; change it by hand")
        return Edited(source.text, (), refused)
    return Edited(text, tuple(done), refused)


def _says(text: str, source: RoleSource, role: Role, expects: Mapping[int, Expect]) -> bool:
    """Whether the text is the same role with the new expectations."""
    read = read_role(source._replace(text=text)).role
    examples = tuple(
        replace(example, expect=expects.get(number, example.expect)) for number, example in enumerate(role.examples)
    )
    return read == replace(role, examples=examples)


def _apply(text: str, edits: list[_Edit]) -> str:
    parts, reached = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):  # stable: of two at one place the first comes first
        if edit.start < reached:
            continue  # they overlap, so the text won't say what was meant, and is refused
        parts += [text[reached : edit.start], edit.text]
        reached = edit.end
    return "".join((*parts, text[reached:]))


def _examples(text: str) -> Span | None:
    root = spans(text)
    return root.find("examples") if root else None


def _edits_of_example(text: str, examples: Span | None, number: int, expect: Expect) -> list[_Edit]:
    nodes = (examples, examples.children[number] if examples and examples.kind == "list" else None)
    example = nodes[1]
    found = example.find("expect") if example and example.kind == "map" else None
    if found is None or any(node is None or node.is_shared for node in (*nodes, found)):
        raise CannotEdit("its expectation is shared through an anchor or a merge key; change it by hand")
    if isinstance(expect, str):
        return [_word(found, expect)]
    return list(_edits_of_mapping(text, found, expect))


def _word(span: Span, word: str) -> _Edit:
    """The word in the quotes of the one before, or in those that it needs."""
    if span.is_shared or span.kind != "scalar" or span.style in ("|", ">"):
        raise CannotEdit("it is shared through an anchor, or written as a block of text; change it by hand")
    quote = span.style or ('"' if word.startswith(">") else "")
    return _Edit(span.start, span.end, f"{quote}{word}{quote}")


def _edits_of_mapping(text: str, span: Span, expect: dict[str, object]) -> Iterator[_Edit]:
    for key in ("verdict", "score"):
        value = span.find(key)
        if key in expect and value is None:
            raise CannotEdit("its expectation is shared through a merge key; change it by hand")
        if value is not None and value.text != expect[key]:
            yield _word(value, cast(str, expect[key]))
    lists = {key: cast(list[str], expect.get(key, [])) for key in _LISTS}
    if any(_names(span, key) != names for key, names in lists.items()):
        yield from _Lists(text, span, lists).edits()


def _names(span: Span, key: str) -> list[str]:
    found = span.find(key)
    return [" ".join(item.text.split()) for item in found.children] if found else []


class _Lists:
    """The edits by which the lists of a mapping come to hold other names."""

    def __init__(self, text: str, span: Span, wanted: Mapping[str, list[str]]) -> None:
        self._text = text
        self._span = span
        self._wanted = wanted
        self._newline = "\r\n" if "\r\n" in text else "\n"
        nodes = [node for key in _LISTS if (node := span.find(key))]
        if any(node.is_shared or any(item.is_shared for item in node.children) for node in nodes):
            raise CannotEdit("its names are shared through an anchor; change it by hand")
        self._raw = {_folded(item): text[item.start : item.end] for node in nodes for item in node.children}

    def edits(self) -> Iterator[_Edit]:
        """A list that ends gives its place to one that begins; others are changed, removed or added."""
        there = {key.text: (key, value) for key, value in self._span.pairs() if key.text in _LISTS}
        ending = [key for key in there if not self._wanted[key] and there[key][1].children]
        beginning = [key for key in _LISTS if key not in there and self._wanted[key]]
        for key, (_, value) in there.items():
            if key not in ending and _names(self._span, key) != self._wanted[key]:
                yield from self._changed(value, self._wanted[key])
        for old, new in zip(ending, beginning, strict=False):
            name, value = there[old]
            yield self._edit(name.start, value.end, self._flow_pair(new))
        for old in ending[len(beginning) :]:
            yield self._removed(*there[old])
        for new in beginning[len(ending) :]:
            yield self._added(new)

    def _edit(self, start: int, end: int, text: str) -> _Edit:
        if _COMMENT.search(self._text[start:end]):
            raise CannotEdit("a comment stands among its names; change it by hand")
        return _Edit(start, end, text)

    def _changed(self, span: Span, names: list[str]) -> Iterator[_Edit]:
        if span.is_flow:
            yield self._changed_flow(span, names)
            return
        items = {_folded(item): item for item in span.children}
        for name, item in items.items():
            if name not in names:
                yield self._edit(self._line_start(item.start), self._next_line(item.end), "")
        first, last = span.children[0], span.children[-1]
        mark = self._text[self._line_start(first.start) : first.start]
        new = [f"{mark}{self._written(name)}{self._newline}" for name in names if name not in items]
        if new:
            at = self._next_line(last.end)
            yield _Edit(at, at, self._break_at(at) + "".join(new))

    def _changed_flow(self, span: Span, names: list[str]) -> _Edit:
        items = span.children
        between = self._text[items[0].end : items[1].start] if len(items) > 1 else ", "
        head = self._text[span.start : items[0].start] if items else "["
        tail = self._text[items[-1].end : span.end] if items else "]"
        return self._edit(span.start, span.end, head + between.join(map(self._in_flow, names)) + tail)

    def _removed(self, key: Span, value: Span) -> _Edit:
        if not self._span.is_flow:
            return self._edit(self._line_start(key.start), self._next_line(value.end), "")
        keys = self._span.children[::2]
        at = keys.index(key)
        if at + 1 < len(keys):
            return self._edit(key.start, keys[at + 1].start, "")
        return self._edit(self._span.children[2 * at - 1].end, value.end, "")

    def _added(self, key: str) -> _Edit:
        last = self._span.children[-1]
        if self._span.is_flow:
            return _Edit(last.end, last.end, f", {self._flow_pair(key)}")
        first = self._span.children[0]
        margin = self._text[self._line_start(first.start) : first.start]
        at = self._next_line(last.end)
        return _Edit(at, at, f"{self._break_at(at)}{margin}{self._flow_pair(key)}{self._newline}")

    def _flow_pair(self, key: str) -> str:
        return f"{key}: [{', '.join(map(self._in_flow, self._wanted[key]))}]"

    def _in_flow(self, name: str) -> str:
        raw = self._written(name)
        needs_quotes = raw[0] not in "'\"" and any(sign in raw for sign in ",[]{}")
        return json.dumps(name, ensure_ascii=False) if needs_quotes else raw

    def _written(self, name: str) -> str:
        """The name as the file writes it."""
        return self._raw.get(name) or json.dumps(name, ensure_ascii=False)

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _next_line(self, at: int) -> int:
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1

    def _break_at(self, at: int) -> str:
        """What is missing in front of a new line at the end of a file that doesn't end its last one."""
        return self._newline if at and self._text[at - 1] != "\n" else ""


def _folded(item: Span) -> str:
    return " ".join(item.text.split())
