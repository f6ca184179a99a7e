"""YAML text -> nodes with their line and column, safely.

The parser's events are put together here instead of by PyYAML's composer, because a composer recurses
and follows every alias before anyone can look. While events arrive, each node's depth and its size
with all aliases expanded are known from its children, so that deep nesting and alias bombs end at the
first node over the limit, and an alias to a node that is still open (a file that contains itself) is
seen at once. Nothing is constructed: a scalar stays the text that was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from screener.roles.problems import Problem, quoted

DEEPEST = 40
MOST_NODES = 20_000
MOST_DIRECTIVES = 10
CHARACTERS_OF_A_NODE = 100  # a long text counts as several nodes, or aliases could repeat it for ever

# YAML takes U+0085, U+2028 and U+2029 for ends of lines, and editors don't: no place below would be right.
_UNPRINTABLE = "[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LINE_BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
_YAML = "tag:yaml.org,2002:"
_TEXT_TAGS = frozenset({"!", _YAML + "str"})
_ALLOWED_TAGS = _TEXT_TAGS | {_YAML + name for name in ("int", "float", "map", "seq")}


class Scalar(NamedTuple):
    """A word or a number, as written. `plain`: without quotes, so YAML would guess its type."""

    text: str
    plain: bool
    line: int
    column: int


class ListNode(NamedTuple):
    items: tuple["Node", ...]
    line: int
    column: int


class MapNode(NamedTuple):
    """Keys in the order of the file; what a merge key (<<) brings stands after the mapping's own."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def find(self, key: str) -> "Node | None":
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | ListNode | MapNode


class Unusable(Exception):
    """The file ends here: nothing after this problem can be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def compose(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root node, None when the file is empty or can't be read on, with all problems found."""
    builder = _Builder()
    try:
        _refuse_unprintable(text)
        _refuse_directives(text)
        for event in _events(text):
            builder.take(event)
    except Unusable as stop:
        return None, (*builder.problems, stop.problem)
    return builder.root, tuple(builder.problems)


def _refuse_unprintable(text: str) -> None:
    if text.translate(_LINE_BREAKS).isprintable():  # cheaper than compiling the exact set
        return
    match = re.search(_UNPRINTABLE, text)
    if match:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        what = "line separator" if match[0] in "\x85\u2028\u2029" else "control character"
        message = f"{what} U+{ord(match[0]):04X}; remove it, and save the file as UTF-8"
        raise Unusable(Problem(line, column, message, "encoding"))


def _refuse_directives(text: str) -> None:
    if text.count("\n%") > MOST_DIRECTIVES:  # the parser compares each with all before it
        _stop(1, 1, "lines that start with % are directives of YAML; remove them", "syntax")


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.MarkedYAMLError as error:
        from screener.roles.syntax_advice import syntax_problem

        raise Unusable(syntax_problem(error, text)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # an escape beyond Unicode: "\UFFFFFFFF"
        line, column = getattr(loader, "line", 0) + 1, getattr(loader, "column", 0) + 1
        raise Unusable(Problem(line, column, "not YAML; check what follows \\ in quoted texts", "syntax")) from error
    finally:
        loader.dispose()


@dataclass(slots=True, eq=False, repr=False)
class _Open:
    """A list or mapping whose end hasn't come yet."""

    is_map: bool
    line: int
    column: int
    anchor: str | None
    children: list[Node] = field(default_factory=list)
    size: int = 1
    depth: int = 1


class _Builder:
    """Takes events one by one; `root` is there when the last has been taken."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._documents = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int] | None] = {}  # None while the node is open

    def take(self, event: Any) -> None:
        name = type(event).__name__
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        match name:
            case "ScalarEvent":
                self._check_tag(event.tag, line, column)
                plain = event.implicit[0] and event.tag not in _TEXT_TAGS
                size = 1 + len(event.value) // CHARACTERS_OF_A_NODE
                self._add(Scalar(event.value, plain, line, column), size, 1, event.anchor)
            case "AliasEvent":
                self._add_alias(event.anchor, line, column)
            case "SequenceStartEvent" | "MappingStartEvent":
                self._check_tag(event.tag, line, column)
                self._start(_Open(name == "MappingStartEvent", line, column, event.anchor))
            case "SequenceEndEvent" | "MappingEndEvent":
                self._end()
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    _stop(line, column, "a second document begins; keep one role in a file", "syntax")

    def _start(self, opened: _Open) -> None:
        self._open.append(opened)
        if len(self._open) > DEEPEST:
            _stop(opened.line, opened.column, f"nested deeper than {DEEPEST} levels; flatten it", "too-deep")
        if opened.anchor:
            self._anchors[opened.anchor] = None

    def _end(self) -> None:
        done = self._open.pop()
        node: Node
        if done.is_map:
            node = MapNode(self._pairs(done), done.line, done.column)
        else:
            node = ListNode(tuple(done.children), done.line, done.column)
        self._add(node, done.size, done.depth, done.anchor)

    def _add(self, node: Node, size: int, depth: int, anchor: str | None = None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size, depth)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.children.append(node)
        parent.size += size
        parent.depth = max(parent.depth, depth + 1)
        if parent.size > MOST_NODES:
            message = f"more than {MOST_NODES:,} values, aliases expanded; split the file or use fewer aliases"
            _stop(node.line, node.column, message, "too-large")
        if parent.depth > DEEPEST:
            _stop(node.line, node.column, f"nested deeper than {DEEPEST} levels by aliases; flatten it", "too-deep")

    def _add_alias(self, anchor: str, line: int, column: int) -> None:
        if anchor not in self._anchors:
            _stop(line, column, f"&{anchor} is defined nowhere above; define it, or put the text in quotes", "alias")
        found = self._anchors[anchor]
        if found is None:
            _stop(line, column, f"*{anchor} stands inside what it names; write the values out", "alias")
        self._add(*found)

    def _check_tag(self, tag: str | None, line: int, column: int) -> None:
        if tag is not None and tag not in _ALLOWED_TAGS:
            short = tag.replace(_YAML, "!!")
            self.problems.append(Problem(line, column, f"tag {quoted(short)} is not allowed; remove it", "tag"))

    def _pairs(self, done: _Open) -> tuple[tuple[Scalar, Node], ...]:
        """Own keys, each once, then what merge keys bring and the mapping doesn't have itself."""
        own: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Node] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(
                    Problem(key.line, key.column, "a key must be one word; write 'key: value'", "bad-key")
                )
            elif key.text in own:
                first = own[key.text][0].line
                message = f"duplicate key {quoted(key.text)}, first in line {first}; keep one of the two"
                self.problems.append(Problem(key.line, key.column, message, "duplicate-key"))
            else:
                own[key.text] = (key, value)
                if key.text == "<<" and key.plain:
                    merged.append(value)
        for value in merged:
            del own["<<"]
            self._merge(own, value)
        return tuple(own.values())

    def _merge(self, own: dict[str, tuple[Scalar, Node]], value: Node) -> None:
        for source in value.items if isinstance(value, ListNode) else (value,):
            if not isinstance(source, MapNode):
                message = "<< takes a mapping or a list of mappings; name an anchor: '<<: *defaults'"
                self.problems.append(Problem(source.line, source.column, message, "wrong-type"))
                continue
            for key, inherited in source.pairs:
                own.setdefault(key.text, (key, inherited))


def _stop(line: int, column: int, message: str, rule: str) -> NoReturn:
    raise Unusable(Problem(line, column, message, rule))
