"""Comments that silence a rule: `# screener: ignore RULE[, RULE] - why`, on the line itself or alone above it.

The reason is not optional: whoever reads the file later must learn why the rule doesn't apply.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from screener.roles.problems import Problem

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*screener:\s*ignore\b[ \t]*(?P<rules>[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)?"
    r"[ \t]*(?:(?:[-–—:;(]|because\b)[ \t]*)?(?P<reason>.*)$"
)


class Ignore(NamedTuple):
    """One comment; `line` is the line that it silences, `written` the one that it stands in."""

    line: int
    written: int
    column: int
    rules: tuple[str, ...]
    reason: str


def find_ignores(text: str) -> tuple[Ignore, ...]:
    """All such comments, in order."""
    return tuple(_ignores(text.splitlines()))


def _ignores(lines: list[str]) -> Iterator[Ignore]:
    for at, line in enumerate(lines, start=1):
        match = _COMMENT.search(line) if "screener:" in line else None
        if match is None:
            continue
        stands_alone = not line[: match.start()].strip()
        target = _next_line(lines, at) if stands_alone else at
        rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
        yield Ignore(target, at, match.start() + 1, rules, match["reason"].strip(" )"))


def _next_line(lines: list[str], at: int) -> int:
    """The first line below that isn't a comment or blank."""
    for number in range(at, len(lines)):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number + 1
    return at


def apply_ignores(problems: Iterable[Problem], ignores: Iterable[Ignore]) -> tuple[Problem, ...]:
    """What is left of the problems, and what is wrong with the comments themselves."""
    ignores = tuple(ignores)
    kept: list[Problem] = []
    used: set[tuple[int, str]] = set()
    for problem in problems:
        silencers = [ignore for ignore in ignores if ignore.line == problem.line and problem.rule in ignore.rules]
        if silencers:
            used.update((ignore.written, problem.rule) for ignore in silencers)
        else:
            kept.append(problem)
    return (*kept, *_faults(ignores, used))


def _faults(ignores: Iterable[Ignore], used: set[tuple[int, str]]) -> Iterator[Problem]:
    for ignore in ignores:
        if not ignore.rules:
            message = "ignores no rule; write '# screener: ignore RULE - the reason'"
            yield Problem(ignore.written, ignore.column, message, "bad-ignore", "warning")
        elif not ignore.reason:
            message = f"no reason is given; write '# screener: ignore {', '.join(ignore.rules)} - the reason'"
            yield Problem(ignore.written, ignore.column, message, "bad-ignore", "warning")
        for rule in ignore.rules:
            if (ignore.written, rule) not in used:
                message = f"there is no {rule} to ignore here; remove the comment"
                yield Problem(ignore.written, ignore.column, message, "unused-ignore", "note")
