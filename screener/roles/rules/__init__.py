"""The lint rules: one module each, named like the rule, and one line in one of the tables below.

A rule's docstring is its manual page (`screen roles check --explain RULE`): a first line that says what
is found, then why it matters and what to do, then samples as indented YAML under `Bad:` and `Good:`.
The samples are its tests: a bad one raises the rule, a good one doesn't.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from screener.roles.linted import Finding, LintedRole


class Rule(Protocol):
    """A module. SEVERITY is error, warning or note."""

    SEVERITY: str

    def check(self, role: LintedRole) -> Iterable[Finding]: ...


# What the reader of role files and of its comments says; their modules hold no code, only the manual page.
READING_RULES: tuple[str, ...] = (
    "not-found",
    "not-a-file",
    "encoding",
    "too-large",
    "empty",
    "syntax",
    "alias",
    "tag",
    "too-deep",
    "bad-key",
    "duplicate-key",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "bad-value",
    "no-requirement",
    "bad-ignore",
    "unused-ignore",
)

RULES: tuple[str, ...] = (
    "protected-words",
    "duplicate-requirement",
    "overlapping-requirements",
    "implied-gate",
    "shared-alias",
    "weak-alias",
    "idle-alias",
    "unknown-skill",
    "joined-names",
    "cut-name",
    "skill-years",
    "technology-years",
    "unreachable-threshold",
    "all-gates",
    "no-gate",
    "idle-weight",
    "no-examples",
    "uncovered-requirement",
    "wrong-example",
)


def load_rule(name: str) -> Rule:
    """The module of a rule of RULES."""
    return cast(Rule, _module(name))


def manual_page(name: str) -> str:
    """What `--explain` shows of a rule of either table."""
    return (_module(name).__doc__ or "").strip()


def severity_of(name: str) -> str:
    """error, warning or note."""
    return cast(Rule, _module(name)).SEVERITY


def _module(name: str) -> object:
    return import_module(f"{__name__}.{name.replace('-', '_')}")
