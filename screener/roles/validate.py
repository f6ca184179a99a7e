"""Nodes and the table of fields -> plain values, with a problem for everything that doesn't fit.

The shape leads: each node is read as what the table expects in its place, so a message can say what was
probably meant. A value that can't be used becomes None and costs one problem; its siblings are still
read, so that all problems of a file are told at once. Depth and size are bounded by the nodes.
"""

from typing import Any

from screener.roles import scalars
from screener.roles.fields import (
    IGNORED_PREFIX,
    Choice,
    Day,
    Either,
    ListOf,
    Number,
    Record,
    ScoreBound,
    Shape,
    Text,
    Years,
)
from screener.roles.nodes import ListNode, MapNode, Node, Scalar
from screener.roles.problems import Problem, closest, quoted

_Word = Text | Choice | Number | Years | Day | ScoreBound
_CLOSE = 0.75  # of a key: "location" is no slip of "education"
_MEANT = {  # what other forms call the lists of a role
    "required": "must", "requirements": "must", "mandatory": "must", "essential": "must", "musts": "must",
    "preferred": "should", "desired": "should", "wanted": "should",
    "nice_to_have": "nice", "nice-to-have": "nice", "optional": "nice", "bonus": "nice", "plus": "nice",
    "degree": "level", "minimum": "years", "min": "years",
}  # fmt: skip


def read_value(shape: Shape, node: Node, problems: list[Problem]) -> Any:
    """The value of a node: a dict for a Record, a list for a ListOf, a str, Decimal or tuple of months
    for a scalar; None when it can't be used, which `problems` then says."""
    match shape:
        case Record():
            return _read_record(shape, node, problems)
        case ListOf():
            return _read_list(shape, node, problems)
        case Either():
            return _read_either(shape, node, problems)
        case _:
            return _read_word(shape, node, problems)


def _read_record(shape: Record, node: Node, problems: list[Problem]) -> dict[str, Any] | None:
    known = {field.name: field for field in shape.fields}
    if not isinstance(node, MapNode):
        message = f"{_what(node)} where keys are expected; write 'key: value' lines ({', '.join(known)})"
        problems.append(_at(node, message, "wrong-type"))
        return None
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        if key.text in known:
            values[key.text] = read_value(known[key.text].shape, value, problems)
        elif not (shape.ignores_prefix and key.text.startswith(IGNORED_PREFIX)):
            problems.append(_unknown_key(shape, key))
    meant = {meant_key(shape, key.text) for key, _ in node.pairs if key.text not in known}
    for field in shape.fields:
        if field.required and field.name not in values and field.name not in meant:  # a slip is told once
            problems.append(_at(node, f"key '{field.name}' is missing; add '{field.name}: …'", "missing-key"))
    if shape.one_of and sum(key in values for key in shape.one_of) != 1:
        choices = " or ".join(f"'{key}'" for key in shape.one_of)
        problems.append(_at(node, f"exactly one of {choices} is needed; write one of them", "missing-key"))
    return values


def _unknown_key(shape: Record, key: Scalar) -> Problem:
    names = [field.name for field in shape.fields]
    home = next((f.name for f in shape.fields if isinstance(f.shape, Record) and _has_field(f.shape, key.text)), None)
    if meant := meant_key(shape, key.text):
        remedy = f"did you mean {quoted(meant)}?"
    elif home:
        remedy = f"it belongs under '{home}'"
    else:
        own = f"; a key of your own begins with '{IGNORED_PREFIX}'" if shape.ignores_prefix else ""
        remedy = f"known here: {', '.join(names)}{own}"
    return _at(key, f"unknown key {quoted(key.text)}; {remedy}", "unknown-key")


def meant_key(shape: Record, key: str) -> str | None:
    """The key that was probably meant by one that isn't known here."""
    names = [field.name for field in shape.fields]
    synonym = _MEANT.get(key.lower())
    return synonym if synonym in names else closest(key, names, cutoff=_CLOSE)


def _has_field(shape: Record, name: str) -> bool:
    return any(field.name == name for field in shape.fields)


def _read_list(shape: ListOf, node: Node, problems: list[Problem]) -> list[Any] | None:
    if not isinstance(node, ListNode):
        if isinstance(node, Scalar) and node.plain and not node.text:
            message = "a list is missing here; write '- entry' lines below, or remove the key"
        else:
            message = f"{_what(node)} where a list is expected; write [a, b], or '- a' lines"
        problems.append(_at(node, message, "wrong-type"))
        return None
    if len(node.items) < shape.at_least:
        problems.append(_at(node, "the list is empty; add an entry or remove the key", "bad-value"))
    values = [read_value(shape.item, item, problems) for item in node.items]
    return [value for value in values if value is not None]


def _read_either(shape: Either, node: Node, problems: list[Problem]) -> Any:
    if isinstance(node, Scalar):
        return _read_word(shape.word, node, problems)
    if isinstance(node, ListNode):
        message = "a list inside a list; write 'any: [A, B]' for alternatives, or indent the entries alike"
        problems.append(_at(node, message, "wrong-type"))
        return None
    record = shape.records[-1]
    for candidate in shape.records:
        if node.find(candidate.fields[0].name):
            record = candidate
            break
    if _looks_like_a_colon_in_a_name(record, node):
        problems.append(_colon_in_a_name(record, node))
        return None
    return _read_record(record, node, problems)


def _looks_like_a_colon_in_a_name(record: Record, node: MapNode) -> bool:
    if len(node.pairs) != 1 or not record.fields[0].required:
        return False
    names = [field.name for field in record.fields]
    key, value = node.pairs[0]
    return isinstance(value, Scalar) and key.text not in names and meant_key(record, key.text) is None


def _colon_in_a_name(record: Record, node: MapNode) -> Problem:
    key, value = node.pairs[0]
    remedy = "put the whole name in quotes"
    if isinstance(value, Scalar) and _has_field(record, "years") and value.text[:1].isdigit():
        remedy = "write 'name: …' and 'years: …' for years of it, or put the whole name in quotes"
    return _at(key, f"{quoted(key.text + ': …')} is read as a key and its value; {remedy}", "wrong-type")


def _read_word(shape: _Word, node: Node, problems: list[Problem]) -> Any:
    if not isinstance(node, Scalar):
        message = f"{_what(node)} where one value is expected; {_remedy(shape, node)}"
        problems.append(_at(node, message, "wrong-type"))
        return None
    try:
        return _word(shape, node)
    except scalars.Refused as refused:
        problems.append(_at(node, str(refused), "wrong-type" if isinstance(shape, Text) else "bad-value"))
        return None


def _remedy(shape: _Word, node: ListNode | MapNode) -> str:
    match shape:
        case Choice():
            return f"write one of: {', '.join(shape.values)}"
        case Years():
            return "write 5, 5+, 4.5 or 5-6" if shape.range else "write 5, 5+ or 4.5"
        case Text(long=False) if isinstance(node, ListNode):
            return "write one only, or, among skills, 'any: [A, B]'"
        case _:
            return "write it on this line, in quotes if it contains ': '"


def _word(shape: _Word, node: Scalar) -> Any:
    match shape:
        case Text():
            return scalars.read_text(node, long=shape.long)
        case Choice():
            return scalars.read_choice(node, shape)
        case Number():
            return scalars.read_weight(node)
        case Years():
            return scalars.read_years(node, is_range=shape.range)
        case Day():
            return scalars.read_day(node)
        case ScoreBound():
            return scalars.read_score(node)


def _what(node: Node) -> str:
    match node:
        case Scalar():
            return f"{quoted(node.text)} stands" if node.text else "nothing stands"
        case ListNode():
            return "a list stands"
        case MapNode():
            return "'key: value' stands"


def _at(node: Node, message: str, rule: str) -> Problem:
    return Problem(node.line, node.column, message, rule)
