"""A YAML parser's complaint and the text -> the problem at the place where a person has to mend it.

Parsers complain where they can't go on, which is often lines below the mistake: a quote that stays open
ends at the next one, a word without its colon is missed on the next line. What the parser says of the
context, and a few looks at the text itself, lead back to it. Where nothing is known, its own words and
place are passed on. Only imported when a file is wrong.
"""

import re
from collections.abc import Iterator
from typing import Any

from screener.roles.problems import Problem, quoted

_REMEDIES = (
    ("mapping values are not allowed", "put text that contains ': ' in quotes, and indent keys alike"),
    ("tab character", "indent with spaces"),
    ("cannot start any token", "indent with spaces instead of tabs, and put text that starts with a sign in quotes"),
    ("found unknown escape", "use single quotes, where \\ is an ordinary character"),
    ("expected <block end>", "indent it like the lines it belongs to"),
    ("expected key", "indent it like the lines it belongs to"),
)
_ODD_SPACE = re.compile("[\u00a0\u2007\u202f]")
_KEY_WITHOUT_SPACE = re.compile(r"(?P<key>\s*(?:-\s+)?[\w$-]+):[^\s:/]")
_LONGEST_SCAN = 100_000  # characters that are gone through once more in search of an open quote


def syntax_problem(error: Any, text: str) -> Problem:
    """What to mend, and where; `error` is PyYAML's MarkedYAMLError."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return _problem(1, 1, error.problem or error.context or "not YAML; check quotes and indentation")
    return next(_causes(error, text.splitlines(), text), None) or _as_told(error, mark)


def _as_told(error: Any, mark: Any) -> Problem:
    told = error.problem or error.context or "not YAML"
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in told), "check quotes and indentation here")
    return _problem(mark.line + 1, mark.column + 1, f"{told}; {remedy}")


def _causes(error: Any, lines: list[str], text: str) -> Iterator[Problem]:
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark
    told = error.problem or ""
    yield from _odd_spaces(lines, {begun.line if begun else mark.line, mark.line})
    if "unexpected end of stream" in told and begun and "quoted" in (error.context or ""):
        yield _at(begun, "the quote that opens here is closed nowhere; close it on its line")
    yield from _open_quote(mark, text)
    if "could not find expected ':'" in told and begun:
        yield _no_key(begun, lines[begun.line] if begun.line < len(lines) else "")
    if "expected ',' or" in told and begun:
        yield _at(begun, "the bracket that opens here is not closed; close it, or add the comma that is missing")
    if "mapping values are not allowed" in told:
        yield from _colon_without_space(lines[: mark.line])


def _odd_spaces(lines: list[str], numbers: set[int]) -> Iterator[Problem]:
    """They come with text from web pages and office programs, and are no indentation."""
    for number in sorted(numbers):
        match = _ODD_SPACE.search(lines[number]) if number < len(lines) else None
        if match:
            message = f"a special space (U+{ord(match[0]):04X}) stands here; write an ordinary one"
            yield _problem(number + 1, match.start() + 1, message)


def _no_key(begun: Any, line: str) -> Problem:
    word = line[begun.column :].strip()
    if word.startswith("-"):
        return _at(begun, f"a space is missing behind the dash; write {quoted('- ' + word.lstrip('-'))}")
    return _at(
        begun, f"{quoted(word)} is neither 'key: value' nor '- entry'; add the sign that is missing, or indent it"
    )


def _colon_without_space(lines: list[str]) -> Iterator[Problem]:
    """`title:Backend` is one word, and so the next line can't be a key."""
    above = next((at for at in range(len(lines), 0, -1) if lines[at - 1].partition("#")[0].strip()), 0)
    match = _KEY_WITHOUT_SPACE.match(lines[above - 1]) if above else None
    if match and ": " not in lines[above - 1]:
        key = match["key"].strip(" -")
        yield _problem(above, match.end("key") + 1, f"a space is missing behind ':'; write {quoted(key + ': …')}")


def _open_quote(mark: Any, text: str) -> Iterator[Problem]:
    """A quote that closes lines below what it opened on, right before the parser stumbled."""
    if mark.index > _LONGEST_SCAN:
        return
    for token in _last_quoted(text, mark.line):
        if token.end_mark.line in (mark.line, mark.line - 1):
            message = f"the quote that opens here closes in line {token.end_mark.line + 1} only; close it on its line"
            yield _at(token.start_mark, message)


def _last_quoted(text: str, line: int) -> list[Any]:
    """The last quoted text of several lines that begins before a line, if there is one."""
    import yaml

    found: list[Any] = []
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if token.start_mark.line > line:
                break
            is_quoted = getattr(token, "style", None) in ("'", '"')
            if is_quoted and token.end_mark.line > token.start_mark.line:
                found = [token]
    except yaml.YAMLError:
        pass  # it is what led here
    return found


def _at(mark: Any, message: str) -> Problem:
    return _problem(mark.line + 1, mark.column + 1, message)


def _problem(line: int, column: int, message: str) -> Problem:
    return Problem(line, column, message, "syntax")
