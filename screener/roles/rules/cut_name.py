"""A name is cut off by what YAML takes for a comment.

A `#` behind a space begins a comment, so `C #` is the language C. Write `C#` without the space, or put
the whole name in quotes; a real comment needs words of its own.

Bad:

    title: Backend Engineer
    skills:
      must:
        - C #

Good:

    title: Backend Engineer
    skills:
      must:
        - C#
        - C # for the drivers
"""

from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole
from screener.roles.nodes import Node, Scalar
from screener.roles.problems import quoted
from screener.vocabulary import find_skill

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    if " #" not in role.source.text:
        return
    lines = role.source.text.splitlines()
    for node in _names(role):
        if isinstance(node, Scalar) and node.plain and (sign := _cut_off(node, lines[node.line - 1])):
            meant = quoted((node.text + sign).strip())
            message = f"what follows ' #' is a comment, so this is {quoted(node.text)}; write {meant}, or use quotes"
            yield Finding(node, message)


def _names(role: LintedRole) -> Iterator[Node]:
    for placed in role.single():
        yield placed.name_node
        yield from placed.aliases()


def _cut_off(node: Scalar, line: str) -> str:
    """The sign and what is stuck to it, where that looks like a part of the name."""
    written = line[node.column - 1 :]
    if not written.startswith(node.text):
        return ""
    comment = written[len(node.text) :].strip()
    if not comment.startswith("#"):
        return ""
    is_stuck = comment == "#" or comment[1] in ",.;/)0123456789"
    is_name = find_skill(node.text) is None and find_skill(node.text + "#") is not None  # F # sharp
    return comment.split(" ")[0] if is_stuck or is_name else ""
