"""Comments that silence a rule: `# screener: ignore RULE[, RULE] - why`, on the line itself or alone above it.

The reason is not optional: whoever reads the file later must learn why the rule doesn't apply. Only real
comments count; the same words in quotes or in a block of text belong to a resume.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from screener.roles.problems import Problem, closest, quoted
from screener.roles.rules import READING_RULES, RULES

_SIGN = "screener:"
_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*screener:\s*(?P<verb>[a-z-]*)[ \t]*(?P<rules>[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)?"
    r"[ \t]*(?:(?:[-–—:;(]|because\b)[ \t]*)?(?P<reason>.*)$",
    re.IGNORECASE,
)
_FORM = "'# screener: ignore RULE - the reason'"


class Ignore(NamedTuple):
    """One comment; `line` is the line that it silences, `written` the one that it stands in."""

    line: int
    written: int
    column: int
    rules: tuple[str, ...]
    reason: str


def find_ignores(text: str) -> tuple[Ignore, ...]:
    """All such comments, in order, of a text that can be read as YAML."""
    if _SIGN not in text.lower():
        return ()
    return tuple(_ignores(text.splitlines(), _texts(text)))


def _ignores(lines: list[str], texts: dict[int, int]) -> Iterator[Ignore]:
    for at, line in enumerate(lines, start=1):
        match = _COMMENT.search(line, texts.get(at, 0)) if _SIGN in line.lower() else None
        if match is None:
            continue
        stands_alone = not line[: match.start()].strip()
        target = _next_line(lines, at) if stands_alone else at
        rules = tuple(rule.strip().lower() for rule in (match["rules"] or "").split(",") if rule.strip())
        if match["verb"].lower() != "ignore":
            rules = ()
        yield Ignore(target, at, match.start() + 1, rules, match["reason"].strip(" )"))


def _texts(text: str) -> dict[int, int]:
    """For lines that hold quoted text or a part of a block of text: the column from which on a comment can stand."""
    import yaml

    ends: dict[int, int] = {}
    event: Any
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        style = getattr(event, "style", None)
        if not style:
            continue
        first, last = event.start_mark.line, event.end_mark.line
        if style in "|>":  # behind the sign that begins it a comment may stand
            first, last = first + 1, last - (event.end_mark.column == 0)
        ends |= {number + 1: len(text) for number in range(first, last)}
        ends[last + 1] = len(text) if style in "|>" and last >= first else event.end_mark.column
    return ends


def _next_line(lines: list[str], at: int) -> int:
    """The first line below that isn't a comment or blank."""
    for number in range(at, len(lines)):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number + 1
    return at


def apply_ignores(
    problems: Iterable[Problem], ignores: Iterable[Ignore], checked: Sequence[str] = RULES
) -> tuple[Problem, ...]:
    """What is left of the problems, and what is wrong with the comments themselves; `checked` rules had their say."""
    ignores = tuple(ignores)
    kept: list[Problem] = []
    used: set[tuple[int, str]] = set()
    for problem in problems:
        silencers = [ignore for ignore in ignores if ignore.line == problem.line and problem.rule in ignore.rules]
        if silencers:
            used.update((ignore.written, problem.rule) for ignore in silencers)
        else:
            kept.append(problem)
    return (*kept, *_faults(ignores, used, checked))


def _faults(ignores: Sequence[Ignore], used: set[tuple[int, str]], checked: Sequence[str]) -> Iterator[Problem]:
    for ignore in ignores:
        if not ignore.rules:
            yield _bad(ignore, f"ignores no rule; write {_FORM}")
        elif not ignore.reason:
            yield _bad(ignore, f"no reason is given; write '# screener: ignore {', '.join(ignore.rules)} - the reason'")
        for rule in ignore.rules:
            if rule in READING_RULES:
                yield _bad(ignore, f"{rule} can't be ignored; mend what it says, and remove the comment")
            elif rule not in RULES:
                yield _bad(ignore, f"there is no rule {quoted(rule)}; {_remedy(rule)}")
            elif rule in checked and (ignore.written, rule) not in used:
                message = f"there is no {rule} to ignore here; remove the comment"
                yield Problem(ignore.written, ignore.column, message, "unused-ignore", "note")


def _bad(ignore: Ignore, message: str) -> Problem:
    return Problem(ignore.written, ignore.column, message, "bad-ignore", "warning")


def _remedy(rule: str) -> str:
    meant = closest(rule, RULES)
    return f"did you mean {quoted(meant)}?" if meant else f"write {_FORM}"
