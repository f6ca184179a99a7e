"""Role files -> roles with the lines of their examples, or the problems that are in the way."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from screener.model.role import Role
from screener.roles.lint import CheckedFile
from screener.roles.load import read_role
from screener.roles.nodes import ListNode, MapNode, Node
from screener.roles.problems import RefusedRole, in_order
from screener.roles.source import RoleSource, read_source


class LoadedRole(NamedTuple):
    """A role, where it was read from, and the line of each of its examples."""

    role: Role
    source: RoleSource
    lines: tuple[int, ...]


def load_roles(files: Iterable[str]) -> tuple[LoadedRole | CheckedFile, ...]:
    """Each file's role, or its problems, in the order of the files."""
    return tuple(_load(file) for file in files)


def _load(file: str) -> LoadedRole | CheckedFile:
    try:
        source = read_source(file)
    except RefusedRole as refused:
        return CheckedFile(Path(file).as_posix(), refused.found, opened=False)
    read = read_role(source)
    if read.role is None:
        return CheckedFile(source.file, in_order(read.problems))
    return LoadedRole(read.role, source, _lines_of_examples(read.root))


def _lines_of_examples(root: Node | None) -> tuple[int, ...]:
    examples = root.find("examples") if isinstance(root, MapNode) else None
    return tuple(item.line for item in examples.items) if isinstance(examples, ListNode) else ()
