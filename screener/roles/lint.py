"""Role files -> everything that is wrong or doubtful in them, each with its line, rule and remedy.

1. The file is read as screening would read it; what it can't be read with is an error, and the end.
2. Each rule looks at the role that came of it (rules/).
3. Comments silence rules (ignores.py), and the caller selects them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from screener.errors import ScreenerError
from screener.roles.ignores import apply_ignores, find_ignores
from screener.roles.linted import LintedRole, linted
from screener.roles.load import read_role
from screener.roles.problems import Problem, RefusedRole, closest, in_order, quoted
from screener.roles.rules import READING_RULES, RULES, load_rule
from screener.roles.source import RoleSource, read_source


class UnknownRule(ScreenerError):
    """A rule was named that doesn't exist."""


class CheckedFile(NamedTuple):
    """A role file and its problems in the order of its lines; `opened` is false when there was nothing to check."""

    file: str
    problems: tuple[Problem, ...]
    opened: bool = True

    def has(self, *severities: str) -> bool:
        return any(problem.severity in severities for problem in self.problems)


class Selection(NamedTuple):
    """Which rules are wanted. What makes a file unusable is always told."""

    select: frozenset[str] = frozenset()  # empty: all
    ignore: frozenset[str] = frozenset()

    def wants(self, rule: str) -> bool:
        return (not self.select or rule in self.select) and rule not in self.ignore


EVERY_RULE = Selection()


def parse_selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Raises UnknownRule for a name that no rule has."""
    chosen = Selection(frozenset(select), frozenset(ignore))
    known = (*READING_RULES, *RULES)
    for rule in sorted(chosen.select | chosen.ignore):
        if rule not in known:
            meant = closest(rule, known)
            remedy = f"did you mean {quoted(meant)}?" if meant else "see 'screen roles check --explain all'"
            raise UnknownRule(f"there is no rule {quoted(rule)}; {remedy}")
    return chosen


def check_file(path: str | Path, today: date, selection: Selection = EVERY_RULE) -> CheckedFile:
    """One role file, or a shipped role by name."""
    try:
        source = read_source(path)
    except RefusedRole as refused:
        opened = not any(problem.rule in {"not-found", "not-a-file"} for problem in refused.found)
        return CheckedFile(Path(path).as_posix(), refused.found, opened)
    return CheckedFile(source.file, check_source(source, today, selection))


def check_source(source: RoleSource, today: date, selection: Selection = EVERY_RULE) -> tuple[Problem, ...]:
    """The problems of a text."""
    read = read_role(source)
    role = linted(read, source, today)
    if role is None:
        return in_order(read.problems)
    rules = [name for name in RULES if selection.wants(name)]
    problems = apply_ignores(_found(role, rules), find_ignores(source.text), rules)
    return in_order(problem for problem in problems if selection.wants(problem.rule))


def _found(role: LintedRole, rules: Iterable[str]) -> Iterator[Problem]:
    for name in rules:
        rule = load_rule(name)
        for node, message in rule.check(role):
            yield Problem(node.line, node.column, message, name, rule.SEVERITY)
