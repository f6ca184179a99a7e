"""A role that loads, with the places in its file: what lint rules look at."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from screener.model.requirement import AnyRequirement, Importance, Requirement, SkillRequirement
from screener.model.role import Role
from screener.roles.load import ReadRole
from screener.roles.nodes import ListNode, MapNode, Node, Scalar
from screener.roles.source import RoleSource


class Finding(NamedTuple):
    """What a rule says of a place in the file; the message ends with the remedy."""

    node: Node
    message: str


class Placed(NamedTuple):
    """A requirement and the node that asks for it; of `any`, each entry too."""

    requirement: Requirement
    node: Node
    entries: tuple["Placed", ...] = ()

    @property
    def name_node(self) -> Node:
        """Where the name is written; the whole entry where it has none."""
        return self.find("name") or self.find("any") or self.node

    def find(self, key: str) -> Node | None:
        """The value of a key, None where the entry is a plain name or doesn't have it."""
        return self.node.find(key) if isinstance(self.node, MapNode) else None

    def aliases(self) -> tuple[Scalar, ...]:
        """The spellings that the role adds."""
        found = self.find("aliases")
        return tuple(item for item in found.items if isinstance(item, Scalar)) if isinstance(found, ListNode) else ()


class LintedRole(NamedTuple):
    """`placed` has every requirement once, in the order of the role. `today` is the day of the check."""

    role: Role
    root: MapNode
    source: RoleSource
    placed: tuple[Placed, ...]
    today: date

    def single(self) -> Iterator[Placed]:
        """Every requirement that isn't an alternative, and every entry of those that are."""
        for placed in self.placed:
            yield from placed.entries or (placed,)

    def find(self, *keys: str) -> Node | None:
        """The node at a path of keys."""
        node: Node | None = self.root
        for key in keys:
            node = node.find(key) if isinstance(node, MapNode) else None
        return node


def linted(read: ReadRole, source: RoleSource, today: date) -> LintedRole | None:
    """A role as the rules see it; None when it can't be used at all."""
    if read.role is None or not isinstance(read.root, MapNode):
        return None
    nodes = _nodes(read.root)
    placed = []
    for requirement in read.role.requirements:
        node = next(nodes[_home(requirement)])
        placed.append(Placed(requirement, node, _entries(requirement, node)))
    return LintedRole(read.role, read.root, source, tuple(placed), today)


def _home(requirement: Requirement) -> tuple[str, ...]:
    match requirement.kind:
        case "experience" | "education":
            return (requirement.kind,)
        case "certification":
            return ("certifications", requirement.importance)
        case _:
            return ("skills", requirement.importance)


def _nodes(root: MapNode) -> dict[tuple[str, ...], Iterator[Node]]:
    """The entries of each list of requirements in the order of the file, which is the role's own within it."""
    nodes: dict[tuple[str, ...], Iterator[Node]] = {}
    for key in ("experience", "education"):
        nodes[(key,)] = iter([node] if (node := root.find(key)) else [])
    for key in ("skills", "certifications"):
        groups = root.find(key)
        for importance in Importance:
            found = groups.find(importance) if isinstance(groups, MapNode) else None
            nodes[(key, importance)] = iter(found.items if isinstance(found, ListNode) else ())
    return nodes


def _entries(requirement: Requirement, node: Node) -> tuple[Placed, ...]:
    found = node.find("any") if isinstance(node, MapNode) else None
    if not isinstance(requirement, AnyRequirement) or not isinstance(found, ListNode):
        return ()
    entries: tuple[SkillRequirement, ...] = requirement.entries
    return tuple(Placed(entry, item) for entry, item in zip(entries, found.items, strict=True))
