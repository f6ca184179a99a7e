"""A word that must not decide who gets a job.

Age, gender, family, origin, religion, health and what stands in for them are no requirements: in most
countries a role that asks for them is unlawful, whatever is meant. Ask for what the work needs instead;
the message says how. A word that is part of a product's name can be let through with a comment:
`# screener: ignore protected-words - the reason`.

Bad:

    title: Young Backend Engineer
    skills:
      must: [Node.js]

Bad:

    title: Support Engineer
    skills:
      must: [Node.js, native speaker]

Good:

    title: Junior Backend Engineer
    skills:
      must: [Node.js]
      nice: [Technical writing]
"""

import re
from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole
from screener.roles.nodes import ListNode, MapNode, Node, Scalar
from screener.roles.problems import quoted
from screener.roles.word_lists import load_alternatives

SEVERITY = "error"

_NO_CRITERIA = frozenset({"examples"})  # an example quotes a resume, and asks for nothing


def check(role: LintedRole) -> Iterator[Finding]:
    alternatives = load_alternatives("protected_words")
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(alternatives, key=len, reverse=True)))})(?![\w-])"
    )
    for node in _criteria(role.root):
        match = pattern.search(" ".join(node.text.casefold().split()))
        if match:
            message = f"{quoted(match[0])} must not decide who gets a job; {alternatives[match[0]]}"
            yield Finding(node, message)


def _criteria(root: MapNode) -> Iterator[Scalar]:
    """Every value that asks for something, in the order of the file."""
    waiting: list[Node] = [
        value for key, value in reversed(root.pairs) if key.text not in _NO_CRITERIA and not key.text.startswith("x-")
    ]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, ListNode):
            waiting += reversed(node.items)
        else:
            waiting += [value for _, value in reversed(node.pairs)]
